"""Verbs around a hearing: invitations, delivery, absence, copies of the minutes."""

from typing import Annotated

import typer

from cases.commands.frame import add_verb, session
from cases.commands.people import nothing
from cases.home import Home
from cases.language import N_, tr
from cases.work import invitations
from cases.work.cases import read_case_file, resolve_case
from cases.work.exhibits import resolve_exhibit
from cases.work.overview import CaseFile
from cases.work.records import CaseId, ClarificationRecord

Text = Annotated[str, typer.Option()]


def clarify_invite(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    number: int,
    letter: Annotated[str, typer.Option(help=N_("Nomor surat undangan."))] = "",
    sent_at: Text = "",
    how: Annotated[str, typer.Option(help=", ".join(invitations.WAYS))] = "langsung",
    scheduled_at: Text = "",
    place: Text = "",
) -> None:
    """Record that an invitation went out; after an absence it is the second one."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        invitations.invite(
            home,
            _hearing(home, found, number).id,
            letter=letter,
            sent_at=sent_at,
            how=how,
            scheduled_at=scheduled_at,
            place=place,
        )
        here.tell(_hearing(home, found, number).invitations[-1])


def clarify_delivered(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    number: int,
    received_at: Text = "",
    receiver: Annotated[str, typer.Option(help=N_("Penerima, tanpa nama."))] = "",
    exhibit: Annotated[str, typer.Option(help=N_("Kode bukti penyampaian."))] = "",
    note: Text = "",
) -> None:
    """Record that the last invitation arrived."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        sent = _hearing(home, found, number).invitations
        if not sent:
            raise nothing(tr("undangan klarifikasi {n}", n=number))
        proof = resolve_exhibit(home, found, exhibit) if exhibit else ""
        invitations.deliver(
            home,
            sent[-1].id,
            received_at=received_at,
            receiver=receiver,
            exhibit=proof,
            note=note,
        )
        here.tell(_hearing(home, found, number).invitations[-1])


def clarify_absent(
    context: typer.Context, case: str, number: int, at: Text = "", reason: Text = ""
) -> None:
    """Record that the person did not come."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        invitations.miss(home, _hearing(home, found, number).id, at=at, reason=reason)
        here.tell(_hearing(home, found, number).invitations[-1])


def clarify_cancel(
    context: typer.Context,
    case: str,
    number: int,
    reason: Annotated[str, typer.Option(help=N_("Alasan pembatalan."))],
    decision: Annotated[str, typer.Option(help=N_("Keputusan siapa, misalnya pleno."))] = "",
) -> None:
    """Record that a hearing is not held."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        hearing = _hearing(home, found, number)
        invitations.cancel(home, hearing.id, reason, decision=decision)
        here.tell(_hearing(home, found, number))


def clarify_hand_over(
    context: typer.Context, case: str, number: int, at: Text = "", receiver: Text = ""
) -> None:
    """Record that a copy of the minutes was given."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        hearing = _hearing(home, found, number)
        invitations.hand_over(home, hearing.id, at=at, receiver=receiver)
        here.tell(_hearing(home, found, number).handovers[-1])


def _hearing(home: Home, case: CaseId, number: int) -> ClarificationRecord:
    return hearing_of(read_case_file(home, case), number)


def hearing_of(file: CaseFile, number: int) -> ClarificationRecord:
    """Find a hearing by its number."""
    for hearing in file.clarifications:
        if hearing.number == number:
            return hearing
    raise nothing(tr("klarifikasi {n}", n=number))


def add_to(clarify: typer.Typer) -> None:
    """Add the verbs to the family of clarifications."""
    add_verb(clarify, "invite", clarify_invite, N_("Catat undangan yang dikirim."))
    add_verb(clarify, "delivered", clarify_delivered, N_("Catat undangan yang diterima."))
    add_verb(clarify, "absent", clarify_absent, N_("Catat ketidakhadiran."))
    add_verb(clarify, "cancel", clarify_cancel, N_("Catat klarifikasi yang dibatalkan."))
    add_verb(clarify, "hand-over", clarify_hand_over, N_("Catat penyerahan salinan."))
