"""The shipped pack files of deadlines, working days and routing, and the calendars of 2024."""

from datetime import date
from pathlib import Path

import msgspec

from rules.clocks import DeadlineFile
from rules.routing import AddresseeFile
from rules.workdays import HolidayFile, Stage, StageKind

FOLDER = Path(__file__).parents[2] / "rules" / "packs" / "netralitas-2026.11"


def holiday_file() -> HolidayFile:
    return msgspec.toml.decode((FOLDER / "holidays.toml").read_bytes(), type=HolidayFile)


def deadline_file() -> DeadlineFile:
    return msgspec.toml.decode((FOLDER / "deadlines.toml").read_bytes(), type=DeadlineFile)


def addressee_file() -> AddresseeFile:
    return msgspec.toml.decode((FOLDER / "addressees.toml").read_bytes(), type=AddresseeFile)


def stages() -> list[Stage]:
    """Give the lines of the calendars that clocks look at."""
    lines: list[tuple[str, StageKind, str, str]] = [
        ("PEMILU2024", "CAMPAIGN", "2023-11-28", "2024-02-10"),
        ("PEMILU2024", "QUIET", "2024-02-11", "2024-02-13"),
        ("PEMILU2024", "VOTING", "2024-02-14", "2024-02-14"),
        ("PILKADA2024", "QUIET", "2024-11-24", "2024-11-26"),
        ("PILKADA2024", "VOTING", "2024-11-27", "2024-11-27"),
        ("PSU2025-E", "VOTING", "2025-08-06", "2025-08-06"),
        ("ULANG2025", "VOTING", "2025-08-27", "2025-08-27"),
    ]
    return [
        Stage(
            calendar=calendar,
            regime="PEMILU" if calendar.startswith("PEMILU") else "PILKADA",
            kind=kind,
            event=f"{kind} {calendar}",
            first=date.fromisoformat(first),
            last=date.fromisoformat(last),
        )
        for calendar, kind, first, last in lines
    ]
