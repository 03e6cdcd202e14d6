"""Puts together what stands in the file of a case, before any of it is written."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import IO, cast

from cases.clock import today
from cases.home import Home
from cases.keys import sshsig
from cases.language import tr
from cases.papers.context import StreamHead
from cases.papers.report import case_report_pdf
from cases.progress import Progress
from cases.resources import resource
from cases.sealed.gathering import Gathered, Wanted, gather
from cases.sealed.info import Info, LeftOut
from cases.sealed.meter import Sink
from cases.sealed.receipt import BadReceipt, parse_receipt
from cases.sealed.writer import Piece, measure, piece_of
from cases.vault.errors import ObjectDamaged, ObjectMissing
from cases.work.cases import read_case_file
from cases.work.overview import CaseFile
from cases.work.records import CaseId


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that will stand in the file."""

    info: Info
    pieces: tuple[Piece, ...]
    objects: int


def contents_of(
    home: Home, case: CaseId, progress: Progress, *, without_identities: bool
) -> Contents:
    """Measure everything of `case`; each object is opened here once, and once when written."""
    # The report first: what it shows is then surely among the lines read after it.
    file = read_case_file(home, case)
    with home.read() as connection:
        gathered = gather(connection, case)
    progress.begin(2 * len(gathered.wanted), tr("Menyegel"))
    objects, left_out = _objects(home, gathered, progress, without_identities)
    report = case_report_pdf(
        _nameless(file) if without_identities else file,
        home.vault.read,
        tuple(StreamHead(head.dev, head.seq, head.sha256) for head in gathered.heads),
    )
    pieces = (
        *_journal(gathered),
        *objects,
        *_receipts(home, gathered),
        piece_of("data/roster.json", _roster(home, file)),
        piece_of("data/laporan.pdf", report),
        piece_of("data/VERIFY.txt", resource("VERIFY.txt").read_bytes()),
    )
    info = Info(
        organization=home.officer.office,
        identifier=file.case.code,
        date=today(),
        case=case,
        dev=home.officer.dev,
        heads=gathered.heads,
        recipients=tuple(sorted(home.keys.recipients)),
        left_out=left_out,
        octets=sum(piece.size for piece in pieces),
        count=len(pieces),
    )
    return Contents(info, pieces, len(objects))


def _objects(
    home: Home, gathered: Gathered, progress: Progress, without_identities: bool
) -> tuple[tuple[Piece, ...], tuple[LeftOut, ...]]:
    pieces, left_out = [], []
    for wanted in sorted(gathered.wanted.values(), key=lambda item: item.sha256):
        why = "identity" if without_identities and wanted.personal else ""
        try:
            if not why:
                pieces.append(_piece(home, wanted, progress))
        except ObjectMissing:
            why = "absent"
        except ObjectDamaged:
            why = "damaged"
        if why:
            left_out.append(LeftOut(wanted.sha256, why))
            progress.advance(2)
    return tuple(pieces), tuple(left_out)


def _piece(home: Home, wanted: Wanted, progress: Progress) -> Piece:
    def pour(sink: Sink) -> None:
        home.vault.stream(wanted.sha256, cast(IO[bytes], sink))
        progress.advance()

    return measure(wanted.name, pour)


def _journal(gathered: Gathered) -> Sequence[Piece]:
    pieces = []
    for dev, lines in gathered.streams.items():
        text = b"".join(line + b"\n" for line in lines)
        pieces.append(piece_of(f"data/journal/{dev}.jsonl", text))
        armour = gathered.signatures[dev].encode("ascii")
        pieces.append(piece_of(f"data/journal/{dev}.sig", armour))
    return pieces


def _receipts(home: Home, gathered: Gathered) -> Sequence[Piece]:
    pieces = []
    for sha256 in gathered.receipts:
        # A receipt that was damaged here is the office's to give again; it stops nothing.
        with suppress(ObjectMissing, ObjectDamaged, BadReceipt):
            text = home.vault.read(sha256)
            receipt = parse_receipt(text)
            name = f"data/receipts/{receipt.office.sign}-{receipt.n}.json"
            pieces.append(piece_of(name, text))
    return pieces


def _roster(home: Home, file: CaseFile) -> bytes:
    """Say who the keys are; information only, nobody's trust rests on it."""
    officers = [
        {
            "dev": officer.dev,
            "fingerprint": sshsig.fingerprint(officer.dev),
            "name": officer.name,
            "role": officer.role,
            "office": officer.office,
            "region": officer.region,
        }
        for officer in file.officers
    ]
    enrolled = home.keys.enrolled
    office = (
        {"id": enrolled.id, "name": enrolled.name, "sign": enrolled.sign} if enrolled else None
    )
    roster = {"format": "netra-roster-1", "office": office, "officers": officers}
    return json.dumps(roster, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _nameless(file: CaseFile) -> CaseFile:
    return replace(file, parties=tuple(replace(party, particulars="") for party in file.parties))
