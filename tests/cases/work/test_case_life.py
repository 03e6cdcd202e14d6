"""Register numbers, numbers of persons, time line, notes, links: what stands around a case."""

from datetime import date

import pytest

from cases.errors import NetraError
from cases.home import create
from cases.intake.links import suggest_links
from cases.keys.entries import OfficeProfile
from cases.work.cases import edit_case, open_case, read_case_file
from cases.work.incidents import record_incident
from cases.work.notes import add_tag, remove_tag, withdraw_note, write_note
from cases.work.numbering import keep_numbering, number_case, suggest_number
from cases.work.parties import add_party
from cases.work.person_numbers import masked, nik_fault, nip_fault
from cases.work.persons import confirm_same
from cases.work.records import Particulars, Place, Regime, Role, Source
from cases.work.timeline import gaps, read_timeline
from rules.numbers import Numbering, Template, next_number
from tests.cases.work.conftest import CHEAP, PASSPHRASE, SECOND
from tests.cases.work.story import made, take_in


def refusal(action, *given, **named):
    with pytest.raises(NetraError) as refused:
        action(*given, **named)
    return refused.value.code


# --- numbers


def test_a_number_follows_the_highest_of_its_year_and_area():
    template = Template(
        "register", "temuan", "{seq}/Reg/TM/{election}/{level}/{area}/{month}/{year}"
    )
    ours = Numbering("PB", "Kab", "27.12")
    taken = [
        "009/Reg/TM/PB/Kab/27.12/XI/2023",
        "012/Reg/TM/PB/Kab/27.12/I/2024",
        "044/Reg/TM/PB/Kota/27.71/I/2024",
        "S-K1-001",
        "",
    ]

    assert (
        next_number(template, ours, date(2024, 11, 3), taken) == "013/Reg/TM/PB/Kab/27.12/XI/2024"
    )
    assert next_number(template, ours, date(2025, 1, 3), taken) == "001/Reg/TM/PB/Kab/27.12/I/2025"


def test_an_office_numbers_its_register_and_a_laptop_does_not(home, story, tmp_path):
    assert refusal(number_case, home, story.case) == "no-register"

    office = create(
        tmp_path / "kantor",
        SECOND,
        PASSPHRASE,
        office=OfficeProfile("Bawaslu Contoh", "53.01"),
        cost=CHEAP,
    )[0]
    case = made(open_case(office, title="x", regime=Regime.PILKADA, source=Source.TEMUAN))
    assert refusal(suggest_number, office, case) == "no-numbering"
    keep_numbering(office, level="Kab", area="19.03")
    number_case(office, case, on="2024-10-07")

    register = read_case_file(office, case).case.register
    assert register == "001/Reg/TM/PB/Kab/19.03/X/2024"
    assert refusal(number_case, office, case) == "has-register"
    second = made(open_case(office, title="y", regime=Regime.PILKADA, source=Source.TEMUAN))
    assert suggest_number(office, second, on="2024-10-08").startswith("002/")
    office.lock()


@pytest.mark.parametrize(
    ("fault", "number", "sound"),
    [
        (nip_fault, "198001012005011001", True),
        (nip_fault, "19800101 200521 2 001", True),
        (nip_fault, "19801301 200501 1 001", False),
        (nip_fault, "198001012005013001", False),
        (nip_fault, "1980010120050110", False),
        (nik_fault, "5301064101800001", True),
        (nik_fault, "5301062902000001", True),
        (nik_fault, "5301063002000001", False),
        (nik_fault, "0001064101800001", False),
        (nik_fault, "53010641O1800001", False),
    ],
)
def test_numbers_of_persons_are_checked_by_their_form(fault, number, sound):
    assert (fault(number) == "") is sound


def test_a_number_that_cannot_be_is_refused_and_shown_ones_are_covered(home, story):
    who = Particulars(name="Contoh", nik="123")
    assert refusal(add_party, home, story.case, role=Role.WITNESS, particulars=who) == "bad-nik"
    assert masked("5301064101800001") == "••••••••••••0001"


# --- time line


def entry(home, story, code):
    return next(one for one in read_timeline(home, story.case) if one.code == code)


def test_the_order_is_told_only_where_it_can_be(home, story):
    taken = {"earliest": "2024-01-21T01:30:00Z", "latest": "2024-01-21T03:30:00Z", "raw": "x"}
    take_in(home, story.case, "tanpa-zona.jpg", taken=taken)
    later = {**taken, "earliest": "2024-01-22T02:00:00Z", "latest": "2024-01-22T02:00:00Z"}
    take_in(home, story.case, "sesudah.jpg", taken=later)

    codes = [one.code for one in read_timeline(home, story.case) if one.kind != "date"]

    assert codes == ["B-03", "PR-01", "B-04", "B-01", "B-02"]
    assert entry(home, story, "B-03").unsure == ("PR-01",)
    assert entry(home, story, "PR-01").unsure == ()
    assert entry(home, story, "B-01").earliest == ""
    assert gaps(read_timeline(home, story.case))


def test_a_bare_date_is_the_whole_day(home, story):
    made(record_incident(home, case=story.case, title="x", starts_at="2024-01-21"))

    day = entry(home, story, "PR-02")
    assert (day.earliest, day.latest) == ("2024-01-20T16:00:00Z", "2024-01-21T16:00:00Z")
    assert "PR-01" in day.unsure


# --- notes, labels, links


def test_notes_and_labels_are_taken_back_by_their_author_only(home, colleague, story):
    note = made(write_note(home, story.case, "Hubungi kantor"))
    add_tag(home, story.case, "  Penting  ")
    add_tag(home, story.case, "penting")

    assert refusal(withdraw_note, colleague, note) == "not-own"
    assert [one.tag for one in read_case_file(home, story.case).tags] == ["penting"]
    remove_tag(colleague, story.case, "PENTING")
    withdraw_note(home, note)

    file = read_case_file(home, story.case)
    assert (file.notes, file.tags) == ((), ())
    assert refusal(add_tag, home, story.case, "x" * 41) == "long-tag"


def test_other_cases_are_suggested_by_person_and_place_and_never_merged(home, story):
    other = made(open_case(home, title="Lain", regime=Regime.PEMILU, source=Source.TEMUAN))
    assert suggest_links(home, story.case) == ()
    record_incident(home, case=other, title="x", place=Place("", "", "-10.1001", "123.6001"))
    twin = Particulars(name="Contoh", nip="198001012005011001")
    party = made(add_party(home, other, role=Role.RESPONDENT, particulars=twin))

    found = {one.kind: one for one in suggest_links(home, story.case)}
    assert set(found) == {"person", "place"}
    assert (found["person"].case, found["person"].sure) == (other, False)

    confirm_same(home, (story.case, story.respondent), (other, party), "wajah dan NIP sama")
    sure = next(one for one in suggest_links(home, other) if one.kind == "person")
    assert (sure.case, sure.sure) == (story.case, True)
    edit_case(home, other, title="Tetap dua kasus")
    assert len(read_case_file(home, story.case).parties) == 2
