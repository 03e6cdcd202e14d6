"""The unlock page: who, and the passphrase. It stands before anything heavy is loaded."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.records import Officer
from gui import desk, errors, theme
from gui.background import look
from gui.entry.passphrase import PassphraseField
from gui.widgets.buttons import button
from gui.widgets.card import Card, icon_label
from gui.widgets.choice import Choice
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.home import Home


class UnlockPage(QWidget):
    """Who, and the passphrase."""

    opened = Signal(object)
    """The unlocked home."""

    def __init__(
        self, folder: Path, officers: tuple[Officer, ...], before: "Home | None" = None
    ) -> None:
        """Take the home that was locked as `before`: its import may still run."""
        super().__init__()
        self._folder = folder
        self._officers = officers
        self._before = before
        self._locked = before is not None
        self.setProperty("kind", "page")
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        card = Card()
        card.setFixedWidth(theme.px(420))
        card.column.setContentsMargins(theme.px(28), theme.px(24), theme.px(28), theme.px(24))
        card.column.setSpacing(theme.px(12))
        self._fill(card)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card)
        line.addStretch(1)
        outer.addLayout(line)
        foot = label(tr("Luring – semua tersimpan di laptop ini"), "caption")
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer.addWidget(foot)
        outer.addStretch(3)
        self.field.setFocus()

    def _fill(self, card: Card) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(icon_label("lock" if self._locked else "eye", "accentText", 32))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(tr("Terkunci") if self._locked else "Netra", "greeting"))
        head.addLayout(words, 1)
        card.column.addLayout(head)
        card.column.addWidget(
            label(
                tr("Ketik kata sandi untuk melanjutkan. Pekerjaan Anda tersimpan.")
                if self._locked
                else tr("Pilih nama Anda, lalu ketik kata sandi."),
                "lead",
                wrap=True,
            )
        )
        self.who = Choice(
            tr("Pengawas"),
            tuple(
                (officer.name, f"{officer.name} – {officer.office}") for officer in self._officers
            ),
        )
        card.column.addWidget(self.who)
        self.field = PassphraseField(tr("Kata sandi"))
        self.field.returnPressed.connect(self.unlock)
        card.column.addWidget(self.field)
        self.trouble = label("", "strong14", tone="danger", wrap=True)
        self.trouble.hide()
        card.column.addWidget(self.trouble)
        self.primary = button(tr("Buka"), "primary", "lock-open", clicked=self.unlock)
        card.column.addWidget(self.primary)
        self.forgot = button(tr("Lupa kata sandi?"), "link", clicked=self._forgot)
        card.column.addWidget(self.forgot)

    def _forgot(self) -> None:
        from gui.entry.recover import RecoverSheet

        sheet = RecoverSheet(self, self._folder, self.who.value)
        sheet.opened.connect(self.opened)
        sheet.open()

    def choose(self, officer: Officer) -> None:
        """Choose an officer without being asked (after locking)."""
        self.who.choose(officer.name)

    def unlock(self) -> None:
        """Try the passphrase, in the background: the key derivation is slow on purpose."""
        passphrase = self.field.text()
        if not passphrase:
            self._complain(tr("Ketik kata sandi dulu."), "")
            return
        self.primary.setEnabled(False)
        self.field.setEnabled(False)
        self.primary.setText(" " + tr("Membuka…"))
        folder, officer, before = self._folder, self.who.value, self._before
        if before is not None and not before.keys.locked:
            self._complain(tr("Impor masih berjalan; Netra membuka begitu selesai."), "")
        look(
            self,
            lambda: desk.unlock(folder, officer, passphrase, before),
            self._opened,
            failed=self._failed,
        )

    def _opened(self, home: Any) -> None:
        self.field.clear()
        self._rest()
        self.opened.emit(home)

    def _failed(self, error: BaseException) -> None:
        self._rest()
        self.field.selectAll()
        self.field.setFocus()
        message, advice, _code = errors.words(error)
        self._complain(message, advice)
        wait = int(getattr(error, "wait", 0))
        if wait > 0:
            self._count_down(wait, message)

    def _rest(self) -> None:
        self.primary.setEnabled(True)
        self.field.setEnabled(True)
        self.primary.setText(" " + tr("Buka"))

    def _complain(self, message: str, advice: str) -> None:
        self.trouble.setText(f"{message} {advice}".strip())
        self.trouble.show()
        self.setAccessibleDescription(self.trouble.text())

    def _count_down(self, seconds: int, message: str) -> None:
        self.primary.setEnabled(False)
        left = [seconds]
        timer = QTimer(self)

        def tick() -> None:
            left[0] -= 1
            if left[0] <= 0:
                timer.stop()
                self._rest()
                self.trouble.hide()
                return
            self.trouble.setText(tr("{pesan} Tunggu {n} detik.", pesan=message, n=left[0]))

        timer.timeout.connect(tick)
        timer.start(1000)
