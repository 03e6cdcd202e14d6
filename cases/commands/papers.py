"""The verb of papers: paper."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.files import need_new, write_new
from cases.commands.frame import add_verb, session
from cases.errors import NetraError
from cases.home import Home
from cases.language import N_, tr
from cases.papers.finalising import Final, finalise
from cases.papers.gathering import PaperChoice
from cases.papers.making import (
    MadePaper,
    draw_paper,
    handle_paper,
    make_paper,
    read_paper,
)
from cases.work.cases import read_case_file, resolve_case
from cases.work.exhibits import resolve_exhibit
from cases.work.overview import CaseFile
from cases.work.records import CaseId, ClarificationId, PaperRecord


def paper(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    form: Annotated[str, typer.Argument(help=N_("Nama formulir; lihat `form list`."))],
    out: Annotated[Path, typer.Option("-o", "--out", help=N_("Berkas PDF atau DOCX."))],
    clarification: Annotated[int, typer.Option(help=N_("Nomor klarifikasi."))] = 0,
    final: Annotated[bool, typer.Option("--final", help=N_("Bukan draf lagi."))] = False,
    number: Annotated[str, typer.Option(help=N_("Nomor surat, untuk yang final."))] = "",
    date: Annotated[str, typer.Option(help=N_("Tanggal surat, untuk yang final."))] = "",
    exhibit: Annotated[str, typer.Option(help=N_("Satu bukti, untuk surat tentang bukti."))] = "",
    addressee: Annotated[str, typer.Option(help=N_("Kode alamat penerusan."))] = "",
    redacted: Annotated[
        bool,
        typer.Option("--redacted", help=N_("Salinan untuk umum: salinan sensor, tanpa nama.")),
    ] = False,
    blank: Annotated[bool, typer.Option("--blank", help=N_("Formulir kosong."))] = False,
    at: Annotated[str, typer.Option(help=N_("Kepala isi yang harus cocok."))] = "",
) -> None:
    """Make a paper of a case; the PDF is kept in the home as well."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        file = read_case_file(home, resolve_case(home, case))
        choice = PaperChoice(final=final, redacted=redacted, blank=blank, addressee=addressee)
        if exhibit:
            choice["exhibit"] = resolve_exhibit(home, file.case.id, exhibit)
        if at and not file.content_head.startswith(at):
            record = _made_then(file, form, at, choice)
            write_new(out, read_paper(home, record.event))
            missing = []
        else:
            choice["clarification"] = hearing_of(file, clarification)
            made = _make(home, file.case.id, form, choice, Final(number, date))
            record, missing = made.record, [gap.label for gap in made.gaps]
            write_new(out, _content(home, made, choice, out))
        handle_paper(home, record.event, "exported")
        here.tell(
            {
                "file": str(out),
                "form": record.form,
                "title": record.title,
                "sha256": record.object,
                "content_head": record.content_head,
                "final": record.final,
                "number": record.number,
                "redacted": record.redacted,
                "blank": record.blank,
                "missing": missing,
            }
        )


def _make(home: Home, case: CaseId, form: str, choice: PaperChoice, final: Final) -> MadePaper:
    if choice.get("final"):
        chosen: PaperChoice = {**choice}
        return finalise(home, case, form, final, **chosen)
    return make_paper(home, case, form, **choice)


def _content(home: Home, made: MadePaper, choice: PaperChoice, out: Path) -> bytes:
    if out.suffix.casefold() != ".docx":
        return made.pdf
    from cases.papers.word import as_docx

    drawn = draw_paper(home, made.record.case, made.record.form, **choice)
    return as_docx(drawn.paper)


def _made_then(file: CaseFile, form: str, at: str, choice: PaperChoice) -> PaperRecord:
    """Find the paper that was made when the content of the case was as asked for."""
    wanted = (form, choice.get("exhibit", ""), choice.get("redacted", False))
    for record in sorted(file.papers, key=lambda one: one.made_at, reverse=True):
        made = (record.form, record.exhibit, record.redacted)
        if made == wanted and record.content_head.startswith(at):
            return record
    raise NetraError(
        tr(
            "Isi kasus sekarang ({head}) bukan yang diminta, dan surat ini tidak dibuat saat itu.",
            head=file.content_head[:16],
        ),
        tr("Tanpa --at surat dibuat dari isi sekarang."),
        code="other-content",
    )


def hearing_of(file: CaseFile, number: int) -> ClarificationId | None:
    """Find a hearing by its number; 0: the last one."""
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
