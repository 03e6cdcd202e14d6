"""
Packs of rules on disk: which there are, and each one read once in a process.

Shipped packs are trusted with the program. Those installed into a home are read with the keys
that may sign them, each time anew: `use_folder` says where, once the home is open.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from cases.errors import NetraError
from cases.language import tr
from cases.resources import root
from cases.work.pack_files import read_files, read_signed
from cases.work.refusals import refusal
from rules.pack import Pack, PackError, parse, read_whole

NAME = re.compile(r"[a-z][a-z0-9_]{0,40}-[0-9]{1,6}(\.[0-9]{1,6}){0,3}")
"""How a pack is called: name, hyphen, version."""

_installed: tuple[Path, frozenset[str]] | None = None


def use_folder(folder: Path | None, signers: frozenset[str] = frozenset()) -> None:
    """Look for installed packs in `folder` too (None: no longer); `signers` may sign them."""
    global _installed  # noqa: PLW0603 - one open home for the whole process
    chosen = (folder, signers) if folder else None
    if chosen != _installed:
        _installed = chosen
        load.cache_clear()


def shipped() -> tuple[str, ...]:
    """Give the packs that came with the program, oldest first."""
    return tuple(sorted(_folders(root() / "rules" / "packs"), key=_age))


def names() -> tuple[str, ...]:
    """Give all packs, oldest first."""
    found = set(shipped())
    if _installed:
        found.update(_folders(_installed[0]))
    return tuple(sorted(found, key=_age))


def newest() -> str:
    """Give the pack that a new case uses: the newest of those with the shipped name."""
    name = shipped()[-1].partition("-")[0]
    return [one for one in names() if one.partition("-")[0] == name][-1]


@cache
def load(name: str) -> Pack:
    """Read a pack; a case keeps the one it was opened with."""
    if name in shipped():
        return _load_shipped(name)
    if name not in names():
        raise NetraError(
            tr("Paket aturan “{name}” tidak ada di Netra ini.", name=name),
            tr("Pasang paket itu, atau pilih paket lain untuk kasus ini."),
            code="pack-missing",
        )
    return _parsed(name, files_of(name), whole=False)


@cache
def _load_shipped(name: str) -> Pack:
    """Read a pack of the program, once for as long as it runs, whichever home is open."""
    return _parsed(name, files_of(name), whole=False)


def files_of(name: str) -> Mapping[str, bytes]:
    """Read the files of a pack."""
    if name in shipped():
        return read_files(root() / "rules" / "packs" / name)
    if _installed is None:
        raise LookupError(name)
    folder, signers = _installed
    return read_signed(folder / name, signers).files


def parse_files(name: str, files: Mapping[str, bytes]) -> Pack:
    """Read a whole pack from its files, in words where it is damaged."""
    return _parsed(name, files, whole=True)


def _parsed(name: str, files: Mapping[str, bytes], *, whole: bool) -> Pack:
    try:
        pack = parse(files)
        if whole:
            read_whole(pack)
    except PackError as error:
        raise NetraError(
            tr("Paket aturan “{name}” rusak: {detail}", name=name, detail=refusal(error).message),
            tr("Perbaiki berkas itu, atau minta paket yang utuh.")
            if whole
            else tr("Pasang ulang Netra."),
            code="pack-damaged",
        ) from error
    return pack


def _folders(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from (one.name for one in folder.iterdir() if NAME.fullmatch(one.name))


def _age(name: str) -> tuple[str, list[int], str]:
    name, _, version = name.partition("-")
    return name, [int(part) for part in version.split(".") if part.isdecimal()], version
