"""Articles of law: the titles of rules, what they rest on, and the laws of the newest pack."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from cases.folding import forms_of_text, words_of
from cases.work import packs
from cases.work.excerpts import Marker
from cases.work.search_records import Hit, Terms
from rules.pack import Pack


@dataclass(frozen=True, slots=True)
class _Article:
    id: str
    title: str
    text: str
    forms: frozenset[str]
    words: tuple[str, ...]


def articles(pack: Pack, terms: Terms, most: int) -> tuple[Hit, ...]:
    """Give the rules and laws in which every word stands."""
    if not (terms.forms or terms.begun):
        return ()
    found = (one for one in _articles(pack.id) if _fits(one, terms))
    mark = Marker(terms)
    return tuple(_hit(one, mark) for one in islice(found, most))


def read_article(key: str) -> tuple[str, str]:
    """Give (title, text) of a rule or a law of the newest pack; empty where there is none."""
    for one in _articles(packs.newest()):
        if one.id == key:
            return one.title, one.text
    return "", ""


def facts_of_element(pack: Pack, name: str) -> frozenset[str]:
    """Give the facts that an element, a rule, or a fact itself stands for."""
    if name in pack.facts or name in pack.considerations:
        return frozenset({name})
    for norm in pack.rules:
        for element in norm.elements:
            if element.id == name:
                return element.test.reads()
        if norm.id == name:
            return norm.reads
    return frozenset()


@cache
def _articles(pack: str) -> tuple[_Article, ...]:
    return tuple(_read(packs.load(pack)))


def _read(pack: Pack) -> Iterator[_Article]:
    laws = pack.laws
    for norm in pack.rules:
        basis = "; ".join(f"{one.article} {laws[one.law].title}" for one in norm.basis)
        elements = "; ".join(element.text for element in norm.elements)
        yield _article(norm.id, norm.title, f"{basis}\n{elements}")
    for law in laws.values():
        yield _article(law.id, law.title, law.note)


def _article(key: str, title: str, text: str) -> _Article:
    whole = f"{key}\n{title}\n{text}"
    return _Article(key, title, text, frozenset(forms_of_text(whole)), tuple(words_of(whole)))


def _fits(article: _Article, terms: Terms) -> bool:
    if not all(not article.forms.isdisjoint(one) for one in terms.forms):
        return False
    return (
        not terms.begun
        or not article.forms.isdisjoint(terms.begun_forms)
        or any(word.startswith(terms.begun) for word in article.words)
    )


def _hit(article: _Article, mark: Marker) -> Hit:
    excerpt, marks = mark.excerpt((article.title, *article.text.split("\n")))
    return Hit(None, "", "article", article.id, article.title, excerpt, marks=marks)
