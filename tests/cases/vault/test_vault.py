"""The vault, with real age files on a real disk; only the disk that fails is made up."""

import errno
import hashlib
import os
import random
import stat
import subprocess
from collections.abc import Callable
from io import BytesIO, FileIO
from pathlib import Path

import pyrage
import pytest

from cases import disk
from cases.disk import DiskFull, DiskTrouble
from cases.errors import NetraError
from cases.vault.errors import ObjectDamaged, ObjectMissing, VaultLocked
from cases.vault.sealing import open_stream, seal_stream, seal_to
from cases.vault.vault import Vault

NOTE = b"Sampel: spanduk di pasar, keterangan saksi."


def identity() -> tuple[str, str]:
    key = pyrage.x25519.Identity.generate()
    return str(key), str(key.to_public())


@pytest.fixture
def keys() -> tuple[str, str]:
    return identity()


@pytest.fixture
def vault(tmp_path: Path, keys: tuple[str, str]) -> Vault:
    return Vault(tmp_path / "rumah", (keys[1],), keys[0])


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


def fails_at(call: int, number: int = errno.ENOSPC) -> Callable[[FileIO, bytes], int]:
    """A disk that takes half of what the given call writes, and then no more."""
    real, calls = disk.write, [0]

    def write(handle: FileIO, data: bytes) -> int:
        calls[0] += 1
        if calls[0] == call:
            real(handle, data[: len(data) // 2])
            raise OSError(number, os.strerror(number))
        return real(handle, data)

    return write


def test_an_object_is_named_by_the_hash_of_its_plaintext_and_comes_back(vault: Vault) -> None:
    name = vault.put(NOTE)

    assert name == hashlib.sha256(NOTE).hexdigest()
    assert vault.read(name) == NOTE
    assert vault.has(name)
    assert vault.verify(name)
    assert list(vault.names()) == [name]
    assert vault.ciphertext(name).parent.name == name[:2]


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_objects_of_any_size_come_back(vault: Vault, size: int) -> None:
    data = random.Random(size).randbytes(size)
    assert vault.read(vault.put(data)) == data


def test_the_same_bytes_twice_are_one_object_and_leave_the_first_in_place(vault: Vault) -> None:
    name = vault.put(NOTE)
    before = vault.ciphertext(name).read_bytes()

    assert vault.put(NOTE) == name
    assert vault.ciphertext(name).read_bytes() == before
    assert len(files(vault.folder)) == 1


def test_nothing_of_the_plaintext_is_in_any_file(vault: Vault) -> None:
    vault.put(NOTE)
    assert all(b"saksi" not in path.read_bytes() for path in files(vault.folder))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_owner_may_look(vault: Vault) -> None:
    name = vault.put(NOTE)
    assert stat.S_IMODE(vault.ciphertext(name).stat().st_mode) == 0o600
    assert stat.S_IMODE(vault.ciphertext(name).parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(vault.incoming().stat().st_mode) == 0o700


def test_two_thousand_flipped_bits_are_never_accepted(vault: Vault) -> None:
    name = vault.put(NOTE)
    path = vault.ciphertext(name)
    sealed = path.read_bytes()
    positions = random.Random(2000).choices(range(len(sealed) * 8), k=2000)

    for position in positions:
        flipped = bytearray(sealed)
        flipped[position // 8] ^= 1 << position % 8
        path.write_bytes(flipped)
        assert not vault.verify(name)
        with pytest.raises(ObjectDamaged):
            vault.read(name)


def test_no_truncation_and_no_trailing_byte_is_accepted(vault: Vault) -> None:
    name = vault.put(NOTE)
    path = vault.ciphertext(name)
    sealed = path.read_bytes()

    for length in range(len(sealed)):
        path.write_bytes(sealed[:length])
        assert not vault.verify(name)
    path.write_bytes(sealed + b"\0")
    assert not vault.verify(name)


def test_a_large_object_cut_at_a_chunk_is_not_accepted_and_its_sink_stays_empty(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cases.vault.vault.IN_MEMORY", 1000)
    name = vault.put(bytes(300_000))
    path = vault.ciphertext(name)
    sealed = path.read_bytes()
    header = len(sealed) % 65_552
    path.write_bytes(sealed[: header - 300_000 % 65_536 - 16 + 65_552 * 2])

    sink = BytesIO()
    with pytest.raises(ObjectDamaged):
        vault.stream(name, sink)
    assert sink.getvalue() == b""


def test_an_object_under_the_name_of_another_is_not_accepted(vault: Vault) -> None:
    one, other = vault.put(b"satu"), vault.put(b"dua")
    vault.ciphertext(one).write_bytes(vault.ciphertext(other).read_bytes())
    with pytest.raises(ObjectDamaged):
        vault.read(one)


def test_a_wrong_key_opens_nothing(vault: Vault) -> None:
    name = vault.put(NOTE)
    stranger = Vault(vault.folder, vault.recipients, identity()[0])
    with pytest.raises(ObjectDamaged, match="tidak disegel untuk kunci ini"):
        stranger.read(name)


def test_a_locked_vault_takes_in_but_opens_nothing(vault: Vault, keys: tuple[str, str]) -> None:
    vault.lock()
    name = vault.put(NOTE)
    for act in (vault.read, vault.verify, vault.reseal):
        with pytest.raises(VaultLocked):
            act(name)
    assert Vault(vault.folder, vault.recipients, keys[0]).read(name) == NOTE


def test_a_missing_object_is_said_to_be_missing(vault: Vault) -> None:
    absent = "0" * 64
    assert not vault.has(absent)
    assert not vault.verify(absent)
    for act in (vault.read, vault.size, vault.reseal):
        with pytest.raises(ObjectMissing):
            act(absent)
    with pytest.raises(ObjectMissing):
        vault.stream(absent, BytesIO())


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_a_name_that_is_no_hash_reaches_no_file(vault: Vault, name: str) -> None:
    with pytest.raises(ObjectMissing):
        vault.ciphertext(name)


@pytest.mark.parametrize("limit", [1 << 20, 1000])
def test_a_stream_gives_the_same_bytes_small_or_large(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr("cases.vault.vault.IN_MEMORY", limit)
    data = random.Random(7).randbytes(150_000)
    sink = BytesIO()
    assert vault.stream(vault.put(data), sink) == len(data)
    assert sink.getvalue() == data


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


def test_a_worker_seals_and_the_vault_adopts(vault: Vault) -> None:
    temp = vault.incoming() / "dari-pekerja"
    name, size = seal_to(temp, BytesIO(NOTE), vault.recipients)
    vault.adopt(temp, name)
    assert (vault.read(name), size) == (NOTE, len(NOTE))
    assert not temp.exists()


def test_a_group_is_put_in_place_with_what_is_held_or_double_in_it(vault: Vault) -> None:
    vault.put(b"sudah ada")
    sealed = []
    for data in (b"satu", b"dua", b"satu", b"sudah ada"):
        temp = vault.incoming_file()
        sealed.append((temp, seal_to(temp, BytesIO(data), vault.recipients, settle=False)[0]))
    vault.adopt_group(sealed)

    names = {hashlib.sha256(data).hexdigest() for data in (b"satu", b"dua", b"sudah ada")}
    assert set(vault.names()) == names
    assert all(vault.verify(name) for name in names)
    assert files(vault.incoming()) == set()


def test_a_good_copy_replaces_a_damaged_one_when_asked(vault: Vault) -> None:
    name = vault.put(NOTE)
    vault.ciphertext(name).write_bytes(b"rusak")
    for replace in (False, True):
        temp = vault.incoming_file()
        seal_to(temp, BytesIO(NOTE), vault.recipients)
        vault.adopt(temp, name, replace=replace)
        assert vault.verify(name) is replace


@pytest.mark.parametrize("size", [0, 40, 1_000_000])
def test_resealing_lets_the_office_open_and_keeps_the_name(
    vault: Vault, keys: tuple[str, str], size: int
) -> None:
    office, office_public = identity()
    data = random.Random(size).randbytes(size)
    name = vault.put(data)
    enrolled = Vault(vault.folder, (keys[1], office_public), keys[0])
    enrolled.reseal(name)

    assert list(enrolled.names()) == [name]
    for key in (keys[0], office):
        assert Vault(vault.folder, (), key).read(name) == data
    assert files(vault.incoming()) == set()


def test_resealing_refuses_a_damaged_object_and_leaves_it_for_the_check(vault: Vault) -> None:
    name = vault.put(bytes(300_000))
    path = vault.ciphertext(name)
    damaged = path.read_bytes()[:-1000]
    path.write_bytes(damaged)
    with pytest.raises(ObjectDamaged):
        vault.reseal(name)
    assert path.read_bytes() == damaged
    assert files(vault.incoming()) == set()


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


def test_files_that_are_no_objects_are_passed_over(vault: Vault) -> None:
    name = vault.put(NOTE)
    shelf = vault.ciphertext(name).parent
    (shelf / "catatan.age").write_bytes(b"")
    (shelf / f"{'0' * 64}.age").write_bytes(b"")
    (shelf.parent / "Thumbs.db").write_bytes(b"")
    assert list(vault.names()) == [name]


def test_an_erased_object_is_gone_and_the_others_stay(vault: Vault) -> None:
    name, other = vault.put(NOTE), vault.put(b"lain")
    vault.remove(name)
    vault.remove(name)
    assert list(vault.names()) == [other]


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


def test_many_small_objects_are_stored_together(vault: Vault) -> None:
    names = vault.put_group([b"satu", b"dua", b"satu"])

    assert [vault.read(name) for name in names] == [b"satu", b"dua", b"satu"]
    assert vault.put_group([]) == []
    assert list(vault.incoming().iterdir()) == []


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
