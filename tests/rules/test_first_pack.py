"""The nine norms of the first pack, clause by clause."""

from collections.abc import Mapping
from datetime import date

import pytest

from rules.model import Outcome
from tests.rules.shipped import AFTER, BALIHO, BEFORE, PASSIVE, PHOTO, POST, assess_all

MET, NOT_MET, STUDY = Outcome.MET, Outcome.NOT_MET, Outcome.STUDY
SPOUSE: Mapping[str, object] = {
    **PASSIVE,
    "bertanya_mengarahkan": True,
    "hari_jam_kerja": True,
    "hubungan_keluarga": "SUAMI_ISTRI",
    "status_cuti": "CLTN",
    "cltn_mulai": "2024-10-05",
    "cltn_akhir": "2024-10-05",
    "jenis_interaksi": [],
}
KADES: Mapping[str, object] = {**PASSIVE, "status_subjek": "KADES"}


def _outcome(rule: str, facts: Mapping[str, object], day: date = AFTER, **more: object) -> Outcome:
    return assess_all({**facts, **more}, day)[rule].outcome


@pytest.mark.parametrize(
    ("status", "asn", "uniform", "village"),
    [
        ("PNS", True, True, False),
        ("LURAH", True, True, False),
        ("CPNS", True, True, False),
        ("PPPK", True, False, False),
        ("KADES", False, False, True),
        ("PERANGKAT_DESA", False, False, False),
        ("TNI", False, False, False),
        ("NON_ASN", False, False, False),
    ],
)
def test_each_norm_has_its_subjects(status: str, asn: bool, uniform: bool, village: bool) -> None:
    facts = {**PASSIVE, **BALIHO, "atribut_partai": True, "status_subjek": status}
    found = assess_all(facts)
    assert (found["DS-01"].outcome is MET) is asn
    assert (found["DS-13"].outcome is MET) is uniform
    assert (found["DE-01"].outcome is MET) is village


def test_an_acting_village_head_is_bound_by_both_norms() -> None:
    facts = {**PASSIVE, "ajakan": True, "penjabat_kades": True}
    found = assess_all(facts)
    assert (found["DS-04"].outcome, found["DE-01"].outcome) == (MET, MET)
    assert any("PP 43/2014" in note for note in found["DE-01"].notes)
    unknown = assess_all({**facts, "penjabat_kades": None})["DE-01"]
    assert (unknown.outcome, unknown.missing) == (STUDY, ("penjabat_kades",))
    assert _outcome("DE-01", facts, status_subjek="PPPK") is NOT_MET
    assert _outcome("DE-01", facts, status_subjek="LURAH") is NOT_MET


@pytest.mark.parametrize("role", ["MEMASANG", "MEMESAN", "MEMBIAYAI", "MENGIZINKAN_TEMPAT"])
def test_each_part_in_a_billboard_is_enough(role: str) -> None:
    assert _outcome("KE-01", BALIHO, BEFORE, peran_pemasangan=[role, "MENYIMPAN"]) is MET
    assert _outcome("DS-01", BALIHO, peran_pemasangan=[role]) is MET


@pytest.mark.parametrize(
    ("role", "outcome"),
    [
        (["MENYIMPAN"], NOT_MET),
        (["TIDAK_TERLIBAT"], NOT_MET),
        (["TIDAK_DIKETAHUI"], STUDY),
        (["MENYIMPAN", "TIDAK_DIKETAHUI"], STUDY),
        (["MEMASANG", "TIDAK_DIKETAHUI"], MET),
        ([], NOT_MET),
    ],
)
def test_a_list_that_is_not_complete_leaves_other_parts_open(
    role: list[str], outcome: Outcome
) -> None:
    assert _outcome("DS-01", BALIHO, peran_pemasangan=role) is outcome


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (["PROGRAM_PEMERINTAH"], NOT_MET),
        (["PROGRAM_PEMERINTAH", "PROMOSI_DIRI"], MET),
        (["PROGRAM_PEMERINTAH", "TIDAK_DIKETAHUI"], STUDY),
        (None, STUDY),
    ],
)
def test_a_government_programme_alone_is_no_campaign_before_determination(
    content: list[str] | None, outcome: Outcome
) -> None:
    assert _outcome("KE-01", BALIHO, BEFORE, isi_alat=content) is outcome
    # The row for determined candidates does not speak of the content.
    assert _outcome("DS-01", BALIHO, isi_alat=content) is MET


@pytest.mark.parametrize("status", ["BELUM_BAKAL", "PARTAI_SAJA"])
def test_without_a_candidate_neither_row_is_met(status: str) -> None:
    assert _outcome("KE-01", BALIHO, status_calon=status) is NOT_MET
    assert _outcome("DS-01", BALIHO, status_calon=status) is NOT_MET


