"""
Making a paper final: it gets number and day, loses the mark DRAF, and is kept with its hash.

Number and day are content: they are filled in first, and the paper is then made of the case as it
stands, so that the same content head gives the same bytes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Unpack

from sqlalchemy import select

from cases import clock
from cases.home import Home
from cases.papers.gathering import PaperChoice, gather
from cases.papers.listed import day_of
from cases.papers.making import MadePaper, make_paper
from cases.papers.sources import typed_in
from cases.tables import paper as paper_table
from cases.work.cases import read_case_file
from cases.work.filled import fill_paper
from cases.work.records import CaseId
from cases.work.stated import time as stated_time

_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_FIRST = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Final:
    """What a paper gets when it is made final; an empty part is left as it is filled in."""

    number: str = ""
    date: str = ""


def finalise(
    home: Home, case: CaseId, form: str, given: Final, **choice: Unpack[PaperChoice]
) -> MadePaper:
    """Fill in number and day, and make the paper final."""
    plain: PaperChoice = {**choice, "blank": True, "redacted": False}
    _, context = gather(home, case, form, plain)
    about = context.about(form)
    day = stated_time(home, given.date)[:10] if given.date else ""
    for field, value in (("nomor", given.number.strip()), ("tanggal", day)):
        if value:
            fill_paper(home, case, form, field, value, about)
    chosen: PaperChoice = {**choice, "final": True, "blank": False}
    return make_paper(home, case, form, **chosen)


def proposal(home: Home, case: CaseId, form: str, **choice: Unpack[PaperChoice]) -> Final:
    """Propose number and day: what is filled in, else the next number by the pack's pattern."""
    plain: PaperChoice = {**choice, "blank": True, "redacted": False}
    _, context = gather(home, case, form, plain)
    file = read_case_file(home, case)
    about = context.about(form)
    entry = context.entry(file, form, day_of(form, file, context))
    day = typed_in(file, form, about, "tanggal") or clock.today()
    number = typed_in(file, form, about, "nomor")
    if not number and entry.number:
        number = _made(entry.number, _next(home, form), context.office.code, day)
    return Final(number, day)


def _made(pattern: str, sequence: int, office: str, day: str) -> str:
    on = date.fromisoformat(day)
    return pattern.format(
        seq=f"{sequence:03d}",
        office=office or "…",
        month=_MONTHS[on.month - 1],
        mm=f"{on.month:02d}",
        year=on.year,
    )


def _next(home: Home, form: str) -> int:
    """Give the number after the highest that a final paper of this form has here."""
    with home.read() as connection:
        query = select(paper_table.c.number).where(
            paper_table.c.form == form, paper_table.c.final == 1
        )
        return max(_firsts(connection.execute(query).scalars()), default=0) + 1


def _firsts(numbers: Iterable[str]) -> Iterable[int]:
    for number in numbers:
        found = _FIRST.match(number)
        if found:
            yield int(found[0][:9])
