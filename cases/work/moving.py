"""
Steps of the procedure: take one, take the last one back, answer a requirement.

A step that the workflow does not allow is refused with the article; nothing else is.
"""

from collections.abc import Sequence
from typing import TypedDict, Unpack

import msgspec
from sqlalchemy import select

from cases import clock
from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.folds.case import DATE
from cases.journal.folds.handling import MOVED
from cases.journal.transaction import Tx
from cases.language import tr
from cases.tables import correction
from cases.work import stated, times
from cases.work.against import need_weighed
from cases.work.cases import FORWARDED
from cases.work.edits import edit_fields, live, standing
from cases.work.records import CaseId, ExhibitId
from cases.work.refusals import refusal
from cases.work.scopes import need_case, need_exhibits
from cases.work.standing import Standing, standing_of
from rules.errors import RuleError
from rules.steps import Move
from rules.workflow import Refusal, end_of, moves
from rules.workflow import refusal as refused

ANSWERS = ("ya", "tidak", "")
"""What may be said of a requirement; empty: open again."""


class MoveFields(TypedDict, total=False):
    """What may be said of a step."""

    at: str
    """Day or time it was taken; without it now."""
    reason: str
    track: str
    category: str
    register: str
    """The number from the office that owns the register."""
    exhibits: Sequence[ExhibitId]


def move_case(home: Home, case: CaseId, move: str, **fields: Unpack[MoveFields]) -> Changes:
    """Take a step; events that happen with it get its day where they have none yet."""
    at = stated.time(home, fields.get("at", "")) or _now(home)
    exhibits = tuple(fields.get("exhibits", ()))
    _need_weighed(home, case, move)
    with home.write() as tx:
        place = standing_of(tx.connection, case, home.officer)
        place = place.choosing(fields.get("track", ""), fields.get("category", ""))
        need_exhibits(tx.connection, case, exhibits)
        wanted = _allowed(place, move, at)
        reason = fields.get("reason", "").strip()
        if wanted.reason and not reason:
            raise NetraError(
                tr("{langkah} perlu alasan tertulis ({pasal}).", langkah=wanted.text,
                   pasal=wanted.article),
                tr("Tulis alasannya, lalu ulangi."),
                code="reason-needed",
            )  # fmt: skip
        _date(tx, place, wanted, at)
        if fields.get("register", "").strip():
            edit_fields(tx, "case.edited", {}, case, {"register": fields["register"].strip()})
        _append(home, tx, place, wanted, {"at": at, "reason": reason, "exhibits": list(exhibits)})
        tx.made = case
    return tx.changes


def withdraw_move(home: Home, case: CaseId, reason: str) -> Changes:
    """Take back the last step, recorded by mistake; the days it gave go with it."""
    reason = stated.needed(reason, tr("Alasan"))
    with home.write() as tx:
        place = standing_of(tx.connection, case, home.officer)
        last = place.last
        if last is None:
            raise NetraError(
                tr("Belum ada langkah yang dicatat pada kasus ini."),
                tr("Tidak ada yang perlu ditarik."),
                code="no-move",
            )
        dates = {f"{DATE}{key}" for key in _dates_of(place, last.move)}
        for field in sorted(dates):
            now = live(tx.connection, case, "case", field)
            if [value for _, value in now] == [last.stated_at]:
                edit = {"field": field, "value": "", "reason": reason}
                tx.append("case.edited", edit, case=case, saw=[event for event, _ in now])
        body = {
            "movement": last.event,
            "reason": reason,
            "state": last.before,
            "status": place.flow.state(last.before).status,
            "source": _source_before(tx, case, last.event) or place.record.source.value,
            "track": place.record.track,
            "category": place.record.category,
        }
        tx.append("case.move_withdrawn", body, case=case, saw=_seen(tx, case))
        tx.made = case
    return tx.changes


