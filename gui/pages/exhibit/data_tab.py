"""What an exhibit is: its file, its caption, its hash, whether the bytes are still the same."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from cases.language import tr
from cases.work.evidence_records import CustodyRecord
from gui.desk.evidence import ExhibitView
from gui.exhibit_words import place_of, time_of
from gui.pages.exhibit.entries import entry
from gui.pages.exhibit.words import duration_words
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, icon_label, pair, row
from gui.widgets.choice import Field
from gui.widgets.text import copyable, label


class DataTab(Swap):
    """The tab Data."""

    captioned = Signal(str)
    rehash_wanted = Signal()
    export_wanted = Signal()
    reread_wanted = Signal()
    hints_wanted = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__(margin=4)
        self._zone = zone
        self._shown = ""
        self._caption_field: QLineEdit | None = None

    def show_view(self, view: ExhibitView) -> None:
        """Show an exhibit; what somebody is typing is left alone."""
        typing = self._caption_field is not None and self._caption_field.isModified()
        if typing and self._shown == view.exhibit.id:
            return
        self._shown = view.exhibit.id
        column = self.renew()
        column.addWidget(self._file(view))
        column.addWidget(self._hash(view))
        column.addStretch(1)

    def _file(self, view: ExhibitView) -> Card:
        from cases.work.times import short_time, size

        exhibit, claims = view.exhibit, view.claims
        card = Card(tr("Data berkas"), "info")
        caption = QLineEdit(exhibit.caption)
        caption.setCursorPosition(0)
        caption.editingFinished.connect(lambda: self._caption(caption))
        self._caption_field = caption
        pixels = f"{exhibit.width} × {exhibit.height}" if exhibit.width else ""
        for name, value in (
            (tr("Waktu"), time_of(exhibit, self._zone)),
            (tr("Tempat"), place_of(exhibit)),
            (tr("Kamera"), exhibit.camera or tr("tidak disebut")),
            (tr("Program"), exhibit.software),
            (tr("Ukuran"), size(exhibit.size)),
            (tr("Gambar"), pixels),
            (tr("Lama"), duration_words(claims.duration_ms) if claims.duration_ms else ""),
            (tr("Jenis"), exhibit.media_type),
            (tr("Masuk"), short_time(exhibit.taken_in_at, self._zone)),
        ):
            if value:
                card.column.addWidget(pair(name, value))
        for name, value in (
            (tr("Nama berkas"), exhibit.file),
            (tr("Judul di dalam berkas"), claims.title),
            (tr("Disimpan dari alamat"), claims.url),
        ):
            if value:
                card.column.addWidget(entry(name, value))
        card.column.addWidget(Field(tr("Keterangan"), caption))
        for part in self._worth_a_look(view):
            card.column.addWidget(part)
        return card

    def _worth_a_look(self, view: ExhibitView) -> list[QWidget]:
        parts: list[QWidget] = []
        if view.exhibit.reason:
            inner = row(
                icon_label("info", "warn"), label(view.exhibit.reason, "body14", wrap=True)
            )
            inner.setStretch(1, 1)
            holder = QWidget()
            holder.setLayout(inner)
            parts.append(holder)
        count = len(view.exhibit.signals) + (len(view.place.signals) if view.place else 0)
        if count:
            words = tr("{n} tanda perlu dilihat", n=count)
            parts.append(button(words, "soft", "triangle-alert", clicked=self.hints_wanted.emit))
        if view.may_know_more:
            parts.append(
                button(
                    tr("Baca ulang data berkas"), "", "refresh-cw", clicked=self.reread_wanted.emit
                )
            )
        return parts

    def _hash(self, view: ExhibitView) -> Card:
        digest = view.exhibit.object
        card = Card("SHA-256", "fingerprint")
        card.column.addWidget(copyable(" ".join(digest[i : i + 8] for i in range(0, 64, 8))))
        last = next((x for x in reversed(view.custody) if x.act in _CHECKED), None)
        if last:
            card.column.addWidget(self._verdict(last))
        copy = button(tr("Salin"), "link", "copy", name=tr("Salin SHA-256"))
        copy.clicked.connect(lambda _checked=False: QGuiApplication.clipboard().setText(digest))
        card.column.addLayout(
            row(
                button(
                    tr("Periksa sekarang"), "", "shield-check", clicked=self.rehash_wanted.emit
                ),
                copy,
                1,
            )
        )
        card.column.addWidget(
            button(tr("Salin berkas asli keluar…"), "", "upload", clicked=self.export_wanted.emit)
        )
        return card

    def _verdict(self, line: CustodyRecord) -> QWidget:
        from cases.work.times import short_time

        when = short_time(line.at, self._zone)
        if line.act == "rehashed":
            mark = icon_label("shield-check", "ok")
            words = label(tr("Utuh, diperiksa {waktu}", waktu=when), "strong14", tone="ok")
        else:
            mark = icon_label("shield-alert", "danger")
            words = label(
                tr(
                    "Isi berkas tidak sama dengan saat diimpor, atau hilang ({waktu}). "
                    "Pakai cadangan.",
                    waktu=when,
                ),
                "strong14",
                tone="danger",
            )
        words.setWordWrap(True)
        made = QWidget()
        inner = row(mark, words)
        inner.setStretch(1, 1)
        made.setLayout(inner)
        return made

    def _caption(self, field: QLineEdit) -> None:
        if field.isModified():
            field.setModified(False)
            self.captioned.emit(field.text().strip())


_CHECKED = ("rehashed", "found_damaged")
