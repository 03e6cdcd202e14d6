"""Hari ini, is the work safe: what is only here, copies left, battery, clock, captures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from gui.background import look
from gui.desk import laptop
from gui.desk.laptop import Safety
from gui.frame import Page
from gui.sheets.laptop_clock import KeepClock, MendClock
from gui.sheets.leftovers import LeftoverList
from gui.widgets.banner import banner
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, line, row
from gui.widgets.text import Elided, label

if TYPE_CHECKING:
    from cases.intake.leftovers import Leftovers
    from cases.work.laptop_clock import ClockTrouble
    from cases.work.rechecks import DueRecheck

_EVERY_MS = 60_000
_MOST = 4


class TodaySafety(QObject):
    """The parts of Hari ini that tell whether all is safe; each is empty while it is."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.warnings = Swap(spacing=8)
        self.here = Swap()
        self.copies = Swap()
        self.rechecks = Swap()
        self._full: set[Swap] = set()
        for part in self.parts:
            part.hide()
            part.setParent(page)
        timer = QTimer(self)
        timer.timeout.connect(self._tick)
        timer.start(_EVERY_MS)

    @property
    def parts(self) -> tuple[Swap, ...]:
        """All parts."""
        return self.warnings, self.here, self.copies, self.rechecks

    def settle(self) -> None:
        """Show the parts that have something to say and stand in the page by now."""
        for part in self.parts:
            part.setVisible(part in self._full and part.parentWidget() is not self._page)

    def _fill(self, part: Swap, *, full: bool) -> None:
        (self._full.add if full else self._full.discard)(part)
        self.settle()

    def _tick(self) -> None:
        if self._page.isVisible() and self._page.session.home.unlocked:
            self.refresh()

    def refresh(self) -> None:
        """Look again; copies are looked for on the disk, which may be slow."""
        page, home = self._page, self._page.session.home
        look(page, lambda: laptop.safety(home), self._show, slot="safety")
        look(page, lambda: laptop.leftovers(home), self._show_copies, slot="copies")

    def _show(self, safety: Safety) -> None:
        self._warn(safety)
        self._count(safety)
        self._remind(safety.rechecks)

    # --- warnings

    def _warn(self, safety: Safety) -> None:
        column = self.warnings.renew()
        if safety.clock is not None:
            column.addWidget(self._clock(safety.clock))
        if safety.battery is not None:
            column.addWidget(
                banner(
                    tr("Baterai tinggal {n} %. Colokkan pengisi daya.", n=safety.battery),
                    "plug",
                )
            )
        self._fill(self.warnings, full=column.count() > 0)

    def _clock(self, trouble: "ClockTrouble") -> QFrame:
        page, text = self._page, trouble.text
        return banner(
            text,
            "clock-alert",
            button(
                tr("Tetap pakai, catat alasannya"),
                "",
                clicked=lambda: KeepClock(page, page.session, text).open(),
            ),
            button(
                tr("Perbaiki jam"),
                "primary",
                clicked=lambda: MendClock(page, page.session, text).open(),
            ),
        )

    # --- what is only here

    def _count(self, safety: Safety) -> None:
        here, page = safety.only_here, self._page
        column = self.here.renew()
        self._fill(self.here, full=here.exhibits > 0)
        if not here.exhibits:
            return
        card = Card(tr("Masih hanya di laptop ini"), "hard-drive")
        number = label(tr("{n} bukti", n=here.exhibits), "number")
        card.column.addWidget(number)
        parts = [tr("Belum ada tanda terima kantor untuk bukti ini.")]
        if here.unsorted:
            parts.append(tr("{n} belum dipilah ke kasus.", n=here.unsorted))
        card.column.addWidget(label(" ".join(parts), "secondary", wrap=True))
        buttons: list[QWidget | int] = [
            button(tr("Buka Kotak kirim"), "soft", clicked=lambda: page.frame.open("outbox"))
        ]
        if here.unsorted:
            buttons.append(button(tr("Pilah"), "link", clicked=lambda: page.frame.open("intake")))
        card.column.addLayout(row(*buttons, 1))
        column.addWidget(card)

    def _show_copies(self, left: "Leftovers") -> None:
        from cases.work.times import size

        column = self.copies.renew()
        self._fill(self.copies, full=left.files > 0)
        if not left.files:
            return
        card = Card(tr("Salinan di luar Netra"), "memory-stick")
        words = tr(
            "{n} berkas ({besar}) masih ada di kartu atau folder lain.",
            n=left.files,
            besar=size(left.bytes),
        )
        card.column.addWidget(label(words, "secondary", wrap=True))
        show = button(
            tr("Lihat di mana"), "link", clicked=lambda: LeftoverList(self._page, left).open()
        )
        card.column.addLayout(row(show, 1))
        column.addWidget(card)

    # --- captures to look for again

    def _remind(self, due: "tuple[DueRecheck, ...]") -> None:
        column = self.rechecks.renew()
        self._fill(self.rechecks, full=bool(due))
        if not due:
            return
        card = Card(tr("Periksa lagi di internet"), "refresh-cw")
        card.head.addWidget(label(tr("{n} tangkapan", n=len(due)), "secondary"))
        for index, one in enumerate(due[:_MOST]):
            if index:
                card.column.addWidget(line())
            card.column.addWidget(self._due(one))
        column.addWidget(card)

    def _due(self, one: "DueRecheck") -> QWidget:
        from cases.work.times import short_date

        made = QWidget()
        inner = QHBoxLayout(made)
        inner.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = f"{one.case_code} {one.code}".strip() or tr("Belum dipilah")
        words.addWidget(Elided(f"{name}  ·  {one.url}", "strong14"))
        last = tr("terakhir dilihat {hari}", hari=short_date(one.last_on))
        words.addWidget(label(last, "secondary"))
        inner.addLayout(words, 1)
        frame = self._page.frame
        inner.addWidget(
            button(
                tr("Buka"),
                "",
                name=tr("Buka tangkapan {nama}", nama=name),
                clicked=lambda: frame.open_exhibit((one.exhibit,), 0, one.case),
            )
        )
        return made
