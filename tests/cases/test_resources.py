"""What is shipped beside the code."""

import re
from pathlib import Path

import exifread
import pytest
from PIL import Image, ImageFont

from cases.resources import resource

FONTS = {
    "Inter-Regular": ("Inter", "Regular"),
    "Inter-Medium": ("Inter", "Medium"),
    "Inter-SemiBold": ("Inter", "SemiBold"),
    "Inter-Bold": ("Inter", "Bold"),
    "AtkinsonHyperlegibleMono-Regular": ("Atkinson Hyperlegible Mono", "Regular"),
    "AtkinsonHyperlegibleMono-Bold": ("Atkinson Hyperlegible Mono", "Bold"),
}
ICONS = sorted(resource("icons").glob("*.svg"))
SAMPLES = sorted(resource("samples").glob("*.jpg"))


@pytest.mark.parametrize("name", list(FONTS))
def test_a_font_bears_its_family_and_fits_its_file(name: str) -> None:
    font = ImageFont.truetype(str(resource("fonts", f"{name}.ttf")), 12)

    assert font.getname() == FONTS[name]


def test_every_licence_lies_beside_what_it_covers() -> None:
    for family in ("Inter", "AtkinsonHyperlegibleMono"):
        text = resource("fonts", f"{family}-LICENSE.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "ISC License" in resource("icons", "LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_square_and_takes_its_colour_from_where_it_stands(path: Path) -> None:
    text = path.read_text("utf-8")

    assert re.search(r'viewBox="0 0 (\d+) \1"', text)
    assert path.stem == "netra" or 'stroke="currentColor"' in text
    assert "<script" not in text
    assert "href" not in text


def test_the_mark_of_the_program_is_there_in_every_size_windows_asks_for() -> None:
    with Image.open(resource("icons", "netra.ico")) as icon:
        sizes = icon.info["sizes"]
    with Image.open(resource("icons", "netra.png")) as picture:
        assert picture.size == (256, 256)

    assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= set(sizes)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_small_and_of_the_campaign_it_plays_in(path: Path) -> None:
    with path.open("rb") as file:
        tags = exifread.process_file(file, details=False)

    assert path.stat().st_size < 300_000
    if "WA" not in path.stem:
        assert str(tags["EXIF DateTimeOriginal"]).startswith("2024:10:17 ")
        assert str(tags["Image Make"]) == "Contoh"


def test_samples_differ_in_what_they_say_of_time_and_place() -> None:
    told = set()
    for path in SAMPLES:
        with path.open("rb") as file:
            tags = exifread.process_file(file, details=False)
        told.add(("EXIF OffsetTimeOriginal" in tags, "GPS GPSLatitude" in tags, bool(tags)))

    assert told == {
        (True, True, True),
        (False, True, True),
        (False, False, True),
        (False, False, False),
    }
