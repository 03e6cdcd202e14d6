"""`exhibit custody, export, rehash, derive, copies, request` and `paper --redacted`."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cases.commands.conftest import photos
from tests.cases.commands.terminal import Terminal

CASE = "S-K1-001"
STEPS = [{"op": "blur", "x": 100, "y": 100, "w": 300, "h": 300}]


@pytest.fixture
def desk(laptop: Terminal) -> Terminal:
    """A laptop with one case and one photo in it."""
    start = ("--regime", "PEMILU", "--source", "temuan")
    laptop.ask("case", "new", "--title", "Uji (CONTOH)", *start)
    laptop.ask("intake", CASE, photos()[0])
    (laptop.folder / "langkah.json").write_text(json.dumps(STEPS), "utf-8")
    return laptop


def derive(desk: Terminal, *more: object) -> dict[str, object]:
    steps = desk.folder / "langkah.json"
    answer = desk.ask("exhibit", "derive", "B-01", steps, "--case", CASE, *more)
    return dict(answer)


def test_an_exhibit_goes_out_as_it_came_in(desk: Terminal):
    out = desk.folder / "keluar.jpg"

    said = desk.ask("exhibit", "export", "B-01", "-o", out, "--case", CASE, "--reason", "ahli")

    assert out.read_bytes() == photos()[0].read_bytes()
    assert said["copy"] is None
    log = desk.ask("exhibit", "custody", "B-01", "--case", CASE)
    assert [line["words"] for line in log] == [
        f"Diterima: {photos()[0].name}",
        "Disalin keluar: ahli",
    ]
    assert {"event", "act", "at", "dev", "why", "officer"} <= set(log[0])
    assert desk.run("exhibit", "export", "B-01", "-o", out, "--case", CASE).refusal["code"] == (
        "file-exists"
    )


def test_a_copy_is_derived_listed_and_taken_out(desk: Terminal):
    made = derive(desk, "--reason", "wajah anak")
    out = desk.folder / "umum.jpg"

    said = desk.ask("exhibit", "export", "B-01", "-o", out, "--case", CASE, "--copy", "S1")

    assert (made["code"], made["operations"]) == ("B-01/S1", STEPS)
    assert desk.ask("exhibit", "copies", "B-01", "--case", CASE) == [made]
    assert said["copy"] == "B-01/S1"
    assert hashlib.sha256(out.read_bytes()).hexdigest() == made["object"]


@pytest.mark.parametrize("document", [[], {}, {"operations": STEPS * 5_000}, [{"op": "hapus"}], 1])
def test_steps_that_cannot_be_done_are_refused(desk: Terminal, document):
    (desk.folder / "langkah.json").write_text(json.dumps(document), "utf-8")
    steps = desk.folder / "langkah.json"

    ran = desk.run("exhibit", "derive", "B-01", steps, "--case", CASE, "--reason", "x")

    assert ran.refusal["code"] == "bad-operations"


def test_a_copy_is_no_exhibit(desk: Terminal):
    derive(desk, "--reason", "wajah")

    for words in (("custody", "B-01/S1"), ("rehash", "b-01/s1")):
        assert desk.run("exhibit", *words, "--case", CASE).refusal["code"] == "derived-copy"
    out = ("-o", desk.folder / "x.jpg", "--case", CASE, "--copy", "S9")
    assert desk.run("exhibit", "export", "B-01", *out).refusal["code"] == "no-such-derived"


def test_an_original_is_looked_at_again(desk: Terminal):
    said = desk.ask("exhibit", "rehash", "B-01", "--case", CASE)
    assert said["same"] is True
    (path,) = Path(desk.home_folder, "objects").rglob(f"{said['sha256']}.age")
    path.unlink()

    ran = desk.run("exhibit", "rehash", "B-01", "--case", CASE)

    assert ran.status == 1
    assert ran.json["same"] is False
    log = desk.ask("exhibit", "custody", "B-01", "--case", CASE)
    assert [line["act"] for line in log][-2:] == ["rehashed", "found_damaged"]


def test_the_original_is_asked_for_on_a_slip(desk: Terminal):
    out = desk.folder / "minta.pdf"

    desk.ask("exhibit", "request", CASE, "B-01", "-o", out, "--reason", "tanpa EXIF")

    assert out.read_bytes().startswith(b"%PDF")
    acts = [line["act"] for line in desk.ask("exhibit", "custody", "B-01", "--case", CASE)]
    assert acts == ["taken_in", "requested", "printed"]


def test_papers_for_the_public_and_plain_ones_are_never_taken_for_each_other(desk: Terminal):
    derive(desk, "--reason", "wajah")
    plain = desk.ask("paper", CASE, "daftar-bukti", "-o", desk.folder / "a.pdf")
    head = plain["content_head"]
    open_ = desk.ask("paper", CASE, "daftar-bukti", "--redacted", "-o", desk.folder / "b.pdf")
    assert (plain["redacted"], open_["redacted"]) == (False, True)
    desk.ask("case", "edit", CASE, "--title", "Judul lain (CONTOH)")

    again = ("paper", CASE, "daftar-bukti", "--at", head)
    assert desk.ask(*again, "-o", desk.folder / "c.pdf")["sha256"] == plain["sha256"]
    public = desk.ask(*again, "--redacted", "-o", desk.folder / "d.pdf")
    assert public["sha256"] == open_["sha256"]


def test_a_paper_about_one_exhibit(desk: Terminal):
    out = desk.folder / "riwayat.pdf"
    said = desk.ask("paper", CASE, "riwayat-bukti", "--exhibit", "B-01", "-o", out)
    assert said["form"] == "riwayat-bukti"


def test_the_original_that_came_and_reading_again(desk: Terminal):
    desk.ask("intake", CASE, photos()[1])

    said = desk.ask("exhibit", "received", CASE, "B-01", "B-02", "--reason", "lewat kabel")
    again = desk.ask("exhibit", "reread", "B-01", "--case", CASE)

    assert said["received_as"] == "B-02: lewat kabel"
    log = desk.ask("exhibit", "custody", "B-02", "--case", CASE)
    assert log[-1]["words"] == ("Diterima sebagai berkas asli dari bukti lain: B-01: lewat kabel")
    assert again == {"read": 1, "changed": []}
    assert desk.ask("exhibit", "reread") == {"read": 0, "changed": []}
