"""Verbs of places: region install, sign, at, name; hints of a case."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.frame import add_family, add_verb, session
from cases.errors import NetraError
from cases.language import N_, tr
from cases.work import regions
from cases.work.cases import resolve_case
from cases.work.place_hints import place_hints
from cases.work.records import CaseId
from cases.work.region_codes import checked, name_of


def region_install(
    context: typer.Context,
    file: Path,
    unsigned: Annotated[
        bool,
        typer.Option("--unsigned", help=N_("Terima tanpa tanda tangan kantor; ditandai begitu.")),
    ] = False,
) -> None:
    """Install a pack of borders, so that places of pictures get a name."""
    here = session(context)
    with here.open() as home:
        found = regions.install_regions(home, file, unsigned=unsigned)
        here.tell(
            {
                "region": found.name,
                "sha256": found.sha256,
                "signer": found.signer or None,
                "mark": found.mark,
                "regions": found.regions,
                "about": found.about,
            }
        )


def region_sign(context: typer.Context, file: Path) -> None:
    """Sign a pack of borders with the key of the office."""
    here = session(context)
    with here.open() as home:
        here.tell({"signature": str(regions.sign_regions(home, file))})


def region_at(context: typer.Context, lat: float, lon: float) -> None:
    """Suggest the district of a point, with the distance to its border."""
    here = session(context)
    with here.open() as home, regions.regions_of(home) as known:
        if not known.has_borders:
            raise NetraError(
                tr("Belum ada paket wilayah di rumah data ini."),
                tr("Pasang dengan `region install`; tanpa itu hanya nama kode yang ada."),
                code="no-regions",
            )
        here.tell({"region": known.at(lat, lon)})


def region_name(context: typer.Context, code: str) -> None:
    """Name a region by its code, from the list that ships with Netra."""
    plain = checked(code)
    found = name_of(plain)
    if not found:
        raise NetraError(
            tr("Tidak ada wilayah dengan kode {code}.", code=plain),
            tr("Periksa kodenya."),
            code="no-such-region",
        )
    session(context).tell({"code": plain, "name": found})


def region_hints(context: typer.Context, case: Annotated[str, typer.Argument()] = "") -> None:
    """Show where the pictures of a case say they were taken, and what does not fit."""
    here = session(context)
    with here.open() as home:
        found: CaseId | None = resolve_case(home, case) if case else None
        here.tell({"hints": list(place_hints(home, found))})


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    region = add_family(app, "region", N_("Wilayah."))
    add_verb(region, "install", region_install, N_("Pasang paket batas wilayah."))
    add_verb(region, "sign", region_sign, N_("Tandatangani paket wilayah sebagai kantor."))
    add_verb(region, "at", region_at, N_("Perkirakan kecamatan sebuah titik."))
    add_verb(region, "name", region_name, N_("Nama wilayah menurut kodenya."))
    add_verb(region, "hints", region_hints, N_("Tempat foto sebuah kasus dan yang tidak cocok."))
