"""Choosing exhibits of a case by their pictures."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QWidget

from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from gui import desk, theme
from gui.session import Session
from gui.sheets.inbox import Picks
from gui.sheets.sheet import Sheet
from gui.widgets.card import row
from gui.widgets.evidence_grid import EvidenceDelegate, EvidenceModel
from gui.widgets.picture import Pictures
from gui.widgets.text import label


class PickExhibits(Sheet):
    """Shows the exhibits of a case; those chosen go to whoever asked."""

    picked = Signal(object)
    """Ids of the chosen exhibits."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        exhibits: Sequence[ExhibitRecord],
        chosen: Collection[str] = (),
    ) -> None:
        super().__init__(
            parent,
            tr("Pilih bukti"),
            tr("Klik atau tekan Spasi untuk memilih; beberapa sekaligus boleh."),
        )
        self.resize(theme.px(820), theme.px(560))
        self._pictures = Pictures(
            self,
            lambda exhibit: desk.preview(session.home, exhibit),
            lambda: self.grid.viewport().update(),
        )
        self._model = EvidenceModel(session.zone)
        self._model.show_rows(tuple((exhibit, "") for exhibit in exhibits))
        self.grid = Picks(EvidenceDelegate(self._pictures, session.zone, "surface"))
        self.grid.setModel(self._model)
        self.grid.setAccessibleName(tr("Bukti kasus ini"))
        self.grid.setMinimumHeight(theme.px(230))
        self._choose([at for at, one in enumerate(exhibits) if one.id in chosen])
        self.grid.chosen_changed.connect(self._tell)
        self._count = label("", "secondary")
        self.column.addLayout(row(self._count, 1))
        self.column.addWidget(self.grid, 1)
        self.finish(tr("Pakai"), self._take)
        self._tell()

    def _choose(self, rows: Sequence[int]) -> None:
        for at in rows:
            self.grid.selectionModel().select(
                self._model.index(at, 0), QItemSelectionModel.SelectionFlag.Select
            )

    def _tell(self) -> None:
        self._count.setText(
            tr(
                "{n} dari {semua} dipilih",
                n=len(self.grid.chosen),
                semua=self._model.rowCount(),
            )
        )

    def _take(self) -> None:
        chosen = self.grid.chosen
        self.accept()
        self.picked.emit(chosen)
