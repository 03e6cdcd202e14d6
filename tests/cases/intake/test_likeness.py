"""How alike pictures look: copies stay near, other pictures far; thumbnails that lie."""

import io
import random

import pytest
from PIL import Image, ImageDraw, ImageEnhance

from cases.intake.copying import Picture, print_copy
from cases.intake.likeness import dhash, distance
from cases.intake.source import Source
from tests.cases.intake.samples import Entry, claims, dated, jpeg

PHOTOS = 40


def scene(seed: int, size: tuple[int, int] = (1200, 900)) -> Image.Image:
    """A picture with large and small shapes on a sloping ground, as photos have."""
    dice = random.Random(seed)
    made = Image.linear_gradient("L").rotate(dice.randrange(360)).resize(size).convert("RGB")
    brush = ImageDraw.Draw(made)
    for _ in range(25):
        x, y = dice.randrange(size[0]), dice.randrange(size[1])
        w, h = dice.randrange(40, size[0] // 2), dice.randrange(40, size[1] // 2)
        shade = tuple(dice.randrange(256) for _ in range(3))
        brush.ellipse((x - w // 2, y - h // 2, x + w // 2, y + h // 2), fill=shade)
    return made


def chat_copy(photo: Image.Image, side: int, quality: int) -> Image.Image:
    """What a chat program makes of a photo."""
    small = photo.copy()
    small.thumbnail((side, side))
    sink = io.BytesIO()
    small.save(sink, "JPEG", quality=quality)
    return Image.open(io.BytesIO(sink.getvalue()))


@pytest.mark.parametrize(("side", "quality"), [(1600, 70), (800, 50), (640, 40)])
def test_a_copy_that_a_chat_program_made_is_near(side, quality):
    for seed in range(PHOTOS):
        photo = scene(seed)
        assert distance(dhash(photo), dhash(chat_copy(photo, side, quality))) <= 4


def test_brighter_and_darker_copies_are_near():
    for seed in range(PHOTOS):
        photo = scene(seed)
        for factor in (0.7, 1.2):
            changed = ImageEnhance.Brightness(photo).enhance(factor)
            assert distance(dhash(photo), dhash(changed)) <= 6


def test_other_pictures_are_far():
    hashes = [dhash(scene(seed)) for seed in range(PHOTOS)]

    apart = [distance(one, other) for i, one in enumerate(hashes) for other in hashes[:i]]
    assert min(apart) > 6


@pytest.mark.parametrize("shade", ["white", "black", "grey"])
def test_a_blank_page_is_like_nothing(shade):
    assert dhash(Image.new("RGB", (800, 600), shade)) == ""


def with_thumbnail(photo: Image.Image, small: Image.Image) -> bytes:
    """A JPEG whose EXIF holds this thumbnail."""
    sink = io.BytesIO()
    small.save(sink, "JPEG")
    data = sink.getvalue()
    block = bytearray(dated().build())
    at = len(block)
    # the directory behind the first: where the thumbnail begins and how long it is
    entries: list[Entry] = [(0x201, 4, 1, (at + 30).to_bytes(4, "little")),
                            (0x202, 4, 1, len(data).to_bytes(4, "little"))]  # fmt: skip
    table = (2).to_bytes(2, "little") + b"".join(
        tag.to_bytes(2, "little") + kind.to_bytes(2, "little") + n.to_bytes(4, "little") + value
        for tag, kind, n, value in entries
    )
    count = int.from_bytes(block[8:10], "little")
    block[10 + 12 * count : 14 + 12 * count] = at.to_bytes(4, "little")
    plain = io.BytesIO()
    photo.save(plain, "JPEG", quality=90)
    exif = bytes(block) + table + b"\0" * 4 + data
    return jpeg_of(plain.getvalue(), exif)


def jpeg_of(plain: bytes, exif: bytes) -> bytes:
    head = jpeg(exif)
    segment = head[2 : head.index(exif) + len(exif)]
    return plain[:2] + segment + plain[2:]


def signals_of(data: bytes) -> list[str]:
    found = claims(data)
    about = Picture(found.media_type, found.width or 0, found.height or 0)
    with Source.of_bytes(data, "a.jpg") as source:
        return [signal.code for signal in print_copy(source, about).signals]


def barred(small: Image.Image) -> Image.Image:
    """A thumbnail with black bars, as cameras make of wide pictures."""
    whole = Image.new("RGB", (160, 120), "black")
    whole.paste(small.resize((160, 90)), (0, 15))
    return whole


def test_a_thumbnail_of_the_same_picture_says_nothing():
    for seed in range(12):
        photo, wide = scene(seed), scene(seed, (1600, 900))
        assert signals_of(with_thumbnail(photo, photo.resize((160, 120)))) == []
        assert signals_of(with_thumbnail(wide, barred(wide))) == []


def test_a_thumbnail_of_another_picture_or_shape_is_noticed():
    for seed in range(12):
        photo = scene(seed)
        other = scene(seed + 100).resize((160, 120))
        cropped = photo.crop((0, 0, 900, 900))
        assert signals_of(with_thumbnail(photo, other)) == ["thumbnail_differs"]
        assert signals_of(with_thumbnail(cropped, photo.resize((160, 120)))) == ["thumbnail_shape"]


def test_a_broken_or_tiny_thumbnail_says_nothing():
    photo = scene(1)
    broken = with_thumbnail(photo, photo.resize((160, 120)))
    at = broken.index(b"\xff\xd8", 10)
    assert signals_of(broken[: at + 2] + b"\0" * 200 + broken[at + 202 :]) == []
    assert signals_of(with_thumbnail(photo, scene(9).resize((40, 30)))) == []
