"""
The laptop's own clock: whether it jumped, and what the officer said about it.

A deadline counted by a wrong clock is wrong, so a jump is an event of the key's own stream. The
line before tells where the clock was; within one boot the machine's running time tells where it
should be now (sleep counted, see `platform.uptime_ms`); the newest photos tell how late it must be
at least. The trouble that stands now is kept in `setting`, of this laptop alone.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Connection, delete, insert, select

from cases.changes import Changes
from cases.clock import Moment, now, utc_text
from cases.errors import NetraError
from cases.home import Home
from cases.journal.event import Event, read
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import journal, setting

TOLERANCE = timedelta(minutes=5)
BACK, FORTH, BEHIND = "back", "forth", "behind"
_KEY = "clock"
_NEWEST = 1_000
"""So many lines are looked through for photos: the cost stays the same in a large home."""


class ClockTrouble(msgspec.Struct, frozen=True):
    """The clock is not where it should be."""

    kind: str
    """back or forth since Netra wrote last, or behind the newest photo."""
    seconds: int
    expected: str
    """Where it should at least be, UTC."""

    @property
    def text(self) -> str:
        """Say it, for the banner."""
        span = _span(self.seconds)
        if self.kind == BEHIND:
            return tr(
                "Jam laptop mundur {lama} dari foto terakhir. Tenggat bisa salah hitung.",
                lama=span,
            )
        if self.kind == BACK:
            return tr(
                "Jam laptop mundur {lama} sejak catatan terakhir. Tenggat bisa salah hitung.",
                lama=span,
            )
        return tr(
            "Jam laptop melompat maju {lama} sejak catatan terakhir. Tenggat bisa salah hitung.",
            lama=span,
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What tells of the clock: the last line of this key, the newest photo, what stands."""

    last: Event | None
    photo: str
    trouble: ClockTrouble | None


def look_at_clock(home: Home) -> Changes:
    """
    Compare the clock with what is known; a new jump becomes an event, a healed one is forgotten.

    Call it at sign-in and every now and then; nothing is written while all is well.
    """
    present = now()
    with home.read() as connection:
        seen = _look(connection, home.keys.dev)
    jump = _jump(seen.last, present)
    behind = _behind(seen.photo, present)
    trouble = jump or behind
    stands = seen.trouble
    if trouble is None:
        healed = stands is not None and _at(present.wall) >= _at(stands.expected)
        if not (healed and stands and stands.kind != FORTH):
            return Changes()
        with home.write() as tx:
            _keep(tx, None)
        return tx.changes
    if jump is None and stands == _kept(behind, stands):
        return Changes()
    body = {"kind": trouble.kind, "seconds": trouble.seconds, "expected": trouble.expected}
    with home.write() as tx:
        tx.append("clock.jump", body, case=None, cls="access")
        _keep(tx, trouble)
    return tx.changes


def _kept(behind: ClockTrouble | None, stands: ClockTrouble | None) -> ClockTrouble | None:
    """The trouble that stands, if it tells of the same photo: seconds pass, it is no new one."""
    same = behind and stands and behind.expected <= stands.expected
    return stands if same else behind


def clock_trouble(home: Home) -> ClockTrouble | None:
    """Give the trouble that stands now, for the banner; None when all is well or it was kept."""
    with home.read() as connection:
        found = _standing(connection)
    return found if found and not found.kind.startswith("kept ") else None


def keep_clock(home: Home, reason: str) -> Changes:
    """Go on with the clock as it is, and record why; the banner goes."""
    if not (reason := reason.strip()):
        raise NetraError(
            tr("Alasan memakai jam ini belum ditulis."),
            tr("Tulis alasannya, misalnya: jam sudah diperbaiki."),
            code="no-reason",
        )
    with home.write() as tx:
        stands = _standing(tx.connection)
        tx.append("clock.kept", {"reason": reason}, case=None, cls="access")
        if stands is not None and not stands.kind.startswith("kept "):
            _keep(tx, msgspec.structs.replace(stands, kind=f"kept {stands.kind}"))
    return tx.changes


def _look(connection: Connection, dev: str) -> _Seen:
    newest = select(journal.c.line).order_by(journal.c.lam.desc()).limit(_NEWEST)
    events = [read(line) for line in connection.execute(newest).scalars()]
    last = next((event for event in events if event.dev == dev), None)
    return _Seen(last, max(map(_taken, events), default=""), _standing(connection))


def _taken(event: Event) -> str:
    """The earliest time of the photo that an event took in; empty for all others."""
    if event.type != "exhibit.taken_in":
        return ""
    inspection = event.body.get("inspection", {})
    return str(inspection.get("taken", {}).get("earliest") or "")


def _jump(last: Event | None, present: Moment) -> ClockTrouble | None:
    if last is None:
        return None
    expected = _at(last.wall)
    if last.boot == present.boot and present.mono >= last.mono:
        expected += timedelta(milliseconds=present.mono - last.mono)
        if _at(present.wall) - expected > TOLERANCE:
            return _trouble(FORTH, expected, present)
    if expected - _at(present.wall) > TOLERANCE:
        return _trouble(BACK, expected, present)
    return None


def _behind(photo: str, present: Moment) -> ClockTrouble | None:
    if photo and _at(photo) - _at(present.wall) > TOLERANCE:
        return _trouble(BEHIND, _at(photo), present)
    return None


def _trouble(kind: str, expected: datetime, present: Moment) -> ClockTrouble:
    seconds = abs(int((expected - _at(present.wall)).total_seconds()))
    return ClockTrouble(kind, seconds, utc_text(expected))


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _standing(connection: Connection) -> ClockTrouble | None:
    text = connection.execute(select(setting.c.value).where(setting.c.key == _KEY)).scalar()
    return msgspec.json.decode(text, type=ClockTrouble) if text else None


def _keep(tx: Tx, trouble: ClockTrouble | None) -> None:
    tx.connection.execute(delete(setting).where(setting.c.key == _KEY))
    if trouble is not None:
        row = {"key": _KEY, "value": msgspec.json.encode(trouble).decode()}
        tx.connection.execute(insert(setting), row)


def _span(seconds: int) -> str:
    """Say a length of time, roughly."""
    days, hours, minutes = seconds // 86_400, seconds // 3_600, seconds // 60
    if days >= 365:
        return tr("{n} tahun", n=days // 365)
    if days >= 2:
        return tr("{n} hari", n=days)
    if hours >= 2:
        return tr("{n} jam", n=hours)
    return tr("{n} menit", n=minutes)
