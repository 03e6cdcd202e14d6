"""The print copy: JPEG, long side 1024, upright, without EXIF, on white paper."""

import io

import pytest
from PIL import Image

from cases.intake.child import Child
from cases.intake.copying import OversizedError, Picture, print_copy
from cases.intake.source import Source
from tests.cases.intake.samples import NOW, Block, claims, encoded, jpeg, picture, png, short_entry

TURN = Image.Transpose
STORED_AS = {
    1: None,
    2: TURN.FLIP_LEFT_RIGHT,
    3: TURN.ROTATE_180,
    4: TURN.FLIP_TOP_BOTTOM,
    5: TURN.TRANSPOSE,
    6: TURN.ROTATE_90,
    7: TURN.TRANSVERSE,
    8: TURN.ROTATE_270,
}


def copy_of(data: bytes, name: str = "foto") -> Image.Image:
    found = claims(data, name)
    about = Picture(found.media_type, found.width or 0, found.height or 0, found.orientation)
    with Source.of_bytes(data, name) as source:
        return Image.open(io.BytesIO(print_copy(source, about).copy))


def colour(image: Image.Image, x: int, y: int) -> str:
    red, green, blue = image.convert("RGB").getpixel((x, y))  # type: ignore[misc]
    names = {
        (True, True, True): "white",
        (True, False, False): "red",
        (False, False, True): "blue",
    }
    return names.get((red > 128, green > 128, blue > 128), "other")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_copy_is_upright_whatever_the_camera_was_held(kind, orientation):
    upright = picture((480, 320))
    turn = STORED_AS[orientation]
    stored = upright if turn is None else upright.transpose(turn)
    exif = Image.Exif()
    exif[0x112] = orientation
    sink = io.BytesIO()
    stored.save(sink, kind, exif=exif)

    made = copy_of(sink.getvalue())

    assert made.size == (480, 320)
    assert colour(made, 20, 20) == "red"
    assert colour(made, 460, 300) == "blue"
    assert colour(made, 460, 20) == "white"


def test_the_copy_is_a_plain_jpeg_with_a_long_side_of_1024():
    made = copy_of(jpeg(Block(main=[short_entry(0x112, 6)]), size=(3000, 2000)))

    assert (made.format, made.size) == ("JPEG", (683, 1024))
    assert not made.getexif()
    assert "icc_profile" not in made.info


def test_a_small_picture_is_not_blown_up():
    assert copy_of(encoded("PNG", (40, 30))).size == (40, 30)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_colour_becomes_paper(mode):
    kind = "TIFF" if mode == "CMYK" else "PNG"
    sink = io.BytesIO()
    plain = Image.new("I;16", (40, 30), 65535) if mode == "I;16" else picture().convert(mode)
    plain.save(sink, kind)

    made = copy_of(sink.getvalue())

    assert made.mode in {"RGB", "L"}
    assert colour(made, 38, 2) == "white"


def test_what_is_clear_shows_white_paper():
    sink = io.BytesIO()
    Image.new("RGBA", (40, 30), (255, 0, 0, 0)).save(sink, "PNG")

    assert colour(copy_of(sink.getvalue()), 5, 5) == "white"


def test_a_200_megapixel_jpeg_gives_its_copy(child: Child):
    sink = io.BytesIO()
    Image.new("L", (16320, 12240), 200).save(sink, "JPEG", quality=20)
    data = sink.getvalue()
    found = child.claims_of(data, "foto.jpg", NOW)

    answer = child.print_copy(data, "foto.jpg", Picture("image/jpeg", 16320, 12240))

    assert found.kind == "photo"
    assert answer.copy is not None
    assert Image.open(io.BytesIO(answer.copy)).size == (1024, 768)


def test_a_picture_that_decodes_to_more_than_it_stated_is_refused():
    data = encoded("PNG", (2000, 1000))

    with Source.of_bytes(data, "a.png") as source, pytest.raises(OversizedError):
        print_copy(source, Picture("image/png", 100, 100))


def test_texts_and_profiles_of_a_png_never_reach_the_decoder():
    made = copy_of(png(b"\0\0\0\x04zTXtabcd\0\0\0\0"))

    assert made.size == (48, 32)


def test_a_comment_in_the_original_does_not_go_along():
    source = Source.of_bytes(encoded("JPEG", comment=b"rahasia"), "x.jpg")

    assert b"rahasia" not in print_copy(source, Picture("image/jpeg", 48, 32)).copy
