import os

import pytest

from cases.journal.event import sha256
from cases.journal.streams import heads_of
from cases.office import arrival
from cases.office.importing import import_files
from cases.office.outcome import Count, FileImport
from cases.office.receipts import read_receipt
from cases.office.roster import trusted
from cases.sealed.receipt import parse_receipt
from cases.sealed.verify import State
from cases.work.cases import edit_case, list_cases, read_case_file
from tests.cases.exchange import SECOND, enrolled
from tests.cases.office.arriving import (
    bring,
    lines_held,
    state_of,
    take,
)
from tests.cases.work.story import Story, take_in


def test_the_office_holds_the_case_as_the_officer_wrote_it(home, office, story, tmp_path):
    result = take(office, bring(home, story.case, tmp_path / "kasus.netra"))
    assert result.verdict is State.INTACT
    assert result.case == story.case
    assert result.file == str(tmp_path / "kasus.netra")
    assert (result.refused, result.conflicts) == ("", ())
    here, there = read_case_file(home, story.case), read_case_file(office, story.case)
    assert here == there
    for exhibit in here.exhibits:
        assert office.vault.read(exhibit.object) == home.vault.read(exhibit.object)
    for party in here.parties:
        assert office.vault.verify(party.particulars)
    assert result.new == Count(len(lines_held(home, story.case)), 4)
    assert result.known == Count()
    assert not list(office.vault.incoming().iterdir())


def test_the_heads_keep_the_signatures_of_their_keys(home, office, story, tmp_path):
    take(office, bring(home, story.case, tmp_path / "kasus.netra"))
    with home.read() as here, office.read() as there:
        assert heads_of(here, story.case) == heads_of(there, story.case)


def test_a_plan_tells_what_would_happen_and_does_nothing(home, office, story, tmp_path):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    before = state_of(office)
    (planned,) = import_files(office, [path], plan=True)
    assert state_of(office) == before
    assert planned.receipt == ""
    done = take(office, path)
    assert (planned.new, planned.known) == (done.new, done.known)
    (again,) = import_files(office, [path], plan=True)
    assert (again.new, again.receipt) == (Count(), done.receipt)


def test_a_file_already_held_appends_nothing_and_gives_the_same_receipt(
    home, office, story, tmp_path
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    first = take(office, path)
    before = state_of(office)
    renamed = path.rename(tmp_path / "nama lain.netra")
    second = take(office, renamed)
    assert second.receipt == first.receipt
    assert (second.new, second.known) == (Count(), first.new)
    assert state_of(office) == before


def test_a_later_file_brings_only_what_is_new_and_an_older_one_nothing(
    home, office, story, tmp_path
):
    older = bring(home, story.case, tmp_path / "lama.netra")
    edit_case(home, story.case, title="Judul lain", reason="Salah ketik")
    take_in(home, story.case)
    newer = bring(home, story.case, tmp_path / "baru.netra")
    total = len(lines_held(home, story.case))
    assert take(office, newer).new == Count(total, 5)
    late = take(office, older)
    assert late.verdict is State.INTACT
    assert late.new == Count()
    assert late.known == Count(total - 2, 4)
    assert read_case_file(office, story.case).case.title == "Judul lain"
    with home.read() as here, office.read() as there:
        assert heads_of(here, story.case) == heads_of(there, story.case)


def test_a_damaged_object_is_mended_by_a_later_file(home, office, story, tmp_path):
    take(office, bring(home, story.case, tmp_path / "satu.netra"))
    (photo, *_) = (item.object for item in read_case_file(office, story.case).exhibits)
    path = office.vault.ciphertext(photo)
    path.write_bytes(path.read_bytes()[:-1])
    assert not office.vault.verify(photo)

    result = take(office, bring(home, story.case, tmp_path / "dua.netra"))

    assert office.vault.verify(photo)
    assert result.new.objects == 0


def test_two_officers_write_in_one_case_and_the_office_holds_both(home, office, story, tmp_path):
    take(office, bring(home, story.case, tmp_path / "satu.netra"))
    with office.write() as tx:
        body = {"field": "register", "value": "001/TM/PP/Kab/01.01/II/2024"}
        tx.append("case.edited", body, case=story.case)
    edit_case(home, story.case, title="Judul dari lapangan", reason="Salah ketik")
    result = take(office, bring(home, story.case, tmp_path / "dua.netra"))
    assert result.new.events == 1
    case = read_case_file(office, story.case).case
    assert case.title == "Judul dari lapangan"
    assert case.register.startswith("001/")


def test_a_second_officer_of_the_same_case_adds_a_stream(home, office, story, tmp_path):
    other = enrolled(tmp_path / "rumah dua", office, SECOND)
    own = Story.begin(other)
    first = take(office, bring(home, story.case, tmp_path / "satu.netra"))
    second = take(office, bring(other, own.case, tmp_path / "dua.netra"))
    other.lock()
    numbers = [parse_receipt(read_receipt(office, result.receipt)).n for result in (first, second)]
    assert numbers == [1, 2]
    assert {record.case.id for record in list_cases(office)} == {story.case, own.case}


def test_lines_in_a_case_cannot_speak_for_the_office(home, office, story, tmp_path):
    """An officer's stream may hold any type of event; it must not make keys or receipts."""
    stranger = "ab" * 32
    later = bring(home, story.case, tmp_path / "nanti.netra")
    with home.write() as tx:
        who = {"name": "x", "role": "PKD", "office": "x", "region": "53"}
        tx.append("roster.added", {"dev": stranger, **who}, case=story.case)
        forged = {
            "case": story.case,
            "file": "x",
            "sha256": sha256(later.read_bytes()),
            "content": "0" * 64,
            "signer": stranger,
            "receipt": "0" * 64,
            "number": 7,
            "events": 1,
            "objects": 1,
        }
        tx.append("case.imported", forged, case=story.case)
    take(office, bring(home, story.case, tmp_path / "kasus.netra"))
    assert stranger not in trusted(office)
    second = take(office, later)
    assert second.new == Count()
    assert parse_receipt(read_receipt(office, second.receipt)).n == 2


def test_the_same_file_brought_twice_at_once_gets_one_receipt(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    examine = arrival.Arrival._examine
    first: list[FileImport] = []

    def overtaken(self: arrival.Arrival, digest: str) -> object:
        bag = examine(self, digest)
        if not first:
            first.append(FileImport("", State.INTACT))
            first[0] = take(office, path)
        return bag

    monkeypatch.setattr(arrival.Arrival, "_examine", overtaken)
    second = take(office, path)
    assert second.receipt == first[0].receipt
    assert state_of(office)[2] == []


def test_a_bad_file_does_not_keep_the_others_out(home, office, story, tmp_path):
    good = bring(home, story.case, tmp_path / "baik.netra")
    bad = tmp_path / "rusak.netra"
    bad.write_bytes(good.read_bytes()[:-1])
    results = import_files(office, [bad, good, tmp_path / "tidak-ada.netra"])
    assert [result.code for result in results] == ["envelope-broken", "", "unreadable"]
    assert results[1].receipt


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_whose_name_is_no_text_is_sealed_and_taken_in(home, office, story, tmp_path):
    path = bring(home, story.case, tmp_path / os.fsdecode(b"kasus \xff\n.netra"))
    result = take(office, path)
    assert result.receipt
    assert take(office, path).receipt == result.receipt
