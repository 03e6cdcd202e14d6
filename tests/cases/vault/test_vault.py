"""The vault, with real age files on a real disk; only the disk that fails is made up."""

import hashlib
import os
import random
import stat
from io import BytesIO

import pytest

from cases.vault.errors import ObjectDamaged, ObjectMissing, VaultLocked
from cases.vault.vault import Vault
from tests.cases.vault.disks import NOTE, files, identity


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
