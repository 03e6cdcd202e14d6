"""Documents and saved pages: dates and addresses as claims, pages never opened, lies refused."""

import struct
import zipfile

import pytest

from tests.cases.intake.recordings import CORE, office, open_document, pdf
from tests.cases.intake.samples import claims

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def stated(found):
    return [(s.kind, s.local, s.offset, s.refused) for s in found.taken.sources]


@pytest.mark.parametrize(
    ("data", "media_type", "times"),
    [
        (office(), WORD, ["2024-02-14T00:30:00", "2024-02-15T01:00:00"]),
        (office("xl/workbook.xml"), SHEET, ["2024-02-14T00:30:00", "2024-02-15T01:00:00"]),
        (open_document(), "application/vnd.oasis.opendocument.text", ["2024-02-14T07:30:00"]),
    ],
)
def test_an_office_document_states_when_it_was_made_and_changed(data, media_type, times):
    found = claims(data, "surat.zip")

    assert (found.media_type, found.reason) == (media_type, "document")
    assert [local for _, local, _, _ in stated(found)] == times
    assert found.taken.local is None
    assert found.taken.earliest is None


def test_an_office_document_has_a_title_and_a_program():
    found = claims(office(), "daftar.docx")

    assert found.media is not None
    assert (found.media.title, found.software) == ("Daftar hadir contoh", "Contoh")


def test_any_other_archive_stays_closed(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("foto.jpg", "x")

    found = claims(path.read_bytes(), "a.zip")

    assert (found.media_type, found.reason, found.taken.sources) == ("application/zip", "kind", ())


@pytest.mark.parametrize(
    "data",
    [
        office()[:-30],
        office()[:40],
        b"PK\x03\x04" + b"\0" * 200,
        b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 60_000, 60_000, 9_000_000, 0, 0),
        office(core="<dcterms:created>kemarin sore</dcterms:created>"),
        office(core=CORE.replace("2024", "2099") + " " * 900_000),
    ],
    ids=["cut", "head only", "nothing", "huge directory", "words", "2099"],
)
def test_an_archive_that_lies_says_nothing_and_harms_nothing(data):
    found = claims(data, "a.docx")

    assert found.kind == "attachment"
    assert all(local is None for _, local, _, _ in stated(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"/CreationDate (D:20240214073000+07'00')", ("2024-02-14T07:30:00", "+07:00", "")),
        (b"/CreationDate(D:20240214003000Z)", ("2024-02-14T00:30:00", "+00:00", "")),
        (b"/ModDate (D:20240214073000)", ("2024-02-14T07:30:00", None, "")),
        (b"/CreationDate (D:20240230073000)", (None, None, "calendar")),
        (b"/CreationDate (D:20990214073000)", (None, None, "implausible")),
        (b"/CreationDate (D:2024)", (None, None, "form")),
        (b"/CreationDate (D:20240214073000+25'00')", ("2024-02-14T07:30:00", None, "")),
    ],
)
def test_the_dates_of_a_pdf_are_read_strictly(text, expected):
    found = claims(pdf(text), "surat.pdf")

    assert (found.media_type, found.reason) == ("application/pdf", "document")
    assert stated(found) == [("document", *expected)]


def test_the_title_of_a_pdf_in_both_of_its_alphabets():
    plain = claims(pdf(rb"/Title (Undangan \(rapat\)) /Producer (Contoh 1)"), "a.pdf")
    wide = claims(pdf(b"/Title (\xfe\xff\0S\0u\0r\0a\0t)"), "a.pdf")
    binary = claims(pdf(b"/Title (\x01\x02)"), "a.pdf")

    assert [one.media and one.media.title for one in (plain, wide, binary)] == [
        "Undangan (rapat)",
        "Surat",
        None,
    ]
    assert plain.software == "Contoh 1"


def test_a_designed_paper_is_no_edited_photo_and_a_scanned_one_is_a_scan():
    designed = claims(pdf(b"/Producer (Canva)"), "undangan.pdf")
    scanned = claims(pdf(b"/Creator (CamScanner)"), "surat.pdf")

    assert (designed.origin, designed.signals) == ("unknown", ())
    assert scanned.origin == "scan"


def test_dates_at_the_far_end_of_a_long_pdf_are_found():
    far = pdf(b"").replace(
        b"trailer", b"%" * 600_000 + b"/CreationDate (D:20240214073000Z)trailer"
    )

    assert stated(claims(far, "a.pdf"))[0][1] == "2024-02-14T07:30:00"


PAGE = (
    b"<!DOCTYPE html>\r\n<!-- saved from url=(0035)https://media.example/contoh/posts/1 -->\r\n"
    b"<html><head><title>Unggahan &amp; contoh</title></head></html>"
)
SINGLE = (
    b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://media.example/p/2 \n"
    b" saved date: Wed Feb 14 2024 07:30:00 GMT+0700 (Waktu Indonesia Barat)\n--><body></body>"
)
ARCHIVE = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://media.example/p/3\r\n"
    b"Subject: Contoh\r\nDate: Wed, 14 Feb 2024 07:30:00 +0700\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n----x\r\n'
)


@pytest.mark.parametrize(
    ("data", "media_type", "url", "title", "times"),
    [
        (PAGE, "text/html", "https://media.example/contoh/posts/1", "Unggahan & contoh", []),
        (SINGLE, "text/html", "https://media.example/p/2", None,
         [("page", "2024-02-14T07:30:00", "+07:00", "")]),
        (ARCHIVE, "multipart/related", "https://media.example/p/3", "Contoh",
         [("page", "2024-02-14T07:30:00", "+07:00", "")]),
        (ARCHIVE.replace(b"Snapshot-", b"X-") + b"Content-Location: http://media.example/p/4\r\n",
         "multipart/related", "http://media.example/p/4", "Contoh",
         [("page", "2024-02-14T07:30:00", "+07:00", "")]),
    ],
    ids=["browser", "SingleFile", "MHTML", "older MHTML"],
)  # fmt: skip
def test_a_saved_page_says_where_it_was_saved_from(data, media_type, url, title, times):
    found = claims(data, "halaman")

    assert (found.media_type, found.reason) == (media_type, "document")
    assert found.media is not None
    assert (found.media.url, found.media.title) == (url, title)
    assert stated(found) == times


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (ARCHIVE.replace(b"Wed, 14 Feb 2024 07:30:00 +0700", b"kemarin"), "form"),
        (ARCHIVE.replace(b"14 Feb 2024", b"14 Feb 2099"), "implausible"),
        (ARCHIVE.replace(b"14 Feb 2024", b"30 Feb 2024"), "form"),
        (ARCHIVE.replace(b"+0700", b"+9900"), "form"),
    ],
)
def test_a_date_of_a_page_that_cannot_be_is_refused(data, refused):
    assert [(s.local, s.refused) for s in claims(data, "a").taken.sources] == [(None, refused)]


@pytest.mark.parametrize(
    "url", [b"javascript:alert(1)", b"file:///etc/passwd", b"\xe2\x80\xaeevil"]
)
def test_an_address_that_is_none_of_the_web_is_none(url):
    found = claims(PAGE.replace(b"https://media.example/contoh/posts/1", url), "a.html")

    assert found.media is not None
    assert found.media.url is None
