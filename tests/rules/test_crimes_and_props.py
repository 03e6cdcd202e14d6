"""Crimes, villages, army, police, state firms and campaign props: clauses one by one."""

from collections.abc import Mapping
from datetime import date

import pytest

from rules.model import Outcome
from rules.routing import addressees
from tests.rules.shipped import AFTER, BALIHO, PASSIVE, PHOTO, POST, assess_all, pack, rule

MET, NOT_MET, STUDY = Outcome.MET, Outcome.NOT_MET, Outcome.STUDY
CAMPAIGN = date(2024, 1, 10)
"""In the campaign of Pemilu 2024."""
TEAM: Mapping[str, object] = {
    "status_subjek": "PNS",
    "dalam_tim": "TERDAFTAR_KPU",
    "peran_hadir": ["PELAKSANA"],
    "penugasan_dinas": "TIDAK",
}
DECISION: Mapping[str, object] = {
    "bentuk_keputusan": "SK",
    "wewenang_jabatan": True,
    "pihak_untung_rugi": True,
}


def _outcome(
    name: str, facts: Mapping[str, object], day: date = AFTER, regime: str = "", **more: object
) -> Outcome:
    regime = regime or ("PEMILU" if day == CAMPAIGN else "PILKADA")
    return assess_all({**facts, **more}, day, regime)[name].outcome


@pytest.mark.parametrize(
    ("name", "statuses"),
    [
        (
            "PM-01",
            {"PNS", "LURAH", "CPNS", "PPPK", "TNI", "POLRI", "KADES", "PERANGKAT_DESA", "BPD"},
        ),
        ("PM-03", {"BUMN_BUMD"}),
        ("PM-04", {"KADES"}),
        ("PM-05", {"PEJABAT_NEGARA"}),
        ("PM-06", {"PNS", "LURAH"}),
        ("PM-12", {"KADES", "TNI", "POLRI", "LAIN"}),
        ("PL-02", {"PEJABAT_DAERAH"}),
        ("PL-03", {"PEJABAT_DAERAH"}),
        ("PL-05", {"PEJABAT_NEGARA", "PEJABAT_DAERAH"}),
        ("DE-03", {"KADES"}),
        ("DE-04", {"PERANGKAT_DESA"}),
        ("DE-06", {"BPD"}),
        ("DE-07", {"KADES", "PERANGKAT_DESA"}),
        ("TN-01", {"TNI"}),
        ("PO-01", {"POLRI"}),
        ("BU-01", {"BUMN_BUMD"}),
        ("AP-04", {"LAIN", "PEJABAT_NEGARA", "PEJABAT_DAERAH"}),
        ("AP-06", {"LAIN", "PEJABAT_NEGARA", "PEJABAT_DAERAH"}),
    ],
)
def test_each_norm_has_its_subjects(name: str, statuses: set[str]) -> None:
    found = set()
    for status in pack().facts["status_subjek"].values:
        given = {"status_subjek": status, "penjabat_kades": False}
        if assess_all(given, AFTER)[name].applicability[1].value is not False:
            found.add(status)
    assert found == statuses


def test_a_civil_servant_who_heads_a_village_is_bound_by_village_norms_and_crimes() -> None:
    facts = {**DECISION, "status_subjek": "PNS", "penjabat_kades": True}
    assert _outcome("PM-04", facts, CAMPAIGN) is MET
    assert _outcome("DE-03", facts, CAMPAIGN) is MET
    assert _outcome("PM-06", facts, CAMPAIGN) is MET


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, MET),
        ({"dalam_tim": "DISEBUT_SAKSI", "peran_hadir": ["PEMBERI_SAMBUTAN"]}, NOT_MET),
        ({"dalam_tim": "TIDAK", "peran_hadir": ["PANITIA"], "jenis_kegiatan": "KAMPANYE"}, MET),
        ({"dalam_tim": "TIDAK", "peran_hadir": ["PANITIA"]}, STUDY),
        ({"peran_hadir": ["PENDENGAR", "PELAKSANA"]}, MET),
        ({"peran_hadir": ["PENDENGAR"]}, NOT_MET),
        ({"peran_hadir": ["PENDENGAR", "TIDAK_DIKETAHUI"]}, STUDY),
        ({"penugasan_dinas": "SURAT_TUGAS"}, NOT_MET),
        ({"penugasan_dinas": "LISAN"}, MET),
        ({"penugasan_dinas": None}, STUDY),
    ],
)
def test_who_is_in_the_team(change: dict[str, object], outcome: Outcome) -> None:
    assert _outcome("PM-01", {**TEAM, **change}, CAMPAIGN) is outcome


