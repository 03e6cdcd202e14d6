import subprocess
import sys
from pathlib import Path
from typing import Any

import pyrage
import pytest

from cases import disk, resealing
from cases import home as homes
from cases.errors import NetraError
from cases.home import Home, HomeLocked, root_of
from cases.journal.event import Event, read
from cases.journal.streams import all_heads_of_key, lines_of
from cases.keys import enrolment
from cases.keys.enrolment import issue_office_card
from cases.keys.entries import OfficeProfile, Profile
from cases.keys.kdf import Cost
from cases.store import Store

CHEAP = Cost(1, 8192)
PROFILE = Profile("Contoh Yohana", "PANWASCAM", "Panwaslu Contoh", "53.01.06")
WORDS = "kuda hitam di padang"


def make(folder: Path, office: OfficeProfile | None = None) -> Home:
    return homes.create(folder, PROFILE, WORDS, cost=CHEAP, office=office)[0]


def own_stream(home: Home) -> list[Event]:
    with home.read() as connection:
        return [
            read(line)
            for dev, lines in lines_of(connection, None)
            if dev == home.keys.dev
            for line in lines
        ]


def open_case(home: Home, case: str = "c" * 32) -> None:
    with home.write() as tx:
        body = {"code": "S", "title": "t", "regime": "PEMILU", "source": "temuan", "pack": "p"}
        tx.append("case.opened", body, case=case)


def test_a_new_home_begins_the_stream_of_its_key(tmp_path):
    home = make(tmp_path / "rumah")

    (event,) = own_stream(home)

    assert event.type == "key.started"
    assert event.body["name"] == PROFILE.name
    home.lock()


def test_locking_anchors_all_heads_and_forgets_the_keys(tmp_path):
    home = make(tmp_path / "rumah")
    open_case(home)
    with home.read() as connection:
        heads = [
            (h.scope, h.seq, h.sha256)
            for h in all_heads_of_key(connection, home.keys.dev)
            if h.scope
        ]
    keys = home.keys

    home.lock()

    assert not home.unlocked
    assert not any(keys.vault_key)
    assert not any(keys.seed)
    for door in (home.read, home.write, home.working):
        with pytest.raises(HomeLocked), door():
            pass
    again = homes.unlock(tmp_path / "rumah", None, WORDS)
    anchor = own_stream(again)[-1]
    assert (anchor.type, anchor.cls) == ("anchor", "access")
    assert anchor.body == {"root": root_of(heads), "streams": 1, "why": "lock"}
    again.lock()


def test_a_dropped_stream_does_not_fit_the_anchor():
    assert root_of([("a", 1, "x"), ("b", 1, "y")]) != root_of([("a", 1, "x")])
    assert root_of([("b", 1, "y"), ("a", 1, "x")]) == root_of([("a", 1, "x"), ("b", 1, "y")])


def test_a_running_import_may_finish_while_the_window_is_locked(tmp_path):
    home = make(tmp_path / "rumah")
    with home.working():
        home.lock()
        assert not home.unlocked
        open_case(home)
        sha = home.vault.put(b"bukti")
        with pytest.raises(NetraError):
            home.vault.read(sha)
    assert home.keys.locked

    again = homes.unlock(tmp_path / "rumah", None, WORDS)
    assert again.vault.read(sha) == b"bukti"
    again.lock()


def test_locking_twice_is_locking_once(tmp_path):
    home = make(tmp_path / "rumah")
    home.lock()
    home.lock()

    assert home.keys.locked


def test_two_officers_write_under_their_own_keys(tmp_path):
    home = make(tmp_path / "rumah")
    other = Profile("Contoh Markus", "PKD", "Panwaslu Contoh", "53.01.06")
    homes.add_officer(home, other, "kuda putih di padang")
    home.lock()

    second = homes.unlock(tmp_path / "rumah", "Contoh Markus", "kuda putih di padang")

    assert second.officer.number == 2
    assert [event.type for event in own_stream(second)] == ["key.started"]
    second.lock()


def test_the_recovery_code_starts_a_new_key_that_names_the_heads_before(tmp_path):
    home, code = homes.create(tmp_path / "rumah", PROFILE, WORDS, cost=CHEAP)
    open_case(home)
    old = home.keys.dev
    home.lock()

    again = homes.unlock_with_recovery(tmp_path / "rumah", code, None, "frasa sandi baru sekali")

    (started,) = own_stream(again)
    assert again.keys.dev != old
    assert started.body["reason"] == "recovery"
    assert {head["dev"] for head in started.body["after"]} == {old}
    assert {head["case"] for head in started.body["after"]} == {None, "c" * 32}
    again.lock()


