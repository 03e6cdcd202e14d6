import time

import pytest

from cases.errors import NetraError
from cases.work.attendance import add_attendance
from cases.work.cases import read_case_file
from cases.work.incidents import record_incident
from cases.work.markers import list_markers, place_marker, remove_marker
from cases.work.parties import list_parties, read_particulars
from cases.work.records import ExhibitId, IncidentId, Particulars
from cases.work.roll import RollEntry, attendance_sheet, record_attendances
from tests.cases.work.story import NOWHERE, bodies, made, take_in


def hall(story, people: int = 60) -> list[RollEntry]:
    return [
        RollEntry(
            label="Guru",
            particulars=Particulars(name=f"Contoh {number}", nip=f"198001012005011{number:03}"),
            exhibits=story.photos[:1],
            facts={
                "status_subjek": "PNS" if number % 2 else "PPPK",
                "peran_hadir": ["PENDENGAR"],
                "atribut_partai": False,
                "atribut_dinas": number % 3 == 0,
            },
        )
        for number in range(people)
    ]


def test_a_hall_of_sixty_is_recorded_in_one_write(home, story):
    with home.read():
        before = home.store.events()
    started = time.perf_counter()
    record_attendances(home, story.incident, hall(story), {"dukungan_aktif": False})
    took = time.perf_counter() - started

    # parties, particulars, attendances, four facts each, one shared fact
    assert home.store.events() - before == 60 * 3 + 240 + 1
    assert took < 3, "a second is a lot already; a loaded machine may need more"
    people = [one for one in list_parties(home, story.case) if one.label == "Guru"]
    assert (people[0].code, people[-1].code) == ("T-02", "T-61")
    assert read_particulars(home, people[4].id).name == "Contoh 4"
    assert b"Contoh 4" not in b"".join(str(body).encode() for body in _all(home, story))


def _all(home, story):
    return [
        body
        for kind in ("party.added", "party.described", "statement.made", "attendance.recorded")
        for body in bodies(home, story.case, kind)
    ]


def test_what_is_the_same_is_said_once_and_what_differs_is_a_column(home, story):
    record_attendances(home, story.incident, hall(story, 4), {"dukungan_aktif": False})

    sheet = attendance_sheet(home, story.incident)

    assert [row.party.code for row in sheet.rows] == ["T-01", "T-02", "T-03", "T-04", "T-05"]
    assert {state.fact: state.value for state in sheet.shared} == {"dukungan_aktif": False}
    assert sheet.columns == ("atribut_dinas", "atribut_partai", "peran_hadir", "status_subjek")
    assert sheet.rows[0].facts == (), "nothing was said of the first one yet"
    assert [state.value for state in sheet.rows[1].facts] == [True, False, ["PENDENGAR"], "PPPK"]
    assert sheet.rows[1].exhibits == story.photos[:1]

    mine = RollEntry(story.respondent, facts={"peran_hadir": ["PENDENGAR"]})
    record_attendances(home, story.incident, [mine], {})
    sheet = attendance_sheet(home, story.incident)
    assert {state.fact for state in sheet.shared} == {"dukungan_aktif", "peran_hadir"}


def test_somebody_who_is_known_is_recorded_once_more_without_a_second_party(home, story):
    entry = RollEntry(story.respondent, exhibits=story.photos, facts={"atribut_partai": True})
    record_attendances(home, story.incident, [entry], {})
    record_attendances(
        home, story.incident, [RollEntry(story.respondent, facts={"atribut_partai": False})], {}
    )

    file = read_case_file(home, story.case)
    assert len(file.attendance) == 1
    assert file.attendance[0].exhibits == story.photos
    (state,) = [one for one in file.facts if one.fact == "atribut_partai"]
    assert state.value is False, "own older words are replaced"
    assert len(list_parties(home, story.case)) == 2


def test_respondents_who_were_not_there_stand_at_the_end(home, story):
    other = IncidentId(made(record_incident(home, case=story.case, title="Lain")))
    sheet = attendance_sheet(home, other)
    assert [(row.party.code, row.attendance) for row in sheet.rows] == [("T-01", "")]


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        (lambda s: [RollEntry(NOWHERE)], "no-such-party"),
        (lambda s: [RollEntry(s.respondent), RollEntry(s.respondent)], "party-twice"),
        (lambda s: [RollEntry(exhibits=(NOWHERE,))], "exhibit-not-in-case"),
        (lambda s: [RollEntry()] * 2001, "too-many"),
        (lambda s: [RollEntry(facts={"tidak_ada": True})], "unknown-fact"),
    ],
)
def test_a_list_is_recorded_whole_or_not_at_all(home, story, entries, code):
    before = home.store.events()
    with pytest.raises(NetraError) as refused:
        record_attendances(home, story.incident, entries(story), {"dukungan_aktif": True})
    assert refused.value.code == code
    assert home.store.events() == before


def test_an_incident_without_case_has_no_respondents(home):
    alone = IncidentId(made(record_incident(home, title="Nihil")))
    with pytest.raises(NetraError) as refused:
        record_attendances(home, alone, [RollEntry()], {})
    assert refused.value.code == "incident-without-case"


def test_a_point_on_the_photo_says_this_is_the_person(home, story):
    marker = made(place_marker(home, story.case, story.photos[0], story.respondent, (512, 1000)))
    place_marker(home, story.case, story.photos[1], story.respondent, (0, 0))

    (one,) = list_markers(home, story.case, story.photos[0])
    assert (one.event, one.party, one.x, one.y) == (marker, story.respondent, 512, 1000)
    assert len(list_markers(home, story.case)) == 2

    remove_marker(home, story.case, marker, "orang lain")
    assert list_markers(home, story.case, story.photos[0]) == ()
    assert bodies(home, story.case, "marker.removed") == [
        {"marker": marker, "reason": "orang lain"}
    ]
    with pytest.raises(NetraError) as refused:
        remove_marker(home, story.case, marker, "lagi")
    assert refused.value.code == "no-such-marker"


def test_a_marker_lies_on_a_photo_of_the_case(home, story):
    stray = take_in(home, None)
    with home.write() as tx:
        body = {"exhibit": "a" * 32, "object": "a" * 64, "file": "a.pdf", "size": 1}
        tx.append("exhibit.taken_in", {**body, "kind": "attachment"}, case=story.case)
    at: tuple[int, int]
    exhibit: ExhibitId
    for exhibit, at, code in (
        (story.photos[0], (1001, 5), "outside-picture"),
        (story.photos[0], (5, -1), "outside-picture"),
        (stray, (5, 5), "no-such-exhibit"),
        (ExhibitId("a" * 32), (5, 5), "no-picture"),
    ):
        with pytest.raises(NetraError) as refused:
            place_marker(home, story.case, exhibit, story.respondent, at)
        assert refused.value.code == code
    with pytest.raises(NetraError):
        place_marker(home, story.case, story.photos[0], NOWHERE, (5, 5))
    add_attendance(home, story.incident, story.respondent, exhibits=story.photos)
