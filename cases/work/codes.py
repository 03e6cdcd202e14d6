"""
Codes: `B-01`, `T-01`, `PR-01` in a case, `S-K1-014` for a case without a register number.

A code is given once, in an event, and never renumbered. The key that began the case numbers
plainly; another key writes `B-07·K2`, so that two who number at the same time do not clash.
"""

import re
from collections.abc import Iterable

from sqlalchemy import Connection, Table, select

from cases.journal.transaction import Tx
from cases.tables import case as case_table
from cases.tables import exhibit, incident, journal, party, prevention, stream
from cases.work.records import Role

EXHIBIT = "B"
INCIDENT = "PR"
PREVENTION = "PC"
LETTERS = {
    Role.RESPONDENT: "T",
    Role.COMPLAINANT: "P",
    Role.WITNESS: "S",
    Role.EXPERT: "A",
}
_TABLES: dict[str, Table] = {
    EXHIBIT: exhibit,
    INCIDENT: incident,
    PREVENTION: prevention,
    **dict.fromkeys(LETTERS.values(), party),
}
_NUMBER = re.compile(r"-([0-9]{1,9})(?:·|$)")


def next_codes(tx: Tx, case: str | None, letter: str, count: int = 1) -> list[str]:
    """Give the next `count` free codes of a letter in a case (or in the own stream)."""
    tx.fold()
    scope = case or ""
    table = _TABLES[letter]
    taken = tx.connection.execute(
        select(table.c.code).where(table.c.scope == scope, table.c.code.like(f"{letter}-%"))
    ).scalars()
    start = _highest(taken) + 1
    suffix = key_suffix(tx.connection, scope, tx.author.dev)
    return [f"{letter}-{number:02d}{suffix}" for number in range(start, start + count)]


def next_code(tx: Tx, case: str | None, letter: str) -> str:
    """Give the next free code of a letter."""
    return next_codes(tx, case, letter)[0]


def next_case_code(tx: Tx) -> str:
    """Give the next provisional code of a case: `S-K2-014` for the second key of the home."""
    tx.fold()
    begin = f"S-K{int(tx.author.introduction.get('number') or 1)}-"
    taken = tx.connection.execute(
        select(case_table.c.code).where(case_table.c.code.like(f"{begin}%"))
    ).scalars()
    return f"{begin}{_highest(taken) + 1:03d}"


def key_suffix(connection: Connection, scope: str, dev: str) -> str:
    """`·K2` for the second key that began to write in a scope; empty for the first."""
    devs = connection.execute(select(stream.c.dev).where(stream.c.scope == scope)).scalars().all()
    if not devs:
        return ""
    began = connection.execute(
        select(journal.c.lam, journal.c.dev).where(
            journal.c.dev.in_(devs), journal.c.scope == scope, journal.c.seq == 1
        )
    )
    order = [key for _, key in sorted((lam, key) for lam, key in began)]
    place = order.index(dev) + 1 if dev in order else len(order) + 1
    return "" if place == 1 else f"·K{place}"


def codes_in(connection: Connection, scope: str) -> dict[str, str]:
    """Give the code of every party, incident and exhibit of a scope, by id."""
    return {
        row.id: row.code
        for table in (party, incident, exhibit)
        for row in connection.execute(
            select(table.c.id, table.c.code).where(table.c.scope == scope, table.c.code != "")
        )
    }


def order_of(code: str) -> tuple[str, int, str]:
    """Sort key of a code: `B-2` before `B-10`, `B-02` before `B-02·K2`."""
    match = _NUMBER.search(code)
    return code.partition("-")[0], int(match[1]) if match else 0, code


def _highest(codes: Iterable[str]) -> int:
    return max((int(match[1]) for code in codes if (match := _NUMBER.search(code))), default=0)
