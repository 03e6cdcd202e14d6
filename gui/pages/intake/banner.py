"""An import that did not end: what is safe, what is not, and how to go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import icon_label
from gui.widgets.text import label


class Banner(QFrame):
    """A sentence, what to do, and two buttons."""

    resumed = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(12))
        row.addWidget(icon_label("triangle-alert", "warn"))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.message = label("", "strong14", tone="warn", wrap=True)
        self.advice = label("", "secondary", wrap=True)
        words.addWidget(self.message)
        words.addWidget(self.advice)
        row.addLayout(words, 1)
        self.go_on = button(tr("Lanjutkan"), "primary", "play", clicked=self.resumed.emit)
        self.stop = button(tr("Selesai di sini"), "", clicked=self.finished.emit)
        row.addWidget(self.stop)
        row.addWidget(self.go_on)
        self.hide()

    def tell(self, message: str, advice: str) -> None:
        """Say what happened and what to do."""
        self.message.setText(message)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.setAccessibleName(f"{message} {advice}".strip())
        self.show()
