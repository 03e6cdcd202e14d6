"""Values as people and files write them: what is understood, what is unknown, what is refused."""

from datetime import UTC, date, datetime, time

import pytest

from rules.errors import RuleError
from rules.facts import read_date, read_respondent, read_value
from rules.leaves import OPEN
from rules.model import Value
from tests.rules.shipped import pack


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        ("ajakan", True, True),
        ("ajakan", "Ya", True),
        ("ajakan", " TIDAK ", False),
        ("ajakan", "false", False),
        ("status_subjek", "PNS", "PNS"),
        ("status_subjek", "pns", "PNS"),
        ("tujuan_dukungan", "ya", "YA"),
        ("tujuan_dukungan", False, "TIDAK"),
        ("peran_hadir", ["PENDENGAR", "UNDANGAN"], frozenset({"PENDENGAR", "UNDANGAN"})),
        ("peran_hadir", "PENDENGAR", frozenset({"PENDENGAR"})),
        ("peran_hadir", [], frozenset()),
        ("peran_hadir", ["PENDENGAR", "TIDAK_DIKETAHUI"], frozenset({"PENDENGAR", OPEN})),
        ("tgl_peristiwa", "2024-09-22", date(2024, 9, 22)),
        ("tgl_peristiwa", date(2024, 9, 22), date(2024, 9, 22)),
        ("pihak_didukung", " Calon contoh ", "Calon contoh"),
        ("x.DS-01.1", "ya", True),
    ],
)
def test_a_value_is_read(key: str, raw: object, value: Value) -> None:
    assert read_value(pack(), key, raw) == value


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("ajakan", None),
        ("ajakan", "TIDAK_DIKETAHUI"),
        ("ajakan", "belum"),
        ("status_cuti", "TIDAK_DIKETAHUI"),
        ("tujuan_dukungan", "TIDAK_JELAS"),
        ("dampak_negatif", "BELUM_DINILAI"),
        ("peran_pemasangan", ["TIDAK_DIKETAHUI"]),
        ("peran_pemasangan", "TIDAK_DIKETAHUI"),
        ("pihak_didukung", "  "),
        ("x.DS-01.1", "belum"),
    ],
)
def test_what_says_nothing_is_unknown(key: str, raw: object) -> None:
    assert read_value(pack(), key, raw) is None


@pytest.mark.parametrize(
    ("key", "raw", "code", "named"),
    [
        ("ajakann", True, "unknown-fact", "ajakann"),
        ("x.KE-01.9", True, "unknown-fact", "x.KE-01.9"),
        ("ajakan", "mungkin", "not-yes-or-no", "mungkin"),
        ("ajakan", 1, "not-yes-or-no", "1"),
        ("x.DS-01.1", "kadang", "not-yes-or-no", "kadang"),
        ("status_subjek", "GURU", "value-not-listed", "PERANGKAT_DESA"),
        ("status_subjek", True, "value-not-listed", "True"),
        ("peran_hadir", {"PENDENGAR": True}, "not-a-list", "PENDENGAR"),
        ("peran_hadir", ["PENDENGAR", None], "value-not-listed", "None"),
        ("pihak_didukung", 7, "not-text", "7"),
        ("tgl_peristiwa", "22-09-2024", "bad-date", "22-09-2024"),
        ("tgl_peristiwa", "2024-02-30", "bad-date", "2024-02-30"),
        ("tgl_peristiwa", "2024-09-22T99:00", "bad-date", "99:00"),
        ("tgl_peristiwa", time(10, 0), "bad-date", "10:00"),
        ("tgl_peristiwa", "1945-08-16", "date-too-early", "1945-08-17"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(
    key: str, raw: object, code: str, named: str
) -> None:
    with pytest.raises(RuleError) as caught:
        read_value(pack(), key, raw)
    assert caught.value.code == code
    assert caught.value.values["key"] == key
    assert named in str(caught.value)


@pytest.mark.parametrize(
    "raw",
    [
        "2024-09-22T23:30:00+09:00",
        "2024-09-22 00:10",
        "2024-09-22T18:00:00Z",
        datetime(2024, 9, 22, 23, 59, tzinfo=UTC),
    ],
)
def test_of_a_time_the_written_date_counts(raw: object) -> None:
    assert read_date("tgl_peristiwa", raw) == date(2024, 9, 22)


def test_what_cannot_all_be_true_is_unknown_and_told() -> None:
    respondent = read_respondent(
        pack(),
        "T-01",
        {"peran_pemasangan": ["MEMASANG", "TIDAK_TERLIBAT"], "foto_dengan": ["TIDAK_ADA"]},
    )
    assert respondent.facts == {"foto_dengan": frozenset({"TIDAK_ADA"})}
    assert respondent.contradicting == ("peran_pemasangan",)


def test_what_is_unknown_is_left_out() -> None:
    assert read_respondent(pack(), "T-01", {"ajakan": None, "fasilitasi": "ya"}).facts == {
        "fasilitasi": True
    }
