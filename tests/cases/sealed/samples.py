"""Small case files made without a home, honest or not. All names and numbers are invented."""

import hashlib
import io
from dataclasses import dataclass, field, replace
from typing import Any

import pyrage

from cases.clock import Moment
from cases.journal.event import GENESIS, compose
from cases.journal.signing import HEAD_NAMESPACE, head_message
from cases.keys import sshsig
from cases.sealed import writer
from cases.sealed.heads import Head
from cases.sealed.info import Info, LeftOut
from cases.sealed.writer import Piece, piece_of

CASE = "0123456789abcdef0123456789abcdef"
SEED = bytes(range(32))
OTHER_SEED = bytes(range(1, 33))
DEV = sshsig.dev_of_seed(SEED)
OTHER = sshsig.dev_of_seed(OTHER_SEED)
IDENTITY = pyrage.x25519.Identity.generate()
STRANGER = pyrage.x25519.Identity.generate()
TRUST = {DEV: "panwas-contoh", OTHER: "panwas-contoh-2"}
SECRET = "Rahasia Contoh Nama Pelapor"
MOMENT = Moment("2024-02-03T02:42:00.000Z", 12, "boot", "+07:00")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


PHOTO = b"\xff\xd8 invented photo " + SECRET.encode() * 40
PREVIEW = b"\xff\xd8 small"
PERSON = b'{"name":"' + SECRET.encode() + b'"}'


def line(seq: int, prev: str, seed: bytes = SEED, **changes: Any) -> bytes:
    event = {
        "dev": sshsig.dev_of_seed(seed),
        "case": CASE,
        "seq": seq,
        "prev": prev,
        "lam": seq,
        "type": "exhibit.captioned",
        "class": "content",
        "body": {"caption": f"{SECRET} {seq}", "exhibit": "e" * 32},
        "saw": [],
        "obj": [],
    }
    return compose({**event, **changes}, MOMENT)[0]


def chain(*objects: bytes, seed: bytes = SEED, count: int = 3) -> list[bytes]:
    """A stream whose first line names `objects`."""
    lines = [line(1, GENESIS, seed, obj=[sha256(data) for data in objects])]
    for seq in range(2, count + 1):
        lines.append(line(seq, sha256(lines[-1]), seed))
    return lines


def head_of(lines: list[bytes], seed: bytes = SEED) -> Head:
    return Head(sshsig.dev_of_seed(seed), len(lines), sha256(lines[-1]))


def head_signature(head: Head, seed: bytes = SEED, case: str = CASE) -> bytes:
    message = head_message(case, head.dev, head.seq, head.sha256)
    return sshsig.sign(seed, HEAD_NAMESPACE, message).encode()


@dataclass
class Sample:
    """What goes into a case file; change a field to make a dishonest one."""

    streams: dict[bytes, list[bytes]] = field(
        default_factory=lambda: {SEED: chain(PHOTO, PREVIEW, PERSON)}
    )
    payload: dict[str, bytes] = field(
        default_factory=lambda: {
            f"data/identities/{sha256(PERSON)}.json": PERSON,
            f"data/previews/{sha256(PREVIEW)}.jpg": PREVIEW,
            f"data/objects/{sha256(PHOTO)}.jpg": PHOTO,
            "data/roster.json": b"{}",
            "data/laporan.pdf": b"%PDF invented",
            "data/VERIFY.txt": b"age, unzip",
        }
    )
    left_out: tuple[LeftOut, ...] = ()
    seed: bytes = SEED
    info: dict[str, Any] = field(default_factory=dict)
    """Fields of `Info` to state otherwise."""
    signatures: dict[bytes, bytes] = field(default_factory=dict)

    def pieces(self) -> list[Piece]:
        pieces = [piece_of(name, data) for name, data in self.payload.items()]
        for seed, lines in self.streams.items():
            name = f"data/journal/{sshsig.dev_of_seed(seed)}"
            armour = self.signatures.get(seed) or head_signature(head_of(lines, seed), seed)
            pieces.append(piece_of(f"{name}.jsonl", b"".join(text + b"\n" for text in lines)))
            pieces.append(piece_of(f"{name}.sig", armour))
        return pieces

    def description(self) -> Info:
        pieces = self.pieces()
        info = Info(
            organization="Panwascam Contoh",
            identifier="S-K1-001",
            date="2024-02-03",
            case=CASE,
            dev=sshsig.dev_of_seed(self.seed),
            heads=tuple(sorted(head_of(lines, seed) for seed, lines in self.streams.items())),
            recipients=(str(IDENTITY.to_public()),),
            left_out=self.left_out,
            octets=sum(piece.size for piece in pieces),
            count=len(pieces),
        )
        return replace(info, **self.info)

    def archive(self) -> bytes:
        """The file without its age layer."""
        sink = io.BytesIO()
        writer.write(sink, self.description(), self.pieces(), self.seed)
        return sink.getvalue()


def wrap(archive: bytes, *recipients: Any) -> bytes:
    """Put the age layer around."""
    sealed: bytes = pyrage.encrypt(archive, list(recipients) or [IDENTITY.to_public()])
    return sealed
