"""The passphrase: the first line of a file, or asked at the terminal, never an argument."""

import getpass
import sys
from pathlib import Path

from cases.commands.files import read_file
from cases.errors import NetraError
from cases.language import tr

_LARGEST = 1 << 16


def read_passphrase(path: Path) -> str:
    """Read the first line of a file; a byte order mark and Windows line ends do no harm."""
    try:
        text = read_file(path, _LARGEST).decode("utf-8-sig")
    except (NetraError, UnicodeError) as error:
        raise NetraError(
            tr("Berkas kata sandi {nama} tidak dapat dibaca.", nama=path),
            tr("Beri nama berkas teks pada --passphrase-file atau NETRA_PASSPHRASE_FILE."),
            code="no-passphrase-file",
        ) from error
    line = text.partition("\n")[0].removesuffix("\r")
    if not line.strip():
        raise NetraError(
            tr("Baris pertama berkas kata sandi {nama} kosong.", nama=path),
            tr("Tulis kata sandi pada baris pertama berkas itu."),
            code="empty-passphrase",
        )
    return line


def can_ask() -> bool:
    """Tell whether somebody sits at the terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask_passphrase(*, new: bool = False) -> str:
    """Ask at the terminal, twice for a new one; nothing is shown while typing."""
    if not can_ask():
        raise NetraError(
            tr("Kata sandi tidak dapat ditanyakan karena tidak ada terminal."),
            tr("Beri nama berkas teks pada --passphrase-file atau NETRA_PASSPHRASE_FILE."),
            code="no-passphrase",
        )
    given = getpass.getpass(tr("Kata sandi: "), stream=sys.stderr)
    if new and given != getpass.getpass(tr("Ulangi kata sandi: "), stream=sys.stderr):
        raise NetraError(
            tr("Kedua kata sandi tidak sama; tidak ada yang dibuat."),
            tr("Ulangi perintahnya."),
            code="passphrases-differ",
        )
    return given
