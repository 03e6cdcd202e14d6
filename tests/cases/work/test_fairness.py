from typing import Any

import pytest

from cases.errors import NetraError
from cases.tables import person_index
from cases.work.attendance import add_attendance
from cases.work.cases import open_case, read_case_file
from cases.work.fairness import accept_fairness, fairness_proposals
from cases.work.incidents import edit_incident, record_incident
from cases.work.parties import add_party, describe_party
from cases.work.persons import (
    confirm_same,
    find_number,
    list_same,
    parties_with,
    refresh_index,
    suggest_same,
    withdraw_same,
)
from cases.work.records import CaseId, Particulars, Regime, Role, Source
from tests.cases.work.story import NOWHERE, bodies, carry, made, take_in

NIP = "19800101 200501 1 001"


class Second:
    """The same person at a rally of another contestant, in another case."""

    def __init__(self, home, *, contestant="Paslon Lain", at="2024-01-25T10:00", nip=NIP):
        self.case = CaseId(
            made(open_case(home, title="Lain", regime=Regime.PEMILU, source=Source.TEMUAN))
        )
        fields: Any = {"election": "PILPRES", "contestant": contestant, "starts_at": at}
        self.incident = made(record_incident(home, case=self.case, title="Rapat umum", **fields))
        who = Particulars(name="Contoh Terlapor", nip=nip)
        self.party = made(add_party(home, self.case, role=Role.RESPONDENT, particulars=who))
        self.photo = take_in(home, self.case, "lain.jpg")
        add_attendance(home, self.incident, self.party, exhibits=[self.photo])


@pytest.fixture
def second(home, story) -> Second:
    return Second(home)


def confirm(home, story, second):
    one, other = (story.case, story.respondent), (second.case, second.party)
    return made(confirm_same(home, one, other, "NIP sama"))


def test_equal_numbers_are_a_suggestion_until_an_officer_is_sure(home, story, second):
    (hint,) = suggest_same(home, story.case)
    assert (hint.party, hint.other_case, hint.other_party) == (
        story.respondent,
        second.case,
        second.party,
    )
    assert (hint.party_code, hint.other_code, hint.kinds) == ("T-01", "T-01", ("nip",))
    assert fairness_proposals(home, story.case) == ()

    sure = confirm(home, story, second)

    assert suggest_same(home, story.case) == ()
    assert [one.confirmation for one in list_same(home, second.case)] == [sure]
    withdraw_same(home, sure, "NIP salah ketik")
    assert list_same(home, story.case) == ()
    assert len(suggest_same(home, story.case)) == 1


def test_the_index_holds_no_number_and_a_witness_is_found_by_the_whole_number_only(
    home, story, second
):
    nik = Particulars(name="Contoh Saksi", nik="5301010101800001")
    describe_party(home, story.witness, nik)
    assert refresh_index(home) == 3
    assert refresh_index(home) == 0

    assert find_number(home, "5301 0101 0180 0001") == ((story.case, story.witness),)
    assert find_number(home, "530101010180000") == ()
    assert [one["why"] for one in bodies(home, story.case, "party.read")] == ["number"]

    with home.read() as connection:
        rows = connection.execute(person_index.select()).mappings().all()
    assert all(row["mac"] == "" or len(row["mac"]) == 64 for row in rows)
    assert not any("1980" in row["mac"] for row in rows)
    assert parties_with(home, story.case, Particulars(nip="198001012005011001")) == (
        story.respondent,
    )
    assert parties_with(home, story.case, Particulars(nip="1")) == ()


def test_a_corrected_number_is_indexed_anew(home, story, second):
    assert suggest_same(home, story.case)
    describe_party(home, second.party, Particulars(name="Contoh", nip="199001012015011002"))
    assert suggest_same(home, story.case) == ()


def test_the_other_contestants_rally_proposes_ya_with_both_exhibits(home, story, second):
    confirm(home, story, second)

    (proposal,) = fairness_proposals(home, story.case)

    assert (proposal.incident, proposal.party) == (story.incident, story.respondent)
    assert (proposal.exhibit, proposal.other_exhibit) == (story.photos[0], second.photo)
    assert "Paslon Lain" in proposal.words
    assert bodies(home, story.case, "statement.made") == []

    accept_fairness(home, proposal)

    file = read_case_file(home, story.case)
    (state,) = [one for one in file.facts if one.fact == "hadir_paslon_lain"]
    assert (state.value, state.party) == ("YA", story.respondent)
    assert set(state.statements[0].exhibits) == {story.photos[0], second.photo}
    assert [one.code for one in file.exhibits] == ["B-01", "B-02", "B-03"]
    assert fairness_proposals(home, story.case) == ()
    with pytest.raises(NetraError) as refused:
        accept_fairness(home, proposal)
    assert refused.value.code == "no-such-proposal"

    (back,) = fairness_proposals(home, second.case)
    accept_fairness(home, back)
    assert len(read_case_file(home, second.case).exhibits) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"contestant": "PASLON CONTOH."},
        {"contestant": ""},
        {"at": "2024-02-12T10:00"},
        {"at": ""},
        {"at": "1990-02-12"},
    ],
)
def test_nothing_is_proposed_where_contestant_or_stage_do_not_tell(home, story, fields):
    confirm(home, story, Second(home, **fields))
    assert fairness_proposals(home, story.case) == ()


def test_another_election_proposes_nothing(home, story, second):
    confirm(home, story, second)
    edit_incident(home, second.incident, election="PILEG_DPR")
    assert fairness_proposals(home, story.case) == ()


def test_a_contested_contestant_proposes_nothing(home, elsewhere, story, second):
    confirm(home, story, second)
    carry(home, elsewhere, second.case)
    edit_incident(home, second.incident, contestant="Paslon A")
    edit_incident(elsewhere, second.incident, contestant="Paslon B")
    carry(elsewhere, home, second.case)
    assert fairness_proposals(home, story.case) == ()


def test_one_respondent_at_two_rallies_of_one_case_needs_no_confirmation(home, story):
    other = made(
        record_incident(
            home,
            case=story.case,
            title="Lain",
            election="PILPRES",
            contestant="Paslon Lain",
            starts_at="2024-01-24",
        )
    )
    add_attendance(home, other, story.respondent)
    assert fairness_proposals(home, story.case) == (), "nothing shows it"

    add_attendance(home, other, story.respondent, exhibits=story.photos[:1])
    assert len(fairness_proposals(home, story.case)) == 2
    accept_fairness(home, fairness_proposals(home, story.case)[0])
    assert len(read_case_file(home, story.case).exhibits) == 2


def test_the_same_person_is_passed_on_from_case_to_case(home, story, second):
    third = Second(home, contestant="Paslon Ketiga")
    confirm(home, story, second)
    one, other = (second.case, second.party), (third.case, third.party)
    confirm_same(home, one, other, "NIP sama")

    found = {one.other_contestant for one in fairness_proposals(home, story.case)}
    assert found == {"Paslon Lain", "Paslon Ketiga"}


def test_only_parties_that_exist_are_one_person_and_for_a_reason(home, story, second):
    here = story.case, story.respondent
    for one, other, reason, code in (
        (here, (second.case, NOWHERE), "x", "no-such-party"),
        (here, here, "x", "same-party"),
        (here, (second.case, second.party), " ", "empty-text"),
    ):
        with pytest.raises(NetraError) as refused:
            confirm_same(home, one, other, reason)
        assert refused.value.code == code
    with pytest.raises(NetraError) as refused:
        withdraw_same(home, "f" * 64, "x")
    assert refused.value.code == "no-such-confirmation"
