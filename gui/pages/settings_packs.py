"""Cards of Pengaturan about the law: packs of rules, and the table of holidays."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QLineEdit

from cases.language import tr
from cases.work.records import CaseId
from gui import errors
from gui.background import Work, look
from gui.desk import office_work as desk
from gui.folders import documents
from gui.frame import Page
from gui.sheets.handling import WhySheet
from gui.stages import outcome_words
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, line, row
from gui.widgets.choice import Field
from gui.widgets.pill import Pill
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.work.holiday_exchange import HolidayPlan
    from cases.work.installed import InstalledPack, PackRecord
    from cases.work.pack_effects import CaseEffect, RuleEffect

_MOST_CHANGES = 12


class PacksCard(Card):
    """Which packs there are, installing one, and what the newest would change in open cases."""

    def __init__(self, page: Page) -> None:
        super().__init__(tr("Paket aturan"), "book-open")
        self._page = page
        self.column.addWidget(
            label(
                tr(
                    "Kasus tetap memakai paket yang dipakai saat dibuka. Paket baru berlaku bagi "
                    "kasus baru; kasus lama hanya bila seseorang memutuskannya."
                ),
                "secondary",
                wrap=True,
            )
        )
        self.list = Swap(spacing=4)
        self.effects = Swap(spacing=6)
        self.trouble = label("", "strong14", tone="danger", wrap=True)
        self.trouble.hide()
        self.column.addWidget(self.list)
        self.column.addLayout(
            row(button(tr("Pasang paket…"), "", "package-open", clicked=self._choose), 1)
        )
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.effects)

    def refresh(self) -> None:
        """Read the packs, and what the newest would change."""
        home = self._page.session.home
        look(self, lambda: desk.packs(home), self._show, slot="packs")
        look(self, lambda: desk.effects(home), self._show_effects, slot="effects")

    def _show(self, found: "tuple[PackRecord, ...]") -> None:
        from cases.work.times import short_date

        column = self.list.renew()
        for one in found:
            origin = one.signer or tr("bersama Netra")
            when = short_date(one.installed_at, self._page.session.zone)
            words = "  ·  ".join(
                part for part in (one.title, origin, when, tr("{n} kasus", n=one.cases)) if part
            )
            entry = row(label(one.pack, "strong14"))
            if one.newest:
                entry.addWidget(Pill(tr("bagi kasus baru"), "accent"))
            entry.addStretch(1)
            column.addLayout(entry)
            column.addWidget(label(words, "secondary", wrap=True))

    def _show_effects(self, found: "tuple[CaseEffect, ...]") -> None:
        column = self.effects.renew()
        changing = [one for one in found if one.changes]
        if not found:
            return
        column.addWidget(line())
        words = (
            tr("{n} kasus terbuka akan berubah", n=len(changing))
            if changing
            else tr("Tidak ada kasus terbuka yang akan berubah")
        )
        column.addWidget(label(words, "strong", wrap=True))
        for one in changing:
            column.addWidget(self._effect(one))

    def _effect(self, one: "CaseEffect") -> Card:
        card = Card(f"{one.code} · {one.title}", tight=True)
        for rule in one.rules:
            card.column.addWidget(label(_rule_words(rule), "body14", wrap=True))
        for clock in one.clocks:
            words = tr(
                "{langkah}: batas {lama} menjadi {baru}",
                langkah=f"{clock.id} {clock.step}",
                lama=clock.before or "–",
                baru=clock.after or "–",
            )
            card.column.addWidget(label(words, "body14", wrap=True))
        take = button(
            tr("Pakai paket baru untuk kasus ini"),
            "soft",
            name=tr("Pakai paket baru untuk {kode}", kode=one.code),
            clicked=lambda: self._adopt(one.case, one.code),
        )
        card.column.addLayout(row(take, 1))
        return card

    def _adopt(self, case: CaseId, code: str) -> None:
        words = (
            tr("Pakai paket baru untuk {kode}", kode=code),
            tr("Paket lama tetap tercatat di riwayat kasus, bersama alasannya."),
        )
        sheet = WhySheet(
            self._page, self._page.session, words, lambda home, why: desk.adopt(home, case, why)
        )
        sheet.made.connect(lambda _made: self.refresh())
        sheet.open()

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Pilih paket aturan"), str(documents()))
        dialog.setNameFilter(tr("Paket aturan (*.zip)"))
        dialog.fileSelected.connect(lambda file: self.install(Path(file)))
        dialog.open()

    def install(self, file: Path) -> None:
        """Install a pack that the office signed."""
        home = self._page.session.home
        self.trouble.hide()
        Work(
            self,
            lambda _progress: desk.install_pack(home, file),
            done=self._installed,
            failed=self._failed,
        ).start()

    def _installed(self, _pack: "InstalledPack") -> None:
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        message, advice, _code = errors.words(error)
        self.trouble.setText(f"{message} {advice}".strip())
        self.trouble.show()


def _rule_words(rule: "RuleEffect") -> str:
    who = f"{rule.party_code} {rule.party_label}".strip()
    before, after = (
        outcome_words(one, 0)[0] if one else tr("tidak ada") for one in (rule.before, rule.after)
    )
    return f"{rule.rule} · {who} · {rule.incident_code}: {before} → {after}"


class HolidaysCard(Card):
    """The table of holidays: years, where it came from; taking another over."""

    def __init__(self, page: Page) -> None:
        super().__init__(tr("Tabel hari libur"), "calendar-days")
        self._page = page
        self._file = Path()
        self.state = label("", "secondary", wrap=True)
        self.column.addWidget(self.state)
        self.column.addLayout(
            row(
                button(tr("Pakai tabel lain…"), "", "download", clicked=self._choose),
                button(tr("Simpan sebagai CSV…"), "", "file-text", clicked=self._export),
                button(tr("Tandatangani tabel…"), "", "badge-check", clicked=self._sign),
                1,
            )
        )
        self.trouble = label("", "strong14", wrap=True)
        self.trouble.hide()
        self.column.addWidget(self.trouble)
        self.plan = Swap(spacing=4)
        self.column.addWidget(self.plan)

    def refresh(self) -> None:
        """Read which table counts."""
        home = self._page.session.home
        look(self, lambda: desk.holiday_years(home), self._show, slot="holidays")

    def _show(self, found: tuple[tuple[int, ...], str, tuple[object, ...]]) -> None:
        from cases.work.times import plain_date

        years, as_of, taken = found
        words = [
            tr(
                "Tahun resmi: {tahun}. Dicocokkan {tanggal}.",
                tahun=", ".join(map(str, years)),
                tanggal=plain_date(as_of),
            ),
            tr("Tahun tanpa tabel dihitung Senin sampai Jumat, dengan peringatan."),
        ]
        if taken:
            words.append(tr("{n} tabel kantor dipakai.", n=len(taken)))
        self.state.setText(" ".join(words))

    def _choose(self) -> None:
        self._ask(tr("Pilih tabel hari libur"), self.look_at)

    def look_at(self, file: Path) -> None:
        """Show who signed a table and what it would change; nothing is taken over yet."""
        home, self._file = self._page.session.home, file
        self.trouble.hide()
        look(self, lambda: desk.plan_holidays(home, file), self._show_plan, failed=self._failed)

    def _show_plan(self, plan: "HolidayPlan") -> None:
        column = self.plan.renew()
        column.addWidget(line())
        column.addWidget(label(plan.file, "strong14", wrap=True))
        column.addWidget(_signer(plan))
        names = {"added": tr("tambah"), "removed": tr("hapus"), "changed": tr("ubah")}
        for one in plan.changes[:_MOST_CHANGES]:
            words = f"{names[one.what]}: {one.date} · {one.name} ({one.status})"
            if one.before:
                words += "  ·  " + tr("semula {lama}", lama=one.before)
            column.addWidget(label(words, "body14", wrap=True))
        more = len(plan.changes) - _MOST_CHANGES
        if more > 0:
            column.addWidget(label(tr("… dan {n} lagi", n=more), "secondary"))
        if not plan.changes:
            column.addWidget(label(tr("Tidak ada yang berubah."), "secondary"))
        if plan.signer and not plan.trusted:
            return
        self.reason = QLineEdit()
        if not plan.signer:
            column.addWidget(Field(tr("Alasan memakai tabel tanpa tanda tangan"), self.reason))
        column.addLayout(row(button(tr("Pakai tabel ini"), "primary", clicked=self.take), 1))

    def take(self) -> None:
        """Take the table over that was looked at."""
        home, file, reason = self._page.session.home, self._file, self.reason.text()
        Work(
            self,
            lambda _progress: desk.take_holidays(home, file, reason),
            done=lambda _changes: self._taken(),
            failed=self._failed,
        ).start()

    def _taken(self) -> None:
        self.plan.renew()
        self.refresh()

    def _export(self) -> None:
        home = self._page.session.home
        dialog = QFileDialog(self, tr("Simpan sebagai CSV…"), str(documents()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile("hari-libur.csv")
        dialog.fileSelected.connect(
            lambda file: self._do(lambda: desk.export_holidays(home, Path(file)), Path(file))
        )
        dialog.open()

    def _sign(self) -> None:
        home = self._page.session.home
        self._ask(
            tr("Pilih tabel hari libur"),
            lambda file: self._do(lambda: desk.sign_holidays(home, file), Path(f"{file}.sig")),
        )

    def _do(self, task: object, file: Path) -> None:
        self.trouble.hide()
        Work(
            self,
            lambda _progress: task(),  # type: ignore[operator]
            done=lambda _outcome: self._tell(tr("Tersimpan: {berkas}", berkas=file.name)),
            failed=self._failed,
        ).start()

    def _ask(self, title: str, act: object) -> None:
        dialog = QFileDialog(self, title, str(documents()))
        dialog.setNameFilter("CSV (*.csv)")
        dialog.fileSelected.connect(lambda file: act(Path(file)))  # type: ignore[operator]
        dialog.open()

    def _tell(self, words: str, tone: str = "") -> None:
        from gui import theme

        self.trouble.setText(words)
        theme.set_kind(self.trouble, tone=tone)
        self.trouble.show()

    def _failed(self, error: BaseException) -> None:
        message, advice, _code = errors.words(error)
        self._tell(f"{message} {advice}".strip(), "danger")


def _signer(plan: "HolidayPlan") -> Pill:
    if not plan.signer:
        return Pill(tr("tanpa tanda tangan"), "warn", "triangle-alert")
    if plan.trusted:
        return Pill(tr("ditandatangani {nama}", nama=plan.name), "ok", "badge-check")
    words = tr("kunci tidak dikenal: {kunci}", kunci=plan.signer)
    return Pill(words, "danger", "circle-x")
