"""
What a trusted key says of itself in a case file, held against what the office knows.

The signature proves which key wrote a stream. It proves neither the name that the stream begins
with, nor that its counters are honest.
"""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from cases.journal.bodies.home import StreamStarted
from cases.journal.event import read
from cases.language import tr
from cases.sealed.refusal import Refused
from cases.tables import journal

FARTHEST_LEAP = 2**32
"""
So far may a counter run ahead of all that is here. An honest one counts events, and no district
writes four thousand million; one near the end of the numbers would leave this home none to use.
"""


def check_names(streams: Mapping[str, Sequence[bytes]], known: Mapping[str, str]) -> None:
    """Refuse a stream that begins under another name than the office knows its key by."""
    for dev, lines in streams.items():
        name = _introduced(lines[0])
        if name is not None and name != known[dev]:
            raise Refused(
                tr(
                    "Kunci {known} memperkenalkan diri sebagai “{name}” dalam berkas ini.",
                    known=known[dev],
                    name=name,
                ),
                code="other-name",
            )


def check_counters(connection: Connection, streams: Mapping[str, Sequence[bytes]]) -> None:
    """Refuse counters that run absurdly far ahead."""
    here = connection.execute(select(func.max(journal.c.lam))).scalar() or 0
    # Within a stream they rise, which was checked: the last line has the highest.
    if any(read(lines[-1]).lam > here + FARTHEST_LEAP for lines in streams.values()):
        raise Refused(
            tr("Nomor urut catatan dalam berkas ini terlalu besar untuk dipercaya."),
            code="absurd-counter",
        )


def _introduced(line: bytes) -> str | None:
    event = read(line)
    if event.type not in ("stream.started", "key.started"):
        return None
    try:
        return msgspec.convert(event.body, StreamStarted).name
    except msgspec.ValidationError:
        return None  # the fold takes no name from it either
