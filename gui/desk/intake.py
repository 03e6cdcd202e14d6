"""What the intake asks of `cases`: runs, the watched folder, clock cards, copies left behind."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.errors import NetraError
from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.records import CaseId, ExhibitId

if TYPE_CHECKING:
    from cases.home import Home
    from cases.intake.brought import Unfinished
    from cases.intake.clock_card import ClockCard
    from cases.intake.measuring import ClockOffer
    from cases.intake.watched import Watched


def unfinished(home: "Home") -> tuple[tuple["Unfinished", bool], ...]:
    """Imports that did not end, each with whether its files can be reached now."""
    from cases.intake import brought

    return tuple((one, one.there) for one in brought.unfinished(home))


def end_run(home: "Home", case: CaseId | None) -> None:
    """The officer says that this was all."""
    from cases.intake import brought

    brought.end_run(home, case)


def records(
    home: "Home", exhibits: Sequence[ExhibitId], case: CaseId | None
) -> dict[str, ExhibitRecord]:
    """These exhibits as they stand in a case (None: unsorted), by id."""
    from cases.work import exhibits as known

    return {one.id: one for one in known.read_exhibits(home, exhibits, case)}


def watched(home: "Home", folder: str) -> "Watched":
    """The watched folder; without one it is “Netra masuk” among the pictures."""
    from cases.intake.selection import keep_out
    from cases.intake.watched import Watched

    made = Watched(home, Path(folder) if folder else None)
    keep_out(home, [made.folder])
    return made


def inbox_folder() -> Path:
    """Where “Netra masuk” lies."""
    from cases.platform import inbox_folder as where

    return where()


def make_inbox(folder: str) -> Path:
    """Make the watched folder if it is not there, and give it."""
    from cases import disk

    where = Path(folder) if folder else inbox_folder()
    with disk.in_words(where):
        where.mkdir(parents=True, exist_ok=True)
    return where


def clock_card(home: "Home") -> "tuple[ClockCard, tuple[tuple[bool, ...], ...]]":
    """The clock card of this moment, and the squares of its QR."""
    from cases.intake import clock_card as cards

    card = cards.make_card(home)
    return card, cards.card_matrix(card)


def hold_ms() -> int:
    """So long one clock card stands on the screen."""
    from cases.intake.clock_card import HOLD_MS

    return HOLD_MS


def take_in_card(home: "Home", files: Sequence[Path], case: CaseId | None) -> ExhibitId:
    """Take the photo of a clock card in, as any other file; gives its exhibit."""
    from cases.intake.pipeline import take_in

    result = take_in(home, files, case=case)
    if result.failure is not None:
        raise result.failure
    item = result.items[0]
    if not item.exhibit:
        raise NetraError(item.reason, tr("Pilih berkas lain."), code="unreadable")
    return ExhibitId(item.exhibit)


def read_clock(home: "Home", case: CaseId | None, photo: ExhibitId) -> "ClockOffer":
    """What a photo of a clock card tells of its camera's clock."""
    from cases.intake import measuring

    return measuring.read_clock(home, case, photo)


def state_measured(home: "Home", offer: "ClockOffer") -> Changes:
    """State what a clock card told, for all photos of that camera."""
    from cases.intake import measuring

    return measuring.state_measured(home, offer)


def request_original(home: "Home", exhibit: ExhibitId, why: str) -> Changes:
    """Record that the holder was asked for the original."""
    from cases.work import originals

    return originals.request_original(home, exhibit, why)
