"""Texts out of hostile files, made harmless to show: nothing in them acts, hides or overflows."""

import unicodedata

_MOST = 200


def shown(text: str | None) -> str | None:
    """Replace control and direction signs, cut to a length that a screen can show."""
    if text is None:
        return None
    cut = text if len(text) <= _MOST else text[: _MOST - 1] + "…"
    return "".join("�" if _acts(sign) else sign for sign in cut)


def named(text: str | None) -> str | None:
    """Text of a name field: harmless, without padding; None when nothing is left."""
    return (shown(text) or "").strip() or None


def _acts(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
