"""
`bag-info.txt`: what a case file says of itself.

One `Label: value` a line, never folded. Labels that this version does not know are passed over,
so that a later minor version may add some.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cases.language import tr
from cases.sealed.heads import Head, parse_head
from cases.sealed.names import INFO
from cases.sealed.refusal import Refused, Unsure

FORMAT = "1.0"
READS = 1
"""The major version of the format that this program reads."""
_LINE = re.compile(r"([A-Za-z][A-Za-z-]*): (\S.*)")
_VERSION = re.compile(r"([0-9]{1,4})\.[0-9]{1,4}")
_OXUM = re.compile(r"([0-9]{1,15})\.([0-9]{1,6})")
_LEFT_OUT = re.compile(r"([0-9a-f]{64}) ([a-z]+)")
_HEX = {32: re.compile(r"[0-9a-f]{32}"), 64: re.compile(r"[0-9a-f]{64}")}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An object that events name and the file does not hold."""

    sha256: str
    why: str
    """`identity` (sealed without identities), `absent` or `damaged` (in the sender's home)."""


@dataclass(frozen=True, slots=True)
class Info:
    """What stands in `bag-info.txt`."""

    organization: str
    identifier: str
    date: str
    case: str
    dev: str
    heads: tuple[Head, ...]
    recipients: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    octets: int
    count: int

    def encode(self) -> bytes:
        """Write the file."""
        lines = (
            ("Source-Organization", self.organization),
            ("External-Identifier", self.identifier),
            ("Bagging-Date", self.date),
            ("Payload-Oxum", f"{self.octets}.{self.count}"),
            ("Netra-Format", FORMAT),
            ("Netra-Min-Reader", FORMAT),
            ("Netra-Case", self.case),
            ("Netra-Device", self.dev),
            *(("Netra-Journal-Head", str(head)) for head in self.heads),
            *(("Netra-Recipients", recipient) for recipient in self.recipients),
            ("Netra-Redactions", str(len(self.left_out))),
            *(("Netra-Left-Out", f"{item.sha256} {item.why}") for item in self.left_out),
        )
        return "".join(f"{label}: {_one_line(value)}\n" for label, value in lines).encode()


def _one_line(value: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in value).split()) or "-"


def parse_info(data: bytes) -> Info:
    """Read `bag-info.txt`; what is missing or doubled is refused."""
    values = _values(data)
    _check_version(_one(values, "Netra-Min-Reader", _VERSION))
    oxum = _one(values, "Payload-Oxum", _OXUM)
    left_out = tuple(
        LeftOut(m[1], m[2]) for m in _all(values.get("Netra-Left-Out", ()), _LEFT_OUT)
    )
    if _one(values, "Netra-Redactions", re.compile(r"[0-9]{1,6}"))[0] != str(len(left_out)):
        raise _bad()
    return Info(
        organization=_text(values, "Source-Organization"),
        identifier=_text(values, "External-Identifier"),
        date=_text(values, "Bagging-Date"),
        case=_one(values, "Netra-Case", _HEX[32])[0],
        dev=_one(values, "Netra-Device", _HEX[64])[0],
        heads=tuple(_heads(values.get("Netra-Journal-Head", ()))),
        recipients=tuple(values.get("Netra-Recipients", ())),
        left_out=left_out,
        octets=int(oxum[1]),
        count=int(oxum[2]),
    )


def _values(data: bytes) -> Mapping[str, Sequence[str]]:
    values: dict[str, list[str]] = {}
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _bad() from error
    if not text.endswith("\n"):
        raise _bad()
    for match in _all(text[:-1].split("\n"), _LINE):
        values.setdefault(match[1], []).append(match[2])
    return values


def _all(texts: Sequence[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for text in texts:
        match = pattern.fullmatch(text)
        if match is None:
            raise _bad()
        yield match


def _one(
    values: Mapping[str, Sequence[str]], label: str, pattern: re.Pattern[str]
) -> re.Match[str]:
    found = list(_all(values.get(label, ()), pattern))
    if len(found) != 1:
        raise _bad()
    return found[0]


def _text(values: Mapping[str, Sequence[str]], label: str) -> str:
    return _one(values, label, re.compile(r".*"))[0]


def _heads(texts: Sequence[str]) -> Iterator[Head]:
    for text in texts:
        head = parse_head(text)
        if head is None:
            raise _bad()
        yield head


def _check_version(version: re.Match[str]) -> None:
    if int(version[1]) > READS:
        raise Unsure(
            tr("Berkas kasus ini dibuat oleh Netra yang lebih baru dan belum dapat dibaca."),
            tr("Pasang Netra yang lebih baru, lalu coba lagi."),
            code="newer-format",
            file=INFO,
        )


def _bad() -> Refused:
    return Refused(
        tr("Keterangan berkas (bag-info.txt) tidak menurut bentuk baku."),
        code="bad-info",
        file=INFO,
    )
