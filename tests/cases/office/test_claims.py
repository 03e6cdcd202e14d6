"""What a trusted officer may not say of themselves in a file they made by hand."""

import pytest

from cases.home import Home
from cases.journal.event import GENESIS, MAX_LAMPORT, sha256
from cases.keeping.check import check
from cases.office.claims import FARTHEST_LEAP
from cases.office.importing import import_files
from cases.work.cases import list_cases
from tests.cases.office.arriving import assert_refused, hostile
from tests.cases.sealed.samples import Sample, line

WHO = {"name": "Contoh Yohana", "role": "KETUA", "office": "Bawaslu RI", "region": "53"}


def told(home: Home, office: Home, *events: dict[str, object]) -> bytes:
    """A file of the officer with these events in their stream."""
    seed, lines, prev = bytes(home.keys.seed), [], GENESIS
    for seq, event in enumerate(events, 1):
        lines.append(line(seq, prev, seed, **event))
        prev = sha256(lines[-1])
    return hostile(home, office, Sample(streams={seed: lines}))


def test_a_key_under_another_name_than_the_roster_has_is_refused(home, office, tmp_path):
    path = tmp_path / "kasus.netra"
    body = {**WHO, "name": "Contoh Klerk"}
    path.write_bytes(told(home, office, {"type": "stream.started", "body": body}))
    result = assert_refused(office, path, "other-name")
    assert "Contoh Yohana" in result.refused


def test_a_key_under_its_own_name_or_none_is_taken_in(home, office, tmp_path):
    path = tmp_path / "kasus.netra"
    events: tuple[dict[str, object], ...] = (
        {"type": "stream.started", "body": WHO},
        {"type": "x.unknown", "body": {}},
    )
    for event in events:
        path.write_bytes(told(home, office, event))
        (planned,) = import_files(office, [path], plan=True)
        assert planned.refused == ""


@pytest.mark.parametrize("lam", [FARTHEST_LEAP * 2, MAX_LAMPORT])
def test_a_counter_that_would_leave_no_numbers_is_refused(home, office, tmp_path, lam):
    path = tmp_path / "kasus.netra"
    path.write_bytes(told(home, office, {"type": "x", "body": {}}, {"lam": lam, "body": {}}))
    assert_refused(office, path, "absurd-counter")


def test_a_counter_far_ahead_leaves_the_office_able_to_go_on(home, office, tmp_path):
    path = tmp_path / "kasus.netra"
    opened = {"code": "S", "title": "t", "regime": "PEMILU", "source": "temuan", "pack": "p"}
    event = {"type": "case.opened", "body": opened, "lam": FARTHEST_LEAP}
    path.write_bytes(told(home, office, event))
    (result,) = import_files(office, [path])
    assert result.receipt
    assert len(list_cases(office)) == 1
    assert check(office).broken == ()
