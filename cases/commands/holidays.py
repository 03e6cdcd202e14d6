"""Verbs of tables of holidays: show, export, sign, import."""

from pathlib import Path
from typing import Annotated

import typer

from cases.commands.files import need_new
from cases.commands.frame import add_family, add_verb, session
from cases.language import N_
from cases.work import holiday_exchange, holidays

Year = Annotated[int, typer.Option(help=N_("Tahun; tanpa ini semua."))]


def show(context: typer.Context, year: Year = 0) -> None:
    """Show the table of holidays that counts, and tables that were taken over."""
    here = session(context)
    with here.open() as home:
        table = holidays.read_table(home)
        here.tell(
            {
                "as_of": table.as_of.isoformat(),
                "years": table.years,
                "joint_leave_works": table.joint_leave_works,
                "holidays": [
                    {
                        "date": row.date.isoformat(),
                        "kind": row.kind,
                        "name": row.name,
                        "status": row.status,
                        "basis": row.basis,
                        "areas": row.areas,
                    }
                    for row in table.holidays
                    if year in {0, row.date.year}
                ],
                "taken": holidays.list_taken(home),
            }
        )


def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option("-o", "--out", help=N_("Berkas CSV."))],
    year: Year = 0,
) -> None:
    """Write the table as CSV, to be edited and taken over again."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        here.tell({"file": str(out), "days": holiday_exchange.export_table(home, out, year)})


def sign(context: typer.Context, file: Path) -> None:
    """Sign a table with the key of the office, or of the officer."""
    here = session(context)
    with here.open() as home:
        here.tell({"file": str(file), "signature": str(holiday_exchange.sign_table(home, file))})


def take(
    context: typer.Context,
    file: Path,
    plan: Annotated[
        bool, typer.Option("--plan", help=N_("Hanya tunjukkan perbedaannya."))
    ] = False,
    reason: Annotated[str, typer.Option(help=N_("Alasan, untuk tabel tanpa tanda tangan."))] = "",
) -> None:
    """Take a table over; `--plan` only shows who signed it and what would change."""
    here = session(context)
    with here.open() as home:
        found = holiday_exchange.plan_table(home, file)
        if not plan:
            holiday_exchange.take_table(home, file, reason)
        here.tell({"plan": found, "taken": not plan})


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    family = add_family(app, "holidays", N_("Tabel hari libur."))
    add_verb(family, "show", show, N_("Tabel hari libur yang dipakai."))
    add_verb(family, "export", export, N_("Simpan tabel sebagai CSV."))
    add_verb(family, "sign", sign, N_("Tandatangani tabel."))
    add_verb(family, "import", take, N_("Pakai tabel lain, setelah melihat perbedaannya."))
