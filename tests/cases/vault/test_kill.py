"""A process that is killed while it stores: what it reported is there, nothing else is."""

import random
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from cases.vault.vault import Vault

ROOT = Path(__file__).resolve().parents[3]
WRITER = """
import random, sys
from pathlib import Path
from cases.vault.vault import Vault
vault = Vault(Path(sys.argv[1]), (sys.argv[2],), None)
rolls = random.Random(int(sys.argv[3]))
while True:
    print(vault.put(rolls.randbytes(rolls.randrange(300_000))), flush=True)
"""


@pytest.mark.parametrize("turn", range(10))
def test_an_object_reported_as_stored_survives_a_kill(tmp_path: Path, turn: int) -> None:
    identity = pyrage.x25519.Identity.generate()
    recipient = str(identity.to_public())
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path), recipient, str(turn)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        count = random.Random(turn).randrange(1, 40)
        lines = [writer.stdout.readline() for _ in range(count)]
        writer.kill()
        lines += writer.stdout
    reported = [line.strip() for line in lines if line.endswith("\n")]

    vault = Vault(tmp_path, (recipient,), str(identity))
    assert set(reported) <= set(vault.names())
    assert all(vault.verify(name) for name in vault.names())
    vault.remove_stale_incoming()
    stored = {vault.ciphertext(name) for name in vault.names()}
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == stored
