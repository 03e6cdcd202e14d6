"""`netra intake [CASE] PATH…`: files and folders become exhibits."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.files import is_there
from cases.commands.frame import WrongUsage, add_verb, session, stoppable
from cases.commands.plain import say
from cases.errors import Cancelled, NetraError
from cases.home import Home
from cases.intake.naming import text_of
from cases.intake.outcome import REFUSED
from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from cases.intake.selection import keep_out
from cases.language import N_, tr
from cases.work.cases import list_cases, resolve_case
from cases.work.records import CaseId


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
    if not (report.items or report.cancelled or report.failure):
        say(
            tr(
                "Di {nama} tidak ada berkas; tidak ada yang dimasukkan."
                " Periksa nama folder, atau apakah kartunya sudah terpasang.",
                nama=", ".join(map(text_of, paths)),
            )
        )
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


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    add_verb(app, "intake", intake, N_("Masukkan berkas dan folder sebagai bukti."))
