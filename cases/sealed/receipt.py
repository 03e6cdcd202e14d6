"""
The receipt: an office's signed statement of what it holds of a case.

One line of RFC 8785 JSON with the signature inside, as the cards have it; the signature is over
the same JSON without `sig`. Receipts of an office are numbered and each names the one before.
"""

import hashlib
from collections.abc import Iterable
from typing import Annotated

import msgspec

from cases.errors import NetraError
from cases.journal.event import canonical
from cases.keys import sshsig
from cases.keys.cards import Armour, Dev, Moment, OfficeId, Region, Words
from cases.language import tr
from cases.sealed.heads import Head

FORMAT = "netra-receipt-1"
NAMESPACE = "netra-receipt-v1"
FIRST = "0" * 64
"""`prev_receipt` of an office's first receipt."""
LARGEST = 1 << 20

Case = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Count = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
Number = Annotated[int, msgspec.Meta(ge=1, lt=10**9)]


class BadReceipt(NetraError):
    """The file is no receipt, or it was changed."""

    def __init__(self) -> None:
        super().__init__(
            tr("Berkas ini bukan tanda terima yang sah, atau isinya sudah diubah."),
            tr("Minta tanda terima itu sekali lagi dari kantor."),
            code="bad-receipt",
        )


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One shape, nothing more."""


class HeadEntry(_Strict, frozen=True, kw_only=True):
    """A stream that the office holds up to here."""

    dev: Dev
    seq: Number
    sha256: Dev


class ObjectsEntry(_Strict, frozen=True, kw_only=True):
    """The objects that came with the file."""

    count: Count
    digest: Dev
    """SHA-256 over their names, sorted, each followed by a newline."""
    left_out: Count
    """How many more the journal names that did not come."""


class OfficeEntry(_Strict, frozen=True, kw_only=True):
    """Which office."""

    id: OfficeId
    name: Words
    region: Region
    sign: Dev


class SignerEntry(_Strict, frozen=True, kw_only=True):
    """Who sealed the file."""

    dev: Dev
    name: str


class Receipt(_Strict, frozen=True, kw_only=True):
    """What the office says."""

    format: str
    office: OfficeEntry
    n: Number
    prev_receipt: Dev
    at: Moment
    case: Case
    content: Dev
    """Content head of the case at the office."""
    heads: tuple[HeadEntry, ...]
    objects: ObjectsEntry
    file_sha256: Dev
    signer: SignerEntry
    sig: Armour = ""

    @property
    def text(self) -> bytes:
        """The receipt as a file."""
        return canonical(msgspec.to_builtins(self)) + b"\n"

    @property
    def message(self) -> bytes:
        """What the signature is over."""
        fields = msgspec.to_builtins(self)
        del fields["sig"]
        return canonical(fields)


def objects_entry(names: Iterable[str], left_out: int) -> ObjectsEntry:
    """Digest the names of objects."""
    listed = sorted(set(names))
    text = "".join(f"{name}\n" for name in listed)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return ObjectsEntry(count=len(listed), digest=digest, left_out=left_out)


def head_entries(heads: Iterable[Head]) -> tuple[HeadEntry, ...]:
    """Write heads as a receipt has them."""
    return tuple(HeadEntry(dev=h.dev, seq=h.seq, sha256=h.sha256) for h in sorted(heads))


def parse_receipt(data: bytes) -> Receipt:
    """Read a receipt; raises `BadReceipt` unless its own office key signed exactly this text."""
    if len(data) > LARGEST:
        raise BadReceipt
    try:
        receipt = msgspec.json.decode(data, type=Receipt)
        signer = sshsig.verify(receipt.sig, NAMESPACE, receipt.message)
        text = receipt.text
    except (ValueError, RecursionError, NetraError) as error:
        raise BadReceipt from error
    if text != data or receipt.format != FORMAT or signer != receipt.office.sign:
        raise BadReceipt
    return receipt
