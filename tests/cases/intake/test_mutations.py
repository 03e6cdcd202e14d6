"""Photos with random damage go through the whole intake and are stored byte for byte."""

import random
from pathlib import Path

import pytest

from cases.intake.outcome import STORED
from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from tests.campaign import TIMES
from tests.cases.intake.samples import chunk, dated, encoded, heic, jpeg, placed, png

FILES = 100


def damaged(dice: random.Random) -> bytes:
    """A photo with bytes changed, cut out, put in or cut off."""
    bases = (
        jpeg(placed(dated())),
        png(chunk(b"eXIf", dated().build())),
        heic(dated().build()),
        encoded("WEBP"),
    )
    data = bytearray(dice.choice(bases))
    for _ in range(dice.choice((1, 2, 8, 30))):
        at = dice.randrange(len(data))
        what = dice.randrange(4)
        if what == 0:
            data[at] = dice.randrange(256)
        elif what == 1:
            del data[at : at + dice.randrange(1, 9)]
        elif what == 2:
            data[at:at] = dice.randbytes(dice.randrange(1, 9))
        elif len(data) > 200:
            del data[-dice.randrange(1, 100) :]
    return bytes(data)


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(5 * TIMES))
def test_damaged_photos_are_stored_as_they_are(seed, home, tmp_path):
    dice = random.Random(seed)
    folder = tmp_path / "kartu"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:03}.jpg").write_bytes(damaged(dice))

    result = take_in(home, [folder])
    make_previews(home)

    assert result.failure is None
    assert {item.status for item in result.items if item.size} <= {STORED, "duplicate"}
    assert len(result.items) == FILES
    for item in result.items:
        assert home.vault.read(item.sha256) == Path(item.file).read_bytes()
