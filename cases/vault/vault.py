"""
The vault: objects by the SHA-256 of their plaintext, stored as age files.

    objects/<first 2 hex digits>/<sha256>.age    finished objects
    incoming/                                    ciphertexts being written; no use after a crash

An object is written under another name, synced, renamed, its folder synced: a crash leaves a file
in `incoming`, never a damaged object. No plaintext ever reaches the disk.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple
from uuid import uuid4

from cases import disk
from cases.errors import NetraError
from cases.platform import sync_folder
from cases.vault.errors import ObjectDamaged, ObjectMissing, VaultLocked
from cases.vault.sealing import NotOpened, open_stream, seal_to

_NAME = re.compile(r"[0-9a-f]{64}")
IN_MEMORY = 64 << 20
"""Ciphertexts up to this size are opened in memory, in one pass."""

_WAITING = 8
"""So many files wait for the disk side by side."""

_being_written: set[Path] = set()
"""Files that `incoming_file` gave out in this process: a running import survives a re-unlock."""


class Stored(NamedTuple):
    """What `put_stream` stored: SHA-256 and size of the plaintext."""

    sha256: str
    size: int


class Vault:
    """Objects of one home. Without an identity it is locked: it takes in, but does not open."""

    def __init__(self, folder: Path, recipients: tuple[str, ...], identity: str | None) -> None:
        self.folder = folder
        self.recipients = recipients
        self._identity = identity
        self._incoming = folder / "incoming"
        self._objects = folder / "objects"
        for place in (self._incoming, self._objects):
            with disk.in_words(place):
                disk.make_folder(place)

    def lock(self) -> None:
        """Forget the identity."""
        self._identity = None

    def put(self, data: bytes) -> str:
        """Store a small object; returns its SHA-256. The same bytes again mend at the most."""
        return self.put_stream(BytesIO(data)).sha256

    def put_group(self, many: Sequence[bytes]) -> list[str]:
        """Store several small objects, safe on disk together; returns their SHA-256."""
        sealed: list[tuple[Path, str]] = []
        try:
            for data in many:
                temp = self.incoming_file()
                sha256, _ = seal_to(temp, BytesIO(data), self.recipients, settle=False)
                sealed.append((temp, sha256))
            self.adopt_group(sealed)
        except NetraError:
            for temp, _ in sealed:
                temp.unlink(missing_ok=True)
                _being_written.discard(temp)
            raise
        return [sha256 for _, sha256 in sealed]

    def put_stream(self, source: IO[bytes]) -> Stored:
        """Store whatever `source` gives, in one pass."""
        temp = self.incoming_file()
        sha256, size = seal_to(temp, source, self.recipients)
        self.adopt(temp, sha256)
        return Stored(sha256, size)

    def adopt(self, temp: Path, sha256: str, *, replace: bool = False) -> None:
        """Put a finished and synced ciphertext in its place; a sound object stays unless told."""
        target = self.ciphertext(sha256)
        stays = not replace and self.stands(sha256)
        with disk.in_words(target):
            if stays:
                temp.unlink()
            else:
                disk.make_folder(target.parent)
                disk.place(temp, target)
        _being_written.discard(temp)

    def adopt_group(self, sealed: Iterable[tuple[Path, str]]) -> None:
        """
        Put several ciphertexts in place, settled or not; all are safe when this returns.

        First all bytes, then all names, then all folders, each kind waited for side by side: the
        disk then takes them together, so a group costs little more than one.
        """
        places = [(temp, self.ciphertext(sha256)) for temp, sha256 in sealed]
        with disk.in_words(self._objects), ThreadPoolExecutor(_WAITING) as waiting:
            list(waiting.map(disk.settle_file, [temp for temp, _ in places]))
            for temp, target in places:
                if self.stands(target.stem):
                    temp.unlink()
                else:
                    disk.make_folder(target.parent)
                    temp.replace(target)
            list(waiting.map(sync_folder, {target.parent for _, target in places}))
        _being_written.difference_update(temp for temp, _ in places)

    def incoming(self) -> Path:
        """Folder for unfinished ciphertexts, on the same file system."""
        return self._incoming

    def incoming_file(self) -> Path:
        """Path of a new file in `incoming`, safe from `remove_stale_incoming` of this process."""
        path = self._incoming / f"{uuid4().hex}.part"
        _being_written.add(path)
        return path

    def remove_stale_incoming(self) -> int:
        """Remove what a crash left in `incoming`; returns how many files. Call it when opening."""
        with disk.in_words(self._incoming):
            stale = [path for path in self._incoming.iterdir() if path not in _being_written]
            for path in stale:
                path.unlink()
        return len(stale)

    def read(self, sha256: str) -> bytes:
        """Open an object in memory; returns only bytes whose hash is right."""
        sink = BytesIO()
        self._open(sha256, sink)
        return sink.getvalue()

    def stream(self, sha256: str, sink: IO[bytes]) -> int:
        """
        Open an object into `sink`, which must be memory or an encrypted quarantine.

        The sink gets its first byte only after the whole object has been opened once with the
        right hash: small ones in memory, large ones in a pass of their own. A large one may still
        be damaged between the passes; then `ObjectDamaged` is raised and the sink is worthless.
        """
        if self.size(sha256) <= IN_MEMORY:
            return sink.write(self.read(sha256))
        self._open(sha256, None)
        return self._open(sha256, sink)

    def verify(self, sha256: str) -> bool:
        """Tell whether the object is there and opens to the right hash."""
        try:
            self._open(sha256, None)
        except (ObjectDamaged, ObjectMissing, disk.DiskTrouble):
            return False
        return True

    def stands(self, sha256: str) -> bool:
        """
        Tell whether a new ciphertext of this object is not needed.

        One that is damaged is replaced by bytes that are brought again. A locked vault cannot look
        inside, and keeps what is there.
        """
        try:
            return self.has(sha256) and self.verify(sha256)
        except VaultLocked:
            return True

    def has(self, sha256: str) -> bool:
        """Tell whether there is an object of this name (its content is not looked at)."""
        return self.ciphertext(sha256).is_file()

    def size(self, sha256: str) -> int:
        """Size of the ciphertext in bytes."""
        path = self.ciphertext(sha256)
        if not path.is_file():
            raise ObjectMissing(sha256)
        with disk.in_words(path):
            return path.stat().st_size

    def names(self) -> Iterator[str]:
        """Names of all objects, sorted; files that are no objects are passed over."""
        for shelf in sorted(self._objects.iterdir()):
            for path in sorted(shelf.glob("*.age")) if shelf.is_dir() else ():
                if _NAME.fullmatch(path.stem) and path.stem[:2] == shelf.name:
                    yield path.stem

    def ciphertext(self, sha256: str) -> Path:
        """Path of the age file of an object, whether it is there or not."""
        if not _NAME.fullmatch(sha256):
            raise ObjectMissing(sha256)
        return self._objects / sha256[:2] / f"{sha256}.age"

    def reseal(self, sha256: str) -> None:
        """Encrypt an object again, to the recipients of today; its name stays."""
        self.size(sha256)
        temp = self.incoming_file()
        with ThreadPoolExecutor(1) as opener:
            # a pipe lives in memory: the plaintext goes from one age stream to the other
            out, into = os.pipe()
            opening = opener.submit(self._pour, sha256, into)
            with open(out, "rb", buffering=0) as source:  # noqa: PTH123 - it is no path
                found, _ = seal_to(temp, source, self.recipients)
        if found != sha256 or opening.exception() is not None:
            temp.unlink(missing_ok=True)
            raise opening.exception() or ObjectDamaged(sha256)
        self.adopt(temp, sha256, replace=True)

    def remove(self, sha256: str) -> None:
        """Erase an object; the event that names it stays and says so."""
        path = self.ciphertext(sha256)
        with disk.in_words(path):
            path.unlink(missing_ok=True)

    def _pour(self, sha256: str, into: int) -> None:
        with open(into, "wb", buffering=0) as sink:
            self._open(sha256, sink)

    def _open(self, sha256: str, sink: IO[bytes] | None) -> int:
        if self._identity is None:
            raise VaultLocked
        path = self.ciphertext(sha256)
        if not path.is_file():
            raise ObjectMissing(sha256)
        try:
            with disk.in_words(path), path.open("rb") as source:
                found, size = open_stream(source, sink, self._identity)
        except NotOpened as error:
            raise ObjectDamaged(sha256) from error
        if found != sha256:
            raise ObjectDamaged(sha256)
        return size
