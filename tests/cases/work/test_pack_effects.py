"""What another pack would change, per rule and respondent; a case keeps its own until told."""

import shutil
from pathlib import Path

import pytest

from cases.errors import NetraError
from cases.keys import sshsig
from cases.resources import root
from cases.work import packs
from cases.work.allegations import allege
from cases.work.cases import edit_case, read_case_file
from cases.work.pack_effects import adopt_pack, case_effect, pack_effects
from cases.work.pack_files import MANIFEST, NAMESPACE, SIGNATURE, manifest_of, read_files

OTHER = "netralitas-2099.1"


@pytest.fixture
def later(home, tmp_path: Path):
    """A later pack, as if an office had signed it: DS-01 is for the other regime only."""
    folder = tmp_path / "paket" / OTHER
    shutil.copytree(root() / "rules" / "packs" / packs.newest(), folder)
    head = folder / "pack.toml"
    text = head.read_text("utf-8")
    head.write_text(text.replace(packs.newest().partition("-")[2], "2099.1"), "utf-8")
    rules = folder / "rules" / "ds.toml"
    text = rules.read_text("utf-8")
    start = text.index('id = "DS-01"')
    end = text.index("regimes = ", start)
    line = text[end : text.index("\n", end)]
    rules.write_text(text[:end] + text[end:].replace(line, 'regimes = ["PILKADA"]', 1), "utf-8")
    manifest = manifest_of(read_files(folder))
    (folder / MANIFEST).write_bytes(manifest)
    armour = sshsig.sign(home.keys.seed, NAMESPACE, manifest)
    (folder / SIGNATURE).write_text(armour, "ascii")
    packs.use_folder(folder.parent, frozenset({home.officer.dev}))
    yield OTHER
    packs.use_folder(None)


def test_a_rule_that_would_fall_away_is_told_for_the_respondent(home, story, later):
    allege(home, story.case, "DS-01")

    (effect,) = pack_effects(home, later)

    (rule,) = effect.rules
    assert (rule.rule, rule.party_code, rule.incident_code) == ("DS-01", "T-01", "PR-01")
    assert (rule.before, rule.after) == ("PERLU_KAJIAN", "TIDAK_MEMENUHI")
    assert (rule.raised_before, rule.raised_after) == (True, False)
    assert (effect.code, effect.pack, effect.clocks) == ("S-K1-001", packs.shipped()[-1], ())


def test_nothing_changes_before_a_person_says_so_with_a_reason(home, story, later):
    allege(home, story.case, "DS-01")
    assert case_effect(home, story.case, later).changes
    assert read_case_file(home, story.case).case.pack == packs.shipped()[-1]
    with pytest.raises(NetraError, match="Alasan"):
        adopt_pack(home, story.case, later, " ")

    adopt_pack(home, story.case, later, "edaran kabupaten (CONTOH)")

    assert read_case_file(home, story.case).case.pack == later
    assert pack_effects(home, later) == ()


def test_closed_cases_and_rules_that_nobody_raises_are_left_out(home, story, later):
    assert not pack_effects(home, later)[0].changes
    edit_case(home, story.case, status="selesai")
    assert pack_effects(home, later) == ()
    with pytest.raises(NetraError):
        pack_effects(home, "netralitas-1900.1")
