"""
The custody log of an exhibit: who did what with it, when and why, whole.

Most lines are events of the exhibit itself. That its case was sealed or imported stands in the own
stream of whoever did it, for all exhibits of the case at once; those lines are found by a query
and never folded into the case. A sealed file tells by its heads which exhibits it held.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, select

from cases.home import Home
from cases.journal.event import read
from cases.tables import custody, exchange, exhibit, journal, party, roster, stream
from cases.vault.errors import ObjectDamaged, ObjectMissing
from cases.work.evidence_records import CustodyRecord
from cases.work.records import CaseId, ExhibitId
from cases.work.scopes import need_case

_ENTERED = "taken_in", "linked"
_HANDED = "sealed", "imported"
_LINE = (
    custody.c.lam,
    custody.c.event,
    custody.c.exhibit,
    custody.c.act,
    custody.c.at,
    custody.c.dev,
    custody.c.why,
)

Dated = tuple[int, CustodyRecord]
"""(lam, line): the order in which the home came to know of it."""


class _Head(msgspec.Struct, frozen=True):
    dev: str
    seq: int


def custody_of(
    home: Home, exhibit_id: ExhibitId, case: CaseId | None = None
) -> tuple[CustodyRecord, ...]:
    """Give the custody log of an exhibit: as `case` tells it, or in every stream it is in."""
    with home.read() as connection:
        return _whole(home, connection, custody.c.exhibit == exhibit_id, case)


def custody_of_case(home: Home, case: CaseId) -> tuple[CustodyRecord, ...]:
    """Give the custody logs of all exhibits of a case, in one order."""
    with home.read() as connection:
        need_case(connection, case)
        here = select(exhibit.c.id).where(exhibit.c.scope == case)
        return _whole(home, connection, custody.c.exhibit.in_(here), case)


def custody_log(connection: Connection, scope: str) -> tuple[CustodyRecord, ...]:
    """Read the custody lines of the exhibits of a scope that stand in the scope itself."""
    rows = connection.execute(
        select(*_LINE)
        .where(custody.c.scope == scope, custody.c.act != "particulars_read")
        .order_by(custody.c.lam, custody.c.event)
    )
    return tuple(CustodyRecord(*row[1:]) for row in rows)


def _whole(
    home: Home, connection: Connection, which: ColumnElement[bool], case: str | None
) -> tuple[CustodyRecord, ...]:
    query = select(*_LINE).where(which, custody.c.act != "particulars_read")
    if case is not None:
        query = query.where(custody.c.scope.in_(("", case)))
    names = _names(connection)
    codes = _party_codes(connection)
    lines = [
        (lam, _told(CustodyRecord(*rest), names, codes))
        for lam, *rest in connection.execute(query)
    ]
    lines += _handed(home, connection, which, case, names)
    lines.sort(key=lambda one: (one[0], one[1].event, one[1].exhibit))
    return tuple(record for _, record in lines)


def _told(
    record: CustodyRecord, names: Mapping[str, str], codes: Mapping[str, str]
) -> CustodyRecord:
    """Put a name to the key, and a code to the person who was marked."""
    why = codes.get(record.why, record.why) if record.act == "marked" else record.why
    return replace(record, why=why, officer=names.get(record.dev) or record.dev[:16])


def _names(connection: Connection) -> dict[str, str]:
    """Names by key: as the roster has them, else as a key introduced itself."""
    introduced = connection.execute(
        select(stream.c.dev, stream.c.name).order_by(stream.c.scope.desc())
    )
    names = {dev: name for dev, name in introduced if name}
    listed = connection.execute(select(roster.c.dev, roster.c.name).where(roster.c.scope == ""))
    return names | {dev: name for dev, name in listed if name}


def _party_codes(connection: Connection) -> dict[str, str]:
    return {row.id: row.code for row in connection.execute(select(party.c.id, party.c.code))}


def _handed(
    home: Home,
    connection: Connection,
    which: ColumnElement[bool],
    case: str | None,
    names: Mapping[str, str],
) -> list[Dated]:
    """Lines of sealed files and imports that held the exhibits."""
    entered = _entered(connection, which, case)
    lines: list[Dated] = []
    for row, dev, heads in _exchanges(home, connection, {scope for scope, *_ in entered}):
        held = dict.fromkeys(
            ExhibitId(one)
            for scope, one, author, seq in entered
            if scope == row.case and seq <= heads.get(author, 0)
        )
        for one in held:
            record = CustodyRecord(row.event, one, row.act, row.at, dev, row.file)
            lines.append((row.lam, _told(record, names, {})))
    return lines


def _entered(
    connection: Connection, which: ColumnElement[bool], case: str | None
) -> list[tuple[str, str, str, int]]:
    """(case, exhibit, dev, seq) of the lines by which exhibits entered cases."""
    query = (
        select(custody.c.scope, custody.c.exhibit, journal.c.dev, journal.c.seq)
        .join(journal, journal.c.sha256 == custody.c.event)
        .where(which, custody.c.act.in_(_ENTERED), custody.c.scope != "")
    )
    if case is not None:
        query = query.where(custody.c.scope == case)
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(query)]


def _exchanges(
    home: Home, connection: Connection, cases: Iterable[str]
) -> list[tuple[Any, str, dict[str, int]]]:
    """(row, dev who did it, heads) of what was sealed and imported of these cases."""
    rows = connection.execute(
        select(exchange, journal.c.line)
        .join(journal, journal.c.sha256 == exchange.c.event)
        .where(
            exchange.c.scope == "",
            exchange.c.act.in_(_HANDED),
            exchange.c.case.in_(sorted(cases)),
        )
        .order_by(exchange.c.lam, exchange.c.event)
    )
    found = []
    for row in rows:
        event = read(row.line)
        sealed = row.act == "sealed"
        heads = event.body.get("heads") if sealed else _receipt_heads(home, row.object)
        found.append((row, event.dev, _by_key(heads)))
    return found


def _receipt_heads(home: Home, receipt: str) -> Any:
    """Heads that the office confirmed; a receipt that is gone or damaged tells nothing."""
    try:
        return msgspec.json.decode(home.vault.read(receipt)).get("heads")
    except (ObjectDamaged, ObjectMissing, msgspec.DecodeError, AttributeError):
        return None


def _by_key(heads: Any) -> dict[str, int]:
    try:
        return {one.dev: one.seq for one in msgspec.convert(heads or [], list[_Head])}
    except msgspec.ValidationError:
        return {}  # written by another program
