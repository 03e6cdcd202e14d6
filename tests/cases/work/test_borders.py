import pytest
from hypothesis import given
from hypothesis import strategies as some

from cases.work.borders import BadBorder, apart_km, contains, decode, distance_km, encode
from tests.cases.work.region_sample import LAKE, WEST

steps = some.integers(-1_800_000, 1_800_000).map(lambda number: number / 10_000)
rings = some.lists(some.lists(some.tuples(steps, steps), max_size=6), max_size=4)


@given(rings)
def test_a_border_comes_back_as_it_was_written(border):
    assert decode(encode(border)) == border


@given(some.binary(max_size=200))
def test_bytes_are_a_border_or_refused_never_anything_else(data):
    try:
        border = decode(data)
    except BadBorder:
        return
    assert decode(encode(border)) == border


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x02",
        b"\x02\x06\x00",
        b"\x80",
        b"\xff" * 12,
        b"\xfe\xff\xff\xff\x0f",
        encode([WEST]) + b"\x00",
        encode([WEST])[:-1],
        b"\x01",
    ],
)
def test_a_damaged_border_is_refused(data):
    with pytest.raises(BadBorder):
        decode(data)


def test_a_lake_is_not_inside():
    assert contains([WEST, LAKE], -10.12, 123.62)
    assert not contains([WEST, LAKE], -10.16, 123.64)
    assert not contains([WEST], -10.12, 123.72)
    assert not contains([], 0, 0)


def test_distances_are_in_kilometres():
    assert distance_km([WEST], -10.15, 123.65) == pytest.approx(5.48, abs=0.1)
    assert distance_km([WEST], -10.15, 123.704) == pytest.approx(0.438, abs=0.01)
    assert distance_km([[(123.0, -10.0)]], -10.0, 123.0) == 0
    assert apart_km((-10, 123), (-11, 123)) == pytest.approx(111.3, abs=0.5)
