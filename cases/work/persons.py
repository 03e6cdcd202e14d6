"""
The same person in several cases: suggested by equal numbers, confirmed by an officer.

The numbers (NIP, NIK) of all parties are kept as HMAC under a key of the home, in a table of this
laptop alone. Only respondents are suggested; a complainant or witness is found by somebody who
types the whole number, which is recorded like a reading (`find_number`).
"""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import case as case_table
from cases.tables import party as party_table
from cases.tables import person_index, same_person
from cases.work import stated
from cases.work.parties import PROTECTED, unseal
from cases.work.person_numbers import digits_of
from cases.work.records import CaseId, Particulars, PartyId, Role
from cases.work.scopes import need

Who = tuple[str, str]
"""(case, party)."""
_SHORTEST = 8
_READ = ""
"""The kind of the row that says from which object a party was indexed."""


@dataclass(frozen=True, slots=True)
class SameSuggestion:
    """Two parties of two cases with the same number: perhaps one person."""

    party: PartyId
    party_code: str
    other_case: CaseId
    other_case_code: str
    other_party: PartyId
    other_code: str
    kinds: tuple[str, ...]
    """`nip`, `nik`: what is the same."""


@dataclass(frozen=True, slots=True)
class SamePerson:
    """An officer is sure that two parties are one person."""

    confirmation: str
    case: CaseId
    party: PartyId
    other_case: CaseId
    other_party: PartyId
    reason: str
    at: str
    dev: str


def suggest_same(home: Home, case: CaseId) -> tuple[SameSuggestion, ...]:
    """Suggest parties of other cases that have the same number as a respondent of this one."""
    refresh_index(home)
    with home.read() as connection:
        classes = same_classes(connection)
        codes = _codes(connection)
        pairs: dict[tuple[Who, Who], list[str]] = {}
        for kind, own, other in _equal(connection, case):
            if classes.get(own, own) != classes.get(other, other):
                pairs.setdefault((own, other), []).append(kind)
    return tuple(
        SameSuggestion(
            party=PartyId(own[1]),
            party_code=codes.get(own, ""),
            other_case=CaseId(other[0]),
            other_case_code=codes.get((other[0], ""), ""),
            other_party=PartyId(other[1]),
            other_code=codes.get(other, ""),
            kinds=tuple(kinds),
        )
        for (own, other), kinds in sorted(pairs.items())
    )


def confirm_same(home: Home, one: Who, other: Who, reason: str) -> Changes:
    """Say that two parties, each (case, party), are one person; gives the confirmation."""
    reason = stated.needed(reason, tr("Alasan"))
    if one == other:
        raise NetraError(
            tr("Ini pihak yang sama dalam kasus yang sama."),
            tr("Pilih pihak dari kasus lain."),
            code="same-party",
        )
    with home.write() as tx:
        for case, party in (one, other):
            need(tx.connection, party_table, case, party)
        body = {
            "party": one[1],
            "other_case": other[0],
            "other_party": other[1],
            "reason": reason,
        }
        tx.made = tx.append("person.confirmed_same", body, case=one[0])
    return tx.changes


def withdraw_same(home: Home, confirmation: str, reason: str) -> Changes:
    """Take a confirmation back, with a reason."""
    reason = stated.needed(reason, tr("Alasan"))
    with home.write() as tx:
        row = tx.connection.execute(
            select(same_person.c.scope).where(
                same_person.c.event == confirmation, same_person.c.live == 1
            )
        ).first()
        if row is None:
            raise NetraError(
                tr("Kepastian orang yang sama ini tidak ada."),
                tr("Muat ulang daftar, lalu pilih lagi."),
                code="no-such-confirmation",
            )
        body = {"confirmation": confirmation, "reason": reason}
        tx.append("person.same_withdrawn", body, case=row.scope)
        tx.made = confirmation
    return tx.changes


def list_same(home: Home, case: CaseId) -> tuple[SamePerson, ...]:
    """Give the confirmations that name a party of a case, whichever case they stand in."""
    with home.read() as connection:
        return tuple(one for one in _confirmed(connection) if case in {one.case, one.other_case})


def same_classes(connection: Connection) -> dict[Who, Who]:
    """Give for each confirmed party one party that stands for the person."""
    parent: dict[Who, Who] = {}

    def root(who: Who) -> Who:
        while parent.get(who, who) != who:
            who = parent[who]
        return who

    for one in _confirmed(connection):
        a, b = root((one.case, one.party)), root((one.other_case, one.other_party))
        parent[max(a, b)] = parent[min(a, b)] = min(a, b)
    named = {
        who
        for one in _confirmed(connection)
        for who in ((one.case, one.party), (one.other_case, one.other_party))
    }
    return {who: root(who) for who in named}


