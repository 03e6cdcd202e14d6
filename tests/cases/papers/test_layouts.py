"""Forms described by the pack: every field of the official list, in order, in both regimes."""

from dataclasses import replace

import pytest

from cases.papers.blocks import FieldGroup, Paper
from cases.papers.catalogue import builder
from cases.papers.context import OfficeHead, PaperContext
from cases.papers.gaps import gaps_of
from cases.papers.render import render
from cases.papers.word import as_docx
from cases.work.handling_records import Handling, RequirementRecord
from cases.work.hearing_records import InvitationRecord
from cases.work.overview import AgainstNote, CaseAssessment, CaseFile, ElementFinding, Finding
from cases.work.records import Particulars, PartyId, PartyRecord, Regime, Role, Source
from tests.cases.papers.reading import words_of
from tests.cases.papers.sample import (
    BANNER,
    CASE,
    INCIDENT,
    RESPONDENT,
    WHO,
    WITNESS,
    case_file,
    context,
    hearing,
)

COMPLAINANT, EXPERT = PartyId("7" * 32), PartyId("8" * 32)
REPORTER = Particulars(
    name="Contoh Ibu Rosalina",
    birth_place="Camplong",
    birth_date="1985-05-02",
    sex="Perempuan",
    nationality="Indonesia",
    occupation="Pedagang",
    address="Dusun Contoh 2, Camplong",
    phone="0800 1111 2222",
    email="rosalina@contoh.example",
    document="KTP 5301",
)
SEEN = Particulars(name="Contoh Saudara Yakob", address="Dusun Contoh 3", phone="0800 3333 4444")
FILLED = {
    ("lhp", "", "tahapan"): "Kampanye",
    ("lhp", "", "spt"): "197/PM.00.02/K.JI-11.07/06/2024",
    ("lhp", "", "bentuk"): "Pengawasan langsung",
    ("lhp", "", "nomor"): "004/LHP/PM.01.02/X/2024",
    ("temuan", "", "tanggal"): "2024-10-21",
    ("kajian", "", "kesimpulan"): "Kesimpulan contoh",
    ("penerusan", "", "tanggal"): "2024-10-28",
    ("undangan", "", "nomor"): "005/PP.00.02/X/2024",
}
PEMILU_A = (
    "I. Data Pengawas Pemilu|Tahapan yang diawasi|Nama Pelaksana Tugas Pengawasan|Jabatan|"
    "Nomor Surat Perintah Tugas|Alamat|II. Kegiatan Pengawasan|Bentuk|Tujuan|Sasaran|"
    "Waktu dan Tempat|III. Uraian Singkat Hasil Pengawasan|IV. Informasi Dugaan Pelanggaran|"
    "1. Peristiwa|Peristiwa|Tempat Kejadian|Waktu Kejadian|Pelaku|Alamat|2. Saksi-saksi|"
    "3. Alat Bukti|4. Barang Bukti|5. Uraian singkat dugaan pelanggaran|6. Fakta dan Keterangan|"
    "7. Analisa|V. Informasi Potensi Sengketa"
)
PILKADA_A = (
    "I. Data Pengawas Pemilihan|Nama|Jabatan|Nomor Surat Perintah Tugas|Alamat|"
    "II. Jenis dan Tahapan Pemilihan yang Diawasi|Jenis Pemilihan|Tahapan Pemilihan|"
    "III. Kegiatan Pengawasan|IV. Uraian Singkat|V. Informasi Dugaan Pelanggaran|1. Peristiwa|"
    "2. Pasal yang Diduga Dilanggar|3. Saksi-saksi|4. Bukti|"
    "5. Uraian singkat dugaan pelanggaran Pemilihan|6. Jenis dugaan pelanggaran|"
    "7. Fakta dan Keterangan|8. Analisa|9. Tindak Lanjut|"
    "VI. Informasi Potensi Sengketa Pemilihan"
)
OFFICIAL = {
    "laporan": "FORMULIR LAPORAN|NOMOR|1. Identitas Pelapor|Nama|Tempat/Tgl Lahir|Jenis Kelamin|"
    "Pekerjaan|Kewarganegaraan|Alamat|No.Telp/HP|E-Mail|2. Identitas Terlapor|Nama|Alamat|"
    "No.Telp/HP|3. Peristiwa yang dilaporkan|Peristiwa|Tempat Kejadian|"
    "Hari dan Tanggal Kejadian|Hari dan Tanggal diketahui|4. Saksi–saksi|Nama|Alamat|"
    "No.Telp/Hp|5. Bukti-Bukti|6. Uraian kejadian (kronologis)|Dilaporkan di|"
    "Hari dan Tanggal|Pukul|Penerima Laporan|Pelapor",
    "temuan": "FORMULIR TEMUAN|NOMOR|1. Data Pengawas|Nama|Jabatan|Nomor Surat Tugas|Alamat|"
    "No.Telp/HP|2. Identitas Terlapor / Pelaku|Nama|Alamat|No.Telp/HP|"
    "3. Peristiwa yang ditemukan|Peristiwa|Tempat Kejadian|Hari dan Tanggal Kejadian|"
    "Hari dan Tanggal ditemukan|4. Saksi-saksi|5. Bukti-bukti|6. Uraian singkat kejadian|"
    "Nomor LHP (Formulir A)|Nomor Berita Acara Pleno",
    "tanda-bukti": "TANDA BUKTI PENYAMPAIAN LAPORAN|NOMOR|Nama|Alamat|Hari dan Tanggal|Pukul|"
    "Tentang|No.|Jenis bukti|Jumlah/rangkap|Keterangan|Penerima|Pelapor",
    "kajian-awal": "KAJIAN AWAL DUGAAN PELANGGARAN|NOMOR LAPORAN|I. Laporan disampaikan oleh|Nama|"
    "Alamat|Pekerjaan|II. Uraian peristiwa|III. Analisis keterpenuhan syarat|A. Syarat Formal|"
    "Nama dan alamat Pelapor|Pihak Terlapor|Waktu pelaporan|B. Syarat Materiel|"
    "Waktu dan tempat kejadian|Uraian kejadian|Bukti|C. Jenis dugaan pelanggaran|"
    "D. Sudah pernah ditangani|IV. Kesimpulan|V. Rekomendasi",
    "undangan": "Nomor|Sifat|Lampiran|Hal|Kepada Yth.|Nomor register|Hari/Tanggal|Pukul|Tempat|"
    "Menghadap kepada|Keperluan|Membawa|Ketua|Bukti penyampaian undangan|Cara|dikirim|Penerima|"
    "diterima|Bukti (foto/tangkapan layar)",
    "ba-sumpah": "BERITA ACARA SUMPAH/JANJI|Hari/Tanggal|Pukul|Tempat|Nama|Tempat/Tgl Lahir|"
    "Jenis Kelamin|Agama|Pekerjaan|Alamat|Kedudukan|Lafal|Yang mengambil sumpah/janji|"
    "Yang bersumpah/berjanji|Rohaniwan/saksi",
    "kajian": "KAJIAN DUGAAN PELANGGARAN|Nomor register|I. Kasus Posisi|II. Data|Pelapor/Penemu|"
    "Terlapor|Tanggal laporan/temuan|Tanggal peristiwa|Bukti|Saksi/Ahli|III. Kajian|"
    "1. Dasar hukum|2. Fakta dan Keterangan|3. Analisa|IV. Kesimpulan|V. Rekomendasi|Ketua|"
    "Anggota",
    "penerusan": "Nomor|Sifat|Lampiran|Hal|Kepada Yth.|Nomor register|Identitas Terlapor|Nama|NIP|"
    "Jabatan|Instansi|Uraian singkat|Ketentuan yang diduga dilanggar|Kesimpulan rapat pleno|"
    "Daftar lampiran|Ketua|Tembusan",
    "status": "PEMBERITAHUAN TENTANG STATUS|Nomor register|Pelapor/Penemu|Terlapor|Status|Ketua",
}
BOTH = pytest.mark.parametrize("regime", list(Regime))
LAYOUTS = sorted({one.form for one in context().forms.entries if one.layout})


