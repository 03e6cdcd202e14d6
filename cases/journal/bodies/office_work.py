"""Bodies of what an office does beside its cases: prevention, and tables of holidays."""

from typing import Any

from msgspec import Struct, field

from cases.journal.bodies.parts import PlaceBody


class PreventionRecorded(Struct, frozen=True):
    """An appeal, a socialisation or another act of prevention."""

    prevention: str
    code: str
    kind: str
    title: str
    audience: str = ""
    starts_at: str = ""
    ends_at: str = ""
    place: PlaceBody = PlaceBody()
    description: str = ""
    exhibits: list[str] = field(default_factory=list)


class PreventionEdited(Struct, frozen=True):
    """One field of an act of prevention changes."""

    prevention: str
    field: str
    value: str | list[str] | dict[str, Any]
    reason: str = ""


class HolidaysTaken(Struct, frozen=True):
    """
    A person took over a table of holidays; `object` holds its bytes as they came.

    `signature` is the SSHSIG over them and `signer` whose key it is; both are empty for a table
    that the officer answers for. `years` are those it replaces.
    """

    object: str
    file: str
    years: list[int]
    signer: str = ""
    name: str = ""
    signature: str = ""
    reason: str = ""


TYPES: dict[str, type[Struct]] = {
    "prevention.recorded": PreventionRecorded,
    "prevention.edited": PreventionEdited,
    "holidays.taken": HolidaysTaken,
}
