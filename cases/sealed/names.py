"""
The names inside a case file, and the one order they stand in.

Only names on this page's list, or plainly harmless ones below `data/` that a later minor version
may add, are accepted. Nothing is ever written to disk under a name of the archive; the rules
still hold, because a clerk may unpack the file with other programs, on other systems.
"""

import re
from enum import IntEnum

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "tagmanifest-sha256.txt.sig"
TAGS = (DECLARATION, INFO, MANIFEST, TAG_MANIFEST, SIGNATURE)
"""The files that are no payload, in their order; all others follow."""

MAX_NAME = 160
MAX_DEPTH = 3
_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(\..*)?", re.I)
_SEGMENT = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")


class Kind(IntEnum):
    """What an entry is; the numbers are the order of the groups in the file."""

    JOURNAL = 1
    HEAD = 2
    IDENTITY = 3
    PREVIEW = 4
    OBJECT = 5
    RECEIPT = 6
    ROSTER = 7
    REPORT = 8
    HELP = 9
    OTHER = 10


_KNOWN = (
    (Kind.JOURNAL, re.compile(r"data/journal/([0-9a-f]{64})\.jsonl")),
    (Kind.HEAD, re.compile(r"data/journal/([0-9a-f]{64})\.sig")),
    (Kind.IDENTITY, re.compile(r"data/identities/([0-9a-f]{64})\.json")),
    (Kind.PREVIEW, re.compile(r"data/previews/([0-9a-f]{64})\.jpg")),
    (Kind.OBJECT, re.compile(r"data/objects/([0-9a-f]{64})\.[a-z0-9]{1,8}")),
    (Kind.RECEIPT, re.compile(r"data/receipts/([0-9a-f]{64})-[1-9][0-9]{0,8}\.json")),
    (Kind.ROSTER, re.compile(r"data/()roster\.json")),
    (Kind.REPORT, re.compile(r"data/()laporan\.pdf")),
    (Kind.HELP, re.compile(r"data/()VERIFY\.txt")),
)
_TAKEN = ("data/journal/", "data/identities/", "data/previews/", "data/objects/", "data/receipts/")
REQUIRED = ("data/roster.json", "data/laporan.pdf", "data/VERIFY.txt")


def is_harmless(name: str) -> bool:
    """Tell whether `name` means one and the same plain file on every system."""
    if len(name) > MAX_NAME:
        return False
    segments = name.split("/")
    return len(segments) <= MAX_DEPTH and all(_is_plain(segment) for segment in segments)


def _is_plain(segment: str) -> bool:
    return (
        _SEGMENT.fullmatch(segment) is not None
        and not segment.endswith(".")
        and _WINDOWS.fullmatch(segment) is None
    )


def classify(name: str) -> tuple[Kind, str] | None:
    """Tell what a payload entry is, and the hash or key in its name; None: not acceptable."""
    if not (is_harmless(name) and name.startswith("data/")):
        return None
    for kind, pattern in _KNOWN:
        match = pattern.fullmatch(name)
        if match:
            return kind, match[1]
    # A folder whose names we know holds nothing else; elsewhere a later version may add files.
    return None if name.startswith(_TAKEN) else (Kind.OTHER, "")


def place(name: str) -> tuple[int, str]:
    """Sort key: the order of payload entries in the file."""
    found = classify(name)
    kind = found[0] if found else Kind.OTHER
    return (Kind.JOURNAL if kind is Kind.HEAD else kind), name
