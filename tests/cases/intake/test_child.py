"""Whatever a file does to its reader, the program goes on."""

import os
import resource
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from cases.errors import NetraError
from cases.intake import child as children
from cases.intake.child import Child
from cases.intake.copying import Picture
from cases.intake.sealer import Sealer
from tests.cases.intake.samples import NOW, chunk, dated, encoded, jpeg, png, write

ROOT = Path(__file__).resolve().parents[3]
CONFINED = """
import os
from cases.intake.confinement import confine
nowhere = os.open(os.devnull, os.O_WRONLY)
print(confine())
try:
    open("baru", "w").close()
except PermissionError:
    print("refused")
print(len(open(os.devnull).read()))
"""
"""A program that gives up its rights and then tries to write, and to read."""


class KillingPipe:
    """The pipe to a child that dies as soon as it is asked something."""

    def __init__(self, child: Child) -> None:
        self._process: Any = child._process
        self._pipe: Any = child._pipe

    def send_bytes(self, data: bytes) -> None:
        self._process.kill()  # before the question: a quick child would have answered it
        self._process.join()
        self._pipe.send_bytes(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pipe, name)


def read(child: Child, path: Path) -> tuple[str, str | None]:
    claims = child.claims(path, path.name, None, NOW)
    return claims.reason, claims.taken.local


def flat_png(side: int) -> bytes:
    """A white picture of one bit a pixel: a few kilobytes that unpack to `side` × `side`."""
    packer = zlib.compressobj()
    row = b"\0" + b"\xff" * (side // 8)
    data = b"".join(packer.compress(row * 100) for _ in range(side // 100)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def test_a_file_is_read_in_another_process(tmp_path, child):
    assert read(child, write(tmp_path, "a.jpg", jpeg(dated()))) == ("", "2024-02-14T07:30:00")


def test_bytes_in_memory_are_read_as_well(child):
    claims = child.claims_of(jpeg(dated()), "a.jpg", NOW)

    assert claims.taken.local == "2024-02-14T07:30:00"


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read(tmp_path):
    path = write(tmp_path, "a.jpg", jpeg(dated()))
    with Child(read_seconds=0.0) as child:
        assert read(child, path) == ("slow", None)
        child._read_seconds = 20.0
        assert read(child, path) == ("", "2024-02-14T07:30:00")


def test_a_file_that_kills_its_reader_is_given_up_and_the_next_one_is_read(tmp_path):
    path = write(tmp_path, "a.jpg", jpeg(dated()))
    with Child() as child:
        read(child, path)
        child._pipe = KillingPipe(child)
        assert read(child, path) == ("crashed", None)
        assert read(child, path) == ("", "2024-02-14T07:30:00")


def test_a_picture_that_needs_more_memory_than_allowed_is_given_up(child):
    bomb = flat_png(36_000)

    answer = child.print_copy(bomb, "a.png", Picture("image/png", 36_000, 36_000))

    assert answer.copy is None
    assert answer.reason in {"large", "crashed", "slow", "damaged"}
    assert child.print_copy(png(), "b.png", Picture("image/png", 48, 32)).copy
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert used < 1_100_000


def test_a_file_that_is_gone_is_no_crash(tmp_path, child):
    assert read(child, tmp_path / "hilang.jpg")[0] == "damaged"


def test_after_many_files_a_fresh_process_takes_over(tmp_path, monkeypatch):
    monkeypatch.setattr(children, "_FILES", 2)
    path = write(tmp_path, "a.jpg", jpeg(dated()))
    with Child() as child:
        read(child, path)
        first = child._process.pid
        read(child, path)
        assert child._process.pid == first
        read(child, path)
        assert child._process.pid != first


def test_a_child_that_does_not_start_is_said_in_words(monkeypatch):
    monkeypatch.setattr(children, "START_SECONDS", 0.0)
    with Child() as child, pytest.raises(NetraError) as caught:
        child.claims_of(encoded("JPEG"), "a.jpg", NOW)

    assert caught.value.code == "reader-not-started"


def test_the_child_is_told_no_secret(tmp_path, monkeypatch):
    monkeypatch.setenv("NETRA_PASSPHRASE_FILE", "/rahasia/sandi")
    monkeypatch.setenv("NETRA_HOME", "/rahasia/rumah")
    with Child() as child, Sealer(()) as sealer:
        read(child, write(tmp_path, "a.jpg", encoded("JPEG")))
        for process in (child._process, sealer._process):
            said = Path(f"/proc/{process.pid}/environ").read_bytes()
            assert b"PATH=" in said
            assert b"NETRA_" not in said

    assert os.environ["NETRA_PASSPHRASE_FILE"] == "/rahasia/sandi"


def test_who_is_confined_can_write_nowhere(tmp_path, child):
    done = subprocess.run(
        [sys.executable, "-c", CONFINED],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    able, *then = done.stdout.split()
    read(child, write(tmp_path, "a.jpg", encoded("JPEG")))
    status = Path(f"/proc/{child._process.pid}/status").read_text("ascii")

    # A kernel without Landlock confines nobody, and says so.
    assert then == (["refused", "0"] if able == "True" else ["0"])
    assert f"NoNewPrivs:\t{int(able == 'True')}\n" in status
