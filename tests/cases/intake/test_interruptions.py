"""An import that is paused, cut off or out of room loses nothing and goes on where it was."""

import os
import shutil
import subprocess
from pathlib import Path
from threading import Timer

import pytest

from cases import disk, reserve
from cases.home import Home
from cases.intake.brought import end_run, unfinished
from cases.intake.child import Child
from cases.intake.outcome import IntakeItem
from cases.intake.pipeline import GROUP, take_in
from cases.intake.previews import make_previews
from cases.intake.sealer import Sealer
from cases.intake.workers import SMALL, count_of_workers
from cases.progress import Progress
from cases.work.custody import custody_of
from cases.work.exhibits import list_exhibits
from cases.work.records import ExhibitId
from tests.cases.intake.samples import dated, jpeg, write
from tests.cases.test_home import make

FILES = 48
LONG_AGO = 1_700_000_000


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A card with photos that have lain there for a while."""
    folder = tmp_path / "kartu" / "DCIM"
    folder.mkdir(parents=True)
    for number in range(FILES):
        settle(write(folder, f"{number:02}.jpg", jpeg(dated(b"2024:02:14 07:30:%02d" % number))))
    return folder


@pytest.fixture
def sealed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that were really sealed."""
    names: list[str] = []
    seal = Sealer.seal

    def spy(self: Sealer, path: Path, temp: Path):
        names.append(path.name)
        return seal(self, path, temp)

    monkeypatch.setattr(Sealer, "seal", spy)
    return names


def settle(path: Path) -> Path:
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def acts(home: Home, item: IntakeItem) -> list[str]:
    return [line.act for line in custody_of(home, ExhibitId(item.exhibit))]


def cut_short(home: Home, case, folder: Path):
    """Take in, and cancel when the first group is safe."""
    progress = Progress()
    return take_in(
        home, [folder], case=case, progress=progress, report=lambda _: progress.cancel()
    )


def test_a_pause_finishes_what_is_begun_and_takes_nothing_further(home, many):
    progress, then = Progress(), []
    heard: list[IntakeItem] = []

    def go_on() -> None:
        then.append(len(heard))
        progress.resume()

    def listen(items) -> None:
        if not heard:
            progress.pause()
            Timer(1.0, go_on).start()
        heard.extend(items)

    result = take_in(home, [many], progress=progress, report=listen)

    assert GROUP <= then[0] < FILES
    assert len(heard) == result.count("stored") == FILES


def test_an_import_that_was_cut_short_goes_on_without_sealing_again(home, case, many, sealed):
    first = cut_short(home, case, many)
    stored = first.count("stored")
    assert 0 < stored < FILES
    assert len(first.left) == FILES - stored
    (waiting,) = unfinished(home)
    assert (waiting.case, waiting.paths) == (case, (many,))
    sealed.clear()

    second = take_in(home, waiting.paths, case=waiting.case)

    assert (second.count("stored"), second.count("duplicate")) == (FILES - stored, stored)
    assert len(sealed) == FILES - stored
    assert all(acts(home, item) == ["taken_in"] for item in second.items)
    assert second.items[0].code == first.items[0].code
    assert unfinished(home) == ()


def test_a_second_bringing_is_read_again_and_noted(home, case, many, sealed):
    take_in(home, [many], case=case)
    sealed.clear()

    again = take_in(home, [many / "00.jpg"], case=case)

    assert sealed == ["00.jpg"]
    assert acts(home, again.items[0]) == ["taken_in", "seen_again"]


def test_a_file_that_changed_meanwhile_is_sealed_again(home, case, many):
    first = cut_short(home, case, many)
    changed = many / "00.jpg"
    data = bytearray(changed.read_bytes())
    data[-3] ^= 1
    changed.write_bytes(data)
    settle(changed)  # the same size, the same time: only the inode tells

    second = take_in(home, [many], case=case)

    assert first.items[0].status == second.items[0].status == "stored"
    assert home.vault.read(second.items[0].sha256) == bytes(data)


def test_what_another_case_left_unfinished_is_no_excuse(home, case, many, sealed):
    cut_short(home, case, many)
    sealed.clear()

    result = take_in(home, [many])

    assert len(sealed) == FILES
    assert result.failure is None
    assert [one.case for one in unfinished(home)] == [case]
    end_run(home, case)
    assert unfinished(home) == ()


