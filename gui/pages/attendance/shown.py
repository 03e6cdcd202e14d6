"""Under a photo: who was pointed at, and what it is named for, each finding apart."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import CaseId, ExhibitId, PartyId
from gui import theme
from gui.background import Work, look
from gui.desk import rolls
from gui.pages.attendance.pointing import Mark, Pointer, paint_marks
from gui.session import Session
from gui.sheets.reason import ReasonSheet
from gui.widgets.buttons import button
from gui.widgets.card import Swap, row
from gui.widgets.choice import Choice
from gui.widgets.text import Elided, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from cases.work.markers import MarkerRecord
    from cases.work.shown import Shown

_MOST = 3


class Picture(Protocol):
    """The picture, as this bar needs it."""

    overlay: Any
    under: "Callable[[QPainter, QSize], None] | None"

    def update(self) -> None:
        """Paint anew."""

    def setFocus(self) -> None:
        """Take the keys."""


class ShownBar(QWidget):
    """People and facts of the exhibit that is shown."""

    def __init__(self, session: Session, picture: Picture) -> None:
        super().__init__()
        self._session, self._picture = session, picture
        self._about: tuple[CaseId, ExhibitId] | None = None
        self._painted = True
        self.shown: Shown | None = None
        picture.under = self._paint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.who = Choice(tr("Tunjuk orang di foto"), (), tr("Ini orangnya…"))
        self.who.setFixedWidth(theme.px(220))
        self.who.activated.connect(lambda _index: self.point(self.who.value))
        self.hint = label("", "caption")
        self._people = Swap(spacing=0)
        column.addLayout(row(self.who, self.hint, 1))
        column.addWidget(self._people)
        self.hide()

    def show_exhibit(self, case: CaseId | None, exhibit: ExhibitId, kind: str) -> None:
        """Show what is known of an exhibit; only photos in a case have people."""
        if case is not None and (case, exhibit) == self._about:
            self.refresh()
            return
        self._leave()
        self._about = (case, exhibit) if case is not None else None
        self.shown = None
        self.setVisible(case is not None)
        self.who.setVisible(kind == "photo")
        self.refresh()

    def set_painted(self, *, painted: bool) -> None:
        """Show the points on the picture, or not: a derived copy may be cut otherwise."""
        self._painted = painted
        self._picture.update()

    def refresh(self) -> None:
        """Read anew."""
        if self._about is not None:
            home, about = self._session.home, self._about

            def show(found: "Shown") -> None:
                if about == self._about:
                    self._show(found)

            look(self, lambda: rolls.shown_on(home, *about), show, slot="shown")

    def _show(self, found: "Shown") -> None:
        self.shown = found
        self.who.clear()
        for party in found.parties:
            self.who.addItem(f"{party.code} {party.label}".strip(), party.id)
        self.who.setCurrentIndex(-1)
        column = self._people.renew()
        if found.markers:
            people = QHBoxLayout()
            people.setSpacing(theme.px(4))
            people.addWidget(label(tr("Ditunjuk:"), "caption"))
            for marker in found.markers:
                people.addWidget(self._chip(marker))
            people.addStretch(1)
            column.addLayout(people)
        for fact in found.facts[:_MOST]:
            column.addWidget(Elided(f"{fact.about}  ·  {fact.words}", "caption"))
        if len(found.facts) > _MOST:
            column.addWidget(label(tr("dan {n} lagi", n=len(found.facts) - _MOST), "caption"))
        self._people.setVisible(bool(found.markers or found.facts))
        self._picture.update()

    def _chip(self, marker: "MarkerRecord") -> QWidget:
        code = self._code(marker.party)
        return button(
            code,
            "link",
            "x",
            name=tr("Tarik tanda {kode}", kode=code),
            clicked=lambda: self.withdraw(marker.event),
        )

    def _code(self, party: str) -> str:
        known = self.shown.parties if self.shown else ()
        return next((one.code for one in known if one.id == party), "?")

    def _paint(self, painter: QPainter, size: QSize) -> None:
        if self.shown is not None and self._painted:
            marks: list[Mark] = [(self._code(m.party), m.x, m.y) for m in self.shown.markers]
            paint_marks(painter, size, marks)

    # --- pointing

    def point(self, party: str) -> None:
        """Wait for a point of the picture: this is the person."""
        if self._about is None or not party:
            return
        self._picture.overlay = Pointer(
            self._code(party), lambda x, y: self._place(PartyId(party), (x, y)), self._leave
        )
        self.hint.setText(tr("Klik orangnya, atau panah lalu Enter; Esc batal."))
        self._picture.setFocus()
        self._picture.update()

    def _place(self, party: PartyId, at: tuple[int, int]) -> None:
        if self._about is None:
            return
        home, (case, exhibit) = self._session.home, self._about
        self._leave()
        Work(
            self,
            lambda _progress: rolls.place_marker(home, case, exhibit, party, at),
            done=lambda _changes: self.refresh(),
        ).start()

    def _leave(self) -> None:
        if isinstance(self._picture.overlay, Pointer):
            self._picture.overlay = None
        self.hint.setText("")
        self.who.setCurrentIndex(-1)
        self._picture.update()

    def withdraw(self, marker: str) -> None:
        """Take a point away, with a reason."""
        if self._about is None:
            return
        home, (case, _exhibit) = self._session.home, self._about
        sheet = ReasonSheet(
            self,
            tr("Tarik tanda ini?"),
            tr("Tanda yang ditarik tetap terbaca di riwayat bukti."),
            tr("Tarik"),
            hint=tr("mis. ternyata orang lain"),
        )
        sheet.given.connect(
            lambda why: Work(
                self,
                lambda _progress: rolls.remove_marker(home, case, marker, why),
                done=lambda _changes: self.refresh(),
            ).start()
        )
        sheet.open()
