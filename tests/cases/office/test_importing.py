import errno
import os
import random
from pathlib import Path

import pyrage
import pytest

from cases import disk
from cases.disk import DiskFull
from cases.errors import Cancelled
from cases.home import Home
from cases.journal.event import sha256
from cases.journal.streams import heads_of
from cases.keys import sshsig
from cases.office import arrival, importing, quarantine
from cases.office.importing import import_files
from cases.office.outcome import Count, FileImport
from cases.office.receipts import NoOffice, office_of, read_receipt
from cases.office.roster import trusted
from cases.progress import Progress
from cases.sealed.receipt import parse_receipt
from cases.sealed.seal import seal
from cases.sealed.verify import State
from cases.work.cases import edit_case, list_cases, read_case_file
from cases.work.records import CaseId
from tests.cases.exchange import SECOND, copied, enrolled
from tests.cases.sealed.samples import Sample, chain, head_of, wrap
from tests.cases.work.story import Story, take_in


def bring(home: Home, case: str, path: Path) -> Path:
    """Seal a case to a file."""
    seal(home, CaseId(case), path)
    return path


def take(office: Home, path: Path) -> FileImport:
    (result,) = import_files(office, [path])
    return result


def state_of(office: Home) -> tuple[int, list[str], list[str]]:
    """Everything that an import could change: events, objects, unfinished ciphertexts."""
    incoming = [path.name for path in office.vault.incoming().iterdir()]
    return office.store.events(), list(office.vault.names()), incoming


def assert_refused(office: Home, path: Path, *codes: str) -> FileImport:
    """Refuse in one sentence, and leave everything as it was."""
    before = state_of(office)
    result = take(office, path)
    assert result.code in codes
    assert result.refused.endswith(".")
    assert result.receipt == ""
    assert result.new == Count()
    assert state_of(office) == before
    return result


