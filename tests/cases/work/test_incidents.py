import pytest

from cases.errors import NetraError
from cases.work.attendance import add_attendance, record_attendance
from cases.work.cases import open_case, read_case_file
from cases.work.facts import state_fact
from cases.work.incidents import (
    edit_incident,
    link_incident,
    list_incidents,
    record_incident,
    resolve_incident,
)
from cases.work.records import Place, Regime, Source
from tests.cases.work.story import bodies, made, take_in


def test_an_incident_may_stand_without_a_case(home, story):
    incident_id = made(record_incident(home, title="Pengawasan rutin", starts_at="2024-01-20"))

    (incident,) = list_incidents(home)
    assert (incident.id, incident.case, incident.starts_at) == (incident_id, None, "2024-01-20")
    assert len(list_incidents(home, story.case)) == 1


def test_a_linked_incident_brings_what_was_said_about_it_and_names_its_origin(home, story):
    incident_id = made(
        record_incident(home, title="Deklarasi", kind="DEKLARASI", place=Place(text="Balai desa"))
    )
    first = made(state_fact(home, incident_id, "kegiatan_partai", True))

    link_incident(home, incident_id, story.case)
    link_incident(home, incident_id, story.case)

    file = read_case_file(home, story.case)
    incident = file.incidents[1]
    assert (incident.id, incident.code, incident.place.text) == (
        incident_id,
        "PR-02",
        "Balai desa",
    )
    assert [(fact.fact, fact.value) for fact in file.facts] == [("kegiatan_partai", True)]
    copied = bodies(home, story.case, "statement.made")[0]["from"]
    assert copied == {"dev": home.officer.dev, "case": None, "line_sha256": first}
    origin = bodies(home, story.case, "incident.recorded")[1]["from"]
    assert origin["dev"] == home.officer.dev
    assert list_incidents(home) == ()


def test_what_is_said_of_a_linked_incident_is_said_in_the_case(home, story):
    incident_id = made(record_incident(home, title="Deklarasi"))
    link_incident(home, incident_id, story.case)

    state_fact(home, incident_id, "kegiatan_partai", False)

    assert bodies(home, None, "statement.made") == []
    assert len(bodies(home, story.case, "statement.made")) == 1


def test_an_incident_in_two_cases_needs_the_case_to_be_named(home, story):
    other = made(open_case(home, title="Baliho", regime=Regime.PEMILU, source=Source.TEMUAN))
    incident_id = made(record_incident(home, title="Deklarasi"))
    link_incident(home, incident_id, story.case)
    link_incident(home, incident_id, other)

    with pytest.raises(NetraError) as refused:
        state_fact(home, incident_id, "kegiatan_partai", False)
    state_fact(home, incident_id, "kegiatan_partai", False, case=other)

    assert refused.value.code == "several-cases"
    assert len(read_case_file(home, other).facts) == 1


def test_fields_of_an_incident_are_edited_one_by_one(home, story):
    edit_incident(
        home, story.incident, title="Rapat umum", place=Place("Stadion Contoh", "53.01.06")
    )

    (incident,) = read_case_file(home, story.case).incidents
    assert (incident.title, incident.place.text) == ("Rapat umum", "Stadion Contoh")
    assert [body["field"] for body in bodies(home, story.case, "incident.edited")] == [
        "title",
        "place",
    ]


def test_an_end_before_the_beginning_is_refused(home, story):
    attempts = (
        lambda: record_incident(
            home, title="x", starts_at="2024-01-21T10:00+08:00", ends_at="2024-01-21T08:30+07:00"
        ),
        lambda: record_incident(home, title="x", starts_at="2024-01-21", ends_at="2024-01-20"),
        lambda: edit_incident(home, story.incident, ends_at="2024-01-21T09:00+08:00"),
    )
    for attempt in attempts:
        with pytest.raises(NetraError) as refused:
            attempt()
        assert refused.value.code == "ends-before-start"


def test_an_incident_is_found_by_its_code(home, story):
    assert resolve_incident(home, story.case, "pr-01") == story.incident
    with pytest.raises(NetraError) as refused:
        resolve_incident(home, story.case, "PR-09")
    assert refused.value.code == "no-such-incident"


def test_an_attendance_and_what_was_done_there_are_one_action(home, story):
    before = home.store.events()

    record_attendance(
        home,
        story.incident,
        story.respondent,
        story.photos,
        {"dukungan_aktif": True, "peran_hadir": ["UNDANGAN"]},
    )

    file = read_case_file(home, story.case)
    assert file.attendance[0].exhibits == story.photos
    assert {fact.fact: fact.value for fact in file.facts} == {
        "dukungan_aktif": True,
        "peran_hadir": ["UNDANGAN"],
    }
    assert all(fact.statements[0].exhibits == story.photos for fact in file.facts)
    assert home.store.events() == before + 3


def test_one_attendance_a_person_however_often_it_is_recorded(home, story):
    first = add_attendance(home, story.incident, story.respondent, exhibits=story.photos[1:])
    again = add_attendance(home, story.incident, story.respondent)

    (attendance,) = read_case_file(home, story.case).attendance
    assert attendance.id == first.made == again.made
    assert attendance.exhibits == story.photos
    assert not again.parts


def test_an_exhibit_of_another_case_shows_nobody_here(home, story):
    stray = take_in(home, None)

    with pytest.raises(NetraError) as refused:
        add_attendance(home, story.incident, story.respondent, exhibits=[stray])

    assert refused.value.code == "exhibit-not-in-case"
