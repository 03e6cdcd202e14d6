"""
The words of a pack in English, read when somebody asks for them (`english.toml`).

Only names, values and the officer's question: the law and what is printed stay Indonesian.
"""

from collections.abc import Mapping
from functools import cached_property

import msgspec

from rules.documents import read_table
from rules.expressions import PackError
from rules.schema import Words

FILE = "english.toml"


class FactWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One fact."""

    label: Words
    officer: Words
    values: Mapping[str, Words] = {}


class EnglishFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`english.toml`."""

    facts: Mapping[str, FactWords] = {}
    clauses: Mapping[str, Words] = {}
    """Considerations by their id."""
    norms: Mapping[str, Words] = {}
    """Titles by the id of the norm."""


class English:
    """English words by key; empty where the pack has none."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = {FILE: files[FILE]} if FILE in files else {}

    @cached_property
    def file(self) -> EnglishFile:
        """The file as it is written; without one it is empty."""
        return read_table(self._files, FILE, EnglishFile) if self._files else EnglishFile()

    def name(self, key: str) -> str:
        """Name a fact or a clause."""
        fact = self.file.facts.get(key)
        return fact.label if fact else self.file.clauses.get(key, "")

    def value(self, key: str, value: str) -> str:
        """Say a value of a fact."""
        fact = self.file.facts.get(key)
        return fact.values.get(value, "") if fact else ""

    def question(self, key: str) -> str:
        """Give the officer's question for a fact; a clause has none."""
        fact = self.file.facts.get(key)
        return fact.officer if fact else ""

    def title(self, rule: str) -> str:
        """Give the title of a norm."""
        return self.file.norms.get(rule, "")

    def check(
        self, facts: Mapping[str, tuple[str, ...]], clauses: frozenset[str], norms: frozenset[str]
    ) -> None:
        """Refuse words for what the pack does not have; `facts` have their values."""
        strange = [
            *(("fact", key) for key in self.file.facts if key not in facts),
            *(("consideration", key) for key in self.file.clauses if key not in clauses),
            *(("rule", key) for key in self.file.norms if key not in norms),
            *(
                ("value", f"{key}.{value}")
                for key, words in self.file.facts.items()
                for value in words.values
                if value not in facts.get(key, (value,))
            ),
        ]
        for kind, name in strange:
            raise PackError("pack-unknown-name", FILE, name, kind=kind, found=name)
