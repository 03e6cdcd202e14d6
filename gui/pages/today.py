"""Hari ini: what must be done today, what is missing, and whether all is safe."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cases import clock
from cases.language import tr
from cases.work.deadline_records import DeadlineRecord
from cases.work.evidence_records import ExhibitRecord
from cases.work.overview import CaseAssessment, CaseSummary, Question
from gui import desk, theme
from gui.background import Work, look
from gui.frame import Frame, Page
from gui.pages.today_cards import CaseTile, DeadlineRow, LaptopCard, PictureStrip
from gui.pages.today_left import LeftUndone
from gui.pages.today_safety import TodaySafety
from gui.undoing import offer_answer
from gui.widgets.buttons import button
from gui.widgets.card import Card, Empty, Swap, line, scrolled
from gui.widgets.picture import Pictures
from gui.widgets.pill import Pill
from gui.widgets.questions import Key, QuestionList, key_of
from gui.widgets.text import label

_DEADLINES, _QUESTIONS, _TILES = 3, 3, 4
_BESIDE = 900
"""From this width on the cards stand in two columns."""


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows, read in one go."""

    cases: tuple[CaseSummary, ...]
    deadlines: tuple[DeadlineRecord, ...]
    questions: tuple[Question, ...]
    under: dict[Key, str]
    """What stands below each question: the case, the person, the rule it helps to decide."""
    exhibits: tuple[ExhibitRecord, ...]
    machine: tuple[int, int, str]