ACTS = {"dukungan_aktif", "ajakan", "fasilitasi", "gestur_berpihak"}


@pytest.mark.parametrize("act", sorted(ACTS | {"atribut_partai"}))
@pytest.mark.parametrize("kind", ["DEKLARASI", "KAMPANYE"])
def test_one_act_of_support_is_enough_before_determination(act: str, kind: str) -> None:
    facts = {**PASSIVE, act: True, "jenis_kegiatan": kind}
    assert _outcome("KE-03", facts, BEFORE) is MET
    assert _outcome("DS-04", facts, BEFORE) is NOT_MET


@pytest.mark.parametrize("act", sorted(ACTS))
def test_one_partial_act_is_enough_after_determination(act: str) -> None:
    assert _outcome("DS-04", {**PASSIVE, act: True}) is MET
    assert _outcome("KE-03", {**PASSIVE, act: True}) is NOT_MET


def test_steering_questions_count_after_determination_only() -> None:
    assert _outcome("DS-04", PASSIVE, bertanya_mengarahkan=True, mengerahkan=True) is MET
    assert _outcome("KE-03", PASSIVE, BEFORE, bertanya_mengarahkan=True) is NOT_MET


def test_a_party_shirt_is_no_partial_act_of_its_own() -> None:
    assert _outcome("DS-04", PASSIVE, atribut_partai=True) is NOT_MET


@pytest.mark.parametrize(("rule", "day"), [("KE-03", BEFORE), ("DS-04", AFTER)])
def test_listening_at_a_rally_is_not_met_and_at_a_declaration_needs_study(
    rule: str, day: date
) -> None:
    assert _outcome(rule, PASSIVE, day) is NOT_MET
    found = assess_all({**PASSIVE, "jenis_kegiatan": "DEKLARASI"}, day)[rule]
    assert (found.outcome, found.raised, found.missing) == (STUDY, True, ())
    assert "Desember 2017" in found.elements[1].reason
    assert _outcome(rule, PASSIVE, day, jenis_kegiatan="ACARA_DINAS") is NOT_MET


def test_steering_questions_at_a_declaration_of_somebody_else_passive_need_study() -> None:
    facts = {**PASSIVE, "jenis_kegiatan": "DEKLARASI", "bertanya_mengarahkan": True}
    found = assess_all(facts)["DS-04"]
    assert found.outcome is STUDY
    assert ("X-01", True) in [(one.id, one.value) for one in found.exceptions]


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        ({}, True),
        ({"peran_hadir": ["UNDANGAN", "PENDENGAR"]}, True),
        ({"peran_hadir": ["PANITIA"]}, False),
        ({"peran_hadir": ["PENDENGAR", "TIDAK_DIKETAHUI"]}, None),
        ({"hari_jam_kerja": True}, None),
        ({"hari_jam_kerja": True, "status_cuti": "TIDAK"}, False),
        ({"hari_jam_kerja": True, "status_cuti": "CUTI_BIASA"}, True),
        ({"hadir_paslon_lain": "BELUM_ADA_KEGIATAN_LAIN"}, True),
        ({"hadir_paslon_lain": "TIDAK"}, False),
        ({"hadir_paslon_lain": "TIDAK_DIKETAHUI"}, None),
        ({"mengerahkan": True}, False),
        ({"fasilitas_negara": True}, False),
        ({"atribut_dinas": True}, False),
        ({"status_subjek": "KADES"}, False),
    ],
)
def test_passive_attendance_has_all_its_conditions(
    change: dict[str, object], holds: bool | None
) -> None:
    found = assess_all({**PASSIVE, **change})["DS-04"]
    assert next(one.value for one in found.exceptions if one.id == "X-01") is holds


