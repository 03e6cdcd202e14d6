"""Derived copies: what is covered is gone, nothing of the file goes along, the parent stays."""

import io
import struct
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from cases import home as homes
from cases.errors import NetraError
from cases.home import Home
from cases.intake.copying import Picture
from cases.intake.derived import derive_copy, preview_copy
from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from cases.intake.redrawing import SIDE, redrawn
from cases.intake.source import Source
from cases.keys.entries import Profile
from cases.work.custody import custody_of
from cases.work.derived import derived_bytes, derived_copies
from cases.work.exhibits import link_exhibits, list_exhibits, resolve_exhibit
from cases.work.facts import state_fact
from cases.work.operations import parse_operations
from cases.work.records import CaseId, ExhibitId
from tests.cases.intake.conftest import PASSPHRASE
from tests.cases.intake.samples import chunk
from tests.cases.work.story import Story, bodies

SECRET = {"op": "blur", "x": 250, "y": 250, "w": 250, "h": 250}
"""The middle of the left upper half, where the tests put what nobody may see."""


def photo(hidden: str = "noise", size: tuple[int, int] = (800, 600)) -> Image.Image:
    """A grey picture; what differs between two of them lies in the covered part alone."""
    made = Image.linear_gradient("L").resize(size).convert("RGB")
    part = size[0] // 4, size[1] // 4
    inside = {
        "noise": Image.effect_noise(part, 80).convert("RGB"),
        "red": Image.new("RGB", part, "red"),
        "white": Image.new("RGB", part, "white"),
    }[hidden]
    made.paste(inside, part)
    return made


def jpeg(hidden: str = "noise", **more: object) -> bytes:
    """The picture as a camera writes it: EXIF with place, small picture, comment, profile."""
    exif = Image.Exif()
    exif[0x010F] = "Kamera Contoh"
    exif.get_ifd(0x8825).update({1: "S", 2: (10.0, 7.0, 0.0), 3: "E", 4: (123.0, 36.0, 0.0)})
    sink = io.BytesIO()
    options = {"exif": exif, "comment": b"rahasia di komentar", "quality": 92}
    photo(hidden).save(sink, "JPEG", **(options | more))
    return sink.getvalue()


def derived(data: bytes, *operations: dict[str, object], orientation: int | None = None) -> bytes:
    about = Picture("image/jpeg", 800, 600, orientation, 4096)
    return redrawn(Source.of_bytes(data, "foto.jpg"), about, parse_operations(operations))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def grey_of(picture: Image.Image) -> list[int]:
    return list(picture.convert("L").tobytes())


