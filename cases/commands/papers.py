"""The verb of papers: paper."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.frame import session, write_new
from cases.errors import NetraError
from cases.language import tr
from cases.papers.catalogue import PAPERS
from cases.papers.making import make_paper
from cases.work.cases import read_case_file, resolve_case
from cases.work.records import CaseFile, ClarificationId


def paper(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    form: Annotated[str, typer.Argument(help=", ".join(one.form for one in PAPERS))],
    out: Annotated[Path, typer.Option("-o", "--out", help="Berkas PDF.")],
    clarification: Annotated[int, typer.Option(help="Nomor klarifikasi.")] = 0,
    final: Annotated[bool, typer.Option("--final", help="Bukan draf lagi.")] = False,
    at: Annotated[str, typer.Option(help="Kepala isi yang harus cocok.")] = "",
) -> None:
    """Make a paper of a case; the PDF is kept in the home as well."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        file = read_case_file(home, found)
        if at and not file.content_head.startswith(at):
            raise NetraError(
                tr("Isi kasus sekarang ({head}) bukan yang diminta.", head=file.content_head[:16]),
                tr("Surat yang dulu ada di kasus; lihat daftar dokumennya."),
                code="other-content",
            )
        made = make_paper(
            home, found, form, clarification=_hearing(file, clarification), final=final
        )
        write_new(out, made.pdf)
        here.tell(
            {
                "file": str(out),
                "form": made.record.form,
                "title": made.record.title,
                "sha256": made.record.object,
                "content_head": made.record.content_head,
                "final": made.record.final,
            }
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
    """Add the verbs."""
    app.command()(paper)
