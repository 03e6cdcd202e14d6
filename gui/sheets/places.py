"""Where pictures were taken: what the borders suggest, confirmed; what the officer knows."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.evidence_records import Placed
from cases.work.place_hints import PlaceHint
from cases.work.records import CaseId, ExhibitId, Place
from gui import theme
from gui.background import look
from gui.desk import times
from gui.desk.times import PlaceView
from gui.session import Session
from gui.sheets.stating import StatementSheet
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, row, scrolled
from gui.widgets.choice import Field
from gui.widgets.region import RegionEdit
from gui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One district that the borders suggest, and its box to tick."""

    box: QCheckBox
    placed: Placed
    exhibits: tuple[ExhibitId, ...]


class PlaceSheet(StatementSheet):
    """Confirms and states places, all in one action."""

    settings_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        case: CaseId | None,
        exhibits: tuple[ExhibitId, ...],
    ) -> None:
        title = tr("Tempat {n} bukti", n=len(exhibits))
        why = tr("Titik di dalam berkas tidak diubah. Nama tempat dicatat dengan asal-usulnya.")
        super().__init__(parent, session, case, exhibits, (title, why))
        self.resize(theme.px(680), theme.px(580))
        self.suggestions: list[Suggestion] = []
        self._unplaced: tuple[ExhibitId, ...] = ()
        self.place: RegionEdit | None = None
        self.unknown = QCheckBox(tr("Tidak tahu"))
        self._body = Swap(spacing=10)
        self.column.addWidget(scrolled(self._body, kind="panel"), 1)
        self.reason = QLineEdit()
        self.column.addWidget(Field(tr("Dari mana itu diketahui? (boleh kosong)"), self.reason))
        self.finish(tr("Nyatakan tempat"), self._record)
        home = session.home
        look(
            self,
            lambda: (times.places(home, case, exhibits), times.region_names()),
            lambda read: self._show(*read),
            slot="places",
        )

    def _show(self, view: PlaceView, names: dict[str, str]) -> None:
        column = self._body.renew()
        groups: dict[str, list[PlaceHint]] = {}
        bare: list[ExhibitId] = []
        pointed: list[ExhibitId] = []
        for exhibit in view.exhibits:
            hint = view.hints.get(exhibit.id)
            if hint is not None and hint.guess is not None:
                groups.setdefault(hint.guess.code, []).append(hint)
            else:
                (pointed if exhibit.lat else bare).append(exhibit.id)
        if groups:
            column.addWidget(self._suggest(groups))
        self._unplaced = (*pointed, *bare)
        if self._unplaced:
            column.addWidget(self._ask(view, names, (len(pointed), len(bare))))
        column.addStretch(1)

    def _suggest(self, groups: dict[str, list[PlaceHint]]) -> Card:
        card = Card(tr("Menurut titik GPS dan batas wilayah"), "map-pin")
        for hints in sorted(groups.values(), key=len, reverse=True):
            card.column.addWidget(self._group(hints))
        words = tr("Perkiraan dari batas yang disederhanakan; centang yang Anda benarkan.")
        card.column.addWidget(label(words, "caption", wrap=True))
        return card

    def _group(self, hints: list[PlaceHint]) -> QWidget:
        from cases.work.times import number

        guess = hints[0].guess
        if guess is None:
            return QWidget()
        name = ", ".join(guess.names[:2])
        box = QCheckBox(tr("{tempat} – {n} foto", tempat=name, n=len(hints)))
        box.setAccessibleName(box.text())
        outside = any(one.code == "outside_duty_area" for one in hints[0].signals)
        box.setChecked(not outside)
        near = [hint.guess.border_km for hint in hints if hint.guess is not None]
        parts = [tr("perkiraan, {km} km dari batas", km=number(min(near), 1))]
        if outside:
            parts.append(tr("di luar wilayah tugas"))
        if guess.mark:
            parts.append(tr("paket wilayah {tanda}", tanda=guess.mark))
        self.suggestions.append(
            Suggestion(
                box,
                Placed(Place(", ".join(guess.names), guess.code), "confirmed"),
                tuple(hint.exhibit for hint in hints),
            )
        )
        held = QWidget()
        inner = QVBoxLayout(held)
        inner.setContentsMargins(0, 0, 0, theme.px(4))
        inner.setSpacing(0)
        inner.addWidget(box)
        under = label("  ·  ".join(parts), "secondary", tone="warn" if outside else "", wrap=True)
        under.setContentsMargins(theme.px(26), 0, 0, 0)
        inner.addWidget(under)
        return held

    def _ask(self, view: PlaceView, names: dict[str, str], counts: tuple[int, int]) -> Card:
        pointed, bare = counts
        card = Card(tr("Menurut Anda"), "user-check")
        if pointed and not view.has_borders:
            words = tr(
                "{n} foto punya titik GPS, tetapi paket wilayah belum dipasang, jadi namanya "
                "belum dapat diperkirakan.",
                n=pointed,
            )
            card.column.addWidget(label(words, "secondary", wrap=True))
            more = button(tr("Pasang paket wilayah"), "link", clicked=self._to_settings)
            card.column.addLayout(row(more, 1))
        elif pointed:
            words = tr("{n} foto punya titik GPS di luar batas mana pun.", n=pointed)
            card.column.addWidget(label(words, "secondary", wrap=True))
        if bare:
            words = tr(
                "{n} foto tanpa lokasi. Pilih tempat bila Anda tahu; asal-usulnya dicatat "
                "“menurut pengawas”.",
                n=bare,
            )
            card.column.addWidget(label(words, "secondary", wrap=True))
        self.place = RegionEdit(tr("Tempat"), names, view.duty)
        card.column.addWidget(Field(tr("Tempat {n} foto ini", n=pointed + bare), self.place))
        self.unknown.setAccessibleName(self.unknown.text())
        self.unknown.toggled.connect(self.place.setDisabled)
        card.column.addWidget(self.unknown)
        return card

    def _to_settings(self) -> None:
        self.reject()
        self.settings_wanted.emit()

    @property
    def groups(self) -> list[tuple[Placed, tuple[ExhibitId, ...]]]:
        """What would be stated, for which exhibits."""
        found = [(one.placed, one.exhibits) for one in self.suggestions if one.box.isChecked()]
        if self._unplaced and self.unknown.isChecked():
            found.append((Placed(Place(), "unknown"), self._unplaced))
        elif self._unplaced and self.place is not None and self.place.value.text:
            found.append((Placed(self.place.value, "stated"), self._unplaced))
        return found

    def _record(self) -> None:
        groups, reason = self.groups, self.reason.text()
        if not groups:
            self.complain(tr("Centang, pilih tempat, atau pilih Tidak tahu."), self.place)
            return
        home, case = self._session.home, self._case
        self.record(lambda _progress: times.state_places(home, case, groups, reason))