def segments(data: bytes) -> list[int]:
    """Markers of a JPEG up to the picture itself."""
    found, at = [], 2
    while data[at + 1] != 0xDA:
        found.append(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return found


@pytest.fixture
def case(home: Home) -> CaseId:
    return Story.begin(home).case


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "IMG_1.jpg"
    path.write_bytes(jpeg())
    return path


def one(home: Home, card: Path, case: CaseId | None = None) -> ExhibitId:
    return ExhibitId(str(take_in(home, [card], case=case).items[0].exhibit))


def test_nothing_of_the_covered_part_survives():
    """Two originals that differ in the covered part alone give the same copy, byte for byte."""
    secrets = "noise", "white", "red"
    pixels = {derived_png(photo(secret)) for secret in secrets}
    cameras = {derived(jpeg(secret), SECRET) for secret in secrets}

    assert len(pixels) == 1
    assert len(cameras) == 1, "a camera's JPEG smears colours over a block and its neighbours"
    covered = opened(cameras.pop()).convert("RGB").crop((208, 160, 392, 288))
    assert len(set(covered.tobytes()[::3])) <= 3, "one flat colour, no pattern left"
    assert max(grey_of(covered)) - min(grey_of(covered)) <= 2


def derived_png(made: Image.Image) -> bytes:
    sink = io.BytesIO()
    made.save(sink, "PNG")
    about = Picture("image/png", 800, 600, None, 4096)
    return redrawn(Source.of_bytes(sink.getvalue(), "x.png"), about, parse_operations([SECRET]))


def test_no_metadata_no_small_picture_no_comment_goes_along():
    copy = derived(jpeg(icc_profile=b"x" * 200), SECRET)

    assert set(segments(copy)) <= {0xE0, 0xDB, 0xC0, 0xC4}
    for trace in (b"Exif", b"rahasia", b"Contoh", b"ICC_PROFILE", b"http://ns.adobe.com"):
        assert trace not in copy
    assert copy.endswith(b"\xff\xd9")
    assert copy.count(b"\xff\xd8\xff") == 1


def test_a_box_is_rounded_outwards():
    odd = {"op": "blur", "x": 333, "y": 333, "w": 1, "h": 1}

    covered = grey_of(opened(derived(jpeg("white"), odd)).crop((266, 199, 267, 200)))

    assert covered[0] < 90, "0.8 of a pixel is a whole one"


def test_places_are_those_of_the_upright_picture():
    top = {"op": "blur", "x": 0, "y": 0, "w": 1000, "h": 100}

    turned = opened(derived(jpeg("white"), top, orientation=6)).convert("L")

    assert turned.size == (600, 800)
    assert max(grey_of(turned.crop((0, 0, 600, 80)))) < 60
    assert max(grey_of(turned.crop((0, 112, 600, 800)))) > 200


def test_a_crop_comes_last_whatever_its_place_in_the_list():
    crop = {"op": "crop", "x": 250, "y": 250, "w": 250, "h": 250}

    for operations in ((crop, SECRET), (SECRET, crop)):
        copy = opened(derived(jpeg(), *operations)).convert("L")
        assert copy.size == (200, 150)
        assert max(grey_of(copy)) < 60


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "arrow", "x1": 100, "y1": 100, "x2": 600, "y2": 700},
        {"op": "arrow", "x1": 1000, "y1": 1000, "x2": 0, "y2": 0},
        {"op": "rectangle", "x": 100, "y": 100, "w": 300, "h": 300},
        {"op": "rectangle", "x": 999, "y": 999, "w": 1, "h": 1},
        {"op": "text", "x": 500, "y": 500, "text": "Camat Contoh"},
        {"op": "text", "x": 1000, "y": 1000, "text": "W" * 120},
    ],
)
def test_what_is_drawn_is_seen(operation):
    difference = ImageChops.difference(opened(derived(jpeg("white"), operation)), photo("white"))

    assert max(difference.tobytes()) > 100


