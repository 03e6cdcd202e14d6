"""Operations on a picture: what is outside, too much, or no operation is refused in a sentence."""

import pytest

from cases.errors import NetraError
from cases.work.operations import LONGEST, MOST, Blur, parse_operations, plain_operations

BOX = {"op": "blur", "x": 0, "y": 0, "w": 1000, "h": 1000}
ARROW = {"op": "arrow", "x1": 0, "y1": 0, "x2": 1000, "y2": 1000}
TEXT = {"op": "text", "x": 0, "y": 0, "text": "ini"}


def test_operations_come_as_structs_or_as_plain_objects():
    assert parse_operations([BOX]) == parse_operations([Blur(0, 0, 1000, 1000)])
    assert plain_operations(parse_operations([BOX, ARROW, TEXT])) == [BOX, ARROW, TEXT]


@pytest.mark.parametrize(
    "operations",
    [
        [],
        [BOX] * (MOST + 1),
        [BOX] * 10_000,
        [BOX | {"x": -1}],
        [BOX | {"x": 1}],
        [BOX | {"w": 0}],
        [BOX | {"y": 999, "h": 2}],
        [BOX | {"x": 10**30}],
        [BOX | {"x": 0.5}],
        [BOX | {"x": "0"}],
        [BOX | {"x": True}],
        [BOX | {"radius": 3}],
        [BOX | {"op": "erase"}],
        [{"x": 0}],
        [BOX | {"op": "crop"}] * 2,
        [ARROW | {"x2": 0, "y2": 0}],
        [ARROW | {"x1": 1001}],
        [TEXT | {"text": " "}],
        [TEXT | {"text": "a" * (LONGEST + 1)}],
        [TEXT | {"text": "a" * 10_000_000}],
        [TEXT | {"text": "dua\nbaris"}],
        [TEXT | {"text": "\u202eterbalik"}],
        [TEXT | {"y": 1001}],
        [1],
        ["blur"],
        [None],
        [object()],
    ],
)
def test_what_cannot_be_done_is_refused(operations):
    with pytest.raises(NetraError) as caught:
        parse_operations(operations)

    assert caught.value.code == "bad-operations"
    assert len(str(caught.value)) < 600
