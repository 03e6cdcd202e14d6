"""
Where persons say that pictures were taken, for many pictures at once.

What the file says stays as it is. A place by name is either the suggestion of the borders that a
person confirmed, or what a person knows ("menurut pengawas"); that nobody knows is an answer too.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import convert
from msgspec.structs import asdict

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.bodies.parts import PlaceBody
from cases.journal.transaction import Tx
from cases.language import tr
from cases.work.edits import standing
from cases.work.evidence_records import Placed
from cases.work.records import CaseId, ExhibitId, Place
from cases.work.region_codes import checked, name_of
from cases.work.scopes import need_exhibits

CONFIRMED, STATED, UNKNOWN = "confirmed", "stated", "unknown"
NOT_PLACED = Placed()


def state_place(
    home: Home, case: CaseId | None, exhibits: Sequence[ExhibitId], placed: Placed, reason: str
) -> Changes:
    """Say where pictures were taken, or that nobody knows."""
    placed = _complete(placed)
    with home.write() as tx:
        need_exhibits(tx.connection, case or "", exhibits)
        add_place(tx, case, exhibits, placed, reason)
    return tx.changes


def add_place(
    tx: Tx, case: CaseId | None, exhibits: Sequence[ExhibitId], placed: Placed, reason: str
) -> None:
    """Append the statement of a place to a write that is under way."""
    place = placed.place
    said = asdict(PlaceBody(place.text, place.code, place.lat, place.lon))
    body = {
        "exhibits": list(exhibits),
        "how": placed.how,
        "place": {key: value for key, value in said.items() if value},
        "reason": reason.strip(),
    }
    saw = standing(tx.connection, case or "", exhibits, "placed")
    tx.append("exhibit.placed", body, case=case, saw=saw)


def placed_of(values: Sequence[dict[str, Any]]) -> Placed:
    """Read what stands; statements that contradict each other count for nothing."""
    if not values or any(value != values[0] for value in values):
        return NOT_PLACED
    place = convert(values[0]["place"], PlaceBody)
    return Placed(Place(place.text, place.code, place.lat, place.lon), str(values[0]["how"]))


def _complete(placed: Placed) -> Placed:
    """Refuse a place without words or code; a code brings its name along."""
    if placed.how == UNKNOWN:
        return Placed(Place(), UNKNOWN)
    place = placed.place
    code = checked(place.code) if place.code else ""
    text = place.text.strip() or name_of(code)
    if not text:
        raise NetraError(
            tr("Tempatnya belum disebut."),
            tr("Pilih kecamatan atau tulis nama tempatnya; bila tidak tahu, pilih Tidak tahu."),
            code="empty-text",
        )
    return Placed(Place(text, code, place.lat, place.lon), placed.how)
