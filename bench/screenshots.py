"""
Photographs the real window over the officer's home of a demonstration, for the README and the
docs: `python bench/screenshots.py docs/pictures`.

The demonstration is done anew each time, on a morning a few days after its invented rally, so
that deadlines run as they would.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cases.clock import Moment

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--theme", default="light", choices=["light", "dark"])
    parser.add_argument("--scale", default="1", help="scale of the screen, such as 1.25")
    parser.add_argument("--size", default="1366x728", help="of the window, in logical pixels")
    parser.add_argument("--text", type=int, default=100, help="text size in per cent")
    parser.add_argument("--lang", default="id")
    parser.add_argument("--only", default="", help="names of pictures, with commas between")
    arguments = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = arguments.scale
    from cases import clock

    begun = clock.now()
    clock.use(lambda: morning(begun))
    with tempfile.TemporaryDirectory() as folder:
        from cases.commands.demo import run_demo

        run_demo(Path(folder))
        Photographer(arguments, Path(folder)).work()


def morning(begun: "Moment") -> "Moment":
    """Monday, 21 October 2024, from 09.10 in the zone of the officer."""
    from cases import clock

    now = time.monotonic_ns() // 1_000_000
    wall = datetime(2024, 10, 21, 1, 10, tzinfo=UTC) + timedelta(milliseconds=now - begun.mono)
    return clock.Moment(clock.utc_text(wall), now, begun.boot, "+08:00")


class Photographer:
    """Opens the window and photographs one page after the other."""

    def __init__(self, arguments: argparse.Namespace, demo: Path) -> None:
        from gui import app, theme
        from gui.theme import Theme

        self._out, self._theme = arguments.out, arguments.theme
        self._only = set(filter(None, arguments.only.split(",")))
        self._application = app.start(arguments.lang)
        self._application.setCursorFlashTime(0)
        theme.apply(Theme(arguments.theme, arguments.text))
        self._out.mkdir(parents=True, exist_ok=True)
        homes = json.loads((demo / "summary.json").read_text("utf-8"))["homes"]
        self._passphrase = homes["passphrase"]
        self._open(demo / homes["officer"], arguments.size)

    def _open(self, home: Path, size: str) -> None:
        from gui.window import Window

        wide, high = size.split("x")
        window: Any = Window(home)
        window.resize(int(wide), int(high))
        window.show()
        self._window = window

    def work(self) -> None:
        """Walk through the window."""
        self._take("buka")
        self._unlock()
        self._take("hari-ini")
        shell = self._window.shell
        shell.open("cases")
        self._take("kasus")
        case = max(shell.present.summaries, key=lambda one: one.exhibits).case.id
        self._case(shell, case)
        self._work_on(shell, case)
        for page in ("backup", "settings"):
            shell.open(page)
            self._take(page)
        shell.new_case()
        self._take_dialog("kasus-baru")
        self._window.lock()
        self._take("terkunci")
        self._window.close()

    def _case(self, shell: Any, case: Any) -> None:
        for tab in ("evidence", "summary", "people", "events", "hearings", "papers", "history"):
            shell.open_case(case, tab)
            self._take(f"kasus-{tab}")
        shell.open_exhibit(tuple(e.id for e in shell.present.view.file.exhibits), 1, case)
        self._take("bukti")

    def _work_on(self, shell: Any, case: Any) -> None:
        shell.intake_into(case)
        self._settle()
        shell.present.take_in([ROOT / "resources" / "samples"])
        self._take("impor")
        shell.open_case(case, "papers")
        self._settle()
        shell.present.make_minutes()
        self._take("berita-acara")

    def _unlock(self) -> None:
        self._window.cover.field.setText(self._passphrase)
        self._window.cover.unlock()
        self._wait(lambda: self._window.shell is not None)

    def _take(self, name: str) -> None:
        self._settle()
        focus = self._application.focusWidget()
        if focus is not None:
            focus.clearFocus()
        self._settle()
        self._save(self._window, name)

    def _take_dialog(self, name: str) -> None:
        from PySide6.QtWidgets import QDialog

        self._settle()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                self._save(dialog, name)
                dialog.reject()

    def _save(self, widget: Any, name: str) -> None:
        name = name if self._theme == "light" else f"{name}-gelap"
        if not self._only or name in self._only:
            widget.grab().save(str(self._out / f"{name}.png"))

    def _wait(self, done: Callable[[], bool]) -> None:
        while not done():
            self._application.processEvents()

    def _settle(self) -> None:
        from gui import background

        for _ in range(4):
            self._wait(background.resting)
            for _ in range(20):
                self._application.processEvents()


if __name__ == "__main__":
    main()
