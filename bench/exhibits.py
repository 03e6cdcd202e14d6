"""
Readers over many exhibits: `python -m bench.exhibits`.

Homes with 1,000, 3,000 and 10,000 exhibits, half of them in one case and the rest unsorted, are
read as the window reads them. Medians of 5 in ms, and how the cost grows: 10 from the first to the
last column is linear, 100 would be quadratic.
"""

import hashlib
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from cases import home as homes
from cases.home import Home
from cases.intake.brought import note
from cases.intake.leftovers import leftovers
from cases.keys.entries import Profile
from cases.keys.kdf import Cost
from cases.office.holdings import only_here
from cases.work import packs
from cases.work.cases import list_cases, read_case_file
from cases.work.exhibits import list_exhibits, taken_in_on
from cases.work.laptop_clock import look_at_clock
from cases.work.records import CaseId

SIZES = 1_000, 3_000, 10_000
ROUNDS = 5
CASE = CaseId("c" * 32)


def new_home(folder: Path) -> Home:
    profile = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
    home, _ = homes.create(folder, profile, "kuda hitam", cost=Cost(1, 8192))
    body = {"code": "S", "title": "t", "regime": "PEMILU", "source": "temuan"}
    body["pack"] = packs.newest()
    with home.write() as tx:
        tx.append("case.opened", body, case=CASE)
    return home


def body_of(number: int, code: str) -> dict:
    """What intake writes of a photo, as long as usual."""
    local = f"2024:02:14 {number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}"
    utc = local[:10].replace(":", "-") + "T" + local[11:] + "Z"
    taken = {"raw": local, "local": local, "offset": "+08:00", "subsec": "120"}
    taken |= {"earliest": utc, "latest": utc, "zone_source": "exif"}
    sources = [{"kind": kind, "raw": local, "local": local} for kind in ("exif_original", "gps")]
    return {
        "exhibit": f"{number:032x}",
        "object": hashlib.sha256(b"%d" % number).hexdigest(),
        "file": f"IMG_{number:05}.jpg",
        "size": 4_000_000,
        "kind": "photo",
        "media_type": "image/jpeg",
        "width": 4000,
        "height": 3000,
        "inspection": {
            "taken": {**taken, "sources": sources},
            "gps": {"lat": "-10.12134", "lon": "123.86081"},
            "camera": {"make": "Contoh", "model": "Kamera 1"},
            "origin": "camera",
            "signals": [{"code": "no_exif_format", "weight": "low", "values": {"type": "x"}}],
        },
        **({"code": code} if code else {}),
    }


def fill(home: Home, start: int, end: int) -> None:
    for first in range(start, end, 500):
        with home.write() as tx:
            numbers = range(first, min(first + 500, end))
            for number in numbers:
                code = f"B-{number // 2 + 1:02}" if number % 2 else ""
                tx.append("exhibit.taken_in", body_of(number, code), case=CASE if code else None)
            places = ((Path(f"/tidak/ada/{n}.jpg"), "1 2 3 4 5", "", "", 4) for n in numbers)
            note(tx, "run", places)


READERS: dict[str, Callable[[Home], object]] = {
    "open the case (read_case_file)": lambda home: read_case_file(home, CASE),
    "exhibits of the case": lambda home: list_exhibits(home, CASE),
    "unsorted exhibits": list_exhibits,
    "taken in on a day": lambda home: taken_in_on(home, "2024-02-14"),
    "list of cases": list_cases,
    "only on this laptop": only_here,
    "copies left": leftovers,
    "look at the clock": look_at_clock,
}


def median(task: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        task()
        took.append(time.perf_counter() - begun)
    return statistics.median(took) * 1_000


def main() -> None:
    table: dict[str, list[float]] = {name: [] for name in (*READERS, "take in 16 more")}
    with tempfile.TemporaryDirectory() as folder:
        home = new_home(Path(folder) / "home")
        held = 0
        for size in SIZES:
            fill(home, held, size)
            held = size
            for name, read in READERS.items():
                table[name].append(median(lambda read=read: read(home)))
            begun = time.perf_counter()
            fill(home, held, held + 16)
            table["take in 16 more"].append((time.perf_counter() - begun) * 1_000)
            held += 16
        home.lock()
    print(f"{'ms':34}" + "".join(f"{size:>9,}" for size in SIZES) + "   growth")
    for name, row in table.items():
        growth = row[-1] / row[0]
        print(f"{name:34}" + "".join(f"{cell:9.1f}" for cell in row) + f"{growth:8.1f}x")


if __name__ == "__main__":
    main()
