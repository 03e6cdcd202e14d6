"""The tab Catatan: notes, labels, cases that may belong together, corrections, the archive."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.hearing_records import Correction
from cases.work.note_records import NoteRecord
from gui import theme
from gui.pages.case.record import CaseView
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, line, row, scrolled
from gui.widgets.choice import Field
from gui.widgets.text import label

if TYPE_CHECKING:
    from gui.desk.life import CaseLife


class NotesTab(QWidget):
    """What officers note beside the evidence."""

    noted = Signal(str)
    withdrawn = Signal(str)
    tagged = Signal(object, object)
    """(labels that stood, labels that should stand)"""
    archive_wanted = Signal(bool)
    case_wanted = Signal(str)

    def __init__(self, dev: str, zone: str) -> None:
        super().__init__()
        self._dev, self._zone = dev, zone
        self._known: tuple[str, ...] = ()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(6), theme.px(6))
        column.setSpacing(theme.px(12))
        column.addWidget(self._writing())
        column.addWidget(self._linking())
        column.addWidget(self._correcting())
        column.addWidget(self._archiving())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body, kind="panel"))

    def _writing(self) -> Card:
        card = Card(tr("Catatan dan label"), "notebook-pen")
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(tr("penting, menunggu surat…"))
        self.tags.editingFinished.connect(self._tag)
        card.column.addWidget(Field(tr("Label, dipisah koma"), self.tags))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Catatan baru"))
        self.text.setPlaceholderText(tr("Catatan untuk petugas; tidak tercetak dalam surat."))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(72))
        card.column.addWidget(self.text)
        add = button(tr("Tulis catatan"), "soft", "plus", clicked=self._note)
        card.column.addLayout(row(1, add))
        self._notes = Swap(spacing=6)
        card.column.addWidget(self._notes)
        return card

    def _linking(self) -> Card:
        self._links_card = Card(tr("Mungkin berkaitan"), "link")
        self._links_card.column.addWidget(
            label(tr("Hanya saran; kasus tidak pernah digabung."), "secondary", wrap=True)
        )
        self._links = Swap(spacing=4)
        self._links_card.column.addWidget(self._links)
        return self._links_card

    def _correcting(self) -> Card:
        self._corrected_card = Card(tr("Yang diperbaiki"), "pencil")
        self._corrected = Swap(spacing=6)
        self._corrected_card.column.addWidget(self._corrected)
        return self._corrected_card

    def _archiving(self) -> Card:
        card = Card(tr("Arsip"), "archive")
        self._archived = label("", "lead", wrap=True)
        card.column.addWidget(self._archived)
        self.archive = button("", "", "archive", clicked=self._archive)
        card.column.addLayout(row(self.archive, 1))
        return card

    # --- showing

    def show_view(self, view: CaseView) -> None:
        """Show notes, labels, corrections and the archive."""
        file = view.file
        self._known = tuple(tag.tag for tag in file.tags if not tag.about)
        if not self.tags.hasFocus():
            self.tags.setText(", ".join(self._known))
        column = self._notes.renew()
        for note in reversed(file.notes):
            column.addWidget(self._note_row(note))
        self._show_corrections(file.corrections)
        self._is_archived = bool(file.archived)
        self._archived.setText(
            tr("Diarsipkan: {alasan}", alasan=file.archived)
            if file.archived
            else tr("Kasus ini ada di daftar kerja. Arsip tidak menghapus apa pun.")
        )
        words = tr("Keluarkan dari arsip") if file.archived else tr("Arsipkan kasus")
        self.archive.setText(f" {words}")
        self.archive.setAccessibleName(words)

    def show_life(self, life: "CaseLife") -> None:
        """Show what other cases share with this one."""
        self._links_card.setVisible(bool(life.links))
        column = self._links.renew()
        for one in life.links:
            words = f"{one.case_code} {one.title}"
            opener = button(words, "link", name=tr("Buka kasus {kode}", kode=one.case_code))
            opener.clicked.connect(
                lambda _checked=False, case=one.case: self.case_wanted.emit(case)
            )
            why = label(one.words, "secondary", wrap=True)
            entry = row(opener, why)
            entry.setStretch(1, 1)
            column.addLayout(entry)

    def _note_row(self, note: NoteRecord) -> QWidget:
        from cases.work.times import short_time

        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(line())
        column.addWidget(label(note.text, wrap=True))
        under = label(f"{short_time(note.at, self._zone)}  ·  {note.officer}", "secondary")
        foot = row(under, 1)
        if note.dev == self._dev:
            foot.addWidget(
                button(
                    tr("Tarik"),
                    "link",
                    name=tr("Tarik catatan"),
                    clicked=lambda: self.withdrawn.emit(note.id),
                )
            )
        column.addLayout(foot)
        return made

    def _show_corrections(self, corrections: tuple[Correction, ...]) -> None:
        from cases.work.correction_words import correction_words

        told = [one for one in corrections if one.field != "particulars"]
        self._corrected_card.setVisible(bool(told))
        column = self._corrected.renew()
        for at, one in enumerate(reversed(told)):
            if at:
                column.addWidget(line())
            name, before, after, under = correction_words(one, self._zone)
            column.addWidget(label(name, "caption", wrap=True))
            column.addWidget(label(after, "strong14", wrap=True))
            was = tr("Semula: {teks}", teks=before)
            column.addWidget(label(was, "secondary", wrap=True))
            column.addWidget(label(under, "secondary", wrap=True))

    # --- asking

    def _note(self) -> None:
        text = self.text.toPlainText().strip()
        if text:
            self.text.clear()
            self.noted.emit(text)

    def _tag(self) -> None:
        wanted = tuple(word.strip() for word in self.tags.text().split(",") if word.strip())
        if {word.casefold() for word in wanted} != set(self._known):
            self.tagged.emit(self._known, wanted)

    def _archive(self) -> None:
        self.archive_wanted.emit(not self._is_archived)
