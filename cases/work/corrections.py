"""
Corrections: a text that took the place of another. Both stay; who, when and why is told.

What left the laptop, in a sealed file or a final paper, is corrected with a reason and never
undone (`cases/work/undoing.py`).
"""

from sqlalchemy import Connection, func, select

from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import correction, exchange, paper, stream
from cases.work.hearing_records import Correction
from cases.work.scopes import need_case

FREE = frozenset({"status", "register", "pack"})
"""Fields of a case that move with the work; their reasons stand in the moves themselves."""

NO_REASON = "Alasan tidak dinyatakan."
"""Stands in the journal where a script corrects without a reason: Indonesian, as all of it."""


def has_left(home: Home, case: str) -> bool:
    """Tell whether a case has ever left: sealed, or printed for good."""
    with home.read() as connection:
        return left_at(connection, case) > 0


def read_corrections(home: Home, case: str) -> tuple[Correction, ...]:
    """Give the corrections of a case, oldest first."""
    with home.read() as connection:
        need_case(connection, case)
        return corrections_of(connection, case)


def corrections_of(connection: Connection, scope: str) -> tuple[Correction, ...]:
    """Read the corrections of a scope, oldest first."""
    names = {
        row.dev: row.name
        for row in connection.execute(
            select(stream.c.dev, stream.c.name).where(stream.c.scope == scope)
        )
    }
    rows = connection.execute(
        select(correction)
        .where(correction.c.scope == scope)
        .order_by(correction.c.lam, correction.c.event, correction.c.entity, correction.c.field)
    )
    return tuple(
        Correction(
            event=row.event,
            entity=row.entity,
            field=row.field,
            type=row.type,
            before=row.before,
            after=row.after,
            reason=row.reason,
            at=row.at,
            dev=row.dev,
            officer=names.get(row.dev, ""),
        )
        for row in rows
    )


def left_at(connection: Connection, case: str) -> int:
    """Give the place (`lam`) at which the case last left: sealed, or printed for good; or 0."""
    sealed = connection.execute(
        select(func.max(exchange.c.lam)).where(exchange.c.case == case, exchange.c.act == "sealed")
    ).scalar()
    final = connection.execute(
        select(func.max(paper.c.lam)).where(paper.c.scope == case, paper.c.final == 1)
    ).scalar()
    return max(sealed or 0, final or 0)


def need_reason(connection: Connection, case: str, edited: int, reason: str) -> None:
    """Refuse to change without a reason what has left since it was set, at `edited`."""
    if not reason.strip() and edited and edited < left_at(connection, case):
        raise NetraError(
            tr("Isian ini sudah keluar dalam berkas kasus atau surat final."),
            tr("Catat perbaikannya dengan alasan; teks lama tetap terbaca."),
            code="reason-needed",
        )