def test_one_sided_attendance_alone_is_a_note() -> None:
    found = assess_all({**PASSIVE, "hadir_paslon_lain": "TIDAK"})["DS-04"]
    assert found.outcome is NOT_MET
    assert any("asas adil" in note for note in found.notes)


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"mengerahkan": True}, NOT_MET),
        ({"cltn_mulai": "2024-10-06", "cltn_akhir": "2024-11-30", "mengerahkan": True}, MET),
        ({"cltn_mulai": "2024-09-01", "cltn_akhir": "2024-10-04", "mengerahkan": True}, MET),
        ({"cltn_akhir": None, "mengerahkan": True}, STUDY),
        ({"status_cuti": "CUTI_BIASA", "hari_jam_kerja": True, "mengerahkan": True}, MET),
        ({"hubungan_keluarga": "ORANG_TUA_ANAK", "mengerahkan": True}, MET),
        ({"jenis_interaksi": ["SUKA"], "mengerahkan": True}, MET),
        ({"jenis_interaksi": ["IKUTI"], "mengerahkan": True}, NOT_MET),
        ({"x.X-02.1": "ya", "mengerahkan": True}, MET),
        ({"materi_narasumber": "POLITIK", "mengerahkan": True}, MET),
        ({"status_subjek": "PPPK", "mengerahkan": True}, STUDY),
        ({"status_subjek": "PPPK", "status_cuti": "TIDAK", "mengerahkan": True}, STUDY),
        ({"status_subjek": "PPPK", "dukungan_aktif": True}, MET),
    ],
)
def test_the_spouse_on_leave_without_pay(change: dict[str, object], outcome: Outcome) -> None:
    assert _outcome("DS-04", {**SPOUSE, **change}) is outcome


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"gestur_berpihak": True}, MET),
        ({"fasilitasi": True}, MET),
        ({}, NOT_MET),
        ({"jenis_kegiatan": "DEKLARASI"}, NOT_MET),
        ({"jenis_kegiatan": "DEKLARASI", "penugasan_dinas": "LISAN"}, STUDY),
    ],
)
def test_somebody_on_duty_must_stay_neutral(change: dict[str, object], outcome: Outcome) -> None:
    guard = {**PASSIVE, "peran_hadir": ["PENGAMANAN"], "penugasan_dinas": "SURAT_TUGAS"}
    assert _outcome("DS-04", {**guard, **change}) is outcome


def test_a_medic_on_duty_is_named_by_a_person() -> None:
    medic = {**PASSIVE, "penugasan_dinas": "SURAT_TUGAS", "peran_hadir": [], "x.X-05.1": "ya"}
    found = assess_all(medic)["DS-04"]
    assert ("X-05", True) in [(one.id, one.value) for one in found.exceptions]


@pytest.mark.parametrize(("rule", "day"), [("KE-04", BEFORE), ("DS-06", AFTER)])
@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, MET),
        ({"akun_milik": "TERBUKTI_LAIN"}, MET),
        ({"akun_milik": "DISANGKAL"}, NOT_MET),
        ({"akun_milik": "TIDAK_JELAS"}, STUDY),
        ({"jenis_interaksi": ["STIKER"]}, MET),
        ({"jenis_interaksi": []}, NOT_MET),
        ({"akun_tujuan": "PARTAI"}, MET),
        ({"akun_tujuan": "GRUP_PEMENANGAN"}, MET),
        ({"akun_tujuan": "MEDIA_BERITA"}, NOT_MET),
        ({"akun_tujuan": "PEMERINTAH"}, NOT_MET),
        ({"tangkapan_lengkap": False}, NOT_MET),
        ({"bukti_diretas": True}, NOT_MET),
        ({"bukti_diretas": None}, STUDY),
        ({"isi_konten": "INFORMASI_NETRAL"}, MET),
    ],
)
def test_interactions_on_social_media(
    rule: str, day: date, change: dict[str, object], outcome: Outcome
) -> None:
    assert _outcome(rule, {**POST, **change}, day) is outcome


def test_not_on_purpose_is_noted_and_excludes_nothing() -> None:
    found = assess_all({**POST, "sengaja": "DISANGKAL"})["DS-06"]
    assert found.outcome is MET
    assert any("tidak sengaja" in note for note in found.notes)


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, MET),
        ({"foto_dengan": ["ALAT_PERAGA"]}, MET),
        ({"foto_dengan": ["TIDAK_ADA"]}, NOT_MET),
        ({"pengunggah_foto": "PIHAK_LAIN_SEPENGETAHUAN"}, MET),
        ({"pengunggah_foto": "PIHAK_LAIN_TANPA_TAHU"}, NOT_MET),
        ({"pengunggah_foto": "TIDAK_DIUNGGAH"}, NOT_MET),
        ({"akses_publik": False}, NOT_MET),
        ({"tujuan_dukungan": "TIDAK"}, NOT_MET),
        ({"tujuan_dukungan": "TIDAK_JELAS"}, STUDY),
        ({"acara_foto": "DINAS", "penugasan_dinas": "SURAT_TUGAS"}, NOT_MET),
        ({"acara_foto": "DINAS", "penugasan_dinas": "LISAN"}, MET),
        ({"acara_foto": "DINAS"}, STUDY),
        ({"gestur_berpihak": False}, STUDY),
        ({"gestur_berpihak": False, "hubungan_keluarga": "SAUDARA"}, MET),
        (
            {
                "gestur_berpihak": False,
                "hubungan_keluarga": "SUAMI_ISTRI",
                "atribut_partai": False,
                "latar_partai": False,
            },
            NOT_MET,
        ),
        (
            {
                "gestur_berpihak": False,
                "hubungan_keluarga": "SUAMI_ISTRI",
                "atribut_partai": False,
                "latar_partai": True,
            },
            MET,
        ),
    ],
)
def test_photos_with_a_candidate(change: dict[str, object], outcome: Outcome) -> None:
    assert _outcome("DS-07", {**PHOTO, **change}) is outcome


