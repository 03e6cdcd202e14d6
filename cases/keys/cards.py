"""
Cards: how an office and an officer tell each other their keys, on a stick or as an attachment.

A card is one line of RFC 8785 JSON with its signature inside, signed by the key it names; that
proves only that the sender holds the key. Whose key it is, people settle by comparing six words.
A card of another shape, or written in another way, is refused: one card has one text.
"""

from typing import Annotated, ClassVar, TypeVar

import msgspec
import pyrage
import rfc8785

from cases import clock
from cases.errors import NetraError
from cases.keys import sshsig
from cases.keys.officer import Officer
from cases.keys.words import six_words
from cases.language import tr

LARGEST = 64 << 10

_CONTROL = r"\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069"
Words = Annotated[str, msgspec.Meta(pattern=rf"\A[^{_CONTROL}]{{1,200}}\Z")]
Region = Annotated[str, msgspec.Meta(pattern=r"\A[0-9.]{0,13}\Z")]
OfficeId = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9.-]{1,64}\Z")]
Dev = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Age = Annotated[str, msgspec.Meta(pattern=r"\Aage1[ac-hj-np-z02-9]{58}\Z")]
Moment = Annotated[
    str, msgspec.Meta(pattern=r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z", max_length=24)
]
Armour = Annotated[str, msgspec.Meta(max_length=1000)]
_CARD = TypeVar("_CARD", "OfficeCard", "OfficerCard")


class BadCard(NetraError):
    """The file is no card, or it was changed."""

    def __init__(self, why: str) -> None:
        super().__init__(
            tr("Kartu ini tidak dapat dipakai: {sebab}.", sebab=why),
            tr("Minta kartu baru dari pemiliknya."),
            code="bad-card",
        )


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What both cards have: a format, a date, a signature by the key they name."""

    FORMAT: ClassVar[str]
    format: str
    issued_at: Moment
    sig: Armour = ""

    @property
    def text(self) -> bytes:
        """The card as a file."""
        return rfc8785.dumps(msgspec.to_builtins(self)) + b"\n"

    @property
    def message(self) -> bytes:
        """What the signature is over: the card without it, and without the final newline."""
        fields = msgspec.to_builtins(self)
        del fields["sig"]
        return rfc8785.dumps(fields)


class OfficeCard(Card, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The public keys of an office; `recovery` is its escrow."""

    FORMAT: ClassVar[str] = "netra-office-card-1"
    id: OfficeId
    name: Words
    region: Region
    sign: Dev
    age: Age
    recovery: Annotated[tuple[Age, ...], msgspec.Meta(max_length=8)]

    @property
    def signer(self) -> str:
        """The office's signing key."""
        return self.sign

    @property
    def words(self) -> tuple[str, ...]:
        """Six words over all its keys, to compare by voice."""
        return six_words("\n".join((self.sign, self.age, *self.recovery)).encode("ascii"))


class OfficerCard(Card, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The public key of an officer, and who they say they are."""

    FORMAT: ClassVar[str] = "netra-officer-card-1"
    dev: Dev
    name: Words
    role: Words
    office: Words
    region: Region

    @property
    def signer(self) -> str:
        """The officer's signing key."""
        return self.dev

    @property
    def words(self) -> tuple[str, ...]:
        """Six words over the key, to compare by voice."""
        return six_words(self.dev.encode("ascii"))

    @property
    def officer(self) -> Officer:
        """The officer of the card."""
        return Officer(self.dev, self.name, self.role, self.office, self.region)


def make_officer_card(seed: bytes | bytearray, officer: Officer) -> OfficerCard:
    """Sign a card of the officer."""
    return signed(
        OfficerCard(
            format=OfficerCard.FORMAT,
            dev=officer.dev,
            name=officer.name,
            role=officer.role,
            office=officer.office,
            region=officer.region,
            issued_at=clock.now().wall,
        ),
        seed,
    )


def parse_office_card(data: bytes) -> OfficeCard:
    """Read a card of an office; raises `BadCard` for anything but an unchanged card."""
    card = _parsed(data, OfficeCard)
    try:
        for key in (card.age, *card.recovery):
            pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError as error:
        raise BadCard(tr("kunci age di dalamnya bukan kunci")) from error
    return card


def parse_officer_card(data: bytes) -> OfficerCard:
    """Read a card of an officer; raises `BadCard` for anything but an unchanged card."""
    return _parsed(data, OfficerCard)


def signed(card: _CARD, seed: bytes | bytearray) -> _CARD:
    """Put the signature of `seed` into a card."""
    return msgspec.structs.replace(card, sig=sshsig.sign(seed, card.format, card.message))


def _parsed(data: bytes, kind: type[_CARD]) -> _CARD:
    if len(data) > LARGEST:
        raise BadCard(tr("terlalu besar untuk sebuah kartu"))
    try:
        card = msgspec.json.decode(data, type=kind)
        changed = card.text.strip() != data.strip()
    except (ValueError, RecursionError) as error:
        raise BadCard(tr("isinya bukan kartu yang dikenal versi Netra ini")) from error
    if card.format != kind.FORMAT:
        raise BadCard(tr("jenis kartunya lain"))
    try:
        signer = sshsig.verify(card.sig, kind.FORMAT, card.message)
    except sshsig.BadSignature as error:
        raise BadCard(tr("isinya sudah diubah")) from error
    if changed or signer != card.signer:
        raise BadCard(tr("isinya sudah diubah"))
    return card
