"""Every difference between operating systems, in one file."""

import os
import signal
import stat
import sys
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import BinaryIO, ClassVar

import platformdirs

WINDOWS = sys.platform == "win32"
_TAGS_OF_LINKS = frozenset({0xA000000C, 0xA0000003})
"""IO_REPARSE_TAG_SYMLINK and IO_REPARSE_TAG_MOUNT_POINT."""
_OPENING = ("O_BINARY", "O_NONBLOCK", "O_NOFOLLOW")
"""How evidence is opened, where the system has it: bytes as they are, no pipe waited for."""
_beginning = Lock()
"""The environment is one for all threads."""


@cache
def boot_id() -> str:
    """Name of this boot of the machine; a fresh one for this process where the system has none."""
    source = Path("/proc/sys/kernel/random/boot_id")
    return source.read_text("ascii").strip() if source.exists() else str(uuid.uuid4())


def uptime_ms() -> int:
    """Whole milliseconds since some start of this boot, sleep counted where the system tells."""
    if sys.platform == "linux":
        now = time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    else:
        now = time.monotonic_ns()
    return now // 1_000_000


def default_home() -> Path:
    """Folder of the home when none is named."""
    return Path(platformdirs.user_data_dir("Netra", appauthor=False)) / "rumah"


def inbox_folder() -> Path:
    """Folder that is watched for photos of phones, where people find it: among their pictures."""
    return Path(platformdirs.user_pictures_dir()) / "Netra masuk"


def clock_settings() -> str:
    """Address of the system's page for date and time; other systems have none that opens so."""
    return "ms-settings:dateandtime" if sys.platform == "win32" else ""


def sync_folder(folder: Path) -> None:
    """Make a rename inside `folder` survive a power cut; Windows has no such call."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def has_display() -> bool:
    """Whether a window can open here; only where X11 or Wayland draw it may there be none."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def is_link(path: Path) -> bool:
    """Tell a link to somewhere else; on Windows a junction or a mounted folder is one as well."""
    try:
        about = path.lstat()
    except (OSError, ValueError):
        return False
    # Other reparse points are whole files, such as those that OneDrive fetches when asked.
    tag = getattr(about, "st_reparse_tag", 0)
    return stat.S_ISLNK(about.st_mode) or tag in _TAGS_OF_LINKS


def open_quietly(path: Path) -> BinaryIO:
    """Open evidence for reading without touching even its access time, where that is allowed.

    A link is an error: a file may have become one since it was looked at.
    """
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in _OPENING)
    try:
        handle = os.open(path, flags | getattr(os, "O_NOATIME", 0))
    except PermissionError:
        # Only the owner of a file may ask for that.
        handle = os.open(path, flags)
    return os.fdopen(handle, "rb")


@contextmanager
def beginning_workers() -> Iterator[None]:
    """Start processes in here: they hear no Ctrl+C, and learn no secret from the environment.

    Ctrl+C reaches this program alone, which tells them to end. Where the passphrase lies is no
    matter of a process that a hostile file may take over.
    """
    with _beginning, _without(name for name in os.environ if name.startswith("NETRA_")):
        if sys.platform == "win32":
            yield
        else:
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                yield
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without(names: Iterable[str]) -> Iterator[None]:
    kept = {name: os.environ.pop(name) for name in list(names)}
    try:
        yield
    finally:
        os.environ.update(kept)


def limit_process(memory_bytes: int, cpu_seconds: int) -> None:
    """Bind this process to so much memory and processor time (Windows: see `docs/windows.md`)."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def forbid_dumps() -> None:
    """Let no crash write the memory of this process, keys and all, to the disk."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Hold:
    """A file that one process holds, so that no second one works in the same folder.

    Within the process it may be taken several times. The system lets go when the process ends,
    however it ends.
    """

    _taken: ClassVar[dict[Path, tuple[int, int]]] = {}
    """Open handle and how often it was taken."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()

    def take(self) -> bool:
        """Take the file; False when another process holds it."""
        handle, times = self._taken.get(self._path, (-1, 0))
        if not times:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            if not _lock(handle):
                os.close(handle)
                return False
        self._taken[self._path] = (handle, times + 1)
        return True

    def let_go(self) -> None:
        """Let go of it; the last one in this process frees it for others."""
        handle, times = self._taken[self._path]
        if times > 1:
            self._taken[self._path] = (handle, times - 1)
        else:
            del self._taken[self._path]
            os.close(handle)


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def allocate(handle: int, size: int) -> None:
    """Give an open file so many bytes of the disk, for certain and not only in name."""
    if sys.platform == "linux":
        os.posix_fallocate(handle, 0, size)
    else:
        block = os.urandom(1 << 20)  # zeros might be packed away
        for start in range(0, size, len(block)):
            os.write(handle, block[: size - start])


def memory_bytes() -> int:
    """Memory of this machine; 0 where the system does not say."""
    return _memory()


@dataclass(frozen=True, slots=True)
class Battery:
    """What the battery has left."""

    percent: int
    charging: bool


_POWER = Path("/sys/class/power_supply")


def battery(supplies: Path = _POWER) -> Battery | None:
    """Ask for the battery; None for a machine without one."""
    return _battery(supplies)


if sys.platform == "win32":
    import ctypes

    class _MemoryStatus(ctypes.Structure):
        _fields_: ClassVar = [
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 6),
        ]

    class _PowerStatus(ctypes.Structure):
        _fields_: ClassVar = [
            ("mains", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("saving", ctypes.c_ubyte),
            ("seconds", ctypes.c_ulong),
            ("full_seconds", ctypes.c_ulong),
        ]

    def _memory() -> int:
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        answered = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.total) if answered else 0

    def _battery(_supplies: Path) -> Battery | None:
        status = _PowerStatus()
        answered = ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status))
        if not answered or status.flag & 128 or status.percent > 100:
            return None
        return Battery(int(status.percent), status.mains == 1)

else:

    def _memory() -> int:
        try:
            return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError):
            return 0

    def _battery(supplies: Path) -> Battery | None:
        found: list[int] = []
        charging = False
        for supply in sorted(supplies.iterdir()) if supplies.is_dir() else ():
            if _said(supply / "type") == "Battery" and _said(supply / "scope") != "Device":
                charging |= _said(supply / "status") in ("Charging", "Full", "Not charging")
                found += [int(text)] if (text := _said(supply / "capacity")).isdigit() else []
        return Battery(min(100, sum(found) // len(found)), charging) if found else None

    def _said(path: Path) -> str:
        try:
            return path.read_text("ascii", "replace").strip()
        except OSError:
            return ""
