"""
Reading values of facts as people and files write them.

`None`, and the answers a pack lists as unknown, are no value: the fact is left out.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from rules.errors import RuleError
from rules.leaves import OPEN
from rules.model import Respondent, Value
from rules.pack import Pack
from rules.schema import Fact

EARLIEST = date(1945, 8, 17)
YES_NO: Mapping[str, bool] = {"ya": True, "true": True, "tidak": False, "false": False}
NOT_YET = ("belum", "belum_diketahui")
DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_respondent(pack: Pack, name: str, stated: Mapping[str, object]) -> Respondent:
    """Read all facts of one respondent."""
    facts: dict[str, Value] = {}
    contradicting: list[str] = []
    for key, raw in stated.items():
        value = read_value(pack, key, raw)
        if value is None:
            continue
        if isinstance(value, frozenset) and _contradicts(pack.facts[key], value):
            contradicting.append(key)
        else:
            facts[key] = value
    # In the order of the pack, whatever the order in which they were stated.
    return Respondent(name, facts, tuple(key for key in pack.facts if key in contradicting))


def read_value(pack: Pack, key: str, raw: object) -> Value | None:
    """Read one value; None when it is unknown."""
    fact = pack.facts.get(key)
    if fact is None and key not in pack.considerations:
        raise RuleError("unknown-fact", key=key)
    if raw is None or _is_unknown(pack, raw):
        return None
    if fact is None or fact.kind == "bool":
        return _read_bool(key, raw)
    return _readers(pack)[fact.kind](fact, raw)


def read_date(key: str, raw: object) -> date:
    """Read a date, or a time whose written date counts."""
    if isinstance(raw, datetime):
        day = raw.date()
    elif isinstance(raw, date):
        day = raw
    elif isinstance(raw, str) and DATED.match(raw.strip()):
        day = _parsed(key, raw.strip())
    else:
        raise RuleError("bad-date", key=key, found=raw)
    if day < EARLIEST:
        raise RuleError("date-too-early", key=key, found=day, earliest=EARLIEST)
    return day


def _readers(pack: Pack) -> Mapping[str, Callable[[Fact, object], Value | None]]:
    return {
        "enum": _read_enum,
        "date": lambda fact, raw: read_date(fact.key, raw),
        "text": _read_text,
        "multi": lambda fact, raw: _read_multi(pack, fact, raw),
    }


def _parsed(key: str, text: str) -> date:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise RuleError("bad-date", key=key, found=text) from None


def _is_unknown(pack: Pack, raw: object) -> bool:
    return isinstance(raw, str) and (
        raw.strip().upper() in pack.unknown or raw.strip().casefold() in NOT_YET
    )


def _read_bool(key: str, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().casefold() in YES_NO:
        return YES_NO[raw.strip().casefold()]
    raise RuleError("not-yes-or-no", key=key, found=raw)


def _read_enum(fact: Fact, raw: object) -> str:
    if isinstance(raw, bool) and {"YA", "TIDAK"} <= set(fact.values):
        return "YA" if raw else "TIDAK"
    return _member(fact, raw)


def _read_text(fact: Fact, raw: object) -> str | None:
    if not isinstance(raw, str):
        raise RuleError("not-text", key=fact.key, found=raw)
    return raw.strip() or None


def _read_multi(pack: Pack, fact: Fact, raw: object) -> frozenset[str] | None:
    items = [raw] if isinstance(raw, str) else raw
    if not isinstance(items, (list, tuple, set, frozenset)):
        raise RuleError("not-a-list", key=fact.key, found=raw, allowed=", ".join(fact.values))
    members = {OPEN if _is_unknown(pack, item) else _member(fact, item) for item in items}
    return None if members == {OPEN} else frozenset(members)


def _member(fact: Fact, raw: object) -> str:
    text = raw.strip().upper() if isinstance(raw, str) else raw
    if not isinstance(text, str) or text not in fact.values:
        raise RuleError(
            "value-not-listed", key=fact.key, found=raw, allowed=", ".join(fact.values)
        )
    return text


def _contradicts(fact: Fact, members: frozenset[str]) -> bool:
    listed = members - {OPEN}
    return len(listed) > 1 and not listed.isdisjoint(fact.alone)
