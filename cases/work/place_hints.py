"""
What the place written in a picture says, next to what was stated: hints, computed when read.

Nothing here is stored, so that another region pack or another stated place changes no journal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cases.home import Home
from cases.language import tr
from cases.work import times
from cases.work.attendance import attendance_of
from cases.work.borders import apart_km
from cases.work.cases import read_case_file
from cases.work.evidence_records import ExhibitRecord, SignalRecord
from cases.work.exhibits import list_exhibits
from cases.work.incidents import incidents_of
from cases.work.records import (
    AttendanceRecord,
    CaseId,
    ExhibitId,
    IncidentRecord,
    StatementRecord,
)
from cases.work.region_codes import within
from cases.work.regions import RegionGuess, Regions, regions_of
from cases.work.statements import statements_of

FAR_KM = 5.0
"""Farther than this from the stated place of the incident is worth a look."""
NEAR_BORDER_KM = 1.0
"""Borders are simplified: this near to one, another district says little."""


@dataclass(frozen=True, slots=True)
class PlaceHint:
    """Where a picture says it was taken, in words, and what does not fit."""

    exhibit: ExhibitId
    lat: str
    lon: str
    guess: RegionGuess | None
    """None: no region pack, or no district near."""
    signals: tuple[SignalRecord, ...]


def place_hints(home: Home, case: CaseId | None = None) -> tuple[PlaceHint, ...]:
    """Give the hints of every exhibit with a place; None: of those that stand in no case yet."""
    if case is None:
        exhibits, incidents = list_exhibits(home), {}
    else:
        file = read_case_file(home, case)
        exhibits = file.exhibits
        said = [one for fact in file.facts for one in fact.statements]
        incidents = _incidents_of(file.incidents, file.attendance, said)
    with regions_of(home) as regions:
        return tuple(
            _hint(home.officer.region, regions, exhibit, incidents.get(exhibit.id, ()))
            for exhibit in exhibits
            if exhibit.lat and exhibit.lon
        )


def place_hint(home: Home, exhibit: ExhibitRecord, case: CaseId | None) -> PlaceHint | None:
    """Give the hint of one exhibit; None where its file names no place."""
    if not (exhibit.lat and exhibit.lon):
        return None
    incidents: dict[ExhibitId, tuple[IncidentRecord, ...]] = {}
    if case:
        with home.read() as connection:  # not the whole case, which may have 10,000 exhibits
            incidents = _incidents_of(
                incidents_of(connection, case, {}),
                attendance_of(connection, case),
                statements_of(connection, case),
            )
    with regions_of(home) as regions:
        return _hint(home.officer.region, regions, exhibit, incidents.get(exhibit.id, ()))


def _hint(
    duty: str, regions: Regions, exhibit: ExhibitRecord, incidents: tuple[IncidentRecord, ...]
) -> PlaceHint:
    here = _point(exhibit.lat, exhibit.lon)
    guess = regions.at(*here) if here else None
    signals = [*_outside(duty, guess)]
    if here:
        for incident in incidents:
            signals += _far(here, guess, incident)
    return PlaceHint(exhibit.id, exhibit.lat, exhibit.lon, guess, tuple(signals))


def _outside(duty: str, guess: RegionGuess | None) -> Iterator[SignalRecord]:
    if guess and duty and not within(guess.code, duty):
        near = guess.border_km < NEAR_BORDER_KM
        text = tr("Tempat foto di luar wilayah tugas: {tempat}.", tempat=guess.words)
        yield SignalRecord("outside_duty_area", "low" if near else "medium", text)


def _far(
    here: tuple[float, float], guess: RegionGuess | None, incident: IncidentRecord
) -> Iterator[SignalRecord]:
    place = incident.place
    there = _point(place.lat, place.lon)
    if there:
        km = apart_km(here, there)
        if km > FAR_KM:
            text = tr(
                "Tempat foto {km} km dari tempat {kode} yang dinyatakan.",
                km=times.number(km, 1),
                kode=incident.code,
            )
            yield SignalRecord("far_from_incident", "medium", text)
    elif guess and place.code and _elsewhere(guess, place.code):
        text = tr(
            "Tempat foto di {tempat}, bukan di wilayah {kode} yang dinyatakan.",
            tempat=guess.words,
            kode=incident.code,
        )
        yield SignalRecord("far_from_incident", "low", text)


def _elsewhere(guess: RegionGuess, stated: str) -> bool:
    clear = guess.inside and guess.border_km >= NEAR_BORDER_KM
    return clear and not within(guess.code, stated)


def _incidents_of(
    incidents: Iterable[IncidentRecord],
    attendance: Iterable[AttendanceRecord],
    statements: Iterable[StatementRecord],
) -> dict[ExhibitId, tuple[IncidentRecord, ...]]:
    """Tell which incidents each exhibit is to show: by attendance, or by a statement."""
    pairs = [(one.incident, one.exhibits) for one in attendance]
    pairs += [(said.incident, said.exhibits) for said in statements]
    known = {incident.id: incident for incident in incidents}
    found: dict[ExhibitId, dict[str, IncidentRecord]] = {}
    for incident, exhibits in pairs:
        for exhibit in exhibits if incident in known else ():
            found.setdefault(exhibit, {})[incident] = known[incident]
    return {exhibit: tuple(shown.values()) for exhibit, shown in found.items()}


def _point(lat: str, lon: str) -> tuple[float, float] | None:
    try:
        return float(lat), float(lon)
    except ValueError:
        return None
