"""
Which module adds which verbs: a verb loads its own family and nothing else.

Loading every family takes longer than most verbs work. An unknown verb, none, or `--help` loads
them all: only then must every name be known.
"""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module

import typer

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "keys": ("init", "card", "enrol", "officer", "office", "roster"),
    "laptop": ("watch", "status", "clock"),
    "inspect": ("inspect",),
    "intake": ("intake",),
    "evidence": ("exhibit",),
    "work": ("case", "incident"),
    "finding": ("search", "undo", "register"),
    "people": ("attend", "party", "fact"),
    "rolls": ("attend-list", "attend-sheet", "marker", "person", "fairness"),
    "captures": ("capture",),
    "hearings": ("clarify",),
    "procedure": ("moves", "move", "move-back", "requirement", "allege"),
    "clocks": ("deadline",),
    "holidays": ("holidays",),
    "prevention": ("prevention",),
    "assess": ("assess",),
    "deadlines": ("deadlines",),
    "law": ("pack",),
    "papers": ("paper",),
    "forms": ("form",),
    "places": ("region",),
    "exchange": ("seal", "verify", "import", "receipt"),
    "keeping": ("check", "rebuild", "backup", "restore"),
    "programme": ("bench",),
    "weighing": ("matrix", "against"),
    "demo": ("demo",),
}
"""Module of this package -> the verbs, and families of verbs, that its `add_to` adds."""

OPTIONS = frozenset({"--home", "--officer", "--passphrase-file", "--lang"})
"""The options before the verb; each has a value."""


def families_of(words: Sequence[str]) -> tuple[str, ...]:
    """Tell which families a command line needs."""
    verb = _verb(words)
    found = tuple(family for family, verbs in FAMILIES.items() if verb in verbs)
    return found or tuple(FAMILIES)


def add_families(app: typer.Typer, families: Iterable[str] = FAMILIES) -> typer.Typer:
    """Load families and add their verbs."""
    for family in families:
        import_module(f"cases.commands.{family}").add_to(app)
    return app


def _verb(words: Sequence[str]) -> str:
    """Find the verb behind the options; nothing where the line starts otherwise."""
    rest = list(words)
    while rest and rest[0].startswith("-"):
        name, sign, _ = rest[0].partition("=")
        if name not in OPTIONS:
            return ""
        del rest[: 1 if sign else 2]
    return rest[0] if rest else ""
