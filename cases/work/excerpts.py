"""Excerpts: the words around what was found, and where in them it stands."""

from collections.abc import Iterator, Sequence

from cases.folding import forms, words_in
from cases.work.search_records import Terms

_AROUND = 40
_LONGEST = 160


class Marker:
    """Finds the words of one search in texts; a word once judged is remembered."""

    def __init__(self, terms: Terms) -> None:
        self._wanted = frozenset().union(*terms.forms, terms.begun_forms)
        self._begun = terms.begun
        self._known: dict[str, bool] = {}

    def excerpt(self, texts: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Cut the first text that has one of the words around it; else the first there is."""
        for text in texts:
            first = next(self.marks(text), None)
            if first is not None:
                cut = _cut(text, first)
                return cut, tuple(self.marks(cut))
        shown = next((text for text in texts if text.strip()), "")
        return _cut(shown, (0, 0)), ()

    def marks(self, text: str) -> Iterator[tuple[int, int]]:
        """Give (start, end) of every word that fits."""
        known = self._known
        for start, end, word in words_in(text):
            fits = known.get(word)
            if fits is None:
                fits = known[word] = self._fits(word)
            if fits:
                yield start, end

    def _fits(self, word: str) -> bool:
        if not self._wanted.isdisjoint(forms(word)):
            return True
        begun = self._begun
        if not begun:
            return False
        if word.startswith(begun):
            return True
        return "-" in word and any(part.startswith(begun) for part in word.split("-"))


def _cut(text: str, at: tuple[int, int]) -> str:
    flat = " ".join(text.split())
    if flat != text:  # one line; where it moved, the beginning of the find is looked up anew
        word = text[at[0] : at[1]]
        begin = max(0, flat.find(word))
        at = begin, begin + len(word)
    start, end = max(0, at[0] - _AROUND), min(len(flat), max(at[1] + _AROUND, _LONGEST // 2))
    return ("…" if start else "") + flat[start:end] + ("…" if end < len(flat) else "")
