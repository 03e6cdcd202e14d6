"""`vault.json`, damaged by chance or changed on purpose."""

import json
import random
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cases import disk
from cases.disk import DiskFull
from cases.errors import NetraError
from cases.keys import homefile, slots
from cases.keys.entries import Profile
from cases.keys.unlocked import Unlocked
from tests.cases.keys.conftest import BUDI, CHEAP, OFFICE, SECRET, Making

Change = Callable[[dict[str, Any]], object]


def change(path: Path, act: Change) -> None:
    content = json.loads(path.read_bytes())
    act(content)
    path.write_text(json.dumps(content), "utf-8")


def both(folder: Path) -> tuple[Path, Path]:
    return folder / "vault.json", folder / "vault.json.old"


def test_there_are_always_two_equal_copies_for_their_owner_only(home: Unlocked) -> None:
    slots.add_officer(home, BUDI, SECRET)
    main, spare = both(home.folder)
    assert main.read_bytes() == spare.read_bytes()
    assert stat.S_IMODE(main.stat().st_mode) & 0o077 == 0 or main.drive


@pytest.mark.parametrize("broken", [0, 1])
@pytest.mark.parametrize("content", [b"", b"{}", b"\x00" * 5000, b"[" * 100_000, None])
def test_one_unusable_copy_is_replaced_by_the_other(
    home: Unlocked, broken: int, content: bytes | None
) -> None:
    paths = both(home.folder)
    good = paths[0].read_bytes()
    if content is None:
        paths[broken].unlink()
    else:
        paths[broken].write_bytes(content)
    opened = slots.unlock(home.folder, None, SECRET)
    assert opened.mended
    assert opened.seed == home.seed
    assert [path.read_bytes() for path in paths] == [good, good]


def test_two_unusable_copies_are_said_to_be_damaged(home: Unlocked) -> None:
    for path in both(home.folder):
        path.write_bytes(b'{"format": "netra-home-1"}')
    for act in (
        lambda: slots.unlock(home.folder, None, SECRET),
        lambda: slots.read_officers(home.folder),
        lambda: slots.add_officer(home, BUDI, SECRET),
    ):
        with pytest.raises(NetraError, match="cadangan") as caught:
            act()
        assert caught.value.code == "home-damaged"


def foreign_recipient(content: dict[str, Any]) -> None:
    content["age"]["recipient"] = "age1" + "q" * 58


def foreign_card(content: dict[str, Any]) -> None:
    content["enrolled"] = "{}"


def other_name(content: dict[str, Any]) -> None:
    content["officers"][0]["name"] = "Contoh Ani "


def more_officers(content: dict[str, Any]) -> None:
    content["officers"].append({**content["officers"][0], "name": "Siapa"})


def other_office_key(content: dict[str, Any]) -> None:
    content["office"]["age"] = content["age"]["recipient"]


@pytest.mark.parametrize(
    "act", [foreign_recipient, foreign_card, other_name, more_officers, other_office_key]
)
def test_a_change_without_the_vault_key_is_found_when_the_home_opens(
    make_home: Making, act: Change
) -> None:
    home, code = make_home("kantor", office=OFFICE)
    for path in both(home.folder):
        change(path, act)
    with pytest.raises(NetraError) as caught:
        slots.unlock(home.folder, "Contoh Ani", SECRET)
    assert caught.value.code == "home-damaged"
    with pytest.raises(NetraError) as caught:
        slots.unlock_with_recovery(home.folder, code, "Contoh Ani", SECRET)
    assert caught.value.code == "home-damaged"
    with pytest.raises(NetraError) as caught:
        slots.current(home)
    assert caught.value.code == "home-damaged"


def test_a_changed_copy_loses_against_the_other(home: Unlocked) -> None:
    change(home.folder / "vault.json", foreign_recipient)
    opened = slots.unlock(home.folder, None, SECRET)
    assert opened.mended
    assert opened.recipients == home.recipients
    assert opened.recipients[0] in (home.folder / "vault.json").read_text("utf-8")


