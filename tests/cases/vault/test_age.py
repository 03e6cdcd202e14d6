"""What Netra seals is plain age: other programs open it."""

import subprocess
from io import BytesIO
from pathlib import Path

import pyrage
import pytest

from cases.vault.sealing import seal_stream
from tests.cases.vault.disks import NOTE, identity


@pytest.fixture
def sealed_file(tmp_path: Path, keys: tuple[str, str]) -> tuple[Path, Path]:
    key_file, sealed = tmp_path / "kunci.txt", tmp_path / "catatan.age"
    key_file.write_text(keys[0] + "\n", "ascii")
    sink = BytesIO()
    seal_stream(BytesIO(NOTE), sink, [keys[1], identity()[1]])
    sealed.write_bytes(sink.getvalue())
    return key_file, sealed


@pytest.mark.needs_peer
def test_plain_age_opens_what_we_seal(sealed_file: tuple[Path, Path]) -> None:
    key_file, sealed = sealed_file
    opened = subprocess.run(
        ["age", "-d", "-i", str(key_file), str(sealed)], capture_output=True, check=True
    )
    assert opened.stdout == NOTE


def test_pyrage_opens_what_we_seal(sealed_file: tuple[Path, Path], keys: tuple[str, str]) -> None:
    key = pyrage.x25519.Identity.from_str(keys[0])
    assert pyrage.decrypt(sealed_file[1].read_bytes(), [key]) == NOTE
