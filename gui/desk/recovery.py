"""Passphrase and recovery sheet of an open home."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cases.home import Home
    from cases.keys.recovery import RecoveryCode


def is_kept(home: "Home") -> bool:
    """Whether the sheet of the code in use was saved, printed or typed back."""
    from cases import recovering

    return recovering.is_kept(home)


def note_kept(home: "Home") -> None:
    """Note that somebody has the sheet of the code in use."""
    from cases import recovering

    recovering.note_kept(home)


def new_code() -> "RecoveryCode":
    """Make a code that opens nothing yet."""
    from cases.keys import recovery

    return recovery.new()


def renew(home: "Home", passphrase: str, code: "RecoveryCode") -> None:
    """Put a new code, on paper by now, in the place of the old one."""
    from cases import recovering

    recovering.renew(home, passphrase, code)


def sheet(home: "Home", code: "RecoveryCode") -> bytes:
    """Draw the sheet with a code, a PDF."""
    from cases.papers.forms.recovery_sheet import recovery_sheet

    return recovery_sheet(home.officer, code, office=home.keys.office is not None)


def change_passphrase(home: "Home", old: str, new: str) -> None:
    """Change the passphrase of the signed-in officer."""
    from cases.keys import slots

    slots.change_passphrase(home.keys, old, new)
