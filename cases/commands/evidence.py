"""Verbs of exhibits: list, link, caption; `handling` and `evidence_clocks` add more."""

from typing import Annotated

import typer

from cases.commands import evidence_clocks, handling
from cases.commands.frame import add_family, add_verb, session
from cases.language import N_
from cases.work.cases import resolve_case
from cases.work.exhibits import (
    caption_exhibit,
    link_exhibits,
    list_exhibits,
    read_exhibit,
    resolve_exhibit,
)

InCase = Annotated[str, typer.Option(help=N_("Kasus; tanpa ini yang belum dipilah."))]


def exhibit_list(context: typer.Context, case: InCase = "") -> None:
    """List the exhibits of a case, or those not sorted yet."""
    here = session(context)
    with here.open() as home:
        here.tell(list_exhibits(home, resolve_case(home, case) if case else None))


def exhibit_link(context: typer.Context, case: str, exhibits: list[str]) -> None:
    """Put exhibits of the inbox into a case, each under the next code."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        link_exhibits(home, found, [resolve_exhibit(home, None, text) for text in exhibits])
        here.tell(list_exhibits(home, found))


def exhibit_caption(context: typer.Context, exhibit: str, caption: str, case: InCase = "") -> None:
    """Say what an exhibit shows."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case) if case else None
        one = resolve_exhibit(home, found, exhibit)
        caption_exhibit(home, one, caption)
        here.tell(read_exhibit(home, one, found))


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    exhibit = add_family(app, "exhibit", N_("Bukti."))
    add_verb(exhibit, "list", exhibit_list, N_("Daftar bukti."))
    add_verb(exhibit, "link", exhibit_link, N_("Masukkan bukti yang belum dipilah ke kasus."))
    add_verb(exhibit, "caption", exhibit_caption, N_("Beri keterangan gambar."))
    handling.add_to(exhibit)
    evidence_clocks.add_to(exhibit)
