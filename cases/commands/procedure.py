"""Verbs of the procedure: moves, move, move-back, requirement, allege."""

from typing import Annotated

import typer

from cases.commands.frame import add_verb, session
from cases.home import Home
from cases.language import N_
from cases.work import allegations, handling, moving
from cases.work.cases import resolve_case
from cases.work.exhibits import resolve_exhibit
from cases.work.parties import resolve_party
from cases.work.records import CaseId, ExhibitId

Text = Annotated[str, typer.Option()]
Reason = Annotated[str, typer.Option(help=N_("Alasan."))]
Exhibits = Annotated[list[str] | None, typer.Option("--exhibit", help=N_("Bukti; boleh diulang."))]


def moves(context: typer.Context, case: str) -> None:
    """Show where a case stands, the steps that may be taken, and why others may not."""
    here = session(context)
    with here.open() as home:
        found = handling.read_handling(home, resolve_case(home, case))
        here.tell(
            {
                "case": found.case,
                "code": found.code,
                "pack": found.pack,
                "state": found.state,
                "state_text": found.state_text,
                "status": found.status,
                "source": found.source,
                "track": found.track,
                "category": found.category,
                "role": found.role,
                "contradicting": found.contradicting,
                "moves": [one for one in found.steps if not one.refused],
                "refused": [one for one in found.steps if one.refused],
                "requirements": found.requirements,
                "formal": found.formal,
                "material": found.material,
                "history": found.movements,
            }
        )


def move(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    step: Annotated[str, typer.Argument(help=N_("Langkah, lihat `moves`."))],
    at: Annotated[
        str, typer.Option(help=N_("Hari atau waktu langkah itu; tanpa ini sekarang."))
    ] = "",
    reason: Reason = "",
    track: Annotated[str, typer.Option(help="PENANGANAN_PENUH, PENERUSAN_LANGSUNG")] = "",
    category: Annotated[str, typer.Option(help="HUKUM_LAINNYA, ADMINISTRASI, PIDANA …")] = "",
    register: Annotated[str, typer.Option(help=N_("Nomor register."))] = "",
    exhibit: Exhibits = None,
) -> None:
    """Take a step of the procedure."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        moving.move_case(
            home,
            found,
            step,
            at=at,
            reason=reason,
            track=track,
            category=category,
            register=register,
            exhibits=_exhibits(home, found, exhibit),
        )
        _tell(context, home, found)


def move_back(context: typer.Context, case: str, reason: Reason) -> None:
    """Take back the last step, which was recorded by mistake; both stay in the record."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        moving.withdraw_move(home, found, reason)
        _tell(context, home, found)


def requirement(
    context: typer.Context,
    case: str,
    key: Annotated[str, typer.Argument(help=N_("Syarat, lihat `moves`."))],
    met: Annotated[str, typer.Argument(help=N_("ya, tidak, atau belum."))],
    note: Text = "",
    exhibit: Exhibits = None,
) -> None:
    """Say whether a formal or material requirement is met."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        moving.answer_requirement(
            home,
            found,
            key,
            "" if met == "belum" else met,
            note=note,
            exhibits=_exhibits(home, found, exhibit),
        )
        state = handling.read_handling(home, found)
        here.tell(
            {
                "formal": state.formal,
                "material": state.material,
                "requirements": state.requirements,
            }
        )


def allege(
    context: typer.Context,
    case: str,
    rule: Annotated[str, typer.Argument(help=N_("Nomor aturan, misalnya DS-01."))],
    party: Annotated[str, typer.Option(help=N_("Terlapor; tanpa ini semua."))] = "",
    reason: Reason = "",
    withdraw: Annotated[bool, typer.Option("--withdraw", help=N_("Tarik dugaan itu."))] = False,
) -> None:
    """Allege that a rule was broken, so that its questions are asked."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        who = resolve_party(home, found, party) if party else None
        if withdraw:
            allegations.withdraw_allegation(home, found, rule, party=who, reason=reason)
        else:
            allegations.allege(home, found, rule, party=who, reason=reason)
        here.tell(allegations.read_allegations(home, found))


def _tell(context: typer.Context, home: Home, case: CaseId) -> None:
    state = handling.read_handling(home, case)
    session(context).tell(
        {
            "case": state.case,
            "state": state.state,
            "state_text": state.state_text,
            "status": state.status,
            "source": state.source,
            "track": state.track,
            "category": state.category,
            "movement": state.movements[-1],
            "moves": [one.move for one in state.steps if not one.refused],
        }
    )


def _exhibits(home: Home, case: CaseId, named: list[str] | None) -> tuple[ExhibitId, ...]:
    return tuple(resolve_exhibit(home, case, one) for one in named or ())


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "moves", moves, N_("Keadaan kasus, langkah yang boleh, dan pasalnya."))
    add_verb(app, "move", move, N_("Catat satu langkah penanganan."))
    add_verb(app, "move-back", move_back, N_("Tarik langkah terakhir yang salah catat."))
    add_verb(app, "requirement", requirement, N_("Jawab syarat formal atau material."))
    add_verb(app, "allege", allege, N_("Nyatakan aturan yang diduga dilanggar."))
