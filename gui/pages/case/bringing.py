"""Evidence that is no file on a card: pasted pictures, saved pages; captures to look for again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from cases.language import tr
from cases.work.records import CaseId, ExhibitId
from gui import desk, errors
from gui.background import Work, bus, look
from gui.copies import make_copies
from gui.desk import captures, evidence
from gui.folders import documents
from gui.pages.case.parts import CaseParts
from gui.pages.intake.page import IntakePage
from gui.sheets.capture import CaptureSheet
from gui.sheets.rechecks import RecheckSheet
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from cases.intake.outcome import IntakeResult
    from cases.work.rechecks import DueRecheck

_PNG = "image/png"


class Bringing(QObject):
    """What the tab Bukti asks for beside the import of files."""

    def __init__(self, page: CaseParts) -> None:
        super().__init__(page)
        self._page = page
        tab = page.evidence
        tab.paste_wanted.connect(self.paste)
        tab.pages_wanted.connect(self._choose_pages)
        tab.rechecks_wanted.connect(self._open_rechecks)
        tab.shown.connect(self._count_due)
        shortcut = QShortcut(QKeySequence.StandardKey.Paste, tab)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.paste)

    def _tell(self, words: str) -> None:
        self._page.frame.tell(Notice(words))

    # --- the clipboard

    def paste(self) -> None:
        """Take in what is on the clipboard: a picture, or files."""
        page = self._page
        mime = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            page.frame.intake_into(page.case)
            intake = page.frame.open("intake")
            if isinstance(intake, IntakePage):
                intake.take_in(paths)
            return
        data = _picture(mime)
        if data is None:
            self._tell(tr("Papan klip tidak berisi gambar atau berkas."))
            return
        session, case = page.session, page.case
        home, name = session.home, evidence.now_name(session.zone)
        Work(
            page,
            lambda _progress: evidence.paste(home, data, name, case),
            done=self._brought,
            long=True,
        ).start()

    # --- saved pages

    def _choose_pages(self) -> None:
        dialog = QFileDialog(self._page, tr("Halaman web yang disimpan"), str(documents()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        names = tr("Halaman tersimpan")
        dialog.setNameFilter(f"{names} (*.html *.htm *.mhtml *.mht *.pdf *.png *.jpg *.jpeg)")
        dialog.filesSelected.connect(lambda files: self.bring_pages([Path(x) for x in files]))
        dialog.open()

    def bring_pages(self, files: Sequence[Path]) -> None:
        """Take saved pages in; the source of the first is asked at once."""
        page = self._page
        home, case = page.session.home, page.case
        Work(
            page,
            lambda progress: desk.take_in(home, files, case, progress, lambda _item: None),
            done=self._brought,
            long=True,
        ).start()

    def _brought(self, result: "IntakeResult") -> None:
        page = self._page
        bus.changed.emit(result.changes)
        if result.failure is not None:
            errors.show(page, result.failure)
            return
        make_copies(page, page.session.home)
        came = [item for item in result.items if item.exhibit]
        if not came:
            self._tell(result.items[0].reason if result.items else tr("Tidak ada yang masuk."))
            return
        first = came[0]
        name = first.code or tr("Belum dipilah")
        if first.status == "duplicate":
            self._tell(tr("Isinya sama persis dengan {kode}.", kode=name))
            return
        words = tr("Masuk sebagai {kode}.", kode=name)
        if len(came) > 1:
            words += " " + tr("Sumber {n} lainnya dicatat di penampil.", n=len(came) - 1)
        self._tell(words)
        CaptureSheet(page, page.session, ExhibitId(first.exhibit), page.case).open()

    # --- captures to look for again

    def _count_due(self) -> None:
        page, home = self._page, self._page.session.home
        look(page, lambda: len(captures.due(home)), page.evidence.show_due, slot="due")

    def _open_rechecks(self) -> None:
        sheet = RecheckSheet(self._page, self._page.session)
        sheet.shown.connect(self._see)
        sheet.open()

    def _see(self, one: "DueRecheck") -> None:
        case = CaseId(one.case) if one.case else None
        self._page.frame.open_exhibit((one.exhibit,), 0, case)


def _picture(mime: QMimeData) -> Callable[[], bytes] | None:
    """How to get the bytes of a pasted picture; as they stand where the clipboard has a PNG."""
    if mime.hasFormat(_PNG):
        data = mime.data(_PNG).data()
        return lambda: bytes(data)
    image = mime.imageData() if mime.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    return lambda: _encode(image)


def _encode(image: QImage) -> bytes:
    """Write a picture as PNG, which loses nothing; called away from the window's thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    made: QByteArray = buffer.data()
    return bytes(made.data())
