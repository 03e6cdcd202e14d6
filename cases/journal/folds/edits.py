"""
Fields that several people may edit: an edit replaces what it has seen, nothing else.

What was not seen stands beside it until a person decides; the row shows the value with the
highest lam, among equals that of the lowest dev. There is no last writer that wins by the clock.
"""

from typing import Any

import msgspec

from cases.journal.event import Event
from cases.journal.rows import Rows

_Live = list[tuple[str, int, str, Any]]
_live_decoder = msgspec.json.Decoder(list[tuple[str, int, str, Any]])


def text_of(value: Any) -> str:
    """JSON text of a value, as rows hold it."""
    return msgspec.json.encode(value, order="sorted").decode()


def live_of(text: str) -> _Live:
    """Read the edits that stand: (event, lam, dev, value), the shown one first."""
    return _live_decoder.decode(text)


def replace(rows: Rows, event: Event, sha: str, at: tuple[str, str], value: Any) -> Any:
    """Edit field `at` = (entity, field); give the value to show now."""
    row = rows.get("edit", *at)
    old = live_of(row["live"]) if row else []
    live = [entry for entry in old if entry[0] not in event.saw]
    live.append((sha, event.lam, event.dev, value))
    live.sort(key=lambda entry: (-entry[1], entry[2], entry[0]))
    rows.put("edit", *at, live=text_of(live))
    return live[0][3]
