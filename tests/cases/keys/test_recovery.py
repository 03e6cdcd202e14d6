"""The recovery code: typed from paper by somebody in a hurry."""

import random
from io import BytesIO

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.errors import NetraError
from cases.keys import bech32, recovery
from cases.keys.entries import recovery_recipient
from cases.keys.recovery import RecoveryCode

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
codes = st.binary(min_size=20, max_size=20).map(RecoveryCode)


@given(codes)
def test_a_code_comes_back_however_it_is_typed(code: RecoveryCode) -> None:
    assert len(code.groups) == 9
    assert set("".join(code.groups)) <= set(LETTERS)
    for typed in (
        code.text,
        code.text.lower(),
        code.text.replace("-", ""),
        code.text.replace("-", " "),
        code.text.replace("0", "O").replace("1", "l"),
        code.text.replace("0", "o").replace("1", "I").replace("-", " \u2013 "),
        f"  {code.text}\n",
    ):
        assert recovery.parse(typed).secret == code.secret


@given(codes, st.data())
def test_one_or_two_wrong_letters_are_always_found(
    code: RecoveryCode, data: st.DataObject
) -> None:
    letters = list(code.text.replace("-", ""))
    places = data.draw(st.lists(st.integers(0, 35), min_size=1, max_size=2, unique=True))
    for place in places:
        others = [letter for letter in LETTERS if letter != letters[place]]
        letters[place] = data.draw(st.sampled_from(others))
    with pytest.raises(NetraError) as caught:
        recovery.parse("".join(letters))
    assert caught.value.code == "wrong-recovery-code"


def test_every_single_wrong_letter_of_a_code_is_found() -> None:
    letters = RecoveryCode(random.Random(36).randbytes(20)).text.replace("-", "")
    for place, right in enumerate(letters):
        for wrong in LETTERS.replace(right, ""):
            with pytest.raises(NetraError):
                recovery.parse(letters[:place] + wrong + letters[place + 1 :])


@given(codes, st.integers(0, 35), st.integers(0, 35))
def test_two_swapped_letters_are_always_found(code: RecoveryCode, one: int, other: int) -> None:
    letters = list(code.text.replace("-", ""))
    letters[one], letters[other] = letters[other], letters[one]
    swapped = "".join(letters)
    if swapped != code.text.replace("-", ""):
        with pytest.raises(NetraError):
            recovery.parse(swapped)


@given(st.text())
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(NetraError, match="sembilan kelompok"):
        recovery.parse(text)


@pytest.mark.parametrize("length", [0, 35, 37])
def test_a_code_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(NetraError):
        recovery.parse("0" * length)


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        (bytes(20), "0000-0000-0000-0000-0000-0000-0000-0000-4NYF"),
        (b"\xff" * 20, "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-P53W"),
    ],
)
def test_codes_on_paper_stay_readable_for_ever(secret: bytes, text: str) -> None:
    assert RecoveryCode(secret).text == text
    assert recovery.parse(text).secret == secret


def test_new_codes_differ_and_do_not_show_in_logs() -> None:
    one, other = recovery.new(), recovery.new()
    assert one != other
    assert one.text not in repr(one)
    assert one.secret.hex() not in repr(one)


def test_the_code_of_an_office_opens_what_is_sealed_to_its_escrow() -> None:
    code = recovery.new()
    identity = recovery.age_identity(code)
    assert identity.startswith("AGE-SECRET-KEY-1")
    recipient = pyrage.x25519.Recipient.from_str(recovery_recipient(code))
    sealed = BytesIO()
    pyrage.encrypt_io(BytesIO(b"isi"), sealed, [recipient])
    again = recovery.age_identity(recovery.parse(code.text))
    assert pyrage.decrypt(sealed.getvalue(), [pyrage.x25519.Identity.from_str(again)]) == b"isi"


@given(st.binary(min_size=32, max_size=32))
def test_identities_are_written_as_age_writes_them(secret: bytes) -> None:
    text = bech32.encode("age-secret-key-", secret).upper()
    assert str(pyrage.x25519.Identity.from_str(text)) == text
