"""What an office refuses: changed, foreign, contradicting or hostile files; nothing is written."""

import random

import pyrage
import pytest

from cases.keys import sshsig
from cases.office import quarantine
from cases.office.importing import import_files
from cases.office.receipts import NoOffice, office_of
from cases.sealed.verify import State
from cases.work.cases import edit_case, list_cases, read_case_file
from tests.cases.exchange import copied
from tests.cases.office.arriving import assert_refused, bring, hostile, lines_held, state_of, take
from tests.cases.sealed.samples import Sample, wrap


@pytest.mark.parametrize("seed", range(3))
def test_one_flipped_bit_is_refused_and_nothing_is_written(home, office, story, tmp_path, seed):
    sealed = bring(home, story.case, tmp_path / "kasus.netra").read_bytes()
    chance = random.Random(seed)
    broken = tmp_path / "rusak.netra"
    before = state_of(office)
    for _ in range(100):
        data = bytearray(sealed)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        broken.write_bytes(data)
        result = take(office, broken)
        assert result.verdict is not State.INTACT
        assert result.refused
    assert state_of(office) == before
    assert not list_cases(office)


def test_a_file_cut_anywhere_is_refused_and_nothing_is_written(home, office, story, tmp_path):
    sealed = bring(home, story.case, tmp_path / "kasus.netra").read_bytes()
    broken = tmp_path / "terpotong.netra"
    before = state_of(office)
    for length in [*range(0, len(sealed), 499), len(sealed) - 1]:
        broken.write_bytes(sealed[:length])
        assert take(office, broken).code in {"envelope-broken", "not-a-case-file"}
    assert state_of(office) == before


def test_a_file_for_another_office_stays_shut(office, tmp_path):
    path = tmp_path / "lain.netra"
    path.write_bytes(wrap(Sample().archive()))
    result = assert_refused(office, path, "locked")
    assert result.verdict is State.UNSURE


def test_a_file_for_another_office_wrapped_again_for_this_one_is_refused(office, tmp_path):
    path = tmp_path / "lain.netra"
    recipient = pyrage.x25519.Recipient.from_str(office_of(office).age)
    path.write_bytes(wrap(Sample().archive(), recipient))
    assert_refused(office, path, "resealed-for-another")


def test_an_officer_who_is_not_on_the_roster_is_refused_by_fingerprint(
    home, office, story, tmp_path
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    with office.write() as tx:
        body = {"dev": home.keys.dev, "reason": "laptop hilang"}
        tx.append("roster.revoked", body, case=None)
    result = assert_refused(office, path, "unknown-signer")
    assert result.verdict is State.UNSURE
    assert sshsig.fingerprint(home.keys.dev) in result.refused


def test_two_versions_of_one_line_are_shown_and_neither_is_lost(home, office, story, tmp_path):
    twin = copied(home, tmp_path / "salinan")
    edit_case(home, story.case, title="Versi pertama")
    edit_case(twin, story.case, title="Versi kedua")
    first = bring(home, story.case, tmp_path / "satu.netra")
    second = bring(twin, story.case, tmp_path / "dua.netra")
    twin.lock()
    take(office, first)
    result = assert_refused(office, second, "conflict")
    (conflict,) = result.conflicts
    assert conflict.dev == home.keys.dev
    assert conflict.seq == len(lines_held(home, story.case))
    assert conflict.held != conflict.came
    assert conflict.held[:12] in result.refused
    assert conflict.came[:12] in result.refused
    assert read_case_file(office, story.case).case.title == "Versi pertama"
    assert second.exists()


def test_lines_of_the_offices_own_key_that_it_never_wrote_raise_the_alarm(
    home, office, story, tmp_path
):
    take(office, bring(home, story.case, tmp_path / "satu.netra"))
    twin = copied(office, tmp_path / "salinan")
    with twin.write() as tx:
        body = {"field": "register", "value": "002"}
        tx.append("case.edited", body, case=story.case)
    path = bring(twin, story.case, tmp_path / "dua.netra")
    twin.lock()
    assert_refused(office, path, "own-key-elsewhere")


def test_a_folder_is_no_case_file(office, tmp_path):
    assert take(office, tmp_path).code == "unreadable"


def test_a_home_that_is_no_office_takes_nothing_in(home, story, tmp_path):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    with pytest.raises(NoOffice):
        import_files(home, [path])


def test_a_trusted_officer_cannot_bring_streams_of_unknown_keys(home, office, tmp_path):
    path = tmp_path / "kasus.netra"
    path.write_bytes(hostile(home, office, Sample()))
    assert_refused(office, path, "unknown-author")


def test_a_trusted_officer_cannot_bring_a_name_that_climbs_out(home, office, tmp_path):
    sample = Sample(streams={})
    sample.payload["../../evil.txt"] = b"evil"
    path = tmp_path / "kasus.netra"
    path.write_bytes(hostile(home, office, sample))
    result = assert_refused(office, path, "bad-name")
    assert "evil" in result.refused
    assert not list(tmp_path.rglob("evil*"))


def test_a_file_without_its_envelope_is_not_taken_in(home, office, tmp_path):
    path = tmp_path / "kasus.zip"
    path.write_bytes(Sample().archive())
    assert_refused(office, path, "not-a-case-file")


def test_a_journal_without_end_is_refused(home, office, story, tmp_path, monkeypatch):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    monkeypatch.setattr(quarantine, "MAX_JOURNAL", 2_000)
    assert_refused(office, path, "too-big")
