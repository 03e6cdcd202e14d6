"""`inspect` prints what design and documents promise, for every file it is given."""

import hashlib
import json

from cases.commands.inspect import inspect_files
from tests.cases.intake.samples import ascii_entry, dated, jpeg, placed, write

KEYS = {
    "file",
    "sha256",
    "size",
    "media_type",
    "width",
    "height",
    "orientation",
    "taken",
    "gps",
    "camera",
    "software",
    "origin",
    "signals",
    "media",
    "error",
}
TAKEN = {
    "raw",
    "local",
    "offset",
    "subsec",
    "earliest",
    "latest",
    "zone_source",
    "sources",
}


def test_a_photo_is_told_whole(tmp_path):
    block = placed(dated(offset=b"+07:00"))
    block.exif.append(ascii_entry(0x9291, b"046"))
    data = jpeg(block)
    path = write(tmp_path, "foto.jpg", data)

    (found,) = inspect_files([path])

    assert found.keys() == KEYS
    assert found["taken"].keys() == TAKEN
    assert found["file"] == str(path)
    assert found["sha256"] == hashlib.sha256(data).hexdigest()
    assert (found["size"], found["width"], found["height"]) == (len(data), 48, 32)
    assert found["gps"] == {"lat": -6.1753917, "lon": 106.827, "utc": None}
    assert found["camera"] == {"make": "Contoh", "model": "Kamera 1"}
    assert found["taken"]["subsec"] == "046"
    assert {source["kind"] for source in found["taken"]["sources"]} == {
        "exif_original",
        "file_mtime",
    }
    assert found["error"] is None
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_signals_come_in_words(tmp_path):
    path = write(tmp_path, "IMG-20240214-WA0001.jpg", jpeg())

    (found,) = inspect_files([path])

    (signal,) = found["signals"]
    assert signal.keys() == {"code", "weight", "text"}
    assert (signal["code"], signal["weight"]) == ("whatsapp_copy", "high")
    assert "WhatsApp" in signal["text"]


def test_what_cannot_be_read_says_so_and_the_others_are_read(tmp_path):
    good = write(tmp_path, "foto.jpg", jpeg(dated()))
    cut = write(tmp_path, "potong.jpg", jpeg(dated(), size=(640, 480))[:2000])

    missing, folder, fine, broken = inspect_files([tmp_path / "tidak", tmp_path, good, cut])

    assert "tidak ditemukan" in missing["error"]
    assert "folder" in folder["error"]
    assert missing["sha256"] is None
    assert fine["error"] is None
    assert "terpotong" in broken["error"]
    assert broken["taken"]["local"] == "2024-02-14T07:30:00"


def test_an_empty_file_is_told_as_such(tmp_path):
    (found,) = inspect_files([write(tmp_path, "kosong.jpg", b"")])

    assert found["sha256"] == hashlib.sha256(b"").hexdigest()
    assert "kosong" in found["error"]
