"""What an exhibit captures of social media: its description, its checklist, its rechecks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cases.language import tr
from gui.desk import captures
from gui.desk.evidence import ExhibitView
from gui.pages.exhibit.entries import entry
from gui.widgets.buttons import button
from gui.widgets.card import Card, icon_label, line, row
from gui.widgets.pill import Pill
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.work.capture_records import CaptureRecord, RecheckRecord


class CaptureCard(Card):
    """The card; without a description only the way to write one."""

    describe_wanted = Signal()
    rechecked = Signal(bool)
    """Whether it is still online."""
    facts_wanted = Signal()

    def __init__(self, zone: str, view: ExhibitView, *, in_case: bool) -> None:
        super().__init__(tr("Tangkapan media sosial"), "globe")
        self._zone = zone
        if view.capture is None:
            words = tr("Bila ini tangkapan layar atau halaman tersimpan, catat sumbernya.")
            self.column.addWidget(label(words, "secondary", wrap=True))
            self.column.addWidget(
                button(tr("Catat sumbernya…"), "", "globe", clicked=self.describe_wanted.emit)
            )
            return
        self._describe(view.capture)
        self._checklist(view.capture)
        self._rechecks(view.capture)
        self._ways(in_case=in_case)

    def _describe(self, capture: "CaptureRecord") -> None:
        from cases.work.times import short_time

        for name, value in (
            (tr("Alamat"), capture.url),
            (tr("Akun"), capture.account),
            (tr("Media sosial"), capture.platform),
            (tr("Waktu kiriman"), short_time(capture.post_at, self._zone)),
            (tr("Waktu ditangkap"), short_time(capture.captured_at, self._zone)),
        ):
            if value:
                self.column.addWidget(entry(name, value))
        if capture.captured_by is None:
            self.column.addWidget(entry(tr("Ditangkap oleh"), tr("petugas")))

    def _checklist(self, capture: "CaptureRecord") -> None:
        answers = dict(capture.visible)
        self.column.addWidget(line())
        for key, words in captures.checklist():
            icon, ink, said = _check(words, answers.get(key))
            inner = row(icon_label(icon, ink, 18), label(said, "body14", wrap=True))
            inner.setStretch(1, 1)
            holder = QWidget()
            holder.setLayout(inner)
            self.column.addWidget(holder)
        self.column.addLayout(row(Pill(*_whole(capture.complete)), 1))

    def _rechecks(self, capture: "CaptureRecord") -> None:
        self.column.addWidget(line())
        if not capture.rechecks:
            words = tr("Belum diperiksa apakah masih daring.")
            self.column.addWidget(label(words, "secondary", wrap=True))
        for one in capture.rechecks[:5]:
            self.column.addWidget(label(self._said(one), "body14", wrap=True))
        yes = button(tr("Masih daring"), "", "check", clicked=lambda: self.rechecked.emit(True))
        no = button(tr("Sudah hilang"), "", "x", clicked=lambda: self.rechecked.emit(False))
        self.column.addWidget(label(tr("Baru saja dilihat di internet:"), "caption"))
        self.column.addLayout(row(yes, no, 1))

    def _said(self, one: "RecheckRecord") -> str:
        from cases.work.times import short_time

        when = short_time(one.at, self._zone)
        if one.still_online:
            return tr("{waktu}: masih daring", waktu=when)
        return tr("{waktu}: sudah tidak ada", waktu=when)

    def _ways(self, *, in_case: bool) -> None:
        self.column.addWidget(line())
        change = button(tr("Ubah uraian…"), "", "pencil", clicked=self.describe_wanted.emit)
        self.column.addWidget(change)
        if in_case:
            facts = button(tr("Usulkan fakta…"), "soft", "scale", clicked=self.facts_wanted.emit)
            self.column.addWidget(facts)


def _check(words: str, seen: bool | None) -> tuple[str, str, str]:
    """(icon, ink, words) of one line of the checklist."""
    if seen is None:
        return "circle-dashed", "text2", tr("{isi}: belum diperiksa", isi=words)
    return ("check", "ok", words) if seen else ("x", "warn", tr("{isi}: tidak", isi=words))


def _whole(complete: bool | None) -> tuple[str, str, str]:
    """(words, tone, icon) of the checklist as a whole."""
    if complete is None:
        return tr("Daftar periksa belum selesai"), "neutral", "circle-dashed"
    if complete:
        return tr("Tangkapan lengkap"), "info", "circle-check"
    return tr("Tangkapan tidak lengkap"), "warn", "triangle-alert"
