"""A photo of the clock card measures the camera, and the result stands in times and papers."""

import io
import random
from datetime import datetime, timedelta

import pytest
from PIL import Image, ImageDraw, ImageFilter

from cases import clock
from cases.clock import Moment
from cases.errors import NetraError
from cases.intake.clock_card import ClockCard, card_matrix, make_card, read_card
from cases.intake.measuring import measure_clock
from cases.intake.pipeline import take_in
from cases.papers.wording import taken as said
from cases.work.custody import custody_of
from cases.work.exhibits import list_exhibits, read_exhibit
from tests.cases.intake.conftest import open_case
from tests.cases.intake.samples import Block, ascii_entry, dated, placed, segment

AT = "2024-02-14T00:30:00.400Z"


@pytest.fixture(autouse=True)
def laptop_clock():
    clock.use(lambda: Moment(AT, 0, "boot", "+07:00"))
    yield
    clock.use(None)


def photo_of(card: ClockCard, seed: int = 0) -> Image.Image:
    """The card as a hand-held camera sees it on a screen: turned, soft, noisy, unevenly lit."""
    dice = random.Random(seed)
    squares = card_matrix(card)
    side = len(squares) + 8
    code = Image.new("L", (side, side), 255)
    for y, row in enumerate(squares):
        for x, dark in enumerate(row):
            if dark:
                code.putpixel((x + 4, y + 4), 0)
    code = code.resize((side * 14, side * 14), Image.Resampling.NEAREST)
    code = code.rotate(dice.uniform(-20, 20), expand=True, fillcolor=255)
    scene = (
        Image.linear_gradient("L").resize((2000, 1500)).point([90 + v // 3 for v in range(256)])
    )
    ImageDraw.Draw(scene).rectangle((100, 100, 600, 400), fill=40)
    scene.paste(code, (dice.randrange(300, 900), dice.randrange(100, 500)))
    return scene.filter(ImageFilter.GaussianBlur(dice.uniform(0.5, 2.5))).convert("RGB")


def camera(local: str, serial: bytes = b"A1", **more) -> Block:
    block = dated(local.encode(), **more)
    block.exif.append(ascii_entry(0xA431, serial))
    return block


def stored(folder, name: str, block: Block, picture: Image.Image | None = None):
    sink = io.BytesIO()
    (picture or Image.new("RGB", (64, 48), "grey")).save(sink, "JPEG", quality=75)
    plain = sink.getvalue()
    exif = segment(0xE1, b"Exif\0\0" + block.build())
    # each file another: the same bytes are one exhibit
    note = segment(0xFE, name.encode())
    path = folder / name
    path.write_bytes(plain[:2] + exif + note + plain[2:])
    return path


def taken(home, case, name):
    return next(one for one in list_exhibits(home, case) if one.file == name).taken


def intake(home, case, *paths):
    take_in(home, paths, case=case)
    return {one.file: one.id for one in list_exhibits(home, case)}


def test_a_card_is_read_back_from_a_photo_of_the_screen(home, case, tmp_path):
    card = make_card(home)
    wrong = "2024:02:14 07:32:05"
    paths = [
        stored(tmp_path, "kartu.jpg", camera(wrong), photo_of(card)),
        stored(tmp_path, "satu.jpg", camera("2024:02:14 09:00:00")),
        stored(tmp_path, "kemarin.jpg", camera("2024:02:13 09:00:00")),
        stored(tmp_path, "lain.jpg", camera("2024:02:14 09:00:00", b"B2")),
    ]
    ids = intake(home, case, *paths)

    found = measure_clock(home, case, ids["kartu.jpg"])

    assert found.card == "2024-02-14T00:30:00.400Z"
    assert found.zone == "+07:00"
    assert set(found.exhibits) == {ids["kartu.jpg"], ids["satu.jpg"]}
    # 125 s fast; the card stood for 1.25 s, the camera cut to whole seconds
    assert found.error_ms == 124_475
    assert found.plus_minus_ms == 1_125
    one = taken(home, case, "satu.jpg")
    assert (one.zone_source, one.clock) == ("stated", "measured")
    assert (one.earliest, one.latest) == ("2024-02-14T01:57:54Z", "2024-02-14T01:57:57Z")
    assert "diukur dengan kartu jam" in said(one, "+07:00")
    assert taken(home, case, "lain.jpg").clock == ""
    assert taken(home, case, "kemarin.jpg").clock == ""
    assert [line.act for line in custody_of(home, ids["satu.jpg"])] == [
        "taken_in",
        "timed",
        "clock_stated",
    ]


@pytest.mark.parametrize("seed", range(6))
def test_the_true_time_lies_within_what_was_measured(home, tmp_path, seed):
    dice = random.Random(seed)
    case = open_case(home, f"{seed:032x}")
    true = datetime.fromisoformat("2024-02-14T00:30:00.400+00:00")
    shown = true + timedelta(milliseconds=dice.randrange(1250))
    error = timedelta(milliseconds=dice.randrange(-(10**8), 10**8))
    zone = timedelta(hours=dice.choice([7, 8, 9]))

    def written(moment):
        return (moment + error + zone).strftime("%Y:%m:%d %H:%M:%S")

    later = true + timedelta(seconds=dice.randrange(20_000))
    paths = [
        stored(tmp_path, "kartu.jpg", camera(written(shown)), photo_of(make_card(home), seed)),
        stored(tmp_path, "nanti.jpg", camera(written(later))),
    ]
    ids = intake(home, case, *paths)

    measure_clock(home, case, ids["kartu.jpg"])

    record = taken(home, case, "nanti.jpg")
    first, last = map(datetime.fromisoformat, (record.earliest, record.latest))
    assert first <= later <= last
    assert last - first <= timedelta(seconds=4)


def test_zones_that_files_tell_stay_as_they_are(home, case, tmp_path):
    makassar = ((5, 1), (9, 1), (0, 1)), ((119, 1), (26, 1), (0, 1))
    zoned = camera("2024:02:14 07:30:10", offset=b"+07:00")
    paths = [
        stored(tmp_path, "kartu.jpg", zoned, photo_of(make_card(home))),
        stored(tmp_path, "zona.jpg", camera("2024:02:14 08:00:10", offset=b"+07:00")),
        stored(tmp_path, "gps.jpg", placed(camera("2024:02:14 08:00:10"), makassar)),
    ]
    ids = intake(home, case, *paths)

    measure_clock(home, case, ids["kartu.jpg"])

    assert taken(home, case, "zona.jpg").zone_source == "exif"
    assert taken(home, case, "zona.jpg").earliest == "2024-02-14T00:59:59Z"
    # this camera wrote the time of Java, whatever the zone of the place
    assert taken(home, case, "gps.jpg").zone_source == "gps"
    assert taken(home, case, "gps.jpg").earliest == "2024-02-14T00:59:59Z"


def test_fractions_of_seconds_narrow_the_doubt(home, case, tmp_path):
    block = camera("2024:02:14 07:30:01")
    block.exif.append(ascii_entry(0x9291, b"250"))
    ids = intake(home, case, stored(tmp_path, "kartu.jpg", block, photo_of(make_card(home))))

    found = measure_clock(home, case, ids["kartu.jpg"])

    assert found.plus_minus_ms < 650
    assert found.error_ms == pytest.approx(225, abs=1)


def test_a_clock_that_was_never_set_is_measured_in_the_zone_of_the_office(home, case, tmp_path):
    paths = [
        stored(tmp_path, "kartu.jpg", camera("2010:01:01 00:00:10"), photo_of(make_card(home))),
        stored(tmp_path, "foto.jpg", camera("2010:01:01 01:00:10")),
    ]
    ids = intake(home, case, *paths)

    assert measure_clock(home, case, ids["kartu.jpg"]).zone == "+08:00"
    assert taken(home, case, "foto.jpg").earliest == "2024-02-14T01:29:59Z"


def test_a_card_of_another_laptop_a_photo_without_card_and_one_without_time(home, case, tmp_path):
    card = make_card(home)
    forged = ClockCard(card.text[:-1] + ("0" if card.text[-1] != "0" else "1"), card.at)
    block = dated(b"    :  :     :  :  ")
    paths = [
        stored(tmp_path, "asing.jpg", camera("2024:02:14 07:30:00"), photo_of(forged)),
        stored(tmp_path, "tanpa.jpg", camera("2024:02:14 07:30:00")),
        stored(tmp_path, "kosong.jpg", block, photo_of(card)),
    ]
    ids = intake(home, case, *paths)

    codes = []
    for name in ("asing.jpg", "tanpa.jpg", "kosong.jpg"):
        with pytest.raises(NetraError) as refused:
            measure_clock(home, case, ids[name])
        codes.append(refused.value.code)

    assert codes == ["foreign-clock-card", "no-clock-card", "clock-card-undated"]
    assert all(read_exhibit(home, one, case).taken.clock == "" for one in ids.values())


def test_other_codes_in_the_photo_are_passed_over(home):
    card = make_card(home)
    forged = card.text.replace("20240214", "20240215")

    assert read_card(home, ("https://media.example", "netra-clock:x", "")) is None
    own = read_card(home, (forged, "x", card.text))
    assert own is not None
    assert (own.own, own.at) == (True, "2024-02-14T00:30:00.400Z")
