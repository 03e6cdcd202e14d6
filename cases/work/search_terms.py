"""From what somebody types to what the index is asked."""

from collections.abc import Iterator

from sqlalchemy import Connection

from cases.folding import forms, token, words_in
from cases.journal.index import GPS, SOURCES, kind_mark
from cases.work.search_records import Filters, Terms

_ENDINGS = 100
"""A begun word goes on in so many words at most, the most frequent ones."""
_LAST = "\U0010ffff"


def terms_of(text: str) -> Terms:
    """Read the words of a search; a space after the last one says that it is complete."""
    words = [word for _, _, word in words_in(text)]
    if not words:
        return Terms()
    begun = "" if text[-1:].isspace() else words[-1]
    whole = words[:-1] if begun else words
    return Terms(
        forms=tuple(frozenset(_asked(word)) for word in dict.fromkeys(whole)),
        begun=begun,
        begun_forms=frozenset(_asked(begun)) if begun else frozenset(),
    )


def _asked(word: str) -> Iterator[str]:
    """Give the forms of a word; of a code (`B-01`) the whole only, not its parts."""
    if "-" in word and any(map(str.isdigit, word)):
        yield word
    else:
        yield from forms(word)


def query_of(connection: Connection, terms: Terms, filters: Filters) -> str:
    """Write the question to the index."""
    parts = [_any(one) for one in terms.forms]
    if terms.begun:
        parts.append(_any({*terms.begun_forms, *_endings(connection, terms.begun)}))
    kinds = [kind_mark(kind) for kind in filters.kinds if kind != "article"]
    if kinds:
        parts.append(_any(kinds))
    if filters.gps:
        parts.append(f'"{GPS}"')
    if not parts:
        parts.append(_any([kind_mark(source.kind) for source in SOURCES.values()]))
    return " AND ".join(parts)


def _any(words: "frozenset[str] | set[str] | list[str]") -> str:
    # Tokens are letters, digits and hyphens: nothing in them ends the quotes.
    return "(" + " OR ".join(f'"{token(word)}"' for word in sorted(words)) + ")"


def _endings(connection: Connection, begun: str) -> list[str]:
    rows = connection.exec_driver_sql(
        "SELECT word FROM search_word WHERE word >= ? AND word < ? ORDER BY n DESC, word LIMIT ?",
        (begun, begun + _LAST, _ENDINGS),
    )
    return [str(row[0]) for row in rows]
