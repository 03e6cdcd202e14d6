"""Worked examples of a pack: facts, and what one rule must say of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, overload

import msgspec

from rules.documents import read_table
from rules.expressions import PackError
from rules.model import Outcome
from rules.schema import Code, Regime, Words

FOLDER = "examples/"


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


class Examples(Sequence[Example]):
    """All examples of a pack, read when the first one is looked at."""

    def __init__(self, files: Mapping[str, bytes], rules: frozenset[str]) -> None:
        self._files = {name: files[name] for name in sorted(files) if name.startswith(FOLDER)}
        self._rules = rules

    @cached_property
    def _rows(self) -> tuple[Example, ...]:
        found = []
        for name in self._files:
            for example in read_table(self._files, name, ExampleFile).examples:
                if example.rule not in self._rules:
                    raise PackError(
                        "pack-unknown-name", name, example.id, kind="rule", found=example.rule
                    )
                found.append(example)
        return tuple(found)

    @overload
    def __getitem__(self, place: int) -> Example: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Example, ...]: ...

    def __getitem__(self, place: int | slice) -> Example | tuple[Example, ...]:
        """Give one example, or several."""
        return self._rows[place]

    def __len__(self) -> int:
        """Count them."""
        return len(self._rows)
