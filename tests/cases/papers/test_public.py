"""A copy for the public: forty planted secrets, searched in everything a PDF or DOCX can hold."""

import re
import zipfile
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from cases.home import Home
from cases.papers.making import draw_paper, make_paper
from cases.papers.public import hiding
from cases.papers.word import as_docx
from cases.work.answers import add_question, answer_question
from cases.work.clarifications import start_clarification
from cases.work.exhibits import caption_exhibit
from cases.work.filled import fill_paper
from cases.work.incidents import edit_incident
from cases.work.parties import add_party
from cases.work.records import ClarificationId, Particulars, PartyId, Role
from tests.cases.papers.reading import images_of, text_of
from tests.cases.work.story import Story, take_in


def person(number: int) -> Particulars:
    return Particulars(
        name=("Contoh Lasarus Nenobahan", "Contoh Rosalina Taneo", "Contoh Yakob Manafe",
              "Contoh Dominggus Liunokas")[number],
        nip=f"19700{number + 1}01199001100{number}",
        nik=f"530106410170000{number}",
        birth_date=f"198{number}-05-0{number + 1}",
        address=f"Dusun Oematnunu Nomor {number + 3}",
        phone=f"0812-3456-78{number}0",
        email=f"rahasia{number}@contoh.example",
        document=f"Paspor X99887{number}",
    )  # fmt: skip


PEOPLE = tuple(person(number) for number in range(4))
ROLES = (Role.RESPONDENT, Role.COMPLAINANT, Role.WITNESS, Role.EXPERT)
SECRETS = (
    *(text for who in PEOPLE for text in (who.name, who.nip, who.nik, who.address, who.phone)),
    *(text for who in PEOPLE for text in (who.email, who.document)),
    *("Nenobahan", "Taneo", "Manafe", "Liunokas"),
    *("IMG_rumah_pelapor.jpg", "Kamera Rahasia Z9", "-10.98765", "123.45678"),
    *("5301069912121212", "+62 813 9999 1111", "sumber@rahasia.example", "EXIF-RAHASIA"),
)


def photo() -> bytes:
    """A print copy that carries what none should."""
    sink = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "EXIF-RAHASIA"
    Image.new("RGB", (64, 48), "white").save(sink, "JPEG", exif=exif, comment=b"EXIF-RAHASIA")
    return sink.getvalue()


@pytest.fixture
def story(home: Home) -> Story:
    """A case in which everybody's particulars stand in every text that people type."""
    made = Story.begin(home)
    for role, who in zip(ROLES, PEOPLE, strict=True):
        add_party(home, made.case, role=role, label=f"Tetangga {who.name}", particulars=who)
    told = "; ".join(
        (*SECRETS[:28], "Bapak NENOBAHAN dan ibu taneo", "Manafe,Liunokas", *SECRETS[-4:-1])
    )
    exhibit = take_in(
        home,
        made.case,
        "IMG_rumah_pelapor.jpg",
        camera={"make": "Kamera", "model": "Rahasia Z9"},
        gps={"lat": "-10.98765", "lon": "123.45678", "utc": None},
        software="Kamera Rahasia Z9",
    )
    content = home.vault.put(photo())
    with home.write() as tx:
        body = {"exhibit": exhibit, "object": content}
        tx.append("exhibit.preview", body, case=made.case, obj=[content])
    caption_exhibit(home, exhibit, f"Foto oleh {told}")
    edit_incident(home, made.incident, title=f"Rapat dengan {told}", description=told)
    for field in ("analisa", "pasal", "tahapan", "bentuk", "barang_bukti"):
        fill_paper(home, made.case, "lhp", field, told)
    hearing = ClarificationId(start_clarification(home, made.case, PartyId(made.witness)).made)
    question = add_question(home, hearing, f"Siapa {told}?").made
    answer_question(home, question, answer=told)
    return made


def everything(pdf: bytes) -> str:
    """All text, metadata, names of attachments, images and streams of a PDF, as one text."""
    parts = [text_of(pdf), pdf.decode("latin-1")]
    with pikepdf.open(BytesIO(pdf)) as document:
        assert not document.attachments
        parts.append(repr(dict(document.docinfo)))
        for one in document.objects:
            if isinstance(one, pikepdf.Stream):
                raw = one.read_raw_bytes() if "/DCTDecode" in repr(one.get("/Filter")) else None
                parts.append((raw or one.read_bytes()).decode("latin-1"))
            else:
                parts.append(repr(one))
    return "\n".join(parts)


def found_in(text: str) -> list[str]:
    """The secrets in a text, however it is spaced and written."""
    flat = re.sub(r"\s+", "", text).casefold()
    return [one for one in SECRETS if re.sub(r"\s+", "", one).casefold() in flat]


def test_there_are_forty_secrets_and_a_usual_copy_has_most_of_them(
    home: Home, story: Story
) -> None:
    assert len(set(SECRETS)) == 40

    assert len(found_in(everything(make_paper(home, story.case, "lhp").pdf))) > 30


def test_none_of_forty_planted_secrets_is_in_a_copy_for_the_public(
    home: Home, story: Story
) -> None:
    for form in ("daftar-bukti", "lhp"):
        made = make_paper(home, story.case, form, redacted=True)
        assert found_in(everything(made.pdf)) == []
        assert images_of(made.pdf) == []
        assert "SALINAN UNTUK UMUM" in text_of(made.pdf)
    drawn = draw_paper(home, story.case, "lhp", redacted=True)
    with zipfile.ZipFile(BytesIO(as_docx(drawn.paper))) as archive:
        inside = "\n".join(archive.read(name).decode("latin-1") for name in archive.namelist())
    assert found_in(re.sub(r"<[^>]+>", "", inside)) == []


def test_what_tells_who_somebody_is_becomes_the_code() -> None:
    hide = hiding([("T-01", PEOPLE[0])])

    assert hide("Bapak Lasarus  Nenobahan pergi") == "Bapak [T-01]  [T-01] pergi"
    assert hide("contoh  lasarus\nnenobahan, NIP 197001011990011000") == "[T-01], NIP [T-01]"
    assert hide("Lasarusan, 2024-10-17, B-01") == "Lasarusan, 2024-10-17, B-01"
    assert hiding([])("Lasarus") == "Lasarus"
