"""The content tells what a file is."""

import pytest

from cases.intake.sniff import media_type, name_contradicts
from cases.intake.source import Source
from tests.cases.intake.samples import box


def ftyp(major: bytes, *others: bytes) -> bytes:
    return box(b"ftyp", major, b"\0\0\0\0", *others)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ftyp(b"heic", b"mif1"), "image/heic"),
        (ftyp(b"mif1", b"heic"), "image/heic"),
        (ftyp(b"mif1", b"miaf", b"avif"), "image/avif"),
        (ftyp(b"mif1", b"miaf"), "image/heif"),
        (ftyp(b"avif", b"mif1"), "image/avif"),
        (ftyp(b"qt  "), "video/quicktime"),
        (ftyp(b"3gp4"), "video/3gpp"),
        (ftyp(b"M4A "), "audio/mp4"),
        (ftyp(b"isom"), "video/mp4"),
        (box(b"moov"), "video/quicktime"),
        (b"RIFF\0\0\0\0WAVE", "audio/wav"),
        (b"RIFF\0\0\0\0xxxx", "application/octet-stream"),
        (b"PK\x03\x04....", "application/zip"),
        (b"OggS....", "audio/ogg"),
        (b"MM\0*\0\0\0\x08", "image/tiff"),
        ("\ufeff<!DOCTYPE html><p>".encode(), "text/html"),
        (b"<?xml version='1.0'?><svg/>", "image/svg+xml"),
        (b"From: <Saved>\nContent-Type: multipart/related;", "multipart/related"),
        ("Catatan pengawasan é".encode(), "text/plain"),
        (b"a" * 4095 + "é".encode(), "text/plain"),
        (b"abc\xff\xfedefgh", "application/octet-stream"),
        (b"abc\x01", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_the_type_by_content(data, expected):
    with Source.of_bytes(data, "x") as source:
        assert media_type(source) == expected


@pytest.mark.parametrize(
    ("name", "kind", "contradicts"),
    [
        ("a.JPG", "image/jpeg", False),
        ("a.jpg", "image/png", True),
        ("a.pdf", "image/jpeg", True),
        ("a.dat", "image/jpeg", False),
        ("jpg", "image/png", False),
        ("a.docx", "application/zip", False),
    ],
)
def test_a_name_contradicts_only_where_it_claims_something(name, kind, contradicts):
    assert name_contradicts(name, kind) == contradicts
