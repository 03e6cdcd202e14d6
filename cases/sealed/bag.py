"""
The BagIt layer: declaration, manifests, signature.

The manifests are written in the order of the archive and read back strictly: what does not come
out again byte for byte is refused.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cases.errors import NetraError
from cases.keys import sshsig
from cases.language import tr
from cases.sealed.info import Info, parse_info
from cases.sealed.names import (
    DECLARATION,
    INFO,
    MANIFEST,
    REQUIRED,
    SIGNATURE,
    TAG_MANIFEST,
    TAGS,
    Kind,
    classify,
    place,
)
from cases.sealed.refusal import Refused

NAMESPACE = "netra-case-v1"
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_SIGNED = (DECLARATION, INFO, MANIFEST)
"""The files that the tag manifest lists."""
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


@dataclass(frozen=True, slots=True)
class Part:
    """A payload file as the manifest lists it."""

    name: str
    sha256: str
    kind: Kind
    subject: str
    """The hash or key in the name; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Bag:
    """A bag whose signature and manifests hold; nothing is known of its contents yet."""

    info: Info
    parts: tuple[Part, ...]
    signer: str
    """The key that signed, whoever that is."""


def manifest(hashes: Sequence[tuple[str, str]]) -> bytes:
    """Write (name, SHA-256) as `sha256sum -c` reads them."""
    return "".join(f"{sha256}  {name}\n" for name, sha256 in hashes).encode("ascii")


def tags(info: Info, payload: Mapping[str, str], seed: bytes) -> dict[str, bytes]:
    """Make the tag files for `payload` (name to SHA-256), signed with `seed`."""
    listed = manifest([(name, payload[name]) for name in sorted(payload, key=place)])
    files = {DECLARATION: BAGIT, INFO: info.encode(), MANIFEST: listed}
    files[TAG_MANIFEST] = _tag_manifest(files)
    files[SIGNATURE] = sshsig.sign(seed, NAMESPACE, files[TAG_MANIFEST]).encode("ascii")
    return files


def _tag_manifest(files: Mapping[str, bytes]) -> bytes:
    return manifest([(name, hashlib.sha256(files[name]).hexdigest()) for name in _SIGNED])


def open_bag(files: Mapping[str, bytes], max_entries: int) -> Bag:
    """Check the tag files against each other and the signature; list the payload."""
    signer = _signer(files)
    expected = _tag_manifest(files)
    if files[TAG_MANIFEST] != expected:
        raise _name_the_changed(files[TAG_MANIFEST], expected)
    if files[DECLARATION] != BAGIT:
        raise Refused(
            tr("Berkas ini bukan berkas kasus: pernyataan BagIt tidak dikenal."),
            code="bad-declaration",
            file=DECLARATION,
        )
    info = parse_info(files[INFO])
    parts = _parts(files[MANIFEST], max_entries)
    if info.dev != signer:
        raise _bad_signature()
    if info.count != len(parts):
        raise _bad_manifest(MANIFEST)
    return Bag(info, parts, signer)


def _signer(files: Mapping[str, bytes]) -> str:
    # Whatever is wrong with the signature, the reader learns one thing: it does not hold.
    try:
        armour = files[SIGNATURE].decode("ascii")
        return sshsig.verify(armour, NAMESPACE, files[TAG_MANIFEST])
    except (NetraError, UnicodeDecodeError) as error:
        raise _bad_signature() from error


def _name_the_changed(found: bytes, expected: bytes) -> Refused:
    changed = set(found.split(b"\n")) ^ set(expected.split(b"\n"))
    for name in _SIGNED:
        if any(line.endswith(name.encode()) for line in changed):
            return Refused(
                tr("Bagian {file} dalam berkas kasus berubah.", file=name),
                code="hash-differs",
                file=name,
            )
    return _bad_manifest(TAG_MANIFEST)


def _parts(data: bytes, max_entries: int) -> tuple[Part, ...]:
    lines = data.decode("ascii", "replace").splitlines()
    if len(lines) + len(TAGS) > max_entries:
        raise Refused(
            tr("Berkas kasus berisi terlalu banyak bagian."), code="too-many", file=MANIFEST
        )
    parts = tuple(_part(line) for line in lines)
    names = [part.name for part in parts]
    in_order = names == sorted(names, key=place)
    unique = len({name.casefold() for name in names}) == len(names)
    canonical = manifest([(part.name, part.sha256) for part in parts]) == data
    if not (in_order and unique and canonical):
        raise _bad_manifest(MANIFEST)
    _check_complete(parts)
    return parts


def _part(line: str) -> Part:
    match = _LINE.fullmatch(line)
    if match is None:
        raise _bad_manifest(MANIFEST)
    sha256, name = match.groups()
    found = classify(name)
    if found is None:
        shown = repr(name)[1:-1]  # it may hold anything that a terminal would obey
        raise Refused(
            tr("Berkas kasus berisi bagian bernama “{name}”; itu tidak diizinkan.", name=shown),
            code="bad-name",
            file=shown,
        )
    kind, subject = found
    if kind in {Kind.IDENTITY, Kind.PREVIEW, Kind.OBJECT} and subject != sha256:
        raise _bad_manifest(name)
    return Part(name, sha256, kind, subject)


def _check_complete(parts: Sequence[Part]) -> None:
    names = {part.name for part in parts}
    streams = {part.subject for part in parts if part.kind is Kind.JOURNAL}
    signed = {part.subject for part in parts if part.kind is Kind.HEAD}
    missing = [name for name in REQUIRED if name not in names]
    if missing or not streams or streams != signed:
        raise Refused(
            tr("Berkas kasus tidak lengkap: bagian yang wajib tidak ada."),
            code="incomplete",
            file=missing[0] if missing else "data/journal",
        )


def _bad_signature() -> Refused:
    return Refused(
        tr("Tanda tangan digital pada berkas kasus tidak cocok."),
        code="bad-signature",
        file=SIGNATURE,
    )


def _bad_manifest(file: str) -> Refused:
    return Refused(
        tr("Daftar isi berkas kasus tidak menurut bentuk baku."), code="bad-manifest", file=file
    )
