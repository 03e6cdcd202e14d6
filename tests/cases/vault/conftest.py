"""A vault with real age files on a real disk."""

from pathlib import Path

import pytest

from cases.vault.vault import Vault
from tests.cases.vault.disks import identity


@pytest.fixture
def keys() -> tuple[str, str]:
    return identity()


@pytest.fixture
def vault(tmp_path: Path, keys: tuple[str, str]) -> Vault:
    return Vault(tmp_path / "rumah", (keys[1],), keys[0])
