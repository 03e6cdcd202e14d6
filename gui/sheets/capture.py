"""The source of a capture of social media: address, account, times, who, and what is visible."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cases.language import tr
from cases.work.records import CaseId, ExhibitId
from gui import theme
from gui.background import look
from gui.desk import captures
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.card import line, row, scrolled
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label
from gui.widgets.when import When

_OTHER = "lainnya"


class CaptureSheet(Sheet):
    """Describes an exhibit as a capture."""

    def __init__(
        self, parent: QWidget, session: Session, exhibit: ExhibitId, case: CaseId | None
    ) -> None:
        super().__init__(
            parent,
            tr("Sumber tangkapan media sosial"),
            tr("Isi yang tampak saja. Yang tidak diketahui boleh kosong."),
        )
        self._session, self._exhibit, self._case = session, exhibit, case
        self._checks: dict[str, Choice] = {}
        self._before: dict[str, str] = {}
        self.resize(theme.px(620), theme.px(640))
        self.url, self.account = QLineEdit(), QLineEdit()
        self.url.setPlaceholderText("https://…")
        self.account.setPlaceholderText(tr("mis. @nama_akun"))
        self.platform = Choice(tr("Media sosial"), self._platforms(), tr("Pilih…"))
        self.by = Choice(tr("Ditangkap oleh"), (("", tr("petugas ini")),))
        self.post_at = When(tr("Waktu kiriman."), session.zone)
        self.captured_at = When(tr("Waktu ditangkap."), session.zone)
        self.url.editingFinished.connect(self._guess)
        self.column.addWidget(scrolled(self._fields(), kind="panel"), 1)
        self.finish(tr("Simpan"), self._record)
        home = session.home
        look(self, lambda: captures.read(home, exhibit, case), self._show, slot="capture")

    @staticmethod
    def _platforms() -> tuple[tuple[str, str], ...]:
        named = tuple((name, name.capitalize()) for name in captures.platforms())
        return (*named, (_OTHER, tr("lainnya")))

    def _fields(self) -> QWidget:
        from PySide6.QtWidgets import QVBoxLayout

        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(10))
        column.addWidget(Field(tr("Alamat (URL)"), self.url))
        pair = QHBoxLayout()
        pair.setSpacing(theme.px(12))
        pair.addWidget(Field(tr("Akun"), self.account), 1)
        pair.addWidget(Field(tr("Media sosial"), self.platform), 1)
        column.addLayout(pair)
        column.addWidget(Field(tr("Waktu kiriman"), self.post_at))
        column.addWidget(Field(tr("Waktu ditangkap"), self.captured_at))
        column.addWidget(Field(tr("Ditangkap oleh"), self.by))
        column.addWidget(line())
        column.addWidget(label(tr("Apa yang tampak pada tangkapan?"), "strong14"))
        answers = (("", tr("belum diperiksa")), ("ya", tr("ya")), ("tidak", tr("tidak")))
        for key, words in captures.checklist():
            check = Choice(words, answers)
            self._checks[key] = check
            check.setFixedWidth(theme.px(180))
            column.addLayout(row(label(words, "body14"), 1, check))
        column.addStretch(1)
        return body

    def _show(self, described: captures.Described) -> None:
        capture = described.capture
        for party in described.parties:
            self.by.addItem(f"{party.code} {party.label}".strip(), party.id)
        if capture is None:
            said = dict(described.noted)
        else:
            said = {
                key: getattr(capture, key)
                for key in ("url", "platform", "account", "post_at", "captured_at")
            }
            self.by.choose(capture.captured_by or "")
            for key, seen in capture.visible:
                self._checks[key].choose("ya" if seen else "tidak")
        self.url.setText(said.get("url", ""))
        self.account.setText(said.get("account", ""))
        self._choose_platform(said.get("platform", ""))
        self.post_at.show_time(said.get("post_at", ""))
        self.captured_at.show_time(said.get("captured_at", ""))
        self._before = self._texts()

    def _choose_platform(self, name: str) -> None:
        if name and self.platform.findData(name) < 0:
            self.platform.addItem(name, name)
        self.platform.choose(name)

    def _guess(self) -> None:
        guess = captures.platform_of(self.url.text().strip())
        if guess and not self.platform.value:
            self._choose_platform(guess)

    def _texts(self) -> dict[str, str]:
        return {
            "url": self.url.text().strip(),
            "account": self.account.text().strip(),
            "platform": self.platform.value,
            "post_at": self.post_at.value,
            "captured_at": self.captured_at.value,
        }

    def _record(self) -> None:
        for field in (self.post_at, self.captured_at):
            if field.wrong:
                self.complain(tr("Waktu ini belum terbaca: tulis 3 Feb 2024 dan 10.42."), field)
                return
        now = self._texts()
        fields: dict[str, Any] = {
            key: text for key, text in now.items() if text != self._before.get(key, "")
        }
        fields["captured_by"] = self.by.value
        fields["visible"] = {
            key: check.value == "ya" for key, check in self._checks.items() if check.value
        }
        home, exhibit, case = self._session.home, self._exhibit, self._case
        self.record(lambda _progress: captures.describe(home, exhibit, case, fields))
