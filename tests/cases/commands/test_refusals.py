"""What verbs refuse: one sentence, exit 1, and nothing written anywhere."""

import stat
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from tests.cases.commands.conftest import Exchange
from tests.cases.commands.terminal import Ran, Terminal, execute
from tests.cases.sealed.test_hostile_archives import honest_files, member, zipped


def verify(exchange: Exchange, file: Path, *more: object) -> Ran:
    return execute(["--json", "verify", file, *more])


def keys(exchange: Exchange) -> tuple[object, ...]:
    return "--identity", exchange.identity, "--trust", exchange.trust


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {"netra.db-wal", "netra.db-shm", "netra.db"}
    }


def sealed_for(exchange: Exchange, plain: bytes) -> bytes:
    recipient = pyrage.x25519.Recipient.from_str(exchange.answers["identity"]["age"])
    return bytes(pyrage.encrypt(plain, [recipient]))


def climbing() -> bytes:
    files = [(member(name), data) for name, data in honest_files().items()]
    return zipped([*files, (member("../../luar.txt"), b"di luar")])


def linked() -> bytes:
    files = [(member(name), data) for name, data in honest_files().items()]
    return zipped([*files, (member("data/objects/x", stat.S_IFLNK | 0o777), b"/etc/passwd")])


def doubled() -> bytes:
    files = [(member(name), data) for name, data in honest_files().items()]
    return zipped([*files, files[-1]])


def bomb() -> bytes:
    return zipped([(member("bagit.txt"), bytes(30_000_000))], method=8)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "climbing": climbing,
    "linked": linked,
    "doubled": doubled,
    "bomb": bomb,
    "empty": lambda: b"",
    "text": lambda: b"bukan arsip sama sekali",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused_and_writes_nothing(exchange: Exchange, name: str):
    file = exchange.folder / "jahat.netra"
    file.write_bytes(sealed_for(exchange, HOSTILE[name]()))
    before = tree(exchange.folder)

    ran = exchange.office.run("import", file)

    assert ran.status == 1
    (answer,) = ran.json["files"]
    assert answer["verdict"] == "BERUBAH"
    assert answer["refused"]
    assert "Traceback" not in ran.err
    assert answer["refused"] in ran.err
    assert tree(exchange.folder) == before
    assert not (exchange.folder.parent / "luar.txt").exists()
    assert verify(exchange, file, *keys(exchange)).json["verdict"] == "BERUBAH"


@pytest.mark.parametrize("part", [0.0, 0.001, 0.3, 0.9, 0.99999])
def test_a_file_that_was_cut_off_is_refused(exchange: Exchange, part: float):
    data = exchange.sealed.read_bytes()
    file = exchange.folder / "putus.netra"
    file.write_bytes(data[: int(len(data) * part)])

    assert verify(exchange, file, *keys(exchange)).status == 1
    ran = exchange.office.run("import", file)
    assert ran.status == 1
    assert ran.json["files"][0]["refused"]


@pytest.mark.parametrize("place", [0, 100, 5000, -1])
def test_one_flipped_bit_is_never_accepted(exchange: Exchange, place: int):
    data = bytearray(exchange.sealed.read_bytes())
    data[place] ^= 1
    file = exchange.folder / "bit.netra"
    file.write_bytes(data)

    verdict = verify(exchange, file, *keys(exchange)).json["verdict"]

    assert verdict != "UTUH"
    assert exchange.office.run("import", file).status == 1


def test_a_wrong_key_says_that_the_file_is_locked(exchange: Exchange):
    other = exchange.folder / "lain.txt"
    other.write_text(f"# sample\n{pyrage.x25519.Identity.generate()}\n", "utf-8")

    ran = verify(exchange, exchange.sealed, "--identity", other, "--trust", exchange.trust)

    assert ran.status == 1
    assert ran.json["verdict"] == "TIDAK_DAPAT_DIPASTIKAN"
    assert [reason["code"] for reason in ran.json["reasons"]] == ["locked"]


