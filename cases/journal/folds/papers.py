"""What was filled into forms, which papers were made, what came back; the office's letterhead."""

from msgspec import convert

from cases.journal.bodies.papers import (
    FormConfirmed,
    LetterheadSet,
    PaperFilled,
    PaperMade,
    PaperScanned,
)
from cases.journal.event import Event
from cases.journal.folds.edits import replace, text_of
from cases.journal.rows import Rows

OFFICE = "office"


def _filled(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, PaperFilled)
    entity = f"paper/{body.form}/{body.about}"
    value = replace(rows, event, sha, (entity, body.field), body.value)
    rows.put("paper_field", body.form, body.about, body.field, value=value)


def _made(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, PaperMade)
    rows.put(
        "paper",
        sha,
        form=body.form,
        title=body.title,
        object=body.object,
        content_head=body.content_head,
        made_at=event.wall,
        dev=event.dev,
        final=int(body.final),
        clarification=body.clarification,
        exhibit=body.exhibit,
        redacted=int(body.redacted),
        about=body.about,
        number=body.number,
        blank=int(body.blank),
        lam=event.lam,
    )


def _scanned(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, PaperScanned)
    rows.put(
        "scan",
        body.exhibit,
        paper=body.paper,
        form=body.form,
        content_head=body.content_head,
        at=event.wall,
        dev=event.dev,
        lam=event.lam,
    )


def _letterhead(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, LetterheadSet)
    rows.put(
        "letterhead",
        OFFICE,
        lines=text_of(body.lines),
        address=body.address,
        code=body.code,
        place=body.place,
        logo=body.logo,
        lam=event.lam,
    )


def _confirmed(rows: Rows, event: Event, _sha: str) -> None:
    body = convert(event.body, FormConfirmed)
    rows.put(
        "form_label",
        body.form,
        body.regime,
        mark=body.mark,
        title=body.title,
        at=event.wall,
        lam=event.lam,
    )


def _nothing(_rows: Rows, _event: Event, _sha: str) -> None:
    """Keep the line; no table shows it."""


handlers = {
    "paper.filled": _filled,
    "paper.made": _made,
    "paper.printed": _nothing,
    "paper.exported": _nothing,
    "paper.scanned": _scanned,
    "letterhead.set": _letterhead,
    "form.confirmed": _confirmed,
}