def rich(regime: Regime, **case: object) -> CaseFile:
    """A report with every kind of person, an invitation, typed fields and a note against."""
    file = case_file(regime)
    sent = InvitationRecord(
        id="i", number=1, letter="", sent_at="2024-10-18T09:00+08:00", how="langsung",
        scheduled_at="", place="", received_at="2024-10-18T10:00+08:00",
        receiver="Contoh Penerima", exhibit=BANNER, note="", missed_at="", missed_reason="",
    )  # fmt: skip
    parties = (
        *file.parties,
        PartyRecord(COMPLAINANT, CASE, "P-01", Role.COMPLAINANT, "Warga", ""),
        PartyRecord(EXPERT, CASE, "A-01", Role.EXPERT, "", ""),
    )
    changes = {"source": Source.LAPORAN, "register": "012/Reg/LP/PB/Kab/27.12/X/2024", **case}
    return replace(
        file,
        case=replace(file.case, **changes),  # type: ignore[arg-type]
        parties=parties,
        clarifications=(hearing(invitations=(sent,)),),
        filled=FILLED,
        against=(AgainstNote("e", "Hadir sebagai undangan.", RESPONDENT, (BANNER,), "", ""),),
    )


def here(form: str, **changes: object) -> PaperContext:
    """The context with everybody known; only forms about a hearing are given one."""
    people = {RESPONDENT: WHO, COMPLAINANT: REPORTER, WITNESS: SEEN}
    head = OfficeHead(("PANWASLU CONTOH",), "Jalan Contoh 9", "K.NT-06", "Oesao")
    made = context(**{"particulars": people, "office": head, **changes})
    kind = made.forms.kind(form)
    about = kind is not None and kind.about == "hearing"
    return made if about else replace(made, clarification=None)


