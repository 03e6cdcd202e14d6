"""The stage of a case: one choice, and in words what it means before it is recorded."""

from PySide6.QtWidgets import QWidget

from cases.language import tr
from cases.work.records import CaseRecord
from gui import desk
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.stages import STATUSES, stage_words
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label


class StageSheet(Sheet):
    """Moves a case to another stage."""

    def __init__(self, parent: QWidget, session: Session, case: CaseRecord) -> None:
        super().__init__(
            parent,
            tr("Ubah tahap"),
            tr("Sekarang: {tahap}. Tahap lama tetap ada di riwayat.", tahap=self._now(case)),
        )
        self._session, self._case = session, case
        entries = tuple((status, stage_words(status)) for status in STATUSES)
        self.stage = Choice(tr("Tahap"), entries)
        self.stage.choose(case.status or STATUSES[0])
        self.column.addWidget(Field(tr("Tahap"), self.stage))
        self.meaning = label("", "secondary", wrap=True)
        self.column.addWidget(self.meaning)
        self.finish(tr("Ubah tahap"), self._record)
        self.stage.currentIndexChanged.connect(lambda _index: self._tell())
        self._tell()

    @staticmethod
    def _now(case: CaseRecord) -> str:
        return stage_words(case.status)

    def _tell(self) -> None:
        self.primary.setEnabled(self.stage.value != self._case.status)
        if self.stage.value == self._case.status:
            self.meaning.setText(tr("Pilih tahap yang baru."))
            return
        words = tr("Kasus {kode} pindah ke tahap “{tahap}”.", kode=self._code, tahap=self._chosen)
        if desk.is_closed(self.stage.value):
            words += " " + tr("Tenggatnya tidak dihitung lagi.")
        self.meaning.setText(words)

    @property
    def _code(self) -> str:
        return self._case.register or self._case.code

    @property
    def _chosen(self) -> str:
        return stage_words(self.stage.value)

    def _record(self) -> None:
        home, case, status = self._session.home, self._case.id, self.stage.value
        self.record(lambda _progress: desk.edit_case(home, case, "status", status))
