"""What the window asks of search."""

from typing import TYPE_CHECKING

from cases.work.search_records import Filters, Found

if TYPE_CHECKING:
    from cases.home import Home


def find(home: "Home", text: str, filters: Filters, before: int = 0, limit: int = 50) -> Found:
    """Find words, newest first; `before` asks for the next page."""
    from cases.work.search import search

    return search(home, text, filters, before=before, limit=limit)


def elements() -> tuple[tuple[str, str], ...]:
    """Give (id, words) of the elements that describe conduct, each wording once."""
    from cases.work import packs

    pack = packs.load(packs.newest())
    found: dict[str, str] = {}
    for norm in pack.rules:
        for element in norm.elements:
            if element.conduct:
                found.setdefault(element.text, element.id)
    return tuple((key, words) for words, key in sorted(found.items()))


def districts(home: "Home") -> tuple[tuple[str, str], ...]:
    """Give (code, name) of the sub-districts in which cases stand."""
    from cases.work.cases import list_cases

    codes = sorted({one.case.place.code[:8] for one in list_cases(home) if one.case.place.code})
    return tuple((code, _named(code)) for code in codes)


def _named(code: str) -> str:
    from cases.work.region_codes import name_of

    name = name_of(code)
    return f"{name} ({code})" if name and name != code else code


def article(key: str) -> tuple[str, str]:
    """Give (title, text) of a rule or a law of the newest pack."""
    from cases.work.law_search import read_article

    return read_article(key)
