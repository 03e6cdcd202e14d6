"""What the viewer of an exhibit asks of `cases`: all that is known of it, its copies, its acts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cases.changes import Changes
from cases.work.evidence_records import (
    CustodyRecord,
    DerivedRecord,
    ExhibitRecord,
    FileClaims,
    SimilarRecord,
)
from cases.work.records import CaseId, ExhibitId
from gui.desk.making import MadePaper

if TYPE_CHECKING:
    from cases.home import Home
    from cases.intake.outcome import IntakeResult
    from cases.intake.viewing import Drawn
    from cases.progress import Progress
    from cases.work.capture_records import CaptureRecord
    from cases.work.exporting import Rehash
    from cases.work.originals import OriginalState
    from cases.work.place_hints import PlaceHint

CUSTODY, REQUEST = "riwayat-bukti", "lembar-permintaan-asli"


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """All that the viewer shows of one exhibit, read in one go."""

    exhibit: ExhibitRecord
    claims: FileClaims
    custody: tuple[CustodyRecord, ...]
    copies: tuple[DerivedRecord, ...]
    similar: tuple[SimilarRecord, ...]
    capture: "CaptureRecord | None"
    place: "PlaceHint | None"
    original: "OriginalState"
    wants_original: str
    """Why the original matters, in words; empty where this may be it."""
    may_know_more: bool
    """The file may say more to the reader of today."""


def read_view(home: "Home", wanted: ExhibitId, case: CaseId | None) -> ExhibitView:
    """Read everything about one exhibit."""
    from cases.intake.rereading import knows_more
    from cases.intake.similar import similar_exhibits
    from cases.language import tr
    from cases.work.capture_records import find_capture
    from cases.work.custody import custody_of
    from cases.work.derived import derived_copies
    from cases.work.exhibits import read_exhibit
    from cases.work.file_claims import claims_of
    from cases.work.originals import WHY, missing_original, original_state
    from cases.work.place_hints import place_hint

    exhibit = read_exhibit(home, wanted, case)
    custody = custody_of(home, wanted, case)
    kind = missing_original(exhibit)
    return ExhibitView(
        exhibit=exhibit,
        claims=claims_of(home, wanted),
        custody=custody,
        copies=derived_copies(home, wanted, case),
        similar=similar_exhibits(home, wanted),
        capture=find_capture(home, wanted, case),
        place=place_hint(home, exhibit, case),
        original=original_state(custody),
        wants_original=tr(WHY[kind]) if kind else "",
        may_know_more=knows_more(home, wanted),
    )


def page_picture(home: "Home", exhibit: ExhibitId, number: int) -> "Drawn":
    """Draw one page of a PDF in the limited child process."""
    from gui.desk.reading import viewing

    return viewing().page(home, exhibit, number)


def copy_picture(home: "Home", record: DerivedRecord) -> bytes:
    """Bytes of a derived copy, a JPEG that Netra made."""
    from cases.work.derived import derived_bytes

    return derived_bytes(home, record)


def derive(
    home: "Home", exhibit: ExhibitId, operations: Sequence[Mapping[str, Any]], reason: str
) -> Changes:
    """Make a copy on which operations are done."""
    from cases.intake.derived import derive_copy

    return derive_copy(home, exhibit, list(operations), reason=reason)


def export(home: "Home", exhibit: ExhibitId, out: Path, reason: str) -> Changes:
    """Write the original outside, byte for byte."""
    from cases.work.exporting import export_exhibit

    return export_exhibit(home, exhibit, out, reason=reason)


def export_copy(home: "Home", copy: str, out: Path, reason: str) -> Changes:
    """Write a derived copy outside."""
    from cases.work.exporting import export_derived

    return export_derived(home, copy, out, reason=reason)


def rehash(home: "Home", exhibit: ExhibitId) -> "Rehash":
    """Read the original again and compare its hash."""
    from cases.work.exporting import rehash_exhibit

    return rehash_exhibit(home, exhibit)


def read_again(home: "Home", exhibit: ExhibitId, progress: "Progress") -> Changes:
    """Read the stored file with the reader of today, and make its print copy."""
    from cases.intake.previews import make_previews
    from cases.intake.rereading import read_again as reread

    outcome = reread(home, [exhibit], progress=progress)
    copies = make_previews(home, exhibits=outcome.changed, progress=progress)
    return _together(outcome.changes, copies)


def print_custody(home: "Home", case: CaseId, exhibit: ExhibitId) -> MadePaper:
    """Make the paper of who did what with an exhibit."""
    return _paper(home, case, CUSTODY, exhibit)


def request_original(home: "Home", case: CaseId, exhibit: ExhibitId, why: str) -> MadePaper:
    """Note that the holder of the original is asked for it, and make the slip."""
    from cases.work import originals

    asked = originals.request_original(home, exhibit, why)
    made = _paper(home, case, REQUEST, exhibit)
    return MadePaper(made.event, made.title, made.data, _together(asked, made.changes))


def receive_original(home: "Home", exhibit: ExhibitId, original: ExhibitId, why: str) -> Changes:
    """Note that the original came in as another exhibit."""
    from cases.work import originals

    return originals.receive_original(home, exhibit, original, why=why)


def exhibits_of(home: "Home", case: CaseId | None) -> tuple[ExhibitRecord, ...]:
    """The exhibits of a case (None: those of none)."""
    from cases.work.exhibits import list_exhibits

    return list_exhibits(home, case)


def paste(
    home: "Home", data: Callable[[], bytes], name: str, case: CaseId | None
) -> "IntakeResult":
    """Take in what was on the clipboard; `data` makes its bytes, away from the window's thread."""
    from cases.intake.pasting import take_in_bytes

    return take_in_bytes(home, data(), name, case=case)


def now_name(zone: str) -> str:
    """A file name for what is pasted now, with the time of the office's zone."""
    from cases import clock
    from cases.work import times

    stated = times.as_stated(clock.now().wall, zone)
    return f"tempelan-{stated[:10]}-{stated[11:16].replace(':', '')}.png"


def _paper(home: "Home", case: CaseId, form: str, exhibit: ExhibitId) -> MadePaper:
    from cases.papers import making

    made = making.make_paper(home, case, form, exhibit=exhibit)
    return MadePaper(made.record.event, made.record.title, made.pdf, made.changes)


def _together(one: Changes, other: Changes) -> Changes:
    return Changes(one.parts | other.parts, one.cases | other.cases, one.made)
