"""Closing the window is asked about first where something would be lost or left undone."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from cases.language import tr
from gui.background import Work, at_work


def words_of_work(importing: Work | None) -> tuple[str, str, str] | None:
    """Tell what still runs: what, what closing means, the button; None where nothing does."""
    running = [work for work in at_work() if work.lane == "carrier"]
    if importing is not None and importing in running:
        done, total, _text = importing.progress.state
        return (
            tr("Impor masih berjalan: {n} dari {semua} sudah aman.", n=done, semua=total),
            tr("Yang sudah masuk tetap tersimpan. Sisanya ditawarkan lagi saat Netra dibuka."),
            tr("Tutup, lanjutkan nanti"),
        )
    if running:
        return (
            tr("Pekerjaan masih berjalan dan belum selesai."),
            tr("Bila ditutup, pekerjaan itu berhenti dan perlu diulang dari awal."),
            tr("Tutup dan hentikan"),
        )
    return None


def words_of_sheet() -> tuple[str, str, str]:
    """Tell that the recovery code would be lost."""
    return (
        tr("Lembar pemulihan belum disimpan."),
        tr("Kode ini tidak ditampilkan lagi. Tanpa kode, lupa kata sandi berarti data hilang."),
        tr("Tutup tanpa menyimpan"),
    )


def ask(parent: QWidget, words: tuple[str, str, str], close: Callable[[], object]) -> QMessageBox:
    """Ask whether to close all the same."""
    what, means, leave = words
    box = QMessageBox(parent)
    box.setAccessibleName(tr("Tutup Netra?"))
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Netra")
    box.setText(what)
    box.setInformativeText(means)
    stay = box.addButton(tr("Tunggu"), QMessageBox.ButtonRole.RejectRole)
    box.addButton(leave, QMessageBox.ButtonRole.AcceptRole).clicked.connect(close)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.open()
    return box