def in_clear(folder: Path, *markers: bytes) -> list[str]:
    """Files below `folder` that hold one of the markers as they stand."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and any(marker in path.read_bytes() for marker in markers)
    ]


def test_the_office_holds_the_case_as_the_officer_wrote_it(home, office, story, tmp_path):
    result = take(office, bring(home, story.case, tmp_path / "kasus.netra"))
    assert result.verdict is State.INTACT
    assert result.case == story.case
    assert result.file == str(tmp_path / "kasus.netra")
    assert (result.refused, result.conflicts) == ("", ())
    here, there = read_case_file(home, story.case), read_case_file(office, story.case)
    assert here == there
    for exhibit in here.exhibits:
        assert office.vault.read(exhibit.object) == home.vault.read(exhibit.object)
    for party in here.parties:
        assert office.vault.verify(party.particulars)
    assert result.new == Count(len(lines_held(home, story.case)), 4)
    assert result.known == Count()
    assert not list(office.vault.incoming().iterdir())


def lines_held(home: Home, case: str) -> list[str]:
    with home.read() as connection:
        return [str(seq) for head in heads_of(connection, case) for seq in range(head.seq)]


def test_the_heads_keep_the_signatures_of_their_keys(home, office, story, tmp_path):
    take(office, bring(home, story.case, tmp_path / "kasus.netra"))
    with home.read() as here, office.read() as there:
        assert heads_of(here, story.case) == heads_of(there, story.case)


def test_a_plan_tells_what_would_happen_and_does_nothing(home, office, story, tmp_path):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    before = state_of(office)
    (planned,) = import_files(office, [path], plan=True)
    assert state_of(office) == before
    assert planned.receipt == ""
    done = take(office, path)
    assert (planned.new, planned.known) == (done.new, done.known)
    (again,) = import_files(office, [path], plan=True)
    assert (again.new, again.receipt) == (Count(), done.receipt)


def test_a_file_already_held_appends_nothing_and_gives_the_same_receipt(
    home, office, story, tmp_path
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    first = take(office, path)
    before = state_of(office)
    renamed = path.rename(tmp_path / "nama lain.netra")
    second = take(office, renamed)
    assert second.receipt == first.receipt
    assert (second.new, second.known) == (Count(), first.new)
    assert state_of(office) == before


def test_a_later_file_brings_only_what_is_new_and_an_older_one_nothing(
    home, office, story, tmp_path
):
    older = bring(home, story.case, tmp_path / "lama.netra")
    edit_case(home, story.case, title="Judul lain")
    take_in(home, story.case)
    newer = bring(home, story.case, tmp_path / "baru.netra")
    total = len(lines_held(home, story.case))
    assert take(office, newer).new == Count(total, 5)
    late = take(office, older)
    assert late.verdict is State.INTACT
    assert late.new == Count()
    assert late.known == Count(total - 2, 4)
    assert read_case_file(office, story.case).case.title == "Judul lain"
    with home.read() as here, office.read() as there:
        assert heads_of(here, story.case) == heads_of(there, story.case)


def test_two_officers_write_in_one_case_and_the_office_holds_both(home, office, story, tmp_path):
    take(office, bring(home, story.case, tmp_path / "satu.netra"))
    with office.write() as tx:
        body = {"field": "register", "value": "001/TM/PP/Kab/01.01/II/2024"}
        tx.append("case.edited", body, case=story.case)
    edit_case(home, story.case, title="Judul dari lapangan")
    result = take(office, bring(home, story.case, tmp_path / "dua.netra"))
    assert result.new.events == 1
    case = read_case_file(office, story.case).case
    assert case.title == "Judul dari lapangan"
    assert case.register.startswith("001/")


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


def test_a_second_officer_of_the_same_case_adds_a_stream(home, office, story, tmp_path):
    other = enrolled(tmp_path / "rumah dua", office, SECOND)
    own = Story.begin(other)
    first = take(office, bring(home, story.case, tmp_path / "satu.netra"))
    second = take(office, bring(other, own.case, tmp_path / "dua.netra"))
    other.lock()
    numbers = [parse_receipt(read_receipt(office, result.receipt)).n for result in (first, second)]
    assert numbers == [1, 2]
    assert {record.case.id for record in list_cases(office)} == {story.case, own.case}


def test_lines_in_a_case_cannot_speak_for_the_office(home, office, story, tmp_path):
    """An officer's stream may hold any type of event; it must not make keys or receipts."""
    stranger = "ab" * 32
    later = bring(home, story.case, tmp_path / "nanti.netra")
    with home.write() as tx:
        who = {"name": "x", "role": "PKD", "office": "x", "region": "53"}
        tx.append("roster.added", {"dev": stranger, **who}, case=story.case)
        forged = {
            "case": story.case,
            "file": "x",
            "sha256": sha256(later.read_bytes()),
            "content": "0" * 64,
            "signer": stranger,
            "receipt": "0" * 64,
            "number": 7,
            "events": 1,
            "objects": 1,
        }
        tx.append("case.imported", forged, case=story.case)
    take(office, bring(home, story.case, tmp_path / "kasus.netra"))
    assert stranger not in trusted(office)
    second = take(office, later)
    assert second.new == Count()
    assert parse_receipt(read_receipt(office, second.receipt)).n == 2


