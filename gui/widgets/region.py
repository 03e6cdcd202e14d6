"""A place by name: a district chosen while one types, or any words."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from cases.language import tr
from cases.work.records import Place
from gui.widgets.text import label

_MOST = 12


class RegionEdit(QWidget):
    """Takes a district of the list, or words of one's own."""

    def __init__(self, name: str, regions: dict[str, str], near: str) -> None:
        """`near` is the code of the duty area: its regency comes first."""
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(tr("Ketik nama kecamatan atau tempat…"))
        self._code = label("", "caption")
        layout.addWidget(self.field, 1)
        layout.addWidget(self._code)
        self.setFocusProxy(self.field)
        self.setAccessibleName(name)
        own = near[:5]
        order = sorted(regions.items(), key=lambda one: (not one[0].startswith(own), one[1]))
        self._codes = {words: code for code, words in order}
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(self._codes), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_MOST)
        self.field.setCompleter(completer)
        self.field.textChanged.connect(lambda _text: self._code.setText(self.value.code))

    @property
    def value(self) -> Place:
        """What was typed, with its code where it is a district of the list."""
        text = self.field.text().strip()
        return Place(text=text, code=self._codes.get(text, ""))

    def show_code(self, code: str) -> None:
        """Show a district."""
        found = next((words for words, known in self._codes.items() if known == code), "")
        self.field.setText(found)
