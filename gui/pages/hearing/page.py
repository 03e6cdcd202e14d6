"""The page of one hearing: six steps, used while the person sits opposite."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from cases.changes import Changes
from cases.language import tr
from cases.work.records import CaseId, ClarificationId
from gui import desk, errors
from gui.background import Work, bus, look
from gui.desk import hearings
from gui.desk.hearings import HearingView
from gui.frame import Frame, Page
from gui.pages.hearing.arrival import ArrivalPane
from gui.pages.hearing.asking import AskingPane
from gui.pages.hearing.calling import CallingPane
from gui.pages.hearing.pane import Pane
from gui.pages.hearing.reading import ReadingPane
from gui.pages.hearing.signing import SigningPane
from gui.pages.hearing.steps import Steps
from gui.stages import role_words
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.notice import Notice
from gui.widgets.pill import Pill
from gui.widgets.text import label

_ASKING = 2


class HearingPage(Page):
    """One hearing."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Klarifikasi")
        self.crumb = tr("Kasus")
        self.case: CaseId | None = None
        self.hearing: ClarificationId | None = None
        self.view: HearingView | None = None
        self.steps = Steps(
            (
                tr("Undangan"),
                tr("Hadir dan sumpah"),
                tr("Tanya jawab"),
                tr("Baca ulang"),
                tr("Tanda tangan"),
            )
        )
        self.calling = CallingPane(self.session)
        self.arrival = ArrivalPane(self.session)
        self.asking = AskingPane(self.session)
        self.reading = ReadingPane(self.session)
        self.signing = SigningPane(self.session)
        self.panes: tuple[Pane | AskingPane, ...] = (
            self.calling,
            self.arrival,
            self.asking,
            self.reading,
            self.signing,
        )
        self._who = label("", "card-title", wrap=True)
        self._state = Pill("", "neutral")
        self.facing = button(tr("Mode hadap"), "", "eye", clicked=self.turn_round)
        self._cautions = label("", "secondary", tone="warn", wrap=True)
        self._stack = QStackedWidget()
        self._build()

    def _build(self) -> None:
        column = self.column()
        self.setLayout(column)
        self.facing.setCheckable(True)
        self.facing.setToolTip("F11")
        head = row(self._who, self._state, self.facing)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addWidget(self._cautions)
        column.addWidget(self.steps)
        for pane in self.panes:
            self._stack.addWidget(pane)
            pane.wanted.connect(self._write)
        column.addWidget(self._stack, 1)
        self.steps.chosen.connect(self.turn)
        self.signing.minutes_wanted.connect(self.print_paper)
        self.signing.told.connect(lambda words: self.frame.tell(Notice(words)))
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Return", self._next),
            ("Ctrl+Enter", self._next),
            ("Ctrl+Down", lambda: self.asking.step(1)),
            ("Ctrl+Up", lambda: self.asking.step(-1)),
            ("Ctrl+J", self._answer),
            ("F11", self.turn_round),
            *((f"Alt+{at + 1}", lambda at=at: self.turn(at)) for at in range(len(self.panes))),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # --- showing

    def show_hearing(self, case: CaseId, hearing: ClarificationId) -> None:
        """Show another hearing, at the step it has come to."""
        if hearing != self.hearing:
            self.view = None
            self.asking.question = None
        self.case, self.hearing = case, hearing

    def refresh(self) -> None:
        """Read the hearing anew."""
        if self.case is not None and self.hearing is not None:
            home, case, hearing = self.session.home, self.case, self.hearing
            look(self, lambda: hearings.read(home, case, hearing), self._show, slot="hearing")

    def hear(self, changes: Changes) -> None:
        """Read anew when this case changed."""
        if self.case in changes.cases:
            self.refresh()

    def _show(self, view: HearingView | None) -> None:
        if view is None or view.hearing.id != self.hearing:
            return
        first = self.view is None
        self.view = view
        hearing = view.hearing
        self.crumb = view.file.case.register or view.file.case.code
        self.title = tr("Klarifikasi {nomor}", nomor=hearing.number)
        role = role_words(view.party.role)
        self._who.setText(f"{role} {view.party.code} {view.party.label}".strip())
        words, tone = _state(view)
        self._state.show_state(words, tone)
        self._cautions.setText("\n".join(view.cautions))
        self._cautions.setVisible(bool(view.cautions) and not self.facing.isChecked())
        done = _done(view)
        self.steps.show_done(done)
        for pane in self.panes:
            pane.show_view(view)
        if first:
            self.turn(next((at for at, is_done in enumerate(done) if not is_done), len(done) - 1))
        self.frame.show_where()

    def turn(self, step: int) -> None:
        """Turn to a step."""
        self.steps.choose(step)
        self._stack.setCurrentIndex(step)

    @property
    def parts(self) -> list[QWidget]:
        """Steps, and what the step shows."""
        return [self.steps, self._stack]

    def back(self) -> None:
        """Go to the case."""
        if self.case is not None:
            self.frame.open_case(self.case, "hearings")

    # --- what is done

    def turn_round(self) -> None:
        """Show the person only the question, or show everything again."""
        on = not self.steps.isHidden()
        self.facing.setChecked(on)
        self.turn(_ASKING)
        self.steps.setVisible(not on)
        self._cautions.setVisible(not on and bool(self.view and self.view.cautions))
        self.asking.face(on=on)

    def print_paper(self) -> None:
        """Make the minutes and show them."""
        if self.case is None or self.hearing is None:
            return
        home, case, hearing = self.session.home, self.case, self.hearing
        Work(
            self,
            lambda _progress: desk.make_minutes(home, case, hearing),
            done=self._show_paper,
        ).start()

    def _show_paper(self, made: desk.MadePaper) -> None:
        bus.changed.emit(made.changes)
        self.frame.open_paper(made, self.case)

    def _next(self) -> None:
        if self._stack.currentIndex() == _ASKING:
            self.asking.go_on()
        else:
            self.turn(min(self._stack.currentIndex() + 1, len(self.panes) - 1))

    def _answer(self) -> None:
        self.turn(_ASKING)
        self.asking.asked.focus_answer()

    def _write(self, task: Any, done: Any) -> None:
        home = self.session.home

        def told(outcome: Any) -> None:
            if isinstance(outcome, tuple):
                bus.changed.emit(outcome[0])
            if done is not None:
                done(outcome)

        def failed(error: BaseException) -> None:
            errors.show(self, error)
            self.refresh()

        Work(self, lambda _progress: task(home), done=told, failed=failed).start()


def _done(view: HearingView) -> tuple[bool, ...]:
    hearing = view.hearing
    return (
        bool(hearing.started_at or (hearing.invitations and hearing.invitations[-1].received_at)),
        bool(hearing.started_at and hearing.oath),
        bool(hearing.questions) and all(one.answered_at for one in hearing.questions),
        hearing.read_back,
        bool(hearing.signature),
    )


def _state(view: HearingView) -> tuple[str, str]:
    hearing = view.hearing
    if hearing.cancelled:
        return tr("Dibatalkan"), "neutral"
    if hearing.signature:
        return tr("Selesai"), "ok"
    if hearing.started_at:
        return tr("Sedang berlangsung"), "info"
    if hearing.invitations and hearing.invitations[-1].missed_at:
        return tr("Tidak hadir"), "warn"
    return tr("Direncanakan"), "dugaan"
