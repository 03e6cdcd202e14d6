"""Tenggat: month and agenda of all cases, the count of one clock, .ics and the list on paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.deadline_records import RUNNING, DeadlineRecord
from cases.work.records import CaseId
from gui import theme
from gui.background import Work, look
from gui.desk import agenda as desk
from gui.folders import documents
from gui.frame import Frame, Page
from gui.pages.deadlines.agenda import Agenda, Key, key_of
from gui.pages.deadlines.month import TURNED, MonthGrid
from gui.times_left import time_left
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, Swap, row, scrolled
from gui.widgets.counting import CountPanel
from gui.widgets.text import label

_LEFT, _LEFT_NARROW, _NARROW = 430, 350, 1000


class DeadlinesPage(Page):
    """The clocks of all cases."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Tenggat")
        self._clocks: tuple[DeadlineRecord, ...] = ()
        self._chosen: Key | None = None
        self.grid = MonthGrid(self.session.today)
        self.month = label("", "card-title")
        self.agenda = Agenda(self.session.zone)
        self.why = Swap()
        self.told = label("", "secondary", wrap=True)
        self._build()

    def _build(self) -> None:
        outer = self.column()
        self.setLayout(outer)
        self.saving = button(tr("Simpan .ics"), "", "calendar-days", clicked=self._save_calendar)
        self.printing = button(tr("Cetak daftar"), "", "printer", clicked=self._save_list)
        head = row(self.told, self.saving, self.printing)
        head.setStretch(0, 1)
        outer.addLayout(head)
        body = QHBoxLayout()
        body.setSpacing(theme.px(14))
        outer.addLayout(body, 1)
        self.left = QWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._month_card())
        column.addWidget(self.why)
        column.addStretch(1)
        self._side = scrolled(self.left, kind="panel")
        body.addWidget(self._side)
        body.addWidget(scrolled(self.agenda, kind="panel"), 1)
        self.agenda.chosen.connect(self.choose)

    def _month_card(self) -> Card:
        card = Card(tight=True)
        turn = self._turn
        card.column.addLayout(
            row(
                self.month,
                1,
                button(tr("Hari ini"), "link", clicked=lambda: turn(0)),
                button("", "", "chevron-left", name=tr("Bulan lalu"), clicked=lambda: turn(-1)),
                button("", "", "chevron-right", name=tr("Bulan depan"), clicked=lambda: turn(1)),
            )
        )
        card.column.addWidget(self.grid)
        self.day = label("", "secondary", wrap=True)
        card.column.addWidget(self.day)
        self.grid.turned.connect(self._turn)
        self.grid.chosen.connect(self._choose_day)
        return card

    @property
    def parts(self) -> list[QWidget]:
        """Month with the count, and the agenda."""
        return [self._side, self.agenda]

    # --- reading and showing

    def refresh(self) -> None:
        """Read the clocks, and the days off of the month shown."""
        home, first, last = self.session.home, self.grid.first, self.grid.last
        look(self, lambda: desk.read(home, first, last), self._show, slot="agenda")

    def _show(self, found: desk.Agenda) -> None:
        self._clocks = found.clocks
        self._tell_month()
        self.grid.show_days(found.free, self._marks())
        self._tell_day()
        if not found.clocks:
            self._show_nothing()
            return
        known = {key_of(one) for one in found.clocks}
        if self._chosen not in known:
            self._chosen = key_of(found.clocks[0])
        running = [one for one in found.clocks if one.state == RUNNING]
        self.agenda.show_clocks(found.clocks, self._chosen)
        self._show_why()
        late = sum(self._is_late(one) for one in running)
        words = tr("{n} tenggat berjalan", n=len(running))
        if late:
            words += "  ·  " + tr("{n} lewat batas", n=late)
        self.told.setText(words)

    def _show_nothing(self) -> None:
        self.told.setText("")
        column = self.agenda.renew()
        column.addWidget(
            Empty(
                "hourglass",
                tr("Tidak ada tenggat."),
                tr("Tenggat muncul otomatis dari tanggal di kasus."),
            )
        )
        self.why.renew()

    def _marks(self) -> dict[str, tuple[int, str]]:
        found: dict[str, tuple[int, str]] = {}
        for one in self._clocks:
            if one.state != RUNNING:
                continue
            day = one.limit[:10]
            number, tone = found.get(day, (0, ""))
            found[day] = number + 1, "danger" if tone == "danger" else self._tone(one)
        return found

    def _tone(self, one: DeadlineRecord) -> str:
        return time_left(one.limit, self.session.zone)[2]

    def _is_late(self, one: DeadlineRecord) -> bool:
        return time_left(one.limit, self.session.zone)[1] in {tr("jam lewat"), tr("hari lewat")}

    # --- choosing

    def choose(self, clock: DeadlineRecord) -> None:
        """Show why a clock ends when it does."""
        self._chosen = key_of(clock)
        self._show_why()

    def _show_why(self) -> None:
        clock = next((one for one in self._clocks if key_of(one) == self._chosen), None)
        column = self.why.renew()
        if clock is None:
            return
        card = Card(tr("Mengapa"), "info", tight=True)
        card.column.addWidget(label(f"{clock.id} · {clock.step}", "strong14", wrap=True))
        card.column.addWidget(CountPanel(clock, self.session.zone))
        card.column.addLayout(
            row(
                button(
                    tr("Buka kasus {kode}", kode=clock.case_code),
                    "soft",
                    "folder-open",
                    clicked=lambda: self.frame.open_case(CaseId(clock.case), "handling"),
                ),
                1,
            )
        )
        column.addWidget(card)

    def _choose_day(self, day: str) -> None:
        self._tell_day()
        wanted = next((one for one in self._clocks if one.limit.startswith(day)), None)
        if wanted is not None:
            self.choose(wanted)
            self.agenda.show_clocks(self._clocks, self._chosen)

    def _turn(self, months: int) -> None:
        if months != TURNED:
            self.grid.turn(months)
        self.refresh()

    def _tell_month(self) -> None:
        from cases.work.times import plain_date

        self.month.setText(plain_date(self.grid.month.isoformat()).partition(" ")[2])

    def _tell_day(self) -> None:
        self.day.setText(self.grid.accessibleDescription())

    # --- taking away

    def _save_calendar(self) -> None:
        self._ask(tr("Simpan kalender"), "tenggat.ics", desk.save_calendar)

    def _save_list(self) -> None:
        self._ask(tr("Simpan daftar tenggat"), "daftar-tenggat.pdf", desk.save_list)

    def _ask(self, title: str, name: str, save: Callable[..., int]) -> None:
        dialog = QFileDialog(self, title, str(documents()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: self.save(Path(file), save))
        dialog.open()

    def save(self, file: Path, save: Callable[..., int]) -> None:
        """Write a file with all clocks."""
        home = self.session.home
        Work(
            self,
            lambda _progress: save(home, file),
            done=lambda number: self.told.setText(
                tr("{n} tenggat tersimpan di {berkas}.", n=number, berkas=file.name)
            ),
        ).start()

    def print_paper(self) -> None:
        """Ctrl+P makes the list on paper."""
        self._save_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the agenda the room it needs."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        self._side.setFixedWidth(theme.px(_LEFT_NARROW if narrow else _LEFT))
