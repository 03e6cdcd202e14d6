"""Verifikasi: whether a case file is what was sealed, in one large word and plain reasons."""

from pathlib import Path

from cases.language import tr
from cases.sealed.verify import State, Verdict
from gui import errors, theme
from gui.background import Work
from gui.desk import exchange
from gui.frame import Frame
from gui.pages.exchange.dropping import DropPage
from gui.pages.exchange.office_card import pick
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, row
from gui.widgets.text import copyable, label


class VerifyPage(DropPage):
    """Judges case files; nothing is taken in."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.title = tr("Verifikasi")
        self.dropped.connect(lambda files: self.verify(files[0]))
        column = self.scrolled_column()
        card = Card(tr("Periksa berkas kasus"), "shield-check")
        card.column.addWidget(
            label(
                tr(
                    "Letakkan berkas .netra di sini. Netra membaca seluruh isinya dan tidak "
                    "menyimpan apa pun."
                ),
                "lead",
                wrap=True,
            )
        )
        self.start = button(
            tr("Pilih berkas…"),
            "primary",
            "folder-open",
            clicked=lambda: pick(self, tr("Pilih berkas kasus"), self.verify),
        )
        card.column.addLayout(row(self.start, 1))
        column.addWidget(card)
        self._answer = Swap(10)
        column.addWidget(self._answer)
        column.addStretch(1)

    def verify(self, file: Path) -> None:
        """Judge a file in the background."""
        home = self.session.home
        self.start.setEnabled(False)
        column = self._answer.renew()
        column.addWidget(label(tr("Membaca {berkas}…", berkas=file.name), "lead", wrap=True))
        Work(
            self,
            lambda _progress: exchange.verify(home, file),
            done=lambda verdict: self._show(file, verdict),
            failed=self._failed,
            long=True,
        ).start()

    def _failed(self, error: BaseException) -> None:
        self.start.setEnabled(True)
        self._answer.renew()
        errors.show(self, error)

    def _show(self, file: Path, verdict: Verdict) -> None:
        self.start.setEnabled(True)
        column = self._answer.renew()
        word, tone, icon, meaning = words_of(verdict)
        card = Card(file.name, icon)
        card.setAccessibleDescription(f"{word}. {meaning}")
        card.column.addWidget(label(word, "title", tone=tone, wrap=True))
        card.column.addWidget(label(meaning, "strong", tone=tone, wrap=True))
        for reason in verdict.reasons:
            text = f"{reason.text} ({reason.file})" if reason.file else reason.text
            card.column.addWidget(label(text, "", wrap=True))
        if verdict.signer:
            name = verdict.signer_name or tr("kunci yang belum dikenal")
            card.column.addWidget(label(tr("Disegel oleh {nama}", nama=name), "strong14"))
            card.column.addWidget(copyable(verdict.signer))
        card.column.addWidget(
            label(tr("Ini tidak membuktikan bahwa isi foto benar."), "secondary", wrap=True)
        )
        column.addWidget(card)
        theme.set_kind(card)


def words_of(verdict: Verdict) -> tuple[str, str, str, str]:
    """(word, tone, icon, what it means) of a verdict."""
    if verdict.verdict is State.INTACT:
        return (
            tr("UTUH"),
            "ok",
            "circle-check",
            tr("Semua berkas, catatan, dan tanda tangan cocok; penyegelnya dikenal."),
        )
    if verdict.verdict is State.CHANGED:
        return (
            tr("BERUBAH"),
            "danger",
            "circle-x",
            tr("Isinya bukan seperti saat disegel. Jangan dipakai; minta berkas baru."),
        )
    return (
        tr("TIDAK DAPAT DIPASTIKAN"),
        "warn",
        "triangle-alert",
        tr("Tidak ada yang terbukti berubah, tetapi tidak semuanya dapat diperiksa di sini."),
    )
