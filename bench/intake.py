"""
Intake of photos beside other tools, in one run: `python -m bench.intake [--photos 300]`.

Photos are made here (12 megapixels, about 4 MB, four originals with different comments). Each
round takes the measures in another order; medians are printed, and the ratios that count.
Recipients are three, as in an enrolled home. The page cache is warm for all; all end with
everything on the disk. Wall time is what counts on a quiet machine; on a busy one look at the
processor time. Tools that are not installed are left out (Debian: restic borgbackup
libvips-tools libimage-exiftool-perl).

The row of `cp` + exiftool + sha256sum + vipsthumbnail gives each tool all files at once, which is
kind to them; a script that calls them for each file takes longer still.
"""

import argparse
import io
import os
import random
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

SAFE, PRINTED = "netra: safe on disk", "netra: with print copies"
COPIED, RESTIC, BORG = "cp + sync", "restic backup", "borg create"
PIPELINE = "cp + exiftool + sha256sum + vipsthumbnail"


def make_card(folder: Path, count: int) -> int:
    """Write the photos; gives their bytes."""
    from PIL import Image

    folder.mkdir()
    exif = Image.Exif()
    exif[0x10F], exif[0x110] = "Contoh", "Kamera 1"
    exif.get_ifd(0x8769)[0x9003] = "2024:02:14 07:30:00"
    noise = Image.effect_noise((4000, 3000), 32).convert("RGB")
    originals = []
    for turn in range(4):
        sink = io.BytesIO()
        noise.rotate(turn * 5).save(sink, "JPEG", quality=68, exif=exif)
        originals.append(sink.getvalue())
    total = 0
    for number in range(count):
        note = b"%08d" % number
        plain = originals[number % 4]
        data = plain[:2] + b"\xff\xfe\x00\x0a" + note + plain[2:]
        (folder / f"IMG_{number:04}.jpg").write_bytes(data)
        total += len(data)
    return total


def new_home(work: Path):
    import pyrage

    from cases import home as homes
    from cases.keys.entries import Profile
    from cases.keys.kdf import Cost

    profile = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
    home, _ = homes.create(work / "home", profile, "kuda hitam", cost=Cost(1, 8192))
    others = (str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2))
    home.vault.recipients = (*home.vault.recipients, *others)
    return home


def seal(home, card: Path, _work: Path) -> None:
    from cases.intake.pipeline import take_in

    result = take_in(home, [card])
    assert result.count("stored") == len(result.items), result.failure
    home.lock()


def seal_and_copy(home, card: Path, _work: Path) -> None:
    from cases.intake.pipeline import take_in
    from cases.intake.previews import make_previews

    take_in(home, [card])
    make_previews(home)
    home.lock()


def nothing(_work: Path) -> None:
    """Most tools need no preparation."""


def copy(_prepared, card: Path, work: Path) -> None:
    run("cp", "-r", card, work / "copy")
    run("sync")


def pipeline(_prepared, card: Path, work: Path) -> None:
    run("cp", "-r", card, work / "copy")
    files = sorted((work / "copy").iterdir())
    run("exiftool", "-json", "-q", *files)
    run("sha256sum", *files)
    run("vipsthumbnail", *files, "-s", "1024", "-o", f"{work}/%s-small.jpg[Q=78]")
    run("sync")


def new_restic(work: Path) -> None:
    run("restic", "init", "-q", "-r", work / "restic")


def restic(_prepared, card: Path, work: Path) -> None:
    run("restic", "backup", "-q", "--no-cache", "-r", work / "restic", card)
    run("sync")


def new_borg(work: Path) -> None:
    run("borg", "init", "-e", "repokey-blake2", work / "borg")


def borg(_prepared, card: Path, work: Path) -> None:
    run("borg", "create", f"{work / 'borg'}::a", card)
    run("sync")


def run(*command: object) -> None:
    """Run a tool, silently."""
    words = [str(word) for word in command]
    environment = {
        **os.environ,
        "RESTIC_PASSWORD": "x",
        "BORG_PASSPHRASE": "x",
        "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK": "yes",
    }
    subprocess.run(words, check=True, capture_output=True, env=environment)


@dataclass
class Measure:
    """One way to take photos in."""

    prepare: Callable[[Path], object]
    work: Callable[..., None]
    tools: tuple[str, ...] = ()
    seconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    @property
    def possible(self) -> bool:
        """Whether its tools are there."""
        return all(shutil.which(tool) for tool in self.tools)

    def take(self, card: Path, work: Path) -> None:
        """Measure once."""
        prepared = self.prepare(work)
        os.sync()
        begun, used = time.perf_counter(), processor()
        self.work(prepared, card, work)
        self.seconds.append(time.perf_counter() - begun)
        self.processor.append(processor() - used)


def processor() -> float:
    """Seconds of processor time of this process and of all children that ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def measures() -> dict[str, Measure]:
    """All that can be measured on this machine."""
    tools = ("exiftool", "sha256sum", "vipsthumbnail")
    found = {
        SAFE: Measure(new_home, seal),
        PRINTED: Measure(new_home, seal_and_copy),
        COPIED: Measure(nothing, copy, ("cp",)),
        RESTIC: Measure(new_restic, restic, ("restic",)),
        BORG: Measure(new_borg, borg, ("borg",)),
        PIPELINE: Measure(nothing, pipeline, tools),
    }
    return {name: measure for name, measure in found.items() if measure.possible}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--photos", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    choice = parser.parse_args()
    found = measures()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        total = make_card(root / "card", choice.photos)
        for turn in range(choice.rounds):
            for name in random.sample(list(found), len(found)):
                work = root / f"{turn}-{list(found).index(name)}"
                work.mkdir()
                found[name].take(root / "card", work)
                shutil.rmtree(work)
    report(found, choice.photos, total)


def report(found: dict[str, Measure], photos: int, total: int) -> None:
    """Print the table and the ratios."""
    rounds = len(next(iter(found.values())).seconds)
    busy = os.getloadavg()[0]
    print(f"{photos} photos of {total / photos / 1e6:.1f} MB, median of {rounds}, load {busy:.1f}")
    rates = {name: photos / statistics.median(one.seconds) for name, one in found.items()}
    costs = {name: statistics.median(one.processor) / photos for name, one in found.items()}
    for name, rate in rates.items():
        print(f"{name:44} {rate:7.1f} photos/s {1000 * costs[name]:7.1f} ms of processor each")
    for mine, other, least in (
        (SAFE, RESTIC, 1.5),
        (SAFE, COPIED, 0.35),
        (PRINTED, PIPELINE, 4.0),
    ):
        if other in rates:
            wall, work = rates[mine] / rates[other], costs[other] / costs[mine]
            print(f"{mine} / {other}: {wall:.2f}x (at least {least}), by processor {work:.2f}x")


if __name__ == "__main__":
    main()
