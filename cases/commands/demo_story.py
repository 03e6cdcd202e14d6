"""The invented story of the demonstration: a rally, two officials, one hearing."""

from pathlib import PurePath

from cases.home import Home
from cases.keys.entries import OfficeProfile, Profile
from cases.work import (
    answers,
    attendance,
    cases,
    clarifications,
    facts,
    incidents,
    invitations,
    parties,
)
from cases.work.exhibits import caption_exhibit, list_exhibits
from cases.work.records import (
    CaseId,
    ClarificationRecord,
    ExhibitId,
    IncidentId,
    Particulars,
    PartyId,
    Place,
    Regime,
    Role,
    Source,
    Value,
)

OFFICE = OfficeProfile("Bawaslu Kabupaten Contoh", "53.01")
OFFICE_PROFILE = Profile("Contoh Ratna", "KABKOTA", OFFICE.name, OFFICE.region)
OFFICER_PROFILE = Profile(
    "Contoh Yohana", "PANWASCAM", "Panwaslu Kecamatan Contoh Timur", "53.01.06"
)
PLACE = Place("Balai Desa Contoh, Contoh Timur", "53.01.06", "-10.1230", "123.8610")

CAPTIONS = {
    "IMG_20241017_094122.jpg": "Baliho pasangan calon di tepi jalan menuju balai desa",
    "IMG_20241017_100540.jpg": "Peserta kampanye di dalam balai desa",
    "IMG_20241017_101218.jpg": "Dua orang di samping panggung",
    "IMG_20241017_102903.jpg": "Kendaraan berpelat dinas di halaman balai desa",
    "IMG-20241018-WA0003.jpg": "Foto kegiatan yang diteruskan warga",
    "Screenshot_20241017-190512.png": "Tangkapan layar komentar pada unggahan kegiatan",
    "catatan-lapangan.txt": "Catatan lapangan pengawas",
}


def open_the_case(home: Home) -> CaseId:
    """Open the case: a finding of the supervisor."""
    made = cases.open_case(
        home,
        title="Kehadiran aparatur pada kampanye di balai desa (CONTOH)",
        regime=Regime.PILKADA,
        source=Source.TEMUAN,
        found_at="2024-10-17T10:05+08:00",
        known_at="2024-10-17T10:05+08:00",
        place=PLACE,
    ).made
    return CaseId(made)


def record_the_rally(home: Home, case: CaseId) -> None:
    """Record the incident and who was there, with what the exhibits show of them."""
    codes = _caption(home, case)
    incident = IncidentId(
        incidents.record_incident(
            home,
            case=case,
            title="Kampanye tatap muka pasangan calon nomor urut 3 (CONTOH)",
            kind="KAMPANYE",
            election="PILBUP_WALI",
            contestant="Pasangan calon nomor urut 3 (CONTOH)",
            starts_at="2024-10-17T09:30+08:00",
            ends_at="2024-10-17T11:45+08:00",
            place=PLACE,
            description="Kampanye tatap muka di balai desa, dihadiri sekitar 80 orang.",
        ).made
    )
    facts.state_fact(home, incident, "kegiatan_partai", True, case=case)
    camat = _party(home, case, Role.RESPONDENT, "Camat", _CAMAT)
    teacher = _party(home, case, Role.RESPONDENT, "Guru SD", _TEACHER)
    witness = _party(home, case, Role.WITNESS, "Warga yang hadir", _WITNESS)
    shown = [codes["IMG_20241017_101218.jpg"], codes["IMG_20241017_102903.jpg"]]
    attendance.record_attendance(home, incident, camat, shown, _OF_THE_CAMAT)
    hall = [codes["IMG_20241017_100540.jpg"]]
    attendance.record_attendance(home, incident, teacher, hall, _OF_THE_TEACHER)
    facts.state_fact(
        home,
        incident,
        "ajakan",
        True,
        case=case,
        party=camat,
        sayer=witness,
        exhibits=[codes["catatan-lapangan.txt"]],
        note="Saksi mendengar ajakan memilih nomor 3 lewat pengeras suara.",
    )


