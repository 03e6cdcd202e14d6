"""
Which rules somebody alleges were broken: their questions are asked, and nobody else's.

A fresh case asks nothing: a rule is raised by what was done, or by somebody who alleges it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import allegation
from cases.tables import case as case_table
from cases.tables import party as party_table
from cases.work import packs, stated
from cases.work.case_records import case_of
from cases.work.records import CaseId, PartyId
from cases.work.refusals import refusal
from cases.work.scopes import absent, need, need_case
from rules.errors import RuleError
from rules.pack import Pack


@dataclass(frozen=True, slots=True)
class AllegationRecord:
    """A rule somebody alleges; one that was taken back stays, with the reason."""

    event: str
    rule: str
    title: str
    party: PartyId | None
    """None: every respondent."""
    party_code: str
    reason: str
    at: str
    dev: str
    withdrawn: str = ""


def allege(
    home: Home, case: CaseId, rule: str, *, party: PartyId | None = None, reason: str = ""
) -> Changes:
    """Allege a rule of the pack the case keeps; the same again changes nothing."""
    with home.write() as tx:
        pack = _pack(tx.connection, case)
        found = pack.rule(rule.strip().upper())
        if found is None:
            raise refusal(RuleError("unknown-rule", rule=rule))
        if party is not None:
            need(tx.connection, party_table, case, party)
        body = {"rule": found.id, "party": party or "", "reason": reason.strip()}
        if not _live(tx.connection, case, found.id, party):
            tx.append("rule.alleged", body, case=case)
        tx.made = case
    return tx.changes


def withdraw_allegation(
    home: Home, case: CaseId, rule: str, *, party: PartyId | None = None, reason: str
) -> Changes:
    """Take an allegation back, with a reason."""
    reason = stated.needed(reason, tr("Alasan"))
    with home.write() as tx:
        need_case(tx.connection, case)
        standing = _live(tx.connection, case, rule.strip().upper(), party)
        if not standing:
            raise NetraError(
                tr("Aturan {rule} tidak sedang diduga pada kasus ini.", rule=rule),
                tr("Lihat dugaan yang ada pada kasus ini."),
                code="not-alleged",
            )
        for event in standing:
            body = {"allegation": event, "reason": reason}
            tx.append("rule.allegation_withdrawn", body, case=case)
        tx.made = case
    return tx.changes


def read_allegations(home: Home, case: CaseId) -> tuple[AllegationRecord, ...]:
    """Give what is and was alleged in a case, oldest first."""
    with home.read() as connection:
        pack = _pack(connection, case)
        codes = {
            row.id: row.code
            for row in connection.execute(
                select(party_table.c.id, party_table.c.code).where(party_table.c.scope == case)
            )
        }
        rows = connection.execute(
            select(allegation)
            .where(allegation.c.scope == case)
            .order_by(allegation.c.lam, allegation.c.event)
        )
        return tuple(
            AllegationRecord(
                event=row.event,
                rule=row.rule,
                title=norm.title if (norm := pack.rule(row.rule)) else "",
                party=PartyId(row.party) if row.party else None,
                party_code=codes.get(row.party, ""),
                reason=row.reason,
                at=row.at,
                dev=row.dev,
                withdrawn=row.withdrawn,
            )
            for row in rows
        )


def alleged_in(connection: Connection, case: str) -> Mapping[str, frozenset[str]]:
    """Give the rules that are alleged, by party; those of everybody stand under `""`."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = connection.execute(
        select(allegation.c.party, allegation.c.rule).where(
            allegation.c.scope == case, allegation.c.live == 1
        )
    )
    for who, rule in rows:
        found[who].add(rule)
    return {who: frozenset(rules) for who, rules in found.items()}


def _pack(connection: Connection, case: CaseId) -> Pack:
    record = case_of(connection, case)
    if record is None:
        raise absent(case_table)
    return packs.load(record.pack)


def _live(connection: Connection, case: str, rule: str, who: str | None) -> list[str]:
    rows = connection.execute(
        select(allegation.c.event).where(
            allegation.c.scope == case,
            allegation.c.rule == rule,
            allegation.c.party == (who or ""),
            allegation.c.live == 1,
        )
    )
    return list(rows.scalars())