def made(form: str, regime: Regime, **changes: object) -> Paper:
    return builder(form)(rich(regime), here(form, **changes))


def finding() -> Finding:
    part = ElementFinding("e1", "Hadir di kampanye", "ya", "", ("B-01",), conduct=True)
    return Finding(
        rule="R-1", title="Norma contoh", citation="Pasal contoh 1", confidence="perlu dicek",
        outcome="MEMENUHI_UNSUR", raised=True, incident=INCIDENT, incident_code="P-01",
        party=RESPONDENT, party_code="T-01", party_label="Camat", elements=(part,), exceptions=(),
        missing=(), notes=(), offence_class="GOLONGAN CONTOH", sanction="SANKSI CONTOH",
    )  # fmt: skip


JUDGED = CaseAssessment("paket", (finding(),), ())


def in_order(text: str, labels: str) -> list[str]:
    """The labels that do not stand in the text behind the one before."""
    at, lost = 0, []
    for label in labels.split("|"):
        found = text.find(label, at)
        if found < 0:
            lost.append(label)
        else:
            at = found + len(label)
    return lost


@BOTH
@pytest.mark.parametrize("form", sorted(OFFICIAL))
def test_a_form_has_every_field_of_the_official_list_in_order(form: str, regime: Regime) -> None:
    assert in_order(words_of(render(made(form, regime))), OFFICIAL[form]) == []


@pytest.mark.parametrize(("regime", "labels"), [("PEMILU", PEMILU_A), ("PILKADA", PILKADA_A)])
def test_form_a_has_the_fields_of_its_regime(regime: str, labels: str) -> None:
    assert in_order(words_of(render(made("lhp", Regime(regime)))), labels) == []


@BOTH
def test_every_value_on_the_paper_is_the_one_in_the_case(regime: Regime) -> None:
    told = {
        "laporan": (
            *(f"Nama : {who.name}" for who in (REPORTER, WHO, SEEN)),
            "Tempat/Tgl Lahir : Camplong, 2 Mei 1985",
            f"E-Mail *** : {REPORTER.email}",
            "Hari dan Tanggal Kejadian : Kamis, 17 Oktober 2024",
            "Tempat Kejadian : Lapangan Contoh, Oesao, kode wilayah 53.01.06",
        ),
        "temuan": (
            "Nomor Surat Tugas : 197/PM.00.02/K.JI-11.07/06/2024",
            "Nomor LHP (Formulir A) : 004/LHP/PM.01.02/X/2024",
            "Oesao, 21 Oktober 2024",
            "Alamat : Jalan Contoh 9",
        ),
        "undangan": (
            "Nomor : 005/PP.00.02/X/2024",
            f"Kepada Yth. {WHO.name} {WHO.address}",
            "Nomor register : 012/Reg/LP/PB/Kab/27.12/X/2024",
            "Hari/Tanggal : Minggu, 20 Oktober 2024",
            "Pukul : 09.00 WITA",
            "Menghadap kepada : Contoh Yohana Penun, Contoh Markus Tabun",
            "Penerima : Contoh Penerima",
            "Bukti (foto/tangkapan layar) : B-01",
        ),
        "ba-sumpah": (f"Nama : {WHO.name}", f"Agama : {WHO.religion}", "Kedudukan : Terlapor"),
        "kajian": (
            "Apakah Saudara berada di Lapangan Contoh pada 17 Oktober 2024? Ya.",
            "Saksi/Ahli : a. Contoh Saudara Yakob (S-01) b. A-01",
            "T-01: Hadir sebagai undangan. (B-01)",
            "IV. Kesimpulan Kesimpulan contoh",
        ),
        "lhp": ("Tahapan", "Kampanye", "Bentuk : Pengawasan langsung"),
    }
    for form, wanted in told.items():
        text = words_of(render(made(form, regime)))
        assert [one for one in wanted if one not in text] == [], form


