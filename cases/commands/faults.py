"""Our own mistakes: kept as a report without anybody's data, told as one sentence."""

import platform
import traceback
from pathlib import Path

from cases import clock
from cases.language import tr
from cases.resources import root


def keep_report(error: Exception, home: Path) -> str:
    """Write a report into the home, else into the folder in use; gives the apology."""
    stamp = clock.now().wall.replace(":", "").replace(".", "")
    text = report_of(error)
    for folder in (home, Path()):
        path = folder / f"netra-galat-{stamp}.txt"
        try:
            if folder.is_dir():
                path.write_text(text, "utf-8")
                return tr(
                    "Netra keliru; data yang tersimpan tetap aman."
                    " Kirimkan {nama} kepada pembuatnya.",
                    nama=path,
                )
        except (OSError, ValueError):
            continue
    return tr("Netra keliru; data yang tersimpan tetap aman. Ulangi perintahnya.")


def report_of(error: BaseException) -> str:
    """Say where it happened and what kind it was; messages and values may hold personal data."""
    lines = [f"Netra · Python {platform.python_version()} · {platform.system()}"]
    cause: BaseException | None = error
    while cause is not None and len(lines) < 500:
        kind = type(cause)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {_place(one.filename)}:{one.lineno} {one.name}" for one in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def _place(name: str) -> str:
    """Name a source file without the folders above the program, which may name a person."""
    path = Path(name)
    if path.is_relative_to(root()):
        return path.relative_to(root()).as_posix()
    return "/".join(path.parts[-2:])
