"""Verbs of hearings: clarify."""

from typing import Annotated, Any

import typer

from cases.commands import calling
from cases.commands.calling import hearing_of
from cases.commands.frame import WrongUsage, add_family, add_verb, session
from cases.commands.people import nothing, value_of
from cases.commands.work import pairs
from cases.home import Home
from cases.language import N_, tr
from cases.work import answers, clarifications, parties
from cases.work.cases import read_case_file, resolve_case
from cases.work.hearing_cautions import read_hearing_cautions
from cases.work.records import CaseId, ClarificationRecord, QuestionRecord

Text = Annotated[str, typer.Option()]
ValueOption = Annotated[str, typer.Option(help=N_("Nilai fakta yang dinyatakan."))]
FLAGS = ("read_back", "consent")


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


def clarify_check(context: typer.Context, case: str, number: int) -> None:
    """Say what about a hearing needs attention, and where persons contradict each other."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        file = read_case_file(home, found)
        here.tell(
            {
                "cautions": read_hearing_cautions(home, found, hearing_of(file, number).id),
                "contradictions": [fact for fact in file.facts if fact.contradicting],
            }
        )


def clarify_ask(
    context: typer.Context,
    case: str,
    number: int,
    text: str,
    follows: Annotated[int, typer.Option(help=N_("Nomor pertanyaan yang disusul."))] = 0,
) -> None:
    """Put a question of one's own, perhaps as a follow-up."""
    here = session(context)
    with here.open() as home:
        hearing = hearing_of(read_case_file(home, resolve_case(home, case)), number)
        before = _question(hearing, follows).id if follows else ""
        made = answers.add_question(home, hearing.id, text, follows=before).made
        here.tell({"question": made})


def clarify_unask(
    context: typer.Context, case: str, number: int, question: int, reason: Text = ""
) -> None:
    """Take a question out that was not answered."""
    here = session(context)
    with here.open() as home:
        hearing = hearing_of(read_case_file(home, resolve_case(home, case)), number)
        asked = _question(hearing, question)
        answers.withdraw_question(home, asked.id, reason)
        here.tell({"question": asked.id})


def clarify_answer(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    number: int,
    question: int,
    answer: str,
    value: ValueOption = "",
    refused: Annotated[bool, typer.Option("--refused", help=N_("Tidak mau menjawab."))] = False,
) -> None:
    """Record an answer; a value becomes a statement of the person who was asked."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        asked = _question(hearing_of(read_case_file(home, found), number), question)
        given = _given(home, found, asked, (answer, value))
        given["refused"] = refused
        answers.answer_question(home, asked.id, **given)
        here.tell({"question": asked.id})


def clarify_correct(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    number: int,
    question: int,
    answer: str,
    reason: Annotated[str, typer.Option(help=N_("Alasan perubahan."))],
    value: ValueOption = "",
) -> None:
    """Record a change after the reading back; both texts stand."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        asked = _question(hearing_of(read_case_file(home, found), number), question)
        given = _given(home, found, asked, (answer, value))
        answers.correct_answer(home, asked.id, reason, **given)
        here.tell(_question(hearing_of(read_case_file(home, found), number), question))


def _given(
    home: Home, case: CaseId, asked: QuestionRecord, said: tuple[str, str]
) -> answers.Answer:
    words, value = said
    stated = value_of(home, case, asked.fact, value) if value and asked.fact else None
    return answers.Answer(answer=words, value=stated)


def clarify_edit(
    context: typer.Context,
    case: str,
    number: int,
    field: Annotated[list[str], typer.Argument(help=N_("oath=bersedia started_at=…"))],
) -> None:
    """Set fields of a hearing: oath, times, signature …"""
    here = session(context)
    fields: dict[str, Any] = dict(pairs(field))
    for flag in FLAGS:
        if flag in fields:
            fields[flag] = fields[flag].casefold() == "ya"
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
        hearing = hearing_of(read_case_file(home, found), number)
        clarifications.edit_clarification(home, hearing.id, **fields)
        here.tell(hearing_of(read_case_file(home, found), number))


def _question(hearing: ClarificationRecord, number: int) -> QuestionRecord:
    for question in hearing.questions:
        if question.number == number:
            return question
    raise nothing(tr("pertanyaan {n}", n=number))


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    clarify = add_family(app, "clarify", N_("Klarifikasi."))
    add_verb(clarify, "plan", clarify_plan, N_("Rencanakan klarifikasi dengan pertanyaannya."))
    add_verb(clarify, "show", clarify_show, N_("Tampilkan klarifikasi sebuah kasus."))
    add_verb(clarify, "check", clarify_check, N_("Tampilkan yang perlu diperhatikan."))
    add_verb(clarify, "ask", clarify_ask, N_("Ajukan pertanyaan sendiri atau susulan."))
    add_verb(clarify, "unask", clarify_unask, N_("Tarik pertanyaan yang belum dijawab."))
    add_verb(clarify, "answer", clarify_answer, N_("Catat jawaban."))
    add_verb(clarify, "correct", clarify_correct, N_("Catat perubahan setelah dibacakan."))
    add_verb(clarify, "edit", clarify_edit, N_("Isi sumpah, waktu, tanda tangan dan lainnya."))
    calling.add_to(clarify)