def answer_requirement(
    home: Home,
    case: CaseId,
    requirement: str,
    met: str,
    *,
    note: str = "",
    exhibits: Sequence[ExhibitId] = (),
) -> Changes:
    """Say whether a requirement is met; what was said before stays in the record."""
    if met not in ANSWERS:
        raise NetraError(
            tr("“{text}” bukan jawaban atas syarat.", text=met),
            tr("Pilihan: ya, tidak, atau kosong bila belum dinilai."),
            code="bad-answer",
        )
    with home.write() as tx:
        need_case(tx.connection, case)
        place = standing_of(tx.connection, case, home.officer)
        known = {one.key for one in place.flow.requirements}
        if requirement not in known:
            raise refusal(
                RuleError(
                    "unknown-requirement", found=requirement, allowed=", ".join(sorted(known))
                )
            )
        need_exhibits(tx.connection, case, exhibits)
        body = {
            "requirement": requirement,
            "met": met,
            "note": note.strip(),
            "exhibits": list(exhibits),
        }
        saw = standing(tx.connection, case, ("requirement",), requirement)
        tx.append("requirement.answered", body, case=case, saw=saw)
        tx.made = case
    return tx.changes


def _need_weighed(home: Home, case: CaseId, move: str) -> None:
    """Nothing leaves for an authority before somebody asked what speaks against it."""
    with home.read() as connection:
        flow = standing_of(connection, case, home.officer).flow
    ends = {one.end for one in flow.moves if one.id == move and one.end}
    if any(flow.state(end).status == FORWARDED for end in ends):
        need_weighed(home, case)


def _allowed(place: Standing, move: str, at: str) -> Move:
    day = times.local_date(at, times.WIB)
    dated = msgspec.structs.replace(place.place, day=day)
    try:
        why = refused(place.flow, dated, move)
        wanted = place.flow.move(move)
    except RuleError as error:
        raise refusal(error) from error
    if why is not None:
        raise _refusal(place, why)
    return wanted


def _refusal(place: Standing, why: Refusal) -> NetraError:
    if why.instead:
        instead = place.flow.move(why.instead)
        advice = tr("Gantinya: {langkah} ({nama}).", langkah=instead.text, nama=instead.id)
    else:
        open_ = ", ".join(one.id for one in moves(place.flow, place.place))
        advice = tr("Langkah yang dapat diambil sekarang: {names}.", names=open_ or "-")
    return NetraError(
        tr("{alasan} Dasar: {pasal}.", alasan=why.text, pasal=why.article),
        advice,
        code="move-refused",
    )


def _date(tx: Tx, place: Standing, move: Move, at: str) -> None:
    given = dict(place.record.dates)
    values = {f"{DATE}{key}": at for key in move.dates if key not in given}
    edit_fields(tx, "case.edited", {}, place.record.id, values)


def _append(
    home: Home, tx: Tx, place: Standing, move: Move, said: dict[str, str | list[ExhibitId]]
) -> None:
    end = end_of(place.flow, place.place, move.id)
    body = {
        "move": move.id,
        "text": move.text,
        "article": move.article,
        "before": place.place.state,
        "state": end,
        "status": place.flow.state(end).status,
        "source": (move.becomes or place.place.source).lower(),
        "track": place.place.track,
        "category": place.place.category,
        "role": home.officer.role,
        "office": home.officer.office,
        "pack": place.pack.id,
        **said,
    }
    case = place.record.id
    tx.append("case.moved", body, case=case, saw=_seen(tx, case))


def _seen(tx: Tx, case: CaseId) -> list[str]:
    seen = [event for name in MOVED for event in standing(tx.connection, case, ("case",), name)]
    return list(dict.fromkeys(seen))


def _dates_of(place: Standing, move: str) -> tuple[str, ...]:
    return next((one.dates for one in place.flow.moves if one.id == move), ())


def _source_before(tx: Tx, case: CaseId, event: str) -> str:
    text = tx.connection.execute(
        select(correction.c.before).where(
            correction.c.scope == case, correction.c.event == event, correction.c.field == "source"
        )
    ).scalar()
    return str(msgspec.json.decode(text)) if text else ""


def _now(home: Home) -> str:
    return times.as_stated(clock.now().wall, times.zone_of_region(home.officer.region))