def test_a_large_picture_is_made_smaller():
    sink = io.BytesIO()
    Image.new("RGB", (6000, 3000), "white").save(sink, "JPEG")
    about = Picture("image/jpeg", 6000, 3000, None, 4096)

    copy = redrawn(Source.of_bytes(sink.getvalue(), "x"), about, parse_operations([SECRET]))

    assert opened(copy).size == (SIDE, SIDE // 2)


def test_a_copy_is_an_object_with_its_parent_and_what_was_done(home, case, card):
    exhibit = one(home, card, case)
    original = next(r for r in list_exhibits(home, case) if r.id == exhibit)

    made = derive_copy(home, exhibit, [SECRET], reason="wajah anak").made

    (record,) = derived_copies(home, exhibit, case)
    assert (record.id, record.code) == (made, f"{original.code}/S1")
    assert record.parent_sha256 == original.object
    assert record.object != original.object
    assert record.operations == (SECRET,)
    assert home.vault.read(original.object) == card.read_bytes(), "the original stays as it is"
    assert opened(derived_bytes(home, record)).size == (800, 600)
    last = custody_of(home, exhibit)[-1]
    assert (last.act, last.why) == ("derived", f"{original.code}/S1: wajah anak")


def test_codes_count_on_and_the_newest_comes_last(home, case, card):
    exhibit = one(home, card, case)
    for reason in ("satu", "dua"):
        derive_copy(home, exhibit, [SECRET], reason=reason)

    records = derived_copies(home, exhibit)

    assert [(record.number, record.reason) for record in records] == [("1", "satu"), ("2", "dua")]


def test_a_second_officer_numbers_beside_the_first(home, case, card):
    exhibit = one(home, card, case)
    derive_copy(home, exhibit, [SECRET], reason="satu")
    second = Profile("Contoh Markus", "PKD", "Panwaslu Contoh", "53.01.06")
    homes.add_officer(home, second, PASSPHRASE)
    colleague = homes.unlock(home.folder, second.name, PASSPHRASE)

    derive_copy(colleague, exhibit, [SECRET], reason="dua")

    assert [record.number for record in derived_copies(home, exhibit, case)] == ["1", "2·K2"]
    colleague.lock()


def test_copies_made_before_sorting_enter_the_case_with_the_exhibit(home, case, card):
    exhibit = one(home, card)
    derive_copy(home, exhibit, [SECRET], reason="pelat nomor")
    assert derived_copies(home, exhibit)[0].code == "S1"

    link_exhibits(home, case, [exhibit])

    (record,) = derived_copies(home, exhibit, case)
    code = next(r.code for r in list_exhibits(home, case) if r.id == exhibit)
    assert record.code == f"{code}/S1"
    body = bodies(home, case, "copy.derived")[0]
    assert body["from"]["case"] is None


def test_a_copy_can_never_be_named_as_an_exhibit(home, card):
    story = Story.begin(home)
    exhibit = one(home, card, story.case)
    made = ExhibitId(derive_copy(home, exhibit, [SECRET], reason="wajah").made)

    with pytest.raises(NetraError) as cited:
        state_fact(home, story.incident, "ajakan", True, exhibits=[made])
    assert cited.value.code == "exhibit-not-in-case"
    for text in (made, derived_copies(home, exhibit)[0].code):
        with pytest.raises(NetraError):
            resolve_exhibit(home, story.case, text)


def test_where_the_original_is_missing_the_print_copy_is_drawn_on(home, case, card):
    exhibit = one(home, card, case)
    make_previews(home)
    record = next(r for r in list_exhibits(home, case) if r.id == exhibit)
    home.vault.remove(record.object)

    derive_copy(home, exhibit, [SECRET], reason="wajah")

    (body,) = bodies(home, case, "copy.derived")
    assert (body["parent_sha256"], body["drawn_from"]) == (record.object, record.preview)


def test_where_the_original_cannot_be_decoded_the_reason_is_told(home, case, tmp_path):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 80, 60, 8, 2, 0, 0, 0))
    broken = head + chunk(b"IDAT", b"bukan zlib sama sekali") + chunk(b"IEND", b"")
    path = tmp_path / "x.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + broken)
    exhibit = one(home, path, case)

    with pytest.raises(NetraError) as caught:
        derive_copy(home, exhibit, [SECRET], reason="wajah")

    assert caught.value.code == "no-picture"
    assert "rusak" in str(caught.value)


def test_a_preview_of_a_copy_keeps_nothing(home, case, card):
    exhibit = one(home, card, case)
    before = list(home.vault.names())

    assert opened(preview_copy(home, exhibit, [SECRET])).size == (800, 600)

    assert list(home.vault.names()) == before
    assert derived_copies(home, exhibit) == ()


def test_of_what_is_no_picture_there_is_no_copy(home, case, tmp_path):
    note = tmp_path / "catatan.txt"
    note.write_text("catatan", "utf-8")
    exhibit = one(home, note, case)

    with pytest.raises(NetraError) as caught:
        derive_copy(home, exhibit, [SECRET], reason="wajah")

    assert caught.value.code == "no-picture"


@pytest.mark.parametrize(("reason", "code"), [(" ", "empty-text"), ("a" * 501, "long-text")])
def test_a_copy_needs_a_short_reason(home, case, card, reason, code):
    exhibit = one(home, card, case)

    with pytest.raises(NetraError) as caught:
        derive_copy(home, exhibit, [SECRET], reason=reason)

    assert caught.value.code == code


def test_an_exhibit_that_is_not_there_is_said_so(home):
    with pytest.raises(NetraError) as caught:
        derive_copy(home, ExhibitId("f" * 32), [SECRET], reason="wajah")

    assert caught.value.code == "no-such-exhibit"
