"""What is the same for everybody, filled in once above the table."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from cases.language import tr
from cases.work.records import Value
from gui import theme
from gui.desk.rolls import FactOffer
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap
from gui.widgets.choice import Choice, DateEdit, Field
from gui.widgets.ticks import TickButton

_ALONG = 4


class SharedFacts(Card):
    """Facts of the incident; a field that is left changed is kept with the table."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(tight=True)
        self._offers: dict[str, FactOffer] = {}
        self._stood: dict[str, Value] = {}
        self._typed: dict[str, Value] = {}
        self._shown: list[str] = []
        self._fold = button("", "fold", "chevron-down", clicked=self._turn)
        self.column.addWidget(self._fold)
        self._body = Swap(spacing=8)
        self.column.addWidget(self._body)

    def show_facts(
        self, offers: Mapping[str, FactOffer], stood: dict[str, Value], typed: dict[str, Value]
    ) -> None:
        """Show what stands, and what was typed over it."""
        self._offers, self._stood, self._typed = dict(offers), stood, dict(typed)
        self._shown = [key for key in offers if key in stood or key in typed]
        self._build()

    @property
    def values(self) -> dict[str, Value]:
        """What everybody inherits, as it stands or was typed."""
        return {**self._stood, **self._typed}

    @property
    def typed(self) -> dict[str, Value]:
        """What was typed and is not recorded."""
        return {key: one for key, one in self._typed.items() if self._stood.get(key) != one}

    def set_folded(self, *, folded: bool) -> None:
        """Fold the fields away, or show them."""
        self._body.setVisible(not folded)
        self._say()

    def add(self, fact: str) -> None:
        """Show one more field."""
        if fact in self._offers and fact not in self._shown:
            self._shown.append(fact)
            self._build()
        self.set_folded(folded=False)

    def _turn(self) -> None:
        self.set_folded(folded=not self._body.isHidden())

    def _say(self) -> None:
        words = tr("Sama untuk semua ({n})", n=len(self._shown))
        self._fold.setText(f" {words}")
        self._fold.setAccessibleName(words)

    def _build(self) -> None:
        column = self._body.renew()
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        for place, key in enumerate(self._shown):
            field = Field(self._offers[key].name, self._editor(self._offers[key]))
            grid.addWidget(field, place // _ALONG, place % _ALONG)
        left = [one for one in self._offers.values() if one.fact not in self._shown]
        more = Choice(
            tr("Tambah fakta yang sama untuk semua"),
            tuple((one.fact, one.name) for one in left),
            tr("Tambah fakta…"),
        )
        more.activated.connect(lambda _index: self.add(more.value))
        place = len(self._shown)
        grid.addWidget(Field(tr("Fakta lain"), more), place // _ALONG, place % _ALONG)
        for along in range(_ALONG):
            grid.setColumnStretch(along, 1)
        column.addWidget(inner)
        self._say()

    def _editor(self, offer: FactOffer) -> QWidget:
        value = self.values.get(offer.fact)
        put = partial(self._put, offer.fact)
        if offer.kind in {"choice", "yesno"}:
            return _choice(offer, value, put)
        if offer.kind == "multi":
            ticks = TickButton(offer.name, offer.choices)
            ticks.tick(value if isinstance(value, list) else [])
            ticks.changed.connect(lambda: put(ticks.values))
            return ticks
        if offer.kind == "date":
            day = DateEdit(offer.name)
            if isinstance(value, str):
                day.show_day(value)
            day.changed.connect(put)
            return day
        line = QLineEdit(value if isinstance(value, str) else "")
        line.editingFinished.connect(lambda: put(line.text().strip()))
        return line

    def _put(self, fact: str, value: Value) -> None:
        if not value:
            self._typed.pop(fact, None)
        elif self.values.get(fact) == value:
            return
        else:
            self._typed[fact] = value
        self.edited.emit()


def _choice(offer: FactOffer, value: object, put: "partial[None]") -> Choice:
    made = Choice(offer.name, offer.choices, tr("belum diisi"))
    if isinstance(value, str):
        made.choose(value)
    made.activated.connect(lambda _index: put(made.value))
    return made
