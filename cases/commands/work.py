"""Verbs of case work: case, incident, search."""

from typing import Annotated

import typer

from cases.commands.frame import session
from cases.work import cases, incidents
from cases.work.records import Place, Regime, Source
from cases.work.search import search as find

Title = Annotated[str, typer.Option(help="Judul.")]
Text = Annotated[str, typer.Option()]
Maybe = Annotated[str | None, typer.Option()]


def case_new(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    title: Title,
    regime: Annotated[Regime, typer.Option(help="PEMILU atau PILKADA.", case_sensitive=False)],
    source: Annotated[Source, typer.Option(help="temuan, laporan, informasi_awal.")],
    found_at: Text = "",
    known_at: Text = "",
    place: Annotated[str, typer.Option(help="Kode wilayah.")] = "",
    place_text: Annotated[str, typer.Option(help="Nama tempat.")] = "",
) -> None:
    """Open a case under a provisional code."""
    here = session(context)
    with here.open() as home:
        made = cases.open_case(
            home,
            title=title,
            regime=regime,
            source=source,
            found_at=found_at,
            known_at=known_at,
            place=Place(text=place_text, code=place),
        ).made
        record = cases.read_case_file(home, cases.resolve_case(home, made)).case
        here.tell({"case": record.id, "code": record.code})


def case_list(context: typer.Context) -> None:
    """List all cases, last touched first."""
    here = session(context)
    with here.open() as home:
        here.tell(cases.list_cases(home))


def case_show(context: typer.Context, case: str) -> None:
    """Show everything of a case, without particulars."""
    here = session(context)
    with here.open() as home:
        here.tell(cases.read_case_file(home, cases.resolve_case(home, case)))


def case_edit(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    title: Maybe = None,
    found_at: Maybe = None,
    known_at: Maybe = None,
    register: Maybe = None,
    status: Maybe = None,
    date: Annotated[
        list[str] | None, typer.Option(help="Peristiwa=waktu, misalnya diregistrasi=2024-10-07.")
    ] = None,
) -> None:
    """Change fields of a case."""
    here = session(context)
    given = {
        "title": title,
        "found_at": found_at,
        "known_at": known_at,
        "register": register,
        "status": status,
    }
    fields = cases.CaseFields(**{k: v for k, v in given.items() if v is not None})  # type: ignore[typeddict-item]
    with here.open() as home:
        found = cases.resolve_case(home, case)
        if date:
            known = cases.read_case_file(home, found).case.dates
            fields["dates"] = {**dict(known), **dict(pairs(date))}
        cases.edit_case(home, found, **fields)
        here.tell(cases.read_case_file(home, found).case)


def pairs(given: list[str]) -> list[tuple[str, str]]:
    """Split `name=value` options."""
    split = [item.partition("=") for item in given]
    for name, sign, _ in split:
        if not (name and sign):
            raise typer.BadParameter("NAME=VALUE")
    return [(name.strip(), value.strip()) for name, _, value in split]


def incident_new(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    title: Title,
    case: Annotated[str, typer.Option(help="Kasus; tanpa ini berdiri sendiri.")] = "",
    kind: Annotated[str, typer.Option(help="KAMPANYE, DEKLARASI …")] = "",
    election: Annotated[str, typer.Option(help="PILBUP_WALI, PILGUB …")] = "",
    contestant: Text = "",
    starts_at: Text = "",
    ends_at: Text = "",
    place: Annotated[str, typer.Option(help="Kode wilayah.")] = "",
    place_text: Text = "",
    description: Text = "",
) -> None:
    """Record an incident."""
    here = session(context)
    with here.open() as home:
        found = cases.resolve_case(home, case) if case else None
        made = incidents.record_incident(
            home,
            case=found,
            title=title,
            kind=kind,
            election=election,
            contestant=contestant,
            starts_at=starts_at,
            ends_at=ends_at,
            place=Place(text=place_text, code=place),
            description=description,
        ).made
        (record,) = [one for one in incidents.list_incidents(home, found) if one.id == made]
        here.tell({"incident": record.id, "code": record.code})


def incident_list(context: typer.Context, case: Annotated[str, typer.Option()] = "") -> None:
    """List the incidents of a case, or those that stand alone."""
    here = session(context)
    with here.open() as home:
        found = cases.resolve_case(home, case) if case else None
        here.tell(incidents.list_incidents(home, found))


def incident_link(context: typer.Context, incident: str, case: str) -> None:
    """Copy an incident that stands alone into a case."""
    here = session(context)
    with here.open() as home:
        found = cases.resolve_case(home, case)
        one = incidents.resolve_incident(home, None, incident)
        incidents.link_incident(home, one, found)
        here.tell(incidents.list_incidents(home, found))


def search(context: typer.Context, text: str) -> None:
    """Search titles, places, captions, file names and statements."""
    here = session(context)
    with here.open() as home:
        here.tell(find(home, text))


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    case, incident = typer.Typer(), typer.Typer()
    case.command("new")(case_new)
    case.command("list")(case_list)
    case.command("show")(case_show)
    case.command("edit")(case_edit)
    incident.command("new")(incident_new)
    incident.command("list")(incident_list)
    incident.command("link")(incident_link)
    app.add_typer(case, name="case", help="Kasus.")
    app.add_typer(incident, name="incident", help="Peristiwa.")
    app.command()(search)
