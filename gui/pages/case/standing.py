"""Cards of the procedure: the present state with its steps, requirements, steps taken."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.handling_records import Handling, MovementRecord, RequirementRecord, Step
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import Card, line, row
from gui.widgets.pill import Pill
from gui.widgets.text import label

_TRUTHS = {"ya": ("ok", "circle-check"), "tidak": ("danger", "circle-x")}


def article(words: str, *, to_check: bool) -> QWidget:
    """Make the line that names an article, and that it was not read in its own text."""
    mark = "  ·  " + tr("perlu dicek") if to_check else ""
    return label(f"{words}{mark}", "caption", wrap=True)


class StandingCard(Card):
    """Where the case stands, which steps may be taken, and why others may not."""

    taken = Signal(str)
    """The step somebody wants to take."""

    def __init__(self, stands: Handling) -> None:
        super().__init__(tr("Keadaan penanganan"), "clipboard-list")
        state = stands.state_text[:1].upper() + stands.state_text[1:]
        self.state = label(state, "title", wrap=True)
        self.column.addWidget(self.state)
        pills = row()
        for words in (stands.track_text, stands.category_text):
            if words:
                pills.addWidget(Pill(words, "info"))
        pills.addWidget(
            label(tr("dilihat sebagai {jabatan}", jabatan=stands.role_text), "secondary")
        )
        pills.addStretch(1)
        self.column.addLayout(pills)
        if stands.contradicting:
            self.column.addWidget(
                label(
                    tr(
                        "Dua petugas mencatat langkah tanpa saling melihat: {daftar}. "
                        "Langkah berikutnya memutuskan.",
                        daftar=" / ".join(stands.contradicting),
                    ),
                    "strong14",
                    tone="warn",
                    wrap=True,
                )
            )
        self._allowed([one for one in stands.steps if not one.refused])
        self._refused([one for one in stands.steps if one.refused and one.near])

    def _allowed(self, steps: list[Step]) -> None:
        if not steps:
            self.column.addWidget(
                label(tr("Kantor ini tidak perlu berbuat apa-apa lagi."), "lead", wrap=True)
            )
        for step in steps:
            self.column.addWidget(line())
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(label(step.text, "strong", wrap=True))
            words.addWidget(article(step.article, to_check=step.to_check))
            if step.note:
                words.addWidget(label(step.note, "secondary", wrap=True))
            entry = row()
            entry.addLayout(words, 1)
            entry.addWidget(
                button(
                    tr("Catat"),
                    "soft",
                    name=tr("Catat: {langkah}", langkah=step.text),
                    clicked=partial(self.taken.emit, step.move),
                )
            )
            self.column.addLayout(entry)

    def _refused(self, steps: list[Step]) -> None:
        if not steps:
            return
        box = QWidget()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(6))
        for step in steps:
            inner.addWidget(line())
            inner.addWidget(label(step.refused, "body14", wrap=True))
            inner.addWidget(article(step.refused_article, to_check=False))
        box.hide()
        fold = button(
            tr("Langkah yang tidak dapat diambil ({n})", n=len(steps)), "fold", "circle-x"
        )
        fold.setCheckable(True)
        fold.toggled.connect(box.setVisible)
        self.column.addWidget(line())
        self.column.addWidget(fold)
        self.column.addWidget(box)


class RequirementsCard(Card):
    """The formal and material requirements, answered one by one."""

    answered = Signal(str, str)
    """(requirement, `ya`, `tidak` or empty)"""

    def __init__(self, stands: Handling) -> None:
        super().__init__(tr("Syarat formal dan material"), "clipboard-check")
        states = row()
        for name, state in ((tr("Formal"), stands.formal), (tr("Material"), stands.material)):
            tone, icon = _TRUTHS.get(state, ("neutral", "circle-dashed"))
            words = {"ya": tr("terpenuhi"), "tidak": tr("belum terpenuhi")}
            states.addWidget(Pill(f"{name}: {words.get(state, tr('belum dinilai'))}", tone, icon))
        states.addStretch(1)
        self.column.addLayout(states)
        for one in stands.requirements:
            self.column.addWidget(line())
            self.column.addLayout(self._entry(one))

    def _entry(self, one: RequirementRecord) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        group = QButtonGroup(self)
        choices = row()
        words = label(one.text[:1].upper() + one.text[1:], "body14", wrap=True)
        for value, text in (("ya", tr("Ya")), ("tidak", tr("Tidak")), ("", tr("Belum"))):
            made = button(text, "choice", name=f"{text}: {one.text}")
            made.setCheckable(True)
            made.setChecked(one.met == value)
            made.clicked.connect(
                lambda _checked=False, value=value: self.answered.emit(one.key, value)
            )
            group.addButton(made)
            choices.addWidget(made)
        entry = row(words)
        entry.setStretch(0, 1)
        entry.addLayout(choices)
        column.addLayout(entry)
        column.addWidget(article(one.article, to_check=one.to_check))
        if one.note:
            column.addWidget(label(one.note, "secondary", wrap=True))
        return column


class StepsCard(Card):
    """The steps that were taken; those recorded by mistake stay, with the reason."""

    back_wanted = Signal()

    def __init__(self, stands: Handling, zone: str) -> None:
        super().__init__(tr("Langkah yang sudah diambil"), "history")
        self._zone = zone
        if not stands.movements:
            self.column.addWidget(label(tr("Belum ada langkah yang dicatat."), "lead"))
            return
        if any(not one.withdrawn for one in stands.movements):
            self.head.addWidget(
                button(tr("Tarik langkah terakhir"), "link", clicked=self.back_wanted.emit)
            )
        for one in reversed(stands.movements):
            self.column.addWidget(line())
            self.column.addWidget(self._entry(one))

    def _entry(self, one: MovementRecord) -> QWidget:
        from cases.work.times import short_time

        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(one.text, "secondary" if one.withdrawn else "strong", wrap=True))
        when = short_time(one.stated_at, self._zone)
        column.addWidget(label("  ·  ".join((when, one.office)), "secondary", wrap=True))
        column.addWidget(label(one.article, "caption", wrap=True))
        if one.reason:
            column.addWidget(label(tr("Alasan: {alasan}", alasan=one.reason), "body14", wrap=True))
        if one.withdrawn:
            words = tr("Ditarik: {alasan}", alasan=one.withdrawn)
            column.addWidget(label(words, "strong14", tone="warn", wrap=True))
        return made
