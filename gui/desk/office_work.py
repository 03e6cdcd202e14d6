"""What an office does beside its cases: packs, tables of holidays, prevention."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.work.records import CaseId, Place

if TYPE_CHECKING:
    from cases.home import Home
    from cases.work.holiday_exchange import HolidayPlan
    from cases.work.holidays import TableRecord
    from cases.work.installed import InstalledPack, PackRecord
    from cases.work.pack_effects import CaseEffect
    from cases.work.prevention import PreventionRecord


def packs(home: "Home") -> "tuple[PackRecord, ...]":
    """Packs that can be used here."""
    from cases.work import installed

    return installed.list_packs(home)


def install_pack(home: "Home", place: Path) -> "InstalledPack":
    """Install a pack that the office signed."""
    from cases.work import installed

    return installed.install_pack(home, place)


def effects(home: "Home") -> "tuple[CaseEffect, ...]":
    """What the newest pack would change in open cases that keep another."""
    from cases.work import pack_effects
    from cases.work import packs as known

    return pack_effects.pack_effects(home, known.newest())


def adopt(home: "Home", case: CaseId, reason: str) -> Changes:
    """Put a case under the newest pack."""
    from cases.work import pack_effects
    from cases.work import packs as known

    return pack_effects.adopt_pack(home, case, known.newest(), reason)


def holiday_years(home: "Home") -> "tuple[tuple[int, ...], str, tuple[TableRecord, ...]]":
    """Years with an official table, the day it was compared, tables that were taken over."""
    from cases.work import holidays

    table = holidays.read_table(home)
    return tuple(sorted(table.years)), table.as_of.isoformat(), holidays.list_taken(home)


def plan_holidays(home: "Home", file: Path) -> "HolidayPlan":
    """Who signed a table, and what it would change."""
    from cases.work import holiday_exchange

    return holiday_exchange.plan_table(home, file)


def take_holidays(home: "Home", file: Path, reason: str) -> Changes:
    """Take a table over."""
    from cases.work import holiday_exchange

    return holiday_exchange.take_table(home, file, reason)


def export_holidays(home: "Home", file: Path) -> int:
    """Write the table in use as CSV."""
    from cases.work import holiday_exchange

    return holiday_exchange.export_table(home, file)


def sign_holidays(home: "Home", file: Path) -> Path:
    """Sign a table; the signature stands beside it."""
    from cases.work import holiday_exchange

    return holiday_exchange.sign_table(home, file)


def prevention(home: "Home") -> "tuple[PreventionRecord, ...]":
    """Acts of prevention."""
    from cases.work import prevention as acts

    return acts.list_prevention(home)


def prevention_kinds() -> tuple[tuple[str, str], ...]:
    """Kinds of prevention, with their words."""
    from cases.language import tr
    from cases.work.prevention import KINDS

    return tuple((kind, tr(words)) for kind, words in KINDS.items())


def record_prevention(home: "Home", wanted: str, fields: Mapping[str, str], place: str) -> Changes:
    """Record an act of prevention; with `wanted`, change that one."""
    from cases.work import prevention as acts

    given = acts.PreventionFields(**fields, place=Place(text=place))  # type: ignore[typeddict-item]
    if wanted:
        return acts.edit_prevention(home, wanted, **given)
    return acts.record_prevention(home, **given)


def withdraw_prevention(home: "Home", wanted: str, reason: str) -> Changes:
    """Take an entry back."""
    from cases.work import prevention as acts

    return acts.withdraw_prevention(home, wanted, reason)
