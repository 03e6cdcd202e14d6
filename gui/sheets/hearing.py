"""Short forms of a hearing: how an invitation arrived, a further question, a changed answer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.hearing_records import InvitationRecord
from cases.work.records import ClarificationId, QuestionRecord, Value
from gui import desk, theme
from gui.desk import hearings
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.widgets.answer import Answer
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label
from gui.widgets.when import When


class DeliverySheet(Sheet):
    """Records that an invitation was received, and what proves it."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        invitation: InvitationRecord,
        exhibits: Sequence[ExhibitRecord],
    ) -> None:
        super().__init__(
            parent,
            tr("Undangan diterima"),
            tr("Bukti penyampaian, misalnya foto tanda terima, dimasukkan dulu sebagai bukti."),
        )
        self._session, self._invitation = session, invitation
        self.when = When(tr("Diterima"), session.zone, invitation.received_at)
        self.receiver = QLineEdit(invitation.receiver)
        self.receiver.setPlaceholderText(tr("yang bersangkutan, keluarga, staf kantor…"))
        self.proof = Choice(
            tr("Bukti penyampaian"),
            [
                ("", tr("tidak ada")),
                *((one.id, f"{one.code} {one.caption or one.file}") for one in exhibits),
            ],
        )
        self.proof.choose(invitation.exhibit)
        for name, field in (
            (tr("Diterima"), self.when),
            (tr("Penerima, tanpa nama"), self.receiver),
            (tr("Bukti penyampaian"), self.proof),
        ):
            self.column.addWidget(Field(name, field))
        self.finish(tr("Catat penerimaan"), self._record)

    def _record(self) -> None:
        if self.when.wrong:
            self.complain(tr("Tulis tanggal seperti 3 Feb 2024 dan jam seperti 10.42."), self.when)
            return
        said = {
            "received_at": self.when.value,
            "receiver": self.receiver.text().strip(),
            "exhibit": self.proof.value,
        }
        home, invitation = self._session.home, self._invitation.id
        self.record(lambda _progress: hearings.deliver(home, invitation, said))


class FollowUp(Sheet):
    """Puts a question of one's own, as a follow-up of the one before the officer."""

    def __init__(
        self, parent: QWidget, session: Session, hearing: ClarificationId, follows: str
    ) -> None:
        super().__init__(
            parent,
            tr("Pertanyaan susulan"),
            tr("Tanyakan apa yang dilihat, didengar, atau dilakukan; tanpa kesimpulan."),
        )
        self._session, self._hearing, self._follows = session, hearing, follows
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Pertanyaan"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(96))
        self.column.addWidget(self.text)
        self.finish(tr("Ajukan"), self._record)
        self.text.setFocus()

    def _record(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self.complain(tr("Tulis pertanyaannya."), self.text)
            return
        home, hearing, follows = self._session.home, self._hearing, self._follows
        self.record(lambda _progress: hearings.ask(home, hearing, text, follows))


class ChangedAnswer(Sheet):
    """Records what the person changes after the reading back; both texts stand."""

    def __init__(self, parent: QWidget, session: Session, question: QuestionRecord) -> None:
        super().__init__(
            parent,
            tr("Perubahan jawaban {nomor}", nomor=question.number),
            tr("Teks yang dibacakan tetap tercetak; perubahan dicetak di bawahnya."),
        )
        self._session, self._question = session, question
        self._value: Value | None = question.value
        self.column.addWidget(label(question.text, "strong", wrap=True))
        self.text = QPlainTextEdit(question.answer)
        self.text.setAccessibleName(tr("Jawaban yang benar"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(96))
        self.column.addWidget(Field(tr("Jawaban yang benar"), self.text))
        if question.fact:
            self.column.addWidget(self._meaning())
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("salah dengar, salah sebut…"))
        self.column.addWidget(Field(tr("Alasan"), self.reason))
        self.finish(tr("Catat perubahan"), self._record)

    def _meaning(self) -> QWidget:
        kind, choices = desk.kind_of(self._question.fact)
        if kind == "text":
            return QWidget()
        box = Answer(tr("Artinya"), kind, choices)

        def take(value: Value) -> None:
            self._value = value

        box.answered.connect(take)
        return Field(tr("Artinya, bila berubah"), box)

    def _record(self) -> None:
        words, reason = self.text.toPlainText().strip(), self.reason.text().strip()
        if not reason:
            self.complain(tr("Tulis alasan perubahannya."), self.reason)
            return
        home, question, value = self._session.home, self._question.id, self._value
        self.record(lambda _progress: hearings.correct(home, question, words, value, reason))
