"""Sheets of the procedure: take a step, say why, set a date, extend a clock."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cases import clock
from cases.language import tr
from cases.work.deadline_records import DeadlineRecord, TriggerRecord
from cases.work.handling_records import Handling, Step
from gui.desk import handling
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label
from gui.widgets.when import When

if TYPE_CHECKING:
    from cases.home import Home

_REGISTERED = "diregistrasi"


class MoveSheet(Sheet):
    """Records one step, with its day, and its reason where the rule wants one."""

    def __init__(self, parent: QWidget, session: Session, stands: Handling, step: Step) -> None:
        super().__init__(parent, step.text, _about(step))
        self._session, self._stands, self._step = session, stands, step
        self.when = When(tr("Kapan?"), session.zone, clock.now().wall)
        self.column.addWidget(self.when)
        self.reason = QLineEdit()
        needed = tr("Alasan") if step.needs_reason else tr("Catatan (boleh kosong)")
        self.column.addWidget(Field(needed, self.reason))
        self.category = Choice(tr("Jenis pelanggaran"), stands.categories, tr("Belum dipilih"))
        if stands.category:
            self.category.choose(stands.category)
        self.column.addWidget(Field(tr("Jenis pelanggaran"), self.category))
        self.register = QLineEdit()
        if _REGISTERED in step.dates:
            self.register.setPlaceholderText(tr("dari kantor pemilik buku register"))
            self.column.addWidget(Field(tr("Nomor register (boleh kosong)"), self.register))
        self.finish(tr("Catat langkah ini"), self._record)

    def _record(self) -> None:
        if self.when.wrong:
            self.complain(tr("Tanggal atau jamnya belum benar."), self.when)
            return
        reason = self.reason.text().strip()
        if self._step.needs_reason and not reason:
            self.complain(tr("Langkah ini perlu alasan tertulis."), self.reason)
            return
        home, case, step = self._session.home, self._stands.case, self._step.move
        at, category = self.when.value, self.category.value
        register = self.register.text().strip()
        self.record(
            lambda _progress: handling.move(
                home,
                case,
                step,
                {"at": at, "reason": reason, "category": category, "register": register},
            )
        )


def _about(step: Step) -> str:
    parts = [tr("Dasar: {dasar}", dasar=step.article)]
    if step.to_check:
        parts[0] += " " + tr("(perlu dicek)")
    if step.state:
        parts.append(tr("Kasus menjadi: {keadaan}.", keadaan=step.state))
    if step.note:
        parts.append(step.note)
    return "\n".join(parts)


class WhySheet(Sheet):
    """Asks for a reason and records with it."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        words: tuple[str, str],
        task: "Callable[[Home, str], Any]",
    ) -> None:
        """`words` are the title (and button) and what it means."""
        super().__init__(parent, *words)
        self._session, self._task = session, task
        self.reason = QLineEdit()
        self.column.addWidget(Field(tr("Alasan"), self.reason))
        self.finish(words[0], self._record)

    def _record(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.complain(tr("Tulis alasannya; ia tetap ada di riwayat."), self.reason)
            return
        home, task = self._session.home, self._task
        self.record(lambda _progress: task(home, reason))


class TriggerSheet(Sheet):
    """States the date of an event, or corrects it with a reason."""

    def __init__(
        self, parent: QWidget, session: Session, stands: Handling, trigger: TriggerRecord
    ) -> None:
        title = trigger.text[:1].upper() + trigger.text[1:]
        super().__init__(parent, title, self._meaning(trigger))
        self._session, self._case, self._trigger = session, stands.case, trigger
        self.when = When(tr("Kapan?"), session.zone, trigger.at)
        self.column.addWidget(self.when)
        self.reason = QLineEdit()
        if trigger.at:
            self.column.addWidget(Field(tr("Alasan perbaikan"), self.reason))
        self.finish(tr("Perbaiki tanggal") if trigger.at else tr("Catat tanggal"), self._record)

    @staticmethod
    def _meaning(trigger: TriggerRecord) -> str:
        if trigger.at:
            return tr("Tanggal lama tetap terbaca, bersama alasannya.")
        if trigger.starts:
            return tr("Memulai jangka waktu {ids}.", ids=", ".join(trigger.starts))
        return tr("Mengakhiri jangka waktu yang menunggunya.")

    def _record(self) -> None:
        reason = self.reason.text().strip()
        if self.when.wrong or not self.when.value:
            self.complain(tr("Isi tanggalnya, dan jamnya bila diketahui."), self.when)
            return
        if self._trigger.at and not reason:
            self.complain(tr("Tulis alasannya; ia tetap ada di riwayat."), self.reason)
            return
        home, case, event, at = (
            self._session.home,
            self._case,
            self._trigger.event,
            self.when.value,
        )
        self.record(lambda _progress: handling.set_trigger(home, case, event, at, reason))


class ExtendSheet(Sheet):
    """Extends a clock with its ground; the limit only where the office sets it itself."""

    def __init__(
        self, parent: QWidget, session: Session, record: DeadlineRecord, *, own_limit: bool
    ) -> None:
        basis = tr("Dasar: {dasar}", dasar=record.basis)
        super().__init__(parent, tr("Perpanjang: {langkah}", langkah=record.step), basis)
        self._session, self._record_, self._own = session, record, own_limit
        self.until = When(tr("Sampai kapan?"), session.zone)
        if own_limit:
            self.column.addWidget(label(tr("Sampai kapan?"), "strong14"))
            self.column.addWidget(self.until)
        self.ground = QLineEdit()
        self.ground.setPlaceholderText(tr("misalnya keterangan tambahan dari saksi"))
        self.column.addWidget(Field(tr("Alasan menurut aturan"), self.ground))
        self.finish(tr("Catat perpanjangan"), self._record)

    def _record(self) -> None:
        ground = self.ground.text().strip()
        if not ground:
            self.complain(tr("Tulis alasannya; ia tetap ada di riwayat."), self.ground)
            return
        if self._own and not self.until.value:
            self.complain(tr("Sebutkan sampai kapan."), self.until)
            return
        home, record, until = self._session.home, self._record_, self.until.value
        self.record(lambda _progress: handling.extend(home, record.case, record.id, ground, until))
