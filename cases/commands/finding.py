"""Verbs that look across cases: search, undo, corrections, time line, links, notes, tags."""

from typing import Annotated

import typer

from cases.commands.frame import add_family, add_verb, session
from cases.intake.links import suggest_links
from cases.language import N_
from cases.work import notes, numbering, timeline, undoing
from cases.work.cases import read_case_file, resolve_case
from cases.work.corrections import read_corrections
from cases.work.search import PAGE
from cases.work.search import search as find
from cases.work.search_records import KINDS, Filters

Text = Annotated[str, typer.Option()]
Reason = Annotated[str, typer.Option(help=N_("Alasan."))]


def search(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    text: Annotated[str, typer.Argument()] = "",
    kind: Annotated[list[str] | None, typer.Option(help=", ".join(KINDS))] = None,
    status: Text = "",
    district: Annotated[str, typer.Option(help=N_("Kode wilayah atau awalnya."))] = "",
    since: Annotated[str, typer.Option(help=N_("Hari pertama."))] = "",
    until: Annotated[str, typer.Option(help=N_("Hari terakhir."))] = "",
    gps: Annotated[bool, typer.Option("--gps", help=N_("Hanya yang punya koordinat."))] = False,
    element: Annotated[str, typer.Option(help=N_("Unsur, aturan, atau fakta."))] = "",
    before: Annotated[int, typer.Option(help=N_("Halaman berikutnya: nilai before."))] = 0,
    limit: Annotated[int, typer.Option(min=1, max=500)] = PAGE,
) -> None:
    """Search titles, places, captions, answers, notes and articles, newest first."""
    here = session(context)
    with here.open() as home:
        narrowed = Filters(tuple(kind or ()), status, district, since, until, gps, element)
        here.tell(find(home, text, narrowed, before=before, limit=limit))


def undo(
    context: typer.Context,
    case: str,
    event: Annotated[str, typer.Option(help=N_("Hanya bila masih yang terakhir."))] = "",
) -> None:
    """Take back the last thing one wrote in a case; the journal keeps both."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        here.tell({"undone": undoing.undo(home, found, event).made})


def case_corrections(context: typer.Context, case: str) -> None:
    """Show what was corrected in a case: both texts, who, when, why."""
    here = session(context)
    with here.open() as home:
        here.tell(read_corrections(home, resolve_case(home, case)))


def case_timeline(context: typer.Context, case: str) -> None:
    """Show what happened when, and where the order cannot be told."""
    here = session(context)
    with here.open() as home:
        here.tell(timeline.read_timeline(home, resolve_case(home, case)))


def case_links(context: typer.Context, case: str) -> None:
    """Show other cases that share a person, a place or a picture."""
    here = session(context)
    with here.open() as home:
        here.tell(suggest_links(home, resolve_case(home, case)))


def case_note(context: typer.Context, case: str, text: str, about: Text = "") -> None:
    """Write a note."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        here.tell({"note": notes.write_note(home, found, text, about=about).made})


def case_unnote(context: typer.Context, note: str, reason: Text = "") -> None:
    """Take an own note back."""
    here = session(context)
    with here.open() as home:
        here.tell({"note": notes.withdraw_note(home, note, reason).made})


def case_tag(context: typer.Context, case: str, word: str, about: Text = "") -> None:
    """Put a word on a case or on one thing in it."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        notes.add_tag(home, found, word, about=about)
        here.tell(read_case_file(home, found).tags)


def case_untag(context: typer.Context, case: str, word: str, about: Text = "") -> None:
    """Take a word off."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        notes.remove_tag(home, found, word, about=about)
        here.tell(read_case_file(home, found).tags)


def case_archive(context: typer.Context, case: str, reason: Reason) -> None:
    """Put a case into the archive."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        notes.archive_case(home, found, reason)
        here.tell({"case": found, "archived": read_case_file(home, found).archived})


def case_unarchive(context: typer.Context, case: str, reason: Reason) -> None:
    """Take a case out of the archive."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        notes.unarchive_case(home, found, reason)
        here.tell({"case": found, "archived": read_case_file(home, found).archived})


def register_office(
    context: typer.Context,
    level: Annotated[str, typer.Option(help="RI, Prov, Kab, Kota")],
    area: Annotated[str, typer.Option(help=N_("Kode menurut penomoran Bawaslu, 27.12."))],
    election: Annotated[str, typer.Option(help="PL, PP, PB")] = "",
) -> None:
    """Keep what this office puts into its register numbers."""
    here = session(context)
    with here.open() as home:
        numbering.keep_numbering(home, level=level, area=area, election=election)
        here.tell(numbering.read_numbering(home))


def register_number(
    context: typer.Context,
    case: str,
    election: Text = "",
    on: Annotated[str, typer.Option(help=N_("Hari registrasi."))] = "",
    plan: Annotated[bool, typer.Option("--plan", help=N_("Hanya tampilkan."))] = False,
) -> None:
    """Give a case the next free number of the register."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        if plan:
            number = numbering.suggest_number(home, found, election=election, on=on)
        else:
            numbering.number_case(home, found, election=election, on=on)
            number = read_case_file(home, found).case.register
        here.tell({"case": found, "register": number})


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "search", search, N_("Cari kasus, tempat, keterangan, jawaban, pasal."))
    add_verb(app, "undo", undo, N_("Urungkan catatan terakhir Anda dalam sebuah kasus."))
    register = add_family(app, "register", N_("Nomor register kantor."))
    add_verb(register, "office", register_office, N_("Isi tingkat dan kode wilayah kantor."))
    add_verb(register, "number", register_number, N_("Beri kasus nomor register berikutnya."))


def add_to_cases(case: typer.Typer) -> None:
    """Add the verbs of the family `case`."""
    add_verb(case, "corrections", case_corrections, N_("Tampilkan perbaikan dan alasannya."))
    add_verb(case, "timeline", case_timeline, N_("Tampilkan kronologi."))
    add_verb(case, "links", case_links, N_("Tampilkan kasus yang mungkin berkaitan."))
    add_verb(case, "note", case_note, N_("Tulis catatan."))
    add_verb(case, "unnote", case_unnote, N_("Tarik catatan sendiri."))
    add_verb(case, "tag", case_tag, N_("Beri label."))
    add_verb(case, "untag", case_untag, N_("Lepas label."))
    add_verb(case, "archive", case_archive, N_("Arsipkan kasus."))
    add_verb(case, "unarchive", case_unarchive, N_("Keluarkan kasus dari arsip."))
