"""
What passes while an arriving file is read: lines in memory, objects re-sealed aside.

Objects go from the envelope straight into ciphertexts of this home under names without meaning;
they get their place only after the whole file was proven. Nothing is in clear on the disk, and
whatever happens, `clear` leaves no trace.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import IO, cast

from cases.language import tr
from cases.progress import Progress
from cases.sealed.bag import Bag, Part
from cases.sealed.examination import Nobody
from cases.sealed.heads import Head
from cases.sealed.reader import Content
from cases.sealed.refusal import Refused, Unsure
from cases.vault.sealing import seal_to
from cases.vault.vault import Vault

MAX_JOURNAL = 256 << 20
"""Bytes of all journals of one file; a case of a whole election has a few megabytes."""


class Quarantine(Nobody):
    """A keeper; with `keep` false it only counts."""

    def __init__(self, vault: Vault, progress: Progress, *, keep: bool) -> None:
        self._vault = vault
        self._progress = progress
        self._keep = keep
        self._octets = 0
        self._waiting: dict[str, Path] = {}
        self.streams: dict[str, list[bytes]] = {}
        self.heads: dict[str, tuple[Head, str]] = {}
        self.objects: set[str] = set()

    def opened(self, bag: Bag, doubts: Sequence[Unsure]) -> None:
        """Let nothing in while there is doubt about who speaks."""
        if doubts:
            raise doubts[0]

    def line(self, dev: str, line: bytes) -> None:
        """Keep a line."""
        self._octets += len(line)
        if self._octets > MAX_JOURNAL:
            raise Refused(tr("Jurnal dalam berkas kasus terlalu besar."), code="too-big")
        self.streams.setdefault(dev, []).append(line)

    def head(self, head: Head, signature: str) -> None:
        """Keep the signed head of a stream."""
        self.heads[head.dev] = head, signature

    def object(self, part: Part, content: Content) -> None:
        """Re-seal an object that this home does not hold yet, or only as a damaged one."""
        self._progress.advance(0)  # a wish to stop is heard here
        self.objects.add(part.sha256)
        if self._keep and part.sha256 not in self._waiting and not self._vault.stands(part.sha256):
            temp = self._vault.incoming_file()
            self._waiting[part.sha256] = temp
            seal_to(temp, cast(IO[bytes], content), self._vault.recipients)

    def new_objects(self) -> int:
        """Count the objects that this home does not hold."""
        return sum(not self._vault.has(name) for name in self.objects)

    def adopt(self) -> None:
        """Give the proven objects their places."""
        self._vault.adopt_group([(temp, sha256) for sha256, temp in self._waiting.items()])
        self._waiting.clear()

    def clear(self) -> None:
        """Forget everything that was not adopted."""
        for temp in self._waiting.values():
            temp.unlink(missing_ok=True)
        self._waiting.clear()
