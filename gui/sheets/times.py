"""The zone or the error of a camera's clock, stated for many exhibits at once, tried before."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QListView, QWidget

from cases.language import tr
from cases.work.records import CaseId, ExhibitId
from gui import theme
from gui.background import look
from gui.desk import times
from gui.session import Session
from gui.sheets.stating import StatementSheet
from gui.sheets.trials import TrialDelegate, TrialModel
from gui.widgets.buttons import button
from gui.widgets.card import row
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label

if TYPE_CHECKING:
    from cases.work.camera_clocks import ClockError
    from cases.work.time_trials import TimeTrial

_SPAN = re.compile(r"(?:(?:(\d{1,5})[:.])?(\d{1,2})[:.])?(\d{1,9})(?:,(\d))?")
_WAIT_MS = 250


def read_span(text: str) -> float | None:
    """Read `02:05`, `1:02:05`, `125` or `0,5` as seconds; None for anything else."""
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds, tenths = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds + tenths / 10


class TimeSheet(StatementSheet):
    """States a zone or a clock error."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        case: CaseId | None,
        exhibits: tuple[ExhibitId, ...],
    ) -> None:
        title = tr("Waktu {n} bukti", n=len(exhibits))
        why = tr("Berkas asli tidak diubah. Pernyataan Anda dicatat di sampingnya, dengan alasan.")
        super().__init__(parent, session, case, exhibits, (title, why))
        self.resize(theme.px(760), theme.px(600))
        self.column.addLayout(self._kinds())
        self.column.addWidget(self._zone_part())
        self.column.addWidget(self._error_part())
        self.reason = QLineEdit()
        self.column.addWidget(Field(tr("Dari mana itu diketahui?"), self.reason))
        self.verdict = label("", "strong14", wrap=True)
        self.column.addWidget(self.verdict)
        self.model = TrialModel(session.zone)
        self.list = QListView()
        self.list.setProperty("kind", "boxed")
        self.list.setModel(self.model)
        self.list.setItemDelegate(TrialDelegate())
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Waktu sekarang dan sesudah dinyatakan"))
        self.list.setMinimumHeight(theme.px(140))
        self.column.addWidget(self.list, 1)
        self.finish(tr("Nyatakan"), self._record)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.try_out)
        self.choose_kind("zone")

    def _kinds(self) -> QHBoxLayout:
        self.zone_kind = button(tr("Zona waktu"), "choice")
        self.error_kind = button(tr("Selisih jam kamera"), "choice")
        group = QButtonGroup(self)
        for kind, made in (("zone", self.zone_kind), ("error", self.error_kind)):
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, kind=kind: self.choose_kind(kind))
            group.addButton(made)
        return row(self.zone_kind, self.error_kind, 1)

    def _zone_part(self) -> QWidget:
        self.zone = Choice(
            tr("Jam kamera memakai"),
            (
                ("+07:00", tr("WIB (UTC+7)")),
                ("+08:00", tr("WITA (UTC+8)")),
                ("+09:00", tr("WIT (UTC+9)")),
            ),
        )
        self.zone.choose(self._session.zone)
        self.zone.activated.connect(lambda _index: self.try_out())
        self._zone_field = Field(tr("Jam kamera memakai"), self.zone)
        return self._zone_field

    def _error_part(self) -> QWidget:
        self.way = Choice(
            tr("Arah"), (("+", tr("lebih cepat (maju)")), ("-", tr("lebih lambat (mundur)")))
        )
        self.span, self.doubt = QLineEdit(), QLineEdit("0")
        self.span.setPlaceholderText(tr("jam:menit:detik, mis. 0:02:05"))
        self.span.setAccessibleName(tr("Selisih"))
        self.doubt.setAccessibleName(tr("Kurang lebih, detik"))
        self.doubt.setFixedWidth(theme.px(80))
        self.way.activated.connect(lambda _index: self._timer.start())
        for field in (self.span, self.doubt):
            field.textEdited.connect(lambda _text: self._timer.start())
        inner = QWidget()
        line = row(self.way, self.span, label("±"), self.doubt, label(tr("detik")))
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        inner.setLayout(line)
        inner.setFocusProxy(self.span)
        self._error_field = Field(
            tr("Jam kamera dibanding jam yang benar"),
            inner,
            tr("Zona bukan selisih: untuk HP yang masih WIB di wilayah WITA, pilih Zona waktu."),
        )
        return self._error_field

    def choose_kind(self, kind: str) -> None:
        """State a zone, or an error."""
        self.zone_kind.setChecked(kind == "zone")
        self.error_kind.setChecked(kind == "error")
        self._zone_field.setVisible(kind == "zone")
        self._error_field.setVisible(kind == "error")
        self.try_out()

    @property
    def said(self) -> "str | ClockError | None":
        """The zone or the error that stands in the fields; None where it is not complete."""
        if self.zone_kind.isChecked():
            return self.zone.value or None
        span, doubt = read_span(self.span.text()), read_span(self.doubt.text())
        if span is None or doubt is None:
            return None
        return times.clock_error(-span if self.way.value == "-" else span, doubt)

    def try_out(self) -> None:
        """Show what the statement would change."""
        home, case, exhibits, said = self._session.home, self._case, self._exhibits, self.said
        zone, error = (said, None) if isinstance(said, str) else ("", said)
        look(
            self,
            lambda: times.try_statement(home, case, exhibits, zone, error),
            self._show,
            slot="trial",
        )

    def _show(self, trials: "tuple[TimeTrial, ...]") -> None:
        self.model.show_trials(trials)
        changed = sum(trial.changes for trial in trials)
        words = tr("{n} dari {semua} waktu berubah.", n=changed, semua=len(trials))
        if self.said is None:
            words = tr("Isi selisihnya untuk melihat waktu yang baru.")
        elif changed < len(trials):
            words += " " + tr("Yang lain tidak: zonanya sudah pasti, atau waktunya tidak ada.")
        self.verdict.setText(words)

    def _record(self) -> None:
        said, reason = self.said, self.reason.text().strip()
        if said is None:
            self.complain(tr("Tulis selisihnya seperti 0:02:05."), self.span)
            return
        if not reason:
            self.complain(tr("Tulis dari mana itu diketahui."), self.reason)
            return
        home, case, exhibits = self._session.home, self._case, self._exhibits
        self.record(lambda _progress: times.state_time(home, case, exhibits, said, reason))
