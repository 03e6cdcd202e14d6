"""How far the office has the cases of this laptop, and what came in at the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from cases.home import Home
from cases.office.receipts import is_held, list_receipts
from cases.office.roster import trusted
from cases.tables import exchange
from cases.work.cases import list_cases
from cases.work.records import CaseRecord


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One case of this laptop, on its way to the office."""

    case: CaseRecord
    file: str = ""
    """Name of the last sealed file, or empty: never sealed."""
    sealed_at: str = ""
    received_at: str = ""
    """Moment of the newest receipt, or empty."""
    held: bool = False
    """Whether one receipt covers everything of the case as it is now."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One case file that this office took in."""

    case: CaseRecord
    file: str
    signer: str
    """Name of who sealed it, or the first digits of an unnamed key."""
    receipt: str
    """SHA-256 of the receipt that was given; `read_receipt` has its text."""
    at: str


def outgoing(home: Home) -> tuple[Outgoing, ...]:
    """Give all cases with how far the office has them: what still waits first."""
    sealed = {row.case: row for row in _rows(home, "sealed")}
    found = []
    for summary in list_cases(home):
        case = summary.case
        last, receipts = sealed.get(case.id), list_receipts(home, case.id)
        found.append(
            Outgoing(
                case=case,
                file=last.file if last else "",
                sealed_at=last.at if last else "",
                received_at=receipts[0].at if receipts else "",
                held=is_held(home, case.id),
            )
        )
    return tuple(sorted(found, key=lambda one: one.held))


def incoming(home: Home) -> tuple[Incoming, ...]:
    """Give the case files that came in here, newest first."""
    cases = {summary.case.id: summary.case for summary in list_cases(home)}
    names = trusted(home)
    return tuple(
        Incoming(
            case=cases[row.case],
            file=row.file,
            signer=names.get(row.signer, row.signer[:12]),
            receipt=row.object,
            at=row.at,
        )
        for row in reversed(_rows(home, "imported"))
        if row.case in cases
    )


def _rows(home: Home, act: str) -> Sequence[Row[Any]]:
    with home.read() as connection:
        # The home's own streams only: a case file could bring lines that look the same.
        return connection.execute(
            select(exchange)
            .where(exchange.c.scope == "", exchange.c.act == act)
            .order_by(exchange.c.lam)
        ).all()
