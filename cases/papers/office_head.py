"""
What an office puts on its papers: its letterhead, and names of forms that somebody confirmed.

Both stand in the home's own stream. A logo is a picture from outside: it is decoded and encoded
anew in the limited child process, and no byte of the file itself is ever embedded.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
from sqlalchemy import select

from cases import disk
from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.intake.child import Child
from cases.intake.copying import Picture
from cases.journal.folds.papers import OFFICE
from cases.language import tr
from cases.papers.context import OfficeHead
from cases.papers.pack_words import forms_of
from cases.papers.report import readable
from cases.tables import form_label, letterhead
from rules.forms import FormEntry, Forms

_LOGO_SIDE = 480
_LARGEST_LOGO = 8 << 20


def set_letterhead(
    home: Home,
    lines: Sequence[str],
    *,
    address: str = "",
    code: str = "",
    place: str = "",
    logo: Path | None = None,
) -> Changes:
    """Set the letterhead; without a new logo the old one stays."""
    stored = home.vault.put(_drawn(logo)) if logo else _stored_logo(home)
    body = {
        "lines": [line.strip() for line in lines if line.strip()],
        "address": address.strip(),
        "code": code.strip(),
        "place": place.strip(),
        "logo": stored,
    }
    with home.write() as tx:
        tx.made = tx.append("letterhead.set", body, case=None, obj=[stored] if stored else [])
    return tx.changes


def read_letterhead(home: Home) -> OfficeHead:
    """Give the letterhead, empty where nobody set one."""
    with home.read() as connection:
        row = connection.execute(
            select(letterhead).where(letterhead.c.scope == "", letterhead.c.key == OFFICE)
        ).first()
    if row is None:
        return OfficeHead()
    logo = readable(home.vault.read, row.logo) if row.logo else None
    return OfficeHead(tuple(json.loads(row.lines)), row.address, row.code, row.place, logo)


def confirm_form(home: Home, form: str, regime: str, mark: str, title: str) -> Changes:
    """Record what a form is called in the regulation, as somebody read it there."""
    body = {"form": form, "regime": regime, "mark": mark.strip(), "title": title.strip()}
    with home.write() as tx:
        tx.made = tx.append("form.confirmed", body, case=None)
    return tx.changes


def names_of(home: Home, pack: str) -> Forms:
    """Give the forms of a pack under the names that were confirmed here."""
    forms = forms_of(pack)
    with home.read() as connection:
        rows = connection.execute(select(form_label).where(form_label.c.scope == "")).all()
    known = {(row.form, row.regime): row for row in rows}

    def named(entry: FormEntry) -> FormEntry:
        row = known.get((entry.form, entry.regime))
        if row is None:
            return entry
        title = row.title or entry.title
        return msgspec.structs.replace(entry, mark=row.mark, title=title, confidence="")

    return msgspec.structs.replace(forms, entries=tuple(named(one) for one in forms.entries))


def _stored_logo(home: Home) -> str:
    with home.read() as connection:
        row = connection.execute(select(letterhead.c.logo).where(letterhead.c.scope == "")).first()
    return str(row.logo) if row else ""


def _drawn(file: Path) -> bytes:
    with disk.in_words(file):
        size = file.stat().st_size
        data = file.read_bytes() if size <= _LARGEST_LOGO else b""
    with Child() as child:
        claims = child.claims_of(data, file.name, "")
        about = Picture(
            claims.media_type,
            claims.width or 0,
            claims.height or 0,
            claims.orientation,
            side=_LOGO_SIDE,
        )
        answer = child.print_copy(data, file.name, about)
    if not answer.copy:
        raise NetraError(
            tr("“{name}” tidak dapat dibaca sebagai gambar.", name=file.name),
            tr("Pakai berkas PNG atau JPEG yang lebih kecil dari 8 MB."),
            code="bad-logo",
        )
    return answer.copy
