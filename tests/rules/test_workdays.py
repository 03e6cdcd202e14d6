"""Which days count: the shipped table, voting days and their areas, estimates, switches."""

import csv
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from rules.calendars import CalendarFile
from rules.workdays import (
    Holiday,
    HolidayFile,
    Reason,
    Stage,
    applies,
    days_of,
    lies_in,
    workdays,
)
from tests.rules.pack_files import FOLDER, holiday_file, stages

TABLE = holiday_file()
DAY = timedelta(days=1)


@pytest.mark.needs_shared
def test_every_row_of_the_decrees_is_free_and_its_neighbours_are_not(shared_data: Path) -> None:
    with (shared_data / "skb_libur_indonesia.csv").open(encoding="utf-8") as lines:
        rows = {date.fromisoformat(row["tanggal"]): row["jenis"] for row in csv.DictReader(lines)}
    own = {row.date: row.kind for row in TABLE.holidays if row.status == "resmi"}
    assert own == rows
    assert len(rows) == 107
    office = workdays(TABLE)
    for day in rows:
        assert office.reason(day) is not None
        for neighbour in (day - DAY, day + DAY):
            listed = neighbour in rows or neighbour.weekday() > 4
            assert (office.reason(neighbour) is not None) == listed


def test_the_shipped_table_has_the_days_of_each_decree() -> None:
    counted = {
        (year, kind): sum(row.date.year == year and row.kind == kind for row in TABLE.holidays)
        for year in (2023, 2024, 2025, 2026, 2027)
        for kind in ("libur_nasional", "cuti_bersama")
    }
    assert counted == {
        (2023, "libur_nasional"): 16,
        (2023, "cuti_bersama"): 11,
        (2024, "libur_nasional"): 17,
        (2024, "cuti_bersama"): 10,
        (2025, "libur_nasional"): 17,
        (2025, "cuti_bersama"): 11,
        (2026, "libur_nasional"): 17,
        (2026, "cuti_bersama"): 8,
        (2027, "libur_nasional"): 18,
        (2027, "cuti_bersama"): 8,
    }
    assert TABLE.years == (2023, 2024, 2025, 2026)
    assert {row.status for row in TABLE.holidays if row.date.year == 2027} == {"perkiraan"}


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2024, 1, 1), Reason("libur_nasional", "Tahun Baru Masehi")),
        (date(2023, 12, 26), Reason("cuti_bersama", "Natal")),
        (date(2025, 8, 18), Reason("cuti_bersama", "Proklamasi Kemerdekaan")),
        (date(2024, 2, 14), Reason("pemungutan_suara", "VOTING PEMILU2024")),
        (date(2024, 11, 27), Reason("pemungutan_suara", "VOTING PILKADA2024")),
        (date(2024, 1, 6), Reason("sabtu_minggu")),
        (date(2024, 1, 2), None),
        (date(2024, 2, 15), None),
    ],
)
def test_a_day_is_free_for_a_named_reason(day: date, reason: Reason | None) -> None:
    found = workdays(TABLE, stages()).reason(day)
    assert (found and found.kind) == (reason and reason.kind)
    if reason is not None and reason.kind != "cuti_bersama":
        assert found == reason


def test_only_voting_lines_free_a_day() -> None:
    assert workdays(TABLE, stages()).reason(date(2024, 2, 12)) is None


def test_a_re_run_is_free_only_in_its_area() -> None:
    talaud = Stage(
        calendar="PSU2025-B2",
        regime="PILKADA",
        kind="VOTING",
        event="PSU Kepulauan Talaud",
        first=date(2025, 4, 16),
        last=date(2025, 4, 16),
        areas=("71.04", "Kepulauan Talaud"),
    )
    day = talaud.first
    for area in ("71.04", "71.04.02", "kepulauan talaud", "PSU2025-B2"):
        assert workdays(TABLE, [talaud], area).reason(day) == Reason(
            "pemungutan_suara", "PSU Kepulauan Talaud"
        )
    for area in ("", "71.05", "7"):
        office = workdays(TABLE, [talaud], area)
        assert office.reason(day) is None
        assert office.elsewhere == {day: "PSU Kepulauan Talaud"}


