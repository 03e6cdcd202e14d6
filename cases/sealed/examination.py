"""
Looks at everything inside a case file, for `verify` and for the office's import alike.

What breaks the file raises `Refused`. What leaves doubt is gathered in `doubts`. A keeper may
take lines and objects along; it must hold them as unproven until the file was read to its end.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from cases.keys import sshsig
from cases.language import tr
from cases.sealed.bag import Bag, Part
from cases.sealed.chain import MAX_SIGNATURE, Chain, check_signature, lines
from cases.sealed.heads import Head
from cases.sealed.names import INFO, Kind
from cases.sealed.reader import Content
from cases.sealed.refusal import Refused, Unsure

_HASH = re.compile("[0-9a-f]{64}")
_OBJECTS = {Kind.IDENTITY, Kind.PREVIEW, Kind.OBJECT}


class Keeper(Protocol):
    """Who takes along what passes."""

    def opened(self, bag: Bag, doubts: Sequence[Unsure]) -> None:
        """Signature and manifests hold, who speaks may be in doubt; raise to stop."""

    def line(self, dev: str, line: bytes) -> None:
        """Take a line whose chain held so far."""

    def head(self, head: Head, signature: str) -> None:
        """Take the signed head of a stream."""

    def object(self, part: Part, content: Content) -> None:
        """Take an object; its hash is compared after this call."""


class Nobody:
    """A keeper that keeps nothing."""

    def opened(self, bag: Bag, doubts: Sequence[Unsure]) -> None:
        """Go on."""

    def line(self, dev: str, line: bytes) -> None:
        """Let it pass."""

    def head(self, head: Head, signature: str) -> None:
        """Let it pass."""

    def object(self, part: Part, content: Content) -> None:
        """Let it pass."""


class Examination:
    """A visitor of `reader.read`."""

    def __init__(
        self,
        trust: Mapping[str, str],
        keeper: Keeper | None = None,
        recipients: frozenset[str] = frozenset(),
    ) -> None:
        self._trust = trust
        self._keeper = keeper or Nobody()
        self._recipients = recipients
        self._heads: dict[str, Head] = {}
        self._named: dict[bytes, str] = {}
        self._present: set[bytes] = set()
        self.bag: Bag | None = None
        self.doubts: list[Unsure] = []

    @property
    def _case(self) -> str:
        return self.bag.info.case if self.bag else ""

    def opened(self, bag: Bag) -> None:
        """Look at who signed and for whom."""
        self.bag = bag
        if self._recipients and not self._recipients.intersection(bag.info.recipients):
            raise Refused(
                tr("Berkas kasus ini disegel untuk penerima lain dan dibungkus ulang."),
                code="resealed-for-another",
                file=INFO,
            )
        for dev in sorted({bag.signer, *(head.dev for head in bag.info.heads)}):
            self._look_up(dev, dev == bag.signer)
        self._keeper.opened(bag, self.doubts)

    def _look_up(self, dev: str, seals: bool) -> None:
        if dev in self._trust:
            return
        who = tr("Penyegel") if seals else tr("Penulis jurnal")
        self.doubts.append(
            Unsure(
                tr(
                    "{who} dengan kunci {fingerprint} tidak ada dalam daftar tepercaya.",
                    who=who,
                    fingerprint=sshsig.fingerprint(dev),
                ),
                tr("Cocokkan sidik kunci ini dengan daftar terbitan kantor kabupaten/kota."),
                code="unknown-signer" if seals else "unknown-author",
            )
        )

    def payload(self, part: Part, content: Content) -> None:
        """Check a part by its kind; the reader compares its hash."""
        if part.kind is Kind.JOURNAL:
            self._journal(part, content)
        elif part.kind is Kind.HEAD:
            self._signature(part, content)
        elif part.kind in _OBJECTS:
            self._present.add(bytes.fromhex(part.subject))
            self._keeper.object(part, content)

    def _journal(self, part: Part, content: Content) -> None:
        chain = Chain(self._case, part.subject, part.name)
        for line in lines(content, part.name):
            event = chain.follow(line)
            for name in event.obj:
                self._name(name, part.name)
            self._keeper.line(part.subject, line)
        self._heads[part.subject] = chain.end()

    def _name(self, name: str, file: str) -> None:
        if not _HASH.fullmatch(name):
            raise Refused(
                tr("Jurnal {file} menyebut berkas dengan nama yang rusak.", file=file),
                code="bad-line",
                file=file,
            )
        self._named.setdefault(bytes.fromhex(name), file)

    def _signature(self, part: Part, content: Content) -> None:
        head = self._heads[part.subject]
        armour = b"".join(iter(lambda: content.read(MAX_SIGNATURE), b""))
        self._keeper.head(head, check_signature(self._case, head, armour, part.name))

    def finish(self, bag: Bag) -> None:
        """Compare what was seen with what the file says of itself; after the last byte."""
        if sorted(self._heads.values()) != sorted(bag.info.heads):
            raise Refused(
                tr("Ujung jurnal tidak sama dengan yang dinyatakan penyegel."),
                code="head-differs",
                file=INFO,
            )
        left_out = {bytes.fromhex(item.sha256) for item in bag.info.left_out}
        for name, file in self._named.items():
            if name not in self._present and name not in left_out:
                raise Refused(
                    tr(
                        "Berkas {sha256} disebut dalam jurnal tetapi tidak ada.", sha256=name.hex()
                    ),
                    code="object-missing",
                    file=file,
                )
