"""The verb of papers: paper."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.files import need_new, write_new
from cases.commands.frame import add_verb, session
from cases.errors import NetraError
from cases.home import Home
from cases.language import N_, tr
from cases.papers.catalogue import PAPERS
from cases.papers.making import handle_paper, make_paper, read_paper
from cases.work.cases import read_case_file, resolve_case
from cases.work.records import CaseFile, ClarificationId, PaperRecord


def paper(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    form: Annotated[str, typer.Argument(help=", ".join(one.form for one in PAPERS))],
    out: Annotated[Path, typer.Option("-o", "--out", help=N_("Berkas PDF."))],
    clarification: Annotated[int, typer.Option(help=N_("Nomor klarifikasi."))] = 0,
    final: Annotated[bool, typer.Option("--final", help=N_("Bukan draf lagi."))] = False,
    at: Annotated[str, typer.Option(help=N_("Kepala isi yang harus cocok."))] = "",
) -> None:
    """Make a paper of a case; the PDF is kept in the home as well."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        file = read_case_file(home, resolve_case(home, case))
        if at and not file.content_head.startswith(at):
            record = _made_then(file, form, at)
            pdf = read_paper(home, record.event)
        else:
            hearing = _hearing(file, clarification)
            record, pdf = _made_now(home, file, form, hearing, final=final)
        write_new(out, pdf)
        handle_paper(home, record.event, "exported")
        here.tell(
            {
                "file": str(out),
                "form": record.form,
                "title": record.title,
                "sha256": record.object,
                "content_head": record.content_head,
                "final": record.final,
            }
        )


def _made_now(
    home: Home, file: CaseFile, form: str, hearing: ClarificationId | None, *, final: bool
) -> tuple[PaperRecord, bytes]:
    made = make_paper(home, file.case.id, form, clarification=hearing, final=final)
    return made.record, made.pdf


def _made_then(file: CaseFile, form: str, at: str) -> PaperRecord:
    """Find the paper that was made when the content of the case was as asked for."""
    for record in sorted(file.papers, key=lambda one: one.made_at, reverse=True):
        if record.form == form and record.content_head.startswith(at):
            return record
    raise NetraError(
        tr(
            "Isi kasus sekarang ({head}) bukan yang diminta, dan surat ini tidak dibuat saat itu.",
            head=file.content_head[:16],
        ),
        tr("Tanpa --at surat dibuat dari isi sekarang."),
        code="other-content",
    )


def _hearing(file: CaseFile, number: int) -> ClarificationId | None:
    if not number:
        return file.clarifications[-1].id if file.clarifications else None
    for hearing in file.clarifications:
        if hearing.number == number:
            return hearing.id
    raise NetraError(
        tr("Kasus ini tidak punya klarifikasi nomor {n}.", n=number),
        tr("Lihat daftar klarifikasi kasus."),
        code="no-such-clarification",
    )


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    add_verb(app, "paper", paper, N_("Buat surat sebuah kasus sebagai PDF."))
