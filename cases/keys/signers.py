"""
The `allowed_signers` list that a district publishes, as `ssh-keygen -Y verify -f` reads it.

There are no validity dates in it: whether a key was still good is judged from the roster. The
reader refuses what it would have to ignore (dates, authorities), since to ignore it would trust
more than the district meant.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence

from cases.errors import NetraError
from cases.keys.sshsig import BadKey, dev_of_public_line, public_line
from cases.language import tr

LARGEST = 1 << 20
_SAFE = re.compile(r"[a-z0-9][a-z0-9._@-]*")
_LINE = re.compile(
    r'(?P<principal>[^\s"]+)[ \t]+'
    r'(?:namespaces="(?P<namespaces>[^"]*)"[ \t]+)?'
    r"(?P<key>ssh-ed25519[ \t]+\S+)(?:[ \t].*)?"
)
_OTHER_KEY = re.compile(
    r'[^\s"]+[ \t]+(?:namespaces="[^"]*"[ \t]+)?'
    r"(?!ssh-ed25519[ \t])(?:ssh-|ecdsa-|sk-)[!-~]+[ \t]"
)


class BadList(NetraError):
    """The list has a line that cannot be obeyed."""

    def __init__(self, number: int) -> None:
        super().__init__(
            tr("Baris {n} pada daftar penanda tangan tidak dapat dipakai.", n=number),
            tr("Unduh lagi daftar yang diterbitkan kantor kabupaten/kota."),
            code="bad-signers-list",
        )


def allowed_signers(entries: Iterable[tuple[str, str, Sequence[str]]]) -> str:
    """Write the list from (principal, dev, namespaces); a principal is a safe word."""
    lines = []
    for name, dev, namespaces in entries:
        if not _SAFE.fullmatch(name) or not all(_SAFE.fullmatch(space) for space in namespaces):
            raise ValueError(f"{name!r} would mean something else in an allowed_signers list")
        lines.append(f'{name} namespaces="{",".join(namespaces)}" {public_line(dev)}\n')
    return "".join(lines)


def parse_allowed_signers(text: str, namespace: str = "") -> dict[str, str]:
    """Read a list: the principal of each `dev`; given a namespace, only its keys."""
    if len(text) > LARGEST:
        raise BadList(1)
    found: dict[str, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#") or _OTHER_KEY.match(stripped):
            continue
        match = _LINE.fullmatch(stripped)
        if match is None:
            raise BadList(number)
        try:
            dev = dev_of_public_line(match["key"])
        except BadKey as error:
            raise BadList(number) from error
        if _may_sign(match["namespaces"], namespace):
            found.setdefault(dev, match["principal"])
    return found


def list_fingerprint(text: str) -> str:
    """Short name of a list for papers: the first 16 digits that `sha256sum` prints for it."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def _may_sign(allowed: str | None, namespace: str) -> bool:
    return allowed is None or not namespace or namespace in allowed.split(",")
