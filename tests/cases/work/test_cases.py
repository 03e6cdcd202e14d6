from typing import Any

import pytest

from cases.errors import NetraError
from cases.work.cases import edit_case, list_cases, open_case, read_case_file, resolve_case
from cases.work.records import Place, Regime, Source
from tests.cases.work.story import NOWHERE, bodies, carry, made, preview


def test_everything_of_a_case_is_read_in_one_moment(home, story):
    file = read_case_file(home, story.case)

    assert file.case.code == "S-K1-001"
    assert file.case.place == Place("Lapangan Contoh", "53.01.06", "-10.1", "123.6")
    assert [party.code for party in file.parties] == ["T-01", "S-01"]
    assert [incident.starts_at for incident in file.incidents] == ["2024-01-21T10:00+08:00"]
    assert [exhibit.code for exhibit in file.exhibits] == ["B-01", "B-02"]
    assert file.attendance[0].exhibits == story.photos[:1]
    assert [line.act for line in file.custody] == ["taken_in", "taken_in"]
    assert [officer.name for officer in file.officers] == ["Contoh Yohana"]
    assert len(file.content_head) == 64


def test_cases_are_listed_last_touched_first(home, story):
    second = made(open_case(home, title="Baliho", regime=Regime.PILKADA, source=Source.LAPORAN))
    assert [summary.case.code for summary in list_cases(home)] == ["S-K1-002", "S-K1-001"]

    edit_case(home, story.case, title="Camat hadir")

    first, other = list_cases(home)
    assert first.case.title == "Camat hadir"
    assert (first.exhibits, first.parties, first.respondents) == (2, 2, 1)
    assert other.case.id == second
    assert (other.exhibits, other.cover, other.cover_preview) == (0, None, "")


def test_a_case_is_found_by_code_id_or_the_beginning_of_either(home, story):
    assert resolve_case(home, "s-k1-001") == story.case
    assert resolve_case(home, story.case) == story.case
    assert resolve_case(home, story.case[:8]) == story.case
    edit_case(home, story.case, register="001/TM/PL/Kec/2024")
    assert resolve_case(home, "001/TM/PL/Kec/2024") == story.case


def test_an_ambiguous_or_unknown_case_is_refused_in_words(home, story):
    open_case(home, title="Baliho", regime=Regime.PEMILU, source=Source.TEMUAN)

    with pytest.raises(NetraError) as ambiguous:
        resolve_case(home, "S-K1")
    with pytest.raises(NetraError) as unknown:
        resolve_case(home, "S-K7-001")
    with pytest.raises(NetraError):
        resolve_case(home, " ")

    assert (ambiguous.value.code, unknown.value.code) == ("ambiguous-case", "no-such-case")


def test_a_field_that_does_not_change_writes_no_event(home, story):
    edit_case(home, story.case, title="Camat hadir")
    changes = edit_case(home, story.case, title="Camat hadir")

    assert not changes.parts
    assert len(bodies(home, story.case, "case.edited")) == 1


def test_dates_of_events_are_kept_with_the_case(home, story):
    edit_case(home, story.case, dates={"diregistrasi": "2024-01-24T09:00"})

    dates = read_case_file(home, story.case).case.dates
    assert dates == (("diregistrasi", "2024-01-24T09:00+08:00"),)


def test_a_date_that_is_none_is_refused_in_words(home):
    with pytest.raises(NetraError) as refused:
        open_case(
            home, title="Baliho", regime=Regime.PEMILU, source=Source.TEMUAN, found_at="kemarin"
        )

    assert refused.value.code == "bad-time"
    assert list_cases(home) == ()


def test_a_regime_that_nobody_knows_is_refused(home):
    regime: Any = "PILEG"
    with pytest.raises(NetraError) as refused:
        open_case(home, title="Baliho", regime=regime, source=Source.TEMUAN)

    assert refused.value.code == "bad-regime"


def test_a_case_without_title_is_refused(home):
    with pytest.raises(NetraError) as refused:
        open_case(home, title=" ", regime=Regime.PEMILU, source=Source.TEMUAN)

    assert refused.value.code == "empty-text"


def test_two_keys_that_edit_one_field_stand_side_by_side_until_a_person_decides(
    home, elsewhere, story
):
    carry(home, elsewhere, story.case)
    edit_case(home, story.case, title="Camat Contoh hadir")
    edit_case(elsewhere, story.case, title="Camat berorasi")

    carry(elsewhere, home, story.case)
    carry(home, elsewhere, story.case)

    here, there = read_case_file(home, story.case), read_case_file(elsewhere, story.case)
    assert here.case == there.case
    (conflict,) = here.case.conflicts
    assert {value for _, _, value in conflict.values} == {
        '"Camat Contoh hadir"',
        '"Camat berorasi"',
    }

    edit_case(home, story.case, title="Camat berorasi")
    carry(home, elsewhere, story.case)
    assert read_case_file(elsewhere, story.case).case.conflicts == ()
    assert read_case_file(elsewhere, story.case).case.title == "Camat berorasi"


def test_two_keys_that_write_the_same_are_no_conflict(home, elsewhere, story):
    carry(home, elsewhere, story.case)
    edit_case(home, story.case, register="1/2024")
    edit_case(elsewhere, story.case, register="1/2024")

    carry(elsewhere, home, story.case)

    assert read_case_file(home, story.case).case.conflicts == ()


def test_a_case_with_its_cover_shows_the_first_print_copy(home, story):
    second = preview(home, story.case, story.photos[1])
    assert list_cases(home)[0].cover_preview == second

    first = preview(home, story.case, story.photos[0])
    (summary,) = list_cases(home)
    assert (summary.cover, summary.cover_preview) == (story.photos[0], first)


def test_a_case_that_is_not_here_is_refused(home):
    for attempt in (
        lambda: read_case_file(home, NOWHERE),
        lambda: edit_case(home, NOWHERE, title="x"),
    ):
        with pytest.raises(NetraError) as refused:
            attempt()
        assert refused.value.code == "no-such-case"
