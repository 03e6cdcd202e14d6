"""
`kill -9` of an import at random moments: what was reported stored is there, nothing is doubled.

Five moments here; `NETRA_CAMPAIGN=10` tries ten times as many.
"""

import os
import random

import pytest

from tests.cases.intake.killing import kill_once, make_card, usual_seconds

MOMENTS = 5 * int(os.environ.get("NETRA_CAMPAIGN", "1"))


@pytest.mark.timeout(60 + 20 * MOMENTS)
def test_an_import_may_die_at_any_moment(tmp_path):
    dice = random.Random(MOMENTS)
    card = make_card(tmp_path / "kartu", dice)
    usual = usual_seconds(tmp_path / "rumah", card)

    outcomes = [
        kill_once(tmp_path / f"rumah-{number}", card, dice.uniform(0.0, usual))
        for number in range(MOMENTS)
    ]

    assert len(outcomes) == MOMENTS
    assert any(not outcome.finished for outcome in outcomes)
