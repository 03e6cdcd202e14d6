"""Verbs of hearings: clarify."""

from typing import Annotated, Any

import typer

from cases.commands.frame import WrongUsage, add_family, add_verb, session
from cases.commands.people import nothing, value_of
from cases.commands.work import pairs
from cases.language import N_, tr
from cases.work import clarifications, parties
from cases.work.cases import read_case_file, resolve_case
from cases.work.overview import CaseFile
from cases.work.records import ClarificationRecord

Text = Annotated[str, typer.Option()]


def clarify_plan(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    party: str,
    scheduled_at: Text = "",
    place: Text = "",
    mode: Text = "tatap_muka",
    mode_reason: Text = "",
    assignment: Text = "",
) -> None:
    """Plan a hearing, with a question for each missing fact."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        made = clarifications.start_clarification(
            home,
            found,
            parties.resolve_party(home, found, party),
            scheduled_at=scheduled_at,
            place=place,
            mode=mode,
            mode_reason=mode_reason,
            assignment=assignment,
        ).made
        file = read_case_file(home, found)
        here.tell(next(one for one in file.clarifications if one.id == made))


def clarify_show(context: typer.Context, case: str) -> None:
    """Show the hearings of a case with their questions and answers."""
    here = session(context)
    with here.open() as home:
        here.tell(read_case_file(home, resolve_case(home, case)).clarifications)


def clarify_ask(context: typer.Context, case: str, number: int, text: str) -> None:
    """Put a question of one's own."""
    here = session(context)
    with here.open() as home:
        file = read_case_file(home, resolve_case(home, case))
        made = clarifications.add_question(home, _hearing(file, number).id, text).made
        here.tell({"question": made})


def clarify_answer(
    context: typer.Context,
    case: str,
    number: int,
    question: int,
    answer: str,
    value: Annotated[str, typer.Option(help=N_("Nilai fakta yang dinyatakan."))] = "",
) -> None:
    """Record an answer; a value becomes a statement of the person who was asked."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        hearing = _hearing(read_case_file(home, found), number)
        asked = [one for one in hearing.questions if one.number == question]
        if not asked:
            raise nothing(tr("pertanyaan {n}", n=question))
        fact = asked[0].fact
        stated = value_of(home, found, fact, value) if value and fact else None
        clarifications.answer_question(home, asked[0].id, answer=answer, value=stated)
        here.tell({"question": asked[0].id})


def clarify_edit(
    context: typer.Context,
    case: str,
    number: int,
    field: Annotated[list[str], typer.Argument(help=N_("oath=bersedia started_at=…"))],
) -> None:
    """Set fields of a hearing: oath, times, signature …"""
    here = session(context)
    fields: dict[str, Any] = dict(pairs(field))
    if "read_back" in fields:
        fields["read_back"] = fields["read_back"].casefold() == "ya"
    if "officers" in fields:
        fields["officers"] = fields["officers"].split(",")
    unknown = (
        set(fields)
        - set(clarifications.HearingFields.__annotations__)
        - set(clarifications.HearingPlan.__annotations__)
    )
    if unknown:
        raise WrongUsage(
            tr("Isian {names} tidak ada pada klarifikasi.", names=", ".join(sorted(unknown)))
        )
    with here.open() as home:
        found = resolve_case(home, case)
        hearing = _hearing(read_case_file(home, found), number)
        clarifications.edit_clarification(home, hearing.id, **fields)
        here.tell(_hearing(read_case_file(home, found), number))


def _hearing(file: CaseFile, number: int) -> ClarificationRecord:
    for hearing in file.clarifications:
        if hearing.number == number:
            return hearing
    raise nothing(tr("klarifikasi {n}", n=number))


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    clarify = add_family(app, "clarify", N_("Klarifikasi."))
    add_verb(clarify, "plan", clarify_plan, N_("Rencanakan klarifikasi dengan pertanyaannya."))
    add_verb(clarify, "show", clarify_show, N_("Tampilkan klarifikasi sebuah kasus."))
    add_verb(clarify, "ask", clarify_ask, N_("Ajukan pertanyaan sendiri."))
    add_verb(clarify, "answer", clarify_answer, N_("Catat jawaban."))
    add_verb(clarify, "edit", clarify_edit, N_("Isi sumpah, waktu, tanda tangan dan lainnya."))
