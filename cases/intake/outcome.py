"""What an intake did, file by file; the counts add up."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cases.changes import Changes
from cases.errors import NetraError
from cases.language import tr

STORED, DUPLICATE, REFUSED = "stored", "duplicate", "refused"


@dataclass(frozen=True, slots=True)
class IntakeItem:
    """One selected file."""

    file: str
    status: str
    """stored, duplicate or refused (could not be read as a file)."""
    exhibit: str = ""
    code: str = ""
    sha256: str = ""
    size: int = 0
    kind: str = ""
    reason: str = ""
    """Why it is an attachment or was refused, in words."""
    resumed: bool = False
    """It came in before the interruption of this same import; it was not brought twice."""


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """All selected files, in the order of the selection."""

    items: tuple[IntakeItem, ...]
    cancelled: bool = False
    failure: NetraError | None = None
    """What stopped the intake, such as a full disk; what was stored before stays."""
    changes: Changes = field(default_factory=Changes)
    left: tuple[Path, ...] = ()
    """Files that were not come to: `take_in` with these, into the same case, goes on."""

    def count(self, status: str) -> int:
        """Count the files of a status."""
        return sum(item.status == status for item in self.items)

    def to_json(self) -> dict[str, Any]:
        """Plain values, as `netra intake --json` prints them."""
        return {
            "selected": len(self.items),
            "stored": self.count(STORED),
            "duplicate": self.count(DUPLICATE),
            "refused": self.count(REFUSED),
            "items": [
                {
                    "file": item.file,
                    "status": item.status,
                    "exhibit": item.exhibit or None,
                    "code": item.code or None,
                    "sha256": item.sha256 or None,
                    "size": item.size if item.sha256 else None,
                    "kind": item.kind or None,
                    "reason": item.reason or None,
                }
                for item in self.items
            ],
        }


class NoRoom(NetraError):
    """There is no room for further evidence; text can still be written."""

    def __init__(self, free: int) -> None:
        super().__init__(
            tr(
                "Ruang laptop tinggal {n} MB. Foto baru belum bisa masuk; kasus tetap bisa dibuka"
                " dan ditulis.",
                n=free // 1_000_000,
            ),
            tr("Kosongkan ruang di disk ini, lalu lanjutkan impor."),
            code="disk-full",
        )


class SourceGone(NetraError):
    """The card or cable was pulled out while files were taken in."""

    def __init__(self, safe: int, left: int) -> None:
        super().__init__(
            tr(
                "Kartu atau kabel tercabut. {masuk} berkas sudah masuk dan aman, {sisa} belum"
                " disalin.",
                masuk=safe,
                sisa=left,
            ),
            tr("Pasang lagi, lalu lanjutkan impor."),
            code="source-gone",
        )
