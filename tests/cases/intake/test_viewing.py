"""Pictures for the eye: decoded in the child, at the size of a screen, nothing stored."""

import io
import random

import pytest
from PIL import Image

from cases.intake.child import Child
from cases.intake.pipeline import take_in
from cases.intake.viewing import SCREEN, Viewing
from cases.work.exhibits import list_exhibits
from cases.work.records import ExhibitId


@pytest.fixture
def viewing():
    made = Viewing()
    yield made
    made.close()


def photo(folder, *, thumbnail: bool):
    """A large picture, with or without a small one inside."""
    file = folder / "IMG_1.jpg"
    exif = b""
    if thumbnail:
        small = io.BytesIO()
        Image.new("RGB", (160, 120), "red").save(small, "JPEG")
        exif = with_thumbnail(small.getvalue())
    Image.new("RGB", (4000, 3000), "blue").save(file, exif=exif)
    return file


def with_thumbnail(small: bytes) -> bytes:
    """An EXIF block with an empty first directory and a second that holds a small JPEG."""
    start = 8 + 2 + 4
    second = 2 + 3 * 12 + 4
    offset = start + second
    entries = [(0x0103, 3, 1, 6 << 16), (0x0201, 4, 1, offset), (0x0202, 4, 1, len(small))]
    block = b"MM\x00*" + (8).to_bytes(4, "big") + b"\x00\x00" + start.to_bytes(4, "big")
    block += len(entries).to_bytes(2, "big")
    for tag, kind, count, value in entries:
        block += tag.to_bytes(2, "big") + kind.to_bytes(2, "big")
        block += count.to_bytes(4, "big") + value.to_bytes(4, "big")
    return b"Exif\x00\x00" + block + b"\x00\x00\x00\x00" + small


def test_the_original_comes_at_the_size_of_a_screen(home, tmp_path, viewing):
    take_in(home, [photo(tmp_path, thumbnail=False)])
    exhibit = list_exhibits(home)[0]
    with Image.open(io.BytesIO(viewing.original(home, exhibit.id))) as shown:
        assert max(shown.size) == SCREEN


def test_the_small_picture_inside_is_shown_until_there_is_a_print_copy(home, tmp_path, viewing):
    take_in(home, [photo(tmp_path, thumbnail=True)])
    exhibit = list_exhibits(home)[0]
    assert not exhibit.preview
    with Image.open(io.BytesIO(viewing.embedded(home, exhibit.id))) as shown:
        assert shown.size == (160, 120)
        assert max(shown.convert("RGB").tobytes()[::3]) > 200, "red, as it was drawn"


def test_a_picture_without_a_small_one_gives_nothing(home, tmp_path, viewing):
    take_in(home, [photo(tmp_path, thumbnail=False)])
    assert viewing.embedded(home, list_exhibits(home)[0].id) == b""


def test_an_attachment_and_an_unknown_exhibit_give_nothing(home, tmp_path, viewing):
    file = tmp_path / "catatan.txt"
    file.write_text("contoh")
    take_in(home, [file])
    assert viewing.original(home, list_exhibits(home)[0].id) == b""
    assert viewing.original(home, ExhibitId("0" * 32)) == b""


def two_pages(folder, *, locked: bool = False):
    """A PDF with a word on each of its two pages."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    file = folder / "surat.pdf"
    encrypt = StandardEncryption("rahasia contoh") if locked else None
    canvas = Canvas(str(file), pagesize=(400, 600), encrypt=encrypt)
    for colour in ((1, 0, 0), (0, 0, 1)):
        canvas.setFillColorRGB(*colour)
        canvas.rect(0, 0, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return file


def test_a_page_of_a_pdf_is_drawn_when_somebody_looks_at_it(home, tmp_path, viewing):
    take_in(home, [two_pages(tmp_path)])
    exhibit = list_exhibits(home)[0]
    second, beyond = (viewing.page(home, exhibit.id, number) for number in (2, 9))
    assert (second.pages, beyond.pages) == (2, 2)
    for drawn in (second, beyond):
        with Image.open(io.BytesIO(drawn.jpeg)) as shown:
            assert max(shown.size) == SCREEN
            assert shown.convert("RGB").resize((1, 1)).tobytes()[2] > 200, "the last page is blue"


def test_a_pdf_that_cannot_be_drawn_says_why(home, tmp_path, viewing):
    take_in(home, [two_pages(tmp_path, locked=True)])
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    take_in(home, [broken])
    reasons = {one.file: viewing.page(home, one.id, 1).reason for one in list_exhibits(home)}
    assert reasons == {"surat.pdf": "passphrase", "rusak.pdf": "damaged"}


def test_what_is_no_pdf_has_no_pages(home, tmp_path, viewing):
    take_in(home, [photo(tmp_path, thumbnail=False)])
    assert viewing.page(home, list_exhibits(home)[0].id, 1).jpeg == b""


def test_a_pdf_that_lies_ends_in_a_page_or_a_reason(tmp_path):
    whole = two_pages(tmp_path).read_bytes()
    chance = random.Random(3)
    with Child() as child:
        for _ in range(40):
            hostile = bytearray(whole)
            for _ in range(chance.randrange(1, 12)):
                hostile[chance.randrange(len(hostile))] = chance.randrange(256)
            answer = child.page(bytes(hostile), "a.pdf", chance.randrange(1, 9), 400)
            assert bool(answer.copy) != bool(answer.reason)
        bomb = whole.replace(b"/MediaBox [ 0 0 400 600 ]", b"/MediaBox [ 0 0 9e9 1e-9 ]")
        assert bomb != whole
        answer = child.page(bomb, "a.pdf", 1, 400)
        assert bool(answer.copy) != bool(answer.reason)
