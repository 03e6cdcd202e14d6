"""What several bodies have in common."""

from msgspec import Struct

FactValue = str | bool | list[str]


class PlaceBody(Struct, frozen=True):
    """A place as stated; coordinates are decimal text."""

    text: str = ""
    code: str = ""
    lat: str = ""
    lon: str = ""


class From(Struct, frozen=True):
    """The line of another stream that an event copies."""

    dev: str
    case: str | None
    line_sha256: str
