"""
Reads one file into claims. Runs in the limited child process (`child.py`), never elsewhere:
what is read here may be hostile.
"""

from cases.intake.claims import Camera, Claims
from cases.intake.facts import DOCUMENTS, PHOTOS, Facts, gather
from cases.intake.origin import origin_of
from cases.intake.place import position, stated_place
from cases.intake.raw import MEDIA_TYPES
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
    place = stated_place(facts.spot) if facts.spot else position(facts.exif)
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
        camera=_camera(facts),
        software=named(exif.text("software") or facts.software),
        origin=origin.code,
        signals=find_signals(facts, timing, place, origin.code, now),
        media=facts.media,
        origin_cause=origin.cause,
        origin_weight=origin.weight,
    )


def _camera(facts: Facts) -> Camera:
    exif = facts.exif
    return Camera(
        named(exif.text("make") or facts.make),
        named(exif.text("model") or facts.model),
        named(exif.text("serial")),
    )


def pixel_budget(media_type: str, progressive: bool) -> int:
    """How many pixels a picture of this type may have to be opened at all."""
    if media_type != "image/jpeg" and media_type not in MEDIA_TYPES:
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
        return _other_kind(facts)
    if facts.bomb:
        return "bomb"
    if not facts.whole:
        return "cut"
    if not facts.width or not facts.height:
        return "size"
    if not facts.preview:
        return "preview"
    pixels = facts.width * facts.height
    if pixels > pixel_budget(facts.media_type, facts.progressive):
        return "large"
    return "large" if max(facts.width, facts.height) > _SIDE else ""


def _other_kind(facts: Facts) -> str:
    family = facts.media_type.partition("/")[0]
    if family == "video" and not facts.silent:
        return "audio"
    if family in ("video", "audio"):
        return family
    return "document" if facts.media_type in _DOCUMENTS else "kind"


_DOCUMENTS = DOCUMENTS | {"application/rtf", "text/html", "text/plain", "multipart/related"}
