"""The renderer: equal papers give equal bytes, hostile text is printed inert."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cases import __version__
from cases.papers.blocks import (
    Block,
    Column,
    Field,
    FieldGroup,
    Heading,
    Items,
    LetterHead,
    Notice,
    PageBreak,
    Paper,
    Photo,
    Rule,
    Secret,
    Signatures,
    Signer,
    Table,
    Text,
    Title,
)
from cases.papers.forms import berita_acara
from cases.papers.render import render
from cases.work.records import Regime
from tests.cases.papers.reading import images_of, page_text, text_of, words_of
from tests.cases.papers.sample import HEAD, case_file, context, jpeg
from tests.cases.papers.test_layouts import JUDGED, made

ROOT = Path(__file__).resolve().parents[3]
ONE = Text("Isi.")


def paper(*blocks: Block, **more: object) -> Paper:
    plain = Paper("daftar-bukti", "Daftar Bukti", blocks, case="c" * 32, case_code="S-K1-014")
    return replace(plain, **{"content_head": HEAD, **more})  # type: ignore[arg-type]


def test_equal_papers_give_equal_bytes() -> None:
    made = berita_acara.build(case_file(), context())

    assert render(made) == render(made)


_SCRIPT = """
from tests.cases.papers.test_render import sums
print(sums())
"""


def sums() -> str:
    """One sum over forms of every kind: minutes, layouts, a judgement, pictures."""
    forms = ("ba-klarifikasi", "lhp", "laporan", "undangan", "kajian", "status", "daftar-bukti")
    total = hashlib.sha256()
    for form in forms:
        for regime in Regime:
            total.update(render(made(form, regime, assessment=JUDGED)))
    return total.hexdigest()


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Jayapura", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Lima", "PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8"},
        {"TZ": "UTC", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1700000000"},
    ],
)
def test_another_process_zone_locale_and_hash_seed_give_the_same_bytes(
    surroundings: dict[str, str],
) -> None:
    there = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        cwd=ROOT,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout.strip() == sums()


def test_every_page_says_case_form_and_page_of_pages() -> None:
    text = words_of(render(paper(ONE, PageBreak(), ONE, mark="FORMULIR MODEL B.12")))

    assert text.count("Formulir Model B.12 · Daftar Bukti · S-K1-014") == 2
    assert "Halaman 1 dari 2" in text
    assert "Halaman 2 dari 2" in text
    assert text.count(f"Dibuat dengan Netra {__version__}") == 2
    assert text.count("9f2c 41ab 9f2c 41ab") == 2


def test_a_draft_says_so_on_every_page_until_it_is_final() -> None:
    draft = words_of(render(paper(ONE, PageBreak(), ONE)))
    final = words_of(render(paper(ONE, PageBreak(), ONE, final=True)))

    assert draft.count("DRAF ") == 2
    assert draft.count("DRAF, belum final") == 2
    assert "DRAF" not in final


def test_a_confidential_paper_says_so_on_every_page() -> None:
    assert words_of(render(paper(ONE, PageBreak(), ONE, confidential=True))).count("RAHASIA") == 2
    assert "RAHASIA" not in words_of(render(paper(ONE)))


def test_the_code_of_every_page_names_case_form_and_content() -> None:
    assert paper(ONE).payload == f"netra:{'c' * 32}:daftar-bukti:{HEAD}"
    assert replace(paper(ONE), content_head="").payload == ""


def test_a_missing_fact_is_a_dotted_line() -> None:
    pdf = render(
        paper(
            Title("JUDUL", "NOMOR", None),
            FieldGroup((Field("Nama", None), Field("Alamat", ("Oesao", None)))),
            Table((Column("No.", 0.5), Column("Isi", 0.5)), (("1", None),)),
            Items((None,)),
            Text(None, lines=3),
            Signatures((Signer("Yang memberi keterangan"),), place_and_date=None),
        )
    )
    dotted = [part for part in text_of(pdf).split() if set(part) == {"."} and len(part) > 7]

    assert len(dotted) == 10


def test_long_answers_break_over_pages_and_nothing_is_lost() -> None:
    sentences = [f"Kalimat ke-{number} dari keterangan saksi." for number in range(900)]
    columns = (Column("No.", 0.1), Column("Pertanyaan", 0.4), Column("Jawaban", 0.5))

    pdf = render(paper(Table(columns, (("1", "Apa?", " ".join(sentences)), ("2", "Siapa?", "X")))))

    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) > 8
    text = words_of(pdf)
    assert text.count("Pertanyaan") == text.count("Halaman ")
    for number in (0, 450, 899):
        assert f"ke-{number} " in text


def test_a_long_field_a_long_notice_and_a_long_word_break_over_pages() -> None:
    long = "keterangan " * 1500
    pdf = render(
        paper(
            FieldGroup((Field("Uraian", long, "a."), Field("Analisa", None, lines=90))),
            Notice(long),
            Text("W" * 6000),
            Signatures((Signer("X", "N" * 3000), Signer("Y", "M" * 3000))),
        )
    )

    assert text_of(pdf).count("keterangan") == 3000


def test_a_print_copy_is_embedded_as_the_bytes_it_is_and_once() -> None:
    copy = jpeg()

    pdf = render(paper(Photo("B-01", "Baliho", copy), Photo("B-02", "Baliho lagi", copy)))

    assert images_of(pdf) == [copy]


@pytest.mark.parametrize(
    "broken", [b"", b"\xff\xd8\xff", b"\x89PNG", jpeg()[:40], b"\xff\xd8\xff" * 99]
)
def test_a_broken_print_copy_leaves_a_box_that_says_so(broken: bytes) -> None:
    pdf = render(paper(Photo("B-01", "Baliho", broken, absent="Salinan cetak belum dibuat.")))

    assert "Salinan cetak belum dibuat." in words_of(pdf)
    assert images_of(pdf) == []


def test_two_photos_fit_on_a_page() -> None:
    fields = tuple(Field(f"Keterangan {number}", "isi " * 12) for number in range(6))
    photos = [Photo(f"B-{number:02d}", "Baliho", jpeg(), fields=fields) for number in range(4)]

    with pikepdf.open(BytesIO(render(paper(*photos)))) as document:
        assert len(document.pages) == 2


def test_a_photo_with_very_long_facts_is_set_above_them() -> None:
    photo = Photo("B-01", "Baliho", jpeg(), fields=(Field("Asal", "kata " * 4000),))

    assert text_of(render(paper(photo))).count("kata") == 4000


def test_a_logo_stands_in_the_letterhead() -> None:
    head = LetterHead(("PANWASLU KECAMATAN CONTOH",), "Jalan Contoh 1", jpeg(90, 90))

    pdf = render(paper(head))

    assert images_of(pdf) == [jpeg(90, 90)]
    assert "Jalan Contoh 1" in words_of(pdf)


def test_the_file_names_no_person_and_no_hour_and_embeds_every_font() -> None:
    pdf = render(berita_acara.build(case_file(), context()))

    with pikepdf.open(BytesIO(pdf)) as document:
        assert dict(document.docinfo) == {
            "/Title": "Berita Acara Klarifikasi",
            "/Creator": f"Netra {__version__}",
            "/Producer": f"Netra {__version__}",
        }
        assert str(document.Root.Lang) == "id-ID"
        assert document.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert b"<pdfaid:part>2</pdfaid:part>" in document.Root.Metadata.read_bytes()
        assert not any("/Trans" in page for page in document.pages)
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


HOSTILE = st.text(st.characters(), max_size=60) | st.sampled_from(
    ["<b>tebal</b>", "&amp;&lt;", "\u202eoeseO", "👩‍👩‍👧", "\x00\x1b[31m", "</para>",
     "<img src='x'/>", "{nilai}", "%s%n", "بحث", "漢字" * 40, "a" * 400, "\n\n\n", " ", "\ud800"]
)  # fmt: skip


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(HOSTILE, HOSTILE, st.none() | HOSTILE)
def test_hostile_text_is_printed_and_never_breaks_the_paper(a: str, b: str, c: str | None) -> None:
    pdf = render(
        paper(
            LetterHead((a,), c),
            Title(b, "NOMOR", c),
            Heading(a),
            Text(c, "note"),
            Items((a, c), "dashes"),
            FieldGroup((Field(a, (b, c), b), Field(b, c))),
            Table((Column(a, 0.2, "code"), Column(b, 0.8)), ((c, a), (b, c))),
            Photo(a, b, None, b, (Field(a, c),)),
            Signatures((Signer(a, c, c), Signer(b, a, signs=False, refusal=b)), a),
            Secret((a[:4], b[:4]), "netra", b),
            Rule(),
            Notice(a),
            title=f"{a}{b}",
            case_code=a,
        )
    )

    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.pages
    assert "<b>tebal</b>" not in (a, b, c) or "<b>tebal</b>" in words_of(pdf)


def test_letters_behind_z_go_on_as_numbers() -> None:
    text = words_of(render(paper(Items(tuple(f"butir {number}" for number in range(28))))))

    assert "z. butir 25" in text
    assert "27. butir 26" in text


def test_a_hand_never_signs_a_page_without_words() -> None:
    filling = [Text("baris")] * 37
    signed = Signatures((Signer("Yang mengklarifikasi", "Contoh"),), closing=(Text("PENUTUP"),))

    with pikepdf.open(BytesIO(render(paper(*filling, signed)))) as document:
        pages = [" ".join(page_text(page).split()) for page in document.pages]

    assert len(pages) == 2
    assert "PENUTUP Yang mengklarifikasi Contoh" in pages[1]


def test_hands_without_a_closing_take_the_last_words_along() -> None:
    filling = [Text("baris")] * 36
    signed = Signatures((Signer("Ketua", "Contoh"),))

    for last in (Text("AKHIR"), FieldGroup((Field("AKHIR", "isi"),)), Text(None, lines=3)):
        pdf = render(paper(*filling, last, signed))
        with pikepdf.open(BytesIO(pdf)) as document:
            pages = [" ".join(page_text(page).split()) for page in document.pages]
        assert len(pages) == 2
        assert pages[1].startswith(("DRAF AKHIR", "DRAF ....."))


def test_a_table_is_closed_with_a_line_on_every_page() -> None:
    rows = tuple((str(number), "isi " * 40) for number in range(80))
    pdf = render(paper(Table((Column("No.", 0.2), Column("Isi", 0.8)), rows)))

    with pikepdf.open(BytesIO(pdf)) as document:
        for page in document.pages:
            assert b"n 0 0 m 476.2205 0 l S" in page.Contents.read_bytes()
