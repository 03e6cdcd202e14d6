"""Undangan: when and where, the letter, its delivery, who did not come."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cases.language import N_, tr
from cases.work.hearing_records import InvitationRecord
from gui.desk import hearings
from gui.desk.hearings import HearingView
from gui.pages.hearing.pane import Pane
from gui.session import Session
from gui.sheets.hearing import DeliverySheet
from gui.sheets.reason import ReasonSheet
from gui.widgets.buttons import button
from gui.widgets.card import Card, Swap, line, row
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label
from gui.widgets.when import When

WAYS = (
    ("langsung", N_("Langsung")),
    ("surat", N_("Surat")),
    ("telekomunikasi", N_("Telepon atau pesan")),
    ("sigaplapor", N_("SigapLapor")),
)


class CallingPane(Pane):
    """The invitation of a hearing."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.column.addWidget(self._plan())
        self._sent = Card(tr("Undangan"), "send")
        self._list = Swap(spacing=8)
        self._sent.column.addWidget(self._list)
        self._none = label(tr("Belum ada undangan yang dicatat."), "lead", wrap=True)
        self._sent.column.addWidget(self._none)
        self._sent.column.addWidget(line())
        self._sent.column.addWidget(self._new())
        self.column.addWidget(self._sent)
        self.column.addStretch(1)

    def _plan(self) -> Card:
        card = Card(tr("Jadwal dan cara"), "calendar-clock")
        self.when = When(tr("Jadwal"), self.zone)
        self.place = QLineEdit()
        self.mode = Choice(
            tr("Cara"), (("tatap_muka", tr("Tatap muka")), ("daring", tr("Media daring")))
        )
        card.column.addLayout(
            row(
                Field(tr("Jadwal"), self.when),
                Field(tr("Tempat"), self.place),
                Field(tr("Cara"), self.mode),
            )
        )
        self.ground = Choice(tr("Alasan media daring"), (), tr("Pilih alasan…"))
        self.link = QLineEdit()
        self._online = QWidget()
        self._online.setLayout(
            row(Field(tr("Alasan media daring"), self.ground), Field(tr("Tautan"), self.link))
        )
        card.column.addWidget(self._online)
        self.when.day.field.editingFinished.connect(self._leave_when)
        self.when.day.changed.connect(lambda _day: self._leave_when())
        self.when.hour.editingFinished.connect(self._leave_when)
        self.mode.activated.connect(lambda _at: self._set("mode", self.mode.value))
        self.ground.activated.connect(lambda _at: self._set_ground())
        for key, field in (("place", self.place), ("link", self.link)):
            field.editingFinished.connect(
                lambda key=key, field=field: self._set(key, field.text().strip())
            )
        return card

    def _new(self) -> QWidget:
        box = QWidget()
        self.letter = QLineEdit()
        self.letter.setPlaceholderText(tr("nomor surat"))
        self.way = Choice(tr("Cara penyampaian"), [(key, tr(words)) for key, words in WAYS])
        self.send = button(tr("Catat undangan terkirim"), "soft", "send", clicked=self._invite)
        inner = row(
            Field(tr("Nomor surat"), self.letter),
            Field(tr("Cara penyampaian"), self.way),
            self.send,
        )
        inner.setStretch(0, 1)
        inner.setStretch(1, 1)
        box.setLayout(inner)
        self._new_box = box
        return box

    def show_view(self, view: HearingView) -> None:
        """Show schedule and invitations."""
        super().show_view(view)
        hearing = view.hearing
        if not (self.when.day.field.hasFocus() or self.when.hour.hasFocus()):
            self.when.show_time(hearing.scheduled_at)
        for field, text in ((self.place, hearing.place), (self.link, hearing.link)):
            if not field.hasFocus():
                field.setText(text)
        self.mode.choose(hearing.mode)
        self._online.setVisible(hearing.mode == "daring")
        if not self.ground.count():
            for code, words in view.grounds:
                self.ground.addItem(words, code)
        self.ground.choose(hearing.mode_ground)
        sent = hearing.invitations
        self._none.setVisible(not sent)
        column = self._list.renew()
        for invitation in sent:
            column.addWidget(self._invitation(invitation, last=invitation is sent[-1]))
        open_now = not sent or (bool(sent[-1].missed_at) and len(sent) == 1)
        self._new_box.setVisible(open_now and not hearing.cancelled)
        words = tr("Catat undangan kedua") if sent else tr("Catat undangan terkirim")
        self.send.setText(f" {words}")
        self.send.setAccessibleName(words)

    def _invitation(self, invitation: InvitationRecord, *, last: bool) -> QWidget:
        from cases.work.times import short_time

        made = QWidget()
        made.setAccessibleName(tr("Undangan ke-{n}", n=invitation.number))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        parts = (
            tr("Undangan ke-{n}", n=invitation.number),
            invitation.letter,
            tr(dict(WAYS).get(invitation.how, invitation.how)),
            short_time(invitation.sent_at, self.zone),
        )
        column.addWidget(label("  ·  ".join(filter(None, parts)), "strong", wrap=True))
        if invitation.received_at:
            when = short_time(invitation.received_at, self.zone)
            who = invitation.receiver or tr("penerima tidak dicatat")
            said = tr("Diterima {waktu}, {siapa}", waktu=when, siapa=who)
            column.addWidget(label(said, "secondary", tone="ok", wrap=True))
        if invitation.missed_at:
            when = short_time(invitation.missed_at, self.zone)
            said = tr("Tidak hadir {waktu}", waktu=when)
            said = f"{said}: {invitation.missed_reason}" if invitation.missed_reason else said
            column.addWidget(label(said, "secondary", tone="warn", wrap=True))
        if last and not invitation.missed_at:
            column.addLayout(self._acts(invitation))
        return made

    def _acts(self, invitation: InvitationRecord) -> QHBoxLayout:
        deliver = button(
            tr("Catat penerimaan"), "", "check", clicked=lambda: self._deliver(invitation)
        )
        missed = button(tr("Tidak hadir"), "", "x", clicked=self._miss)
        return row(deliver, missed, 1)

    def _deliver(self, invitation: InvitationRecord) -> None:
        if self.view:
            DeliverySheet(self, self.session, invitation, self.view.file.exhibits).open()

    def _miss(self) -> None:
        if self.view is None:
            return
        hearing = self.view.hearing.id
        sheet = ReasonSheet(
            self,
            tr("Tidak hadir"),
            tr("Sesudah ini undangan kedua dapat dicatat."),
            tr("Catat tidak hadir"),
            hint=tr("tanpa kabar, sakit, minta jadwal lain…"),
            needed=False,
        )
        sheet.given.connect(
            lambda reason: self.write(lambda home: hearings.miss(home, hearing, reason))
        )
        sheet.open()

    def _invite(self) -> None:
        if self.view is None:
            return
        hearing = self.view.hearing.id
        said = {"letter": self.letter.text().strip(), "how": self.way.value}
        self.write(
            lambda home: hearings.invite(home, hearing, said), lambda _changes: self.letter.clear()
        )

    def _leave_when(self) -> None:
        if self.view and not self.when.wrong and self.when.value:
            self._set("scheduled_at", self.when.value)

    def _set_ground(self) -> None:
        words = self.ground.currentText()
        self._set_all({"mode_ground": self.ground.value, "mode_reason": words})

    def _set(self, field: str, value: str) -> None:
        if self.view and getattr(self.view.hearing, field) != value:
            self._set_all({field: value})

    def _set_all(self, fields: dict[str, str]) -> None:
        if self.view is None:
            return
        hearing = self.view.hearing.id
        self.write(lambda home: hearings.edit(home, hearing, fields))
