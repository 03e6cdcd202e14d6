"""Verbs for what is done with an exhibit: custody, export, rehash, derive, copies, request."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from cases.commands.documents import read_document
from cases.commands.files import need_new, read_file, write_new
from cases.commands.frame import add_verb, session, stoppable
from cases.errors import NetraError
from cases.home import Home
from cases.intake.derived import derive_copy
from cases.intake.previews import make_previews
from cases.intake.rereading import read_again
from cases.language import N_, tr
from cases.papers.forms import original_request
from cases.papers.making import handle_paper, make_paper
from cases.tables import derived as derived_table
from cases.work.cases import resolve_case
from cases.work.custody import custody_of
from cases.work.custody_words import line_words
from cases.work.derived import derived_copies
from cases.work.evidence_records import DerivedRecord
from cases.work.exhibits import resolve_exhibit
from cases.work.exporting import export_derived, export_exhibit, rehash_exhibit
from cases.work.originals import original_state, receive_original, request_original
from cases.work.records import CaseId, ExhibitId
from cases.work.scopes import absent

InCase = Annotated[str, typer.Option(help=N_("Kasus; tanpa ini yang belum dipilah."))]
Out = Annotated[Path, typer.Option("-o", "--out", help=N_("Berkas yang ditulis."))]
Reason = Annotated[str, typer.Option(help=N_("Alasan, untuk riwayat penguasaan."))]


def custody(context: typer.Context, exhibit: str, case: InCase = "") -> None:
    """Show the custody log of an exhibit."""
    here = session(context)
    with here.open() as home:
        found, one = _named(home, exhibit, case)
        lines = custody_of(home, one, found)
        here.tell([{**asdict(line), "words": line_words(line)} for line in lines])


def export(
    context: typer.Context,
    exhibit: str,
    out: Out,
    case: InCase = "",
    copy: Annotated[str, typer.Option(help=N_("Salinan turunan, bukan berkas asli."))] = "",
    reason: Reason = "",
) -> None:
    """Write the original outside the home, byte for byte; or a derived copy of it."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        found, one = _named(home, exhibit, case)
        if copy:
            record = _copy(home, one, found, copy)
            export_derived(home, record.id, out, reason=reason)
            here.tell({"file": str(out), "exhibit": one, "copy": record.code})
        else:
            export_exhibit(home, one, out, reason=reason)
            here.tell({"file": str(out), "exhibit": one, "copy": None})


def rehash(context: typer.Context, exhibit: str, case: InCase = "", reason: Reason = "") -> None:
    """Read the original again and compare its hash."""
    here = session(context)
    with here.open() as home:
        _, one = _named(home, exhibit, case)
        outcome = rehash_exhibit(home, one, reason=reason)
    here.tell({"exhibit": one, "sha256": outcome.sha256, "same": outcome.same})
    if not outcome.same:
        raise NetraError(
            tr("Berkas asli di rumah data rusak atau hilang."),
            tr("Ambil lagi dari cadangan; jangan hapus sumbernya."),
            code="original-damaged",
        )


def derive(
    context: typer.Context,
    exhibit: str,
    operations: Annotated[Path, typer.Argument(help=N_("Langkah, JSON atau TOML."))],
    reason: Reason,
    case: InCase = "",
) -> None:
    """Make a copy of an exhibit: crop, blur, rectangle, arrow, text, in per mille."""
    here = session(context)
    steps = _steps(operations)
    with here.open() as home:
        found, one = _named(home, exhibit, case)
        made = derive_copy(home, one, steps, reason=reason).made
        here.tell(next(r for r in derived_copies(home, one, found) if r.id == made))


def copies(context: typer.Context, exhibit: str, case: InCase = "") -> None:
    """List the derived copies of an exhibit."""
    here = session(context)
    with here.open() as home:
        found, one = _named(home, exhibit, case)
        here.tell(derived_copies(home, one, found))


def request(
    context: typer.Context, case: str, exhibit: str, out: Out, reason: Reason = ""
) -> None:
    """Ask the holder for the original: note it, and make the slip as a PDF."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        found = resolve_case(home, case)
        one = resolve_exhibit(home, found, exhibit)
        request_original(home, one, reason)
        made = make_paper(home, found, original_request.FORM, exhibit=one)
        write_new(out, made.pdf)
        handle_paper(home, made.record.event, "exported")
        here.tell({"file": str(out), "exhibit": one, "sha256": made.record.object})


def received(
    context: typer.Context, case: str, exhibit: str, original: str, reason: Reason = ""
) -> None:
    """Record that the original of an exhibit came in as another one."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        copy, came = (resolve_exhibit(home, found, text) for text in (exhibit, original))
        receive_original(home, copy, came, why=reason)
        here.tell(original_state(custody_of(home, copy, found)))


def reread(
    context: typer.Context,
    exhibits: Annotated[list[str] | None, typer.Argument()] = None,
    case: InCase = "",
) -> None:
    """Read stored files again with today's reader; without names: all of an older one."""
    here = session(context)
    with here.open() as home:
        wanted = [_named(home, text, case)[1] for text in exhibits] if exhibits else None
        with stoppable() as progress:
            outcome = read_again(home, wanted, progress=progress)
            make_previews(home, exhibits=outcome.changed, progress=progress)
        here.tell({"read": outcome.read, "changed": list(dict.fromkeys(outcome.changed))})


def _named(home: Home, exhibit: str, case: str) -> tuple[CaseId | None, ExhibitId]:
    found = resolve_case(home, case) if case else None
    return found, resolve_exhibit(home, found, exhibit)


def _copy(home: Home, exhibit: ExhibitId, case: CaseId | None, text: str) -> DerivedRecord:
    for record in derived_copies(home, exhibit, case):
        if text.casefold() in {record.id, record.code.casefold(), f"s{record.number}".casefold()}:
            return record
    raise absent(derived_table)


def _steps(path: Path) -> list[Any]:
    """Read operations: a list, or the list named `operations`."""
    document = read_document(read_file(path), path.suffix)
    if isinstance(document, dict):
        document = document.get("operations")
    return document if isinstance(document, list) else []


def add_to(family: typer.Typer) -> None:
    """Add the verbs to the family of exhibits."""
    add_verb(family, "custody", custody, N_("Riwayat penguasaan satu bukti."))
    add_verb(family, "export", export, N_("Salin berkas asli keluar, diperiksa sidiknya."))
    add_verb(family, "rehash", rehash, N_("Periksa lagi sidik berkas asli."))
    add_verb(family, "derive", derive, N_("Buat salinan turunan: potong, tutup, tandai."))
    add_verb(family, "copies", copies, N_("Daftar salinan turunan satu bukti."))
    add_verb(family, "request", request, N_("Lembar permintaan berkas asli."))
    add_verb(family, "received", received, N_("Catat bahwa berkas aslinya sudah datang."))
    add_verb(family, "reread", reread, N_("Baca ulang data berkas yang tersimpan."))
