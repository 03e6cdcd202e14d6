"""Worked examples of a pack: facts, and what one rule must say of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from rules.model import Outcome
from rules.schema import Code, Regime, Words


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One example."""

    id: Code
    rule: Code
    text: Words
    outcome: Outcome
    regime: Regime
    occurred_at: date | None = None
    calendar: str = ""
    facts: Mapping[str, Any]
    missing: tuple[str, ...] | None = None
    """Exactly these facts are missing; not checked without it."""
    exception: str = ""
    """The exception that holds."""


class ExampleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`examples/<name>.toml`."""

    examples: tuple[Example, ...]