def test_a_listener_in_the_decree_and_a_witness_alone_are_noted() -> None:
    listener = assess_all({**TEAM, "peran_hadir": ["PENDENGAR"]}, CAMPAIGN, "PEMILU")["PM-01"]
    assert any("bantahan" in note for note in listener.notes)
    witness = assess_all({**TEAM, "dalam_tim": "DISEBUT_SAKSI"}, CAMPAIGN, "PEMILU")
    assert any("saksi" in note for note in witness["PM-01"].notes)


def test_in_pilkada_no_article_punishes_the_civil_servant_in_the_team() -> None:
    assert _outcome("PM-01", TEAM) is NOT_MET
    assert _outcome("PL-04", TEAM, jenis_kegiatan="KAMPANYE") is NOT_MET


@pytest.mark.parametrize(
    ("intent", "outcome"), [("DIAKUI", MET), ("DISANGKAL", STUDY), ("TIDAK_JELAS", STUDY)]
)
def test_intent_is_an_element_of_article_188(intent: str, outcome: Outcome) -> None:
    facts = {**DECISION, "status_subjek": "KADES", "sengaja": intent}
    assert _outcome("PL-01", facts) is outcome
    found = assess_all(facts)["PL-01"]
    assert ("sengaja" in found.missing) is (intent == "TIDAK_JELAS")
    # The village norm and the crime of Pemilu do not ask for it.
    assert _outcome("DE-03", facts) is MET


def test_denied_intent_is_noted_where_the_row_does_not_name_it() -> None:
    facts = {**DECISION, "status_subjek": "KADES", "sengaja": "DISANGKAL"}
    found = assess_all(facts, CAMPAIGN, "PEMILU")["PM-04"]
    assert found.outcome is MET
    assert any("menyangkal" in note for note in found.notes)


@pytest.mark.parametrize(
    ("day", "stated", "outcome"),
    [
        ("2024-03-21", None, NOT_MET),
        ("2024-03-22", None, MET),
        ("2024-09-22", None, MET),
        ("2025-01-20", None, MET),
        ("2024-03-22", "2024-09-23", NOT_MET),
        ("2024-03-23", "2024-09-23", MET),
        ("2025-01-21", "2025-07-22", NOT_MET),
        ("2025-01-22", "2025-07-22", MET),
        ("2019-05-01", None, STUDY),
    ],
)
def test_the_window_of_transfers_follows_the_determination_of_the_candidate(
    day: str, stated: str | None, outcome: Outcome
) -> None:
    facts = {
        "status_subjek": "PEJABAT_DAERAH",
        "bentuk_keputusan": "MUTASI",
        "izin_mendagri": "TIDAK_ADA",
        "tgl_penetapan": stated,
    }
    assert _outcome("PL-02", facts, date.fromisoformat(day)) is outcome
    program = {**facts, "bentuk_keputusan": "PROGRAM", "pihak_untung_rugi": True}
    assert _outcome("PL-03", program, date.fromisoformat(day)) is outcome


@pytest.mark.parametrize("clause", ["x.PL-02.2", "x.PL-02.3", "x.PL-02.4"])
def test_what_is_no_replacement_takes_the_transfer_out(clause: str) -> None:
    facts = {
        "status_subjek": "PEJABAT_DAERAH",
        "bentuk_keputusan": "MUTASI",
        "izin_mendagri": "TIDAK_ADA",
        clause: True,
    }
    assert _outcome("PL-02", facts) is NOT_MET


