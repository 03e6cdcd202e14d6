"""Facts that a capture suggests: chosen by the officer, of an incident or of one person."""

from PySide6.QtWidgets import QCheckBox, QWidget

from cases.language import tr
from cases.work.records import CaseId, ExhibitId, IncidentId, PartyId, Role
from gui.background import look
from gui.desk import captures
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.card import Swap
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label


class CaptureFacts(Sheet):
    """States what a capture suggests, once the officer accepts it."""

    def __init__(
        self, parent: QWidget, session: Session, exhibit: ExhibitId, case: CaseId
    ) -> None:
        super().__init__(
            parent,
            tr("Fakta dari tangkapan ini"),
            tr("Usulan baru menjadi fakta bila Anda menerimanya; buktinya ikut tercatat."),
        )
        self._session, self._exhibit, self._case = session, exhibit, case
        self.boxes: dict[str, QCheckBox] = {}
        self._list = Swap(spacing=2)
        self.column.addWidget(self._list)
        self.incident = Choice(tr("Peristiwa"), (), tr("Pilih peristiwa…"))
        self.party = Choice(tr("Tentang"), (("", tr("peristiwanya")),))
        self.column.addWidget(Field(tr("Peristiwa"), self.incident))
        self.column.addWidget(Field(tr("Tentang"), self.party))
        self.finish(tr("Terima sebagai fakta"), self._record)
        self.primary.setEnabled(False)
        home = session.home
        look(self, lambda: captures.proposals(home, case, exhibit), self._show, slot="facts")

    def _show(self, found: captures.Proposals) -> None:
        column = self._list.renew()
        for one in found.facts:
            name, value = found.words[one.fact]
            box = QCheckBox(f"{name}: {value}")
            box.setAccessibleName(box.text())
            box.setChecked(True)
            self.boxes[one.fact] = box
            column.addWidget(box)
            column.addWidget(label(tr("dari {sumber}", sumber=one.why), "caption", wrap=True))
        for incident in found.incidents:
            self.incident.addItem(f"{incident.code} {incident.title}".strip(), incident.id)
        if len(found.incidents) == 1:
            self.incident.setCurrentIndex(0)
        else:
            self.incident.setCurrentIndex(-1)
        for party in found.parties:
            if party.role is Role.RESPONDENT:
                self.party.addItem(f"{party.code} {party.label}".strip(), party.id)
        self.primary.setEnabled(bool(found.facts and found.incidents))
        if not found.facts:
            self.complain(tr("Uraian tangkapan belum menyebut apa pun yang dapat diusulkan."))
        elif not found.incidents:
            self.complain(tr("Catat dahulu peristiwanya di tab Peristiwa."))
        self.adjustSize()

    def _record(self) -> None:
        chosen = [fact for fact, box in self.boxes.items() if box.isChecked()]
        incident = IncidentId(self.incident.value)
        if not incident:
            self.complain(tr("Pilih peristiwanya."), self.incident)
            return
        if not chosen:
            self.complain(tr("Centang paling sedikit satu usulan."))
            return
        about = incident, PartyId(self.party.value) if self.party.value else None
        home, exhibit, case = self._session.home, self._exhibit, self._case
        self.record(lambda _progress: captures.accept(home, case, exhibit, chosen, about))
