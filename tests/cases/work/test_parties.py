import json

import pytest

from cases.errors import NetraError
from cases.work.cases import read_case_file
from cases.work.parties import (
    add_party,
    describe_party,
    list_parties,
    read_particulars,
    resolve_party,
)
from cases.work.records import Particulars, Role
from tests.cases.work.story import bodies, carry, made


def test_no_particulars_stand_in_any_line_of_the_journal(home, story):
    with home.store.read() as connection:
        lines = connection.exec_driver_sql("select line from journal").scalars().all()

    assert not any(b"Contoh Terlapor" in line or b"1980010120" in line for line in lines)


def test_particulars_are_sealed_with_a_salt_and_come_back_whole(home, story):
    (respondent, witness) = list_parties(home, story.case)

    sealed = json.loads(home.vault.read(respondent.particulars))

    assert len(bytes.fromhex(sealed["salt"])) == 16
    assert read_particulars(home, story.respondent) == Particulars(
        name="Contoh Terlapor", nip="198001012005011001"
    )
    twin = add_party(
        home,
        story.case,
        role=Role.RESPONDENT,
        particulars=read_particulars(home, story.respondent),
    )
    assert twin.made != witness.id
    objects = {party.particulars for party in list_parties(home, story.case)}
    assert len(objects) == 3


def test_reading_who_a_witness_is_leaves_a_line_and_reading_a_respondent_leaves_none(home, story):
    before = read_case_file(home, story.case).content_head

    read_particulars(home, story.respondent)
    read_particulars(home, story.witness, why="menyusun undangan")

    assert bodies(home, story.case, "party.read") == [
        {"party": story.witness, "why": "menyusun undangan"}
    ]
    assert read_case_file(home, story.case).content_head == before


def test_a_party_without_particulars_gives_none(home, story):
    expert = made(add_party(home, story.case, role=Role.EXPERT, label="Ahli bahasa"))

    assert read_particulars(home, expert) == Particulars()


def test_corrected_particulars_replace_what_was_seen(home, story):
    describe_party(home, story.respondent, Particulars(name="Contoh Terlapor Benar"))

    assert read_particulars(home, story.respondent).name == "Contoh Terlapor Benar"
    assert len(bodies(home, story.case, "party.described")) == 3


def test_particulars_that_did_not_travel_are_refused_in_words(home, elsewhere, story):
    carry(home, elsewhere, story.case)

    with pytest.raises(NetraError):
        read_particulars(elsewhere, story.respondent)


def test_a_party_is_found_by_its_code(home, story):
    assert resolve_party(home, story.case, "s-01") == story.witness
    with pytest.raises(NetraError) as refused:
        resolve_party(home, story.case, "T-09")
    assert refused.value.code == "no-such-party"
