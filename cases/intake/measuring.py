"""A photo of a clock card becomes a statement about all photos of that camera and session."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.intake.child import Child
from cases.intake.clock_card import HOLD_MS, LAG_MS, read_card
from cases.intake.clock_error import Measured, Reading, Shot, errors, measure
from cases.intake.copying import Picture
from cases.language import tr
from cases.tables import exhibit as exhibit_table
from cases.work import times
from cases.work.camera_clocks import MEASURED, ClockError, add_clock, add_zone
from cases.work.records import CaseId, ExhibitId
from cases.work.scopes import need_exhibits


@dataclass(frozen=True, slots=True)
class ClockOffer:
    """What a photo of a clock card tells; nothing is stated yet."""

    case: CaseId | None
    card: str
    """UTC of the card."""
    error_ms: int
    """Error of the camera of the card's photo: positive, it runs fast."""
    plus_minus_ms: int
    zone: str
    """Zone to state for photos that have none."""
    groups: tuple[tuple[int, tuple[ExhibitId, ...]], ...]
    """(error in ms, the exhibits of the camera and session it holds for)"""
    unzoned: tuple[ExhibitId, ...]
    """Those of them whose times have no zone."""
    reason: str

    @property
    def exhibits(self) -> tuple[ExhibitId, ...]:
        """All exhibits it would be stated for."""
        return tuple(exhibit for _, exhibits in self.groups for exhibit in exhibits)


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured, and for which exhibits it was stated."""

    changes: Changes
    card: str
    """UTC of the card."""
    error_ms: int
    """Error of the camera of the card's photo: positive, it runs fast."""
    plus_minus_ms: int
    zone: str
    exhibits: tuple[ExhibitId, ...]


class _Orientation(msgspec.Struct, frozen=True):
    orientation: int | None = None


def measure_clock(home: Home, case: CaseId | None, photo: ExhibitId) -> Measurement:
    """Read the clock card that a photo shows and state the error for its camera and session."""
    offer = read_clock(home, case, photo)
    changes = state_measured(home, offer)
    return Measurement(
        changes, offer.card, offer.error_ms, offer.plus_minus_ms, offer.zone, offer.exhibits
    )


def read_clock(home: Home, case: CaseId | None, photo: ExhibitId) -> ClockOffer:
    """
    Read the clock card that a photo shows, and find the photos its error holds for.

    These are the photos of the same make, model and serial number in this case (or in the inbox),
    half a day before and after.
    """
    with home.read() as connection:
        need_exhibits(connection, case or "", [photo])
        rows = connection.execute(
            select(exhibit_table).where(
                exhibit_table.c.scope == (case or ""), exhibit_table.c.kind == "photo"
            )
        ).all()
    shots = {row.id: _shot(row.inspection) for row in rows}
    card = shots.get(photo, Shot())
    if card.moment is None:
        raise NetraError(
            tr("Foto kartu jam ini tidak memuat waktu kamera, jadi tidak ada yang dibandingkan."),
            tr("Pakai berkas asli dari kamera itu, bukan kiriman WhatsApp atau tangkapan layar."),
            code="clock-card-undated",
        )
    row = next(row for row in rows if row.id == photo)
    turned = msgspec.json.decode(row.inspection, type=_Orientation).orientation
    picture = Picture(row.media_type, row.width, row.height, turned)
    reading = _reading(home, home.vault.read(row.object), row.file, picture)
    zone = times.zone_of_region(home.officer.region)
    measured = measure(card, reading, HOLD_MS + LAG_MS, zone)
    return _offer(case, photo, (shots, reading, measured))


def _shot(inspection: str) -> Shot:
    try:
        return msgspec.json.decode(inspection or "{}", type=Shot)
    except msgspec.ValidationError:
        return Shot()  # written by another program


def _reading(home: Home, data: bytes, name: str, picture: Picture) -> Reading:
    with Child() as child:
        answer = child.codes(data, name, picture)
    reading = read_card(home, answer.codes)
    if reading is None:
        raise NetraError(
            tr("Di foto ini tidak terbaca kartu jam."),
            tr("Foto lagi kartunya dari dekat, tajam, dan tanpa pantulan cahaya."),
            code="no-clock-card",
        )
    if not reading.own:
        raise NetraError(
            tr(
                "Kartu jam di foto ini dibuat oleh laptop lain, yang jamnya tidak dikenal di sini."
            ),
            tr("Ukur kamera dengan kartu jam dari laptop ini."),
            code="foreign-clock-card",
        )
    return reading


def state_measured(home: Home, offer: ClockOffer) -> Changes:
    """State what a clock card told, for all photos it holds for."""
    with home.write() as tx:
        if offer.unzoned:
            add_zone(tx, offer.case, offer.unzoned, offer.zone, offer.reason)
        for error, exhibits in offer.groups:
            clock = ClockError(error, offer.plus_minus_ms, MEASURED)
            add_clock(tx, offer.case, exhibits, clock, offer.reason)
    return tx.changes


def _offer(
    case: CaseId | None, photo: ExhibitId, found: tuple[Mapping[str, Shot], Reading, Measured]
) -> ClockOffer:
    shots, reading, measured = found
    groups: dict[int, list[ExhibitId]] = {}
    naive: list[ExhibitId] = []
    error_ms = 0
    for exhibit, error, unzoned in errors(shots[photo], shots.items(), measured):
        groups.setdefault(error, []).append(ExhibitId(exhibit))
        if unzoned:
            naive.append(ExhibitId(exhibit))
        if exhibit == photo:
            error_ms = error
    return ClockOffer(
        case=case,
        card=reading.at,
        error_ms=error_ms,
        plus_minus_ms=measured.plus_minus_ms,
        zone=measured.zone,
        groups=tuple((error, tuple(exhibits)) for error, exhibits in groups.items()),
        unzoned=tuple(naive),
        reason=f"netra-clock {reading.at} {reading.nonce}",
    )
