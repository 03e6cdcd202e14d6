"""Keys from passphrases, keys from keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.errors import NetraError
from cases.keys import kdf
from cases.keys.kdf import Cost, WrongKey, hkdf, open_box, seal_box, stretch, subkey

CHEAP = Cost(ops=1, mem=8192)
SALT = bytes(kdf.SALT_BYTES)


def test_a_guess_costs_256_mib_and_three_passes() -> None:
    assert Cost() == Cost(ops=3, mem=256 << 20)
    assert not Cost().weak
    assert not Cost(mem=64 << 20).weak
    assert Cost(mem=(64 << 20) - 1).weak


def test_hkdf_gives_the_values_of_rfc_5869() -> None:
    one = hkdf(b"\x0b" * 22, bytes(range(13)), bytes(range(0xF0, 0xFA)), 42)
    assert one.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )
    three = hkdf(b"\x0b" * 22, b"", b"", 42)
    assert three.hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


def test_each_purpose_has_a_key_of_its_own() -> None:
    purposes = ("db", "age", "office", "index", "vault.json")
    assert len({subkey(b"k" * 32, purpose) for purpose in purposes}) == len(purposes)


def test_the_same_letters_typed_in_two_ways_are_one_passphrase() -> None:
    assert stretch("re\u0301sum\u00e9", SALT, CHEAP) == stretch("r\u00e9sume\u0301", SALT, CHEAP)
    assert stretch("sandi", SALT, CHEAP) != stretch("Sandi", SALT, CHEAP)


def test_a_laptop_without_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr("nacl.pwhash.argon2id.kdf", fail)
    with pytest.raises(NetraError, match="256 MiB") as caught:
        stretch("sandi", SALT, Cost())
    assert caught.value.code == "no-memory"


@pytest.mark.parametrize("passphrase", ["", "pendek", "       ", " tujuh  "])
def test_a_passphrase_too_short_is_refused(passphrase: str) -> None:
    with pytest.raises(NetraError) as caught:
        kdf.check_passphrase(passphrase)
    assert caught.value.code == "weak-passphrase"


@given(st.binary(min_size=32, max_size=32), st.binary())
def test_a_box_opens_with_its_key_for_its_purpose_only(key: bytes, plain: bytes) -> None:
    box = seal_box(key, "seed a", plain)
    assert open_box(key, "seed a", box) == plain
    with pytest.raises(WrongKey):
        open_box(key, "seed b", box)
    with pytest.raises(WrongKey):
        open_box(bytes(byte ^ 1 for byte in key), "seed a", box)


@given(st.text())
def test_what_is_no_box_does_not_open(text: str) -> None:
    with pytest.raises(WrongKey):
        open_box(bytes(32), "apa saja", text)
