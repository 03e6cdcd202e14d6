"""Where a hit leads."""

from PySide6.QtWidgets import QWidget

from cases.language import tr
from cases.work.records import ExhibitId
from cases.work.search_records import Hit
from gui import theme
from gui.desk import search
from gui.frame import Frame
from gui.sheets.sheet import Sheet
from gui.widgets.card import scrolled
from gui.widgets.text import copyable

_TABS = {
    "incident": "events",
    "party": "people",
    "statement": "summary",
    "question": "hearings",
    "note": "notes",
    "tag": "notes",
}


def open_hit(frame: Frame, over: QWidget, hit: Hit) -> None:
    """Open what was found."""
    if hit.kind == "article":
        ArticleSheet(over, hit.id).open()
    elif hit.kind in {"exhibit", "capture"}:
        frame.open_exhibit((ExhibitId(hit.id),), 0, hit.case)
    elif hit.case is not None:
        frame.open_case(hit.case, _TABS.get(hit.kind, ""))
    else:
        frame.open("today")


class ArticleSheet(Sheet):
    """A rule or a law of the pack, to read and copy."""

    def __init__(self, parent: QWidget, key: str) -> None:
        title, text = search.article(key)
        super().__init__(
            parent, title, tr("Dari paket aturan; bandingkan dengan naskah resminya.")
        )
        self.resize(theme.px(640), theme.px(420))
        words = copyable(text or tr("Tidak ada uraian dalam paket ini."), "")
        words.setAccessibleName(title)
        self.column.addWidget(scrolled(words, kind="panel"), 1)
        self.finish(tr("Tutup"), self.accept)
