import re
from typing import Any

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from cases import clock
from cases.journal import event
from cases.journal.event import BadLine, canonical, compose, read_strictly

scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abcXYZ_09"), inner),
)
FIELDS: dict[str, Any] = {
    "dev": "a" * 64,
    "case": None,
    "seq": 1,
    "prev": event.GENESIS,
    "lam": 1,
    "type": "key.started",
    "class": "content",
    "body": {"name": "Contoh"},
    "saw": [],
    "obj": [],
}


def line_with(**changes) -> bytes:
    return compose({**FIELDS, **changes}, clock.now())[0]


@given(values)
def test_canonical_form_equals_the_reference_library(value):
    try:
        expected = rfc8785.dumps(value)
    except rfc8785.CanonicalizationError:  # lone surrogates have no UTF-8
        with pytest.raises(UnicodeEncodeError):
            canonical(value)
    else:
        assert canonical(value) == expected


@pytest.mark.parametrize("value", [1.5, {"a": [0.1]}, 2**53, -(2**53), {"é": 1}, {1: 2}])
def test_what_has_no_one_form_is_refused(value):
    with pytest.raises(ValueError, match=r"float|2\^53|ASCII"):
        canonical(value)


def test_a_line_of_ours_reads_back_strictly():
    line = line_with()

    assert read_strictly(line).body == {"name": "Contoh"}
    assert read_strictly(line) == event.read(line)


def test_unknown_keys_are_kept_in_the_line_and_do_no_harm():
    line = canonical({**msgspec.json.decode(line_with()), "zukunft": 1})

    assert read_strictly(line).seq == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"seq": 0},
        {"lam": 0},
        {"lam": event.MAX_LAMPORT + 1},
        {"dev": "A" * 64},
        {"dev": "a" * 63},
        {"case": "x" * 32},
        {"case": ""},
        {"prev": "0"},
    ],
)
def test_a_line_out_of_range_is_refused(changes):
    with pytest.raises(BadLine):
        read_strictly(line_with(**changes))


@pytest.mark.parametrize(
    "wall", ["", "kemarin", "2024-02-03T02:42:00Z", "2024-02-03T02:42:00.000Z\\n", "2024-02-03"]
)
def test_a_line_whose_moment_has_another_form_is_refused(wall):
    moment = b'"wall":"%s"' % wall.encode()
    line = re.sub(rb'"wall":"[^"]*"', moment.replace(b"\\", b"\\\\"), line_with())
    with pytest.raises(BadLine):
        read_strictly(line)


def test_a_line_nested_without_end_is_refused_before_it_exhausts_the_stack():
    flat = line_with(body={"a": [[1]]})
    for depth in (40, 400, 900):
        with pytest.raises(BadLine):
            read_strictly(flat.replace(b"[[1]]", b"[" * depth + b"]" * depth))
    assert read_strictly(flat.replace(b"[[1]]", b"[" * 20 + b"]" * 20)).seq == 1


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        line_with() + b" ",
        line_with().replace(b'"seq":1', b'"seq":1.0'),
        line_with().replace(b'"seq":1', b'"seq":01'),
        line_with().replace(b'"class":"content"', b'"class":"other"'),
        line_with().replace(b'"lam":1', b'"lam":NaN'),
        b"{" + b'"a":1,' * 300_000 + b"}",
    ],
)
def test_what_is_no_line_is_refused_with_a_sentence(line):
    with pytest.raises(BadLine) as caught:
        read_strictly(line)

    assert caught.value.code == "bad-line"


def test_order_is_lamport_key_case_sequence():
    early = event.read(line_with(lam=1, dev="b" * 64))
    late = event.read(line_with(lam=2))

    assert early.order < late.order
    assert early.scope == ""