def test_a_re_run_has_the_days_of_its_own_calendar() -> None:
    facts = {
        "status_subjek": "PEJABAT_DAERAH",
        "bentuk_keputusan": "MUTASI",
        "izin_mendagri": "TIDAK_ADA",
    }
    days = (date(2025, 1, 21), date(2025, 1, 22))
    found = [assess_all(facts, day, calendar="ULANG2025")["PL-02"].outcome for day in days]
    assert found == [NOT_MET, MET]
    prop = {"status_subjek": "LAIN", "jenis_alat": "BALIHO", "masih_terpasang": True}
    papua = (date(2025, 8, 2), date(2025, 8, 3), date(2025, 8, 5), date(2025, 8, 6))
    seen = [assess_all(prop, day, calendar="PSU2025-PAPUA")["AP-04"].outcome for day in papua]
    assert seen == [NOT_MET, MET, MET, NOT_MET]


@pytest.mark.parametrize(("name", "act"), [("PM-09", "x.PM-09.2"), ("PL-07", "x.PL-07.1")])
def test_the_place_of_a_campaign_is_claimed_by_the_place_recorded_with_it(
    name: str, act: str
) -> None:
    day = CAMPAIGN if name == "PM-09" else AFTER
    facts = {
        "status_subjek": "LAIN",
        "dalam_tim": "TERDAFTAR_KPU",
        "peran_hadir": ["JURU_KAMPANYE"],
        "jenis_kegiatan": "KAMPANYE",
        "jenis_pemilihan": "PILBUP_WALI" if name == "PL-07" else "DPRD",
    }
    assert _outcome(name, facts, day) is STUDY
    assert _outcome(name, facts, day, tempat_pasang="TEMPAT_IBADAH") is MET
    assert _outcome(name, facts, day, tempat_pasang="LAHAN_PRIBADI") is STUDY
    assert _outcome(name, {**facts, act: False}, day) is NOT_MET


@pytest.mark.parametrize("name", ["PL-06", "PL-07"])
def test_for_a_governor_the_penal_text_needs_study(name: str) -> None:
    facts = {
        "status_subjek": "LAIN",
        "jenis_kegiatan": "KAMPANYE",
        "fasilitas_negara": True,
        "ajakan": True,
        "x.PL-07.1": True,
    }
    assert _outcome(name, facts, jenis_pemilihan="PILBUP_WALI") is MET
    assert _outcome(name, facts, jenis_pemilihan="PSU") is MET
    assert _outcome(name, facts, jenis_pemilihan="PILGUB") is STUDY
    assert assess_all(facts)[name].missing == ("jenis_pemilihan",)


def test_permission_never_covers_what_is_not_claimed_and_is_printed() -> None:
    facts = {
        "status_subjek": "LAIN",
        "dalam_tim": "TERDAFTAR_KPU",
        "peran_hadir": ["JURU_KAMPANYE"],
        "jenis_kegiatan": "KAMPANYE",
        "x.PM-09.2": True,
    }
    found = assess_all(facts, CAMPAIGN, "PEMILU")["PM-09"]
    assert found.outcome is MET
    assert any("izin penanggung jawab" in note for note in found.notes)


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"keanggotaan_partai": "SK_PENGURUS"}, MET),
        ({"keanggotaan_partai": "KTA"}, NOT_MET),
        ({"keanggotaan_partai": "SIPOL"}, NOT_MET),
        ({"keanggotaan_partai": "DICATUT"}, NOT_MET),
    ],
)
@pytest.mark.parametrize(("name", "status"), [("DE-02", "KADES"), ("DE-05", "PERANGKAT_DESA")])
def test_only_the_board_of_a_party_is_forbidden_in_a_village(
    name: str, status: str, change: dict[str, object], outcome: Outcome
) -> None:
    assert _outcome(name, {"status_subjek": status, **change}) is outcome


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"gestur_berpihak": True}, MET),
        ({"gestur_berpihak": True, "bukti_diretas": True}, MET),
        ({"gestur_berpihak": False, "dukungan_aktif": False, "isi_konten": "MENYERANG"}, NOT_MET),
        ({"foto_dengan": ["TIDAK_ADA"], "gestur_berpihak": True}, STUDY),
        (
            {
                "foto_dengan": ["TIDAK_ADA"],
                "akun_milik": "DISANGKAL",
                "jenis_kegiatan": "KAMPANYE",
                "gestur_berpihak": True,
            },
            NOT_MET,
        ),
    ],
)
def test_a_village_head_in_a_photo(change: dict[str, object], outcome: Outcome) -> None:
    facts = {"status_subjek": "KADES", "foto_dengan": ["CALON"]}
    assert _outcome("DE-07", {**facts, **change}) is outcome


