"""The tab Ringkasan: the case in its own fields, what is missing, and what is known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import FactState
from gui import desk, theme
from gui.pages.case.record import CaseView
from gui.session import Session
from gui.stages import source_words
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, line, row, scrolled
from gui.widgets.choice import Field
from gui.widgets.pill import Pill
from gui.widgets.questions import QuestionList, key_of
from gui.widgets.text import label


class SummaryTab(QWidget):
    """The case in its own fields."""

    edited = Signal(str, str)
    """(field, value), when a field was left changed."""
    answered = Signal(object, object, object)
    """(question, value, exhibits)"""
    drafted = Signal(object, str)
    proof_wanted = Signal(object)
    """Somebody wants to choose exhibits for this answer box."""
    ruling_wanted = Signal(object)
    """Somebody wants to rule between statements that differ."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, theme.px(6), theme.px(6))
        self._column.setSpacing(theme.px(12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body, kind="panel"))
        self._fields: dict[str, QLineEdit] = {}
        self._column.addWidget(self._form())
        self._missing = Card(tr("Apa yang masih kurang"), "circle-question-mark")
        self._count = Pill("", "dugaan")
        self._missing.head.addWidget(self._count)
        self.questions = QuestionList(opened=True, proof=True)
        self.questions.proof_wanted.connect(self.proof_wanted)
        self.questions.answered.connect(self.answered)
        self.questions.drafted.connect(self.drafted)
        self._complete = label(tr("Semua fakta yang diperlukan sudah ada."), "lead", wrap=True)
        self._missing.column.addWidget(self._complete)
        self._missing.column.addWidget(self.questions)
        self._column.addWidget(self._missing)
        self._known = Card(tr("Yang sudah diketahui"), "clipboard-list")
        self._known_body = Swap(spacing=4)
        self._known.column.addWidget(self._known_body)
        self._column.addWidget(self._known)
        self._column.addStretch(1)

    def _form(self) -> Card:
        card = Card(tr("Pokok kasus"), "file-text")
        for key, name in (
            ("title", tr("Apa yang terjadi?")),
            ("place", tr("Di mana?")),
            ("register", tr("Nomor register (dari kantor yang berwenang)")),
        ):
            field = QLineEdit()
            self._fields[key] = field
            field.editingFinished.connect(lambda key=key: self._leave(key))
            card.column.addWidget(Field(name, field))
        self._times = label("", "secondary", wrap=True)
        card.column.addWidget(self._times)
        return card

    def show_view(self, view: CaseView) -> None:
        """Show the case; a field in which somebody types is left alone."""
        from cases.work.times import full_time

        case = view.file.case
        for key, value in (
            ("title", case.title),
            ("place", case.place.text),
            ("register", case.register),
        ):
            field = self._fields[key]
            if not field.hasFocus() or not field.isModified():
                field.setText(value)
                field.setModified(False)
        zone = self._session.zone
        parts = [source_words(case.source)]
        if case.found_at:
            parts.append(tr("ditemukan {waktu}", waktu=full_time(case.found_at, zone)))
        if case.known_at:
            parts.append(tr("diketahui {waktu}", waktu=full_time(case.known_at, zone)))
        self._times.setText("  ·  ".join(parts))
        self._ask(view)
        column = self._known_body.renew()
        known = [fact for fact in view.file.facts if fact.value is not None or fact.contradicting]
        self._known.setVisible(bool(known))
        for index, fact in enumerate(known):
            if index:
                column.addWidget(line())
            column.addWidget(self._fact(view, fact))

    def _ask(self, view: CaseView) -> None:
        questions = view.assessment.questions
        self._count.show_state(tr("{n} pertanyaan", n=len(questions)), "dugaan")
        self._count.setVisible(bool(questions))
        self._complete.setVisible(not questions)
        self._complete.setText(
            tr("Semua fakta yang diperlukan sudah ada.")
            if any(finding.raised for finding in view.assessment.findings)
            else tr(
                "Belum ada yang diperiksa. Catat dulu peristiwanya di tab Peristiwa dan orangnya "
                "di tab Orang."
            )
        )
        under = {
            key_of(q): "  ·  ".join(
                part
                for part in (
                    view.party_words(q.party) or view.incident_code(q.incident),
                    ", ".join(title for _rule, title in q.decides[:2]),
                )
                if part
            )
            for q in questions
        }
        drafts = {
            key_of(q): view.drafts["/".join(key_of(q))]
            for q in questions
            if "/".join(key_of(q)) in view.drafts
        }
        self.questions.show_questions(questions, under, drafts)

    def _fact(self, view: CaseView, fact: FactState) -> QWidget:
        name, value = desk.fact_words(fact.fact, fact.value)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        column.setSpacing(0)
        column.addWidget(label(name, "caption", wrap=True))
        shown = tr("Keterangan berbeda; perlu diputuskan.") if fact.contradicting else value
        column.addWidget(
            label(shown, "strong", tone="warn" if fact.contradicting else "", wrap=True)
        )
        about = view.party_words(fact.party) or view.incident_code(fact.incident)
        under = "  ·  ".join(part for part in (about, _sources(view, fact)) if part)
        column.addWidget(label(under, "cite", wrap=True))
        if fact.ruled:
            ruled = tr("Diputuskan: {alasan}", alasan=fact.reason)
            column.addWidget(label(ruled, "cite", wrap=True))
        if fact.contradicting or fact.ruled:
            compare = button(tr("Bandingkan"), "link", "scale", name=f"{tr('Bandingkan')}: {name}")
            compare.clicked.connect(lambda _checked=False: self.ruling_wanted.emit(fact))
            column.addLayout(row(compare, 1))
        return made

    def _leave(self, key: str) -> None:
        field = self._fields[key]
        if field.isModified():
            field.setModified(False)
            self.edited.emit(key, field.text().strip())


def _sources(view: CaseView, fact: FactState) -> str:
    """Who says so, with which exhibits; each once."""
    sources = []
    for statement in fact.statements:
        who = view.party_words(statement.sayer) or tr("menurut pengawas")
        proof = view.exhibit_codes(statement.exhibits)
        sources.append(f"{who} ({proof})" if proof else who)
    return ", ".join(dict.fromkeys(sources))
