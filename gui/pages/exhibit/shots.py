"""Which picture of an exhibit is looked at, and how it is fetched; called in a reader thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from cases.language import tr
from cases.work.evidence_records import DerivedRecord
from cases.work.records import ExhibitId
from gui import desk
from gui.desk import evidence
from gui.widgets.picture import whole

if TYPE_CHECKING:
    from cases.home import Home

PREVIEW, ORIGINAL = "preview", "original"
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to show, with the pages of its document and the code of why there is none."""

    image: QImage
    pages: int = 0
    reason: str = ""


def copy_shot(home: "Home", copy: DerivedRecord) -> Callable[[], Shot]:
    """A derived copy."""
    return lambda: Shot(whole(evidence.copy_picture(home, copy)))


def leaf_shot(home: "Home", exhibit: ExhibitId, page: int) -> Callable[[], Shot]:
    """One page of a PDF."""

    def take() -> Shot:
        drawn = evidence.page_picture(home, exhibit, page)
        return Shot(whole(drawn.jpeg), drawn.pages, drawn.reason)

    return take


def photo_shot(home: "Home", exhibit: ExhibitId, version: str) -> Callable[[], Shot]:
    """The print copy, or the original as it was decoded in the limited child."""
    fetch = desk.original_picture if version == ORIGINAL else desk.preview
    return lambda: Shot(whole(fetch(home, exhibit)))


def why_none(view: evidence.ExhibitView | None, reason: str) -> str:
    """Say why there is no picture; `reason` is the code of whoever tried to draw it."""
    from cases.work.evidence_words import reason_words

    if reason:
        return reason_words(reason)
    if view is not None and view.exhibit.reason:
        return view.exhibit.reason
    return tr("Pratinjau belum dibuat. Berkas asli tetap tersimpan.")
