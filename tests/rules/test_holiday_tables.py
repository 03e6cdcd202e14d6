"""Tables of holidays that an office brings: what is read, what is refused, what is replaced."""

from datetime import date
from pathlib import Path

import pytest

from rules.errors import RuleError
from rules.holiday_tables import read_csv, read_toml, replaced
from rules.workdays import Holiday, HolidayFile
from tests.rules.pack_files import FOLDER, holiday_file

TODAY = date(2027, 2, 1)
HEAD = "tahun,tanggal,jenis,nama,dasar,sumber_halaman\n"


@pytest.mark.needs_shared
def test_the_table_of_the_decrees_is_read_whole(shared_data: Path) -> None:
    table = read_csv((shared_data / "skb_libur_indonesia.csv").read_bytes(), TODAY)
    assert (len(table.holidays), table.years) == (107, (2023, 2024, 2025, 2026))
    own = [row for row in holiday_file().holidays if row.status == "resmi"]
    assert {(row.date, row.kind, row.name) for row in table.holidays} == {
        (row.date, row.kind, row.name) for row in own
    }


def test_a_table_of_commas_is_read() -> None:
    text = HEAD + '2027,2027-01-01,libur_nasional,"Tahun Baru, Masehi",SKB contoh,halaman 1\n'
    table = read_csv(text.encode(), TODAY)
    assert table == HolidayFile(
        as_of=TODAY,
        years=(2027,),
        holidays=(
            Holiday(
                date=date(2027, 1, 1),
                kind="libur_nasional",
                name="Tahun Baru, Masehi",
                basis="SKB contoh",
                source="halaman 1",
            ),
        ),
    )


def test_a_table_of_a_spread_sheet_is_read() -> None:
    text = (
        "\ufefftanggal;jenis;nama;dasar;status;daerah\r\n"
        "2027-05-01;pemungutan_suara;PSU;contoh;resmi;53.71 | Kota Kupang\r\n"
        "2028-01-01;libur_nasional;Tahun Baru;contoh;perkiraan;\r\n"
    )
    table = read_csv(text.encode(), TODAY)
    assert table.years == (2027,)
    assert table.holidays[0].areas == ("53.71", "Kota Kupang")
    assert table.holidays[1].status == "perkiraan"


@pytest.mark.parametrize(
    ("data", "code", "values"),
    [
        (b"", "missing-columns", {"names": "tanggal, jenis, nama, dasar"}),
        (HEAD.encode(), "empty-table", {}),
        (b"tanggal,nama\n", "missing-columns", {"names": "jenis, dasar"}),
        (b"\xff\xfe\x00", "not-utf8", {"at": "0"}),
        (HEAD.encode() + b"2027,2027-01-01,,Natal,SKB,\n", "empty-cell", {"line": "2"}),
        (HEAD.encode() + b"2027,2027-01-01\n", "empty-cell", {"column": "jenis"}),
        (
            HEAD.encode() + b"2027,2027-01-01,libur_sekolah,Libur,SKB,\n",
            "cell-not-allowed",
            {"line": "2", "column": "jenis", "found": "libur_sekolah"},
        ),
        (
            HEAD.encode() + b"2027,01/01/2027,libur_nasional,Libur,SKB,\n",
            "cell-not-a-date",
            {"line": "2", "found": "01/01/2027"},
        ),
        (
            HEAD.encode() + b"1027,1027-01-01,libur_nasional,Libur,SKB,\n",
            "cell-not-a-date",
            {"found": "1027-01-01"},
        ),
        (
            HEAD.encode() + b"2027,2027-01-01,libur_nasional,A,SKB,\n" * 2,
            "day-twice",
            {"date": "2027-01-01"},
        ),
        (HEAD.encode() + b'2027,"2027-01-01"x,libur_nasional\n', "not-csv", {"line": "2"}),
    ],
)
def test_a_bad_table_is_refused_by_line_and_column(
    data: bytes, code: str, values: dict[str, str]
) -> None:
    with pytest.raises(RuleError) as refused:
        read_csv(data, TODAY)
    assert refused.value.code == code
    assert values.items() <= refused.value.values.items()


def test_a_table_in_the_form_of_the_pack_is_read() -> None:
    assert read_toml((FOLDER / "holidays.toml").read_bytes()) == holiday_file()


@pytest.mark.parametrize("data", [b"as_of = 3", b"= =", b"\xff", b"years = []"])
def test_what_is_no_table_in_that_form_is_refused(data: bytes) -> None:
    with pytest.raises(RuleError, match="not-a-holiday-table"):
        read_toml(data)


def test_a_newer_table_replaces_its_years_and_no_other() -> None:
    rows = (Holiday(date=date(2027, 1, 1), kind="libur_nasional", name="Baru", basis="SKB"),)
    table = replaced(holiday_file(), HolidayFile(as_of=TODAY, years=(2027,), holidays=rows))
    assert table.as_of == TODAY
    assert table.years == (2023, 2024, 2025, 2026, 2027)
    assert [row for row in table.holidays if row.date.year == 2027] == list(rows)
    assert sum(row.date.year < 2027 for row in table.holidays) == 107
    assert table.nationwide == holiday_file().nationwide
