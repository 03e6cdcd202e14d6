"""Whom a letter goes to: by code, by respondent, by the date of the letter."""

from datetime import date

import pytest

from rules.routing import AddresseeFile, addressees, routes, statuses
from tests.rules.pack_files import addressee_file

FILE: AddresseeFile = addressee_file()


def names(code: str, status: str, day: date | None, **facts: object) -> list[str]:
    found = addressees(FILE, [code], {"status_subjek": status, **facts}, day)
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2020, 1, 1), "Ketua KASN"),
        (date(2024, 8, 23), "Ketua KASN"),
        (date(2024, 8, 24), "Kepala BKN"),
        (date(2024, 9, 3), "Kepala BKN"),
        (date(2024, 9, 4), "Kepala BKN (Kantor Regional BKN/SBT) dan PPK instansi"),
        (date(2028, 1, 1), "Kepala BKN (Kantor Regional BKN/SBT) dan PPK instansi"),
    ],
)
def test_a_civil_servants_letter_goes_to_the_body_of_its_day(day: date, name: str) -> None:
    for status in ("PNS", "CPNS", "PPPK", "LURAH"):
        assert names("AD-ASN", status, day) == [name]


def test_without_a_date_every_line_comes_with_its_dates() -> None:
    found = addressees(FILE, ["AD-ASN"], {"status_subjek": "PNS"}, None)
    assert [(one.valid_from, one.valid_to) for one in found] == [
        (None, date(2024, 8, 23)),
        (date(2024, 8, 24), date(2024, 9, 3)),
        (date(2024, 9, 4), None),
        (None, None),
    ]
    assert found[3].when == "paling lambat 16 Oktober 2027 (tanggal mulai belum ada)"
    assert [("KASN" in one.name, "BKN" in one.name) for one in found[:3]] == [
        (True, False),
        (False, True),
        (False, True),
    ]


def test_with_a_date_the_dates_of_the_line_are_left_out() -> None:
    (found,) = addressees(FILE, ["AD-ASN"], {"status_subjek": "PNS"}, date(2024, 9, 4))
    assert (found.valid_from, found.valid_to, found.when) == (None, None, "")
    assert found.basis == "SE MenPANRB 4/2024 (4 September 2024)"


@pytest.mark.parametrize(
    ("code", "status", "expected"),
    [
        ("AD-DESA", "KADES", ["Bupati/Wali Kota"]),
        ("AD-DESA", "PERANGKAT_DESA", ["Kepala Desa dengan rekomendasi tertulis Camat"]),
        ("AD-DESA", "BPD", ["Bupati/Wali Kota melalui pimpinan BPD/Camat"]),
        ("AD-DESA", "PNS", []),
        ("AD-ASN", "KADES", []),
        ("AD-ASN", "PEJABAT_DAERAH", []),
        ("AD-NONASN", "NON_ASN", ["PPK/pimpinan instansi pemberi kerja"]),
        ("AD-TNI", "TNI", ["Komandan satuan/Kodim-Korem-Kodam u.p. Polisi Militer"]),
        ("AD-POLRI", "POLRI", ["Kapolres/Kapolda u.p. Propam"]),
        ("AD-BUMN", "BUMN_BUMD", ["Direksi/komisaris perusahaan"]),
        ("AD-KPU", "LAIN", ["KPU provinsi/kabupaten/kota"]),
    ],
)
def test_a_line_must_fit_the_respondent(code: str, status: str, expected: list[str]) -> None:
    assert names(code, status, date(2025, 1, 1)) == expected


def test_a_line_before_its_first_day_is_not_chosen() -> None:
    assert names("AD-NONASN", "NON_ASN", date(2023, 1, 2)) == []
    assert len(names("AD-NONASN", "NON_ASN", date(2023, 1, 3))) == 1


def test_lines_for_everybody_need_no_status() -> None:
    found = addressees(FILE, ["AD-GAKKUMDU", "AD-ASN", "AD-APK"], {}, date(2024, 10, 1))
    assert [one.code for one in found] == ["AD-GAKKUMDU", "AD-APK"]
    assert found[0].name.startswith("Sentra Gakkumdu")
    assert all(one.basis and one.confidence for one in found)


def test_a_civil_servant_acting_as_village_head_is_a_village_head_too() -> None:
    for answer in ("ya", True):
        facts = {"status_subjek": "PNS", "penjabat_kades": answer}
        assert statuses(FILE, facts) == {"PNS", "KADES"}
        assert [one.code for one in addressees(FILE, ["AD-ASN", "AD-DESA"], facts, None)] == [
            "AD-ASN", "AD-ASN", "AD-ASN", "AD-ASN", "AD-DESA",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "own"),
    [
        ({"status_subjek": "LURAH"}, {"LURAH", "PNS"}),
        ({"status_subjek": "PNS", "penjabat_kades": "tidak"}, {"PNS"}),
        ({"status_subjek": "PNS", "penjabat_kades": "TIDAK_DIKETAHUI"}, {"PNS"}),
        ({"status_subjek": "PPPK", "penjabat_kades": "ya"}, {"PPPK"}),
        ({"status_subjek": "KADES", "penjabat_kades": "tidak"}, {"KADES"}),
        ({"status_subjek": None}, set()),
        ({"status_subjek": ["PNS"]}, set()),
        ({"penjabat_kades": ["ya"]}, set()),
        ({}, set()),
    ],
)
def test_a_respondent_counts_as(facts: dict[str, object], own: set[str]) -> None:
    assert statuses(FILE, facts) == own


def test_a_sub_district_office_writes_through_the_district_in_one_regime_only() -> None:
    (general,) = routes(FILE, "PANWASCAM", "PEMILU")
    assert general.through == "Bawaslu Kabupaten/Kota"
    (local,) = routes(FILE, "PANWASCAM", "PILKADA")
    assert (local.code, local.through) == ("RT-PANWASCAM", "")
    assert routes(FILE, "KABKOTA", "PEMILU") == ()
