"""The founding texts: each of their statements is a norm or an exception that works."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from rules.model import Effect, Outcome
from rules.routing import addressees
from rules.worked import assess_example, try_example
from tests.rules.shipped import AFTER, PASSIVE, POST, assess_all, pack

MET, NOT_MET, STUDY = Outcome.MET, Outcome.NOT_MET, Outcome.STUDY

STATEMENTS = [
    ("000a", "ASN memilih, netral, dan tidak berpolitik praktis", ("X-04", "ASN-00")),
    (
        "000b",
        "unggahan yang keliru dapat memicu konflik",
        ("KE-02", "KE-04", "KE-05", "DS-02", "DS-06", "DS-07"),
    ),
    ("000c", "ASN boleh membantu penyelenggaraan sesuai aturan", ("X-09",)),
    (
        "000d",
        "tidak berpihak kepada partai atau calon legislatif",
        ("ASN-00", "DS-05", "DS-08", "DS-04", "PM-07"),
    ),
    ("000e", "tidak memasang baliho", ("KE-01", "DS-01", "DS-23")),
    ("000f", "tidak menyebarkan kepentingan golongan", ("ASN-00", "DS-02", "KE-02")),
    ("000g", "hanya kampanye pemilu aman dan antihoaks", ("X-06",)),
    ("000h", "ada sanksi bila terbukti", ("KE-01", "DS-01", "DS-05", "PM-01")),
    ("000i", "menjaga ketertiban sampai hari pemungutan suara", ("X-06",)),
    ("001a", "ASN dan kepala desa wajib netral", ("ASN-00", "DE-01", "DE-04")),
    (
        "001b",
        "ASN dan kepala desa memilih, tanpa politik praktis",
        ("X-04", "ASN-00", "DE-01", "DE-02"),
    ),
    ("001c", "ASN boleh hadir untuk mendapat informasi", ("X-01",)),
    ("001d", "tidak memfasilitasi dan tidak memengaruhi", ("X-01", "DS-04", "KE-03")),
    ("001e", "hadir di satu calon, hadir pula di calon lain", ("X-01",)),
    ("001f", "netral dan tidak memihak (UU 20/2023 pasal 2)", ("ASN-00",)),
    ("001g", "bebas dari konflik kepentingan dan pengaruh", ("ASN-00",)),
    ("002a", "pencegahan dengan imbauan dan sosialisasi", ("ASN-00",)),
    ("002b", "laporan ditindaklanjuti dengan klarifikasi", ("ASN-00",)),
    ("002c", "hati-hati menyukai, mengomentari, membagikan", ("KE-04", "DS-06")),
    ("002d", "dasar UU ASN, yang lama dan yang baru", ("ASN-00", "DS-05")),
    ("003a", "sanksi kepegawaian, terberat pidana", ("DS-01", "DS-10", "PM-01", "PL-01")),
    ("003b", "pidana bila terlibat dalam tim", ("PM-01", "DS-10", "DS-05")),
    ("003c", "pengawasan media sosial", ("KE-04", "DS-06")),
    ("003d", "kegiatan yang menguntungkan peserta", ("DS-12", "DS-08", "PM-06", "PM-07")),
    ("003e", "menyukai dan mengomentari unggahan peserta", ("KE-04", "DS-06")),
    ("003f", "berfoto bersama", ("KE-05", "DS-07", "DS-22")),
    ("003g", "atribut dan gestur", ("DS-13", "DS-22")),
    ("003h", "sengaja hadir pada kampanye", ("DS-04", "DS-16", "KE-03", "X-01")),
    ("003i", "rekomendasi kepada KASN (Oktober 2023)", ("ASN-00",)),
    ("004a", "tidak memberi dukungan, suasana kondusif", ("ASN-00", "DS-04", "X-06")),
    ("004b", "sosialisasi lewat media sosial", ("KE-02", "KE-04", "DS-02", "DS-06")),
    ("004c", "pertemuan, ajakan, imbauan, seruan, pemberian barang", ("DS-08",)),
    ("004d", "barang jabatan atau pribadi untuk calon", ("DS-21",)),
    ("004e", "mendaftar ke partai tanpa lapor", ("DS-20", "DS-03")),
    ("004f", "menghadiri deklarasi", ("KE-03", "DS-04")),
    ("004g", "keputusan yang menguntungkan atau merugikan", ("DS-12", "PL-01")),
    ("004h", "foto dengan simbol tangan", ("DS-22", "KE-05", "DS-07")),
    ("004i", "baliho promosi diri atau orang lain", ("DS-23", "KE-01", "DS-01")),
    ("004j", "mendeklarasikan diri", ("DS-19",)),
    ("004k", "peserta kampanye dengan atau tanpa atribut", ("DS-13", "DS-16", "X-01")),
    ("004l", "pelaksana kampanye", ("PM-01", "DS-10")),
    ("004m", "anggota atau pengurus partai", ("DS-05",)),
    ("004n", "fasilitas negara dalam kampanye", ("DS-15", "PM-08", "PL-06")),
    ("004o", "kampanye suami atau istri tanpa CLTN", ("KE-07", "DS-17", "X-02")),
    ("004p", "narasumber kegiatan partai", ("DS-18", "X-03")),
    ("004q", "netral dan tidak memihak", ("ASN-00",)),
]
"""Text and item, what is said in our words, and what covers it."""
COVERED = sorted({name for _, _, names in STATEMENTS for name in names})
RULES = [name for name in COVERED if not name.startswith("X-")]
EXCEPTIONS = [name for name in COVERED if name.startswith("X-")]


@pytest.mark.needs_shared
def test_the_statements_are_those_of_the_notes(shared_data: Path) -> None:
    notes = json.loads((shared_data.parent / "law" / "rules.json").read_text())["founding_texts"]
    written = [(one["text"] + one["item"], tuple(one["covered_by"])) for one in notes]
    assert written == [(key, names) for key, _, names in STATEMENTS]


def test_all_forty_six_statements_are_covered() -> None:
    """Twin of the test above: as many as there are, each once, each covered."""
    assert len({key for key, _, _ in STATEMENTS}) == 46
    assert all(words and names for _, words, names in STATEMENTS)


@pytest.mark.parametrize("name", RULES)
def test_a_norm_that_covers_a_statement_is_met_by_an_example(name: str) -> None:
    rule = pack().rule(name)
    assert rule is not None
    always = any(one.effect is Effect.STUDY and not one.test.reads() for one in rule.exceptions)
    wanted = STUDY if always else MET
    shown = [one for one in pack().examples if one.rule == name and one.outcome is wanted]
    assert shown, name
    assert all(try_example(pack(), one) == () for one in shown)


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_an_exception_that_covers_a_statement_holds_in_an_example(name: str) -> None:
    shown = [one for one in pack().examples if one.exception == name]
    assert shown, name
    for example in shown:
        assert try_example(pack(), example) == ()
        found = assess_example(pack(), example)
        (effect,) = {one.effect for one in found.exceptions if one.id == name and one.value}
        assert found.outcome is not MET or effect is Effect.NOTE


def _says(
    name: str, facts: Mapping[str, object], day: date = AFTER, regime: str = "PILKADA"
) -> Outcome:
    return assess_all(facts, day, regime)[name].outcome


def test_hearing_a_programme_is_no_breach_and_the_word_boleh_is_not_printed() -> None:
    found = assess_all(PASSIVE)
    assert (found["KE-03"].outcome, found["DS-04"].outcome) == (NOT_MET, NOT_MET)
    assert found["DS-16"].outcome is not MET
    for one in found.values():
        assert not any("boleh" in note.casefold().split() for note in one.notes), one.rule


def test_being_fair_is_to_attend_both_and_attending_one_alone_is_a_note() -> None:
    one_sided = assess_all({**PASSIVE, "hadir_paslon_lain": "TIDAK"})
    assert one_sided["DS-04"].outcome is NOT_MET
    assert any("adil" in note for note in one_sided["DS-04"].notes)


def test_the_legislative_election_of_2024_has_its_own_day_of_determination() -> None:
    like = {**POST, "jenis_pemilihan": "DPRD"}
    assert _says("KE-04", like, date(2023, 11, 2), "PEMILU") is MET
    assert _says("DS-06", like, date(2023, 11, 4), "PEMILU") is MET
    president = {**POST, "jenis_pemilihan": "PILPRES"}
    assert _says("KE-04", president, date(2023, 11, 4), "PEMILU") is MET
    assert _says("DS-06", president, date(2023, 11, 14), "PEMILU") is MET


def test_a_letter_of_october_2023_goes_to_the_commission_of_that_time() -> None:
    (found,) = addressees(
        pack().addressees, ["AD-ASN"], {"status_subjek": "PNS"}, date(2023, 10, 3)
    )
    assert found.name == "Ketua KASN"


def test_a_report_of_june_2024_cites_the_law_of_its_day() -> None:
    cited = {one.law for one in assess_all(POST, date(2024, 6, 30))["KE-04"].basis}
    assert "UU-20-2023" in cited
    assert "UU-5-2014" not in cited


def test_belonging_to_the_team_is_a_crime_and_liking_a_post_is_none() -> None:
    team = {
        "status_subjek": "PNS",
        "dalam_tim": "TERDAFTAR_KPU",
        "peran_hadir": ["PELAKSANA"],
        "penugasan_dinas": "TIDAK",
    }
    assert _says("PM-01", team, date(2024, 1, 10), "PEMILU") is MET
    like = {**POST, "dalam_tim": "TIDAK", "peran_hadir": []}
    assert _says("PM-01", like, date(2024, 1, 10), "PEMILU") is NOT_MET
    assert _says("DS-06", {**like, "jenis_pemilihan": "DPR"}, date(2024, 1, 10), "PEMILU") is MET


def test_on_one_photo_the_role_of_a_person_and_the_place_of_a_prop_are_two_findings() -> None:
    prop = {"jenis_alat": "BALIHO", "tempat_pasang": "TEMPAT_IBADAH"}
    officer = {
        **prop,
        "status_subjek": "PNS",
        "peran_pemasangan": ["MEMASANG"],
        "isi_alat": ["PROMOSI_CALON_LAIN"],
    }
    person, party = assess_all(officer), assess_all({**prop, "status_subjek": "LAIN"})
    assert (person["DS-01"].outcome, person["AP-06"].outcome) == (MET, NOT_MET)
    assert (party["DS-01"].outcome, party["AP-06"].outcome) == (NOT_MET, MET)
    assert pack().rule("DS-01").addressees != pack().rule("AP-06").addressees  # type: ignore[union-attr]
