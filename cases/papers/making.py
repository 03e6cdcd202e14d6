"""Making a paper: gather, build, render, store, and note it in the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict, Unpack

from sqlalchemy import select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.transaction import Tx
from cases.language import tr
from cases.papers.blocks import Paper
from cases.papers.catalogue import PAPERS, PaperForm, find
from cases.papers.context import PaperContext
from cases.papers.forms import custody
from cases.papers.pack_words import forms_of, words_of
from cases.papers.public import FORMS as PUBLIC
from cases.papers.public import for_public
from cases.papers.render import render
from cases.papers.report import readable
from cases.tables import exhibit as exhibit_table
from cases.tables import paper as paper_table
from cases.work.against import need_weighed
from cases.work.cases import read_case_file
from cases.work.custody import custody_of_case
from cases.work.overview import CaseFile
from cases.work.parties import read_particulars
from cases.work.records import (
    CaseId,
    ClarificationId,
    ExhibitId,
    PaperRecord,
    Particulars,
    PartyId,
)
from cases.work.scopes import absent
from cases.work.times import zone_of_region


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper just made: how it is recorded, its bytes, what the writing changed."""

    record: PaperRecord
    pdf: bytes
    changes: Changes


class PaperChoice(TypedDict, total=False):
    """What may be chosen for a paper."""

    clarification: ClarificationId | None
    """The hearing; None: the last one."""
    exhibit: ExhibitId | None
    """The exhibit, for papers about one; None: all that the form is for."""
    final: bool
    redacted: bool
    """A copy for the public: derived copies in place of pictures, codes in place of names."""


def make_paper(home: Home, case: CaseId, form: str, **choice: Unpack[PaperChoice]) -> MadePaper:
    """
    Make a paper of a case and keep it: the bytes as a sealed object, the making in the journal.

    Raises `NetraError` for a form nobody knows, and for minutes of a hearing that is not there.
    """
    found = _form(form)
    file = read_case_file(home, case)
    if choice.get("final", False):
        need_weighed(home, case)
    _check(file, form, choice)
    redacted = choice.get("redacted", False)
    context = PaperContext(
        forms=forms_of(file.case.pack),
        officer=home.officer,
        zone=zone_of_region(home.officer.region),
        photo=lambda sha256: readable(home.vault.read, sha256),
        clarification=choice.get("clarification"),
        final=choice.get("final", False),
        words=words_of(file.case.pack),
        exhibit=choice.get("exhibit"),
        custody=custody_of_case(home, case) if form == custody.FORM else (),
        redacted=redacted,
    )
    people = {} if redacted else _people(home, file, found.people(file, context))
    paper = found.build(file, context.with_particulars(people))
    if redacted:
        paper = for_public(paper)
    pdf = render(paper)
    stored = home.vault.put(pdf)
    with home.write() as tx:
        event = _note(tx, file, paper, stored, choice)
        tx.made = event
    record = _record(home, event)
    return MadePaper(record, pdf, tx.changes)


def read_paper(home: Home, event: str) -> bytes:
    """Give the bytes of a paper by the event of its making."""
    return home.vault.read(_record(home, event).object)


def handle_paper(home: Home, event: str, act: str) -> Changes:
    """Record that a paper was `printed`, or `exported`: saved outside the home."""
    record = _record(home, event)
    with home.write() as tx:
        body = {"paper": event, "title": record.title}
        tx.append(f"paper.{act}", body, case=record.case, cls="access")
        tx.made = event
    return tx.changes


def _form(form: str) -> PaperForm:
    found = find(form)
    if found is None:
        raise NetraError(
            tr("Tidak ada formulir “{form}”.", form=form),
            tr("Formulir yang ada: {names}.", names=", ".join(one.form for one in PAPERS)),
            code="unknown-form",
        )
    return found


def _people(home: Home, file: CaseFile, wanted: Sequence[PartyId]) -> dict[PartyId, Particulars]:
    """Read the particulars a form prints; one that is left out or damaged is printed by code."""
    people: dict[PartyId, Particulars] = {}
    for party in file.parties:
        if party.id in wanted and party.particulars and home.vault.has(party.particulars):
            people[party.id] = read_particulars(home, party.id, why="paper")
    return people


def _check(file: CaseFile, form: str, choice: PaperChoice) -> None:
    exhibit = choice.get("exhibit")
    if exhibit and all(one.id != exhibit for one in file.exhibits):
        raise absent(exhibit_table)
    if choice.get("redacted") and form not in PUBLIC:
        raise NetraError(
            tr("Formulir “{form}” tidak punya salinan untuk umum.", form=form),
            tr("Formulir yang punya: {names}.", names=", ".join(sorted(PUBLIC))),
            code="not-for-public",
        )


def _note(tx: Tx, file: CaseFile, paper: Paper, stored: str, choice: PaperChoice) -> str:
    case = file.case.id
    body = {
        "form": paper.form,
        "title": paper.title,
        "object": stored,
        "content_head": paper.content_head,
        "final": paper.final,
        "clarification": choice.get("clarification") or "",
        "exhibit": choice.get("exhibit") or "",
        "redacted": choice.get("redacted", False),
    }
    event = tx.append("paper.made", body, case=case, cls="access", obj=[stored])
    for exhibit in paper.exhibits:
        note = {"exhibit": exhibit, "why": paper.title}
        tx.append("exhibit.printed", note, case=case, cls="access")
    return event


def _record(home: Home, event: str) -> PaperRecord:
    with home.read() as connection:
        row = connection.execute(select(paper_table).where(paper_table.c.event == event)).first()
    if row is None:
        raise NetraError(
            tr("Surat ini tidak ada di rumah data."),
            tr("Buat lagi surat itu dari kasusnya."),
            code="no-such-paper",
        )
    return PaperRecord(
        event=row.event,
        case=CaseId(row.scope),
        form=row.form,
        title=row.title,
        object=row.object,
        content_head=row.content_head,
        made_at=row.made_at,
        dev=row.dev,
        final=bool(row.final),
        exhibit=row.exhibit,
        redacted=bool(row.redacted),
    )
