"""The clocks of both regimes, against worked cases."""

from datetime import date, datetime

import msgspec
import pytest

from rules.clocks import Doubt
from rules.deadlines import (
    Caution,
    compute,
    read_request,
)
from rules.workdays import Stage
from tests.rules.clocks_asked import (
    FILE,
    STAGES,
    TABLE,
    WIB,
    ask,
    cautioned,
    clocks,
    codes,
    one_clock,
)

# id, regime, source, trigger day, limit, safe, practical
WORKED = [
    # A district's case of January 2024: known Sunday 7, reported Wednesday 10, notice Friday 12.
    ("D2", "PEMILU", "LAPORAN", "2024-01-07", "2024-01-16", "2024-01-16", "2024-01-16T16:00"),
    ("D4", "PEMILU", "LAPORAN", "2024-01-10", "2024-01-12", "2024-01-11", "2024-01-12T16:30"),
    ("D5", "PEMILU", "LAPORAN", "2024-01-12", "2024-01-16", "2024-01-15", "2024-01-16T16:00"),
    # A city's case of December 2023: found Sunday 3, registered Monday 11; Christmas, the joint
    # leave after it and New Year do not count.
    ("D1", "PEMILU", "TEMUAN", "2023-12-03", "2023-12-12", "2023-12-12", "2023-12-12T16:00"),
    ("D8", "PEMILU", "TEMUAN", "2023-12-11", "2023-12-20", "2023-12-19", "2023-12-20T16:00"),
    ("D9", "PEMILU", "TEMUAN", "2023-12-11", "2024-01-03", "2024-01-02", "2024-01-03T16:00"),
    # Around the two voting days.
    ("D8", "PEMILU", "LAPORAN", "2024-02-05", "2024-02-19", "2024-02-16", "2024-02-19T16:00"),
    ("D4", "PEMILU", "LAPORAN", "2024-02-13", "2024-02-16", "2024-02-15", "2024-02-16T16:30"),
    ("D4", "PEMILU", "LAPORAN", "2024-02-14", "2024-02-16", "2024-02-16", "2024-02-16T16:30"),
    ("D8", "PEMILU", "TEMUAN", "2024-11-25", "2024-12-05", "2024-12-04", "2024-12-05T16:00"),
    # The long joint leave of April 2024: 8 to 15 April do not count.
    ("D2", "PEMILU", "LAPORAN", "2024-04-05", "2024-04-24", "2024-04-23", "2024-04-24T16:00"),
    ("D6", "PEMILU", "LAPORAN", "2024-04-05", "2024-04-16", "2024-04-05", "2024-04-16T16:00"),
    ("D6", "PEMILU", "LAPORAN", "2024-04-06", "2024-04-16", "2024-04-16", "2024-04-16T16:00"),
    ("D13", "PEMILU", "TEMUAN", "2024-05-08", "2024-05-15", "2024-05-14", "2024-05-15T16:00"),
    # Counted back: the last day an invitation may arrive.
    ("D7", "PEMILU", "TEMUAN", "2024-01-16", "2024-01-15", "2024-01-15", "2024-01-15T16:00"),
    ("D7", "PEMILU", "LAPORAN", "2024-01-15", "2024-01-12", "2024-01-12", "2024-01-12T16:30"),
    ("D7", "PEMILU", "LAPORAN", "2023-12-27", "2023-12-22", "2023-12-22", "2023-12-22T16:30"),
    ("D7", "PEMILU", "LAPORAN", "2024-02-15", "2024-02-13", "2024-02-13", "2024-02-13T23:59:59"),
    # Calendar days: the last day may be a day the desk is closed.
    ("D22", "PILKADA", "LAPORAN", "2024-10-12", "2024-10-19", "2024-10-18", "2024-10-18T16:30"),
    ("D22", "PILKADA", "LAPORAN", "2024-10-13", "2024-10-20", "2024-10-19", "2024-10-18T16:30"),
    ("D22", "PILKADA", "LAPORAN", "2024-10-14", "2024-10-21", "2024-10-20", "2024-10-21T16:00"),
    ("D21", "PILKADA", "TEMUAN", "2024-09-09", "2024-09-16", "2024-09-15", "2024-09-13T16:30"),
    ("D24", "PILKADA", "LAPORAN", "2024-10-17", "2024-10-19", "2024-10-18", "2024-10-18T16:30"),
    ("D26", "PILKADA", "TEMUAN", "2024-10-16", "2024-10-19", "2024-10-18", "2024-10-18T16:30"),
    ("D27", "PILKADA", "TEMUAN", "2024-10-16", "2024-10-21", "2024-10-20", "2024-10-21T16:00"),
    ("D26", "PILKADA", "LAPORAN", "2024-12-30", "2025-01-02", "2025-01-01", "2025-01-02T16:00"),
    # Quiet days and voting day: the desk never closes, Sunday or not.
    ("D22", "PILKADA", "LAPORAN", "2024-11-17", "2024-11-24", "2024-11-23", "2024-11-24T23:59:59"),
    ("D22", "PILKADA", "LAPORAN", "2024-11-20", "2024-11-27", "2024-11-26", "2024-11-27T23:59:59"),
    ("D22", "PILKADA", "LAPORAN", "2024-11-16", "2024-11-23", "2024-11-22", "2024-11-22T16:30"),
    # Before Perbawaslu 9/2024 a repair took three days, by the practice of one district.
    ("D25", "PILKADA", "LAPORAN", "2024-09-10", "2024-09-13", "2024-09-12", "2024-09-13T16:30"),
]