_OF_THE_CAMAT: dict[str, Value] = {
    "status_subjek": "PNS",
    "identitas_cocok": True,
    "peran_hadir": ["UNDANGAN", "PEMBERI_SAMBUTAN"],
    "atribut_partai": False,
    "atribut_dinas": True,
    "dukungan_aktif": True,
    "fasilitas_negara": True,
}
_OF_THE_TEACHER: dict[str, Value] = {
    "status_subjek": "PPPK",
    "peran_hadir": ["PENDENGAR"],
    "atribut_partai": False,
    "atribut_dinas": False,
    "dukungan_aktif": False,
}
_CAMAT = Particulars(
    name="Contoh Daniel Nenotek",
    nip="197001011990011001",
    birth_place="Kota Contoh",
    birth_date="1970-01-01",
    sex="Laki-laki",
    religion="Kristen",
    nationality="Indonesia",
    occupation="Camat Contoh Timur",
    rank="Pembina (IV/a)",
    unit="Kecamatan Contoh Timur",
    agency="Pemerintah Kabupaten Contoh",
    address="Jalan Contoh No. 1, Contoh Timur",
    phone="0812-0000-0000",
    document="KTP dan kartu pegawai",
)
_TEACHER = Particulars(
    name="Contoh Maria Lende",
    nip="199002022022022002",
    occupation="Guru SD Contoh 1",
    agency="Pemerintah Kabupaten Contoh",
    address="Desa Contoh",
)
_WITNESS = Particulars(name="Contoh Saksi Satu", address="Desa Contoh", phone="0812-0000-0001")

_ANSWERS: dict[str, tuple[str, Value | None]] = {
    "penugasan_dinas": ("Saya datang atas undangan warga, tidak ada surat tugas.", "TIDAK"),
    "hari_jam_kerja": ("Hari itu hari kerja.", True),
    "status_cuti": ("Saya tidak sedang cuti.", "TIDAK"),
    "hubungan_keluarga": ("Tidak ada hubungan keluarga dengan calon.", "TIDAK_ADA"),
    "gestur_berpihak": ("Saya hanya melambaikan tangan.", False),
    "hadir_paslon_lain": ("Belum ada kegiatan calon lain di kecamatan ini.",
                          "BELUM_ADA_KEGIATAN_LAIN"),
    "fasilitasi": ("Balai desa dipinjam panitia, bukan oleh saya.", False),
    "penjabat_kades": ("Saya bukan penjabat kepala desa.", False),
    "mengerahkan": ("Saya tidak menggerakkan siapa pun.", False),
}  # fmt: skip


_STANDING = (
    "Saya sehat dan bersedia.",
    "Saya camat sejak Januari 2021.",
    "Saya hadir di lapangan itu pada akhir acara.",
    "Panitia dan warga yang hadir.",
    "Tidak ada.",
    "Ya, tanpa paksaan.",
)


def hear_the_respondent(home: Home, case: CaseId) -> ClarificationRecord:
    """Hold the hearing of the first respondent: oath, questions, read back, signature."""
    file = cases.read_case_file(home, case)
    camat = next(party for party in file.parties if party.role is Role.RESPONDENT)
    made = clarifications.start_clarification(
        home,
        case,
        camat.id,
        scheduled_at="2024-10-19T09:00+08:00",
        place="Kantor Panwaslu Kecamatan Contoh Timur",
        assignment="012/PM.00.02/X/2024 (CONTOH)",
    ).made
    hearing = _hearing(home, case, made)
    invitation = invitations.invite(
        home,
        hearing.id,
        letter="031/PM.00.02/X/2024 (CONTOH)",
        sent_at="2024-10-17T14:00+08:00",
    ).made
    invitations.deliver(
        home,
        invitation,
        received_at="2024-10-17T15:20+08:00",
        receiver="yang bersangkutan",
    )
    clarifications.edit_clarification(
        home,
        hearing.id,
        identity="KTP",
        oath="bersedia",
        oath_by=home.officer.name,
        started_at="2024-10-19T09:10+08:00",
    )
    standing = iter(_STANDING)
    for question in hearing.questions:
        if question.origin == clarifications.STANDING:
            answers.answer_question(home, question.id, answer=next(standing))
            continue
        answer, value = _ANSWERS.get(question.fact, ("Saya tidak tahu.", None))
        if question.about in (None, camat.id):
            answers.answer_question(home, question.id, answer=answer, value=value)
    own = answers.add_question(
        home,
        hearing.id,
        "Siapa yang mengundang Saudara ke kegiatan itu?",
        follows=hearing.questions[2].id,
    ).made
    answers.answer_question(home, own, answer="Panitia, lewat pesan singkat.")
    clarifications.edit_clarification(
        home,
        hearing.id,
        ended_at="2024-10-19T10:05+08:00",
        read_back=True,
        signature="ditandatangani",
    )
    return _hearing(home, case, made)


def _hearing(home: Home, case: CaseId, made: str) -> ClarificationRecord:
    file = cases.read_case_file(home, case)
    return next(one for one in file.clarifications if one.id == made)


def _party(home: Home, case: CaseId, role: Role, label: str, person: Particulars) -> PartyId:
    return PartyId(parties.add_party(home, case, role=role, label=label, particulars=person).made)


def _caption(home: Home, case: CaseId) -> dict[str, ExhibitId]:
    found = {PurePath(one.file).name: one.id for one in list_exhibits(home, case)}
    for name, text in CAPTIONS.items():
        caption_exhibit(home, found[name], text)
    return found
