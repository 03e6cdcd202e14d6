"""Verbs of prevention: new, list, edit, withdraw."""

from typing import Annotated

import typer

from cases.commands.frame import add_family, add_verb, session
from cases.home import Home
from cases.language import N_
from cases.work import prevention
from cases.work.exhibits import resolve_exhibit
from cases.work.records import ExhibitId, Place

Text = Annotated[str, typer.Option()]
Maybe = Annotated[str | None, typer.Option()]
Kind = Annotated[str, typer.Option(help=", ".join(prevention.KINDS))]
Exhibits = Annotated[list[str] | None, typer.Option("--exhibit", help=N_("Bukti; boleh diulang."))]


def prevention_new(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    kind: Kind,
    title: Annotated[str, typer.Option(help=N_("Perihal."))],
    audience: Annotated[str, typer.Option(help=N_("Sasaran."))] = "",
    starts_at: Text = "",
    ends_at: Text = "",
    place: Annotated[str, typer.Option(help=N_("Kode wilayah."))] = "",
    place_text: Text = "",
    description: Text = "",
    exhibit: Exhibits = None,
) -> None:
    """Record an appeal, a socialisation or another act of prevention."""
    here = session(context)
    with here.open() as home:
        made = prevention.record_prevention(
            home,
            kind=kind,
            title=title,
            audience=audience,
            starts_at=starts_at,
            ends_at=ends_at,
            place=Place(text=place_text, code=place),
            description=description,
            exhibits=_exhibits(home, exhibit),
        ).made
        here.tell(_one(home, made))


def prevention_edit(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    activity: str,
    kind: Maybe = None,
    title: Maybe = None,
    audience: Maybe = None,
    starts_at: Maybe = None,
    ends_at: Maybe = None,
    place_text: Maybe = None,
    description: Maybe = None,
    exhibit: Exhibits = None,
) -> None:
    """Change fields of an act of prevention."""
    here = session(context)
    given = {
        "kind": kind,
        "title": title,
        "audience": audience,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "description": description,
    }
    fields = prevention.PreventionFields(**{k: v for k, v in given.items() if v is not None})  # type: ignore[typeddict-item]
    with here.open() as home:
        wanted = prevention.resolve_prevention(home, activity)
        if place_text is not None:
            fields["place"] = Place(text=place_text)
        if exhibit is not None:
            fields["exhibits"] = _exhibits(home, exhibit)
        prevention.edit_prevention(home, wanted, **fields)
        here.tell(_one(home, wanted))


def prevention_list(context: typer.Context) -> None:
    """List the acts of prevention."""
    here = session(context)
    with here.open() as home:
        here.tell(prevention.list_prevention(home))


def prevention_withdraw(
    context: typer.Context,
    activity: str,
    reason: Annotated[str, typer.Option(help=N_("Alasan."))],
) -> None:
    """Take back an entry that was made by mistake; it stays readable."""
    here = session(context)
    with here.open() as home:
        wanted = prevention.resolve_prevention(home, activity)
        prevention.withdraw_prevention(home, wanted, reason)
        here.tell(_one(home, wanted))


def _one(home: Home, wanted: str) -> prevention.PreventionRecord:
    return next(one for one in prevention.list_prevention(home) if one.id == wanted)


def _exhibits(home: Home, named: list[str] | None) -> tuple[ExhibitId, ...]:
    return tuple(resolve_exhibit(home, None, one) for one in named or ())


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    family = add_family(app, "prevention", N_("Pencegahan: imbauan, sosialisasi."))
    add_verb(family, "new", prevention_new, N_("Catat kegiatan pencegahan."))
    add_verb(family, "edit", prevention_edit, N_("Ubah isian kegiatan pencegahan."))
    add_verb(family, "list", prevention_list, N_("Daftar kegiatan pencegahan."))
    add_verb(family, "withdraw", prevention_withdraw, N_("Tarik catatan yang salah."))