@pytest.mark.parametrize(
    ("clock", "regime", "source", "when", "limit", "safe", "practical"), WORKED
)
def test_a_worked_case(
    clock: str, regime: str, source: str, when: str, limit: str, safe: str, practical: str
) -> None:
    found = one_clock(clock, regime, source, when)
    assert (found.limit.isoformat(), found.safe.isoformat()) == (limit, safe)
    assert found.practical == datetime.fromisoformat(practical).replace(tzinfo=WIB)


# id, regime, trigger, limit
HOURS = [
    ("D10", "PEMILU", "2024-01-10T10:30+07:00", "2024-01-11T10:30+07:00"),
    ("D11", "PEMILU", "2024-01-10T23:30", "2024-01-11T23:30+07:00"),
    ("D25", "PILKADA", "2024-11-05T09:00:00+07:00", "2024-11-07T09:00+07:00"),
    ("D28", "PILKADA", "2024-11-05T02:00:00Z", "2024-11-06T09:00+07:00"),
    ("D30", "PILKADA", "2024-11-08T15:00", "2024-11-09T15:00+07:00"),
]


@pytest.mark.parametrize(("clock", "regime", "when", "limit"), HOURS)
def test_hours_run_from_the_very_moment(clock: str, regime: str, when: str, limit: str) -> None:
    found = one_clock(clock, regime, "LAPORAN", when)
    assert found.limit == found.safe == datetime.fromisoformat(limit)
    assert found.days == ()


def test_hours_from_a_day_without_an_hour_end_on_a_day_and_say_so() -> None:
    result = ask("PILKADA", "LAPORAN", {"perbaikan_diberitahukan": "2024-11-05"})
    found = clocks(result)["D25"]
    assert (found.limit, found.safe) == (date(2024, 11, 7), date(2024, 11, 6))
    assert found.practical == datetime(2024, 11, 6, 16, 0, tzinfo=WIB)
    assert cautioned(result, "hour-unknown") == [{"id": "D25", "event": "perbaikan_diberitahukan"}]


def test_the_desk_is_open_until_the_very_hour_and_not_before_it_opens() -> None:
    at_ten = one_clock("D11", "PEMILU", "TEMUAN", "2024-01-10T10:00")
    assert at_ten.practical == datetime(2024, 1, 11, 10, 0, tzinfo=WIB)
    at_six = one_clock("D11", "PEMILU", "TEMUAN", "2024-01-10T06:00")
    assert at_six.practical == datetime(2024, 1, 10, 16, 0, tzinfo=WIB)
    at_eight = one_clock("D11", "PEMILU", "TEMUAN", "2024-01-10T20:00")
    assert at_eight.practical == datetime(2024, 1, 11, 16, 0, tzinfo=WIB)


def test_no_desk_open_between_trigger_and_limit_is_said() -> None:
    result = ask("PILKADA", "TEMUAN", {"pidana_ditetapkan": "2024-11-08T17:00"})
    assert clocks(result)["D30"].practical is None
    assert cautioned(result, "never-open")[0]["id"] == "D30"
    # A whole week-end between: nothing opens from Saturday to Sunday.
    found = one_clock("D28", "PILKADA", "TEMUAN", "2024-11-09T08:00")
    assert found.practical is None


