"""
Scans of papers that come back: the QR of the page says which paper it is.

The scan is an exhibit like any other; what is recorded is that this exhibit is that paper. A scan
of a paper of another case is refused, and so is a picture without a code of ours.
"""

import re
from dataclasses import dataclass

import msgspec
from sqlalchemy import select

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.intake.child import Child
from cases.intake.copying import Picture
from cases.language import tr
from cases.tables import exhibit as exhibit_table
from cases.work.cases import read_case_file
from cases.work.filled import note_scan
from cases.work.overview import CaseFile
from cases.work.records import CaseId, ExhibitId, PaperRecord, ScanRecord

_PAYLOAD = re.compile(r"netra:([0-9a-f]{32}):([a-z0-9-]{1,40}):([0-9a-f]{64})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Matched:
    """A scan, and the paper it is a scan of; None: made elsewhere, or not kept."""

    scan: ScanRecord
    paper: PaperRecord | None
    changes: Changes


class _Inspection(msgspec.Struct, frozen=True):
    orientation: int | None = None


def match_scan(home: Home, case: CaseId, exhibit: ExhibitId) -> Matched:
    """Read the QR of a scan, and record which paper it is."""
    file = read_case_file(home, case)
    codes = _codes(home, exhibit)
    found = [match for text in codes if (match := _PAYLOAD.fullmatch(text))]
    if not found:
        raise NetraError(
            tr("Pada gambar ini tidak ada kode QR surat Netra yang terbaca."),
            tr("Pindai lagi lebih tajam, dengan kode di kanan bawah halaman terlihat utuh."),
            code="no-code",
        )
    case_id, form, head = found[0].groups()
    if case_id != case:
        raise NetraError(
            tr("Ini pindaian surat dari kasus lain."),
            tr("Masukkan gambar itu ke kasus suratnya, lalu ulangi."),
            code="other-case",
        )
    paper = _made(file, form, head)
    scan = ScanRecord(exhibit, paper.event if paper else "", form, head)
    return Matched(scan, paper, note_scan(home, case, scan))


def _made(file: CaseFile, form: str, head: str) -> PaperRecord | None:
    """Give the newest paper of this form and content; a final one before drafts."""
    made = [one for one in file.papers if (one.form, one.content_head) == (form, head)]
    return max(enumerate(made), key=lambda at: (at[1].final, at[0]))[1] if made else None


def _codes(home: Home, exhibit: ExhibitId) -> tuple[str, ...]:
    with home.read() as connection:
        row = connection.execute(
            select(exhibit_table).where(exhibit_table.c.id == exhibit)
        ).first()
    if row is None or row.kind != "photo":
        return ()
    turned = msgspec.json.decode(row.inspection or "{}", type=_Inspection).orientation
    about = Picture(row.media_type, row.width, row.height, turned)
    with Child() as child:
        return child.codes(home.vault.read(row.object), row.file, about).codes
