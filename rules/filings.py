"""Reading what somebody wants assessed: regime, days, respondents with their facts."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import get_args

from rules.errors import RuleError
from rules.facts import read_date, read_respondent
from rules.model import Filing, Respondent
from rules.pack import Pack
from rules.schema import Regime

KEYS = (
    "regime",
    "occurred_at",
    "known_on",
    "forwarded_on",
    "calendar",
    "allege",
    "respondents",
)


def read_filing(pack: Pack, raw: object) -> Filing:
    """Check what was read from JSON or TOML; raises RuleError."""
    table = _table(raw, "", KEYS)
    respondents = tuple(_respondents(pack, table))
    return Filing(
        regime=_regime(table),
        occurred_on=_occurred(table, respondents),
        known_on=_day(table, "known_on"),
        forwarded_on=_day(table, "forwarded_on"),
        calendar=_text(table, "calendar"),
        allege=tuple(_texts(table, "allege")),
        respondents=respondents,
    )


def _respondents(pack: Pack, table: Mapping[str, object]) -> Iterator[Respondent]:
    if table.get("respondents") is None:
        raise RuleError("missing-key", key="respondents", allowed="[{id, facts}]")
    for number, raw in enumerate(_list(table, "respondents"), start=1):
        own = _table(raw, f"respondents[{number}]", ("id", "facts"))
        name = own.get("id")
        if isinstance(name, bool) or not isinstance(name, (str, int)) or name == "":
            raise RuleError("not-text", key=f"respondents[{number}].id", found=name)
        facts = own.get("facts")
        stated = _table({} if facts is None else facts, f"{name}.facts")
        try:
            yield read_respondent(pack, str(name), stated)
        except RuleError as error:
            # The officer has many respondents: name the one whose fact is wrong.
            values = {**error.values, "key": f"{error.values['key']} ({name})"}
            raise RuleError(error.code, **values) from None


def _occurred(table: Mapping[str, object], respondents: tuple[Respondent, ...]) -> date | None:
    dated = bool(respondents) and all("tgl_peristiwa" in one.facts for one in respondents)
    if "occurred_at" not in table and not dated:
        raise RuleError("missing-key", key="occurred_at", allowed="2024-01-10, null")
    return _day(table, "occurred_at")


def _regime(table: Mapping[str, object]) -> str:
    allowed = get_args(Regime)
    value = table.get("regime")
    regime = value.strip().upper() if isinstance(value, str) else value
    if regime not in allowed:
        code = "missing-key" if value is None else "not-allowed"
        raise RuleError(code, key="regime", found=value, allowed=", ".join(allowed))
    return str(regime)


def _day(table: Mapping[str, object], key: str) -> date | None:
    value = table.get(key)
    return None if value is None else read_date(key, value)


def _text(table: Mapping[str, object], key: str) -> str:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise RuleError("not-text", key=key, found=value)
    return (value or "").strip()


def _texts(table: Mapping[str, object], key: str) -> Iterator[str]:
    for value in _list(table, key):
        if not isinstance(value, str):
            raise RuleError("not-text", key=key, found=value)
        yield value.strip()


def _list(table: Mapping[str, object], key: str) -> list[object]:
    value = table.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise RuleError("not-a-list", key=key, found=value, allowed="[…]")
    return value


def _table(
    raw: object, where: str, allowed: tuple[str, ...] | None = None
) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise RuleError("not-a-table", key=where, found=raw)
    for key in raw:
        if allowed is not None and key not in allowed:
            name = f"{where}.{key}" if where else key
            raise RuleError("unknown-key", key=name, allowed=", ".join(allowed))
    return raw
