"""Fairness: the same person at another contestant's incident, proposed, never silently taken."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.language import tr
from gui import theme
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, row
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.work.fairness import FairnessProposal


class Likes(QWidget):
    """Proposals of a case; those put aside stay one click away."""

    accepted = Signal(object)
    case_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._aside: set[tuple[str, ...]] = set()
        self._proposals: tuple[FairnessProposal, ...] = ()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._body = Swap(spacing=8, margin=6)
        outer.addWidget(self._body)
        self.hide()

    def show_proposals(self, proposals: "tuple[FairnessProposal, ...]") -> None:
        """Show what is proposed."""
        self._proposals = proposals
        self.setVisible(bool(proposals))
        column = self._body.renew()
        for proposal in proposals:
            if _key(proposal) not in self._aside:
                column.addWidget(self._card(proposal))
        aside = sum(_key(one) in self._aside for one in proposals)
        if aside:
            again = button(
                tr("{n} usul diabaikan – tampilkan", n=aside), "link", "eye", clicked=self._recall
            )
            column.addLayout(row(again, 1))

    def _card(self, proposal: "FairnessProposal") -> Card:
        card = Card(tight=True)
        title = tr(
            "Usul untuk {kode} di {peristiwa}: hadir juga pada kegiatan calon lain",
            kode=proposal.party_code,
            peristiwa=proposal.incident_code,
        )
        card.setAccessibleName(title)
        card.column.addWidget(label(title, "strong14", wrap=True))
        card.column.addWidget(label(proposal.words, "secondary", wrap=True))
        card.column.addWidget(
            label(
                tr("Baru menjadi keterangan bila Anda menerapkannya; bukti dari sana ikut masuk."),
                "caption",
                wrap=True,
            )
        )
        name = f"{proposal.party_code}, {proposal.other_title}"
        take = button(
            tr("Terapkan"),
            "soft",
            "check",
            name=tr("Terapkan usul: {isi}", isi=name),
            clicked=lambda: self.accepted.emit(proposal),
        )
        leave = button(
            tr("Abaikan"),
            "",
            name=tr("Abaikan usul: {isi}", isi=name),
            clicked=lambda: self._put_aside(proposal),
        )
        look = button(
            tr("Buka {kode}", kode=proposal.other_case_code),
            "link",
            clicked=lambda: self.case_wanted.emit(proposal.other_case),
        )
        card.column.addLayout(row(take, leave, look, 1))
        card.column.setSpacing(theme.px(6))
        return card

    def _put_aside(self, proposal: "FairnessProposal") -> None:
        self._aside.add(_key(proposal))
        self.show_proposals(self._proposals)

    def _recall(self) -> None:
        self._aside.clear()
        self.show_proposals(self._proposals)


def _key(proposal: "FairnessProposal") -> tuple[str, ...]:
    return proposal.incident, proposal.party, proposal.other_case, proposal.other_incident
