"""Wrong passphrases cost time, never data."""

from datetime import timedelta
from pathlib import Path

import pytest

from cases import disk
from cases.disk import DiskFull
from cases.keys import slots, tries
from cases.keys.tries import TooEarly, WrongPassphrase
from cases.keys.unlocked import Unlocked
from tests.cases.keys.conftest import SECRET, Making, Watch

WRONG = "salah sama sekali"


def wrong(home: Unlocked) -> int:
    with pytest.raises(WrongPassphrase) as caught:
        slots.unlock(home.folder, None, WRONG)
    return caught.value.wait


def test_each_wrong_try_after_the_second_doubles_the_wait_up_to_five_minutes(
    home: Unlocked, watch: Watch
) -> None:
    waits = []
    for _ in range(14):
        waits.append(wrong(home))
        watch.pass_seconds(waits[-1])
    assert waits == [0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]
    assert slots.unlock(home.folder, None, SECRET).dev == home.dev


def test_a_try_before_its_time_is_not_looked_at(
    home: Unlocked, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        watch.pass_seconds(wrong(home))
    assert wrong(home) == 8
    watch.pass_seconds(5.5)
    with monkeypatch.context() as guarded:
        guarded.setattr("cases.keys.kdf.stretch", None)
        with pytest.raises(TooEarly, match="3 detik") as caught:
            slots.unlock(home.folder, None, SECRET)
    assert (caught.value.wait, caught.value.code) == (3, "wait-before-unlock")
    watch.pass_seconds(2.5)
    slots.unlock(home.folder, None, SECRET)


def test_the_right_passphrase_forgets_the_wrong_ones(home: Unlocked, watch: Watch) -> None:
    for _ in range(3):
        watch.pass_seconds(wrong(home))
    slots.unlock(home.folder, None, SECRET)
    assert not (home.folder / "tries.json").exists()
    assert wrong(home) == 0


def test_the_recovery_code_never_has_to_wait(make_home: Making) -> None:
    home, code = make_home("lain")
    for _ in range(3):
        wrong(home)
    opened = slots.unlock_with_recovery(home.folder, code, None, SECRET)
    assert not (home.folder / "tries.json").exists()
    assert opened.db_key == home.db_key


def test_the_wait_goes_on_after_a_restart_of_the_machine(home: Unlocked, watch: Watch) -> None:
    for _ in range(5):
        watch.pass_seconds(wrong(home))
    assert wrong(home) == 16
    watch.boot, watch.mono = "boot-2", 0
    watch.wall += timedelta(seconds=6)
    with pytest.raises(TooEarly, match="10 detik"):
        slots.unlock(home.folder, None, SECRET)


def test_a_clock_set_back_locks_nobody_out(home: Unlocked, watch: Watch) -> None:
    for _ in range(5):
        watch.pass_seconds(wrong(home))
    wrong(home)
    watch.boot, watch.mono = "boot-2", 0
    watch.wall -= timedelta(days=400)
    slots.unlock(home.folder, None, SECRET)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"rusak",
        b'{"count": "tiga"}',
        b'{"count": 99, "wall": "bukan waktu"}',
        b'{"count": 99, "wall": "0001-01-01T00:00:00+14:00"}',
        b'{"count": 99, "mono": 99999999999999, "boot": "boot-1"}',
        b'{"count": -5}',
        b"[]",
        b'{"x":' + b"[" * 100_000,
    ],
)
def test_a_damaged_count_locks_nobody_out(home: Unlocked, content: bytes) -> None:
    (home.folder / "tries.json").write_bytes(content)
    slots.unlock(home.folder, None, SECRET)


def test_a_full_disk_does_not_hide_the_answer(
    home: Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise DiskFull

    monkeypatch.setattr(disk, "save", full)
    assert wrong(home) == 0


def test_forgetting_what_is_not_there_is_no_error(tmp_path: Path) -> None:
    tries.forget(tmp_path)
    tries.check(tmp_path)