def test_the_same_file_brought_twice_at_once_gets_one_receipt(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    examine = arrival.Arrival._examine
    first: list[FileImport] = []

    def overtaken(self: arrival.Arrival, digest: str) -> object:
        bag = examine(self, digest)
        if not first:
            first.append(FileImport("", State.INTACT))
            first[0] = take(office, path)
        return bag

    monkeypatch.setattr(arrival.Arrival, "_examine", overtaken)
    second = take(office, path)
    assert second.receipt == first[0].receipt
    assert state_of(office)[2] == []


def test_a_bad_file_does_not_keep_the_others_out(home, office, story, tmp_path):
    good = bring(home, story.case, tmp_path / "baik.netra")
    bad = tmp_path / "rusak.netra"
    bad.write_bytes(good.read_bytes()[:-1])
    results = import_files(office, [bad, good, tmp_path / "tidak-ada.netra"])
    assert [result.code for result in results] == ["envelope-broken", "", "unreadable"]
    assert results[1].receipt


def test_a_folder_is_no_case_file(office, tmp_path):
    assert take(office, tmp_path).code == "unreadable"


def test_a_home_that_is_no_office_takes_nothing_in(home, story, tmp_path):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    with pytest.raises(NoOffice):
        import_files(home, [path])


def hostile(home: Home, office: Home, sample: Sample) -> bytes:
    """A file that a trusted officer made by hand."""
    sample.seed = bytes(home.keys.seed)
    sample.streams = {sample.seed: chain(seed=sample.seed), **sample.streams}
    recipient = office_of(office).age
    sample.info = {
        "dev": home.keys.dev,
        "heads": tuple(sorted(head_of(lines, seed) for seed, lines in sample.streams.items())),
        "recipients": (recipient,),
        **sample.info,
    }
    return wrap(sample.archive(), pyrage.x25519.Recipient.from_str(recipient))


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


def test_objects_that_passed_before_the_file_broke_leave_no_trace(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    sealed: list[str] = []

    class Watching(quarantine.Quarantine):
        def clear(self) -> None:
            sealed.extend(entry.name for entry in office.vault.incoming().iterdir())
            super().clear()

    monkeypatch.setattr(importing, "Quarantine", Watching)
    path.write_bytes(path.read_bytes()[:-1])
    assert_refused(office, path, "envelope-broken")
    assert len(sealed) == 4


def test_a_journal_without_end_is_refused(home, office, story, tmp_path, monkeypatch):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    monkeypatch.setattr(quarantine, "MAX_JOURNAL", 2_000)
    assert_refused(office, path, "too-big")


def test_a_file_that_changes_while_it_is_read_is_refused(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    monkeypatch.setattr(arrival.Arrival, "_hash", lambda self: "0" * 64)
    assert_refused(office, path, "unreadable")


def test_a_full_disk_stops_the_import_and_leaves_nothing(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    before = state_of(office)

    def full(_handle: object, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "write", full)
        with pytest.raises(DiskFull):
            take(office, path)
    assert state_of(office) == before
    assert take(office, path).receipt


def test_a_failure_in_the_last_moment_leaves_no_line_and_can_be_repeated(
    home, office, story, tmp_path, monkeypatch
):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    events = office.store.events()

    def fail(*_arguments: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(arrival, "make_receipt", fail)
        with pytest.raises(RuntimeError, match="power cut"):
            take(office, path)
    assert office.store.events() == events
    assert not list_cases(office)
    again = take(office, path)
    assert again.new.events == len(lines_held(home, story.case))
    assert again.receipt


def test_stopping_leaves_nothing_of_the_file(home, office, story, tmp_path):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    before = state_of(office)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        import_files(office, [path], progress=progress)
    assert state_of(office) == before


def test_nothing_is_in_clear_on_the_disk_of_either(home, office, story, tmp_path):
    path = bring(home, story.case, tmp_path / "kasus.netra")
    take(office, path)
    broken = tmp_path / "rusak.netra"
    broken.write_bytes(path.read_bytes()[:-1])
    take(office, broken)
    assert in_clear(tmp_path, b"Contoh Saksi", b"sample IMG_0001", b"Kehadiran camat") == []
    assert {entry.name for entry in tmp_path.iterdir()} == {
        "kantor",
        "rumah",
        "kasus.netra",
        "rusak.netra",
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_whose_name_is_no_text_is_sealed_and_taken_in(home, office, story, tmp_path):
    path = bring(home, story.case, tmp_path / os.fsdecode(b"kasus \xff\n.netra"))
    result = take(office, path)
    assert result.receipt
    assert take(office, path).receipt == result.receipt
