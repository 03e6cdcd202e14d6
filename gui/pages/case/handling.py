"""The tab Penanganan: where the case stands, what may be done, requirements, clocks, rules."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import CaseId, PartyId
from gui.background import Work, look
from gui.desk import handling
from gui.desk.handling import Procedure
from gui.frame import Page
from gui.pages.case.clocks import ClocksCard
from gui.pages.case.record import CaseView
from gui.pages.case.standing import RequirementsCard, StandingCard, StepsCard
from gui.sheets.handling import ExtendSheet, MoveSheet, TriggerSheet, WhySheet
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, line, row, scrolled
from gui.widgets.choice import Choice
from gui.widgets.text import label


class HandlingTab(QWidget):
    """The procedure of one case."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._case: CaseId | None = None
        self._parties: tuple[tuple[str, str], ...] = ()
        self._shown: Procedure | None = None
        self._body = Swap(margin=6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._body, kind="panel"), 1)

    def show_view(self, view: CaseView) -> None:
        """Read where the case stands, once the tab is looked at or the case has changed."""
        self._case = view.file.case.id
        self._parties = tuple(
            (one.id, f"{one.code} {one.label}".strip()) for one in view.file.parties
        )
        if self.isVisible():
            self.read()

    def showEvent(self, event: Any) -> None:
        """Read when somebody turns to the tab."""
        super().showEvent(event)
        self.read()

    def read(self) -> None:
        """Read the procedure of the case in the background."""
        home, case = self._page.session.home, self._case
        if case is not None:
            look(self, lambda: handling.read(home, case), self._show, slot="procedure")

    def _show(self, found: Procedure) -> None:
        if found == self._shown or found.handling.case != self._case:
            return
        self._shown = found
        zone = self._page.session.zone
        column = self._body.renew()
        stands = StandingCard(found.handling)
        stands.taken.connect(self._move)
        column.addWidget(stands)
        if found.handling.requirements:
            card = RequirementsCard(found.handling)
            card.answered.connect(self._answer)
            column.addWidget(card)
        clocks = ClocksCard(found, zone)
        clocks.date_wanted.connect(self._date)
        clocks.extension_wanted.connect(self._extend)
        clocks.withdrawal_wanted.connect(self._withdraw_extension)
        column.addWidget(clocks)
        column.addWidget(self._rules(found))
        steps = StepsCard(found.handling, zone)
        steps.back_wanted.connect(self._take_back)
        column.addWidget(steps)
        column.addStretch(1)

    # --- rules that are alleged

    def _rules(self, found: Procedure) -> Card:
        card = Card(tr("Aturan yang diduga dilanggar"), "scale")
        card.column.addWidget(
            label(
                tr("Pertanyaan aturan ini diajukan walau belum ada perbuatan yang tercatat."),
                "secondary",
                wrap=True,
            )
        )
        for one in found.allegations:
            words = f"{one.rule} · {one.title}" + (
                f"  ·  {one.party_code}" if one.party_code else ""
            )
            if one.withdrawn:
                words += "  ·  " + tr("ditarik: {alasan}", alasan=one.withdrawn)
            text = label(words, "secondary" if one.withdrawn else "body14", wrap=True)
            card.column.addWidget(line())
            entry = row(text)
            entry.setStretch(0, 1)
            if not one.withdrawn:
                drop = button(
                    tr("Tarik"),
                    "link",
                    name=tr("Tarik dugaan {aturan}", aturan=one.rule),
                    clicked=partial(self._drop, one.rule, one.party),
                )
                entry.addWidget(drop)
            card.column.addLayout(entry)
        self.rule = Choice(tr("Aturan"), found.rules, tr("Pilih aturan…"))
        everybody = (("", tr("semua terlapor")),)
        self.who = Choice(tr("Terlapor"), (*everybody, *self._parties))
        self.who.choose("")
        self.who.setMaximumWidth(260)
        add = button(tr("Nyatakan dugaan"), "soft", "plus", clicked=self._allege)
        entry = row(self.rule, self.who)
        entry.setStretch(0, 1)
        card.column.addLayout(entry)
        card.column.addLayout(row(add, 1))
        return card

    def _allege(self) -> None:
        rule, who = self.rule.value, self.who.value
        if rule:
            self._write(
                lambda home, case: handling.allege(home, case, rule, PartyId(who) if who else None)
            )

    def _drop(self, rule: str, party: PartyId | None) -> None:
        meaning = tr("Pertanyaannya tidak diajukan lagi, kecuali perbuatannya tercatat.")
        self._because(
            (tr("Tarik dugaan {aturan}", aturan=rule), meaning),
            lambda home, case, why: handling.withdraw_allegation(home, case, rule, party, why),
        )

    # --- what is recorded

    def _move(self, step: str) -> None:
        found = self._shown
        if found:
            wanted = next(one for one in found.handling.steps if one.move == step)
            MoveSheet(self, self._page.session, found.handling, wanted).open()

    def _answer(self, requirement: str, met: str) -> None:
        self._write(lambda home, case: handling.answer(home, case, requirement, met))

    def _take_back(self) -> None:
        meaning = tr("Kasus kembali ke keadaan sebelumnya; keduanya tetap ada di riwayat.")
        self._because((tr("Tarik langkah terakhir"), meaning), handling.take_back)

    def _date(self, event: str) -> None:
        found = self._shown
        if found:
            trigger = next(one for one in found.triggers if one.event == event)
            TriggerSheet(self, self._page.session, found.handling, trigger).open()

    def _extend(self, clock: str) -> None:
        found = self._shown
        if found:
            record = next(one for one in found.clocks if one.id == clock)
            own = clock in found.adjustable
            ExtendSheet(self, self._page.session, record, own_limit=own).open()

    def _withdraw_extension(self, clock: str) -> None:
        meaning = tr("Jangka waktu semula berlaku lagi.")
        self._because(
            (tr("Tarik perpanjangan {id}", id=clock), meaning),
            lambda home, case, why: handling.withdraw_extension(home, case, clock, why),
        )

    def _because(self, words: tuple[str, str], task: Callable[[Any, CaseId, str], Any]) -> None:
        case = self._case
        if case is not None:
            WhySheet(
                self, self._page.session, words, lambda home, why: task(home, case, why)
            ).open()

    def _write(self, task: Callable[[Any, CaseId], Any]) -> None:
        home, case = self._page.session.home, self._case
        if case is not None:
            Work(self, lambda _progress: task(home, case)).start()
