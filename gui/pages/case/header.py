"""The header of a case: what it is, where it stands, what is due, and that it is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cases import clock
from cases.language import tr
from gui import theme
from gui.background import bus
from gui.pages.case.record import CaseView
from gui.stages import STAGES, source_words, stage_index, stage_words
from gui.times_left import time_left
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, row
from gui.widgets.pill import Pill
from gui.widgets.stage import Stage
from gui.widgets.text import Elided


class CaseHeader(Card):
    """The header of a case."""

    stage_wanted = Signal()
    """Somebody wants to see where the case stands and what may be done next."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._low = False
        self._view: CaseView | None = None
        self.minutes = button(tr("Buat berita acara"), "primary", "file-text")
        self.saved = Pill(tr("Tersimpan"), "ok", "circle-check")
        bus.writing.connect(self._tell_saved)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._body = Swap(spacing=4)
        self.column.addWidget(self._body)

    def show_view(self, view: CaseView) -> None:
        """Show this case."""
        self._view = view
        column = self._body.renew()
        case = view.file.case
        self._title = Elided(case.title, "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        first = QHBoxLayout()
        first.setSpacing(theme.px(10))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.change_stage = button(tr("Penanganan"), "link", clicked=self.stage_wanted.emit)
        stage = Pill(stage_words(case.status), "info")
        head = row(self._title, stage, self.change_stage, spacing=10)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(Elided(self._under(view), "secondary"))
        first.addLayout(words, 1)
        first.addWidget(self.minutes)
        column.addLayout(first)
        column.addLayout(self._state(view))

    def set_low(self, *, low: bool) -> None:
        """Use one line for the stage where the window is low."""
        if low != self._low:
            self._low = low
            if self._view:
                self.show_view(self._view)

    def _under(self, view: CaseView) -> str:
        from cases.work.times import full_time

        case = view.file.case
        found = tr("ditemukan {waktu}", waktu=full_time(case.found_at, self._zone))
        number = case.register or tr("{kode} (sementara)", kode=case.code)
        parts = (
            number,
            source_words(case.source),
            case.place.text,
            found if case.found_at else "",
            view.corrected("case"),
        )
        return "  ·  ".join(part for part in parts if part)

    def _state(self, view: CaseView) -> QHBoxLayout:
        case = view.file.case
        present = stage_index(case.status)
        names = [tr(name) for _key, name in STAGES]
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        if self._low:
            line.addWidget(
                Pill(
                    tr(
                        "Tahap {nomor} dari {banyak}: {nama}",
                        nomor=present + 1,
                        banyak=len(names),
                        nama=names[present],
                    ),
                    "accent",
                )
            )
            line.addStretch(1)
        else:
            line.addWidget(Stage(names, present), 1)
            line.addStretch(0)
        due = self._due(view)
        if due is not None:
            line.addWidget(due)
        line.addWidget(self.saved)
        return line

    def _due(self, view: CaseView) -> QWidget | None:
        from cases.work.times import short_date

        if not view.deadlines:
            return None
        nearest = view.deadlines[0]
        until = nearest.safe or nearest.limit
        number, unit, tone = time_left(until, self._zone)
        made = Pill(f"{number} {unit} · {short_date(until, self._zone)}", tone, "hourglass")
        made.setToolTip(f"{nearest.step}. {tr('Dasar: {dasar}', dasar=nearest.basis)}")
        made.setAccessibleName(f"{nearest.step}: {made.text}")
        return made

    def _tell_saved(self, waiting: int) -> None:
        from cases.work.times import clock as hour

        if waiting:
            self.saved.show_state(tr("Menyimpan…"), "info", "loader-circle")
        else:
            now = hour(clock.now().wall, self._zone)
            self.saved.show_state(tr("Tersimpan {jam}", jam=now), "ok", "circle-check")
