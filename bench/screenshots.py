"""
Photographs the real window over a real home, for the README, the docs and the eye.

    python bench/screenshots.py HOME PASSPHRASE-FILE OUT [--theme dark] [--scale 1.25]
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("passphrase", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--size", default="1366x728")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--lang", default="id")
    arguments = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = arguments.scale
    Photographer(arguments).work()


class Photographer:
    """Opens the window and photographs one page after the other."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        from gui import app, theme
        from gui.theme import Theme

        self._arguments = arguments
        self._application = app.start(arguments.lang)
        self._application.setCursorFlashTime(0)
        theme.apply(Theme(arguments.theme, arguments.text))
        arguments.out.mkdir(parents=True, exist_ok=True)

    def work(self) -> None:
        from gui.window import Window

        window = Window(self._arguments.home)
        wide, high = self._arguments.size.split("x")
        window.resize(int(wide), int(high))
        window.show()
        self._window = window
        self._settle()
        self._take("buka")
        assert window.cover is not None
        self._passphrase = self._arguments.passphrase.read_text("utf-8").strip()
        window.cover.field.setText(self._passphrase)
        window.cover.unlock()
        self._wait(lambda: window.shell is not None)
        self._settle()
        self._take("hari-ini")
        shell = window.shell
        shell.open("cases")
        self._settle()
        self._take("kasus")
        case = max(shell.present.summaries, key=lambda one: one.exhibits).case.id
        shell.open_case(case, "evidence")
        self._settle()
        self._take("kasus-bukti")
        for tab in ("summary", "people", "events", "hearings", "papers", "history"):
            shell.open_case(case, tab)
            self._settle()
            self._take(f"kasus-{tab}")
        shell.open_case(case, "evidence")
        self._settle()
        shell.open_exhibit(tuple(e.id for e in shell.present.view.file.exhibits), 0, case)
        self._settle()
        self._take("bukti")
        for page in ("intake", "backup", "settings"):
            shell.open(page)
            self._settle()
            self._take(page)
        self._more(shell, case)
        shell.new_case()
        self._settle()
        self._take_dialog("kasus-baru")
        window.close()

    def _more(self, shell: Any, case: Any) -> None:
        samples = Path(__file__).resolve().parent.parent / "resources" / "samples"
        shell.intake_into(case)
        shell.present.take_in([samples])
        self._settle()
        self._take("impor-selesai")
        shell.open_case(case, "hearings")
        self._settle()
        shell.present.make_minutes()
        self._settle()
        self._take("berita-acara")
        shell.open_case(case, "hearings")
        self._settle()
        self._take("klarifikasi")
        self._window.lock()
        self._settle()
        self._take("terkunci")
        self._window.cover.field.setText(self._passphrase)
        self._window.cover.unlock()
        self._wait(lambda: self._window.cover is None)
        self._settle()

    def _take(self, name: str) -> None:
        focus = self._application.focusWidget()
        if focus is not None:
            focus.clearFocus()
        self._application.processEvents()
        self._window.grab().save(str(self._arguments.out / f"{name}.png"))

    def _take_dialog(self, name: str) -> None:
        from PySide6.QtWidgets import QDialog

        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.grab().save(str(self._arguments.out / f"{name}.png"))
                dialog.reject()

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