def test_an_unknown_signer_is_shown_by_fingerprint(exchange: Exchange):
    empty = exchange.folder / "kosong"
    empty.write_text("# nobody\n", "utf-8")

    ran = verify(exchange, exchange.sealed, "--identity", exchange.identity, "--trust", empty)

    assert ran.status == 1
    assert ran.json["verdict"] == "TIDAK_DAPAT_DIPASTIKAN"
    assert "SHA256:" in ran.err


def test_an_office_refuses_an_officer_it_does_not_know(exchange: Exchange):
    stranger = Terminal(exchange.folder, "asing")
    stranger.init("Contoh Asing", "PKD", "--office-card", exchange.folder / "kantor.kartu")
    start = ("--regime", "PEMILU", "--source", "temuan")
    stranger.ask("case", "new", "--title", "Uji (CONTOH)", *start)
    file = exchange.folder / "asing.netra"
    stranger.ask("seal", "S-K1-001", "-o", file)

    ran = exchange.office.run("import", file)

    assert ran.status == 1
    assert ran.json["files"][0]["verdict"] == "TIDAK_DAPAT_DIPASTIKAN"
    assert exchange.office.ask("case", "list") == []


def test_a_good_file_is_imported_beside_a_bad_one(exchange: Exchange):
    bad = exchange.folder / "bukan.netra"
    bad.write_bytes(b"bukan")

    ran = exchange.office.run("import", bad, exchange.sealed, exchange.folder / "tiada.netra")

    assert ran.status == 1
    assert [bool(one["refused"]) for one in ran.json["files"]] == [True, False, True]


def test_only_an_office_imports_signs_and_keeps_a_roster(exchange: Exchange):
    out = exchange.folder / "x"
    for words in (
        ("import", exchange.sealed),
        ("roster", "add", exchange.folder / "petugas.kartu"),
        ("office", "card", "-o", out),
        ("office", "identity", "-o", out),
        ("office", "signers", "-o", out),
    ):
        assert exchange.officer.run(*words).refusal["code"]
    assert not out.exists()


def test_nothing_that_exists_is_overwritten(exchange: Exchange):
    mine = exchange.folder / "milik-saya"
    mine.write_text("penting", "utf-8")
    for words in (
        ("seal", "S-K1-001", "-o", mine),
        ("card", "-o", mine),
        ("paper", "S-K1-001", "lhp", "-o", mine),
    ):
        assert exchange.officer.run(*words).refusal["code"] == "file-exists"
    assert mine.read_text("utf-8") == "penting"


def test_a_wrong_passphrase_is_refused_in_one_sentence(laptop: Terminal):
    laptop.passphrase.write_text("salah sekali bukan\n", "utf-8")
    assert laptop.run("case", "list").refusal["code"] == "wrong-passphrase"


@pytest.mark.parametrize(
    "words",
    [
        ("case", "show", "S-K9-999"),
        ("case", "new", "--title", " ", "--regime", "PEMILU", "--source", "temuan"),
        ("case", "edit", "S-K1-001", "--found-at", "kemarin"),
        ("seal", "S-K9-999", "-o", "tiada.netra"),
        ("paper", "S-K9-999", "lhp", "-o", "tiada.pdf"),
        ("receipt", "add", "tiada.json"),
        ("enrol", "--office-card", "tiada.kartu"),
        ("roster", "add", "tiada.kartu"),
        ("backup", "/proc/tiada"),
        ("restore", "tiada"),
        ("assess", "tiada.json"),
        ("deadlines", "tiada.json"),
        ("pack", "lint", "tiada-1"),
        ("pack", "install", "tiada"),
        ("exhibit", "custody", "B-01"),
        ("incident", "edit", "PR-01", "--title", "x"),
        ("fact", "list", "S-K9-999"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(laptop: Terminal, words: tuple[str, ...]):
    ran = laptop.run(*words)
    assert ran.status == 1
    assert ran.refusal["code"] not in {"bug", ""}