def test_enrolling_seals_older_objects_to_the_office_as_well(tmp_path):
    office = make(tmp_path / "kantor", OfficeProfile("Bawaslu Contoh", "53.01"))
    home = make(tmp_path / "rumah")
    sha = home.vault.put(b"bukti lama")
    assert home.reseal() == 0

    homes.enrol(home, issue_office_card(office.keys))
    done = home.reseal()

    assert done == 1
    assert home.reseal() == 0
    assert home.vault.read(sha) == b"bukti lama"
    assert office.keys.office
    identity = pyrage.x25519.Identity.from_str(office.keys.office.identity)
    assert pyrage.decrypt(home.vault.ciphertext(sha).read_bytes(), [identity]) == b"bukti lama"
    home.lock()
    office.lock()


_SECOND = """
import sys
from pathlib import Path
from cases.errors import NetraError
from cases.home import unlock
try:
    unlock(Path(sys.argv[1]), None, sys.argv[2]).lock()
except NetraError as error:
    print(error.code)
"""


def second_process(folder: Path) -> str:
    command = [sys.executable, "-c", _SECOND, str(folder), WORDS]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_a_home_is_open_in_one_process_only(tmp_path):
    home = make(tmp_path / "rumah")
    assert second_process(home.folder) == "home-in-use"

    home.lock()

    assert second_process(home.folder) == ""


def enrolled(tmp_path: Path, count: int) -> tuple[Home, Home, list[str]]:
    """A home with objects that were there before it was enrolled, and its office."""
    office = make(tmp_path / "kantor", OfficeProfile("Bawaslu Contoh", "53.01"))
    home = make(tmp_path / "rumah")
    objects = sorted(home.vault.put(b"bukti %d" % number) for number in range(count))
    homes.enrol(home, issue_office_card(office.keys))
    return home, office, objects


def test_sealing_again_goes_on_where_it_was_interrupted(tmp_path, monkeypatch):
    monkeypatch.setattr(resealing, "STEP", 2)
    home, office, objects = enrolled(tmp_path, 5)
    sealed: list[str] = []
    reseal = home.vault.reseal

    def cut_off(name: str) -> None:
        if name == objects[3] and name not in sealed:
            sealed.append(name)
            raise KeyboardInterrupt
        sealed.append(name)
        reseal(name)

    monkeypatch.setattr(home.vault, "reseal", cut_off)
    with pytest.raises(KeyboardInterrupt):
        home.reseal()
    sealed_before = list(sealed)
    assert home.reseal() == 3
    assert sealed_before == objects[:4]
    assert sealed[4:] == objects[2:]
    home.lock()
    office.lock()


def test_a_damaged_object_does_not_keep_the_others_from_the_office(tmp_path):
    home, office, objects = enrolled(tmp_path, 3)
    path = home.vault.ciphertext(objects[0])
    path.write_bytes(path.read_bytes()[:-1])

    assert home.reseal() == 2
    assert home.reseal() == 0
    home.lock()
    office.lock()


def test_an_enrolment_cut_off_before_its_event_forgets_no_object(tmp_path, monkeypatch):
    office = make(tmp_path / "kantor", OfficeProfile("Bawaslu Contoh", "53.01"))
    home = make(tmp_path / "rumah")
    home.vault.put(b"bukti lama")
    enrol = enrolment.enrol

    def cut_off(*arguments: Any) -> None:
        enrol(*arguments)
        raise KeyboardInterrupt

    card = issue_office_card(office.keys)
    monkeypatch.setattr(enrolment, "enrol", cut_off)
    with pytest.raises(KeyboardInterrupt):
        homes.enrol(home, card)
    home.lock()
    again = homes.unlock(tmp_path / "rumah", None, WORDS)

    assert again.reseal() == 1
    again.lock()
    office.lock()


def test_a_home_opens_on_a_full_disk_because_the_room_set_aside_is_let_go_first(
    tmp_path, monkeypatch
):
    home = make(tmp_path / "rumah")
    home.lock()
    reserve = tmp_path / "rumah" / "reserve"
    reserve.write_bytes(b"room")
    opened: list[bool] = []
    store = Store

    def opening(*arguments: Any) -> object:
        opened.append(reserve.exists())
        return store(*arguments)

    monkeypatch.setattr(homes, "Store", opening)
    monkeypatch.setattr(disk, "space", lambda _folder: (4096, 1 << 30))
    homes.unlock(tmp_path / "rumah", None, WORDS).lock()
    assert opened == [False]
