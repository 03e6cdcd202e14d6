"""The list a district publishes."""

import hashlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.keys import sshsig
from cases.keys.signers import BadList, allowed_signers, list_fingerprint, parse_allowed_signers

ANI, BUDI = (sshsig.dev_of_seed(bytes([number]) * 32) for number in (1, 2))
LIST = allowed_signers(
    [("contoh-ani", ANI, ["netra-case-v1", "netra-head-v1"]), ("budi", BUDI, ["netra-case-v1"])]
)


def test_a_list_comes_back() -> None:
    assert parse_allowed_signers(LIST) == {ANI: "contoh-ani", BUDI: "budi"}


def test_only_keys_for_the_asked_purpose_count() -> None:
    assert parse_allowed_signers(LIST, "netra-head-v1") == {ANI: "contoh-ani"}
    bare = f"siapa {sshsig.public_line(ANI)}"
    assert parse_allowed_signers(bare, "netra-head-v1") == {ANI: "siapa"}


def test_notes_blank_lines_other_keys_and_windows_line_ends_do_no_harm() -> None:
    text = f"# terbitan contoh\r\n\r\nlain ssh-rsa AAAAB3Nza lain\r\n{LIST}"
    assert parse_allowed_signers(text.replace("\n", "\r\n")) == {ANI: "contoh-ani", BUDI: "budi"}


def test_the_first_name_of_a_key_counts() -> None:
    assert parse_allowed_signers(LIST + LIST.replace("contoh-ani", "lain"))[ANI] == "contoh-ani"


@pytest.mark.parametrize(
    "line",
    [
        f'ani valid-before="20250101" {sshsig.public_line(ANI)}',
        f"* cert-authority {sshsig.public_line(ANI)}",
        f'ani namespaces="a" valid-after="20250101" {sshsig.public_line(ANI)}',
        sshsig.public_line(ANI),
        f"ani {sshsig.public_line(ANI)[:-4]}",
        "ani",
        "\u0000",
    ],
)
def test_a_line_that_cannot_be_obeyed_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(BadList, match="Baris 3 "):
        parse_allowed_signers(LIST + line)


@given(st.text())
def test_hostile_text_is_refused_in_words_or_holds_no_key(text: str) -> None:
    with suppress(BadList):
        assert parse_allowed_signers(text) == {}


def test_a_list_of_absurd_size_is_refused() -> None:
    with pytest.raises(BadList):
        parse_allowed_signers("#" * ((1 << 20) + 1))


@pytest.mark.parametrize(
    "name", ["", "*", "!ani", "a,b", "a b", "ani\nbudi", "#ani", 'a"b', "Ani"]
)
def test_a_principal_that_would_match_more_than_itself_is_never_written(name: str) -> None:
    with pytest.raises(ValueError, match="something else"):
        allowed_signers([(name, ANI, ["netra-case-v1"])])


def test_the_fingerprint_is_what_sha256sum_begins_with() -> None:
    digits = list_fingerprint(LIST).split()
    assert [len(group) for group in digits] == [4, 4, 4, 4]
    assert hashlib.sha256(LIST.encode()).hexdigest().startswith("".join(digits))
