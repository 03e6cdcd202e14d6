"""A disk that is full or fails, or the power gone: old objects stay whole, none is half there."""

import errno
import hashlib
import random
from io import BytesIO

import pytest

from cases import disk
from cases.disk import DiskFull, DiskTrouble
from cases.errors import NetraError
from cases.vault.sealing import open_stream
from cases.vault.vault import Vault
from tests.cases.vault.disks import NOTE, fails_at, files


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EIO, "disk-trouble")]
)
def test_a_full_or_failing_disk_leaves_no_half_object_whichever_write_it_hits(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    held = vault.put(b"yang lama")
    data, call = bytes(200_000), 0
    while not vault.has(hashlib.sha256(data).hexdigest()):
        call += 1
        with monkeypatch.context() as broken:
            broken.setattr(disk, "write", fails_at(call, number))
            if call <= 5:
                with pytest.raises(NetraError) as caught:
                    vault.put(data)
                assert caught.value.code == code
                assert files(vault.folder) == {vault.ciphertext(held)}
            else:
                vault.put(data)
    assert call == 6, "the header, three full chunks and the last one each fail once"
    assert vault.verify(held)


def test_a_failing_source_is_no_damage_of_the_vault(vault: Vault) -> None:
    class Pulled(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(errno.ENODEV, "gone")

    with pytest.raises(DiskTrouble):
        vault.put_stream(Pulled())
    assert files(vault.folder) == set()


def test_a_failing_sink_is_no_damage_of_the_object(vault: Vault) -> None:
    class Full(BytesIO):
        def write(self, data: object, /) -> int:
            raise OSError(errno.ENOSPC, "full")

    name = vault.put(NOTE)
    with pytest.raises(OSError, match="full"):
        vault.stream(name, Full())
    with vault.ciphertext(name).open("rb") as source, pytest.raises(OSError, match="full"):
        open_stream(source, Full(), str(vault._identity))
    assert vault.verify(name)


def test_a_crash_leaves_files_in_incoming_only_and_they_are_removed(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    monkeypatch.setattr(disk, "place", cut)
    with pytest.raises(PowerCut):
        vault.put(NOTE)
    assert list(vault.names()) == []
    left = files(vault.folder)
    assert {path.parent for path in left} == {vault.incoming()}

    assert vault.remove_stale_incoming() == 0, "this process may still be writing it"
    monkeypatch.setattr("cases.vault.vault._being_written", set())
    assert vault.remove_stale_incoming() == 1
    assert files(vault.folder) == set()


def test_resealing_on_a_full_disk_keeps_the_old_ciphertext(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = vault.put(random.Random(1).randbytes(1_000_000))
    before = vault.ciphertext(name).read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(disk, "write", fails_at(3))
        with pytest.raises(DiskFull):
            vault.reseal(name)
    assert vault.ciphertext(name).read_bytes() == before
    assert vault.verify(name)


def test_a_full_disk_leaves_nothing_of_a_group_behind(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(disk, "settle_file", full)
    with pytest.raises(disk.DiskFull):
        vault.put_group([b"satu", b"dua"])

    assert list(vault.names()) == []
    assert list(vault.incoming().iterdir()) == []
