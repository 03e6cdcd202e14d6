"""A field for a passphrase."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from cases.language import tr
from gui import icons


class PassphraseField(QLineEdit):
    """A covered field with an eye to look at what one typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self._eye = QAction(icons.icon("eye", "text2"), tr("Perlihatkan"), self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if shown else mode.Password)
        self._eye.setIcon(icons.icon("eye-off" if shown else "eye", "text2"))
