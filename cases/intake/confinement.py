"""
What the process that reads hostile files may no longer do, where the kernel of Linux can say so.

Landlock, from Linux 5.13: nothing on any disk can be written, made, renamed or removed, no program
started, no other process looked into; from 6.7 no TCP connection, from 6.12 no signal to the
program. Reading is not limited, since evidence may lie anywhere. An older kernel, or another
system, has the limits of memory and time alone. The numbers are those of `linux/landlock.h`, the
same on every processor.
"""

import ctypes
import os
import sys
from contextlib import suppress

_CREATE, _RESTRICT = 444, 446
_ASK_VERSION = 1
_NO_NEW_PRIVILEGES = 38
_RIGHTS = {1: 0b11 | 0x1FF << 4, 2: 1 << 13, 3: 1 << 14}
"""Version of Landlock -> rights it added: run and write, remove and make; refer; truncate."""
_TCP = 4
_SCOPES = 6


class _Rules(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scopes", ctypes.c_uint64),
    )


def confine() -> bool:
    """Give up these rights for good, in this thread and what it starts; False if it cannot be."""
    return _confine() if sys.platform == "linux" else False


def _confine() -> bool:
    library = ctypes.CDLL(None, use_errno=True)
    version = library.syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION))
    if version < 1:
        return False
    rules = _Rules(
        files=sum(rights for since, rights in _RIGHTS.items() if since <= version),
        network=3 if version >= _TCP else 0,
        scopes=3 if version >= _SCOPES else 0,
    )
    size = ctypes.sizeof(rules) if version >= _SCOPES else 16 if version >= _TCP else 8
    handle = library.syscall(
        _CREATE, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0)
    )
    if handle < 0:
        return False
    library.prctl(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), *[ctypes.c_ulong(0)] * 3)
    done = library.syscall(_RESTRICT, ctypes.c_int(handle), ctypes.c_uint32(0)) == 0
    with suppress(OSError):
        os.close(handle)
    return bool(done)
