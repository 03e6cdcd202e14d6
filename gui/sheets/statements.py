"""What can be stated about chosen exhibits: time, place, the clock card."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cases.language import tr
from cases.work.records import CaseId, ExhibitId
from gui import theme
from gui.background import Work
from gui.desk import times
from gui.frame import Page
from gui.widgets.buttons import button
from gui.widgets.notice import undone_by
from gui.widgets.text import label


class StatementBar(QWidget):
    """Buttons that act on the exhibits chosen in a list or grid."""

    def __init__(
        self,
        page: Page,
        case: Callable[[], CaseId | None],
        chosen: Callable[[], tuple[ExhibitId, ...]],
    ) -> None:
        super().__init__()
        self._page, self._case, self._chosen = page, case, chosen
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        self.count = label("", "secondary")
        self.time = button(tr("Waktu…"), "", "clock", clicked=self.state_time)
        self.time.setToolTip(tr("Nyatakan zona atau selisih jam untuk foto yang dipilih"))
        self.place = button(tr("Tempat…"), "", "map-pin", clicked=self.state_place)
        self.place.setToolTip(tr("Benarkan atau nyatakan tempat foto yang dipilih"))
        self.card = button(tr("Kartu jam…"), "", "qr-code", clicked=self.measure)
        self.card.setToolTip(tr("Ukur jam kamera dengan foto kartu jam"))
        for widget in (self.count, self.time, self.place, self.card):
            line.addWidget(widget)
        self.tell()

    def tell(self) -> None:
        """Say how many are chosen; nothing can be stated of none."""
        chosen = len(self._chosen())
        self.count.setText(tr("{n} dipilih", n=chosen) if chosen else "")
        self.time.setEnabled(chosen > 0)
        self.place.setEnabled(chosen > 0)

    def state_time(self) -> None:
        """Open the sheet for zone and clock error."""
        from gui.sheets.times import TimeSheet

        chosen = self._chosen()
        sheet = TimeSheet(self._page, self._page.session, self._case(), chosen)
        sheet.stated.connect(
            lambda former: self._offer_undo(
                tr("Waktu dinyatakan untuk {n} bukti.", n=len(chosen)), former
            )
        )
        sheet.open()

    def state_place(self) -> None:
        """Open the sheet for places."""
        from gui.sheets.places import PlaceSheet

        sheet = PlaceSheet(self._page, self._page.session, self._case(), self._chosen())
        sheet.stated.connect(
            lambda former: self._offer_undo(tr("Tempat foto dinyatakan."), former)
        )
        sheet.settings_wanted.connect(lambda: self._page.frame.open("settings"))
        sheet.open()

    def measure(self) -> None:
        """Show the clock card; where one photo is chosen, it may be the photo of a card."""
        from gui.sheets.clock_card import ClockCardSheet

        chosen = self._chosen()
        photo = chosen[0] if len(chosen) == 1 else None
        sheet = ClockCardSheet(self._page, self._page.session, self._case(), photo)
        sheet.stated.connect(
            lambda former: self._offer_undo(tr("Selisih jam kamera dinyatakan."), former)
        )
        sheet.open()

    def _offer_undo(self, words: str, former: Any) -> None:
        page, home = self._page, self._page.session.home
        reason = tr("diurungkan")
        page.frame.tell(
            undone_by(
                words,
                lambda: Work(page, lambda _progress: times.restore(home, former, reason)).start(),
            )
        )
