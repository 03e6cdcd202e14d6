"""Tests as a pack writes them: what is understood, and what is refused with its place."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any as Anything

import pytest

from rules.expressions import PackError, Reader
from rules.leaves import Is
from rules.logic import Node
from rules.model import Truth, Value
from rules.schema import Ask, Fact, Group
from tests.rules.test_logic import Stand


def _fact(key: str, kind: Anything, values: tuple[str, ...] = ()) -> Fact:
    ask = Ask(officer="?")
    return Fact(key=key, group="A", kind=kind, label=key, use="element", values=values, ask=ask)


FACTS = {
    "ajakan": _fact("ajakan", "bool"),
    "cuti": _fact("cuti", "enum", ("TIDAK", "CLTN")),
    "peran": _fact("peran", "multi", ("PANITIA", "TAMU")),
    "mulai": _fact("mulai", "date"),
    "akhir": _fact("akhir", "date"),
    "catatan": _fact("catatan", "text"),
}


def _reader() -> Reader:
    reader = Reader(FACTS, {"A": Group(code="A", text="Umum")})
    reader.name("subject", "PNS", Is("cuti", ["TIDAK"]), "pack.toml")
    reader.name("exception", "X-01", Is("ajakan", [False]), "exceptions.toml")
    return reader


def _read(test: Mapping[str, Anything]) -> Node:
    return _reader().read(test, "rules.toml", "KE-01.u1")


DAY, LATER = date(2024, 10, 1), date(2025, 4, 1)


@pytest.mark.parametrize(
    ("test", "facts", "truth"),
    [
        ({"fact": "ajakan", "is": True}, {"ajakan": True}, True),
        ({"fact": "cuti", "is": "CLTN"}, {"cuti": "TIDAK"}, False),
        ({"fact": "cuti", "in": ["CLTN", "TIDAK"]}, {"cuti": "CLTN"}, True),
        ({"fact": "peran", "any_of": ["TAMU"]}, {"peran": frozenset({"TAMU"})}, True),
        ({"fact": "peran", "only": ["TAMU"]}, {"peran": frozenset({"TAMU", "PANITIA"})}, False),
        ({"fact": "catatan", "known": True}, {"catatan": "ada"}, True),
        ({"fact": "mulai", "known": True}, {}, None),
        ({"fact": "mulai", "at_most": DAY}, {"mulai": DAY}, True),
        ({"fact": "mulai", "before": "akhir"}, {"mulai": DAY, "akhir": DAY}, False),
        (
            {"fact": "mulai", "at_least": "akhir", "months": -6},
            {"mulai": DAY, "akhir": LATER},
            True,
        ),
        ({"fact": "mulai", "before": LATER, "months": -7}, {"mulai": DAY}, False),
        ({"all": [{"fact": "ajakan", "is": True}, {"subject": "PNS"}]}, {"ajakan": False}, False),
        ({"any": []}, {}, False),
        ({"not": {"exception": "X-01"}}, {"ajakan": True}, True),
        ({"stage": "CAMPAIGN"}, {}, None),
        ({"stage": "CAMPAIGN", "relation": "before"}, {}, None),
        ({"stage": "CAMPAIGN", "of": "mulai"}, {}, None),
    ],
)
def test_a_test_is_read(
    test: Mapping[str, Anything], facts: dict[str, Value], truth: Truth
) -> None:
    assert _read(test).truth(Stand(**facts)) is truth  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("test", "code", "named"),
    [
        ({}, "pack-bad-test", "{}"),
        ({"some": 1}, "pack-bad-test", "some"),
        ({"all": [], "any": []}, "pack-bad-test", "all, any"),
        ({"all": {}}, "pack-bad-test", "all"),
        ({"any": ["ajakan"]}, "pack-bad-test", "ajakan"),
        ({"subject": "PNS", "fact": "ajakan"}, "pack-bad-test", "subject, fact"),
        ({"subject": "GURU"}, "pack-unknown-name", "GURU"),
        ({"exception": 7}, "pack-unknown-name", "7"),
        ({"stage": "LEBARAN"}, "pack-bad-test", "LEBARAN"),
        ({"stage": "QUIET", "relation": "near"}, "pack-bad-test", "near"),
        ({"stage": "QUIET", "fact": "ajakan"}, "pack-bad-test", "stage, fact"),
        ({"fact": "ajakann", "is": True}, "pack-unknown-name", "ajakann"),
        ({"fact": "ajakan"}, "pack-bad-test", "fact"),
        ({"fact": "ajakan", "is": True, "known": True}, "pack-bad-test", "fact, is, known"),
        ({"fact": "ajakan", "any_of": ["TAMU"]}, "pack-bad-operator", "is, known"),
        ({"fact": "peran", "is": "TAMU"}, "pack-bad-operator", "any_of, only, known"),
        ({"fact": "catatan", "is": "x"}, "pack-bad-operator", "known"),
        ({"fact": "ajakan", "is": "ya"}, "pack-value", "true, false"),
        ({"fact": "cuti", "is": "BESAR"}, "pack-value", "TIDAK, CLTN"),
        ({"fact": "cuti", "in": "CLTN"}, "pack-value", "TIDAK, CLTN"),
        ({"fact": "peran", "any_of": []}, "pack-value", "PANITIA, TAMU"),
        ({"fact": "mulai", "before": "ajakan"}, "pack-value", "ajakan"),
        ({"stage": "QUIET", "of": "ajakan"}, "pack-value", "ajakan"),
        ({"stage": "QUIET", "of": 3}, "pack-value", "3"),
        ({"fact": "mulai", "before": DAY, "months": "6"}, "pack-bad-test", "months"),
        ({"fact": "mulai", "known": True, "months": 6}, "pack-bad-test", "months"),
        ({"fact": "mulai", "before": datetime(2024, 1, 1)}, "pack-value", "2024"),  # noqa: DTZ001
    ],
)
def test_what_a_pack_may_not_write_is_refused_with_its_place(
    test: Mapping[str, Anything], code: str, named: str
) -> None:
    with pytest.raises(PackError) as caught:
        _read(test)
    assert (caught.value.code, caught.value.file) == (code, "rules.toml")
    assert caught.value.place == "KE-01.u1"
    assert named in str(caught.value)


def test_a_name_is_given_once() -> None:
    with pytest.raises(PackError, match="pack-duplicate"):
        _reader().name("subject", "PNS", Is("cuti", ["TIDAK"]), "pack.toml")