def test_before_the_amendment_voting_day_had_office_hours() -> None:
    vote = Stage(
        calendar="PILKADA2020",
        regime="PILKADA",
        kind="VOTING",
        event="pemungutan suara",
        first=date(2020, 12, 9),
        last=date(2020, 12, 9),
        areas=("63",),
    )
    raw = {
        "regime": "PILKADA",
        "source": "LAPORAN",
        "timezone": "WITA",
        "area": "63.71",
        "events": {"diketahui": "2020-12-02"},
    }
    found = compute(FILE, TABLE, [vote], read_request(FILE, raw)).deadlines[0]
    assert found.practical == datetime.fromisoformat("2020-12-09T16:00+08:00")


def test_the_zone_of_the_office_decides_the_day() -> None:
    late = "2024-01-10T23:30:00+07:00"
    days = {
        zone: one_clock("D4", "PEMILU", "LAPORAN", late, zone).limit
        for zone in ("WIB", "WITA", "Asia/Jayapura")
    }
    assert days == {
        "WIB": date(2024, 1, 12),
        "WITA": date(2024, 1, 15),
        "Asia/Jayapura": date(2024, 1, 15),
    }


def test_the_count_names_every_day_and_why_it_does_not_count() -> None:
    days = one_clock("D9", "PEMILU", "TEMUAN", "2023-12-11").days
    assert [day.date for day in days if day.counted][-1] == date(2024, 1, 3)
    assert [day.number for day in days if day.counted] == list(range(1, 15))
    why = {day.date.isoformat(): day.reason.kind for day in days if day.reason}
    assert why == {
        "2023-12-11": "pemicu",
        "2023-12-16": "sabtu_minggu",
        "2023-12-17": "sabtu_minggu",
        "2023-12-23": "sabtu_minggu",
        "2023-12-24": "sabtu_minggu",
        "2023-12-25": "libur_nasional",
        "2023-12-26": "cuti_bersama",
        "2023-12-30": "sabtu_minggu",
        "2023-12-31": "sabtu_minggu",
        "2024-01-01": "libur_nasional",
    }


def test_each_source_and_regime_has_its_own_clocks() -> None:
    events = {event.key: "2024-11-05T09:00" for event in FILE.events}
    ids = {
        (regime, source): list(clocks(ask(regime, source, events)))
        for regime in ("PEMILU", "PILKADA")
        for source in ("TEMUAN", "LAPORAN")
    }
    assert ids == {
        ("PEMILU", "TEMUAN"): ["D1", "D7", "D8", "D9", "D10", "D11", "D13"],
        ("PEMILU", "LAPORAN"): [
            "D2", "D4", "D5a", "D5", "D6", "D7", "D8", "D9", "D10", "D11", "D13",
        ],
        ("PILKADA", "TEMUAN"): ["D21", "D26", "D27", "D28", "D30"],
        ("PILKADA", "LAPORAN"): ["D22", "D24", "D25", "D26", "D27", "D28", "D30"],
    }  # fmt: skip


def test_a_year_without_a_table_is_counted_by_week_days_and_warned_of() -> None:
    result = ask("PEMILU", "TEMUAN", {"diregistrasi": "2030-12-23T09:00"})
    assert clocks(result)["D8"].limit == date(2031, 1, 1)
    assert cautioned(result, "no-table") == [{"year": "2030"}, {"year": "2031"}]


def test_an_estimated_holiday_is_counted_and_warned_of() -> None:
    result = ask("PEMILU", "TEMUAN", {"diregistrasi": "2026-12-30T09:00"})
    assert clocks(result)["D8"].limit == date(2027, 1, 8)
    assert {"date": date(2027, 1, 1), "name": "Tahun Baru Masehi"} in cautioned(result, "estimate")
    assert cautioned(result, "no-table") == [{"year": "2027"}]


def test_an_estimated_holiday_is_no_open_desk() -> None:
    found = one_clock("D22", "PILKADA", "LAPORAN", "2026-12-25")
    assert found.limit == date(2027, 1, 1)
    assert found.practical == datetime(2026, 12, 31, 16, 0, tzinfo=WIB)


def test_a_re_run_elsewhere_is_mentioned_and_counts_only_there() -> None:
    away = ask("PEMILU", "TEMUAN", {"diregistrasi": "2025-08-04T09:00"})
    assert clocks(away)["D8"].limit == date(2025, 8, 13)
    assert [caution["date"] for caution in cautioned(away, "elsewhere")] == [date(2025, 8, 6)]
    there = ask("PEMILU", "TEMUAN", {"diregistrasi": "2025-08-04T09:00"}, area="PSU2025-E")
    assert clocks(there)["D8"].limit == date(2025, 8, 14)
    assert "elsewhere" not in codes(there)


