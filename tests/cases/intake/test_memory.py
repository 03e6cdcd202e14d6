"""An import stays small: many photos, and a film far larger than the memory it may take."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from cases import home as homes
from cases.keys.kdf import Cost
from tests.campaign import TIMES
from tests.cases.intake.conftest import PASSPHRASE, PROFILE

ROOT = Path(__file__).resolve().parents[3]
PHOTOS = min(500, 50 * TIMES)
FILM = min(2_000, 200 * TIMES) << 20

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="the system does not tell shared memory"
)


def weigh(tmp_path: Path, card: Path, *more: str) -> dict[str, float]:
    home, _ = homes.create(tmp_path / "rumah", PROFILE, PASSPHRASE, cost=Cost(1, 8192))
    home.lock()
    words = [str(tmp_path / "rumah"), PASSPHRASE, str(card), *more]
    command = [sys.executable, "-m", "tests.cases.intake.weighing", *words]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return dict(json.loads(done.stdout))


@pytest.mark.campaign
@pytest.mark.timeout(60 + 30 * TIMES)
def test_many_photos_take_under_400_mb_over_all_processes(tmp_path):
    card = tmp_path / "kartu"
    card.mkdir()
    sink = io.BytesIO()
    Image.effect_noise((4000, 3000), 32).convert("RGB").save(sink, "JPEG", quality=68)
    plain = sink.getvalue()
    for number in range(PHOTOS):
        note = b"\xff\xfe\x00\x0a%08d" % number
        (card / f"{number:03}.jpg").write_bytes(plain[:2] + note + plain[2:])

    weighed = weigh(tmp_path, card)

    assert weighed["stored"] == PHOTOS
    assert weighed["most"] < 400


@pytest.mark.campaign
@pytest.mark.timeout(60 + 30 * TIMES)
def test_a_long_film_goes_in_and_out_in_little_memory(tmp_path):
    small, large = tmp_path / "kecil", tmp_path / "besar"
    for folder, size in ((small, 1 << 20), (large, FILM)):
        folder.mkdir()
        with (folder / "film.bin").open("wb") as film:
            film.truncate(size)
        (tmp_path / folder.name / "rumah-di-sini").mkdir()

    usual = weigh(small / "rumah-di-sini", small / "film.bin", "out")
    weighed = weigh(large / "rumah-di-sini", large / "film.bin", "out")

    assert weighed["stored"] == 1
    assert weighed["most"] - usual["most"] < 100
