"""
An event: one line of a stream.

A line is the RFC 8785 form of the event, kept as bytes and never re-serialised. `msgspec` writes
it (40 times faster than the reference library); for values without floats and with ASCII keys
both give the same bytes, which a test checks on arbitrary values.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from cases.clock import Moment
from cases.errors import NetraError
from cases.language import tr

VERSION = 1
GENESIS = "0" * 64
"""`prev` of the first line of a stream."""
MAX_INTEGER = 2**53 - 1
MAX_LAMPORT = 2**52
"""A larger counter in an arriving line is hostile: it would leave no room for the next one."""
MAX_LINE = 1 << 20
"""Bytes of one line; papers and pictures are objects, not bodies."""

Class = Literal["content", "access"]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_DEEPEST = 32
"""Lists in objects in lists: what is nested deeper is hostile, and would exhaust the stack."""

_encoder = msgspec.json.Encoder(order="sorted")


class Event(msgspec.Struct, frozen=True, rename={"cls": "class"}):
    """One event, as `docs/format.md` describes it."""

    v: int
    dev: str
    case: str | None
    seq: int
    prev: str
    lam: int
    wall: str
    mono: int
    boot: str
    tz: str
    type: str
    cls: Class
    body: dict[str, Any]
    saw: list[str]
    obj: list[str]

    @property
    def scope(self) -> str:
        """The case, or `""` for the key's own stream."""
        return self.case or ""

    @property
    def order(self) -> tuple[int, str, str, int]:
        """Place among all events: (lam, dev, case, seq), never the wall clock."""
        return self.lam, self.dev, self.scope, self.seq


_decoder = msgspec.json.Decoder(Event)


class BadLine(NetraError):
    """A line is no event of this format."""


def canonical(value: Any) -> bytes:
    """Encode JSON after RFC 8785; floats, large integers and non-ASCII keys are refused."""
    _check(value, _DEEPEST)
    return _encoder.encode(value)


def _check(value: Any, depth: int) -> None:
    if isinstance(value, dict | list | tuple):
        _check_inner(value, depth)
    elif isinstance(value, float):
        raise ValueError("floats have no place in an event")  # noqa: TRY004 - a value of ours
    elif isinstance(value, int) and abs(value) > MAX_INTEGER:
        raise ValueError(f"{value} is 2^53 or more")


def _check_inner(value: Mapping[Any, Any] | Sequence[Any], depth: int) -> None:
    if not depth:
        raise ValueError("nested too deep")
    if isinstance(value, dict):
        for key in value:
            if not (isinstance(key, str) and key.isascii()):
                raise ValueError(f"key {key!r} is not ASCII text")
        value = list(value.values())
    for inner in value:
        _check(inner, depth - 1)


def sha256(data: bytes) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def compose(event: dict[str, Any], moment: Moment) -> tuple[bytes, str, Event]:
    """Make (line, id, event) from the fields that the writer chose and a moment of the clock."""
    full = {
        "v": VERSION,
        **event,
        "wall": moment.wall,
        "mono": moment.mono,
        "boot": moment.boot,
        "tz": moment.tz,
    }
    line = canonical(full)
    return line, sha256(line), _decoder.decode(line)


def read(line: bytes) -> Event:
    """Decode a line of our own journal."""
    return _decoder.decode(line)


def read_strictly(line: bytes) -> Event:
    """Decode a line that came from outside: canonical form, types and ranges are checked."""
    if len(line) > MAX_LINE:
        raise BadLine(tr("Satu catatan jurnal terlalu panjang."), code="bad-line")
    try:
        event = _decoder.decode(line)
        again = canonical(msgspec.json.decode(line))
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BadLine(tr("Satu catatan jurnal tidak dapat dibaca."), code="bad-line") from error
    sound = (
        again == line
        and _is_hex(event.dev, 64)
        and (event.case is None or _is_hex(event.case, 32))
        and _is_hex(event.prev, 64)
        and 1 <= event.seq <= MAX_INTEGER
        and 1 <= event.lam <= MAX_LAMPORT
        and event.v >= 1
        and _MOMENT.fullmatch(event.wall) is not None
    )
    if not sound:
        raise BadLine(tr("Satu catatan jurnal tidak menurut bentuk baku."), code="bad-line")
    return event


def _is_hex(text: str, digits: int) -> bool:
    return len(text) == digits and not set(text) - set("0123456789abcdef")