def test_a_card_pulled_out_is_named_and_the_rest_comes_later(home, case, many):
    away = many.with_name("ditarik")

    def pull(_items) -> None:
        if many.exists():
            many.rename(away)

    result = take_in(home, [many], case=case, report=pull)

    assert result.failure is not None
    assert result.failure.code == "source-gone"
    safe = result.count("stored")
    assert f"{safe} berkas sudah masuk dan aman, {FILES - safe} belum" in result.failure.message
    assert len(result.left) == FILES - safe > 0
    assert list(home.vault.incoming().iterdir()) == []

    away.rename(many)
    rest = take_in(home, result.left, case=case)

    assert rest.count("stored") == FILES - safe
    assert len(list_exhibits(home, case)) == FILES
    assert unfinished(home) == ()


def test_one_missing_file_is_no_pulled_card(home, many):
    missing = many / "02.jpg"
    chosen = [*many.glob("*.jpg")]
    missing.unlink()

    result = take_in(home, chosen)

    assert result.failure is None
    assert result.count("refused") == 1
    assert result.left == ()


def test_without_room_the_import_stops_in_words_and_text_is_still_written(
    home, case, many, monkeypatch
):
    free = {"bytes": 1 << 40}
    monkeypatch.setattr(disk, "space", lambda _: (free["bytes"], 1 << 40))
    monkeypatch.setattr("cases.intake.lanes.space", lambda _: (free["bytes"], 1 << 40))

    def fill(_items) -> None:
        free["bytes"] = reserve.LOW - 1

    result = take_in(home, [many], case=case, report=fill)

    assert result.failure is not None
    assert result.failure.code == "disk-full"
    assert "Ruang laptop tinggal 0 MB" in result.failure.message
    assert 0 < result.count("stored") < FILES
    assert not home.reserve.held
    make_previews(home)
    assert not any(record.preview for record in list_exhibits(home, case))

    free["bytes"] = 1 << 40
    rest = take_in(home, result.left, case=case)
    assert rest.failure is None
    assert len(list_exhibits(home, case)) == FILES


def fill_and_write(home: Home, folder: Path, card: Path) -> None:
    card.mkdir()
    for number in range(32):
        write(card, f"{number:02}.bin", os.urandom(1 << 20))
    try:
        result = take_in(home, [card])

        assert result.failure is not None
        assert result.failure.code == "disk-full"
        assert result.count("stored") > 2
        assert all(home.vault.verify(i.sha256) for i in result.items if i.status == "stored")
        (folder / "isi").write_bytes(bytes(shutil.disk_usage(folder).free - 8192))
        for number in range(50):
            with home.write() as tx:
                body = {"folder": f"{number}", "objects": 0, "events": 0}
                tx.append("backup.made", body, case=None)
        assert not home.reserve.held
        assert home.store.check() == []
    finally:
        home.lock()


@pytest.mark.needs_root
def test_a_disk_that_is_really_full_keeps_what_is_in_and_takes_text(tmp_path, monkeypatch):
    for name, size in (("SIZE", 12 << 20), ("LOW", 1 << 20), ("MARGIN", 2 << 20)):
        monkeypatch.setattr(reserve, name, size)
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=40m", "none", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here; the twin with a told disk ran instead")
    try:
        fill_and_write(make(folder / "rumah"), folder, tmp_path / "kartu")
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_without_a_reader_files_are_stored_all_the_same(home, case, many, monkeypatch):
    def refuse(_self) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(Child, "_start", refuse)

    result = take_in(home, [many], case=case)

    assert result.count("stored") == FILES
    assert {item.kind for item in result.items} == {"attachment"}
    assert "Proses pembaca tidak dapat dijalankan" in result.items[0].reason


def test_what_is_on_the_screen_gets_its_print_copy_first(home, many):
    items = take_in(home, [many]).items
    shown = {ExhibitId(items[-1].exhibit), ExhibitId(items[-2].exhibit)}
    progress = Progress()
    progress.cancel()

    make_previews(home, first=lambda: shown, progress=progress)

    made = {record.id for record in list_exhibits(home) if record.preview}
    assert shown <= made
    assert len(made) < FILES


def test_a_small_laptop_works_with_one_process(monkeypatch):
    monkeypatch.setattr("cases.intake.workers.memory_bytes", lambda: SMALL)
    assert count_of_workers() == 1
    monkeypatch.setattr("cases.intake.workers.memory_bytes", lambda: SMALL + 1)
    assert count_of_workers() >= 2


def test_files_from_elsewhere_leave_an_interrupted_import_on_offer(home, case, many, tmp_path):
    progress = Progress()
    progress.cancel()
    take_in(home, [many], case=case, progress=progress)
    other = tmp_path / "lain.txt"
    other.write_text("contoh")

    assert take_in(home, [other], case=case).count("stored") == 1
    (waiting,) = unfinished(home)

    assert waiting.paths == (many.absolute(),)
    assert waiting.there
    take_in(home, waiting.paths, case=case)
    assert unfinished(home) == ()
