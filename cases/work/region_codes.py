"""
Codes and names of regions that ship with the program: provinces, regencies, districts.

A code is written with dots, `53.01.06`, a village as `53.01.06.2001`; what lies above a region is
the beginning of its code.
"""

import re
from functools import cache

from cases.errors import NetraError
from cases.language import tr
from cases.resources import resource

CODE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?")


@cache
def names() -> dict[str, str]:
    """Read the list: code -> name."""
    text = resource("regions", "codes.csv").read_text("utf-8")
    rows = (line.partition(",") for line in text.splitlines())
    return {code: name for code, _, name in rows}


def name_of(code: str) -> str:
    """Give a region with what it lies in: `Oebobo, Kota Kupang, …`; empty where not known."""
    return ", ".join(chain_of(code, names()))


def chain_of(code: str, known: dict[str, str]) -> tuple[str, ...]:
    """Give the names of a region and of what it lies in, the smallest first."""
    if code not in known:
        return ()
    above = [code[:end] for end in range(len(code), 0, -3)]
    return tuple(known[part] for part in above if part in known)


def dotted(code: str) -> str:
    """Put dots into a code that was written without them."""
    plain = code.strip()
    if plain.isdecimal() and len(plain) in (4, 6):
        plain = ".".join(plain[at : at + 2] for at in range(0, len(plain), 2))
    return plain


def within(code: str, region: str) -> bool:
    """Tell whether a region lies in another one, or is the same."""
    return f"{dotted(code)}.".startswith(f"{dotted(region)}.")


def checked(code: str) -> str:
    """Give a code with dots; `530106` is read as well. Anything else is refused."""
    plain = dotted(code)
    if not CODE.fullmatch(plain):
        raise NetraError(
            tr("“{code}” bukan kode wilayah.", code=code),
            tr("Tulis kode seperti 53, 53.01 atau 53.01.06."),
            code="bad-region-code",
        )
    return plain
