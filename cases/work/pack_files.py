"""
A pack that comes from outside: a folder of TOML files with a signed list of them.

    <folder>/*.toml, examples/*.toml     the pack
    <folder>/manifest-sha256.txt         `<sha256>  <name>` of every file, as sha256sum prints it
    <folder>/manifest-sha256.txt.sig     SSHSIG of the list, namespace netra-pack-v1, office key

A clerk checks it with `sha256sum -c` and `ssh-keygen -Y verify`.
"""

import hashlib
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


@dataclass(frozen=True, slots=True)
class SignedPack:
    """The files of a pack, and whose signature vouches for them."""

    files: Mapping[str, bytes]
    manifest: str
    """SHA-256 of the list."""
    signer: str


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


def read_signed(folder: Path, signers: Collection[str]) -> SignedPack:
    """Read a pack whose list one of the keys `signers` has signed; anything else is refused."""
    if not (folder / MANIFEST).is_file() or not (folder / SIGNATURE).is_file():
        raise BadPack(tr("tanda tangan kantor tidak ada"))
    files = read_files(folder)
    with disk.in_words(folder):
        manifest = (folder / MANIFEST).read_bytes()
        armour = (folder / SIGNATURE).read_bytes()[:8192].decode("ascii", "replace")
    try:
        signer = sshsig.verify(armour, NAMESPACE, manifest)
    except sshsig.BadSignature as error:
        raise BadPack(tr("tanda tangannya tidak cocok")) from error
    if signer not in signers:
        name = sshsig.fingerprint(signer)
        raise BadPack(tr("ditandatangani kunci lain ({kunci})", kunci=name))
    if manifest != manifest_of(files):
        raise BadPack(tr("isinya sudah diubah sesudah ditandatangani"))
    return SignedPack(files, hashlib.sha256(manifest).hexdigest(), signer)
