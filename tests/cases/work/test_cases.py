import pytest

from cases.errors import NetraError
from cases.work.cases import edit_case, list_cases, open_case, read_case_file, resolve_case
from cases.work.records import Place, Regime, Source


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
    second = open_case(home, title="Baliho", regime=Regime.PILKADA, source=Source.LAPORAN).made
    assert [summary.case.code for summary in list_cases(home)] == ["S-K1-002", "S-K1-001"]

    edit_case(home, story.case, title="Camat hadir")

    first, other = list_cases(home)
    assert first.case.title == "Camat hadir"
    assert (first.exhibits, first.parties, first.respondents) == (2, 2, 1)
    assert other.case.id == second
    assert (other.exhibits, other.cover, other.cover_preview) == (0, None, "")
