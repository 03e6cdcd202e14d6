"""
Agreement with another reader on real photos, and on photos made here.

A wrong value is worse than a missing one: there may be none.
"""

import csv
import io
import random
from pathlib import Path

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from cases.commands.inspect import inspect_files
from tests.cases.intake.agreement import compare, expected_of
from tests.cases.intake.samples import picture, write

BARS = {"date": 99.0, "offset": 99.0, "gps": 97.0, "orientation": 98.0}


def check(scores):
    assert {name: score.wrong for name, score in scores.items() if score.wrong} == {}
    for name, bar in BARS.items():
        assert scores[name].percent >= bar, name


@pytest.mark.needs_shared
def test_real_photos_of_many_cameras(shared_data):
    folder = shared_data / "photos"
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    found = inspect_files([folder / row["file"] for row in rows])

    check(compare(zip(found, map(expected_of, rows), strict=True)))
    for inspection, row in zip(found, rows, strict=True):
        assert inspection["sha256"] == row["sha256"]
        assert row["mime"] in ("", inspection["media_type"], "image/x-icon"), row["file"]


@pytest.mark.needs_shared
def test_the_time_of_real_videos(shared_data):
    folder = shared_data / "photos"
    expected = {
        "sony_a7_xavc_header.mp4": "2026-04-26T09:25:15",
        "with_gps.mp4": "2017-02-22T08:20:28",
    }

    for inspection in inspect_files([folder / name for name in expected]):
        (stated,) = [
            source["local"]
            for source in inspection["taken"]["sources"]
            if source["kind"] == "quicktime"
        ]
        assert stated == expected[Path(inspection["file"]).name]


def rational(number: int, over: int = 1) -> IFDRational:
    return IFDRational(number, over)


def made(dice: random.Random, folder: Path, number: int) -> tuple[Path, dict[str, object]]:
    """A photo whose EXIF Pillow wrote, and what it says."""
    kind = dice.choice(["JPEG", "PNG", "WEBP"])
    date = f"20{dice.randint(10, 30)}:{dice.randint(1, 12):02}:{dice.randint(1, 28):02} 08:09:10"
    offset = dice.choice([None, "+07:00", "+08:00", "+09:00", "-03:00"])
    orientation = dice.choice([None, 1, 3, 6, 8])
    exif = Image.Exif()
    exif[0x10F] = "Contoh"  # Pillow writes no block whose first directory is empty
    if orientation:
        exif[0x112] = orientation
    inner = exif.get_ifd(0x8769)
    inner[0x9003] = date
    if offset:
        inner[0x9011] = offset
    expected: dict[str, object] = {"offset": offset, "orientation": orientation}
    if dice.random() < 0.6:
        lat, lon = (dice.randint(0, 10), dice.randint(0, 59)), (dice.randint(95, 140), 30)
        seconds = dice.randint(0, 5999)
        south = dice.random() < 0.8
        gps = exif.get_ifd(0x8825)
        gps[1], gps[3] = "S" if south else "N", "E"
        gps[2] = (rational(lat[0]), rational(lat[1]), rational(seconds, 100))
        gps[4] = (rational(lon[0]), rational(lon[1]), rational(seconds, 100))
        rest = seconds / 100 / 3600
        expected["lat"] = (lat[0] + lat[1] / 60 + rest) * (-1 if south else 1)
        expected["lon"] = lon[0] + lon[1] / 60 + rest
    expected["date"] = date.replace(":", "-", 2).replace(" ", "T")
    sink = io.BytesIO()
    picture().save(sink, kind, exif=exif)
    return write(folder, f"{number:03}.{kind.lower()}", sink.getvalue()), expected


@pytest.mark.parametrize("seed", [1, 2])
def test_photos_made_here_alone_and_in_any_order(seed, tmp_path):
    dice = random.Random(seed)
    photos = [made(dice, tmp_path, number) for number in range(60)]
    dice.shuffle(photos)

    found = inspect_files([path for path, _ in photos])

    scores = compare(zip(found, (expected for _, expected in photos), strict=True))
    check(scores)
    assert {name: score.percent for name, score in scores.items()} == dict.fromkeys(BARS, 100.0)
