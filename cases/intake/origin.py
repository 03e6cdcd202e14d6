"""Where a file probably comes from, told by names, sizes and marks: a guess to ask about."""

import re
from dataclasses import dataclass

from cases.intake.facts import DOCUMENTS, Facts
from cases.intake.texts import named

_WHATSAPP = re.compile(
    r"(?:(?:IMG|VID|STK|AUD|PTT)-\d{8}-WA\d+|WhatsApp[ _](?:Image|Video|Audio)[ _])", re.IGNORECASE
)
_WHATSAPP_DOCUMENT = re.compile(r"DOC-\d{8}-WA\d+|WhatsApp[ _]Document", re.IGNORECASE)
_TELEGRAM = re.compile(
    r"photo_\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d|photo_\d+@\d\d-\d\d-\d{4}|telegram", re.IGNORECASE
)
_FACEBOOK = re.compile(
    r"FB_IMG_\d+|\d+_\d{10,}_\d{10,}_[no]\.jpe?g|received_\d{10,}", re.IGNORECASE
)
_SCREENSHOT = re.compile(
    r"screen[-_ ]?shots?|screen[-_ ]?capture|tangkapan[-_ ]?layar|^scr[-_]?\d{8}", re.IGNORECASE
)
_SCAN = re.compile(r"^(?:scan|pindaian|camscanner|adobe scan)[-_ \d.]", re.IGNORECASE)
_SCANNERS = re.compile(r"scan|camscanner|vuescan|twain", re.IGNORECASE)
_EDITORS = re.compile(
    r"photoshop|lightroom|snapseed|picsart|canva|gimp|pixlr|inshot|vsco|facetune|meitu|faceapp"
    r"|beautyplus|remini|capcut|photoroom|affinity|paint\.net|photoscape|acdsee|luminar|polarr"
    r"|photodirector|photolayers|background eraser",
    re.IGNORECASE,
)
_SCREENS = frozenset(
    {720, 750, 828, 1080, 1125, 1170, 1179, 1206, 1220, 1242, 1260, 1284, 1290, 1320, 1440}
)
"""Widths of phone screens of the last ten years, in pixels."""
_WHATSAPP_SIDES = frozenset({1280, 1600, 2048, 4096})


@dataclass(frozen=True, slots=True)
class Origin:
    """What one thinks, why (a code, see `evidence_words`), and how sure that is."""

    code: str
    cause: str = ""
    weight: str = ""


UNKNOWN = Origin("unknown")


def origin_of(facts: Facts) -> Origin:
    """Guess the origin; `unknown` where nothing tells."""
    exif = facts.exif
    maker = named(exif.text("make")) or named(exif.text("model"))
    found = _chat(facts, bool(maker)) or _screenshot(facts)
    if found is not None:
        return found
    if editor(facts):
        return Origin("edited", "software", "high")
    if _SCANNERS.search(_programs(facts)):
        return Origin("scan", "software", "high")
    if not maker and _SCAN.search(facts.name):
        return Origin("scan", "name", "low")
    if maker and exif.text("original"):
        return Origin("camera", "exif", "medium")
    return Origin("camera", "recording", "low") if facts.make else UNKNOWN


def _chat(facts: Facts, maker: bool) -> Origin | None:
    """Copies that chat programs and Facebook make: their names, their marks, no EXIF."""
    if _WHATSAPP_DOCUMENT.search(facts.name):
        return Origin("whatsapp_document", "name", "medium")
    if _WHATSAPP.search(facts.name):
        if facts.exif.text("original"):
            # WhatsApp takes EXIF away: a picture of this name that has it came another way
            return Origin("whatsapp_image", "name_despite_exif", "low")
        sized = facts.jfif_only and has_chat_size(facts)
        return Origin("whatsapp_image", *(("name_and_size", "high") if sized else _BY_NAME))
    if not maker and facts.facebook:
        return Origin("facebook", "facebook_mark", "high")
    if not maker and _FACEBOOK.search(facts.name):
        return Origin("facebook", *_BY_NAME)
    if not maker and _TELEGRAM.search(facts.name):
        return Origin("telegram", *_BY_NAME)
    return None


_BY_NAME = ("name", "medium")


def _screenshot(facts: Facts) -> Origin | None:
    if "Screenshot" in (facts.exif.text("comment") or ""):
        return Origin("screenshot", "comment", "high")
    if _SCREENSHOT.search(facts.name):
        return Origin("screenshot", *_BY_NAME)
    if facts.media_type == "image/png" and not facts.blocks and _is_screen(facts):
        return Origin("screenshot", "screen_size", "low")
    return None


def _is_screen(facts: Facts) -> bool:
    """Whether the picture has exactly the width of a phone's screen and its tall shape."""
    narrow, long = sorted((facts.width or 1, facts.height or 1))
    return narrow in _SCREENS and 1.7 <= long / narrow <= 2.4


def editor(facts: Facts) -> str:
    """Name of a picture editor that left its mark; empty where none did."""
    if facts.media_type in DOCUMENTS:
        return ""  # a paper that was designed is no edited photo
    match = _EDITORS.search(_programs(facts)) or _EDITORS.search(_tools(facts))
    return match[0] if match else ""


def has_chat_size(facts: Facts) -> bool:
    """Whether the long side is one that WhatsApp scales pictures to."""
    return max(facts.width or 0, facts.height or 0) in _WHATSAPP_SIDES


def _programs(facts: Facts) -> str:
    return f"{facts.exif.text('software') or ''} {facts.software}"


def _tools(facts: Facts) -> str:
    """Creator tools that XMP names, cut out without parsing XML."""
    found = re.findall(
        rb"(?:CreatorTool|softwareAgent)(?:\s*=\s*[\"']|\s*>)([^\"'<]{1,80})",
        facts.xmp[:1_000_000],
    )
    return b" ".join(found[:20]).decode("utf-8", "replace")
