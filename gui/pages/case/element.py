"""One element of a finding: it opens to what it rests on, and takes exhibits that are dropped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import N_, tr
from cases.work.overview import ElementFinding
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import Swap, icon_label
from gui.widgets.carried import carried
from gui.widgets.text import label

_MARKS = {
    "ya": ("circle-check", "accentText", N_("ya")),
    "tidak": ("circle-x", "text2", N_("tidak")),
    "belum_diketahui": ("circle-question-mark", "dugaan", N_("belum diketahui")),
}


class ElementRow(QWidget):
    """
    One element: its mark, its words, what it rests on, and ya, tidak or belum diketahui.

    It opens to the facts below it; exhibits that are dropped on it are bound to one of them.
    """

    opened = Signal()
    """What it rests on is wanted now."""
    dropped = Signal(object)

    def __init__(self, text: str, value: str, under: str, *, icon: str = "") -> None:
        super().__init__()
        mark, ink, word = _MARKS[value]
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(icon_label(icon or mark, ink), 0, Qt.AlignmentFlag.AlignTop)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(label(f"{text}  ·  {tr(word)}", "body14", wrap=True))
        if under:
            self._words.addWidget(label(under, "cite", wrap=True))
        self._words.addStretch(1)
        row.addLayout(self._words, 1)
        self._row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(row)
        self._below = Swap(spacing=4)
        self._below.hide()
        column.addWidget(self._below)
        self.setAccessibleName(f"{text}: {tr(word)}. {under}".strip())

    def let_open(self, name: str) -> None:
        """Give it a button that opens what it rests on, and let it take exhibits."""
        toggle = button("", "link", "chevron-down", name=name, clicked=self._turn)
        toggle.setFixedWidth(theme.px(44))
        self._row.addWidget(toggle, 0, Qt.AlignmentFlag.AlignTop)
        self.setAcceptDrops(True)

    @property
    def is_open(self) -> bool:
        """Whether what it rests on is shown."""
        return not self._below.isHidden()

    def show_grounds(self, grounds: QWidget) -> None:
        """Show what it rests on."""
        self._below.renew().addWidget(grounds)
        self._below.show()

    def _turn(self) -> None:
        if self.is_open:
            self._below.hide()
        else:
            self.opened.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take exhibits of the grid."""
        if carried(event.mimeData()):
            event.acceptProposedAction()
            self._mark(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went on."""
        self._mark(on=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are to be bound here."""
        self._mark(on=False)
        exhibits = carried(event.mimeData())
        if exhibits:
            event.acceptProposedAction()
            self.dropped.emit(exhibits)

    def _mark(self, *, on: bool) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, on=on)
        theme.set_kind(self, kind="target" if on else "")


def joined(gates: list[ElementFinding]) -> ElementFinding:
    """Make one line of what says that a rule applies; it opens to the facts of all."""
    return ElementFinding(
        id="gates",
        text=tr("Berlaku bagi orang dan waktu ini"),
        value="ya",
        reason="",
        exhibits=tuple(dict.fromkeys(code for one in gates for code in one.exhibits)),
        facts=tuple(dict.fromkeys(fact for one in gates for fact in one.facts)),
    )


def element_row(element: ElementFinding) -> ElementRow:
    """Make the row of an element or an exception."""
    under = "  ·  ".join(part for part in (", ".join(element.exhibits), element.reason) if part)
    if element.effect:
        words = tr("Pengecualian: {isi}", isi=element.text)
        made = ElementRow(words, element.value, under, icon="info")
    else:
        made = ElementRow(element.text, element.value, under)
    if element.facts or element.missing:
        made.let_open(tr("Dasar unsur: {unsur}", unsur=element.text))
    return made
