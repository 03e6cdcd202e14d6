"""Verbs of case work: case, incident, search."""

from dataclasses import asdict, replace
from typing import Annotated, Any

import typer

from cases.commands import finding
from cases.commands.frame import WrongUsage, add_family, add_verb, session
from cases.commands.plain import say
from cases.home import Home
from cases.language import N_, tr
from cases.work import cases, incidents
from cases.work.corrections import NO_REASON, has_left
from cases.work.records import CaseId, Place, Regime, Source

Title = Annotated[str, typer.Option(help=N_("Judul."))]
Text = Annotated[str, typer.Option()]
InCase = Annotated[str, typer.Option(help=N_("Kasus; tanpa ini berdiri sendiri."))]
Maybe = Annotated[str | None, typer.Option()]


def case_new(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    title: Title,
    regime: Annotated[Regime, typer.Option(help="PEMILU, PILKADA", case_sensitive=False)],
    source: Annotated[
        Source, typer.Option(help="temuan, laporan, informasi_awal", case_sensitive=False)
    ],
    found_at: Text = "",
    known_at: Text = "",
    place: Annotated[str, typer.Option(help=N_("Kode wilayah."))] = "",
    place_text: Annotated[str, typer.Option(help=N_("Nama tempat."))] = "",
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
    regime: Annotated[Regime | None, typer.Option(case_sensitive=False)] = None,
    source: Annotated[Source | None, typer.Option(case_sensitive=False)] = None,
    place: Annotated[str | None, typer.Option(help=N_("Kode wilayah."))] = None,
    place_text: Annotated[str | None, typer.Option(help=N_("Nama tempat."))] = None,
    register: Maybe = None,
    status: Maybe = None,
    reason: Annotated[str, typer.Option(help=N_("Alasan perbaikan."))] = "",
    date: Annotated[
        list[str] | None,
        typer.Option(help=N_("Peristiwa=waktu, misalnya diregistrasi=2024-10-07.")),
    ] = None,
) -> None:
    """Change fields of a case."""
    here = session(context)
    given = {
        "title": title,
        "found_at": found_at,
        "known_at": known_at,
        "regime": regime,
        "source": source,
        "register": register,
        "status": status,
    }
    fields = cases.CaseFields(**{k: v for k, v in given.items() if v is not None})  # type: ignore[typeddict-item]
    dates = dict(pairs(date or []))
    with here.open() as home:
        found = cases.resolve_case(home, case)
        now = cases.read_case_file(home, found).case
        if dates:
            fields["dates"] = {**dict(now.dates), **dates}
        if place is not None or place_text is not None:
            fields["place"] = _moved(now.place, place, place_text)
        fields["reason"] = reason_of(home, found, reason)
        cases.edit_case(home, found, **fields)
        here.tell(cases.read_case_file(home, found).case)


def reason_of(home: Home, case: CaseId, reason: str) -> str:
    """Give the reason of a correction; where one is due and none was given, say so and note it."""
    if reason.strip() or not has_left(home, case):
        return reason.strip()
    say(tr("Kasus ini sudah keluar dari laptop; perbaikan tercatat tanpa alasan. Beri --reason."))
    return NO_REASON


def _moved(place: Place, code: str | None, text: str | None) -> Place:
    return replace(
        place,
        code=place.code if code is None else code,
        text=place.text if text is None else text,
    )


def pairs(given: list[str]) -> list[tuple[str, str]]:
    """Split `name=value` options."""
    split = [item.partition("=") for item in given]
    for name, sign, _ in split:
        if not (name and sign):
            raise WrongUsage(tr("Tulis nama=nilai, tanpa spasi di sekitar tanda sama dengan."))
    return [(name.strip(), value.strip()) for name, _, value in split]


def incident_new(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    title: Title,
    case: InCase = "",
    kind: Annotated[str, typer.Option(help="KAMPANYE, DEKLARASI …")] = "",
    election: Annotated[str, typer.Option(help="PILBUP_WALI, PILGUB …")] = "",
    contestant: Text = "",
    starts_at: Text = "",
    ends_at: Text = "",
    place: Annotated[str, typer.Option(help=N_("Kode wilayah."))] = "",
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
        here.tell(_incident(home, found, made))


def incident_edit(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    incident: str,
    case: InCase = "",
    title: Maybe = None,
    kind: Maybe = None,
    election: Maybe = None,
    contestant: Maybe = None,
    starts_at: Maybe = None,
    ends_at: Maybe = None,
    description: Maybe = None,
    reason: Annotated[str, typer.Option(help=N_("Alasan perbaikan."))] = "",
) -> None:
    """Change fields of an incident."""
    here = session(context)
    given = {
        "title": title,
        "kind": kind,
        "election": election,
        "contestant": contestant,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "description": description,
    }
    fields = incidents.IncidentFields(**{k: v for k, v in given.items() if v is not None})  # type: ignore[typeddict-item]
    with here.open() as home:
        found = cases.resolve_case(home, case) if case else None
        one = incidents.resolve_incident(home, found, incident)
        why = reason_of(home, found, reason) if found else reason
        incidents.edit_incident(home, one, case=found, reason=why, **fields)
        here.tell(_incident(home, found, one))


def _incident(home: Home, case: CaseId | None, incident: str) -> dict[str, Any]:
    records = incidents.list_incidents(home, case)
    record = next(one for one in records if one.id == incident)
    return {"incident": record.id, **asdict(record)}


def incident_list(context: typer.Context, case: InCase = "") -> None:
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


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    case = add_family(app, "case", N_("Kasus."))
    add_verb(case, "new", case_new, N_("Buka kasus dengan kode sementara."))
    add_verb(case, "list", case_list, N_("Daftar kasus, yang terakhir diubah lebih dulu."))
    add_verb(case, "show", case_show, N_("Tampilkan seluruh isi kasus, tanpa data pribadi."))
    add_verb(case, "edit", case_edit, N_("Ubah isian kasus."))
    finding.add_to_cases(case)
    incident = add_family(app, "incident", N_("Peristiwa."))
    add_verb(incident, "new", incident_new, N_("Catat peristiwa."))
    add_verb(incident, "list", incident_list, N_("Daftar peristiwa."))
    add_verb(incident, "edit", incident_edit, N_("Ubah isian peristiwa."))
    add_verb(incident, "link", incident_link, N_("Masukkan peristiwa ke sebuah kasus."))
