"""An invented case, for both regimes: every name is a sample."""

from dataclasses import replace
from io import BytesIO

from PIL import Image

from cases.papers.context import PaperContext
from cases.resources import root
from cases.work.evidence_records import CustodyRecord, ExhibitRecord, Taken
from cases.work.overview import CaseFile
from cases.work.records import (
    AttendanceRecord,
    CaseId,
    CaseRecord,
    ClarificationId,
    ClarificationRecord,
    ExhibitId,
    FactState,
    IncidentId,
    IncidentRecord,
    Officer,
    Particulars,
    PartyId,
    PartyRecord,
    Place,
    QuestionRecord,
    Regime,
    Role,
    Source,
    StatementRecord,
)
from rules.forms import parse

CASE = CaseId("c" * 32)
INCIDENT = IncidentId("1" * 32)
RESPONDENT, WITNESS = PartyId("a" * 32), PartyId("b" * 32)
BANNER, SCREEN, NOTE = ExhibitId("d" * 32), ExhibitId("e" * 32), ExhibitId("f" * 32)
HEARING = ClarificationId("9" * 32)
OFFICER = Officer(
    dev="5f" * 32,
    name="Contoh Yohana Penun",
    role="PANWASCAM",
    office="Panwaslu Kecamatan Kupang Timur",
    region="53.01.06",
    number=1,
)
HEAD = "9f2c41ab" * 8
WHO = Particulars(
    name="Contoh Bapak Lasarus",
    nip="197001011990031001",
    birth_place="Oesao",
    birth_date="1970-01-01",
    sex="Laki-laki",
    religion="Kristen Protestan",
    nationality="Indonesia",
    occupation="Camat",
    rank="Pembina / IV a",
    unit="Kecamatan Contoh",
    agency="Pemerintah Kabupaten Kupang",
    address="Jalan Contoh 1, Oesao",
    phone="0800 0000 0000",
    document="KTP elektronik",
)


def jpeg(width: int = 640, height: int = 480) -> bytes:
    """A small print copy."""
    sink = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(sink, "JPEG")
    return sink.getvalue()


