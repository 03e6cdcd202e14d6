"""
Around a hearing: the invitation and its delivery, who did not come, a copy of the minutes.
"""

from typing import Any, TypedDict, Unpack
from uuid import uuid4

from sqlalchemy import Connection, Row, select

from cases.changes import Changes
from cases.clock import now
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import case as case_table
from cases.tables import clarification as clarification_table
from cases.tables import invitation as invitation_table
from cases.work import stated
from cases.work.deadlines import CLOSED
from cases.work.edits import edit_fields
from cases.work.hearing_rules import hearings_of
from cases.work.records import ClarificationId
from cases.work.scopes import absent, need_exhibits, scope_of

WAYS = ("langsung", "sigaplapor", "telekomunikasi", "surat")
"""How an invitation may be delivered."""
_MOST = 2


class Invitation(TypedDict, total=False):
    """What an invitation says."""

    letter: str
    """Number of the letter."""
    sent_at: str
    """Without it: now."""
    how: str
    scheduled_at: str
    """A second invitation names a new time; the hearing takes it over."""
    place: str


class Delivery(TypedDict, total=False):
    """How an invitation arrived."""

    received_at: str
    """Without it: now."""
    receiver: str
    """Who took it, without a name: `yang bersangkutan`, `keluarga`, `staf kantor`."""
    exhibit: str
    """The exhibit that proves it: a signed slip, a screenshot."""
    note: str


def invite(home: Home, clarification: ClarificationId, **said: Unpack[Invitation]) -> Changes:
    """Record that an invitation went out: the first, or after an absence the second."""
    way = said.get("how", "langsung")
    if way not in WAYS:
        raise NetraError(
            tr("“{text}” tidak dikenal.", text=way),
            tr("Pilihan: {choices}.", choices=", ".join(WAYS)),
            code="bad-how",
        )
    plan = {
        "scheduled_at": stated.time(home, said.get("scheduled_at", "")),
        "place": said.get("place", "").strip(),
    }
    sent = stated.time(home, said.get("sent_at", "")) or now().wall
    with home.write() as tx:
        case = scope_of(tx.connection, clarification_table, clarification)
        hearing = _hearing(tx.connection, case, clarification)
        number = _next(tx.connection, case, hearing)
        given = {key: text for key, text in plan.items() if text}
        edit_fields(tx, "clarification.edited", {"clarification": clarification}, case, given)
        tx.made = uuid4().hex
        body = {
            "invitation": tx.made,
            "clarification": clarification,
            "number": number,
            "letter": said.get("letter", "").strip(),
            "sent_at": sent,
            "how": way,
            "scheduled_at": plan["scheduled_at"] or hearing.scheduled_at,
            "place": plan["place"] or hearing.place,
        }
        tx.append("invitation.sent", body, case=case)
    return tx.changes


def deliver(home: Home, invitation: str, **said: Unpack[Delivery]) -> Changes:
    """Record that an invitation was received, and what proves it."""
    received = stated.time(home, said.get("received_at", "")) or now().wall
    with home.write() as tx:
        case = scope_of(tx.connection, invitation_table, invitation)
        exhibit = said.get("exhibit", "")
        need_exhibits(tx.connection, case, [exhibit] if exhibit else [])
        body = {
            "invitation": invitation,
            "received_at": received,
            "receiver": said.get("receiver", "").strip(),
            "exhibit": exhibit,
            "note": said.get("note", "").strip(),
        }
        tx.append("invitation.delivered", body, case=case)
        tx.made = invitation
    return tx.changes


