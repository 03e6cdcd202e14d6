"""Verbs of the laptop: watch (the folder “Netra masuk”), status, clock."""

from pathlib import Path
from threading import Event
from typing import Annotated, Any

import typer

from cases.commands.frame import add_family, add_verb, session, stoppable
from cases.commands.plain import say
from cases.intake.brought import unfinished
from cases.intake.leftovers import leftovers
from cases.intake.naming import text_of
from cases.intake.outcome import REFUSED, IntakeResult
from cases.intake.previews import make_previews
from cases.intake.selection import keep_out
from cases.intake.watched import Watched
from cases.language import N_, tr
from cases.office.holdings import only_here
from cases.progress import Progress
from cases.work.cases import resolve_case
from cases.work.laptop_clock import clock_trouble, keep_clock, look_at_clock
from cases.work.machine import last_backup, low_battery


def watch(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Option(help=N_("Folder lain daripada “Netra masuk”."))
    ] = None,
    case: Annotated[str, typer.Option(help=N_("Kasus; tanpa ini yang belum dipilah."))] = "",
    every: Annotated[float, typer.Option(help=N_("Detik antara dua penglihatan."))] = 2.0,
    *,
    once: Annotated[
        bool, typer.Option("--once", help=N_("Lihat dua kali, lalu selesai."))
    ] = False,
) -> None:
    """Take in what is put into the watched folder, until Ctrl+C; with --once what is there."""
    here = session(context)
    with here.open() as home, stoppable() as progress:
        found = resolve_case(home, case) if case else None
        watched = Watched(home, folder)
        keep_out(home, [watched.folder])
        say(tr("Folder yang dilihat: {nama}", nama=watched.folder))
        results: list[IntakeResult] = []
        watched.look()
        while not progress.cancelled:
            _wait(progress, every)
            if (result := watched.take(case=found, progress=Progress())) is not None:
                make_previews(home)
                results.append(result)
            if once:
                break
    here.tell({"folder": str(watched.folder), **_together(results)})
    if any(result.count(REFUSED) for result in results):
        raise typer.Exit(1)


def _wait(progress: Progress, seconds: float) -> None:
    """Wait, but no longer than until Ctrl+C."""
    quiet, step = Event(), 0.1
    while seconds > 0 and not progress.cancelled:
        quiet.wait(min(step, seconds))
        seconds -= step


def _together(results: list[IntakeResult]) -> dict[str, Any]:
    counts: dict[str, Any] = IntakeResult(()).to_json()
    for result in results:
        for key, value in result.to_json().items():
            counts[key] += value
    return counts


def status(context: typer.Context) -> None:
    """Say what stands out on this laptop: what is only here, copies left, battery, clock."""
    here = session(context)
    with here.open() as home:
        look_at_clock(home)
        trouble = clock_trouble(home)
        here.tell(
            {
                "only_here": only_here(home),
                "leftovers": leftovers(home),
                "unfinished": [
                    {
                        "case": one.case,
                        "begun_at": one.begun_at,
                        "paths": list(map(text_of, one.paths)),
                    }
                    for one in unfinished(home)
                ],
                "last_backup": last_backup(home),
                "battery_low": low_battery(),
                "clock": trouble,
                "clock_text": trouble.text if trouble else None,
            }
        )


def clock_keep(context: typer.Context, reason: str) -> None:
    """Go on with the laptop's clock as it is, and record why."""
    here = session(context)
    with here.open() as home:
        look_at_clock(home)
        keep_clock(home, reason)
        here.tell({"clock": clock_trouble(home)})


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "watch", watch, N_("Masukkan apa yang disalin ke folder “Netra masuk”."))
    add_verb(app, "status", status, N_("Keadaan laptop: yang hanya di sini, baterai, jam."))
    clock = add_family(app, "clock", N_("Jam laptop."))
    add_verb(clock, "keep", clock_keep, N_("Tetap pakai jam ini, dengan alasan."))
