"""What a system says when it refuses a file, in words; rare causes stay as the system says."""

import errno

from cases.language import N_, tr

_WORDS = {
    errno.ENOENT: N_("tidak ada"),
    errno.EACCES: N_("tidak diizinkan"),
    errno.EPERM: N_("tidak diizinkan"),
    errno.EISDIR: N_("ini folder"),
    errno.ENOTDIR: N_("foldernya bukan folder"),
    errno.ENAMETOOLONG: N_("namanya terlalu panjang"),
    errno.EROFS: N_("tempat ini hanya dapat dibaca"),
    errno.EBUSY: N_("sedang dipakai program lain"),
    errno.ELOOP: N_("tautannya berputar"),
    errno.EMFILE: N_("terlalu banyak berkas terbuka"),
}


def cause_of(error: OSError | ValueError) -> str:
    """Say what the system had against a file."""
    if not isinstance(error, OSError):
        return str(error) or type(error).__name__
    if error.errno in _WORDS:
        return tr(_WORDS[error.errno])
    return error.strerror or type(error).__name__
