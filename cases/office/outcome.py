"""What an import tells of each file."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cases.changes import Changes
from cases.errors import NetraError
from cases.language import tr
from cases.sealed.verify import State


@dataclass(frozen=True, slots=True)
class Count:
    """How many."""

    events: int = 0
    objects: int = 0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One place of a stream with two different lines."""

    dev: str
    seq: int
    held: str
    """Id of the line that the office holds."""
    came: str
    """Id of the line in the file."""


@dataclass(frozen=True, slots=True)
class FileImport:
    """What became of one file."""

    file: str
    """The path as it was given."""
    verdict: State
    case: str = ""
    new: Count = Count()
    known: Count = Count()
    left_out: int = 0
    """Objects that the journal names and the sender left out."""
    conflicts: tuple[Contradiction, ...] = ()
    refused: str = ""
    """The sentence for the user, empty when the file was taken in."""
    advice: str = ""
    code: str = ""
    """Short name of the refusal."""
    receipt: str = ""
    """SHA-256 of the receipt; `receipts.read_receipt` gives its text."""
    changes: Changes = field(default_factory=Changes)


class Contradicted(NetraError):
    """The file holds another version of lines that the office already has."""

    def __init__(self, conflicts: Sequence[Contradiction]) -> None:
        first = conflicts[0]
        super().__init__(
            tr(
                "Catatan {seq} dalam berkas ({came}) berbeda dari yang sudah dipegang kantor"
                " ({held}): satu kunci menulis dua versi. Tidak ada yang disimpan.",
                seq=first.seq,
                came=first.came[:12],
                held=first.held[:12],
            ),
            tr("Simpan berkas ini sebagai barang bukti, lalu hubungi petugas pemilik kunci."),
            code="conflict",
        )
        self.conflicts = tuple(conflicts)
