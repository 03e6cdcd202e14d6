"""
What a saved page or an address says of itself: where from, saved when, which platform.
"""

from typing import Any
from urllib.parse import urlsplit

import msgspec

PLATFORMS = {
    "facebook": ("facebook.com", "fb.com", "fb.watch"),
    "instagram": ("instagram.com",),
    "tiktok": ("tiktok.com",),
    "x": ("x.com", "twitter.com"),
    "youtube": ("youtube.com", "youtu.be"),
    "whatsapp": ("whatsapp.com", "wa.me"),
    "telegram": ("telegram.org", "t.me"),
}


class _Source(msgspec.Struct, frozen=True):
    kind: str = ""
    local: str | None = None
    offset: str | None = None


class _Taken(msgspec.Struct, frozen=True):
    sources: list[_Source] = []


class _Media(msgspec.Struct, frozen=True):
    url: str | None = None


class _Inspection(msgspec.Struct, frozen=True):
    """The part of an inspection that a saved page has."""

    taken: _Taken = _Taken()
    media: _Media | None = None

    @property
    def saved_at(self) -> str:
        """When the page was saved; a time without zone gives its day only."""
        for one in self.taken.sources:
            if one.kind == "page" and one.local:
                return f"{one.local}{one.offset}" if one.offset else one.local[:10]
        return ""


def noted_in(inspection: str) -> dict[str, Any]:
    """Read from the JSON of an inspection what describes a capture."""
    try:
        found = msgspec.json.decode(inspection or "{}", type=_Inspection)
    except msgspec.ValidationError:
        return {}  # written by another program
    url = found.media.url if found.media else None
    noted = {"url": url or "", "platform": platform_of(url or ""), "captured_at": found.saved_at}
    return {key: value for key, value in noted.items() if value}


def platform_of(url: str) -> str:
    """Tell the platform from an address; empty where it is none of those known."""
    host = f".{urlsplit(url).hostname or ''}" if is_web(url) else ""
    for platform, hosts in PLATFORMS.items():
        if any(host.endswith(f".{one}") for one in hosts):
            return platform
    return ""


def is_web(url: str) -> bool:
    """Tell whether this is a whole address of the web."""
    if not url.isprintable() or any(letter.isspace() for letter in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
