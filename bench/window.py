"""
The window over many exhibits, off the screen: `python -m bench.window [--photos N]`.

Homes with 1,000, 3,000 and 10,000 exhibits, half of them in one case: how long from the click to
the grid of the case, and how long one frame takes while one scrolls through all of it, pictures
coming in the background. With --photos also: N photos of 4 MB dropped on the window, until times
and embedded pictures stand in the grid.
"""

import argparse
import io
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench.exhibits import CASE, SIZES, fill, new_home
from cases.home import Home
from cases.work.exhibits import list_exhibits
from gui.widgets.picture import Pictures

FRAMES = 300
STEP = 137
"""Pixels between two frames: a fast hand."""
PHRASE = "kuda hitam"


def give_pictures(home: Home) -> None:
    """Give every exhibit that has none the same small print copy."""
    from cases.resources import resource

    copy = home.vault.put(resource("samples", "IMG-20241018-WA0003.jpg").read_bytes())
    for case in (CASE, None):
        missing = [one.id for one in list_exhibits(home, case) if not one.preview]
        for start in range(0, len(missing), 500):
            with home.write() as tx:
                for one in missing[start : start + 500]:
                    body = {"exhibit": one, "object": copy}
                    tx.append("exhibit.preview", body, case=case, obj=[copy])


class Screen:
    """The window over a home, and waiting for it."""

    def __init__(self, folder: Path) -> None:
        from gui import app, settings
        from gui.window import Window

        self.application = app.start("id")
        settings.keep_inbox(watched=False, folder="")
        self.window: Any = Window(folder)
        self.window.resize(1366, 728)
        self.window.show()
        self.window.cover.field.setText(PHRASE)
        self.window.cover.unlock()
        self.until(lambda: self.window.shell is not None)
        self.rest()

    def until(self, done: Callable[[], bool]) -> None:
        while not done():
            self.application.processEvents()
            time.sleep(0.002)  # a loop that never rests would take a processor from the import

    def rest(self) -> None:
        from gui import background

        for _ in range(3):
            self.until(background.resting)
            self.application.processEvents()

    def open_case(self) -> float:
        """Milliseconds from the click until the grid stands with its rows."""
        shell = self.window.shell
        shell.open("today")
        self.rest()
        begun = time.perf_counter()
        shell.open_case(CASE, "evidence")
        grid = shell.present.evidence.grid
        self.until(lambda: grid.model().rowCount() > 0 and shell.present.view is not None)
        grid.viewport().repaint()
        return (time.perf_counter() - begun) * 1_000

    def scroll(self, clock: Callable[[], float]) -> list[float]:
        """Milliseconds of each frame while the grid is scrolled."""
        grid = self.window.shell.present.evidence.grid
        bar = grid.verticalScrollBar()
        frames = []
        for number in range(FRAMES):
            at = bar.maximum() // 3 + number * STEP
            begun = clock()
            bar.setValue(at % max(1, bar.maximum()))
            self.application.processEvents()
            frames.append((clock() - begun) * 1_000)
        return frames

    def close(self) -> None:
        self.window.close()


def write_card(folder: Path, count: int) -> None:
    """Write photos of 12 megapixels and about 4 MB, each with its small picture and its time."""
    from PIL import Image, ImageDraw

    folder.mkdir(parents=True)
    noise = Image.effect_noise((4000, 3000), 32).convert("RGB")
    ImageDraw.Draw(noise).ellipse((800, 600, 3200, 2400), fill="teal")
    small = io.BytesIO()
    noise.resize((160, 120)).save(small, "JPEG")
    for number in range(count):
        exif = Image.Exif()
        exif[0x10F], exif[0x110] = "Contoh", "Kamera 1"
        stamp = f"2024:02:14 {number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}"
        exif.get_ifd(0x8769)[0x9003] = stamp
        target = folder / f"IMG_{number:04}.jpg"
        if not number:
            noise.save(target, quality=68, exif=exif)
            plain = target.read_bytes()
            scan = plain[2 + 2 + int.from_bytes(plain[4:6], "big") :]
        block = with_small(exif.tobytes(), small.getvalue())
        marker = b"\xff\xe1" + (len(block) + 2).to_bytes(2, "big")
        target.write_bytes(b"\xff\xd8" + marker + block + scan)


def with_small(block: bytes, small: bytes) -> bytes:
    """Put a small picture into an EXIF block that has none: a second directory at its end."""
    head, tiff = block[:6], block[6:]
    order = "little" if tiff[:2] == b"II" else "big"
    first = int.from_bytes(tiff[4:8], order)
    entries = int.from_bytes(tiff[first : first + 2], order)
    link = first + 2 + 12 * entries
    at = len(tiff)

    def number(value: int, size: int) -> bytes:
        return value.to_bytes(size, order)

    rows = ((0x0201, at + 2 + 24 + 4), (0x0202, len(small)))
    table = number(len(rows), 2)
    for tag, value in rows:
        table += number(tag, 2) + number(4, 2) + number(1, 4) + number(value, 4)
    table += number(0, 4)
    return head + tiff[:link] + number(at, 4) + tiff[link + 4 :] + table + small


def many(folder: Path, sizes: Sequence[int]) -> None:
    """Print what opening and scrolling cost at each size."""
    home = new_home(folder)
    held = 0
    print("exhibits  ms: first open, open, frame p50, p95, the same in processor time")
    for size in sizes:
        fill(home, held, size)
        held = size
        give_pictures(home)
        home.lock()
        screen = Screen(folder)
        first = screen.open_case()
        opened = statistics.median(screen.open_case() for _ in range(3))
        wall = sorted(screen.scroll(time.perf_counter))
        screen.rest()
        own = sorted(screen.scroll(time.thread_time))
        screen.rest()
        screen.close()
        parts = [frames[len(frames) * part // 100] for frames in (wall, own) for part in (50, 95)]
        print(f"{size:>9,}" + "".join(f"{cell:10.1f}" for cell in (first, opened, *parts)))
        from cases import home as homes

        home = homes.unlock(folder, None, PHRASE)
    home.lock()


def dropped(folder: Path, photos: int) -> None:
    """Print how long N photos take until they are usable."""
    card = folder / "kartu"
    write_card(card, photos)
    home = new_home(folder / "home")
    home.lock()
    screen = Screen(folder / "home")
    shell = screen.window.shell
    shell.intake_into(CASE)
    screen.rest()
    page = shell.present
    begun = time.perf_counter()
    page.take_in([card])
    screen.until(lambda: page.run.work is None)
    stored = time.perf_counter() - begun
    shell.open_case(CASE, "evidence")
    tab = shell.present.evidence
    screen.until(lambda: tab.grid.model().rowCount() == photos)
    pictures = tab.findChild(Pictures)
    rows = tab.grid.visible_rows() or (0, 0)
    shown = set(tab.grid.exhibits_at(*rows))

    def painted() -> bool:
        tab.grid.viewport().update()
        return shown <= pictures.ready()

    screen.until(painted)
    print(
        f"{photos} photos: stored {stored:.1f} s, usable in the grid "
        f"{time.perf_counter() - begun:.1f} s"
    )
    screen.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=0)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.photos:
            dropped(Path(folder), arguments.photos)
        else:
            many(Path(folder), arguments.sizes)


if __name__ == "__main__":
    main()
