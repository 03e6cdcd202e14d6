"""A position is signed and whole, or there is none."""

import pytest

from tests.cases.intake.samples import JAKARTA, claims, codes, dated, jpeg, placed

ZERO = ((0, 1), (0, 1), (0, 1))


@pytest.mark.parametrize(
    ("references", "expected"),
    [
        ((b"S", b"E"), ("-6.1753917", "106.827")),
        ((b"N", b"W"), ("6.1753917", "-106.827")),
        ((b"s", b"e"), ("-6.1753917", "106.827")),
    ],
)
def test_the_hemisphere_gives_the_sign(references, expected):
    gps = claims(jpeg(placed(dated(), JAKARTA, references))).gps

    assert gps is not None
    assert (gps.lat, gps.lon) == expected


@pytest.mark.parametrize("references", [(None, b"E"), (b"S", None), (b"?", b"E"), (b"E", b"S")])
def test_a_missing_hemisphere_is_never_guessed(references):
    found = claims(jpeg(placed(dated(), JAKARTA, references)))

    assert found.gps is None
    assert "gps_no_hemisphere" in codes(found)


@pytest.mark.parametrize(
    "where",
    [
        (ZERO, ZERO),
        (((0, 0), (0, 0), (0, 0)), JAKARTA[1]),
        (((6, 1), (10, 1), (31, 0)), JAKARTA[1]),
        (((1, 0), (10, 1), (31, 1)), JAKARTA[1]),
        (((91, 1), (0, 1), (0, 1)), JAKARTA[1]),
        (JAKARTA[0], ((213, 1), (38, 1), (0, 1))),
        (JAKARTA[0], ((4294967295, 1),)),
        (JAKARTA[0], ()),
    ],
    ids=["zero", "0/0", "n/0", "infinite", "latitude", "longitude", "one value", "no longitude"],
)
def test_an_impossible_position_is_unknown_and_the_date_stays(where):
    found = claims(jpeg(placed(dated(), where)))

    assert found.gps is None
    assert found.taken.local == "2024-02-14T07:30:00"
    assert "gps_refused" in codes(found)


def test_degrees_and_minutes_alone_are_enough():
    where = ((6, 1), (105, 10)), ((106, 1), (49, 1))

    gps = claims(jpeg(placed(dated(), where))).gps

    assert gps is not None
    assert (gps.lat, gps.lon) == ("-6.175", "106.8166667")


def test_latitude_zero_is_pontianak():
    gps = claims(jpeg(placed(dated(), (ZERO, ((109, 1), (20, 1), (0, 1))), (b"N", b"E")))).gps

    assert gps is not None
    assert (gps.lat, gps.lon) == ("0.0", "109.3333333")
