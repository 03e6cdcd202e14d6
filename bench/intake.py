"""
Intake of photos: `python -c "from bench.intake import main; main()" [--photos 60] [--rounds 3]`.

(Not with `-m`: worker processes import the main module again, and would import all of this.)

Photos are made here (12 megapixels, about 4 MB, four originals with different comments). Each
round takes the measures in another order; the medians are printed. Recipients are three, as in an
enrolled home. Page cache is warm for all. Quote ratios of one run, never single figures; on a busy
machine only the processor time means anything.
"""

import argparse
import io
import os
import random
import resource
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyrage
from PIL import Image

from cases import home as homes
from cases.home import Home
from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from cases.keys.entries import Profile
from cases.keys.kdf import Cost

PROFILE = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")


def make_card(folder: Path, count: int) -> int:
    """Write the photos; gives their bytes."""
    folder.mkdir()
    exif = Image.Exif()
    exif[0x10F], exif[0x110] = "Contoh", "Kamera 1"
    exif.get_ifd(0x8769)[0x9003] = "2024:02:14 07:30:00"
    noise = Image.effect_noise((4000, 3000), 40).convert("RGB")
    originals = []
    for turn in range(4):
        sink = io.BytesIO()
        noise.rotate(turn * 5).save(sink, "JPEG", quality=72, exif=exif)
        originals.append(sink.getvalue())
    total = 0
    for number in range(count):
        note = b"%08d" % number
        plain = originals[number % 4]
        data = plain[:2] + b"\xff\xfe\x00\x0a" + note + plain[2:]
        (folder / f"IMG_{number:04}.jpg").write_bytes(data)
        total += len(data)
    return total


def copy(card: Path, work: Path) -> None:
    shutil.copytree(card, work / "copy")
    os.sync()


def new_home(work: Path) -> Home:
    home, _ = homes.create(work / "home", PROFILE, "kuda hitam", cost=Cost(1, 8192))
    others = (str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2))
    home.vault.recipients = (*home.vault.recipients, *others)
    return home


def seal(card: Path, work: Path) -> None:
    home = new_home(work)
    result = take_in(home, [card])
    assert result.count("stored") == len(result.items), result.failure
    home.lock()


def seal_and_copy(card: Path, work: Path) -> None:
    home = new_home(work)
    take_in(home, [card])
    make_previews(home)
    home.lock()


def processor() -> float:
    """Seconds of processor time of this process and of all children that ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


MEASURES: dict[str, Callable[[Path, Path], None]] = {
    "cp + sync": copy,
    "intake: sealed, read, journaled, on disk": seal,
    "intake with print copies": seal_and_copy,
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    choice = parser.parse_args()
    seconds: dict[str, list[float]] = {name: [] for name in MEASURES}
    work_done: dict[str, list[float]] = {name: [] for name in MEASURES}
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        total = make_card(root / "card", choice.photos)
        for turn in range(choice.rounds):
            for name in random.sample(list(MEASURES), len(MEASURES)):
                work = root / f"{turn}-{list(MEASURES).index(name)}"
                work.mkdir()
                os.sync()
                begun, used = time.perf_counter(), processor()
                MEASURES[name](root / "card", work)
                seconds[name].append(time.perf_counter() - begun)
                work_done[name].append(processor() - used)
                shutil.rmtree(work)
    print(f"{choice.photos} photos, {total / choice.photos / 1e6:.1f} MB each")
    for name, taken in seconds.items():
        rate = choice.photos / statistics.median(taken)
        cost = 1000 * statistics.median(work_done[name]) / choice.photos
        speed = rate * total / choice.photos / 1e6
        print(f"{name:42} {rate:7.1f} photos/s {speed:6.0f} MB/s {cost:6.1f} ms of processor each")
