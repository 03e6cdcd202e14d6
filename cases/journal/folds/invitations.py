"""Around a hearing: who was called, who did not come, what was handed over."""

from msgspec import convert

from cases.journal.bodies.hearing import (
    ClarificationCancelled,
    ClarificationMissed,
    InvitationDelivered,
    InvitationSent,
    MinutesHandedOver,
)
from cases.journal.event import Event
from cases.journal.folds.once import need_new
from cases.journal.rows import Rows


def _sent(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, InvitationSent)
    need_new(rows, "invitation", body.invitation)
    rows.put(
        "invitation",
        body.invitation,
        clarification=body.clarification,
        number=body.number,
        letter=body.letter,
        sent_at=body.sent_at,
        how=body.how,
        scheduled_at=body.scheduled_at,
        place=body.place,
        dev=event.dev,
        lam=event.lam,
    )


def _delivered(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, InvitationDelivered)
    if rows.get("invitation", body.invitation) is not None:
        rows.put(
            "invitation",
            body.invitation,
            received_at=body.received_at,
            receiver=body.receiver,
            exhibit=body.exhibit,
            note=body.note,
        )


def _missed(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, ClarificationMissed)
    row = rows.get("invitation", body.invitation)
    if row is not None and row["clarification"] == body.clarification:
        rows.put("invitation", body.invitation, missed_at=body.at, missed_reason=body.reason)


def _cancelled(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, ClarificationCancelled)
    if rows.get("clarification", body.clarification) is not None:
        rows.put(
            "clarification",
            body.clarification,
            cancelled=body.reason or "-",
            cancelled_by=body.decision,
        )


def _handed_over(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, MinutesHandedOver)
    rows.put(
        "handover",
        sha,
        clarification=body.clarification,
        at=body.at,
        receiver=body.receiver,
        paper=body.paper,
        dev=event.dev,
        lam=event.lam,
    )


handlers = {
    "invitation.sent": _sent,
    "invitation.delivered": _delivered,
    "clarification.missed": _missed,
    "clarification.cancelled": _cancelled,
    "minutes.handed_over": _handed_over,
}
