"""An officer: one signing key, and whose it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer of a home, or one known from a roster."""

    dev: str
    name: str
    role: str
    office: str
    region: str
    number: int = 0
    """Place of the key in its home: 1 for the first officer; 0 where it is not known."""