class TodayPage(Page):
    """The first page after unlocking."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Hari ini")
        self._asked = 0
        self._pictures = Pictures(
            self, lambda exhibit: desk.preview(self.session.home, exhibit), self.update_pictures
        )
        self._body = QWidget()
        self._column = self.column()
        self._body.setLayout(self._column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._body))
        self._column.addLayout(self._greeting())
        self.safety = TodaySafety(self)
        self.left = LeftUndone(self)
        self._column.addWidget(self.left)
        self._column.addWidget(self.safety.warnings)
        self._content = Swap(spacing=12)
        self._column.addWidget(self._content, 1)
        self.questions = QuestionList()
        self.questions.answered.connect(self._answer)
        self.questions.answered.connect(lambda question, *_: offer_answer(self, question))
        self._view: View | None = None

    def _greeting(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        self._hello = label("", "greeting")
        self._day = label("", "lead")
        words.addWidget(self._hello)
        words.addWidget(self._day)
        line_of_words = QHBoxLayout()
        line_of_words.addLayout(words)
        line_of_words.addStretch(1)
        line_of_words.addWidget(
            button(tr("Impor bukti"), "", "image-down", clicked=lambda: self.frame.open("intake"))
        )
        return line_of_words

    def refresh(self) -> None:
        """Read everything the page shows."""
        home, day = self.session.home, self.session.today

        def read() -> View:
            cases = desk.list_cases(home)
            asked: list[Question] = []
            under: dict[Key, str] = {}
            for case in cases:
                found = desk.assess(home, case.case.id)
                fresh = [one for one in found.questions if not one.said_unknown]
                asked += fresh
                under |= _under(fresh, found)
            return View(
                cases=cases,
                deadlines=desk.deadlines(home),
                questions=tuple(asked),
                under=under,
                exhibits=desk.taken_in_on(home, day),
                machine=desk.machine(home),
            )

        look(self, read, self._show, slot="view")
        self.safety.refresh()
        self.left.refresh()

    def _show(self, view: View) -> None:
        self._view = view
        self._greet(view)
        column = self._content.renew()
        if not view.cases and not view.exhibits:
            column.addWidget(self._empty())
            return
        column.addLayout(self._cards(view))
        column.addLayout(self._recent(view))
        column.addStretch(1)
        self.safety.settle()

    def _cards(self, view: View) -> QBoxLayout:
        beside = self.width() >= theme.px(_BESIDE)
        cards = QHBoxLayout() if beside else QVBoxLayout()
        cards.setSpacing(theme.px(14))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(theme.px(12))
        for part in (self._deadlines(view), self._missing(view), self.safety.rechecks):
            left.addWidget(part)
        left.addStretch(1)
        self.strip = PictureStrip(view.exhibits, self._pictures, self._look_at)
        laptop = LaptopCard(*view.machine, self.session.zone)
        for part in (self.safety.here, self.strip, laptop, self.safety.copies):
            right.addWidget(part)
        right.addStretch(1)
        right.setContentsMargins(0, 0, 0, 0)
        cards.addLayout(left, 1)
        holder = QWidget()
        if beside:
            holder.setFixedWidth(theme.px(344 if self.width() > theme.px(1100) else 312))
        holder.setLayout(right)
        cards.addWidget(holder)
        return cards

    def _greet(self, view: View) -> None:
        from cases.work.times import full_date

        hour = int(clock.now().wall[11:13]) + int(self.session.zone[1:3])
        part = hour % 24
        words = (
            tr("Selamat pagi, {nama}")
            if 4 <= part < 11
            else tr("Selamat siang, {nama}")
            if 11 <= part < 15
            else tr("Selamat sore, {nama}")
            if 15 <= part < 19
            else tr("Selamat malam, {nama}")
        )
        self._hello.setText(words.format(nama=self.session.officer.name))
        parts = [full_date(self.session.today)]
        if view.deadlines:
            parts.append(tr("{n} tenggat berjalan", n=len(view.deadlines)))
        if view.questions:
            parts.append(tr("{n} fakta masih kurang", n=len(view.questions)))
        self._day.setText("  ·  ".join(parts))

    def _empty(self) -> QWidget:
        card = Card()
        card.column.addWidget(
            Empty(
                "folder-open",
                tr("Belum ada kasus."),
                tr("Catat temuan pertama – cukup judul, tempat, dan waktu."),
                button(tr("Kasus baru"), "primary", "plus", clicked=self.frame.new_case),
                button(
                    tr("Impor bukti"), "", "image-down", clicked=lambda: self.frame.open("intake")
                ),
            )
        )
        return card

    def _deadlines(self, view: View) -> QWidget:
        card = Card(tr("Tenggat terdekat"), "calendar-clock")
        if not view.deadlines:
            card.column.addWidget(
                label(
                    tr("Tidak ada tenggat. Tenggat muncul otomatis dari tanggal di kasus."),
                    "lead",
                    wrap=True,
                )
            )
        for index, deadline in enumerate(view.deadlines[:_DEADLINES]):
            if index:
                card.column.addWidget(line())
            card.column.addWidget(
                DeadlineRow(deadline, self.session.zone, self.frame.open_case, first=not index)
            )
        return card

    def _missing(self, view: View) -> QWidget:
        card = Card(tr("Fakta yang masih kurang"), "circle-question-mark")
        if not view.questions:
            self.questions.show_questions((), {}, {})
            card.column.addWidget(self.questions)
            card.column.addWidget(
                label(tr("Tidak ada pertanyaan yang terbuka."), "lead", wrap=True)
            )
            return card
        rest = len(view.questions) - _QUESTIONS
        if rest > 0:
            case = view.questions[_QUESTIONS].case
            more = button(
                tr("Lihat semua"), "link", clicked=lambda: self.frame.open_case(case, "summary")
            )
            card.head.addWidget(more)
        card.head.addWidget(Pill(tr("{n} pertanyaan", n=len(view.questions)), "dugaan"))
        self.questions.show_questions(view.questions[:_QUESTIONS], view.under, {})
        card.column.addWidget(self.questions)
        return card

    def _recent(self, view: View) -> QGridLayout:
        tiles = QGridLayout()
        tiles.setSpacing(theme.px(12))
        tiles.addWidget(label(tr("Terakhir dibuka"), "strong"), 0, 0, 1, _TILES)
        for index in range(_TILES):
            tiles.setColumnStretch(index, 1)
        for index, summary in enumerate(view.cases[:_TILES]):
            tile = CaseTile(summary, self._pictures, self.frame.open_case)
            tiles.addWidget(tile, 1, index)
        return tiles

    def _answer(self, question: Question, value: str | bool | list[str]) -> None:
        home = self.session.home
        Work(self, lambda _progress: desk.answer(home, question, value)).start()

    def _look_at(self, index: int) -> None:
        if self._view:
            self.frame.open_exhibit(tuple(e.id for e in self._view.exhibits), index, None)

    def update_pictures(self) -> None:
        """A picture has come: paint again."""
        self._body.update()
        for child in self._body.findChildren(
            QWidget, options=Qt.FindChildOption.FindChildrenRecursively
        ):
            if isinstance(child, (CaseTile, PictureStrip)):
                child.repaint_pictures()

    def sizeHint(self) -> QSize:
        """The room of the drawings."""
        return QSize(theme.px(1100), theme.px(640))


def _under(questions: list[Question], found: CaseAssessment) -> dict[Key, str]:
    people = {one.party: f"{one.party_code} {one.party_label}".strip() for one in found.findings}
    return {
        key_of(question): "  ·  ".join(
            part
            for part in (
                question.case_code,
                people.get(question.party, "") if question.party else "",
                tr("aturan “{nama}”", nama=question.decides[0][1]) if question.decides else "",
            )
            if part
        )
        for question in questions
    }
