"""
Packs of rules on disk: which there are, and each one read once in a process.
"""

from functools import cache

from cases.errors import NetraError
from cases.language import tr
from cases.resources import root
from rules.pack import Pack, PackError, parse


def names() -> tuple[str, ...]:
    """Give the packs that came with the program, oldest first."""
    folder = root() / "rules" / "packs"
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir()))


def newest() -> str:
    """Give the pack that a new case uses."""
    return names()[-1]


@cache
def load(name: str) -> Pack:
    """Read a pack; a case keeps the one it was opened with."""
    folder = root() / "rules" / "packs" / name
    if name not in names():
        raise NetraError(
            tr("Paket aturan “{name}” tidak ada di Netra ini.", name=name),
            tr("Pasang paket itu, atau pilih paket lain untuk kasus ini."),
            code="pack-missing",
        )
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.toml")
    }
    try:
        return parse(files)
    except PackError as error:
        raise NetraError(
            tr("Paket aturan “{name}” rusak: {detail}", name=name, detail=str(error)),
            tr("Pasang ulang Netra."),
            code="pack-damaged",
        ) from error
