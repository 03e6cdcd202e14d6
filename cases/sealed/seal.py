"""
Seals a case: everything of it in one file, for the office.

Sealing is never refused for what is missing, and changes nothing in the case: what it leaves
behind are events in the key's own stream.
"""

from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from cases import disk
from cases.changes import Changes
from cases.home import Home, anchor
from cases.intake.naming import name_of
from cases.progress import Progress
from cases.sealed import writer
from cases.sealed.contents import Contents, contents_of
from cases.sealed.envelope import sealing
from cases.sealed.meter import Meter
from cases.work.records import CaseId


@dataclass(frozen=True, slots=True)
class SealResult:
    """A sealed case file."""

    file: Path
    sha256: str
    size: int
    recipients: tuple[str, ...]
    heads: tuple[str, ...]
    """`dev:seq:sha256` of every stream."""
    objects: int
    left_out: int
    changes: Changes


class _Disk:
    """A new file, written through the one write function."""

    def __init__(self, handle: FileIO) -> None:
        self._handle = handle

    def write(self, data: bytes, /) -> int:
        return disk.write(self._handle, data)


def seal(
    home: Home,
    case: CaseId,
    out: Path,
    *,
    without_identities: bool = False,
    progress: Progress | None = None,
) -> SealResult:
    """Write the sealed file of `case` to `out`, whole or not at all."""
    with home.working():
        contents = contents_of(
            home, case, progress or Progress(), without_identities=without_identities
        )
        written = _write(home, contents, out)
        anchor(home, "seal")
        changes = _record(home, contents, name_of(out), written, identities=not without_identities)
    return SealResult(
        file=out,
        sha256=written.sha256,
        size=written.size,
        recipients=contents.info.recipients,
        heads=tuple(str(head) for head in contents.info.heads),
        objects=contents.objects,
        left_out=len(contents.info.left_out),
        changes=changes,
    )


def _write(home: Home, contents: Contents, out: Path) -> Meter:
    # What a kill left of an earlier try would fill the stick for good.
    disk.clear(out.parent, out.name)
    temp = disk.beside(out)
    try:
        with disk.in_words(out):
            with disk.create(temp) as handle:
                meter = Meter(_Disk(handle))
                with sealing(meter, contents.info.recipients) as plain:
                    writer.write(plain, contents.info, contents.pieces, bytes(home.keys.seed))
                disk.settle(handle)
            disk.place(temp, out)
    finally:
        temp.unlink(missing_ok=True)
    return meter


def _record(
    home: Home, contents: Contents, name: str, written: Meter, *, identities: bool
) -> Changes:
    info = contents.info
    body = {
        "case": info.case,
        "file": name,
        "sha256": written.sha256,
        "size": written.size,
        "recipients": list(info.recipients),
        "heads": [{"dev": h.dev, "seq": h.seq, "sha256": h.sha256} for h in info.heads],
        "objects": contents.objects,
        "identities": identities,
    }
    with home.write() as tx:
        tx.append("case.sealed", body, case=None, cls="access")
    return tx.changes