def test_a_photo_with_the_team_only_asks_for_symbols() -> None:
    found = assess_all({**PHOTO, "foto_dengan": ["TIM_SUKSES"]})["DS-07"]
    assert any("simbol" in note for note in found.notes)


@pytest.mark.parametrize(
    ("day", "change", "outcome"),
    [
        ("2024-09-24", {}, NOT_MET),
        ("2024-09-25", {}, MET),
        ("2024-11-23", {"atribut_partai": False, "atribut_dinas": True}, MET),
        ("2024-11-24", {}, NOT_MET),
        ("2024-10-05", {"atribut_partai": False}, NOT_MET),
        ("2024-10-05", {"jenis_kegiatan": "DEKLARASI"}, NOT_MET),
        ("2024-10-05", {"penugasan_dinas": "SURAT_TUGAS"}, NOT_MET),
        ("2024-10-05", {"penugasan_dinas": "LISAN"}, MET),
        ("2024-10-05", {"penugasan_dinas": None}, STUDY),
        ("2024-10-05", {"status_calon": "BAKAL_CALON"}, MET),
    ],
)
def test_attributes_at_a_rally(day: str, change: dict[str, object], outcome: Outcome) -> None:
    facts = {**PASSIVE, "atribut_partai": True}
    assert _outcome("DS-13", {**facts, **change}, date.fromisoformat(day)) is outcome


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"peran_hadir": ["PANITIA"]}, MET),
        ({"peran_hadir": ["JURU_KAMPANYE"], "jenis_kegiatan": None}, MET),
        ({"dukungan_aktif": True, "jenis_kegiatan": "ACARA_DINAS"}, MET),
        ({"fasilitasi": True}, MET),
        ({"fasilitasi": True, "jenis_kegiatan": None}, STUDY),
        ({"fasilitasi": True, "jenis_kegiatan": "KEAGAMAAN_ADAT"}, NOT_MET),
        ({"atribut_dinas": True, "jenis_kegiatan": "ACARA_DINAS"}, NOT_MET),
        ({"fasilitas_negara": True}, MET),
        ({"atribut_partai": True}, MET),
        ({"atribut_dinas": True}, MET),
        ({"atribut_dinas": True, "penugasan_dinas": "SURAT_TUGAS"}, NOT_MET),
        ({}, STUDY),
        ({"peran_hadir": ["UNDANGAN"], "hari_jam_kerja": True}, STUDY),
        ({"hadir_paslon_lain": "TIDAK"}, STUDY),
        ({"penugasan_dinas": "SURAT_TUGAS"}, NOT_MET),
        ({"jenis_kegiatan": "KEAGAMAAN_ADAT"}, NOT_MET),
    ],
)
def test_a_village_head_at_a_rally(change: dict[str, object], outcome: Outcome) -> None:
    assert _outcome("DE-01", {**KADES, **change}) is outcome


def test_a_village_head_who_listens_is_never_simply_clear() -> None:
    found = assess_all(KADES)["DE-01"]
    assert (found.outcome, found.missing, found.raised) == (STUDY, (), True)
    assert "ikut serta" in found.elements[0].reason
    assert [(one.id, one.value) for one in found.exceptions if one.value] == [("X-10", True)]


@pytest.mark.parametrize(
    ("day", "kind", "outcome"),
    [
        ("2024-09-24", "DEKLARASI", MET),
        ("2024-09-24", "KAMPANYE", NOT_MET),
        ("2024-09-24", None, STUDY),
        ("2024-09-25", "KAMPANYE", MET),
        ("2024-11-23", "DEKLARASI", MET),
        ("2024-11-24", "DEKLARASI", NOT_MET),
    ],
)
def test_the_time_of_a_village_head(day: str, kind: str | None, outcome: Outcome) -> None:
    facts = {**KADES, "ajakan": True, "jenis_kegiatan": kind}
    assert _outcome("DE-01", facts, date.fromisoformat(day)) is outcome
