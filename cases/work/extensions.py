"""Extensions of clocks: recorded with their ground, where the law of the pack knows them."""

from collections.abc import Mapping, Sequence
from typing import TypedDict, Unpack

import msgspec
from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import case as case_table
from cases.tables import extension
from cases.work import packs, stated
from cases.work.case_records import case_of
from cases.work.deadline_records import ExtensionRecord
from cases.work.records import CaseId, ExhibitId
from cases.work.scopes import absent, need_case, need_exhibits
from rules.clocks import Clock


class ExtensionFields(TypedDict, total=False):
    """What may be said of an extension besides its ground."""

    at: str
    """Day or time it was decided."""
    until: str
    """The limit the office set, for clocks that leave it to the office."""
    exhibits: Sequence[ExhibitId]


def extend_deadline(
    home: Home, case: CaseId, clock: str, ground: str, **fields: Unpack[ExtensionFields]
) -> Changes:
    """Extend a clock; `until` for those whose limit the office sets itself."""
    ground = stated.needed(ground, tr("Alasan perpanjangan"))
    at = stated.time(home, fields.get("at", ""))
    until = stated.time(home, fields.get("until", ""))
    exhibits = tuple(fields.get("exhibits", ()))
    with home.write() as tx:
        record = case_of(tx.connection, case)
        if record is None:
            raise absent(case_table)
        clocks = [
            one
            for one in packs.load(record.pack).deadlines.clocks
            if one.regime == record.regime.value
        ]
        _need_extendable(clocks, clock, until)
        need_exhibits(tx.connection, case, exhibits)
        body = {
            "clock": clock,
            "ground": ground,
            "at": at,
            "until": until,
            "exhibits": list(exhibits),
        }
        tx.made = tx.append("deadline.extended", body, case=case)
    return tx.changes


def withdraw_extension(home: Home, case: CaseId, clock: str, reason: str) -> Changes:
    """Take the extension of a clock back, with a reason; it stays readable."""
    reason = stated.needed(reason, tr("Alasan"))
    with home.write() as tx:
        need_case(tx.connection, case)
        standing = extended_in(tx.connection, case)
        if clock not in standing:
            raise NetraError(
                tr("Jangka waktu {id} tidak sedang diperpanjang.", id=clock),
                tr("Lihat tenggat kasus ini."),
                code="not-extended",
            )
        body = {"extension": standing[clock].event, "reason": reason}
        tx.append("deadline.extension_withdrawn", body, case=case)
        tx.made = case
    return tx.changes


def extensions_of(connection: Connection, case: str) -> tuple[ExtensionRecord, ...]:
    """Read the extensions of a case, oldest first; those taken back too."""
    rows = connection.execute(
        select(extension)
        .where(extension.c.scope == case)
        .order_by(extension.c.lam, extension.c.event)
    )
    return tuple(
        ExtensionRecord(
            event=row.event,
            clock=row.clock,
            ground=row.ground,
            stated_at=row.stated_at,
            until=row.until,
            exhibits=tuple(msgspec.json.decode(row.exhibits or "[]")),
            at=row.at,
            dev=row.dev,
            withdrawn=row.withdrawn,
        )
        for row in rows
    )


def extended_in(connection: Connection, case: str) -> Mapping[str, ExtensionRecord]:
    """Give the extension that holds, by clock."""
    return {one.clock: one for one in extensions_of(connection, case) if not one.withdrawn}


def _need_extendable(clocks: Sequence[Clock], wanted: str, until: str) -> None:
    own = [one for one in clocks if one.id == wanted]
    prolonged = {one.extends for one in clocks if one.extends}
    if not own:
        raise NetraError(
            tr("Jangka waktu {id} tidak ada bagi kasus ini.", id=wanted),
            tr("Yang dapat diperpanjang: {names}.", names=", ".join(sorted(prolonged))),
            code="unknown-clock",
        )
    if wanted not in prolonged and not own[0].adjustable:
        raise NetraError(
            tr("{langkah}: jangka waktu ini tidak dapat diperpanjang. Dasar: {pasal}.",
               langkah=own[0].step, pasal=own[0].article),
            tr("Yang dapat diperpanjang: {names}.", names=", ".join(sorted(prolonged))),
            code="not-extendable",
        )  # fmt: skip
    if own[0].adjustable and not until:
        raise NetraError(
            tr("{langkah}: batas yang ditetapkan belum disebut.", langkah=own[0].step),
            tr("Sebutkan sampai kapan."),
            code="until-needed",
        )
