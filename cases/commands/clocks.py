"""Verbs of clocks of cases: deadline list, date, dates, extend, withdraw, ics, print."""

from pathlib import Path
from typing import Annotated

import typer

from cases import clock
from cases.commands.files import need_new, write_new
from cases.commands.frame import add_family, add_verb, session
from cases.home import Home
from cases.language import N_
from cases.papers.forms.deadline_list import deadline_list
from cases.work import deadlines, extensions, times, triggers
from cases.work.calendar_file import write_calendar
from cases.work.cases import resolve_case
from cases.work.exhibits import resolve_exhibit
from cases.work.records import CaseId

Case = Annotated[str, typer.Argument(help=N_("Kasus; tanpa ini semua."))]
Out = Annotated[Path, typer.Option("-o", "--out", help=N_("Berkas yang ditulis."))]
Reason = Annotated[str, typer.Option(help=N_("Alasan."))]


def deadline_show(context: typer.Context, case: Case = "") -> None:
    """List the clocks that run, nearest first; of one case also those that are over."""
    here = session(context)
    with here.open() as home:
        found = _case(home, case)
        running = deadlines.read_deadlines(home, found)
        if found is None:
            here.tell({"deadlines": running})
            return
        here.tell(
            {
                "deadlines": running,
                "clocks": deadlines.read_clocks(home, found),
                "dates": triggers.read_triggers(home, found),
                "warnings": deadlines.read_cautions(home, found),
            }
        )


def deadline_date(
    context: typer.Context,
    case: str,
    event: Annotated[str, typer.Argument(help=N_("Peristiwa, misalnya diregistrasi."))],
    at: Annotated[str, typer.Argument(help=N_("Hari atau waktu."))],
    reason: Reason = "",
) -> None:
    """State the date of an event, or correct it with a reason; both dates stay."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        triggers.set_trigger(home, found, event, at, reason)
        here.tell(
            {
                "dates": triggers.read_triggers(home, found),
                "deadlines": deadlines.read_deadlines(home, found),
                "warnings": deadlines.read_cautions(home, found),
            }
        )


def deadline_extend(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    clock_id: Annotated[str, typer.Argument(help=N_("Jangka waktu, misalnya D8."))],
    ground: Annotated[str, typer.Option(help=N_("Alasan menurut aturan."))],
    at: Annotated[str, typer.Option(help=N_("Kapan diputuskan."))] = "",
    until: Annotated[str, typer.Option(help=N_("Batas yang ditetapkan kantor."))] = "",
    exhibit: Annotated[list[str] | None, typer.Option(help=N_("Bukti; boleh diulang."))] = None,
) -> None:
    """Extend a clock, with its ground."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        exhibits = tuple(resolve_exhibit(home, found, one) for one in exhibit or ())
        extensions.extend_deadline(
            home, found, clock_id, ground, at=at, until=until, exhibits=exhibits
        )
        here.tell({"deadlines": deadlines.read_deadlines(home, found)})


def deadline_withdraw(context: typer.Context, case: str, clock_id: str, reason: Reason) -> None:
    """Take the extension of a clock back."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        extensions.withdraw_extension(home, found, clock_id, reason)
        here.tell({"deadlines": deadlines.read_deadlines(home, found)})


def deadline_ics(context: typer.Context, out: Out, case: Case = "") -> None:
    """Write the clocks that run as a calendar file; cases are named by code only."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        found = deadlines.read_deadlines(home, _case(home, case))
        write_new(out, write_calendar(found, clock.now().wall))
        here.tell({"file": str(out), "deadlines": len(found)})


def deadline_print(context: typer.Context, out: Out, case: Case = "") -> None:
    """Write the list of clocks as a PDF."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        found = deadlines.read_deadlines(home, _case(home, case))
        today = times.as_stated(clock.now().wall, times.zone_of_region(home.officer.region))
        write_new(out, deadline_list(home.officer, found, today))
        here.tell({"file": str(out), "deadlines": len(found)})


def _case(home: Home, text: str) -> CaseId | None:
    return resolve_case(home, text) if text else None


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    family = add_family(app, "deadline", N_("Tenggat kasus."))
    add_verb(family, "list", deadline_show, N_("Tenggat yang berjalan, yang terdekat lebih dulu."))
    add_verb(family, "date", deadline_date, N_("Nyatakan atau perbaiki tanggal peristiwa."))
    add_verb(family, "extend", deadline_extend, N_("Perpanjang jangka waktu dengan alasannya."))
    add_verb(family, "withdraw", deadline_withdraw, N_("Tarik perpanjangan jangka waktu."))
    add_verb(family, "ics", deadline_ics, N_("Simpan tenggat sebagai berkas kalender."))
    add_verb(family, "print", deadline_print, N_("Simpan daftar tenggat sebagai PDF."))
