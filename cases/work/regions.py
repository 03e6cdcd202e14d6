"""
Regions: the name of a code, and the district a point lies in.

Borders come from a region pack that is installed like a pack of rules, signed by the office with
`netra-pack-v1` over the file itself. Without one there are names only. Where a point lies is a
suggestion with its distance to the border, for a person to confirm; it is never stored.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import cos, isfinite, radians
from pathlib import Path

import msgspec
from sqlalchemy import select

from cases import disk
from cases.errors import NetraError
from cases.home import Home
from cases.keys import sshsig
from cases.language import tr
from cases.tables import setting
from cases.work import borders, times
from cases.work.installed import FOLDER, signers_of
from cases.work.pack_files import NAMESPACE
from cases.work.region_codes import chain_of, name_of, names
from cases.work.region_pack import LARGEST, BadRegions, RegionPack, opened

NEAREST_KM = 1.0
"""A point in a gap between simplified borders belongs to the nearest district within this."""
_FILE = "wilayah"
_SETTING = "region"


class InstalledRegions(msgspec.Struct, frozen=True):
    """The region pack of a home; without signer it is `tidak ditandatangani`."""

    name: str
    sha256: str
    signer: str
    regions: int
    about: str = ""

    @property
    def mark(self) -> str:
        """What is said wherever the pack is used: empty, or that nobody vouches for it."""
        return "" if self.signer else tr("tidak ditandatangani")


@dataclass(frozen=True, slots=True)
class RegionGuess:
    """The district a point probably lies in."""

    code: str
    names: tuple[str, ...]
    """District, regency, province."""
    border_km: float
    """Distance to the nearest border of that district."""
    inside: bool
    """False: in no district; this is the nearest one."""
    mark: str
    words: str


def sign_regions(home: Home, file: Path) -> Path:
    """Sign a region pack with the key of the office; gives the signature's file."""
    office = home.keys.office
    if office is None:
        raise NetraError(
            tr("Rumah data ini bukan milik kantor; hanya kantor menandatangani paket wilayah."),
            tr("Jalankan perintah ini di rumah data kantor kabupaten/kota."),
            code="no-office",
        )
    data = _read(file)
    with opened(file) as pack:
        pack.check()
    target = _signature_of(file)
    disk.save(target, sshsig.sign(office.seed, NAMESPACE, data).encode())
    return target


def install_regions(home: Home, file: Path, *, unsigned: bool = False) -> InstalledRegions:
    """Install a region pack; `unsigned` takes one that nobody signed, and marks it so."""
    data = _read(file)
    signer = _signer(home, file, data)
    if not signer and not unsigned:
        raise BadRegions(tr("tanda tangan kantor tidak ada"))
    folder = home.folder / FOLDER / _FILE
    sha256 = hashlib.sha256(data).hexdigest()
    target = folder / f"{sha256}.sqlite"
    with disk.in_words(target):
        disk.make_folder(folder)
        disk.save(target, data)
    try:
        with opened(target) as pack:
            found = InstalledRegions(file.name, sha256, signer, pack.check(), pack.about())
    except BadRegions:
        target.unlink()
        raise
    _remember(home, found)
    _tidy(folder, target)
    return found


def installed_regions(home: Home) -> InstalledRegions | None:
    """Tell which region pack this home has."""
    with home.read() as connection:
        text = connection.execute(
            select(setting.c.value).where(setting.c.key == _SETTING)
        ).scalar()
    return msgspec.json.decode(text, type=InstalledRegions) if text else None


@contextmanager
def regions_of(home: Home) -> Iterator["Regions"]:
    """Open the regions of a home for several questions."""
    installed = installed_regions(home)
    if installed is None:
        yield Regions(None, "")
        return
    path = home.folder / FOLDER / _FILE / f"{installed.sha256}.sqlite"
    try:
        whole = hashlib.sha256(_read(path)).hexdigest() == installed.sha256
    except NetraError:
        whole = False
    if not whole:
        raise BadRegions(tr("berkasnya hilang atau berubah sesudah dipasang"))
    with opened(path) as pack:
        yield Regions(pack, installed.mark)