def test_a_soldier_or_officer_on_guard_must_stay_neutral() -> None:
    guard = {
        **PASSIVE,
        "peran_hadir": ["PENGAMANAN"],
        "penugasan_dinas": "SURAT_TUGAS",
        "dalam_tim": "DISEBUT_SAKSI",
        "isi_konten": "INFORMASI_NETRAL",
    }
    for name, status in (("TN-01", "TNI"), ("PO-01", "POLRI")):
        own = {**guard, "status_subjek": status}
        assert _outcome(name, own) is NOT_MET
        assert _outcome(name, own, dukungan_aktif=True) is MET
        assert _outcome(name, own, isi_konten="MENDUKUNG") is MET
        assert _outcome(name, own, penugasan_dinas="LISAN") is MET
    # A party shirt is named in the row of the army only.
    shirt = {**PASSIVE, "atribut_partai": True, "dalam_tim": "TIDAK", "akun_milik": "DISANGKAL"}
    assert _outcome("TN-01", shirt, status_subjek="TNI") is MET
    assert _outcome("PO-01", shirt, status_subjek="POLRI") is NOT_MET


@pytest.mark.parametrize(
    ("name", "regime", "place", "outcome"),
    [
        ("AP-01", "PEMILU", "KESEHATAN", MET),
        ("AP-01", "PEMILU", "JALAN_PROTOKOL", NOT_MET),
        ("AP-02", "PEMILU", "JALAN_PROTOKOL", MET),
        ("AP-02", "PEMILU", "LAHAN_PRIBADI", NOT_MET),
        ("AP-06", "PILKADA", "JALAN_TOL", MET),
        ("AP-06", "PILKADA", "FASILITAS_PEMERINTAH", MET),
        ("AP-06", "PILKADA", "LAIN", NOT_MET),
    ],
)
def test_forbidden_places_differ_by_kind_and_regime(
    name: str, regime: str, place: str, outcome: Outcome
) -> None:
    day = CAMPAIGN if regime == "PEMILU" else AFTER
    facts = {"status_subjek": "LAIN", "jenis_alat": "POSTER_STIKER", "tempat_pasang": place}
    assert _outcome(name, facts, day, regime) is outcome


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        ("PNS", ["AD-ASN", "AD-GAKKUMDU"]),
        ("KADES", ["AD-DESA", "AD-GAKKUMDU"]),
        ("TNI", ["AD-TNI", "AD-GAKKUMDU"]),
        ("POLRI", ["AD-POLRI", "AD-GAKKUMDU"]),
        ("PEJABAT_NEGARA", ["AD-GAKKUMDU"]),
    ],
)
def test_a_crime_of_pilkada_goes_to_the_centre_and_to_the_own_institution(
    status: str, codes: list[str]
) -> None:
    found = addressees(
        pack().addressees, rule("PL-01").addressees, {"status_subjek": status}, AFTER
    )
    assert [one.code for one in found] == codes


@pytest.mark.parametrize("facts", [PASSIVE, BALIHO, POST, PHOTO])
@pytest.mark.parametrize("regime", ["PEMILU", "PILKADA"])
def test_an_ordinary_case_of_a_civil_servant_raises_no_crime_that_is_met(
    facts: Mapping[str, object], regime: str
) -> None:
    day = CAMPAIGN if regime == "PEMILU" else AFTER
    found = assess_all({"penjabat_kades": False, **facts}, day, regime)
    for name, one in found.items():
        if name.startswith(("PM", "PL", "TN", "PO", "BU", "DE")):
            assert one.outcome is not MET, name
            assert not one.raised or name == "PM-01", name


def test_a_norm_whose_text_nobody_read_is_never_met() -> None:
    facts = {"status_subjek": "KADES", "pihak_untung_rugi": True, "x.PM-12.1": True}
    assert _outcome("PM-12", facts, CAMPAIGN) is STUDY
    assert _outcome("PM-12", {**facts, "x.PM-12.2": True}, CAMPAIGN) is NOT_MET