def miss(home: Home, clarification: ClarificationId, *, at: str = "", reason: str = "") -> Changes:
    """Record that the person did not come to the hearing of the last invitation."""
    moment = stated.time(home, at)
    with home.write() as tx:
        case = scope_of(tx.connection, clarification_table, clarification)
        sent = _invitations(tx.connection, case, clarification)
        if not sent:
            raise NetraError(
                tr("Belum ada undangan untuk klarifikasi ini."),
                tr("Catat undangannya lebih dahulu; ketidakhadiran dihitung terhadap undangan."),
                code="not-invited",
            )
        last = sent[-1]
        body = {
            "clarification": clarification,
            "invitation": last.id,
            "at": moment or last.scheduled_at or now().wall,
            "reason": reason.strip(),
        }
        tx.append("clarification.missed", body, case=case)
        tx.made = last.id
    return tx.changes


def cancel(
    home: Home, clarification: ClarificationId, reason: str, *, decision: str = ""
) -> Changes:
    """Record that the hearing is not held, such as after a decision of the plenary."""
    reason = stated.needed(reason, tr("Alasan"))
    with home.write() as tx:
        case = scope_of(tx.connection, clarification_table, clarification)
        body = {
            "clarification": clarification,
            "reason": reason,
            "decision": decision.strip(),
        }
        tx.append("clarification.cancelled", body, case=case)
        tx.made = clarification
    return tx.changes


def hand_over(
    home: Home,
    clarification: ClarificationId,
    *,
    at: str = "",
    receiver: str = "",
    paper: str = "",
) -> Changes:
    """Record that a copy of the minutes was given; before the case ends where that is allowed."""
    moment = stated.time(home, at) or now().wall
    with home.write() as tx:
        case = scope_of(tx.connection, clarification_table, clarification)
        lock = copy_lock(tx.connection, case)
        if lock:
            raise NetraError(
                tr("Salinan berita acara belum dapat diberikan: penanganan belum selesai."),
                tr("Dasar: {article}.", article=lock),
                code="copy-locked",
            )
        body = {
            "clarification": clarification,
            "at": moment,
            "receiver": receiver.strip(),
            "paper": paper,
        }
        tx.made = tx.append("minutes.handed_over", body, case=case)
    return tx.changes


def copy_lock(connection: Connection, case: str) -> str:
    """Give the article that holds back copies of minutes for now; empty where none does."""
    row = connection.execute(select(case_table).where(case_table.c.scope == case)).first()
    if row is None:
        raise absent(case_table)
    if row.status in CLOSED:
        return ""
    return hearings_of(row.pack).law(row.regime).copy_after_end


def _hearing(connection: Connection, case: str, clarification: str) -> Row[Any]:
    return connection.execute(
        select(clarification_table).where(
            clarification_table.c.scope == case, clarification_table.c.id == clarification
        )
    ).one()


def _invitations(connection: Connection, case: str, clarification: str) -> list[Row[Any]]:
    return list(
        connection.execute(
            select(invitation_table)
            .where(
                invitation_table.c.scope == case,
                invitation_table.c.clarification == clarification,
            )
            .order_by(invitation_table.c.number, invitation_table.c.lam)
        )
    )


def _next(connection: Connection, case: str, hearing: Row[Any]) -> int:
    """Number the invitation; a second one follows an absence, a third there is none."""
    sent = _invitations(connection, case, hearing.id)
    if hearing.cancelled:
        raise NetraError(
            tr("Klarifikasi ini dibatalkan: {reason}", reason=hearing.cancelled),
            tr("Rencanakan klarifikasi baru bila masih diperlukan."),
            code="hearing-cancelled",
        )
    if sent and not sent[-1].missed_at:
        raise NetraError(
            tr("Undangan ke-{n} sudah dikirim dan belum ada catatan tidak hadir.", n=len(sent)),
            tr("Catat lebih dahulu bahwa yang diundang tidak hadir."),
            code="already-invited",
        )
    if len(sent) >= _MOST:
        raise NetraError(
            tr("Undangan kedua pun tidak dihadiri; undangan ketiga tidak diatur."),
            tr("Lanjutkan kajian dengan bukti yang ada; ketidakhadiran tetap tercatat."),
            code="invited-twice",
        )
    return len(sent) + 1