def test_events_in_the_wrong_order_are_said() -> None:
    result = ask("PEMILU", "LAPORAN", {"dilaporkan": "2024-01-10", "diregistrasi": "2024-01-09"})
    assert cautioned(result, "order") == [
        {
            "event": "diregistrasi",
            "date": date(2024, 1, 9),
            "other": "dilaporkan",
            "other_date": date(2024, 1, 10),
        }
    ]
    same_day = {"dilaporkan": "2024-01-10T10:00", "diregistrasi": "2024-01-10T09:00"}
    assert "order" in codes(ask("PEMILU", "LAPORAN", same_day))
    hour_unknown = {"dilaporkan": "2024-01-10T10:00", "diregistrasi": "2024-01-10"}
    assert "order" not in codes(ask("PEMILU", "LAPORAN", hour_unknown))


def test_a_report_is_in_time_yellow_or_late() -> None:
    def code(day: str) -> set[str]:
        events = {"diketahui": "2024-01-08", "dilaporkan": day}
        return codes(ask("PEMILU", "LAPORAN", events)) & {"late", "after-safe"}

    assert code("2024-01-16") == set()
    assert code("2024-01-17") == {"after-safe"}
    assert code("2024-01-18") == {"late"}


def test_an_event_that_starts_and_ends_nothing_is_said() -> None:
    result = ask("PILKADA", "TEMUAN", {"saran_diberikan": "2024-11-05"})
    assert result.deadlines == ()
    assert result.cautions == (
        Caution(
            "starts-nothing",
            {"event": "saran_diberikan", "regime": "PILKADA", "source": "TEMUAN"},
        ),
    )


def test_doubts_of_the_pack_are_said_once_and_only_in_their_time() -> None:
    result = ask("PILKADA", "LAPORAN", {"diketahui": "2024-10-01", "dilaporkan": "2024-10-02"})
    assert len(cautioned(result, "doubt")) == 1
    assert "MK 22 Juli 2020" in cautioned(result, "doubt")[0]["text"]
    for day, said in (("2024-09-30", True), ("2024-10-14", True), ("2024-10-15", False)):
        repair = ask("PILKADA", "LAPORAN", {"perbaikan_diberitahukan": f"{day}T09:00"})
        found = any("diundangkan" in text["text"] for text in cautioned(repair, "doubt"))
        assert found == said
    assert "doubt" not in codes(ask("PEMILU", "LAPORAN", {"diketahui": "2024-01-08"}))


def test_a_doubt_about_a_regime_has_its_time_too() -> None:
    doubt = Doubt(text="contoh", valid_from=date(2030, 1, 1))
    row = msgspec.structs.replace(FILE.regimes[0], doubts=(doubt,))
    file = msgspec.structs.replace(FILE, regimes=(row,))
    raw = {"regime": "PILKADA", "source": "LAPORAN", "timezone": "WIB"}
    before = read_request(file, {**raw, "events": {"diketahui": "2029-12-31"}})
    after = read_request(file, {**raw, "events": {"diketahui": "2030-01-01"}})
    assert "doubt" not in codes(compute(file, TABLE, (), before))
    assert "doubt" in codes(compute(file, TABLE, (), after))


def test_a_second_reading_of_the_unit_is_told_where_it_differs() -> None:
    result = ask("PEMILU", "TEMUAN", {"ditemukan": "2023-12-03"})
    assert cautioned(result, "also-calendar") == [{"id": "D1", "date": date(2023, 12, 10)}]
    short = ask("PEMILU", "TEMUAN", {"saran_diberikan": "2024-01-08"})
    assert "also-calendar" not in codes(short)


def test_an_assumed_zone_is_said() -> None:
    raw = {"regime": "PEMILU", "source": "LAPORAN", "events": {"diketahui": "2024-01-08"}}
    result = compute(FILE, TABLE, STAGES, read_request(FILE, raw))
    assert result.cautions == (Caution("zone-assumed", {"zone": "WIB"}),)
    assert result.table == TABLE.as_of


def test_an_office_without_desk_hours_has_no_practical_moment() -> None:
    file = msgspec.structs.replace(FILE, desks=())
    raw = {"regime": "PEMILU", "source": "LAPORAN", "events": {"diketahui": "2024-01-08"}}
    result = compute(file, TABLE, STAGES, read_request(file, raw))
    assert result.deadlines[0].practical is None
