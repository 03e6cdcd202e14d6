"""
Other cases that may belong together: the same person, place, or picture. Suggested, never merged.

It stands beside the hashes of pictures, which know of cases; cases know nothing of pictures.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select

from cases.home import Home
from cases.intake.similar import similar_exhibits
from cases.language import tr
from cases.tables import case as case_table
from cases.tables import incident as incident_table
from cases.work.borders import apart_km
from cases.work.case_records import case_of
from cases.work.exhibits import exhibits_of
from cases.work.parties import parties_of
from cases.work.persons import list_same, suggest_same
from cases.work.records import CaseId, Place
from cases.work.scopes import need_case
from cases.work.stated import place_of

_NEAR_KM = 0.15
_VILLAGE = 13
"""Letters of the code of a village: a shared district says nothing."""

_Found = tuple[str, str, str, bool]
"""(case, kind, words, sure)."""


@dataclass(frozen=True, slots=True)
class LinkSuggestion:
    """Why another case may have to do with this one."""

    case: CaseId
    case_code: str
    title: str
    kind: str
    """`person`, `place` or `picture`."""
    words: str
    sure: bool = False
    """An officer confirmed it; else it is only a hint."""


def suggest_links(home: Home, case: CaseId) -> tuple[LinkSuggestion, ...]:
    """Give cases that share a person, a place or a picture with this one."""
    with home.read() as connection:
        need_case(connection, case)
        titles = {
            row.scope: (row.register or row.code, row.title)
            for row in connection.execute(select(case_table))
        }
        places = list(_same_places(connection, case))
        pictures = [exhibit.id for exhibit in exhibits_of(connection, case) if exhibit.preview]
    found = [*_same_people(home, case), *places]
    for exhibit in pictures:
        found += [
            (str(one.case), "picture", tr("{kode} mirip bukti di sana", kode=one.code), False)
            for one in similar_exhibits(home, exhibit)
            if one.case not in {None, case}
        ]
    return tuple(
        LinkSuggestion(CaseId(other), *titles[other], kind, words, sure)
        for other, kind, words, sure in dict.fromkeys(found)
        if other in titles
    )


def _same_people(home: Home, case: CaseId) -> Iterator[_Found]:
    with home.read() as connection:
        codes = {party.id: party.code for party in parties_of(connection, case)}
    for one in suggest_same(home, case):
        words = tr("{kode} bernomor sama dengan {lain}", kode=one.party_code, lain=one.other_code)
        yield one.other_case, "person", words, False
    for sure in list_same(home, case):
        own = sure.party if sure.case == case else sure.other_party
        other = sure.other_case if sure.case == case else sure.case
        words = tr("{kode} dipastikan orang yang sama", kode=codes.get(own, ""))
        yield other, "person", words, True


def _same_places(connection: Connection, case: str) -> Iterator[_Found]:
    own = list(_places(connection, case))
    scopes = connection.execute(
        select(incident_table.c.scope).where(incident_table.c.scope.not_in(("", case))).distinct()
    ).scalars()
    for other in scopes:
        shared = next(
            (
                here
                for here in own
                for there in _places(connection, other)
                if _is_one_place(here, there)
            ),
            None,
        )
        if shared is not None:
            name = shared.text or shared.code
            yield other, "place", tr("Peristiwa di tempat yang sama: {tempat}", tempat=name), False


def _places(connection: Connection, case: str) -> Iterator[Place]:
    texts = connection.execute(
        select(incident_table.c.place).where(
            incident_table.c.scope == case, incident_table.c.withdrawn == ""
        )
    ).scalars()
    for text in texts:
        yield place_of(msgspec.json.decode(text or "{}"))
    record = case_of(connection, case)
    if record is not None:
        yield record.place


def _is_one_place(one: Place, other: Place) -> bool:
    if one.lat and other.lat and one.lon and other.lon:
        here, there = (float(one.lat), float(one.lon)), (float(other.lat), float(other.lon))
        return apart_km(here, there) <= _NEAR_KM
    if len(one.code) >= _VILLAGE and one.code == other.code:
        return True
    words = one.text.strip().casefold()
    return bool(words) and words == other.text.strip().casefold() and one.code == other.code
