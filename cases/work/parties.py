"""
Parties of a case, and who they are.

The particulars never stand in an event: they are a sealed object of their own, JSON with a random
salt, so that nobody can guess a name from its hash (`docs/format.md`).
"""

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, fields
from uuid import uuid4

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.event import canonical
from cases.language import tr
from cases.tables import party as party_table
from cases.work.codes import LETTERS, next_code, order_of
from cases.work.edits import live
from cases.work.person_numbers import check_numbers
from cases.work.records import CaseId, Particulars, PartyId, PartyRecord, Role
from cases.work.scopes import need_case, scope_of

PROTECTED = frozenset({Role.COMPLAINANT, Role.WITNESS})
"""Whoever reads who they are leaves a line in the journal."""


def add_party(
    home: Home,
    case: CaseId,
    *,
    role: Role,
    label: str = "",
    particulars: Particulars | None = None,
) -> Changes:
    """Add a party; `label` is a description without particulars, such as `Camat`."""
    if particulars:
        check_numbers(particulars)
    sealed = _seal(home, particulars) if particulars else ""
    with home.write() as tx:
        need_case(tx.connection, case)
        tx.made = uuid4().hex
        body = {
            "party": tx.made,
            "code": next_code(tx, case, LETTERS[Role(role)]),
            "role": str(Role(role)),
            "label": label.strip(),
        }
        tx.append("party.added", body, case=case)
        if sealed:
            tx.append(
                "party.described", {"party": tx.made, "object": sealed}, case=case, obj=[sealed]
            )
    return tx.changes


def describe_party(
    home: Home, party: PartyId, particulars: Particulars, *, reason: str = ""
) -> Changes:
    """Give the particulars of a party, or correct them; the older object stays."""
    check_numbers(particulars)
    sealed = _seal(home, particulars)
    with home.write() as tx:
        case = scope_of(tx.connection, party_table, party)
        seen = [event for event, _ in live(tx.connection, case, party, "particulars")]
        body = {"party": party, "object": sealed}
        if reason.strip():
            body["reason"] = reason.strip()
        tx.append("party.described", body, case=case, saw=seen, obj=[sealed])
        tx.made = party
    return tx.changes


def read_particulars(home: Home, party: PartyId, *, why: str = "") -> Particulars:
    """Tell who a party is; for a complainant or witness the reading is recorded."""
    with home.read() as connection:
        case = scope_of(connection, party_table, party)
        row = connection.execute(
            select(party_table.c.role, party_table.c.particulars).where(
                party_table.c.scope == case, party_table.c.id == party
            )
        ).one()
    if not row.particulars:
        return Particulars()
    particulars = unseal(home, row.particulars)
    if row.role in PROTECTED:
        with home.write() as tx:
            tx.append("party.read", {"party": party, "why": why}, case=case, cls="access")
    return particulars


def list_parties(home: Home, case: CaseId) -> tuple[PartyRecord, ...]:
    """Give the parties of a case: respondents first, each role in the order of its codes."""
    with home.read() as connection:
        need_case(connection, case)
        return parties_of(connection, case)


def resolve_party(home: Home, case: CaseId, text: str) -> PartyId:
    """Find a party of a case by its code or id."""
    for record in list_parties(home, case):
        if text.strip().casefold() in {record.id, record.code.casefold()}:
            return record.id
    raise NetraError(
        tr("Tidak ada pihak “{text}” dalam kasus ini.", text=text),
        tr("Lihat kode pihak pada daftar, misalnya T-01 atau S-01."),
        code="no-such-party",
    )


def parties_of(connection: Connection, case: str) -> tuple[PartyRecord, ...]:
    """Read the parties of a case."""
    rows = connection.execute(
        select(party_table).where(party_table.c.scope == case, party_table.c.withdrawn == "")
    )
    roles = list(Role)
    records = [
        PartyRecord(
            PartyId(row.id), CaseId(case), row.code, Role(row.role), row.label, row.particulars
        )
        for row in rows
        if row.role in roles
    ]
    records.sort(key=lambda record: (roles.index(record.role), order_of(record.code), record.id))
    return tuple(records)


def _seal(home: Home, particulars: Particulars) -> str:
    return home.vault.put(_salted(particulars))


def seal_all(home: Home, people: Sequence[Particulars]) -> list[str]:
    """Seal the particulars of many people at once; gives their objects."""
    return home.vault.put_group([_salted(particulars) for particulars in people])


def _salted(particulars: Particulars) -> bytes:
    given = {key: value for key, value in asdict(particulars).items() if value}
    return canonical({"v": 1, "salt": secrets.token_hex(16), **given})


def unseal(home: Home, sha256: str) -> Particulars:
    """Open sealed particulars; what may be shown goes through `read_particulars`."""
    content = json.loads(home.vault.read(sha256))
    known = {field.name for field in fields(Particulars)}
    return Particulars(**{key: str(content[key]) for key in known & content.keys()})
