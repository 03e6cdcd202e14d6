"""
The clock card: a QR with the time of this laptop, photographed by the camera it measures.

    netra-clock:<UTC>:<nonce>:<mac>      20241003T024200.123Z, 16 and 8 hexadecimal digits

The window shows a new card each second. The code at the end proves that this home made it. What
the camera wrote minus what the card said is the error of its clock, for that camera and session.
"""

import hmac
import re
from dataclasses import dataclass
from hashlib import sha256

from cases import clock
from cases.home import Home
from cases.intake.clock_error import Reading
from cases.keys.kdf import random_bytes, subkey

HOLD_MS = 1000
"""So long a card stands on the screen before the next one takes its place."""
LAG_MS = 250
"""So late a screen may show it."""
_FORM = re.compile(
    r"(netra-clock:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3})Z:[0-9a-f]{16}):([0-9a-f]{8})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class ClockCard:
    """What the QR holds, and the moment it stands for."""

    text: str
    at: str


def make_card(home: Home) -> ClockCard:
    """Make the card of this moment; show it at once, and the next one `HOLD_MS` later."""
    at = clock.now().wall
    compact = at.replace("-", "").replace(":", "")
    said = f"netra-clock:{compact}:{random_bytes(8).hex()}"
    return ClockCard(f"{said}:{_mac(home, said)}", at)


def card_matrix(card: ClockCard) -> tuple[tuple[bool, ...], ...]:
    """Give the squares of the QR, row by row; True is dark. It needs an empty edge of four."""
    import segno

    code = segno.make(card.text, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(square) for square in row) for row in code.matrix)


def read_card(home: Home, texts: tuple[str, ...]) -> Reading | None:
    """
    Give the time of the card among the codes that a photo shows; None where there is none.

    `Reading.own` is False for a card that another home made: its laptop's clock is not known here.
    """
    readings = []
    for text in texts:
        match = _FORM.fullmatch(text)
        if match is None:
            continue
        said, year, month, day, hour, minute, second, mac = match.groups()
        own = hmac.compare_digest(mac, _mac(home, said))
        at = f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
        readings.append(Reading(at, said.rpartition(":")[2], own))
    return max(readings, key=lambda one: one.own, default=None)


def _mac(home: Home, said: str) -> str:
    key = subkey(home.keys.vault_key, "clock")
    return hmac.new(key, said.encode("ascii"), sha256).digest()[:4].hex()
