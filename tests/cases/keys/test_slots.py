"""Who opens a home, with what, and as whom they sign."""

from pathlib import Path

import msgspec
import pytest

from cases import disk
from cases.errors import NetraError
from cases.keys import homefile, slots, sshsig
from cases.keys.entries import Profile
from cases.keys.kdf import Cost
from cases.keys.recovery import RecoveryCode
from cases.keys.recovery import new as new_code
from cases.keys.unlocked import Unlocked
from tests.cases.keys.conftest import ANI, BUDI, CHEAP, OFFICE, SECRET, Making

OTHER = "frasa sandi lain"


def code_of(caught: pytest.ExceptionInfo[NetraError]) -> str:
    assert caught.value.message
    assert caught.value.advice
    return caught.value.code


def test_a_real_home_costs_256_mib_a_guess(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs = []

    def note(passphrase: str, salt: bytes, cost: Cost) -> bytes:
        costs.append(cost)
        return bytes(32)

    monkeypatch.setattr("cases.keys.kdf.stretch", note)
    slots.create_home_keys(tmp_path / "rumah", ANI, SECRET)
    assert costs == [Cost(ops=3, mem=256 << 20)]
    assert not homefile.candidates(tmp_path / "rumah")[0].weak


def test_a_home_opens_again_with_the_same_keys(home: Unlocked) -> None:
    again = slots.unlock(home.folder, "contoh  ANI", SECRET)
    for name in ("officer", "home", "seed", "db_key", "index_key", "identity", "recipients"):
        assert getattr(again, name) == getattr(home, name), name
    assert again.dev == sshsig.dev_of_seed(again.seed)
    assert len(again.db_key) == 32
    assert not again.mended
    assert sshsig.verify(again.sign("netra-head-v1", b"x"), "netra-head-v1", b"x") == home.dev


def test_the_only_officer_need_not_be_named(home: Unlocked) -> None:
    assert slots.unlock(home.folder, None, SECRET).officer == home.officer


def test_a_second_home_in_the_folder_is_refused_and_the_first_stays(home: Unlocked) -> None:
    before = (home.folder / "vault.json").read_bytes()
    with pytest.raises(NetraError) as caught:
        slots.create_home_keys(home.folder, BUDI, SECRET, cost=CHEAP)
    assert code_of(caught) == "home-exists"
    assert (home.folder / "vault.json").read_bytes() == before


def test_a_folder_without_a_home_says_so(tmp_path: Path) -> None:
    with pytest.raises(NetraError) as caught:
        slots.unlock(tmp_path, None, SECRET)
    assert code_of(caught) == "no-home"


def test_a_wrong_passphrase_changes_nothing(home: Unlocked) -> None:
    before = (home.folder / "vault.json").read_bytes()
    with pytest.raises(NetraError, match="data tetap utuh") as caught:
        slots.unlock(home.folder, None, OTHER)
    assert code_of(caught) == "wrong-passphrase"
    assert (home.folder / "vault.json").read_bytes() == before


def test_each_officer_opens_the_home_and_signs_as_nobody_else(home: Unlocked) -> None:
    budi = slots.add_officer(home, BUDI, OTHER)
    assert (budi.number, budi.name) == (2, "Contoh Budi")
    assert [officer.dev for officer in slots.read_officers(home.folder)] == [home.dev, budi.dev]

    opened = slots.unlock(home.folder, "Contoh Budi", OTHER)
    assert opened.dev == budi.dev != home.dev
    assert opened.db_key == home.db_key
    assert opened.identity == home.identity
    assert opened.seed != home.seed
    for name, passphrase in (("Contoh Ani", OTHER), ("Contoh Budi", SECRET)):
        with pytest.raises(NetraError) as caught:
            slots.unlock(home.folder, name, passphrase)
        assert code_of(caught) == "wrong-passphrase"


def test_with_two_officers_one_must_be_named(home: Unlocked) -> None:
    slots.add_officer(home, BUDI, OTHER)
    for name, code in ((None, "officer-needed"), ("Siapa", "officer-unknown")):
        with pytest.raises(NetraError, match="Contoh Ani, Contoh Budi") as caught:
            slots.unlock(home.folder, name, SECRET)
        assert code_of(caught) == code


def test_two_officers_of_one_name_are_refused(home: Unlocked) -> None:
    twin = Profile(" contoh ani ", "PKD", "lain", "53.11.02")
    with pytest.raises(NetraError) as caught:
        slots.add_officer(home, twin, OTHER)
    assert code_of(caught) == "officer-exists"


def test_a_changed_passphrase_opens_and_the_old_one_does_not(home: Unlocked) -> None:
    slots.change_passphrase(home, SECRET, OTHER)
    assert slots.unlock(home.folder, None, OTHER).seed == home.seed
    with pytest.raises(NetraError):
        slots.unlock(home.folder, None, SECRET)


def test_the_old_passphrase_is_asked_for_a_change(home: Unlocked) -> None:
    with pytest.raises(NetraError) as caught:
        slots.change_passphrase(home, "salah sama sekali", OTHER)
    assert code_of(caught) == "wrong-passphrase"
    assert slots.unlock(home.folder, None, SECRET).dev == home.dev


def test_confirming_asks_for_the_passphrase_of_who_is_signed_in(home: Unlocked) -> None:
    slots.confirm(home, SECRET)
    with pytest.raises(NetraError) as caught:
        slots.confirm(home, "salah sama sekali")
    assert code_of(caught) == "wrong-passphrase"


def test_short_passphrases_are_refused_everywhere(home: Unlocked, tmp_path: Path) -> None:
    for act in (
        lambda: slots.create_home_keys(tmp_path / "lain", ANI, "pendek"),
        lambda: slots.add_officer(home, BUDI, "pendek"),
        lambda: slots.change_passphrase(home, SECRET, "pendek"),
        lambda: slots.unlock_with_recovery(home.folder, new_code(), None, "pendek"),
    ):
        with pytest.raises(NetraError) as caught:
            act()
        assert code_of(caught) == "weak-passphrase"


def test_the_recovery_code_opens_under_a_new_signing_key(make_home: Making) -> None:
    home, code = make_home()
    slots.add_officer(home, BUDI, OTHER)
    opened = slots.unlock_with_recovery(home.folder, code, "Contoh Ani", "frasa yang baru")

    assert opened.db_key == home.db_key
    assert opened.identity == home.identity
    assert opened.dev != home.dev
    assert opened.retired == (home.dev,)
    assert opened.officer.number == 3, "2 is the key of Budi; a number is never used twice"
    again = slots.unlock(home.folder, "Contoh Ani", "frasa yang baru")
    assert (again.dev, again.retired) == (opened.dev, (home.dev,))
    with pytest.raises(NetraError):
        slots.unlock(home.folder, "Contoh Ani", SECRET)
    slots.unlock(home.folder, "Contoh Budi", OTHER)


def test_a_wrong_recovery_code_opens_nothing(home: Unlocked) -> None:
    with pytest.raises(NetraError) as caught:
        slots.unlock_with_recovery(home.folder, RecoveryCode(bytes(20)), None, OTHER)
    assert code_of(caught) == "wrong-recovery-code"
    assert slots.unlock(home.folder, None, SECRET).dev == home.dev


def test_a_new_recovery_code_makes_the_old_paper_worthless(make_home: Making) -> None:
    home, old = make_home()
    new = slots.renew_recovery_code(home)
    with pytest.raises(NetraError):
        slots.unlock_with_recovery(home.folder, old, None, OTHER)
    assert slots.unlock_with_recovery(home.folder, new, None, OTHER).db_key == home.db_key


def test_a_restored_home_goes_on_under_a_new_signing_key(home: Unlocked) -> None:
    renewed = slots.renew_signing_key(home.folder, None, SECRET, "restore")
    assert renewed.dev != home.dev
    assert (renewed.retired, renewed.officer.number) == ((home.dev,), 2)
    assert slots.unlock(home.folder, None, SECRET).dev == renewed.dev
    kept = homefile.candidates(home.folder)[0].officers[0].retired
    assert [(key.dev, key.number, key.reason) for key in kept] == [(home.dev, 1, "restore")]


def test_an_office_home_has_keys_that_all_its_officers_use(make_home: Making) -> None:
    home, _ = make_home("kantor", office=OFFICE)
    slots.add_officer(home, BUDI, OTHER)
    opened = slots.unlock(home.folder, "Contoh Budi", OTHER)
    assert home.office is not None
    assert opened.office == home.office
    assert opened.office.dev not in (opened.dev, home.dev)
    assert opened.recipients[1:] == (home.office.age, *home.office.recovery)
    armour = opened.office.sign("netra-receipt-v1", b"x")
    assert sshsig.verify(armour, "netra-receipt-v1", b"x") == home.office.dev


def test_locking_zeroes_the_keys(make_home: Making) -> None:
    home, _ = make_home("kantor", office=OFFICE)
    office = home.office
    assert office is not None
    home.wipe()
    assert home.locked
    for secret in (home.vault_key, home.seed, home.db_key, home.index_key, office.seed):
        assert bytes(secret) == bytes(32)
    assert (home.identity, home.office) == ("", None)


def test_a_field_home_locks_as_well(home: Unlocked) -> None:
    states = [home.locked]
    home.wipe()
    assert [*states, home.locked] == [False, True]


def test_nothing_secret_shows_in_logs(make_home: Making) -> None:
    home, _ = make_home("kantor", office=OFFICE)
    assert home.office is not None
    shown = repr(home)
    assert home.identity not in shown
    assert home.office.identity not in shown
    for secret in (home.vault_key, home.seed, home.db_key, home.office.seed):
        assert repr(bytes(secret)) not in shown
        assert secret.hex() not in shown


def test_a_full_disk_leaves_the_old_slots_whichever_write_it_hits(
    home: Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno
    from io import FileIO

    real = disk.write
    for failing in (1, 2):
        calls = [0]

        def write(handle: FileIO, data: bytes, *, at: int = failing) -> int:
            calls[0] += 1  # noqa: B023 - one list for each turn
            if calls[0] == at:  # noqa: B023
                real(handle, data[:10])
                raise OSError(errno.ENOSPC, "full")
            return real(handle, data)

        with monkeypatch.context() as broken:
            broken.setattr(disk, "write", write)
            with pytest.raises(NetraError) as caught:
                slots.change_passphrase(home, SECRET, OTHER)
        assert code_of(caught) == "disk-full"
        names = {path.name for path in home.folder.iterdir()}
        assert names == {"vault.json", "vault.json.old"}
        opening = SECRET if failing == 1 else OTHER
        assert slots.unlock(home.folder, None, opening).dev == home.dev
        slots.change_passphrase(home, opening, SECRET)


def test_a_colleague_with_a_cheap_slot_makes_no_other_slot_cheap(home: Unlocked) -> None:
    slots.add_officer(home, BUDI, SECRET)
    file = slots.current(home)
    dear = Cost(ops=2, mem=16384)
    first, second = file.officers
    slot = msgspec.structs.replace(second.slot, ops=dear.ops, mem=dear.mem)
    second = msgspec.structs.replace(second, slot=slot)
    slots.store(home, msgspec.structs.replace(file, officers=(first, second)))

    slots.add_officer(home, Profile("Contoh Cici", "PKD", "Panwaslu Contoh", "53"), SECRET)

    assert slots.current(home).officers[2].slot.cost == dear
