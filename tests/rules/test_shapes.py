"""What a fault of a table may name: the keys or values that are allowed at its place."""

from typing import Annotated, Literal

import msgspec

from rules.shapes import allowed_at, detail_of


class Leg(msgspec.Struct):
    colour: Annotated[Literal["red", "blue"], msgspec.Meta(title="paint")]
    length: Annotated[int, msgspec.Meta(ge=1)] = 1


class Chair(msgspec.Struct):
    legs: tuple[Leg, ...]
    by_name: dict[str, Leg] = {}
    back: Leg | None = None
    odd: int | str = 0


def test_the_place_of_a_fault_says_what_is_allowed() -> None:
    assert allowed_at(Chair, "$") == ("legs", "by_name", "back", "odd")
    assert allowed_at(Chair, "$.legs[3]") == ("colour", "length")
    assert allowed_at(Chair, "$.legs[0].colour") == ("blue", "red")
    assert allowed_at(Chair, "$.by_name.front.colour") == ("blue", "red")
    assert allowed_at(Chair, "$.by_name[...].colour") == ("blue", "red")
    assert allowed_at(Chair, "$.back.colour") == ("blue", "red")


def test_a_place_without_a_list_names_nothing() -> None:
    assert allowed_at(Chair, "$.legs[0].length") == ()
    assert allowed_at(Chair, "$.odd") == ()
    assert allowed_at(Chair, "$.arms") == ()
    assert allowed_at(Chair, "$.odd.colour") == ()
    assert allowed_at(Chair, "$.odd[0]") == ()


def test_a_message_is_taken_apart() -> None:
    whole = msgspec.ValidationError("Invalid enum value 'green' - at `$.legs[0].colour`")
    assert detail_of(whole) == ("Invalid enum value 'green'", "green", "$.legs[0].colour")
    assert detail_of(msgspec.ValidationError("Expected `int`, got `str`"))[2] == "$"