class Regions:
    """Answers about regions, with or without borders."""

    def __init__(self, pack: RegionPack | None, mark: str) -> None:
        self._pack, self._mark = pack, mark

    @property
    def has_borders(self) -> bool:
        """Whether a region pack is installed."""
        return self._pack is not None

    def name(self, code: str) -> str:
        """Name a region and what it lies in; empty where nobody knows the code."""
        return name_of(code) or ", ".join(self._chain(code))

    def at(self, lat: float, lon: float) -> RegionGuess | None:
        """Suggest the district of a point; None: no borders, or none of them is near."""
        if self._pack is None or not (isfinite(lat) and isfinite(lon) and abs(lat) <= 80):
            return None
        reach = NEAREST_KM / (borders.KM_PER_DEGREE * cos(radians(lat)))
        placed = [
            (
                not borders.contains(area.rings, lat, lon),
                borders.distance_km(area.rings, lat, lon),
                area.code,
            )
            for area in self._pack.near(lat, lon, reach)
        ]
        # inside first, and deepest inside; outside the nearest
        placed.sort(key=lambda one: (one[0], one[1] if one[0] else -one[1], one[2]))
        if not placed or (placed[0][0] and placed[0][1] > NEAREST_KM):
            return None
        outside, km, code = placed[0]
        found = self._chain(code)
        return RegionGuess(code, found, km, not outside, self._mark, self._words(found, placed[0]))

    def _chain(self, code: str) -> tuple[str, ...]:
        if self._pack is None:
            return chain_of(code, names())
        parts = [code[:end] for end in range(len(code), 0, -3)]
        known = {part: self._pack.name(part) or names().get(part, "") for part in parts}
        return chain_of(code, {part: name for part, name in known.items() if name})

    def _words(self, found: tuple[str, ...], placed: tuple[bool, float, str]) -> str:
        outside, km, _ = placed
        near = tr("perkiraan, {km} km dari batas", km=times.number(km, 1))
        if outside:
            near = tr("perkiraan, {km} km di luar batas", km=times.number(km, 1))
        marks = f"{near}; {self._mark}" if self._mark else near
        return f"{', '.join(found)} ({marks})"


def region_at(home: Home, lat: float, lon: float) -> RegionGuess | None:
    """Suggest the district of one point."""
    with regions_of(home) as regions:
        return regions.at(lat, lon)


def _remember(home: Home, found: InstalledRegions) -> None:
    with home.write() as tx:
        kept = tx.connection.execute(
            select(setting.c.value).where(setting.c.key == _SETTING)
        ).scalar()
        value = msgspec.json.encode(found).decode()
        if kept == value:
            return
        body = {"region": found.name, "sha256": found.sha256, "signer": found.signer}
        tx.append("region.installed", body, case=None)
        tx.connection.execute(setting.delete().where(setting.c.key == _SETTING))
        tx.connection.execute(setting.insert(), {"key": _SETTING, "value": value})


def _tidy(folder: Path, target: Path) -> None:
    """Remove the pack that was there before."""
    for old in folder.glob("*.sqlite"):
        if old != target:
            old.unlink(missing_ok=True)


def _signature_of(file: Path) -> Path:
    return file.with_name(f"{file.name}.sig")


def _signer(home: Home, file: Path, data: bytes) -> str:
    """Tell who signed the file; empty where there is no signature. A wrong one is refused."""
    path = _signature_of(file)
    if not path.is_file():
        return ""
    with disk.in_words(path):
        armour = path.read_bytes()[:8192].decode("ascii", "replace")
    try:
        signer = sshsig.verify(armour, NAMESPACE, data)
    except sshsig.BadSignature as error:
        raise BadRegions(tr("tanda tangannya tidak cocok")) from error
    if signer not in signers_of(home):
        name = sshsig.fingerprint(signer)
        raise BadRegions(tr("ditandatangani kunci lain ({kunci})", kunci=name))
    return signer


def _read(file: Path) -> bytes:
    with disk.in_words(file):
        if file.stat().st_size > LARGEST:
            raise BadRegions(tr("terlalu besar"))
        return file.read_bytes()
