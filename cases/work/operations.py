"""
What may be done to the picture of an exhibit to derive a copy: crop, cover, point, frame, write.

Numbers are per mille of the whole upright picture, so that window, command line and journal say
the same whatever the size. Pure: nothing here draws.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from cases.errors import NetraError
from cases.language import tr

MOST = 100
LONGEST = 120
_WHOLE = 1000


class _Box(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    x: int
    y: int
    w: int
    h: int

    @property
    def fits(self) -> bool:
        """Whether it lies inside the picture and is not empty."""
        return (
            min(self.x, self.y) >= 0
            and min(self.w, self.h) > 0
            and max(self.x + self.w, self.y + self.h) <= _WHOLE
        )


class Crop(_Box, frozen=True, tag_field="op", tag="crop"):
    """Only this part stays."""


class Blur(_Box, frozen=True, tag_field="op", tag="blur"):
    """This part is covered for good."""


class Rectangle(_Box, frozen=True, tag_field="op", tag="rectangle"):
    """A frame around a part."""


class Arrow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="op", tag="arrow"):
    """An arrow from the first point to the second."""

    x1: int
    y1: int
    x2: int
    y2: int

    @property
    def fits(self) -> bool:
        """Whether both ends lie inside the picture and differ."""
        ends = (self.x1, self.y1, self.x2, self.y2)
        return min(ends) >= 0 and max(ends) <= _WHOLE and ends[:2] != ends[2:]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="op", tag="text"):
    """A line of text that begins at this point."""

    x: int
    y: int
    text: str

    @property
    def fits(self) -> bool:
        """Whether it begins inside the picture and is one short printable line."""
        inside = min(self.x, self.y) >= 0 and max(self.x, self.y) <= _WHOLE
        return inside and 0 < len(self.text.strip()) <= LONGEST and self.text.isprintable()


Operation = Crop | Blur | Rectangle | Arrow | Words


def parse_operations(given: Sequence[Any]) -> tuple[Operation, ...]:
    """Check operations, as structs or as plain objects (`{"op": "crop", …}`)."""
    if not 0 < len(given) <= MOST:
        raise NetraError(
            tr("Salinan memerlukan satu sampai {n} langkah.", n=MOST),
            tr("Potong, tutup, tunjuk, bingkai, atau tulis sesuatu pada gambar."),
            code="bad-operations",
        )
    try:
        plain = msgspec.to_builtins(list(given))
        operations = msgspec.convert(plain, tuple[Operation, ...])
    except (msgspec.ValidationError, TypeError, RecursionError) as error:
        raise _refused(str(error)) from error
    for operation in operations:
        if not operation.fits:
            raise _refused(str(msgspec.to_builtins(operation))[:160])
    if sum(isinstance(one, Crop) for one in operations) > 1:
        raise _refused("crop")
    return operations


def plain_operations(operations: Sequence[Operation]) -> list[dict[str, Any]]:
    """Give operations as an event holds them."""
    plain: list[dict[str, Any]] = msgspec.to_builtins(list(operations))
    return plain


def _refused(what: str) -> NetraError:
    return NetraError(
        tr("Langkah ini tidak dapat dikerjakan pada gambar: {langkah}.", langkah=what),
        tr(
            "Ukuran dihitung 0 sampai 1000 dari gambar utuh, pemotongan paling banyak satu kali, "
            "dan tulisan paling panjang {n} huruf dalam satu baris.",
            n=LONGEST,
        ),
        code="bad-operations",
    )
