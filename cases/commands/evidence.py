"""Verbs of evidence: inspect (no home), intake, list, link, caption."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands import evidence_clocks, handling
from cases.commands.files import is_there
from cases.commands.frame import WrongUsage, add_family, add_verb, session, stoppable
from cases.commands.inspect import inspect_files
from cases.errors import Cancelled, NetraError
from cases.home import Home
from cases.intake.outcome import REFUSED
from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from cases.intake.selection import keep_out
from cases.language import N_, tr
from cases.work.cases import list_cases, resolve_case
from cases.work.exhibits import (
    caption_exhibit,
    link_exhibits,
    list_exhibits,
    read_exhibit,
    resolve_exhibit,
)
from cases.work.records import CaseId

InCase = Annotated[str, typer.Option(help=N_("Kasus; tanpa ini yang belum dipilah."))]


def inspect(context: typer.Context, files: list[Path]) -> None:
    """Say what files tell of themselves: type, time, place, signals. Needs no home."""
    found = inspect_files(files)
    session(context).tell(found)
    if any(one["sha256"] is None for one in found):
        raise typer.Exit(1)


def intake(
    context: typer.Context,
    target: Annotated[list[str], typer.Argument(help=N_("[KASUS] BERKAS-ATAU-FOLDER …"))],
) -> None:
    """Take files and folders in as evidence, into a case or into the inbox."""
    here = session(context)
    with here.open() as home:
        case = _case_named(home, target)
        paths = [Path(text) for text in (target[1:] if case else target)]
        keep_out(home, paths)
        with stoppable() as progress:
            report = take_in(home, paths, case=case, progress=progress)
            if not report.cancelled:
                make_previews(home, progress=progress)
    here.tell(report.to_json())
    if report.cancelled:
        raise Cancelled
    if report.failure:
        raise report.failure
    if report.count(REFUSED):
        raise typer.Exit(1)


def _case_named(home: Home, target: list[str]) -> CaseId | None:
    """Tell whether the first word names a case; a slip of the pen must not fill the inbox."""
    first, rest = target[0], target[1:]
    if not is_there(Path(first)):
        try:
            case = resolve_case(home, first)
        except NetraError as error:
            raise error if error.code == "ambiguous-case" else _neither(first) from error
        if not rest:
            raise WrongUsage(
                tr("Berkas atau folder untuk kasus “{text}” belum disebut.", text=first)
            )
        return case
    if rest and _names_a_case(home, first):
        raise NetraError(
            tr("“{text}” adalah nama kasus dan juga nama berkas atau folder di sini.", text=first),
            tr("Tulis ./{text} untuk foldernya, atau id kasus untuk kasusnya.", text=first),
            code="ambiguous-target",
        )
    return None


def _names_a_case(home: Home, text: str) -> bool:
    wanted = text.strip().casefold()
    records = [summary.case for summary in list_cases(home)]
    return any(
        wanted == record.id
        or record.code.casefold().startswith(wanted)
        or record.register.casefold().startswith(wanted)
        for record in records
    )


def _neither(text: str) -> NetraError:
    return NetraError(
        tr(
            "“{text}” bukan kasus, dan bukan berkas atau folder; tidak ada yang dimasukkan.",
            text=text,
        ),
        tr("Periksa ejaannya; kode kasus ada pada `case list`."),
        code="no-such-target",
    )


def exhibit_list(context: typer.Context, case: InCase = "") -> None:
    """List the exhibits of a case, or those not sorted yet."""
    here = session(context)
    with here.open() as home:
        here.tell(list_exhibits(home, resolve_case(home, case) if case else None))


def exhibit_link(context: typer.Context, case: str, exhibits: list[str]) -> None:
    """Put exhibits of the inbox into a case, each under the next code."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        link_exhibits(home, found, [resolve_exhibit(home, None, text) for text in exhibits])
        here.tell(list_exhibits(home, found))


def exhibit_caption(context: typer.Context, exhibit: str, caption: str, case: InCase = "") -> None:
    """Say what an exhibit shows."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case) if case else None
        one = resolve_exhibit(home, found, exhibit)
        caption_exhibit(home, one, caption)
        here.tell(read_exhibit(home, one, found))


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "inspect", inspect, N_("Katakan apa isi berkas: jenis, waktu, tempat, tanda."))
    add_verb(app, "intake", intake, N_("Masukkan berkas dan folder sebagai bukti."))
    exhibit = add_family(app, "exhibit", N_("Bukti."))
    add_verb(exhibit, "list", exhibit_list, N_("Daftar bukti."))
    add_verb(exhibit, "link", exhibit_link, N_("Masukkan bukti yang belum dipilah ke kasus."))
    add_verb(exhibit, "caption", exhibit_caption, N_("Beri keterangan gambar."))
    handling.add_to(exhibit)
    evidence_clocks.add_to(exhibit)
