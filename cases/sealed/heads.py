"""The head of a stream: how many lines it has and what the last one hashes to."""

import re
from dataclasses import dataclass

_TEXT = re.compile(r"([0-9a-f]{64}):([1-9][0-9]{0,15}):([0-9a-f]{64})")


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """Where a stream of a case stands."""

    dev: str
    seq: int
    sha256: str

    def __str__(self) -> str:
        return f"{self.dev}:{self.seq}:{self.sha256}"


def parse_head(text: str) -> Head | None:
    """Read `dev:seq:sha256`."""
    match = _TEXT.fullmatch(text)
    return Head(match[1], int(match[2]), match[3]) if match else None