def context(**changes: object) -> PaperContext:
    """The context an officer of Kupang Timur prints in."""
    pack = root() / "rules" / "packs" / "netralitas-2026.11" / "forms.toml"
    plain = PaperContext(
        forms=parse(pack.read_bytes()),
        officer=OFFICER,
        zone="+08:00",
        particulars={RESPONDENT: WHO},
        photo={"11" * 32: jpeg(), "22" * 32: jpeg(480, 900)}.get,
        clarification=HEARING,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def case_file(regime: Regime = Regime.PEMILU) -> CaseFile:
    """A case with one rally, one respondent, one witness, three exhibits and one hearing."""
    return CaseFile(
        case=_case(regime),
        officers=(OFFICER,),
        parties=(
            PartyRecord(RESPONDENT, CASE, "T-01", Role.RESPONDENT, "Camat", "33" * 32),
            PartyRecord(WITNESS, CASE, "S-01", Role.WITNESS, "", ""),
        ),
        incidents=(_incident(),),
        attendance=(AttendanceRecord("2" * 32, INCIDENT, RESPONDENT, (BANNER,)),),
        facts=_facts(),
        exhibits=_exhibits(),
        custody=_custody(),
        clarifications=(hearing(),),
        papers=(),
        content_head=HEAD,
    )


def _case(regime: Regime) -> CaseRecord:
    day = "2024-01-18" if regime is Regime.PEMILU else "2024-10-18"
    return CaseRecord(
        id=CASE,
        code="S-K1-014",
        title="Baliho calon nomor 3 di pagar SDN Contoh Oesao",
        regime=regime,
        source=Source.TEMUAN,
        found_at=f"{day}T10:42+08:00",
        known_at=day,
        place=Place("Oesao, Kecamatan Kupang Timur", "53.01.06", "-10.1234", "123.8612"),
        pack="netralitas-2026.11",
        register="",
        status="draf",
        opened_at=f"{day}T03:00:00.000Z",
        opened_by=OFFICER.dev,
    )


def _incident() -> IncidentRecord:
    return IncidentRecord(
        id=INCIDENT,
        case=CASE,
        code="P-01",
        title="Rapat umum pasangan calon nomor 3",
        kind="KAMPANYE",
        election="PILBUP_WALI",
        contestant="Pasangan calon nomor 3 (contoh)",
        starts_at="2024-10-17T09:00+08:00",
        ends_at="2024-10-17T11:30+08:00",
        place=Place("Lapangan Contoh, Oesao", "53.01.06"),
        description="Pengawas melihat seorang aparatur berdiri di dekat panggung selama rapat "
        "umum, memakai kemeja putih tanpa tanda pengenal dinas.",
    )


def hearing(**changes: object) -> ClarificationRecord:
    """The hearing of the respondent."""
    plain = ClarificationRecord(
        id=HEARING,
        case=CASE,
        party=RESPONDENT,
        number=1,
        scheduled_at="2024-10-20T09:00+08:00",
        place="Sekretariat Panwaslu Kecamatan Kupang Timur",
        mode="tatap_muka",
        mode_reason="",
        officers=("Contoh Yohana Penun", "Contoh Markus Tabun"),
        assignment="012/PM.00.02/K.NT-06/10/2024",
        companion="",
        oath="bersedia",
        started_at="2024-10-20T09:05+08:00",
        ended_at="2024-10-20T10:20+08:00",
        read_back=True,
        corrections="",
        signature="ditandatangani",
        signature_reason="",
        questions=(
            question(1, "Apakah Saudara berada di Lapangan Contoh pada 17 Oktober 2024?", "Ya."),
            question(2, "Dalam rangka apa Saudara berada di sana?", "Saya diundang panitia."),
            question(3, "Apakah Saudara sedang cuti pada hari itu?", ""),
        ),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def question(number: int, text: str, answer: str) -> QuestionRecord:
    """One question of the hearing."""
    return QuestionRecord(
        id=str(number) * 32,
        number=number,
        fact="",
        incident=INCIDENT,
        about=RESPONDENT,
        text=text,
        answer=answer,
        value=None,
        answered_at="2024-10-20T01:10:00.000Z" if answer else "",
    )


def _facts() -> tuple[FactState, ...]:
    said = StatementRecord(
        event="44" * 32,
        incident=INCIDENT,
        party=RESPONDENT,
        fact="peran_hadir",
        value=["UNDANGAN"],
        sayer=RESPONDENT,
        dev=OFFICER.dev,
        exhibits=(BANNER,),
        note="",
        at="2024-10-20T01:10:00.000Z",
    )
    contrary = replace(said, event="45" * 32, value=["PANITIA"], sayer=WITNESS, exhibits=())
    return (
        FactState(
            "jenis_kegiatan",
            INCIDENT,
            None,
            "KAMPANYE",
            False,
            False,
            "",
            (replace(said, fact="jenis_kegiatan", value="KAMPANYE", sayer=None, party=None),),
        ),
        FactState("peran_hadir", INCIDENT, RESPONDENT, None, True, False, "", (said, contrary)),
        FactState("status_cuti", INCIDENT, RESPONDENT, None, False, False, "", ()),
    )


def _exhibits() -> tuple[ExhibitRecord, ...]:
    banner = ExhibitRecord(
        id=BANNER,
        code="B-01",
        object="ab12cd34" * 8,
        file="IMG_20241017_104211.jpg",
        size=3_812_345,
        media_type="image/jpeg",
        kind="photo",
        reason="",
        width=4032,
        height=3024,
        taken=Taken(
            raw="2024:10:17 10:42:11",
            local="2024:10:17 10:42:11",
            offset="+08:00",
            earliest="2024-10-17T02:42:11.000Z",
            latest="2024-10-17T02:42:11.000Z",
            zone_source="exif",
        ),
        lat="-10.12345",
        lon="123.86120",
        camera="Contoh Kamera C1",
        software="",
        origin="camera",
        signals=(),
        preview="11" * 32,
        caption="Orang berkemeja putih di dekat panggung",
        taken_in_at="2024-10-17T04:00:00.000Z",
        dev=OFFICER.dev,
    )
    screen = replace(
        banner,
        id=SCREEN,
        code="B-02",
        object="cd34ef56" * 8,
        file="Tangkapan-1.jpg",
        taken=Taken(
            raw="2024:10:17 19:05:00",
            local="2024:10:17 19:05:00",
            earliest="2024-10-17T10:05:00.000Z",
            latest="2024-10-17T12:05:00.000Z",
        ),
        lat="",
        lon="",
        camera="",
        origin="screenshot",
        preview="22" * 32,
        caption="",
    )
    note = replace(
        screen,
        id=NOTE,
        code="B-03",
        object="ef56ab78" * 8,
        file="rusak.jpg",
        kind="attachment",
        reason="berkas terpotong",
        taken=Taken(),
        preview="",
        width=0,
        origin="unknown",
    )
    return (banner, screen, note)


def _custody() -> tuple[CustodyRecord, ...]:
    lines = []
    for exhibit in (BANNER, SCREEN, NOTE):
        for act, at in (("taken_in", "04:00"), ("linked", "04:05"), ("viewed", "05:00")):
            moment = f"2024-10-17T{at}:00.000Z"
            lines.append(CustodyRecord("77" * 32, exhibit, act, moment, OFFICER.dev, ""))
    return tuple(lines)
