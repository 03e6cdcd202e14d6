"""
A pack that comes from outside: TOML files with a signed list of them, in a folder or one file.

    <folder>/*.toml, examples/*.toml     the pack
    <folder>/manifest-sha256.txt         `<sha256>  <name>` of every file, as sha256sum prints it
    <folder>/manifest-sha256.txt.sig     SSHSIG of the list, namespace netra-pack-v1, office key

One file is a ZIP of these, for a stick or a chat. A clerk checks it with `sha256sum -c` and
`ssh-keygen -Y verify`.
"""

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from cases import disk
from cases.errors import NetraError
from cases.keys import sshsig
from cases.language import tr

NAMESPACE = "netra-pack-v1"
MANIFEST = "manifest-sha256.txt"
SIGNATURE = f"{MANIFEST}.sig"
_MOST_FILES = 200
_LARGEST = 4 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NAME = re.compile(rf"(?:[A-Za-z0-9_-]+/)?[A-Za-z0-9_.-]+\.toml|{re.escape(MANIFEST)}(?:\.sig)?")
"""Files of a pack: TOML, at most one folder deep, and the seals."""


@dataclass(frozen=True, slots=True)
class SignedPack:
    """The files of a pack, and whose signature vouches for them."""

    files: Mapping[str, bytes]
    manifest: str
    """SHA-256 of the list."""
    signer: str
    seals: Mapping[str, bytes]
    """The list and its signature, as they came."""


class BadPack(NetraError):
    """The folder is no pack that somebody known has signed."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            tr("Paket aturan ini tidak dapat dipakai: {alasan}.", alasan=reason),
            tr("Minta paket yang ditandatangani dari kantor kabupaten/kota."),
            code="bad-pack",
        )


def read_files(folder: Path) -> dict[str, bytes]:
    """Read the TOML files of a folder; links and files too large to be a pack are refused."""
    found: dict[str, bytes] = {}
    with disk.in_words(folder):
        for path in sorted(folder.rglob("*.toml")):
            if path.is_symlink() or not path.is_file():
                raise BadPack(tr("{nama} bukan berkas biasa", nama=path.name))
            if len(found) == _MOST_FILES or path.stat().st_size > _LARGEST:
                raise BadPack(tr("terlalu besar untuk sebuah paket"))
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def manifest_of(files: Mapping[str, bytes]) -> bytes:
    """List files with their SHA-256."""
    lines = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return "".join(lines).encode()


def read_signed(place: Path, signers: Collection[str]) -> SignedPack:
    """Read a pack whose list one of the keys `signers` has signed; anything else is refused."""
    found = _read_zip(place) if place.is_file() else _read_folder(place)
    seals = {name: found.pop(name) for name in (MANIFEST, SIGNATURE) if name in found}
    if len(seals) < 2:
        raise BadPack(tr("tanda tangan kantor tidak ada"))
    manifest = seals[MANIFEST]
    try:
        armour = seals[SIGNATURE][:8192].decode("ascii", "replace")
        signer = sshsig.verify(armour, NAMESPACE, manifest)
    except sshsig.BadSignature as error:
        raise BadPack(tr("tanda tangannya tidak cocok")) from error
    if signer not in signers:
        name = sshsig.fingerprint(signer)
        raise BadPack(tr("ditandatangani kunci lain ({kunci})", kunci=name))
    if manifest != manifest_of(found):
        raise BadPack(tr("isinya sudah diubah sesudah ditandatangani"))
    return SignedPack(found, hashlib.sha256(manifest).hexdigest(), signer, seals)


def write_zip(pack: SignedPack) -> bytes:
    """Put a signed pack into one file; the same pack gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted({**pack.files, **pack.seals}.items()):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _read_folder(folder: Path) -> dict[str, bytes]:
    found = read_files(folder)
    with disk.in_words(folder):
        for name in (MANIFEST, SIGNATURE):
            if (folder / name).is_file():
                found[name] = (folder / name).read_bytes()
    return found


def _read_zip(file: Path) -> dict[str, bytes]:
    """Read the files of a ZIP into memory; names that could lead outside are refused."""
    found: dict[str, bytes] = {}
    try:
        with disk.in_words(file), zipfile.ZipFile(file) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            if len(entries) > _MOST_FILES + 2 or any(one.file_size > _LARGEST for one in entries):
                raise BadPack(tr("terlalu besar untuk sebuah paket"))
            for one in entries:
                if not _NAME.fullmatch(one.filename):
                    raise BadPack(tr("{nama} bukan berkas biasa", nama=one.filename[:60]))
                found[one.filename] = archive.read(one)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise BadPack(tr("berkasnya rusak atau bukan paket")) from error
    return found
