"""Making a paper: gather, build, render, store, and note it in the journal."""

from dataclasses import dataclass, replace
from typing import Unpack

from sqlalchemy import select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.transaction import Tx
from cases.language import tr
from cases.papers.blocks import Paper
from cases.papers.catalogue import builder
from cases.papers.corrected import with_corrections
from cases.papers.gaps import Gap, gaps_of
from cases.papers.gathering import PaperChoice, gather
from cases.papers.public import for_public
from cases.papers.render import render
from cases.papers.sources import typed_in
from cases.tables import paper as paper_table
from cases.work.against import need_weighed
from cases.work.case_records import paper_record
from cases.work.records import CaseId, PaperRecord


@dataclass(frozen=True, slots=True)
class DrawnPaper:
    """A paper as it would be made now; nothing of it is kept."""

    paper: Paper
    choice: PaperChoice
    number: str = ""

    about: str = ""
    """What tells it from others of its form: its hearing, or its addressee."""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What it still lacks."""
        return gaps_of(self.paper)


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper just made: its record, its bytes, what it lacks, what the writing changed."""

    record: PaperRecord
    pdf: bytes
    changes: Changes
    gaps: tuple[Gap, ...] = ()


def draw_paper(home: Home, case: CaseId, form: str, **choice: Unpack[PaperChoice]) -> DrawnPaper:
    """
    Build a paper without keeping it.

    Raises `NetraError` for a form nobody knows, and for minutes of a hearing that is not there.
    """
    file, context = gather(home, case, form, choice)
    paper = builder(form)(file, context)
    if not context.blank and not context.redacted:
        told = with_corrections(paper.blocks, file, context.zone)
        paper = replace(paper, blocks=told)
    if context.redacted:
        paper = for_public(home, file, paper)
    about = context.about(form)
    number = typed_in(file, form, about, "nomor")
    kept: PaperChoice = {**choice, "clarification": context.clarification}
    return DrawnPaper(paper, kept, number, about)


def make_paper(home: Home, case: CaseId, form: str, **choice: Unpack[PaperChoice]) -> MadePaper:
    """Make a paper and keep it: the bytes as a sealed object, the making in the journal."""
    if choice.get("final", False):
        need_weighed(home, case)
    drawn = draw_paper(home, case, form, **choice)
    return keep_paper(home, case, drawn, render(drawn.paper))


def keep_paper(home: Home, case: CaseId, drawn: DrawnPaper, pdf: bytes) -> MadePaper:
    """Keep a paper that was drawn and rendered."""
    stored = home.vault.put(pdf)
    with home.write() as tx:
        event = _note(tx, case, drawn, stored)
        tx.made = event
    return MadePaper(read_record(home, event), pdf, tx.changes, drawn.gaps)


def read_paper(home: Home, event: str) -> bytes:
    """Give the bytes of a paper by the event of its making."""
    return home.vault.read(read_record(home, event).object)


def handle_paper(home: Home, event: str, act: str) -> Changes:
    """Record that a paper was `printed`, or `exported`: saved outside the home."""
    record = read_record(home, event)
    with home.write() as tx:
        body = {"paper": event, "title": record.title}
        tx.append(f"paper.{act}", body, case=record.case, cls="access")
        tx.made = event
    return tx.changes


def read_record(home: Home, event: str) -> PaperRecord:
    """Give the record of a paper by the event of its making."""
    with home.read() as connection:
        row = connection.execute(select(paper_table).where(paper_table.c.event == event)).first()
    if row is None:
        raise NetraError(
            tr("Surat ini tidak ada di rumah data."),
            tr("Buat lagi surat itu dari kasusnya."),
            code="no-such-paper",
        )
    return paper_record(row)


def _note(tx: Tx, case: CaseId, drawn: DrawnPaper, stored: str) -> str:
    paper, choice = drawn.paper, drawn.choice
    body = {
        "form": paper.form,
        "title": paper.title,
        "object": stored,
        "content_head": paper.content_head,
        "final": paper.final,
        "clarification": choice.get("clarification") or "",
        "exhibit": choice.get("exhibit") or "",
        "redacted": choice.get("redacted", False),
        "about": paper.addressee,
        "number": drawn.number if paper.final else "",
        "blank": choice.get("blank", False),
    }
    event = tx.append("paper.made", body, case=case, cls="access", obj=[stored])
    for exhibit in paper.exhibits:
        note = {"exhibit": exhibit, "why": paper.title}
        tx.append("exhibit.printed", note, case=case, cls="access")
    return event
