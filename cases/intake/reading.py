"""
Reads one file into claims. Runs in the limited child process (`child.py`), never elsewhere:
what is read here may be hostile.
"""

from cases.intake.claims import Camera, Claims
from cases.intake.facts import PHOTOS, Facts, gather
from cases.intake.origin import origin_of
from cases.intake.place import position
from cases.intake.signals import find_signals
from cases.intake.source import Source
from cases.intake.texts import named
from cases.intake.timing import judge

BUDGET = 64_000_000
"""Pixels that may be decoded whole: 192 MB as RGB."""
JPEG_BUDGET = 400_000_000
"""Pixels of a JPEG, which decodes at an eighth of its size."""
PROGRESSIVE_BUDGET = 64_000_000
"""A progressive JPEG needs all coefficients in memory, whatever its decoded size."""
_SIDE = 65_535


def read_claims(source: Source, mtime: float | None, now: str) -> Claims:
    """Read everything a file claims; `now` (UTC text) only serves to notice the future."""
    facts = gather(source)
    place = position(facts.exif)
    timing = judge(facts, place[0], mtime)
    origin = origin_of(facts)
    reason = _reason(facts)
    exif = facts.exif
    return Claims(
        media_type=facts.media_type,
        kind="attachment" if reason else "photo",
        reason=reason,
        width=facts.width,
        height=facts.height,
        orientation=_orientation(facts),
        taken=timing.taken,
        gps=place[0],
        camera=Camera(named(exif.text("make")), named(exif.text("model"))),
        software=named(exif.text("software") or facts.png_software),
        origin=origin,
        signals=find_signals(facts, timing, place, origin, now),
    )


def pixel_budget(media_type: str, progressive: bool) -> int:
    """How many pixels a picture of this type may have to be opened at all."""
    if media_type != "image/jpeg":
        return BUDGET
    return PROGRESSIVE_BUDGET if progressive else JPEG_BUDGET


def _orientation(facts: Facts) -> int | None:
    value = facts.exif.number("orientation")
    return value if value is not None and 1 <= value <= 8 else None


def _reason(facts: Facts) -> str:
    """Code of why this is no photo that can be opened safely; empty for a photo."""
    if facts.size == 0:
        return "empty"
    if facts.media_type not in PHOTOS:
        return _other_kind(facts.media_type)
    if facts.bomb:
        return "bomb"
    if not facts.whole:
        return "cut"
    if not facts.width or not facts.height:
        return "size"
    pixels = facts.width * facts.height
    if pixels > pixel_budget(facts.media_type, facts.progressive):
        return "large"
    return "large" if max(facts.width, facts.height) > _SIDE else ""


def _other_kind(media_type: str) -> str:
    family = media_type.partition("/")[0]
    if family in ("video", "audio"):
        return family
    return "document" if media_type in _DOCUMENTS else "kind"


_DOCUMENTS = frozenset(
    {"application/pdf", "application/rtf", "text/html", "text/plain", "multipart/related"}
)
