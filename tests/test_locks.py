"""Lock files hold versions and hashes, and neither index nor address."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_address(lock):
    text = lock.read_text("utf-8")

    assert "://" not in text
    assert not re.search(r"^\s*--(index|extra-index|find-links|trusted)", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_of_a_lock_is_pinned_and_hashed(lock):
    blocks = re.split(r"^(?=[a-z0-9])", lock.read_text("utf-8"), flags=re.MULTILINE)
    packages = [block for block in blocks if "==" in block.split("\n", 1)[0]]

    assert len(packages) > 20
    assert [block.split("\n", 1)[0] for block in packages if "--hash=sha256:" not in block] == []


def test_development_uses_what_the_program_ships():
    runtime, dev = (
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / "requirements" / name).read_text(), re.M))
        for name in ("runtime.lock", "dev.lock")
    )

    assert {name: dev.get(name) for name in runtime} == runtime
