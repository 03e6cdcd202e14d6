"""
`init`: a home appears with its recovery sheet, or not at all.

The home is made in a folder of its own inside the chosen one. Only when the sheet with the
recovery code is safely on disk do the parts move to their place, `vault.json` last: at no moment
is there a home whose recovery code nobody has.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from cases import disk, recovering
from cases import home as homes
from cases.commands import frame
from cases.commands.files import need_new, write_new
from cases.errors import NetraError
from cases.home import Home
from cases.keys import homefile
from cases.keys.cards import OfficeCard
from cases.keys.entries import OfficeProfile, Profile
from cases.language import tr
from cases.papers.forms.recovery_sheet import recovery_sheet
from cases.platform import sync_folder

_LAST = "vault.json"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new home is made from."""

    folder: Path
    profile: Profile
    office: OfficeProfile | None
    card: OfficeCard | None
    sheet: Path


def check_names(*names: str) -> None:
    """Refuse names that papers could not print."""
    for name in names:
        if not name.strip() or len(name) > _LONGEST or not name.isprintable():
            raise NetraError(
                tr(
                    "Nama “{nama}” kosong, terlalu panjang, atau berisi tanda aneh.",
                    nama=name[:40],
                ),
                tr("Tulis nama dengan huruf biasa, paling banyak {n} huruf.", n=_LONGEST),
                code="bad-name",
            )


def need_place(folder: Path, sheet: Path) -> None:
    """Refuse, before a passphrase is asked for, what could not be finished."""
    if homefile.exists(folder):
        raise NetraError(
            tr("Di folder ini sudah ada rumah data; tidak ada yang diubah."),
            tr("Pilih folder lain, atau buka rumah data yang ada."),
            code="home-exists",
        )
    need_new(sheet)


def begin_home(beginning: Beginning, passphrase: str) -> dict[str, Any]:
    """Make the home and its recovery sheet; tells who it belongs to."""
    with _staging(beginning.folder) as staging:
        home, code = homes.create(
            staging,
            beginning.profile,
            passphrase,
            office=beginning.office,
            cost=frame.COST,
        )
        try:
            if beginning.card:
                homes.enrol(home, beginning.card)
            told = described(home)
            recovering.note_kept(home)  # a home whose sheet cannot be written never comes to be
            sheet = f"{code.text}\n".encode()
            if beginning.sheet.suffix.lower() == ".pdf":
                sheet = recovery_sheet(home.officer, code, office=beginning.office is not None)
        finally:
            home.lock()
        write_new(beginning.sheet, sheet)
        try:
            _move_in(staging, beginning.folder)
        except NetraError:
            beginning.sheet.unlink(missing_ok=True)
            raise
    return told


def described(home: Home) -> dict[str, Any]:
    """Tell whose home this is."""
    enrolled, office = home.keys.enrolled, home.keys.office
    return {
        "home": home.keys.home,
        "dev": home.keys.dev,
        "officer": home.officer.name,
        "office": home.officer.office,
        "office_id": office.id if office else enrolled.id if enrolled else None,
    }


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    made = not folder.exists()
    staging = folder / f".baru-{uuid4().hex[:8]}"
    try:
        with disk.in_words(folder):
            disk.make_folder(staging)
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if made and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _move_in(staging: Path, folder: Path) -> None:
    with disk.in_words(folder):
        # Either copy of the keys makes a home of the folder: both come when all else is there.
        for part in sorted(staging.iterdir(), key=_turn):
            part.rename(folder / part.name)
        sync_folder(folder)


def _turn(part: Path) -> tuple[bool, bool]:
    return part.name.startswith(_LAST), part.name == _LAST
