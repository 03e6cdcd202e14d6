"""
Weighs an import: `python -m tests.cases.intake.weighing HOME PASSPHRASE FOLDER [out]`.

Prints the memory of all its processes together in MB, before and at the most, as JSON. Pages that
processes share are counted once (PSS). With `out` every object is also opened into nothing.
"""

import json
import sys
from pathlib import Path
from threading import Event, Thread
from typing import Self

from cases import home as homes
from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews

PAUSE = 0.03


class Nowhere:
    """A sink that forgets."""

    def write(self, data: bytes) -> int:
        return len(data)


class Scale:
    """Looks at the memory of this process and its children, again and again."""

    def __init__(self) -> None:
        self.most = 0.0
        self._end = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._end.wait(PAUSE):
            self.most = max(self.most, weigh())


def weigh() -> float:
    """MB of this process and all below it."""
    return sum(_proportional(pid) for pid in _family())


def _family() -> list[str]:
    found, waiting = [], ["self"]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for task in _read(f"/proc/{pid}/task"):
            waiting += _text(f"/proc/{pid}/task/{task}/children").split()
    return found


def _read(folder: str) -> list[str]:
    try:
        return [path.name for path in Path(folder).iterdir()]
    except OSError:
        return []


def _text(path: str) -> str:
    try:
        return Path(path).read_text("ascii")
    except OSError:
        return ""


def _proportional(pid: str) -> float:
    for line in _text(f"/proc/{pid}/smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    folder, passphrase, card, *more = sys.argv[1:]
    home = homes.unlock(Path(folder), None, passphrase)
    before = weigh()
    with Scale() as scale:
        result = take_in(home, [Path(card)])
        if "out" in more:
            for item in result.items:
                home.vault.stream(item.sha256, Nowhere())  # type: ignore[arg-type]
        else:
            make_previews(home)
    home.lock()
    said = {"before": before, "most": scale.most, "stored": result.count("stored")}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
