"""A new recovery sheet: the old one opens the home until the new one does, whatever happens."""

from pathlib import Path

import pytest

from cases import disk, home, recovering
from cases.errors import NetraError
from cases.home import Home
from cases.keys import recovery, slots
from cases.keys.entries import Profile
from cases.keys.kdf import Cost
from cases.keys.recovery import RecoveryCode

SECRET = "kuda hitam di padang"
OTHER = "gajah putih di hutan"
PROFILE = Profile("Yohana Contoh", "PANWASCAM", "Panwaslu Contoh", "53.01.06")


@pytest.fixture
def made(tmp_path: Path) -> tuple[Home, RecoveryCode]:
    return home.create(tmp_path / "rumah", PROFILE, SECRET, cost=Cost(1, 8192))


def opens(folder: Path, code: RecoveryCode) -> bool:
    try:
        slots.unlock_with_recovery(folder, code, None, OTHER)
    except NetraError:
        return False
    return True


def test_a_sheet_nobody_kept_is_told_until_it_is_noted(made: tuple[Home, RecoveryCode]) -> None:
    opened, _code = made
    assert not recovering.is_kept(opened)
    recovering.note_kept(opened)
    assert recovering.is_kept(opened)
    opened.lock()


def test_a_wrong_passphrase_or_a_full_disk_leaves_the_old_sheet(
    made: tuple[Home, RecoveryCode], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, old = made
    recovering.note_kept(opened)
    new = recovery.new()
    with pytest.raises(NetraError):
        recovering.renew(opened, "bukan ini frasanya", new)

    def full(*_args: object) -> int:
        raise OSError(28, "full")

    with monkeypatch.context() as broken:
        broken.setattr(disk, "write", full)
        with pytest.raises(NetraError):
            recovering.renew(opened, SECRET, new)
    assert recovering.is_kept(opened)
    opened.lock()
    assert not opens(opened.folder, new)
    assert opens(opened.folder, old)


def test_cut_off_before_it_was_noted_the_new_sheet_counts_as_never_kept(
    made: tuple[Home, RecoveryCode], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, old = made
    recovering.note_kept(opened)
    new = recovery.new()
    with monkeypatch.context() as cut:
        cut.setattr(recovering, "note_kept", lambda _home: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            recovering.renew(opened, SECRET, new)
    assert not recovering.is_kept(opened)
    opened.lock()
    assert not opens(opened.folder, old)
    assert opens(opened.folder, new)
