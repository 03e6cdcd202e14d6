from cases.work.cases import open_case, read_case_file
from cases.work.codes import order_of
from cases.work.exhibits import list_exhibits
from cases.work.incidents import record_incident
from cases.work.parties import add_party, list_parties
from cases.work.records import Regime, Role, Source
from tests.cases.work.story import carry, made, take_in


def test_each_kind_of_party_is_counted_on_its_own(home, story):
    for role in (Role.RESPONDENT, Role.COMPLAINANT, Role.WITNESS, Role.EXPERT):
        add_party(home, story.case, role=role)

    codes = [party.code for party in list_parties(home, story.case)]
    assert codes == ["T-01", "T-02", "P-01", "S-01", "S-02", "A-01"]


def test_the_second_key_of_a_case_marks_its_codes(home, colleague, story):
    take_in(colleague, story.case)
    take_in(home, story.case)
    take_in(colleague, story.case)

    codes = [exhibit.code for exhibit in list_exhibits(home, story.case)]
    assert codes == ["B-01", "B-02", "B-03·K2", "B-04", "B-05·K2"]


def test_two_laptops_that_number_at_once_do_not_clash(home, elsewhere, story):
    carry(home, elsewhere, story.case)
    take_in(home, story.case)
    take_in(elsewhere, story.case)
    carry(elsewhere, home, story.case)

    codes = [exhibit.code for exhibit in list_exhibits(home, story.case)]
    assert codes == ["B-01", "B-02", "B-03", "B-03·K2"]


def test_the_second_officer_of_a_laptop_opens_cases_under_an_own_number(home, colleague, story):
    opened = open_case(colleague, title="Baliho", regime=Regime.PEMILU, source=Source.TEMUAN)

    assert read_case_file(colleague, made(opened)).case.code == "S-K2-001"
    mine = open_case(home, title="Baliho", regime=Regime.PEMILU, source=Source.TEMUAN)
    assert read_case_file(home, made(mine)).case.code == "S-K1-002"


def test_incidents_are_counted_in_their_case(home, story):
    record_incident(home, case=story.case, title="Kampanye kedua")
    record_incident(home, title="Pengawasan rutin")

    codes = [incident.code for incident in read_case_file(home, story.case).incidents]
    assert codes == ["PR-01", "PR-02"]


def test_codes_are_sorted_by_their_number():
    codes = ["B-100", "B-12·K2", "B-12", "B-9", "", "X"]

    assert sorted(codes, key=order_of) == ["", "B-9", "B-12", "B-12·K2", "B-100", "X"]
