"""
Was the candidate determined already? `status_calon` from the dates, when nobody stated it.

On the day of the determination itself it stays unknown: the hour decides. Where two days are
possible, only dates before both or after both decide.
"""

from datetime import date

import msgspec

from rules.calendars import CalendarFile, Day, determinations
from rules.schema import Sentences

BEFORE = "BAKAL_CALON"
AFTER = "CALON_DITETAPKAN"
NEVER_AFTER = (BEFORE, "BELUM_BAKAL")
"""Values that do not agree with a day after the determination."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What the dates say of the candidate."""

    value: str = ""
    """Value of `status_calon`; empty when the dates do not tell."""
    source: str = ""
    """The determination days used, ready to print."""
    on_the_day: bool = False
    day: date | None = None
    """The determination day, where only one is possible."""


def standing(
    file: CalendarFile, words: Sentences, day: Day | None, stated: date | None
) -> Standing:
    """Compare the incident's day with the day of the determination."""
    if day is None:
        return Standing()
    days = _days(file, words, day, stated)
    source = "; ".join(text for _, text in days)
    only = days[0][0] if len({one for one, _ in days}) == 1 else None
    if not days:
        return Standing()
    if all(day.date < one for one, _ in days):
        return Standing(value=BEFORE, source=source, day=only)
    if all(day.date > one for one, _ in days):
        return Standing(value=AFTER, source=source, day=only)
    on_the_day = any(day.date == one for one, _ in days)
    return Standing(source=source, on_the_day=on_the_day, day=only)


def contradiction(words: Sentences, given: str, found: Standing) -> str:
    """Tell how a stated status disagrees with the dates; empty when it does not."""
    wrong = (found.value == AFTER and given in NEVER_AFTER) or (
        found.value == BEFORE and given == AFTER
    )
    if not wrong:
        return ""
    return words.contradicts.format(given=given, derived=found.value, source=found.source)


def _days(
    file: CalendarFile, words: Sentences, day: Day, stated: date | None
) -> list[tuple[date, str]]:
    if stated is not None:
        return [(stated, words.stated_day.format(day=written(stated)))]
    return [
        (
            line.first,
            words.calendar_day.format(event=line.event, day=written(line.first), basis=line.basis),
        )
        for line in determinations(file, day) or ()
        if line.first
    ]


def written(day: date) -> str:
    """Write a day as papers do: 22-09-2024."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"