def test_only_the_kajian_and_letters_to_authorities_say_what_the_rules_make_of_it() -> None:
    said = ("GOLONGAN CONTOH", "SANKSI CONTOH", "Norma contoh", "Unsur terpenuhi")
    kinds = context().forms.kinds
    telling = set()
    for kind in kinds:
        text = words_of(render(made(kind.form, Regime.PEMILU, assessment=JUDGED)))
        telling |= {kind.form for one in said if one in text}
    assert telling == {kind.form for kind in kinds if kind.judging}
    assert not telling & {kind.form for kind in kinds if kind.silent}


def test_who_reported_is_never_named_in_a_status_notice() -> None:
    text = words_of(render(made("status", Regime.PEMILU)))

    assert "P-01 (identitas dirahasiakan)" in text
    assert REPORTER.name not in text
    moved = rich(Regime.PEMILU, status="diteruskan")
    assert "Ditindaklanjuti" in words_of(render(builder("status")(moved, here("status"))))


def test_an_answered_requirement_stands_in_the_first_study() -> None:
    asked = RequirementRecord(
        "bukti", "MATERIAL", "", "", to_check=False, met="tidak", note="buram"
    )
    empty = Handling(
        CASE, "", "", "", "", "", False, "", "", "", "", "", "", "", (), (), (asked,), "", "", (),
        (), (),
    )  # fmt: skip
    text = words_of(render(made("kajian-awal", Regime.PILKADA, handling=empty)))

    assert "Bukti : Tidak terpenuhi: buram" in text


def test_an_expert_swears_on_another_form_and_names_the_field() -> None:
    heard = replace(rich(Regime.PEMILU), clarifications=(hearing(party=EXPERT),))
    paper = builder("ba-sumpah")(heard, here("ba-sumpah"))

    assert paper.mark == "FORMULIR MODEL B.11"
    assert "Keahlian" in words_of(render(paper))


@pytest.mark.parametrize(
    ("form", "regime"), [("lhp", Regime.PILKADA), *((form, Regime.PEMILU) for form in LAYOUTS)]
)
def test_nothing_known_leaves_dotted_lines_that_lead_somewhere(form: str, regime: Regime) -> None:
    file = case_file(regime)
    bare = replace(
        file,
        case=replace(file.case, found_at="", known_at=""),
        parties=(), incidents=(), attendance=(), facts=(), exhibits=(), clarifications=(),
    )  # fmt: skip
    paper = builder(form)(bare, here(form, particulars={}, office=OfficeHead()))
    text = words_of(render(paper))

    assert "....." in text
    assert "None" not in text
    assert gaps_of(paper)
    assert {gap.leads.partition(":")[0] for gap in gaps_of(paper)} <= KNOWN


KNOWN = {"isi", "kasus", "kantor", "klarifikasi", "orang", "peristiwa", "pihak", "bukti"}


@pytest.mark.parametrize("form", LAYOUTS)
def test_long_names_and_sixty_lines_lose_nothing(form: str) -> None:
    told = "\n".join(f"Baris ke-{number} dari uraian yang panjang sekali." for number in range(60))
    long = replace(WHO, name="Contoh " + "Bapak Lasarus Yang Bernama Panjang " * 6)
    file = rich(Regime.PEMILU)
    incident = replace(file.incidents[0], description=told)
    people = {RESPONDENT: long, COMPLAINANT: replace(long, name=long.name + "Pelapor")}
    paper = builder(form)(replace(file, incidents=(incident,)), here(form, particulars=people))
    text = words_of(render(paper))

    shown = [number for number in range(60) if f"ke-{number} dari" in text]
    assert shown in ([], list(range(60)))
    if form == "kajian":
        assert as_docx(paper).startswith(b"PK")
    names = sum("Panjang" in str(f.value) for b in paper.blocks if isinstance(b, FieldGroup)
                for f in b.fields)  # fmt: skip
    assert text.count("Bapak Lasarus Yang Bernama Panjang") >= names
