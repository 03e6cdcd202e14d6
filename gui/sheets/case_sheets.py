"""Sheets of a case: a person, an incident, an attendance, a further question."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from cases.work.overview import CaseFile
from cases.work.records import IncidentId, Particulars, PartyId, Place, Role
from gui import desk, theme
from gui.exhibit_words import name_of
from gui.session import Session
from gui.sheets.sheet import Sheet
from gui.stages import role_words
from gui.widgets.card import scrolled
from gui.widgets.choice import Choice, Field
from gui.widgets.text import label
from gui.widgets.when import When


class NewPerson(Sheet):
    """Adds a person to a case."""

    def __init__(self, parent: QWidget, session: Session, case: CaseFile) -> None:
        super().__init__(
            parent,
            tr("Tambah orang"),
            tr("Nama dan nomor disegel terpisah; di daftar hanya tampak kode dan sebutannya."),
        )
        self._session = session
        self._case = case.case.id
        self.role = Choice(tr("Peran"), tuple((role.value, role_words(role)) for role in Role))
        self.column.addWidget(Field(tr("Peran"), self.role))
        self.label = QLineEdit()
        self.label.setPlaceholderText(tr("tanpa nama, mis. Camat"))
        self.column.addWidget(Field(tr("Sebutan"), self.label))
        self._fields = {}
        for key, name in (
            ("name", tr("Nama lengkap")),
            ("nip", "NIP"),
            ("nik", "NIK"),
            ("occupation", tr("Jabatan")),
            ("unit", tr("Unit kerja")),
        ):
            field = QLineEdit()
            self._fields[key] = field
            self.column.addWidget(Field(name, field))
        self.finish(tr("Tambah"), self._record)
        self.label.setFocus()

    def _record(self) -> None:
        words = self.label.text().strip()
        values = {key: field.text().strip() for key, field in self._fields.items()}
        if not words and not values["name"]:
            self.complain(tr("Isi sebutan atau nama, salah satu cukup."), self.label)
            return
        home, case, role = self._session.home, self._case, Role(self.role.value)
        who = Particulars(**values) if any(values.values()) else None
        self.record(lambda _progress: desk.add_party(home, case, role, words, who))


class NewIncident(Sheet):
    """Records an incident in a case."""

    def __init__(self, parent: QWidget, session: Session, case: CaseFile) -> None:
        super().__init__(parent, tr("Catat peristiwa"))
        self._session = session
        self._case = case.case.id
        self.title = QLineEdit(case.case.title)
        self.column.addWidget(Field(tr("Apa yang terjadi?"), self.title))
        kinds = desk.choices_of("jenis_kegiatan")
        self.kind = Choice(tr("Jenis kegiatan"), kinds, tr("belum tahu"))
        self.column.addWidget(Field(tr("Jenis kegiatan"), self.kind))
        elections = desk.choices_of("jenis_pemilihan")
        self.election = Choice(tr("Pemilihan"), elections, tr("belum tahu"))
        self.column.addWidget(Field(tr("Pemilihan"), self.election))
        self.contestant = QLineEdit()
        self.column.addWidget(Field(tr("Calon atau pasangan calon yang terkait"), self.contestant))
        self.starts = When(tr("Mulai"), session.zone)
        self.column.addWidget(Field(tr("Mulai"), self.starts))
        self.place = QLineEdit(case.case.place.text)
        self.column.addWidget(Field(tr("Di mana?"), self.place))
        self.finish(tr("Catat"), self._record)
        self.title.setFocus()

    def _record(self) -> None:
        title = self.title.text().strip()
        if not title:
            self.complain(tr("Tulis apa yang terjadi."), self.title)
            return
        if self.starts.wrong:
            self.complain(tr("Tulis tanggal seperti 3 Feb 2024 dan jam seperti 10.42."))
            return
        fields = {
            "title": title,
            "kind": self.kind.value,
            "election": self.election.value,
            "contestant": self.contestant.text().strip(),
            "starts_at": self.starts.value,
        }
        home, case = self._session.home, self._case
        place = Place(text=self.place.text().strip())
        self.record(lambda _progress: desk.record_incident(home, case, place, fields))


class NewAttendance(Sheet):
    """Records who was at an incident, with the exhibits that show it."""

    def __init__(
        self, parent: QWidget, session: Session, case: CaseFile, incident: IncidentId
    ) -> None:
        super().__init__(parent, tr("Catat kehadiran"))
        self._session = session
        self._incident = incident
        self.party = Choice(
            tr("Siapa?"),
            tuple((party.id, f"{party.code} {party.label}".strip()) for party in case.parties),
            tr("Pilih orang…"),
        )
        self.column.addWidget(Field(tr("Siapa?"), self.party))
        if not case.parties:
            hint = tr("Belum ada orang di kasus ini. Tambahkan dulu di tab Orang.")
            self.column.addWidget(label(hint, "strong14", tone="warn", wrap=True))
        self.exhibits = {exhibit.id: self._box(exhibit) for exhibit in case.exhibits}
        inner = QWidget()
        boxes = QVBoxLayout(inner)
        boxes.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        boxes.setSpacing(0)
        for box in self.exhibits.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        area = scrolled(inner, kind="panel")
        area.setFixedHeight(theme.px(190))
        shown = label(tr("Bukti yang memperlihatkannya"), "strong14")
        for part in (shown, area):
            part.setVisible(bool(case.exhibits))
            self.column.addWidget(part)
        self.finish(tr("Catat"), self._record)

    def _box(self, exhibit: ExhibitRecord) -> QCheckBox:
        box = QCheckBox(f"{exhibit.code}  {name_of(exhibit)}")
        box.setAccessibleName(box.text())
        return box

    def _record(self) -> None:
        if not self.party.value:
            self.complain(
                tr("Pilih siapa yang hadir, atau tambah orangnya di tab Orang."), self.party
            )
            return
        chosen = tuple(exhibit for exhibit, box in self.exhibits.items() if box.isChecked())
        home, incident, party = self._session.home, self._incident, PartyId(self.party.value)
        self.record(lambda _progress: desk.add_attendance(home, incident, party, chosen))
