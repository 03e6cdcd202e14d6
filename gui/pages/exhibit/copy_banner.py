"""Says plainly that what is shown is a derived copy, of which original, by whom and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from cases.language import tr
from cases.work.evidence_records import DerivedRecord, ExhibitRecord
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import icon_label, row
from gui.widgets.text import label


class CopyBanner(QFrame):
    """The banner over a derived copy."""

    export_wanted = Signal(object)

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self._zone = zone
        self._copy: DerivedRecord | None = None
        self.words = label("", "body14", wrap=True)
        out = button(tr("Salin keluar…"), "", "upload", clicked=self._export)
        inner = row(icon_label("eye-off", "warn"), self.words, out)
        side = theme.px(10)
        inner.setContentsMargins(side, theme.px(6), side, theme.px(6))
        inner.setStretch(1, 1)
        self.setLayout(inner)

    def show_copy(self, copy: DerivedRecord, exhibit: ExhibitRecord) -> None:
        """Say which copy this is."""
        from cases.work.times import short_time

        self._copy = copy
        self.words.setText(
            tr(
                "{kode}: salinan turunan dari {induk}, bukan berkas asli. {alasan}. "
                "Dibuat {waktu} dalam {n} langkah; sidik induk {sidik}…",
                kode=copy.code,
                induk=exhibit.code or exhibit.file,
                alasan=copy.reason.rstrip("."),
                waktu=short_time(copy.at, self._zone),
                n=len(copy.operations),
                sidik=copy.parent_sha256[:16],
            )
        )
        self.setAccessibleName(self.words.text())

    def _export(self) -> None:
        if self._copy is not None:
            self.export_wanted.emit(self._copy)