def test_an_area_lies_in_itself_and_in_the_code_above() -> None:
    assert lies_in(["14.08"], " 14.08.01 ")
    assert lies_in(["14."], "14.08")
    assert not lies_in(["14.08"], "14.081")
    assert not lies_in(["Siak"], "Siak.Hulu")
    assert not lies_in([], "14.08")
    assert not lies_in(["14"], " , ")


def test_an_area_may_be_written_as_offices_do() -> None:
    for area in ("Kabupaten Siak", "Kab. Siak", "siak", "Kecamatan Minas, Kab. Siak"):
        assert lies_in(["Siak"], area)
    assert lies_in(["Kota Pangkalpinang"], "Pangkalpinang")
    assert not lies_in(["Bangka"], "Bangka Barat")
    assert not lies_in(["Papua"], "Papua Barat")


def test_the_calendars_of_the_pack_free_their_voting_days() -> None:
    calendars = msgspec.toml.decode((FOLDER / "calendars.toml").read_bytes(), type=CalendarFile)
    lines = [
        Stage(
            calendar=line.calendar,
            regime="",
            kind=line.stage,
            event=line.event,
            first=line.first,
            last=line.last or line.first,
            areas=line.areas,
        )
        for line in calendars.lines
        if line.held and line.first
    ]

    def voting(area: str) -> set[str]:
        free = workdays(TABLE, lines, area).free.items()
        return {day.isoformat() for day, why in free if why.kind == "pemungutan_suara"}

    everywhere = {"2024-02-14", "2024-11-27"}
    assert voting("") == voting("Kota Kupang") == everywhere
    assert voting("Kab. Barito Utara") == {*everywhere, "2025-03-22", "2025-08-06"}
    assert voting("Papua") == {*everywhere, "2025-08-06"}
    assert voting("Pangkalpinang") == {*everywhere, "2025-08-27"}
    assert voting("Kepulauan Talaud") == {*everywhere, "2025-04-09"}


def test_estimates_warn_and_never_free_a_day() -> None:
    office = workdays(TABLE)
    day = date(2027, 1, 1)
    assert office.reason(day) is None
    assert office.estimates[day] == "Tahun Baru Masehi"
    assert not office.open(day)
    assert office.open(date(2027, 1, 4))
    assert not office.open(date(2027, 1, 3))


def test_the_switch_makes_joint_leave_a_working_day() -> None:
    rows = (
        Holiday(date=date(2030, 12, 26), kind="cuti_bersama", name="Natal", basis="contoh"),
        Holiday(date=date(2030, 12, 25), kind="libur_nasional", name="Natal", basis="contoh"),
    )
    table = HolidayFile(
        as_of=date(2030, 1, 1), years=(2030,), holidays=rows, joint_leave_works=True
    )
    assert workdays(table).reason(date(2030, 12, 26)) is None
    assert workdays(table).reason(date(2030, 12, 25)) is not None


def test_the_first_row_of_a_day_names_it() -> None:
    rows = (
        Holiday(date=date(2031, 5, 1), kind="libur_nasional", name="Buruh", basis="contoh"),
        Holiday(date=date(2031, 5, 1), kind="cuti_bersama", name="Kenaikan", basis="contoh"),
    )
    table = HolidayFile(as_of=date(2030, 1, 1), years=(2031,), holidays=rows)
    assert workdays(table).reason(date(2031, 5, 1)) == Reason("libur_nasional", "Buruh")


def test_a_local_day_off_of_the_table_is_free_only_there() -> None:
    row = Holiday(
        date=date(2020, 12, 9),
        kind="pemungutan_suara",
        name="Pilkada 2020",
        basis="contoh",
        areas=("63",),
    )
    table = HolidayFile(as_of=date(2021, 1, 1), years=(2020,), holidays=(row,))
    assert workdays(table, area="63.71").reason(row.date) is not None
    assert workdays(table, area="64.71").reason(row.date) is None


def test_a_line_of_a_nation_wide_calendar_concerns_everybody() -> None:
    line = next(line for line in stages() if line.kind == "QUIET")
    assert list(days_of(line)) == [date(2024, 2, 11), date(2024, 2, 12), date(2024, 2, 13)]
    assert applies(TABLE, line, "")
    local = msgspec.structs.replace(line, calendar="ULANG2025")
    assert not applies(TABLE, local, "")
    assert applies(TABLE, local, "ULANG2025")