def parties_with(home: Home, case: str, particulars: Particulars) -> tuple[PartyId, ...]:
    """Give the respondents of a case that have one of these numbers; refresh the index before."""
    wanted = {mac for _, mac in _marks(home, particulars)}
    with home.read() as connection:
        rows = connection.execute(
            select(person_index.c.party)
            .where(person_index.c.scope == case, person_index.c.mac.in_(wanted))
            .where(
                person_index.c.party.in_(
                    select(party_table.c.id).where(
                        party_table.c.scope == case, party_table.c.role == str(Role.RESPONDENT)
                    )
                )
            )
            .order_by(person_index.c.party)
            .distinct()
        )
        return tuple(PartyId(party) for party in rows.scalars())


def find_number(home: Home, text: str) -> tuple[Who, ...]:
    """Give the parties that have exactly this NIP or NIK; of protected ones it is recorded."""
    number = digits_of(text)
    if len(number) < _SHORTEST:
        return ()
    refresh_index(home)
    wanted = {mac for _, mac in _marks(home, Particulars(nip=number, nik=number))}
    with home.read() as connection:
        rows = connection.execute(
            select(person_index.c.scope, person_index.c.party, party_table.c.role)
            .join(
                party_table,
                (party_table.c.scope == person_index.c.scope)
                & (party_table.c.id == person_index.c.party),
            )
            .where(person_index.c.mac.in_(wanted), party_table.c.withdrawn == "")
            .order_by(person_index.c.scope, person_index.c.party)
            .distinct()
        ).all()
    protected = [row for row in rows if row.role in PROTECTED]
    if protected:
        with home.write() as tx:
            for row in protected:
                body = {"party": row.party, "why": "number"}
                tx.append("party.read", body, case=row.scope, cls="access")
    return tuple((row.scope, row.party) for row in rows)


def refresh_index(home: Home) -> int:
    """Index parties whose particulars are new here; gives how many."""
    with home.read() as connection:
        missing = [row for row in _unread(connection) if home.vault.has(row[2])]
    if not missing:
        return 0
    found = [(scope, party, content, unseal(home, content)) for scope, party, content in missing]
    with home.write() as tx:
        for scope, party, content, particulars in found:
            tx.connection.execute(
                delete(person_index).where(
                    person_index.c.scope == scope, person_index.c.party == party
                )
            )
            marks = [(_READ, ""), *_marks(home, particulars)]
            rows = [
                {"scope": scope, "party": party, "kind": kind, "mac": mac, "object": content}
                for kind, mac in marks
            ]
            tx.connection.execute(insert(person_index), rows)
    return len(found)


def _unread(connection: Connection) -> list[tuple[str, str, str]]:
    read = (
        (person_index.c.scope == party_table.c.scope)
        & (person_index.c.party == party_table.c.id)
        & (person_index.c.object == party_table.c.particulars)
        & (person_index.c.kind == _READ)
    )
    rows = connection.execute(
        select(party_table.c.scope, party_table.c.id, party_table.c.particulars)
        .outerjoin(person_index, read)
        .where(
            party_table.c.particulars != "",
            person_index.c.party.is_(None),
        )
    )
    return [(scope, party, content) for scope, party, content in rows]


def _marks(home: Home, particulars: Particulars) -> Iterator[tuple[str, str]]:
    for kind, text in (("nip", particulars.nip), ("nik", particulars.nik)):
        digits = digits_of(text)
        if len(digits) >= _SHORTEST:
            message = f"{kind}:{digits}".encode()
            yield kind, hmac.new(bytes(home.keys.index_key), message, hashlib.sha256).hexdigest()


def _equal(connection: Connection, case: str) -> Iterator[tuple[str, Who, Who]]:
    own, other = person_index.alias(), person_index.alias()
    respondents = select(party_table.c.id).where(party_table.c.role == str(Role.RESPONDENT))
    rows = connection.execute(
        select(own.c.kind, own.c.party, other.c.scope, other.c.party)
        .join(other, (own.c.mac == other.c.mac) & (own.c.kind == other.c.kind))
        .where(own.c.scope == case, other.c.scope != case, own.c.mac != "")
        .where(own.c.party.in_(respondents), other.c.party.in_(respondents))
        .order_by(own.c.kind.desc())
    )
    for kind, party, scope, other_party in rows:
        yield kind, (case, party), (scope, other_party)


def _codes(connection: Connection) -> dict[Who, str]:
    """Give the code of every case (party "") and of every party."""
    cases = connection.execute(
        select(case_table.c.scope, case_table.c.code, case_table.c.register)
    )
    found: dict[Who, str] = {(row.scope, ""): row.register or row.code for row in cases}
    parties = connection.execute(select(party_table.c.scope, party_table.c.id, party_table.c.code))
    found.update({(row.scope, row.id): row.code for row in parties})
    return found


def _confirmed(connection: Connection) -> list[SamePerson]:
    rows = connection.execute(
        select(same_person).where(same_person.c.live == 1).order_by(same_person.c.event)
    )
    return [
        SamePerson(
            confirmation=row.event,
            case=CaseId(row.scope),
            party=PartyId(row.party),
            other_case=CaseId(row.other_case),
            other_party=PartyId(row.other_party),
            reason=row.reason,
            at=row.at,
            dev=row.dev,
        )
        for row in rows
    ]
