"""Kehadiran: one screen for an incident, however many were there. One save is one action."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from cases.changes import Changes
from cases.language import tr
from cases.work.records import CaseId, IncidentId, Value
from gui import desk, theme
from gui.background import Work, look
from gui.desk import rolls
from gui.desk.rolls import FactOffer, Roll
from gui.frame import Frame, Page
from gui.pages.attendance.columns import EXHIBITS, fact_column, person_columns
from gui.pages.attendance.importing import ListSheet
from gui.pages.attendance.model import RollModel
from gui.pages.attendance.rows import draft_of, people_of, plain, restore
from gui.pages.attendance.shared import SharedFacts
from gui.pages.attendance.table import RollTable
from gui.sheets.picking import PickExhibits
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.choice import Choice
from gui.widgets.pill import Pill
from gui.widgets.text import Elided, label

_DRAFT_MS = 2000
_LOW = 640


class RollPage(Page):
    """The attendance of one incident."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title, self.crumb = tr("Kehadiran"), tr("Kasus")
        self._case: CaseId | None = None
        self._incident: IncidentId | None = None
        self.roll: Roll | None = None
        self._offers: dict[str, FactOffer] = {}
        self.model = RollModel()
        self.table = RollTable(self.model)
        self.shared = SharedFacts()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DRAFT_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = self.column()
        column.setSpacing(theme.px(8))
        self.setLayout(column)
        self._name = Elided("", "title")
        self._listed = button(tr("Impor daftar hadir"), "", "clipboard-list")
        self._bind = button(tr("Ikat bukti"), "", "paperclip")
        self._bind.setToolTip(tr("Bukti yang dipilih diikat ke baris yang dipilih."))
        self._more = Choice(tr("Tambah kolom"), (), tr("Tambah kolom…"))
        self._more.setFixedWidth(theme.px(190))
        self.save = button(tr("Simpan"), "primary", "check")
        back = button("", "", "chevron-left", name=tr("Kembali ke peristiwa"), clicked=self.back)
        head = row(back, self._name, self._listed, self._bind, self._more, self.save)
        head.setStretch(1, 1)
        column.addLayout(head)
        column.addWidget(self.shared)
        column.addWidget(self.table, 1)
        self._state = Pill("", "neutral")
        self._count = label("", "secondary")
        self._hint = Elided(
            tr("Enter menulis · Ctrl+V menempel baris lembar kerja · Ctrl+D mengisi ke bawah"),
            "caption",
        )
        foot = row(self._count, self._state, self._hint)
        foot.setStretch(2, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._listed.clicked.connect(lambda _checked=False: self.import_list())
        self._bind.clicked.connect(lambda _checked=False: self.bind_exhibits())
        self._more.activated.connect(lambda _index: self.add_column(self._more.value))
        self.save.clicked.connect(lambda _checked=False: self.record())
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.record)
        self.model.edited.connect(self._touched)
        self.model.not_understood.connect(self._not_understood)
        self.shared.edited.connect(self._share)
        self.table.pasted.connect(self.paste)
        self._timer.timeout.connect(self.keep_draft)

    # --- showing

    def show_incident(self, case: CaseId, incident: IncidentId) -> None:
        """Show the attendance of an incident."""
        self._case, self._incident, self.roll = case, incident, None
        self.refresh()

    def refresh(self) -> None:
        """Read the table anew."""
        if self._case is not None and self._incident is not None:
            home, case, incident = self.session.home, self._case, self._incident
            look(self, lambda: rolls.read_roll(home, case, incident), self._show, slot="roll")

    def hear(self, changes: Changes) -> None:
        """Read anew when the case changed, unless somebody is typing."""
        if self._case in changes.cases and not self.unsaved:
            self.refresh()

    def _show(self, roll: Roll) -> None:
        if roll.sheet.incident.id != self._incident:
            return
        self.roll = roll
        incident = roll.sheet.incident
        self.title = tr("Kehadiran {kode}", kode=incident.code)
        self._name.setText(f"{incident.code}  {incident.title}")
        self.frame.show_where()
        self._offers = {offer.fact: offer for offer in roll.offers}
        people = people_of(roll)
        same = {s.fact: plain(s.value) for s in roll.sheet.shared if s.party and s.value}
        for one in people:
            if one.stood:  # said of each of them alone, though the same
                one.facts |= same
                one.had_facts |= same
        typed, added = restore(roll.draft, people)
        stood: dict[str, Value] = {
            s.fact: plain(s.value)
            for s in roll.sheet.shared
            if s.party is None and s.value is not None and s.fact in self._offers
        }
        self.shared.show_facts(self._offers, stood, typed)
        keys = dict.fromkeys(
            (*(o.fact for o in roll.offers[:2]), *roll.sheet.columns, *same, *added)
        )
        codes: dict[str, str] = {one.id: one.code for one in roll.file.exhibits}
        facts = [fact_column(self._offers[key]) for key in keys if key in self._offers]
        self.model.show_people(people, [*person_columns(codes), *facts], self.shared.values)
        self._offer_columns()
        self._tell(restored=bool(roll.draft))
        self.table.go_to(len(people), 2)

    def _offer_columns(self) -> None:
        present = {column.key for column in self.model.columns}
        self._more.clear()
        for offer in self._offers.values():
            if offer.fact not in present and not offer.shared_only:
                self._more.addItem(offer.name, offer.fact)
        self._more.setCurrentIndex(-1)

    # --- what is typed

    @property
    def unsaved(self) -> bool:
        """Whether something was typed and is not recorded."""
        return bool(self.shared.typed) or any(one.is_changed for one in self.model.people)

    def add_column(self, fact: str) -> None:
        """Add a column for a fact."""
        if fact in self._offers and self.model.place_of(fact) < 0:
            self.model.add_column(fact_column(self._offers[fact]))
            self._offer_columns()
            self.table.scrollTo(self.model.index(0, self.model.columnCount() - 1))

    def _share(self) -> None:
        self.model.share(self.shared.values)
        self._touched()

    def _touched(self) -> None:
        self._timer.start()
        self._tell()

    def _tell(self, *, restored: bool = False) -> None:
        people = self.model.people
        there = sum(one.there for one in people)
        fresh = sum(one.is_changed for one in people)
        self._count.setText(tr("{n} orang hadir", n=there))
        if restored:
            self._state.show_state(tr("Ketikan terakhir dipulihkan"), "info", "history")
        elif self.unsaved:
            self._state.show_state(tr("{n} baris belum disimpan", n=fresh), "warn", "pencil")
        else:
            self._state.show_state(tr("Tersimpan"), "ok", "circle-check")
        self.save.setEnabled(self.unsaved)

    def _not_understood(self, words: str) -> None:
        self._state.show_state(tr("Tidak dikenal – {isi}", isi=words), "warn", "triangle-alert")

    def keep_draft(self) -> None:
        """Keep what was typed, so that at most two seconds of it are ever lost."""
        if self._case is None or self._incident is None:
            return
        columns = [column.key for column in self.model.columns if column.is_fact]
        text = draft_of(self.model.people, self.shared.typed, columns)
        home, key = self.session.home, rolls.draft_key(self._case, self._incident)
        Work(self, lambda _progress: desk.keep_draft(home, key, text)).start()

    def paste(self, text: str) -> None:
        """Take rows of a spreadsheet; with a row of headings they are read as a list."""
        if not text.strip() or self._case is None:
            return
        home, case = self.session.home, self._case
        look(
            self,
            lambda: rolls.preview_list(home, case, text.encode()),
            lambda preview: self.model.add_listed(preview.wanted()),
            failed=lambda _error: self.table.paste_cells(text),  # no headings: by place
        )

    def bind_exhibits(self) -> None:
        """Choose exhibits for the chosen rows."""
        rows = [at for at in self.table.rows if not self.model.people[at].is_empty]
        if self.roll is None or not rows:
            self._state.show_state(tr("Pilih baris orangnya dulu."), "warn", "triangle-alert")
            return
        sheet = PickExhibits(self, self.session, self.roll.file.exhibits)
        sheet.picked.connect(lambda chosen: self._bound(rows, chosen))
        sheet.open()

    def _bound(self, rows: list[int], chosen: tuple[str, ...]) -> None:
        place = self.model.place_of(EXHIBITS)
        for at in rows:
            have = self.model.people[at].exhibits
            self.model.setData(self.model.index(at, place), [*have, *chosen])

    def import_list(self) -> None:
        """Import an attendance list of others."""
        if self._case is not None and self._incident is not None:
            ListSheet(self, self.session, self._case, self._incident).open()

    # --- one save, one action

    def record(self) -> None:
        """Record everything that was typed, in one action."""
        if self._case is None or self._incident is None or not self.unsaved:
            return
        self._timer.stop()
        self.save.setEnabled(False)
        entries = [one.entry() for one in self.model.people if one.is_changed]
        home, case, incident = self.session.home, self._case, self._incident
        shared = self.shared.typed
        Work(
            self,
            lambda _progress: rolls.record_roll(home, case, incident, entries, shared),
            done=lambda _changes: self.refresh(),
            failed=self._failed,
        ).start()

    def _failed(self, error: BaseException) -> None:
        from gui import errors

        self._tell()
        errors.show(self, error)

    # --- the page

    @property
    def parts(self) -> list[QWidget]:
        """The shared facts and the table."""
        return [self.shared, self.table]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the shared facts where the window is low."""
        super().resizeEvent(event)
        self.shared.set_folded(folded=self.window().height() < theme.px(_LOW))

    def back(self) -> None:
        """Go back to the incidents of the case; what was typed is kept."""
        if self.unsaved:
            self._timer.stop()
            self.keep_draft()
        if self._case is not None:
            self.frame.open_case(self._case, "events")
