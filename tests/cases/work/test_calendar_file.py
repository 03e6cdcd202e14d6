"""Clocks as a calendar file and as a list on paper."""

from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar

from cases.papers.forms.deadline_list import build, deadline_list
from cases.work.calendar_file import write_calendar
from cases.work.cases import edit_case
from cases.work.deadlines import read_deadlines

NOW = "2024-01-24T03:00:00.000Z"


def events_of(data: bytes) -> list[Any]:
    """Read the events as another program does."""
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_another_program_reads_the_days_and_the_reasons(home, story):
    edit_case(home, story.case, dates={"diregistrasi": "2024-01-24"})
    data = write_calendar(read_deadlines(home), NOW)

    events = {str(one["SUMMARY"]): one for one in events_of(data)}

    assert not any("14 hari" in name for name in events)  # only once it is extended
    one = events["S-K1-001 · Penanganan selesai (kajian dan keputusan)"]
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (date(2024, 2, 2), date(2024, 2, 3))
    assert "UU 7/2017 Pasal 454 ayat (7)" in one["DESCRIPTION"]
    assert "Batas aman: 1 Feb 2024" in one["DESCRIPTION"]
    assert one["DTSTAMP"].dt == datetime(2024, 1, 24, 3, 0, tzinfo=UTC)
    assert one.walk("VALARM")


def test_an_hour_is_a_moment_and_lines_are_short_even_with_long_words(home, story):
    edit_case(home, story.case, dates={"pidana_ditetapkan": "2024-01-25T10:00+08:00"})
    data = write_calendar(read_deadlines(home), NOW)
    ends = [one["DTEND"].dt for one in events_of(data)]
    assert datetime(2024, 1, 26, 2, 0, tzinfo=UTC) in ends
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.endswith(b"END:VCALENDAR\r\n")


def test_the_same_clock_keeps_its_name_and_no_title_leaves_the_home(home, story):
    first = write_calendar(read_deadlines(home), NOW)
    later = write_calendar(read_deadlines(home), "2024-01-25T03:00:00.000Z")
    uids = [[str(one["UID"]) for one in events_of(data)] for data in (first, later)]
    assert uids[0] == uids[1]
    assert "camat" not in first.decode().casefold()


def test_the_list_names_every_clock_or_says_nihil(home, story):
    clocks = read_deadlines(home)
    paper = build(home.officer, clocks, "2024-01-24")
    assert "S-K1-001" in str(paper.blocks[-1])
    assert "Nihil" in str(build(home.officer, (), "2024-01-24").blocks[-1])
    assert deadline_list(home.officer, clocks, "2024-01-24").startswith(b"%PDF")
