"""Ciphertexts get their places: new ones, held ones, damaged ones, groups; and are sealed anew."""

import errno
import hashlib
import random
from io import BytesIO

import pytest

from cases.vault.errors import ObjectDamaged
from cases.vault.sealing import seal_to
from cases.vault.vault import Vault
from tests.cases.vault.disks import NOTE, files, identity


def test_the_same_bytes_twice_are_one_object_and_leave_the_first_in_place(vault: Vault) -> None:
    name = vault.put(NOTE)
    before = vault.ciphertext(name).read_bytes()

    assert vault.put(NOTE) == name
    assert vault.ciphertext(name).read_bytes() == before
    assert len(files(vault.folder)) == 1


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


def damage(vault: Vault, name: str) -> None:
    path = vault.ciphertext(name)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def bring(vault: Vault, how: str) -> None:
    """Bring the note once more, by one of the doors."""
    if how == "put":
        vault.put(NOTE)
    elif how == "put_group":
        vault.put_group([NOTE, NOTE])
    else:
        temp = vault.incoming_file()
        vault.adopt(temp, seal_to(temp, BytesIO(NOTE), vault.recipients)[0])


@pytest.mark.parametrize("how", ["put", "put_group", "adopt"])
def test_bytes_that_are_brought_again_mend_a_damaged_object(vault: Vault, how: str) -> None:
    name = vault.put(NOTE)
    damage(vault, name)
    assert not vault.verify(name)

    bring(vault, how)

    assert vault.read(name) == NOTE
    assert files(vault.folder) == {vault.ciphertext(name)}


def test_an_object_on_a_bad_sector_is_mended_too(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = vault.put(NOTE)
    before = vault.ciphertext(name).read_bytes()

    def unreadable(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr("cases.vault.vault.open_stream", unreadable)
        assert not vault.verify(name)
        vault.put(NOTE)

    assert vault.ciphertext(name).read_bytes() != before
    assert vault.read(name) == NOTE


def test_a_locked_vault_keeps_what_it_cannot_look_into(
    vault: Vault, keys: tuple[str, str]
) -> None:
    name = vault.put(NOTE)
    damage(vault, name)
    before = vault.ciphertext(name).read_bytes()

    Vault(vault.folder, (keys[1],), None).put(NOTE)

    assert vault.ciphertext(name).read_bytes() == before


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


def test_many_small_objects_are_stored_together(vault: Vault) -> None:
    names = vault.put_group([b"satu", b"dua", b"satu"])

    assert [vault.read(name) for name in names] == [b"satu", b"dua", b"satu"]
    assert vault.put_group([]) == []
    assert list(vault.incoming().iterdir()) == []
