"""Verbs of captures of social media: capture describe, recheck, list, due, propose, accept."""

from typing import Annotated, Any

import typer

from cases.commands.frame import WrongUsage, add_family, add_verb, session
from cases.commands.people import value_of
from cases.commands.work import pairs
from cases.home import Home
from cases.language import N_, tr
from cases.work import captures
from cases.work.capture_facts import accept_capture, capture_proposals
from cases.work.capture_records import CHECKLIST, list_captures, read_capture
from cases.work.cases import read_case_file, resolve_case
from cases.work.exhibits import resolve_exhibit
from cases.work.incidents import resolve_incident
from cases.work.parties import resolve_party
from cases.work.rechecks import due_rechecks
from cases.work.records import CaseId, ExhibitId

InCase = Annotated[str, typer.Option(help=N_("Kasus; tanpa ini yang belum dipilah."))]
Maybe = Annotated[str | None, typer.Option()]
_YES_NO = {"ya": True, "tidak": False}


def describe(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    exhibit: str,
    case: InCase = "",
    url: Maybe = None,
    platform: Maybe = None,
    account: Maybe = None,
    post_at: Maybe = None,
    captured_at: Maybe = None,
    by: Annotated[
        str | None, typer.Option(help=N_("Pihak yang menangkap; kosong: petugas."))
    ] = None,
    visible: Annotated[
        list[str] | None,
        typer.Option(help=N_("account, url, time, whole: nama=ya atau nama=tidak.")),
    ] = None,
) -> None:
    """Say what a screenshot or saved page captures."""
    here = session(context)
    given: dict[str, Any] = {
        "url": url,
        "platform": platform,
        "account": account,
        "post_at": post_at,
        "captured_at": captured_at,
    }
    fields = {name: value for name, value in given.items() if value is not None}
    ticked = {name: truth(value) for name, value in pairs(visible or [])}
    with here.open() as home:
        found, one = _named(home, case, exhibit)
        if by is not None:
            fields["captured_by"] = resolve_party(home, found, by) if by and found else by
        if ticked:
            known = {one.exhibit: dict(one.visible) for one in list_captures(home, found)}
            fields["visible"] = {**known.get(one, {}), **ticked}
        captures.describe_capture(home, one, case=found, **fields)
        here.tell(read_capture(home, one, found))


def recheck(
    context: typer.Context,
    exhibit: str,
    online: Annotated[str, typer.Option(help=N_("ya atau tidak: masih tayang?"))],
    case: InCase = "",
    at: Annotated[str, typer.Option(help=N_("Waktu diperiksa; tanpa ini sekarang."))] = "",
) -> None:
    """Record whether what was captured is still online."""
    here = session(context)
    still = truth(online)
    with here.open() as home:
        found, one = _named(home, case, exhibit)
        captures.recheck_capture(home, one, still_online=still, at=at)
        here.tell(read_capture(home, one, found))


def list_all(context: typer.Context, case: Annotated[str, typer.Argument()] = "") -> None:
    """List the captures of a case, or those that stand in no case yet."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case) if case else None
        here.tell({"checklist": list(CHECKLIST), "captures": list(list_captures(home, found))})


def due(context: typer.Context, today: Annotated[str, typer.Option()] = "") -> None:
    """List the captures to look for again today."""
    here = session(context)
    with here.open() as home:
        here.tell({"due": list(due_rechecks(home, today))})


def propose(context: typer.Context, case: str, exhibit: str) -> None:
    """Show which facts a capture suggests; nothing is stated."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        one = resolve_exhibit(home, found, exhibit)
        here.tell({"proposals": list(capture_proposals(home, found, one))})


def accept(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    exhibit: str,
    incident: str,
    party: Annotated[
        str, typer.Option(help=N_("Terlapor, misalnya T-01; tanpa ini peristiwanya."))
    ] = "",
    fact: Annotated[
        list[str] | None, typer.Option(help=N_("Fakta yang diterima; tanpa ini semua."))
    ] = None,
    also: Annotated[
        list[str] | None, typer.Option(help=N_("Fakta lain yang tampak: fakta=nilai."))
    ] = None,
) -> None:
    """State what a capture suggests, bound to the exhibit."""
    here = session(context)
    more = pairs(also or [])
    with here.open() as home:
        found = resolve_case(home, case)
        one = resolve_exhibit(home, found, exhibit)
        accept_capture(
            home,
            resolve_incident(home, found, incident),
            one,
            fact,
            case=found,
            party=resolve_party(home, found, party) if party else None,
            also={key: value_of(home, found, key, text) for key, text in more},
        )
        states = read_case_file(home, found).facts
        bound = [said for state in states for said in state.statements if one in said.exhibits]
        here.tell({"statements": bound})


def truth(text: str) -> bool:
    """Read ya or tidak."""
    if text.casefold() not in _YES_NO:
        raise WrongUsage(tr("Tulis ya atau tidak."))
    return _YES_NO[text.casefold()]


def _named(home: Home, case: str, exhibit: str) -> tuple[CaseId | None, ExhibitId]:
    found = resolve_case(home, case) if case else None
    return found, resolve_exhibit(home, found, exhibit)


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    capture = add_family(app, "capture", N_("Tangkapan media sosial."))
    add_verb(capture, "describe", describe, N_("Uraikan tangkapan: alamat, akun, waktu."))
    add_verb(capture, "recheck", recheck, N_("Catat apakah konten masih tayang."))
    add_verb(capture, "list", list_all, N_("Daftar tangkapan media sosial."))
    add_verb(capture, "due", due, N_("Tangkapan yang perlu diperiksa ulang."))
    add_verb(capture, "propose", propose, N_("Fakta yang diusulkan sebuah tangkapan."))
    add_verb(capture, "accept", accept, N_("Nyatakan fakta yang diusulkan tangkapan."))