@pytest.mark.parametrize(
    "act",
    [
        lambda content: content.update(format="netra-home-2"),
        lambda content: content.update(kdf="scrypt"),
        lambda content: content.update(extra=1),
        lambda content: content.update(officers=[]),
        lambda content: content["officers"][0]["slot"].update(mem=1 << 40),
        lambda content: content["officers"][0]["slot"].update(mem=True),
        lambda content: content["officers"][0]["slot"].update(ops=10**9),
        lambda content: content["officers"][0]["slot"].update(salt="00" * 16 + "\n"),
        lambda content: content["officers"][0].update(dev="A" * 64),
        lambda content: content["officers"][0].update(name="x" * 1000),
        lambda content: content.update(home="../.."),
        lambda content: content["recovery"].update(vault_key="x" * 10_000),
    ],
)
def test_hostile_files_are_refused_before_any_work(home: Unlocked, act: Change) -> None:
    for path in both(home.folder):
        change(path, act)
    with pytest.raises(NetraError) as caught:
        slots.unlock(home.folder, None, SECRET)
    assert caught.value.code == "home-damaged"


def test_a_file_of_absurd_size_is_refused(home: Unlocked) -> None:
    for path in both(home.folder):
        path.write_bytes(path.read_bytes() + b" " * (1 << 20))
    with pytest.raises(NetraError) as caught:
        slots.read_officers(home.folder)
    assert caught.value.code == "home-damaged"


def test_a_slot_made_cheap_in_a_real_home_is_not_tried(
    home: Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in both(home.folder):
        change(path, lambda content: content.update(weak=False))

    def never(*_: object) -> bytes:
        raise AssertionError("the passphrase must not be stretched at this cost")

    monkeypatch.setattr("cases.keys.kdf.stretch", never)
    with pytest.raises(NetraError) as caught:
        slots.unlock(home.folder, None, SECRET)
    assert caught.value.code == "home-damaged"


def test_five_hundred_flipped_bits_in_both_copies_never_open_to_other_keys(
    home: Unlocked,
) -> None:
    main, spare = both(home.folder)
    good = main.read_bytes()
    rolls = random.Random(500)
    for _ in range(500):
        flipped = bytearray(good)
        flipped[rolls.randrange(len(good))] ^= 1 << rolls.randrange(8)
        for path in (main, spare):
            path.write_bytes(flipped)
        (home.folder / "tries.json").unlink(missing_ok=True)
        try:
            opened = slots.unlock(home.folder, "Contoh Ani", SECRET)
        except NetraError as error:
            assert error.code in {"home-damaged", "wrong-passphrase", "officer-unknown"}  # noqa: PT017
        else:
            assert homefile.candidates(home.folder)[0].mac == json.loads(good)["mac"]
            assert opened.recipients == home.recipients


def test_a_write_that_does_not_read_back_is_noticed_and_the_spare_stays(
    home: Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = (home.folder / "vault.json.old").read_bytes()
    real = disk.save
    monkeypatch.setattr(disk, "save", lambda path, data: real(path, data[:-9]))
    with pytest.raises(NetraError) as caught:
        slots.add_officer(home, BUDI, SECRET)
    assert caught.value.code == "home-damaged"
    assert (home.folder / "vault.json.old").read_bytes() == good
    monkeypatch.undo()
    assert slots.unlock(home.folder, None, SECRET).mended


def test_a_full_disk_does_not_keep_an_officer_out(
    home: Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise DiskFull

    (home.folder / "vault.json").unlink()
    monkeypatch.setattr(disk, "save", full)
    opened = slots.unlock(home.folder, None, SECRET)
    assert opened.dev == home.dev
    assert not opened.mended


def test_what_could_not_be_read_back_is_never_written(home: Unlocked) -> None:
    before = (home.folder / "vault.json").read_bytes()
    long = Profile("Contoh " + "a" * 300, "PKD", "Panwaslu Contoh", "53")
    with pytest.raises(NetraError) as refused:
        slots.add_officer(home, long, SECRET)
    assert refused.value.code == "too-long"
    assert (home.folder / "vault.json").read_bytes() == before


def test_a_home_that_could_not_be_read_back_does_not_begin(tmp_path: Path) -> None:
    long = Profile("Contoh", "PKD", "Panwaslu " + "a" * 300, "53")
    with pytest.raises(NetraError):
        slots.create_home_keys(tmp_path / "x", long, SECRET, cost=CHEAP)
    assert not homefile.exists(tmp_path / "x")
