"""Verbs of attendance of many: attend-list, attend-sheet, marker, person, fairness."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.files import read_file
from cases.commands.frame import WrongUsage, add_family, add_verb, session
from cases.commands.people import value_of
from cases.commands.work import pairs
from cases.home import Home
from cases.language import N_, tr
from cases.work import fairness, markers, persons
from cases.work.attendance_lists import apply_list, preview_list
from cases.work.cases import resolve_case
from cases.work.exhibits import resolve_exhibit
from cases.work.incidents import resolve_incident
from cases.work.parties import resolve_party
from cases.work.persons import Who
from cases.work.roll import attendance_sheet
from cases.work.spreadsheets import LARGEST

Reason = Annotated[str, typer.Option(help=N_("Alasan."))]


def attend_list(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    incident: str,
    file: Path,
    apply: Annotated[
        bool, typer.Option("--apply", help=N_("Catat; tanpa ini hanya diperlihatkan."))
    ] = False,
    exhibit: Annotated[
        list[str] | None, typer.Option(help=N_("Bukti yang memperlihatkan kehadiran."))
    ] = None,
    shared: Annotated[
        list[str] | None, typer.Option(help=N_("Fakta yang sama bagi semua: fakta=nilai."))
    ] = None,
    skip: Annotated[list[int] | None, typer.Option(help=N_("Baris yang tidak dicatat."))] = None,
) -> None:
    """Show what an attendance list (CSV, XLSX) would add; with --apply record it."""
    here = session(context)
    data = read_file(file, LARGEST)
    stated = pairs(shared or [])
    with here.open() as home:
        found = resolve_case(home, case)
        one = resolve_incident(home, found, incident)
        preview = preview_list(home, found, data)
        rows = [row for row in preview.wanted() if row.row not in (skip or ())]
        if apply:
            apply_list(
                home,
                one,
                rows,
                case=found,
                exhibits=[resolve_exhibit(home, found, code) for code in exhibit or ()],
                shared={key: value_of(home, found, key, text) for key, text in stated},
            )
        here.tell(
            {
                "columns": [{"heading": head, "as": name} for head, name in preview.columns],
                "rows": list(preview.rows),
                "recorded": len(rows) if apply else 0,
            }
        )


def attend_sheet(context: typer.Context, case: str, incident: str) -> None:
    """Show all respondents at an incident: what is the same once, what differs in columns."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        here.tell(attendance_sheet(home, resolve_incident(home, found, incident), found))


def marker_place(
    context: typer.Context, case: str, exhibit: str, party: str, x: int, y: int
) -> None:
    """Say that a point of a photo is this person; per mille from the upper left corner."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        one = resolve_exhibit(home, found, exhibit)
        who = resolve_party(home, found, party)
        markers.place_marker(home, found, one, who, (x, y))
        here.tell({"markers": list(markers.list_markers(home, found, one))})


def marker_remove(context: typer.Context, case: str, marker: str, reason: Reason) -> None:
    """Take a marker away, with a reason."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        fitting = [
            one.event for one in markers.list_markers(home, found) if one.event.startswith(marker)
        ]
        named = fitting[0] if marker and len(fitting) == 1 else marker
        markers.remove_marker(home, found, named, reason)
        here.tell({"removed": named})


def marker_list(
    context: typer.Context, case: str, exhibit: Annotated[str, typer.Argument()] = ""
) -> None:
    """List the markers of a case, or of one photo."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        one = resolve_exhibit(home, found, exhibit) if exhibit else None
        here.tell({"markers": list(markers.list_markers(home, found, one))})


def person_same(
    context: typer.Context,
    case: str,
    party: str,
    other_case: str,
    other_party: str,
    reason: Reason,
) -> None:
    """Confirm that parties of two cases are one person."""
    here = session(context)
    with here.open() as home:
        one, other = _who(home, case, party), _who(home, other_case, other_party)
        made = persons.confirm_same(home, one, other, reason).made
        here.tell({"confirmation": made})


def person_different(context: typer.Context, confirmation: str, reason: Reason) -> None:
    """Take a confirmation back, with a reason."""
    here = session(context)
    with here.open() as home:
        persons.withdraw_same(home, confirmation, reason)
        here.tell({"withdrawn": confirmation})


def person_list(context: typer.Context, case: str) -> None:
    """Show who is confirmed as the same, and who may be by an equal NIP or NIK."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        here.tell(
            {
                "confirmed": list(persons.list_same(home, found)),
                "suggested": list(persons.suggest_same(home, found)),
            }
        )


def fairness_of(
    context: typer.Context,
    case: str,
    accept: Annotated[int, typer.Option(help=N_("Nomor usul yang diterima."))] = 0,
) -> None:
    """Propose YA for hadir_paslon_lain where a person attended another contestant's incident."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        proposals = fairness.fairness_proposals(home, found)
        if accept and not 0 < accept <= len(proposals):
            raise WrongUsage(tr("Tidak ada usul nomor {n}.", n=accept))
        made = fairness.accept_fairness(home, proposals[accept - 1]).made if accept else ""
        here.tell({"proposals": list(proposals), "statement": made or None})


def _who(home: Home, case: str, party: str) -> Who:
    found = resolve_case(home, case)
    return found, resolve_party(home, found, party)


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "attend-list", attend_list, N_("Baca daftar hadir CSV atau XLSX."))
    add_verb(app, "attend-sheet", attend_sheet, N_("Kehadiran semua terlapor dalam satu tabel."))
    marker = add_family(app, "marker", N_("Titik penunjuk orang pada foto."))
    add_verb(marker, "place", marker_place, N_("Tunjuk orang pada foto."))
    add_verb(marker, "remove", marker_remove, N_("Tarik titik penunjuk, dengan alasan."))
    add_verb(marker, "list", marker_list, N_("Daftar titik penunjuk."))
    person = add_family(app, "person", N_("Orang yang sama dalam beberapa kasus."))
    add_verb(person, "same", person_same, N_("Pastikan dua pihak adalah orang yang sama."))
    add_verb(person, "different", person_different, N_("Tarik kepastian itu, dengan alasan."))
    add_verb(person, "list", person_list, N_("Yang sudah dipastikan dan yang mungkin sama."))
    add_verb(app, "fairness", fairness_of, N_("Usul hadir pada kegiatan calon lain."))
