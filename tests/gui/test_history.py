"""The tab Riwayat: lines that this version does not use are shown as such."""

from cases.work.history import HistoryLine
from gui.pages.case.history import HistoryTab


def line(words: str, *, used: bool = True) -> HistoryLine:
    at = "2024-10-17T02:00:00.000Z"
    return HistoryLine("0" * 64, at, "1" * 64, "Contoh", "x", words, access=False, used=used)


def test_lines_that_are_not_used_are_counted_above_the_list(qtbot):
    tab = HistoryTab("+08:00")
    qtbot.addWidget(tab)
    tab.show_lines((line("Kasus dibuka"),))
    assert tab._notice.isHidden()

    tab.show_lines((line("Catatan jenis baru", used=False), line("Kasus dibuka")))

    assert not tab._notice.isHidden()
    assert tab._notice.text == "1 catatan tidak dipakai versi ini; isinya tersimpan."
    assert tab._list.entries.rowCount() == 2
