"""Verbs of times, places, likeness: exhibit claims, zone, clock, place, clock-card, similar."""

import re
from typing import Annotated

import typer

from cases.commands.frame import WrongUsage, add_verb, session
from cases.home import Home
from cases.intake.measuring import measure_clock
from cases.intake.similar import similar_exhibits
from cases.language import N_, tr
from cases.work.camera_clocks import ClockError, state_clock, state_zone
from cases.work.cases import resolve_case
from cases.work.evidence_records import Placed
from cases.work.exhibits import read_exhibit, resolve_exhibit
from cases.work.file_claims import claims_of
from cases.work.records import CaseId, ExhibitId, Place
from cases.work.region_codes import CODE, dotted
from cases.work.stated_places import CONFIRMED, STATED, UNKNOWN, state_place

_ERROR = re.compile(r"([+-]?)(?:(\d+):(\d\d):(\d\d(?:\.\d{1,3})?)|(\d+(?:\.\d{1,3})?))", re.ASCII)
Reason = Annotated[str, typer.Option(help=N_("Dari mana itu diketahui."))]


def exhibit_zone(
    context: typer.Context, case: str, zone: str, exhibits: list[str], reason: Reason = ""
) -> None:
    """State the zone of camera times that have none, for many photos at once."""
    here = session(context)
    with here.open() as home:
        found, chosen = _chosen(home, case, exhibits)
        state_zone(home, found, chosen, zone, reason)
        here.tell([read_exhibit(home, one, found) for one in chosen])


def exhibit_clock(
    context: typer.Context,
    case: str,
    exhibits: list[str],
    error: Annotated[
        str, typer.Option(help=N_("Jam kamera lebih cepat sekian: +00:02:05 atau -3600 (detik)."))
    ],
    plus_minus: Annotated[float, typer.Option(help=N_("Kurang lebih sekian detik."))] = 0.0,
    reason: Reason = "",
) -> None:
    """State by how much a camera's clock was wrong, for many photos at once."""
    clock = ClockError(_milliseconds(error), round(plus_minus * 1000))
    here = session(context)
    with here.open() as home:
        found, chosen = _chosen(home, case, exhibits)
        state_clock(home, found, chosen, clock, reason)
        here.tell([read_exhibit(home, one, found) for one in chosen])


def exhibit_place(
    context: typer.Context,
    case: str,
    exhibits: list[str],
    place: Annotated[
        str, typer.Option(help=N_("Kode kecamatan seperti 53.01.06, atau nama tempat."))
    ] = "",
    how: Annotated[
        str, typer.Option(help=N_("stated, confirmed (menurut GPS berkas), atau unknown."))
    ] = STATED,
    reason: Reason = "",
) -> None:
    """State where many photos were taken, or that nobody knows."""
    if how not in (CONFIRMED, STATED, UNKNOWN):
        raise WrongUsage(tr("“{text}” bukan stated, confirmed, atau unknown.", text=how))
    code = dotted(place) if CODE.fullmatch(dotted(place)) else ""
    placed = Placed(Place("" if code else place, code), how)
    here = session(context)
    with here.open() as home:
        found, chosen = _chosen(home, case, exhibits)
        state_place(home, found, chosen, placed, reason)
        here.tell([read_exhibit(home, one, found) for one in chosen])


def exhibit_clock_card(context: typer.Context, case: str, exhibit: str) -> None:
    """Measure a camera's clock by its photo of a clock card."""
    here = session(context)
    with here.open() as home:
        found, (photo,) = _chosen(home, case, [exhibit])
        here.tell(measure_clock(home, found, photo))


def exhibit_claims(context: typer.Context, case: str, exhibit: str) -> None:
    """Show every time that a file states, why some do not count, and where it comes from."""
    here = session(context)
    with here.open() as home:
        _, (one,) = _chosen(home, case, [exhibit])
        here.tell(claims_of(home, one))


def exhibit_similar(context: typer.Context, case: str, exhibit: str) -> None:
    """List exhibits of this home, in any case, that look like this one."""
    here = session(context)
    with here.open() as home:
        _, (one,) = _chosen(home, case, [exhibit])
        here.tell(similar_exhibits(home, one))


def _chosen(home: Home, case: str, exhibits: list[str]) -> tuple[CaseId, list[ExhibitId]]:
    found = resolve_case(home, case)
    return found, [resolve_exhibit(home, found, text) for text in exhibits]


def _milliseconds(text: str) -> int:
    match = _ERROR.fullmatch(text.strip())
    if match is None:
        raise WrongUsage(tr("“{text}” bukan selisih jam; tulis +00:02:05 atau -3600.", text=text))
    sign, hours, minutes, seconds, plain = match.groups()
    total = float(plain) if plain else int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    return round(total * 1000) * (-1 if sign == "-" else 1)


def add_to(exhibit: typer.Typer) -> None:
    """Add the verbs to the family of exhibits."""
    add_verb(exhibit, "claims", exhibit_claims, N_("Semua waktu dan asal menurut berkasnya."))
    add_verb(exhibit, "zone", exhibit_zone, N_("Nyatakan zona waktu kamera untuk banyak foto."))
    add_verb(exhibit, "clock", exhibit_clock, N_("Nyatakan selisih jam kamera untuk banyak foto."))
    add_verb(exhibit, "place", exhibit_place, N_("Nyatakan tempat pengambilan banyak foto."))
    add_verb(exhibit, "clock-card", exhibit_clock_card, N_("Ukur jam kamera dari foto kartu jam."))
    add_verb(exhibit, "similar", exhibit_similar, N_("Gambar serupa di kasus mana pun."))
