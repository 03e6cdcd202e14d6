"""The recovery code: shown once, then two of its nine groups are asked back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.choice import Field
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.keys.recovery import RecoveryCode

_ASKED = (2, 6)
"""Which groups are asked back: the third and the seventh."""


class Recovery(QObject):
    """The two pages of the recovery code."""

    sheet_wanted = Signal()
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code: RecoveryCode | None = None
        self.kept = False
        """Whether the sheet was saved or printed."""
        self._shown: list[QLabel] = []
        self.show_page = QWidget()
        self.ask_page = QWidget()
        self._groups = QGridLayout()
        self._build_show()
        self._build_ask()

    def _build_show(self) -> None:
        column = QVBoxLayout(self.show_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(label(tr("Lembar pemulihan"), "title", wrap=True))
        column.addWidget(
            label(
                tr(
                    "Tulis di kertas, atau simpan lembarnya lalu cetak. Tanpa kode ini data tidak "
                    "bisa dibuka bila Anda lupa kata sandi."
                ),
                "lead",
                wrap=True,
            )
        )
        self._groups.setSpacing(theme.px(8))
        column.addLayout(self._groups)
        self._note = label("", "secondary", tone="ok", wrap=True)
        save = button(tr("Simpan lembar (PDF)…"), "soft", "save", clicked=self.sheet_wanted.emit)
        out = button(tr("Cetak…"), "", "printer", clicked=self.print_wanted.emit)
        column.addLayout(row(save, out, 1))
        column.addWidget(self._note)

    def _build_ask(self) -> None:
        column = QVBoxLayout(self.ask_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(label(tr("Sudah tercatat?"), "title", wrap=True))
        column.addWidget(
            label(tr("Ketik dua kelompok dari lembar pemulihan Anda."), "lead", wrap=True)
        )
        self.first, self.second = QLineEdit(), QLineEdit()
        for field, number in zip((self.first, self.second), _ASKED, strict=True):
            field.setProperty("kind", "mono")
            field.setMaxLength(6)
            column.addWidget(Field(tr("Kelompok ke-{n}", n=number + 1), field))

    def show_code(self, code: "RecoveryCode") -> None:
        """Show the nine groups."""
        self.code = code
        for index, group in enumerate(code.groups):
            shown = label(group, "code")
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            shown.setAccessibleName(tr("Kelompok ke-{n}: {isi}", n=index + 1, isi=" ".join(group)))
            self._groups.addWidget(shown, index // 3, index % 3)
            self._shown.append(shown)

    def tell(self, words: str, good: bool) -> None:
        """Tell where the sheet is, or why it is nowhere."""
        self.kept = self.kept or good
        theme.set_kind(self._note, tone="ok" if good else "warn")
        self._note.setText(words)

    @property
    def right(self) -> bool:
        """Whether both groups are those of the code; O and 0, I, L and 1 are the same."""
        if self.code is None:
            return False
        return all(
            _plain(field.text()) == _plain(self.code.groups[number])
            for field, number in zip((self.first, self.second), _ASKED, strict=True)
        )

    def forget(self) -> None:
        """Let go of the code."""
        self.code = None
        for shown in self._shown:
            shown.clear()
            shown.setAccessibleName("")


def _plain(text: str) -> str:
    return text.strip().upper().translate(str.maketrans("OIL", "011"))
