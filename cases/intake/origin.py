"""Where a file probably comes from, told by names, sizes and marks: a guess to ask about."""

import re

from cases.intake.facts import Facts
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
_WHATSAPP_SIDES = frozenset({1280, 1600, 2048, 4096})


def origin_of(facts: Facts) -> str:
    """One word for the origin; `unknown` where nothing tells."""
    exif = facts.exif
    maker = named(exif.text("make")) or named(exif.text("model"))
    if _WHATSAPP_DOCUMENT.search(facts.name):
        return "whatsapp_document"
    if _WHATSAPP.search(facts.name):
        return "whatsapp_image"
    if not maker and (_FACEBOOK.search(facts.name) or facts.facebook):
        return "facebook"
    if not maker and _TELEGRAM.search(facts.name):
        return "telegram"
    if _is_screenshot(facts):
        return "screenshot"
    if editor(facts):
        return "edited"
    if _SCANNERS.search(_programs(facts)) or (not maker and _SCAN.search(facts.name)):
        return "scan"
    return "camera" if maker and exif.text("original") else "unknown"


def editor(facts: Facts) -> str:
    """Name of a picture editor that left its mark; empty where none did."""
    match = _EDITORS.search(_programs(facts)) or _EDITORS.search(_tools(facts))
    return match[0] if match else ""


def has_chat_size(facts: Facts) -> bool:
    """Whether the long side is one that WhatsApp scales pictures to."""
    return max(facts.width or 0, facts.height or 0) in _WHATSAPP_SIDES


def _is_screenshot(facts: Facts) -> bool:
    comment = facts.exif.text("comment") or ""
    return bool(_SCREENSHOT.search(facts.name)) or "Screenshot" in comment


def _programs(facts: Facts) -> str:
    return f"{facts.exif.text('software') or ''} {facts.png_software}"


def _tools(facts: Facts) -> str:
    """Creator tools that XMP names, cut out without parsing XML."""
    found = re.findall(
        rb"(?:CreatorTool|softwareAgent)(?:\s*=\s*[\"']|\s*>)([^\"'<]{1,80})",
        facts.xmp[:1_000_000],
    )
    return b" ".join(found[:20]).decode("utf-8", "replace")
