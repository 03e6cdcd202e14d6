import pytest

from cases.errors import NetraError
from cases.work.assessment import assess_file, read_assessment
from cases.work.attendance import record_attendance
from cases.work.cases import open_case, read_case_file
from cases.work.facts import state_fact
from cases.work.incidents import edit_incident, record_incident
from cases.work.parties import add_party
from cases.work.records import Regime, Role, Source
from tests.cases.work.story import NOWHERE, carry, made


def finding(home, story, rule, party=None):
    party = party or story.respondent
    found = [
        one
        for one in read_assessment(home, story.case).findings
        if one.rule == rule and one.party == party and one.incident == story.incident
    ]
    assert len(found) == 1
    return found[0]


def element(found, name):
    return next(one for one in found.elements if one.id == name)


def test_the_fields_of_the_incident_count_as_facts_of_each_respondent(home, story):
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)

    found = finding(home, story, "DS-04")

    assert (found.outcome, found.raised, found.party_code) == ("PERLU_KAJIAN", True, "T-01")
    assert element(found, "u1").value == "ya"
    assert element(found, "masa").value == "ya"


def test_a_finding_names_the_exhibits_of_the_statements_that_decide(home, story):
    state_fact(
        home,
        story.incident,
        "status_subjek",
        "PNS",
        party=story.respondent,
        exhibits=[story.photos[1]],
    )

    assert element(finding(home, story, "DS-04"), "subjek").exhibits == ("B-02",)


def test_conclusions_are_per_respondent(home, story):
    second = made(add_party(home, story.case, role=Role.RESPONDENT, label="Kepala desa"))
    record_attendance(home, story.incident, second, (), {"status_subjek": "KADES"})
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)

    assert element(finding(home, story, "DS-04"), "subjek").value == "ya"
    assert element(finding(home, story, "DS-04", second), "subjek").value == "tidak"
    assert element(finding(home, story, "DE-01", second), "subjek").value == "ya"


def test_what_is_said_of_a_respondent_wins_over_what_is_said_of_the_incident(home, story):
    state_fact(home, story.incident, "jenis_kegiatan", "ACARA_DINAS")
    assert element(finding(home, story, "DS-04"), "u1").value == "tidak"

    state_fact(home, story.incident, "jenis_kegiatan", "KAMPANYE", party=story.respondent)

    assert element(finding(home, story, "DS-04"), "u1").value == "ya"


def test_contradicting_statements_leave_an_element_unknown_and_say_why(home, story):
    state_fact(home, story.incident, "jenis_kegiatan", "KAMPANYE")
    state_fact(home, story.incident, "jenis_kegiatan", "ACARA_DINAS", sayer=story.witness)

    first = element(finding(home, story, "DS-04"), "u1")

    assert first.value == "belum_diketahui"
    assert first.reason.startswith("Keterangan saling bertentangan")
    assert first.exhibits == ()


def test_a_field_of_the_incident_that_two_keys_edited_apart_counts_as_unknown(
    home, elsewhere, story
):
    carry(home, elsewhere, story.case)
    edit_incident(home, story.incident, kind="DEKLARASI")
    edit_incident(elsewhere, story.incident, kind="ACARA_DINAS")
    carry(elsewhere, home, story.case)

    assert element(finding(home, story, "DS-04"), "u1").value == "belum_diketahui"


def test_where_no_attendance_is_recorded_all_respondents_are_assessed(home, story):
    second = made(add_party(home, story.case, role=Role.RESPONDENT))
    other = made(record_incident(home, case=story.case, title="Unggahan"))

    assessed = {(one.incident, one.party) for one in read_assessment(home, story.case).findings}

    assert assessed == {
        (story.incident, story.respondent),
        (other, story.respondent),
        (other, second),
    }


def test_a_case_without_respondents_has_no_findings(home, elsewhere):
    case = made(open_case(home, title="Baliho", regime=Regime.PEMILU, source=Source.TEMUAN))
    record_incident(home, case=case, title="Baliho di jalan")

    assert read_assessment(home, case).findings == ()
    assert read_assessment(home, case).questions == ()


def test_each_missing_fact_is_asked_once_with_every_rule_it_helps_to_decide(home, story):
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)

    questions = read_assessment(home, story.case).questions

    keys = [(one.fact, one.incident, one.party) for one in questions]
    assert len(keys) == len(set(keys))
    duty = next(one for one in questions if one.fact == "penugasan_dinas")
    assert {rule for rule, _ in duty.decides} >= {"DS-04", "DS-13"}
    assert duty.kind == "choice"
    assert {value for value, _ in duty.choices} == {"TIDAK", "LISAN", "SURAT_TUGAS"}
    assert duty.text.endswith("?")
    assert [len(one.decides) for one in questions] == sorted(
        (len(one.decides) for one in questions), reverse=True
    )


def test_an_answer_leaves_the_list_at_once(home, story):
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)
    first = read_assessment(home, story.case).questions[0]
    value = first.choices[0][0] if first.choices else "2024-01-21"

    state_fact(home, first.incident, first.fact, value, party=first.party)

    left = {one.fact for one in read_assessment(home, story.case).questions}
    assert first.fact not in left


def test_a_fact_said_to_be_unknown_is_asked_again_and_marked(home, story):
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)
    state_fact(home, story.incident, "atribut_dinas", "TIDAK_DIKETAHUI", party=story.respondent)

    questions = {one.fact: one for one in read_assessment(home, story.case).questions}

    assert questions["atribut_dinas"].said_unknown
    assert not questions["atribut_partai"].said_unknown


def test_a_fact_of_the_incident_is_asked_about_the_incident(home, story):
    edit_incident(home, story.incident, kind="", starts_at="")
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)
    state_fact(home, story.incident, "dukungan_aktif", True, party=story.respondent)

    questions = {one.fact: one for one in read_assessment(home, story.case).questions}

    assert questions["tgl_peristiwa"].party is None
    assert {one.party for one in questions.values()} == {None, story.respondent}


def test_papers_and_windows_see_the_same_assessment(home, story):
    state_fact(home, story.incident, "status_subjek", "PNS", party=story.respondent)

    assert assess_file(read_case_file(home, story.case)) == read_assessment(home, story.case)


def test_a_fact_of_a_newer_pack_is_kept_and_counts_as_unknown_here(home, story):
    with home.write() as tx:
        body = {"incident": story.incident, "fact": "warna_baju", "value": "merah"}
        tx.append("statement.made", body, case=story.case)

    assert read_assessment(home, story.case).findings
    assert read_case_file(home, story.case).facts[0].fact == "warna_baju"


def test_a_case_that_is_not_here_cannot_be_assessed(home):
    with pytest.raises(NetraError) as refused:
        read_assessment(home, NOWHERE)

    assert refused.value.code == "no-such-case"
