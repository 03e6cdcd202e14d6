"""The laptop's clock jumped: put it right, or go on with it and say why."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget

from cases.language import tr
from gui.desk import laptop
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.choice import Field
from gui.widgets.text import label


class MendClock(Sheet):
    """How the clock is put right; Netra looks again afterwards."""

    def __init__(self, parent: QWidget, session: Session, trouble: str) -> None:
        super().__init__(parent, tr("Perbaiki jam laptop"), trouble)
        self._session = session
        for number, words in enumerate(
            (
                tr("Buka pengaturan tanggal dan waktu di laptop ini."),
                tr("Nyalakan waktu otomatis, atau isi tanggal, jam, dan zona yang benar."),
                tr("Kembali ke sini dan tekan Periksa lagi."),
            ),
            1,
        ):
            self.column.addWidget(label(f"{number}.  {words}", wrap=True))
        where = laptop.clock_settings()
        if where:
            self.column.addLayout(
                row(
                    button(
                        tr("Buka pengaturan jam"),
                        "soft",
                        "external-link",
                        clicked=lambda: QDesktopServices.openUrl(QUrl(where)),
                    ),
                    1,
                )
            )
        self.finish(tr("Periksa lagi"), self._record)

    def _record(self) -> None:
        home = self._session.home
        self.record(lambda _progress: laptop.look_at_clock(home))


class KeepClock(Sheet):
    """Goes on with the clock as it is, with a reason."""

    def __init__(self, parent: QWidget, session: Session, trouble: str) -> None:
        super().__init__(parent, tr("Tetap pakai jam ini"), trouble)
        self._session = session
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("mis. jam sudah diperbaiki"))
        self.column.addWidget(Field(tr("Alasan"), self.reason))
        self.finish(tr("Catat alasannya"), self._record)

    def _record(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.complain(tr("Tulis alasannya."), self.reason)
            return
        home = self._session.home
        self.record(lambda _progress: laptop.keep_clock(home, reason))
