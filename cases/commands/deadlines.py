"""`netra deadlines FILE`: the clocks of a procedure, without a home."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cases.commands.documents import LARGEST, read_document
from cases.commands.files import read_file
from cases.commands.frame import add_verb, session
from cases.language import N_
from cases.work import packs
from cases.work.clock_words import caution_text, reason_text
from cases.work.refusals import refusal
from rules.deadlines import Day, Deadline, compute, read_request
from rules.errors import RuleError


def deadlines_file(
    context: typer.Context,
    file: Path,
    everything: Annotated[bool, typer.Option("--all", help=N_("Juga hari demi hari."))] = False,
) -> None:
    """Compute the deadlines of the events in a JSON or TOML file. Needs no home."""
    found = deadlines_document(read_file(file, LARGEST), file.suffix)
    clocks = [{k: v for k, v in one.items() if k != "days"} for one in found["deadlines"]]
    session(context).tell(found, None if everything else {**found, "deadlines": clocks})


def deadlines_document(data: bytes, media: str = "") -> dict[str, Any]:
    """Compute the deadlines asked for in `data`; `media` ends in json or toml, or is empty."""
    pack = packs.load(packs.newest())
    try:
        request = read_request(pack.deadlines, read_document(data, media))
    except RuleError as error:
        raise refusal(error) from error
    result = compute(pack.deadlines, pack.holidays, pack.stages, request)
    return {
        "deadlines": [_deadline(one) for one in result.deadlines],
        "warnings": [caution_text(pack.deadlines, caution) for caution in result.cautions],
        "holidays_as_of": result.table.isoformat(),
    }


def _deadline(one: Deadline) -> dict[str, Any]:
    return {
        "id": one.clock.id,
        "step": one.clock.step,
        "trigger": one.clock.trigger,
        "limit": one.limit.isoformat(),
        "safe": one.safe.isoformat(),
        "practical": one.practical.isoformat() if one.practical else None,
        "unit": one.clock.unit,
        "basis": f"{one.clock.article} ({one.clock.confidence})",
        "days": [_day(day) for day in one.days],
    }


def _day(day: Day) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(),
        "counted": day.counted,
        "number": day.number,
        "reason": reason_text(day.reason) if day.reason else "",
    }


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    add_verb(app, "deadlines", deadlines_file, N_("Hitung tenggat dari berkas JSON atau TOML."))
