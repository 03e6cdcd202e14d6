"""Bodies of events of a home: keys, roster, exchange."""

from typing import Any

from msgspec import Struct, field


class StreamStarted(Struct, frozen=True):
    """First line of every stream: who this key is."""

    name: str
    role: str
    office: str
    region: str
    number: int = 0


class KeyStarted(Struct, frozen=True):
    """First line of a key's own stream; `after` and `reason` when it follows other keys."""

    name: str
    role: str
    office: str
    region: str
    number: int = 0
    after: list[dict[str, Any]] = field(default_factory=list)
    reason: str = ""


class Anchor(Struct, frozen=True):
    """Digest over all heads of this key, so that a dropped stream is noticed."""

    root: str
    streams: int
    why: str


class OfficeEnrolled(Struct, frozen=True):
    """The home now seals to this office as well."""

    id: str
    name: str
    region: str
    sign: str
    age: str
    recovery: list[str]


class RosterAdded(Struct, frozen=True):
    """The office knows this key."""

    dev: str
    name: str
    role: str
    office: str
    region: str


class RosterRevoked(Struct, frozen=True):
    """The office no longer trusts this key; what it took in before stays."""

    dev: str
    reason: str


class PackInstalled(Struct, frozen=True):
    """A pack of rules that the office signed was installed; `manifest` is its list's SHA-256."""

    pack: str
    manifest: str
    signer: str


class RegionInstalled(Struct, frozen=True):
    """A pack of borders of regions was installed; no `signer`: it bears no signature."""

    region: str
    sha256: str
    signer: str = ""


class ClockJump(Struct, frozen=True):
    """The laptop's clock is not where it should be: `back` or `forth` since the line before by so
    many seconds, or `behind` the newest photo; `expected` is the moment it should at least be."""

    kind: str
    seconds: int
    expected: str


class ClockKept(Struct, frozen=True):
    """The officer says that the clock is right, or goes on with it, and why."""

    reason: str


class BackupMade(Struct, frozen=True):
    """A verified copy of the home was made."""

    folder: str
    objects: int
    events: int


class CaseSealed(Struct, frozen=True):
    """A sealed case file was written."""

    case: str
    file: str
    sha256: str
    size: int
    recipients: list[str]
    heads: list[dict[str, Any]]
    objects: int
    identities: bool = True


class ReceiptAdded(Struct, frozen=True):
    """The office's receipt was taken in; the receipt itself is an object."""

    case: str
    object: str
    office: str
    number: int
    content: str


class CaseImported(Struct, frozen=True):
    """The office took in a sealed case file and gave a receipt (an object)."""

    case: str
    file: str
    sha256: str
    content: str
    signer: str
    receipt: str
    number: int
    events: int
    objects: int


TYPES: dict[str, type[Struct]] = {
    "stream.started": StreamStarted,
    "key.started": KeyStarted,
    "anchor": Anchor,
    "office.enrolled": OfficeEnrolled,
    "roster.added": RosterAdded,
    "roster.revoked": RosterRevoked,
    "backup.made": BackupMade,
    "clock.jump": ClockJump,
    "clock.kept": ClockKept,
    "pack.installed": PackInstalled,
    "region.installed": RegionInstalled,
    "case.sealed": CaseSealed,
    "receipt.added": ReceiptAdded,
    "case.imported": CaseImported,
}
