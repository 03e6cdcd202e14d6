"""How much time is left until a limit, in the largest unit that is honest."""

from datetime import UTC, datetime

from cases import clock
from cases.language import tr

_HOURS_SHOWN = 48


def time_left(limit: str, zone: str) -> tuple[str, str, str]:
    """(number, unit, tone) of the time until a limit; a bare date ends with its day."""
    end = datetime.fromisoformat(limit if "T" in limit else f"{limit}T23:59:59{zone}")
    now = datetime.fromisoformat(clock.now().wall)
    hours = (end.astimezone(UTC) - now).total_seconds() / 3600
    if hours < 0:
        late = -hours
        return (
            (str(round(late)), tr("jam lewat"), "danger")
            if late < _HOURS_SHOWN
            else (str(round(late / 24)), tr("hari lewat"), "danger")
        )
    tone = "danger" if hours <= 24 else "warn" if hours <= 72 else "ok"
    if hours < 24:
        return str(max(1, round(hours))), tr("jam lagi"), tone
    return str(int(hours // 24)), tr("hari lagi"), tone
