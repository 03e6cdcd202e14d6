"""Verbs of keys: init, officer add, office card, card, enrol, roster add."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cases import home as homes
from cases.commands import frame
from cases.commands.frame import read_file, session, write_new
from cases.errors import NetraError
from cases.home import Home
from cases.keys import signers
from cases.keys.cards import parse_office_card, parse_officer_card
from cases.keys.enrolment import issue_office_card, issue_officer_card
from cases.keys.entries import OfficeProfile, Profile
from cases.language import tr
from cases.office.roster import add_to_roster, trusted_signers
from cases.papers.forms.recovery_sheet import recovery_sheet

OFFICE_ROLES = frozenset({"KABKOTA", "PROVINSI", "RI"})
"""Roles whose home is the home of an office: it imports, signs receipts, keeps the roster."""
ROLES = ("PTPS", "PKD", "PANWASCAM", *sorted(OFFICE_ROLES))

Out = Annotated[Path, typer.Option("-o", "--out", help="Berkas hasil.")]


def _described(home: Home) -> dict[str, Any]:
    enrolled, office = home.keys.enrolled, home.keys.office
    return {
        "home": home.keys.home,
        "dev": home.keys.dev,
        "officer": home.officer.name,
        "office": home.officer.office,
        "office_id": office.id if office else enrolled.id if enrolled else None,
    }


def init(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    officer: Annotated[str, typer.Option(help="Nama petugas.")],
    role: Annotated[str, typer.Option(help="PTPS, PKD, PANWASCAM, KABKOTA …")],
    office: Annotated[str, typer.Option(help="Nama kantor.")],
    region: Annotated[str, typer.Option(help="Kode wilayah, misalnya 53.01.06.")],
    recovery_out: Annotated[Path, typer.Option(help="Lembar pemulihan (PDF atau teks).")],
    office_card: Annotated[Path | None, typer.Option(help="Kartu kantor.")] = None,
) -> None:
    """Make a home with its first officer, and the recovery sheet."""
    here = session(context)
    if role not in ROLES:
        raise typer.BadParameter("--role " + "|".join(ROLES))
    if recovery_out.exists():
        write_new(recovery_out, b"")  # says that it is never overwritten
    card = parse_office_card(read_file(office_card)) if office_card else None
    own = OfficeProfile(office, region) if role in OFFICE_ROLES else None
    profile = Profile(officer, role, office, region)
    home, code = homes.create(here.folder, profile, here.passphrase(), office=own, cost=frame.COST)
    try:
        sheet = recovery_sheet(home.officer, code, office=own is not None)
        write_new(
            recovery_out,
            sheet if recovery_out.suffix.lower() == ".pdf" else f"{code.text}\n".encode(),
        )
        if card:
            homes.enrol(home, card)
        here.tell(_described(home))
    finally:
        home.lock()


def officer_add(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="Nama petugas baru.")],
    role: Annotated[str, typer.Option()],
    office: Annotated[str, typer.Option()],
    region: Annotated[str, typer.Option()],
    new_passphrase_file: Annotated[Path, typer.Option(help="Kata sandi petugas baru.")],
) -> None:
    """Give another officer of this laptop a slot and a key."""
    here = session(context)
    lines = read_file(new_passphrase_file).decode("utf-8", "replace").splitlines()
    with here.open() as home:
        profile = Profile(name, role, office, region)
        added = homes.add_officer(home, profile, lines[0] if lines else "")
        here.tell({"home": home.keys.home, "dev": added.dev, "officer": added.name})


def office_card(context: typer.Context, out: Out) -> None:
    """Write the card of the office whose home this is."""
    here = session(context)
    with here.open() as home:
        card = issue_office_card(home.keys)
        write_new(out, card.text)
        here.tell({"file": str(out), "office": card.name, "words": list(card.words)})


def office_identity(context: typer.Context, out: Out) -> None:
    """Write the office's secret age key, for checking files with Debian's own tools."""
    here = session(context)
    with here.open() as home:
        if home.keys.office is None:
            issue_office_card(home.keys)  # says that this home belongs to no office
            return
        write_new(out, f"{home.keys.office.identity}\n".encode())
        here.tell({"file": str(out), "age": home.keys.office.age})


def office_signers(context: typer.Context, out: Out) -> None:
    """Write the list of trusted signers, as the district publishes it."""
    here = session(context)
    with here.open() as home:
        text = trusted_signers(home)
        write_new(out, text.encode())
        here.tell({"file": str(out), "fingerprint": signers.list_fingerprint(text)})


def card(context: typer.Context, out: Out) -> None:
    """Write the card of the signed-in officer."""
    here = session(context)
    with here.open() as home:
        made = issue_officer_card(home.keys)
        write_new(out, made.text)
        here.tell({"file": str(out), "dev": made.dev, "words": list(made.words)})


def enrol(
    context: typer.Context,
    office_card: Annotated[Path, typer.Option(help="Kartu kantor.")],
) -> None:
    """Seal to this office from now on, older objects too."""
    here = session(context)
    found = parse_office_card(read_file(office_card))
    with here.open() as home:
        homes.enrol(home, found)
        resealed = home.reseal()
        here.tell({**_described(home), "words": list(found.words), "resealed": resealed})


def roster_add(context: typer.Context, file: Path) -> None:
    """Trust the key of this officer card from now on; compare the six words first."""
    here = session(context)
    found = parse_officer_card(read_file(file))
    with here.open() as home:
        if home.keys.office is None:
            raise NetraError(
                tr("Rumah data ini bukan milik kantor, jadi tidak punya daftar petugas."),
                tr("Jalankan perintah ini di rumah data kantor kabupaten/kota."),
                code="no-office",
            )
        add_to_roster(home, found)
        here.tell({"dev": found.dev, "officer": found.name, "words": list(found.words)})


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(init)
    app.command()(card)
    app.command()(enrol)
    officer, office, roster = typer.Typer(), typer.Typer(), typer.Typer()
    officer.command("add")(officer_add)
    office.command("card")(office_card)
    office.command("identity")(office_identity)
    office.command("signers")(office_signers)
    roster.command("add")(roster_add)
    app.add_typer(officer, name="officer", help="Petugas laptop ini.")
    app.add_typer(office, name="office", help="Kantor pemilik rumah data ini.")
    app.add_typer(roster, name="roster", help="Petugas yang dikenal kantor.")
