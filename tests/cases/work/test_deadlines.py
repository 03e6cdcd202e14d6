import pytest

from cases.errors import NetraError
from cases.work.cases import edit_case, open_case
from cases.work.clarifications import edit_clarification, start_clarification
from cases.work.deadlines import read_cautions, read_deadlines
from cases.work.records import Regime, Source
from tests.cases.work.story import NOWHERE, made


def running(home, case=None):
    return [one.id for one in read_deadlines(home, case)]


def test_a_finding_starts_the_clock_of_its_determination(home, story):
    (deadline,) = read_deadlines(home, story.case)

    assert (deadline.id, deadline.limit, deadline.safe) == ("D1", "2024-01-31", "2024-01-30")
    assert deadline.practical == "2024-01-31T16:00:00+08:00"
    assert deadline.days[0] == "2024-01-23"
    assert deadline.case_code == "S-K1-001"


def test_registering_ends_the_clocks_before_it_and_starts_those_after_it(home, story):
    edit_case(home, story.case, dates={"diregistrasi": "2024-01-24"}, register="001/TM/2024")

    assert "D1" not in running(home)
    assert {"D8", "D9"} <= set(running(home))
    assert read_deadlines(home)[0].case_code == "001/TM/2024"


def test_a_hearing_has_a_last_day_for_its_invitation_until_it_is_over(home, story):
    edit_case(home, story.case, found_at="")
    clarification = made(
        start_clarification(home, story.case, story.witness, scheduled_at="2024-01-26T09:00")
    )
    assert [(one.id, one.limit) for one in read_deadlines(home)] == [("D7", "2024-01-25")]

    edit_clarification(home, clarification, ended_at="2024-01-26T10:00")

    assert running(home) == []


def test_a_report_runs_on_the_clocks_of_reports(home):
    case = made(
        open_case(
            home,
            title="Laporan warga",
            regime=Regime.PILKADA,
            source=Source.LAPORAN,
            found_at="2024-10-02T10:00",
            known_at="2024-10-01",
        )
    )

    assert "D24" in running(home, case)
    assert "D22" not in running(home, case)


def test_the_nearest_clock_of_all_cases_comes_first(home, story):
    open_case(
        home,
        title="Lama",
        regime=Regime.PEMILU,
        source=Source.TEMUAN,
        found_at="2024-01-02",
    )

    limits = [one.limit for one in read_deadlines(home)]
    assert len(limits) == 2
    assert limits == sorted(limits)


def test_a_case_that_is_over_has_no_clocks(home, story):
    edit_case(home, story.case, status="selesai")

    assert running(home) == []
    assert running(home, story.case) == []


def test_cautions_are_told_apart_from_the_clocks(home, story):
    assert any("29 Jan 2024" in words for words in read_cautions(home, story.case))


def test_a_date_that_another_program_garbled_stops_no_other_clock(home, story):
    with home.write() as tx:
        body = {"field": "date.diregistrasi", "value": "besok"}
        tx.append("case.edited", body, case=story.case)

    assert running(home) == ["D1"]


def test_the_clocks_of_a_case_that_is_not_here_are_refused(home):
    with pytest.raises(NetraError) as refused:
        read_deadlines(home, NOWHERE)

    assert refused.value.code == "no-such-case"
