import pytest

from cases import language
from cases.work import packs
from cases.work.fact_words import (
    choices_of,
    fact_label,
    kind_of,
    of_incident,
    officer_wording,
    rule_title,
    say_facts,
    value_label,
)


@pytest.mark.parametrize(
    ("fact", "value", "words"),
    [
        ("status_subjek", "KADES", "Kepala desa"),
        ("status_subjek", ["KADES", "PNS"], "Kepala desa, PNS"),
        ("ajakan", True, "Ya"),
        ("ajakan", False, "Tidak"),
        ("isi_alat", [], "Tidak ada"),
        ("sengaja", "BELUM_DINILAI", "Tidak diketahui"),
        ("pihak_didukung", "Paslon Contoh", "Paslon Contoh"),
        ("warna_baju", "merah", "merah"),
    ],
)
def test_a_value_is_said_in_words(fact, value, words):
    assert value_label(fact, value) == words


def test_a_fact_a_clause_and_a_key_of_a_newer_pack_have_names():
    assert fact_label("tgl_peristiwa") == "Tanggal peristiwa"
    assert len(fact_label("x.DS-01.1")) > 20
    assert fact_label("warna_baju") == "warna_baju"


def test_each_kind_of_fact_is_asked_in_its_own_way():
    pack = packs.load(packs.newest())

    kinds = {
        fact: kind_of(pack, fact)
        for fact in ("ajakan", "status_subjek", "peran_hadir", "tgl_peristiwa", "url_konten")
    }
    assert kinds == {
        "ajakan": "yesno",
        "status_subjek": "choice",
        "peran_hadir": "multi",
        "tgl_peristiwa": "date",
        "url_konten": "text",
    }
    assert kind_of(pack, "x.DS-01.1") == "yesno"
    assert choices_of(pack, "tgl_peristiwa") == ()
    assert ("KADES", "Kepala desa") in choices_of(pack, "status_subjek")


def test_the_words_of_yes_and_no_follow_the_language():
    pack = packs.load(packs.newest())
    assert choices_of(pack, "ajakan") == (("ya", "Ya"), ("tidak", "Tidak"))
    language.use("en")
    try:
        assert [value for value, _ in choices_of(pack, "ajakan")] == ["ya", "tidak"]
    finally:
        language.use("id")


def test_facts_of_the_incident_are_asked_once():
    pack = packs.load(packs.newest())
    assert of_incident(pack, "jenis_kegiatan")
    assert not of_incident(pack, "ajakan")
    assert not of_incident(pack, "x.DS-01.1")
    assert sum(of_incident(pack, fact) for fact in pack.facts) == 16


def test_names_values_and_questions_are_english_when_the_window_is():
    pack = packs.load(packs.newest())
    language.use("en")
    try:
        assert fact_label("status_subjek") == "Employment"
        assert value_label("status_subjek", "KADES") == "Village head"
        assert ("KADES", "Village head") in choices_of(pack, "status_subjek")
        assert officer_wording(pack, "ajakan").startswith("Did the respondent")
        assert officer_wording(pack, "x.X-02.1") == "the respondent was a speaker at the event"
        assert rule_title(pack, "DS-04", "Judul").startswith("Attending")
        assert rule_title(pack, "ZZ-99", "Judul") == "Judul"
        assert say_facts("status_calon: BAKAL_CALON", pack).endswith("Bakal calon")
    finally:
        language.use("id")
    assert ("KADES", "Kepala desa") in choices_of(pack, "status_subjek")
    assert rule_title(pack, "DS-04", "Judul") == "Judul"


def test_a_sentence_of_the_rules_names_facts_and_values_in_words():
    pack = packs.load(packs.newest())
    raw = "status_calon: CALON_DITETAPKAN, menurut kalender: penetapan calon 22-09-2024"
    said = say_facts(raw, pack)
    assert said.startswith("Kedudukan calon pada hari peristiwa: Calon yang ditetapkan, menurut")
    assert said.endswith("22-09-2024")
    assert say_facts("Isi fakta PNS tetap; warna_baju juga.", pack).startswith("Isi fakta PNS")


def test_no_sentence_of_the_pack_shows_the_key_of_a_fact():
    pack = packs.load(packs.newest())
    words = pack.sentences
    for text in (words.derived, words.contradicts, words.between_days):
        assert not {key for key in pack.facts if key in say_facts(text, pack) and "_" in key}
