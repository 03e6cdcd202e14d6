import io

import pytest

from cases.journal.event import GENESIS, MAX_LINE
from cases.sealed.chain import Chain, check_signature, lines
from cases.sealed.heads import parse_head
from cases.sealed.refusal import Refused
from tests.cases.sealed.samples import (
    CASE,
    DEV,
    OTHER_SEED,
    SEED,
    chain,
    head_of,
    head_signature,
    line,
    sha256,
)

FILE = f"data/journal/{DEV}.jsonl"


def follow(*stream: bytes) -> Chain:
    checked = Chain(CASE, DEV, FILE)
    for text in stream:
        checked.follow(text)
    return checked


def test_a_stream_ends_where_its_last_line_stands():
    stream = chain()
    head = follow(*stream).end()
    assert head == head_of(stream)
    assert parse_head(str(head)) == head
    assert parse_head("x") is None


FIRST = line(1, GENESIS)
SECOND = line(2, sha256(FIRST))


@pytest.mark.parametrize(
    "stream",
    [
        [SECOND],
        [FIRST, FIRST],
        [FIRST, line(3, sha256(FIRST))],
        [FIRST, line(2, GENESIS)],
        [FIRST, line(2, sha256(FIRST), lam=1)],
        [line(1, GENESIS, OTHER_SEED)],
        [line(1, GENESIS, case="f" * 32)],
        [line(1, GENESIS, case=None)],
        [line(1, "1" * 64)],
    ],
    ids=[
        "no first line",
        "a line twice",
        "a gap",
        "another predecessor",
        "time runs back",
        "another key",
        "another case",
        "the key's own stream",
        "a start with a predecessor",
    ],
)
def test_a_line_that_is_not_the_next_one_breaks_the_chain(stream):
    with pytest.raises(Refused) as caught:
        follow(*stream)
    assert (caught.value.code, caught.value.file) == ("chain-broken", FILE)


@pytest.mark.parametrize(
    "text", [b"", b"{}", b"[" * 100_000, b"\xff", FIRST + b" ", FIRST.replace(b":", b": ", 1)]
)
def test_a_line_that_is_not_canonical_is_refused(text):
    with pytest.raises(Refused) as caught:
        follow(text)
    assert caught.value.code == "bad-line"


def test_an_empty_stream_is_refused():
    with pytest.raises(Refused):
        follow().end()


def test_lines_are_split_at_newlines_only():
    assert list(lines(io.BytesIO(b"a\r\nb\x0b\n\n"), FILE)) == [b"a\r", b"b\x0b", b""]
    assert list(lines(io.BytesIO(b""), FILE)) == []


@pytest.mark.parametrize("data", [b"a\nb", b"x" * (MAX_LINE + 300_000)])
def test_a_line_without_an_end_is_refused(data):
    with pytest.raises(Refused):
        list(lines(io.BytesIO(data), FILE))


def test_the_signature_of_a_head_is_that_of_its_key_over_this_case():
    head = head_of(chain())
    armour = head_signature(head)
    assert check_signature(CASE, head, armour, FILE).encode() == armour
    for wrong in (
        b"",
        b"\xff",
        head_signature(head, OTHER_SEED),
        head_signature(head, SEED, "f" * 32),
        head_signature(head_of(chain(count=2))),
    ):
        with pytest.raises(Refused) as caught:
            check_signature(CASE, head, wrong, FILE)
        assert caught.value.code == "bad-head-signature"
