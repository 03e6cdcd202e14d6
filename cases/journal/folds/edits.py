"""
Fields that several people may edit: an edit replaces what it has seen, nothing else.

What was not seen stands beside it until a person decides; the row shows the value with the
highest lam, among equals that of the lowest dev. There is no last writer that wins by the clock.
"""

from bisect import insort
from typing import Any

import msgspec

from cases.journal.event import Event
from cases.journal.rows import Rows

_Live = list[tuple[str, int, str, Any]]
_BLANK: tuple[Any, ...] = (None, "", {}, [], False)
"""To fill in what was empty corrects nothing."""
_live_decoder = msgspec.json.Decoder(list[tuple[str, int, str, Any]])


def text_of(value: Any) -> str:
    """JSON text of a value, as rows hold it."""
    return msgspec.json.encode(value, order="sorted").decode()


def live_of(text: str) -> _Live:
    """Read the edits that stand: (event, lam, dev, value), the shown one first."""
    return _live_decoder.decode(text)


def replace(rows: Rows, event: Event, sha: str, at: tuple[str, str], value: Any) -> Any:
    """Edit field `at` = (entity, field); give the value to show now.

    An id of one thing used for another would put a value of another kind beside: it is not shown.
    """
    row = rows.get("edit", *at)
    kept: _Live | str = row["live"] if row else []
    live = live_of(kept) if isinstance(kept, str) else kept
    if event.saw:
        seen = frozenset(event.saw)
        _note(rows, event, (sha, *at), [live[0][3] if live else None, value])
        live = [entry for entry in live if entry[0] not in seen]
    insort(live, (sha, event.lam, event.dev, value), key=_place)
    # A list while the fold goes on: thousands of edits that nobody saw are written out once.
    rows.put("edit", *at, live=live)
    return next(entry[3] for entry in live if type(entry[3]) is type(value))


def _note(rows: Rows, event: Event, key: tuple[str, str, str], values: list[Any]) -> None:
    """Keep both texts where an edit puts another in the place of one that was there."""
    before, after = values
    if before in _BLANK or before == after:
        return
    rows.put(
        "correction",
        *key,
        type=event.type,
        before=text_of(before),
        after=text_of(after),
        reason=str(event.body.get("reason", "")),
        at=event.wall,
        dev=event.dev,
        lam=event.lam,
    )


def withdraw(rows: Rows, event: Event, at: tuple[str, str]) -> None:
    """Take away the edits that an event has seen, and put nothing in their place."""
    row = rows.get("edit", *at)
    if row is not None:
        kept: _Live | str = row["live"]
        live = live_of(kept) if isinstance(kept, str) else kept
        seen = frozenset(event.saw)
        rows.put("edit", *at, live=[entry for entry in live if entry[0] not in seen])


def _place(entry: tuple[str, int, str, Any]) -> tuple[int, str, str]:
    return -entry[1], entry[2], entry[0]
