"""Verbs of keys: init, officer add, office card, card, enrol, roster add."""

from pathlib import Path
from typing import Annotated

import typer

from cases import home as homes
from cases.commands.beginning import Beginning, begin_home, check_names, described, need_place
from cases.commands.files import need_new, read_file, write_new
from cases.commands.frame import WrongUsage, add_family, add_verb, session
from cases.commands.passphrase import read_passphrase
from cases.errors import NetraError
from cases.keys import signers
from cases.keys.cards import parse_office_card, parse_officer_card
from cases.keys.enrolment import issue_office_card, issue_officer_card
from cases.keys.entries import OfficeProfile, Profile
from cases.language import N_, tr
from cases.office.roster import add_to_roster, trusted_signers
from cases.work.region_codes import checked

OFFICE_ROLES = frozenset({"KABKOTA", "PROVINSI", "RI"})
"""Roles whose home is the home of an office: it imports, signs receipts, keeps the roster."""
ROLES = ("PTPS", "PKD", "PANWASCAM", *sorted(OFFICE_ROLES))

Out = Annotated[Path, typer.Option("-o", "--out", help=N_("Berkas hasil."))]
OfficerRole = Annotated[str, typer.Option(help=", ".join(ROLES))]
OfficeName = Annotated[str, typer.Option(help=N_("Nama kantor."))]
Region = Annotated[str, typer.Option(help=N_("Kode wilayah, misalnya 53.01.06."))]


def init(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    officer: Annotated[str, typer.Option(help=N_("Nama petugas."))],
    role: OfficerRole,
    office: OfficeName,
    region: Region,
    recovery_out: Annotated[Path, typer.Option(help=N_("Lembar pemulihan (PDF atau teks)."))],
    office_card: Annotated[Path | None, typer.Option(help=N_("Kartu kantor."))] = None,
) -> None:
    """Make a home with its first officer, and the recovery sheet."""
    here = session(context)
    profile = _profile(officer, role, office, region)
    need_place(here.folder, recovery_out)
    beginning = Beginning(
        folder=here.folder,
        profile=profile,
        office=OfficeProfile(office, region) if profile.role in OFFICE_ROLES else None,
        card=parse_office_card(read_file(office_card)) if office_card else None,
        sheet=recovery_out,
    )
    here.tell(begin_home(beginning, here.passphrase(new=True)))


def _profile(officer: str, role: str, office: str, region: str) -> Profile:
    role = role.strip().upper()
    if role not in ROLES:
        raise WrongUsage(
            tr("Peran “{kata}” tidak dikenal.", kata=role),
            tr("Pilihan: {choices}.", choices=", ".join(ROLES)),
        )
    check_names(officer, office)
    return Profile(officer.strip(), role, office.strip(), checked(region))


def officer_add(
    context: typer.Context,
    name: Annotated[str, typer.Option("--name", "--officer", help=N_("Nama petugas baru."))],
    role: OfficerRole,
    office: OfficeName,
    region: Region,
    new_passphrase_file: Annotated[Path, typer.Option(help=N_("Kata sandi petugas baru."))],
) -> None:
    """Give another officer of this laptop a slot and a key."""
    here = session(context)
    profile = _profile(name, role, office, region)
    passphrase = read_passphrase(new_passphrase_file)
    with here.open() as home:
        added = homes.add_officer(home, profile, passphrase)
        here.tell(
            {
                "home": home.keys.home,
                "dev": added.dev,
                "officer": added.name,
                "office": added.office,
            }
        )


def office_card(context: typer.Context, out: Out) -> None:
    """Write the card of the office whose home this is."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        card = issue_office_card(home.keys)
        write_new(out, card.text)
        here.tell(
            {
                **described(home),
                "office": card.name,
                "file": str(out),
                "words": list(card.words),
            }
        )


def office_identity(context: typer.Context, out: Out) -> None:
    """Write the office's secret age key, for checking files with Debian's own tools."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        if home.keys.office is None:
            raise _no_office()
        write_new(out, f"{home.keys.office.identity}\n".encode())
        here.tell({**described(home), "file": str(out), "age": home.keys.office.age})


def office_signers(context: typer.Context, out: Out) -> None:
    """Write the list of trusted signers, as the district publishes it."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        if home.keys.office is None:
            raise _no_office()
        text = trusted_signers(home)
        write_new(out, text.encode())
        fingerprint = signers.list_fingerprint(text)
        here.tell({**described(home), "file": str(out), "fingerprint": fingerprint})


def card(context: typer.Context, out: Out) -> None:
    """Write the card of the signed-in officer."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        made = issue_officer_card(home.keys)
        write_new(out, made.text)
        here.tell({**described(home), "file": str(out), "words": list(made.words)})


def enrol(
    context: typer.Context,
    office_card: Annotated[Path, typer.Option(help=N_("Kartu kantor."))],
) -> None:
    """Seal to this office from now on, older objects too."""
    here = session(context)
    found = parse_office_card(read_file(office_card))
    with here.open() as home:
        homes.enrol(home, found)
        resealed = home.reseal()
        here.tell({**described(home), "words": list(found.words), "resealed": resealed})


def roster_add(context: typer.Context, file: Path) -> None:
    """Trust the key of this officer card from now on; compare the six words first."""
    here = session(context)
    found = parse_officer_card(read_file(file))
    with here.open() as home:
        if home.keys.office is None:
            raise _no_office()
        add_to_roster(home, found)
        here.tell(
            {
                "home": home.keys.home,
                "dev": found.dev,
                "officer": found.name,
                "office": found.office,
                "words": list(found.words),
            }
        )


def _no_office() -> NetraError:
    return NetraError(
        tr(
            "Rumah data ini bukan milik kantor, jadi tidak punya kunci atau daftar petugas kantor."
        ),
        tr("Jalankan perintah ini di rumah data kantor kabupaten/kota."),
        code="no-office",
    )


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "init", init, N_("Buat rumah data dengan petugas pertama dan lembar pemulihan."))
    add_verb(app, "card", card, N_("Tulis kartu petugas untuk kantor."))
    add_verb(app, "enrol", enrol, N_("Daftarkan rumah data ini ke kantor."))
    officer = add_family(app, "officer", N_("Petugas laptop ini."))
    add_verb(officer, "add", officer_add, N_("Tambah petugas di laptop ini."))
    office = add_family(app, "office", N_("Kantor pemilik rumah data ini."))
    add_verb(office, "card", office_card, N_("Tulis kartu kantor untuk para petugas."))
    add_verb(office, "identity", office_identity, N_("Tulis kunci age rahasia kantor."))
    add_verb(office, "signers", office_signers, N_("Tulis daftar penanda tangan yang dipercaya."))
    roster = add_family(app, "roster", N_("Petugas yang dikenal kantor."))
    add_verb(roster, "add", roster_add, N_("Percayai kartu petugas; cocokkan enam katanya dulu."))
