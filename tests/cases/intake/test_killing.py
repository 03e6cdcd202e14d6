"""
`kill -9` of an import at random moments: what was reported stored is there, nothing is doubled.

Five moments here; `make campaign` tries ten times as many.
"""

import os
import random
import signal
from multiprocessing import Pipe
from pathlib import Path

import msgspec
import pyrage
import pytest

from cases.intake.sealer import serve
from tests.campaign import TIMES
from tests.cases.intake.killing import kill_once, make_card, usual_seconds
from tests.cases.intake.samples import encoded, write

MOMENTS = 5 * TIMES


@pytest.fixture(scope="module")
def card(tmp_path_factory) -> Path:
    return make_card(tmp_path_factory.mktemp("kartu") / "DCIM", random.Random(MOMENTS))


@pytest.fixture(scope="module")
def usual(card, tmp_path_factory) -> float:
    """Seconds of an import that nobody kills."""
    return usual_seconds(tmp_path_factory.mktemp("biasa") / "rumah", card)


@pytest.mark.campaign
@pytest.mark.parametrize("moment", range(MOMENTS))
def test_an_import_may_die_at_any_moment(moment, card, usual, tmp_path):
    dice = random.Random(moment)
    part = usual / MOMENTS  # moments are spread over the whole import

    outcome = kill_once(tmp_path / "rumah", card, dice.uniform(moment * part, (moment + 1) * part))

    assert outcome.reported <= 48
    if moment == 0:
        assert not outcome.finished


def test_a_sealer_whose_program_was_killed_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    photo, temp = write(tmp_path, "a.jpg", encoded("JPEG")), tmp_path / "a.part"
    program, far = Pipe()
    job = {"path": os.fsencode(photo), "temp": os.fsencode(temp)}
    program.send_bytes(msgspec.msgpack.encode(job))
    program.close()

    serve(far, [str(pyrage.x25519.Identity.generate().to_public())])

    assert list(tmp_path.iterdir()) == [photo]
