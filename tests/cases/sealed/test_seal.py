import errno
import hashlib
import io
import zipfile
from pathlib import Path

import pyrage
import pytest
from sqlalchemy import insert

from cases import disk
from cases.clock import now
from cases.disk import DiskFull
from cases.errors import Cancelled, NetraError
from cases.home import Home, HomeLocked
from cases.journal.event import GENESIS, Event, compose, read
from cases.journal.streams import Head, heads_of, lines_of
from cases.office.importing import import_files
from cases.office.receipts import add_receipt, office_of, read_receipt
from cases.office.roster import trusted
from cases.progress import Progress
from cases.sealed.seal import SealResult, seal
from cases.sealed.verify import State, verify
from cases.tables import journal
from cases.work.records import CaseId
from tests.cases.work.story import preview, take_in


def archive_of(path: Path, office: Home) -> zipfile.ZipFile:
    """Open a sealed file as the office can."""
    identity = pyrage.x25519.Identity.from_str(office_of(office).identity)
    return zipfile.ZipFile(io.BytesIO(pyrage.decrypt(path.read_bytes(), [identity])))


def heads(home: Home, case: str) -> list[Head]:
    with home.read() as connection:
        return list(heads_of(connection, case))


def own_events(home: Home) -> list[Event]:
    with home.read() as connection:
        streams = dict(lines_of(connection, None))
    return [read(line) for line in streams[home.keys.dev]]


def test_the_office_finds_a_sealed_case_intact(home, office, story, tmp_path):
    result = seal(home, story.case, tmp_path / "kasus.netra")
    trust = {home.keys.dev: "contoh-yohana"}
    for identity in (office_of(office).identity, home.keys.identity):
        verdict = verify(tmp_path / "kasus.netra", [identity], trust)
        assert verdict.verdict is State.INTACT
        assert verdict.reasons == ()
        assert verdict.case == story.case
        assert verdict.heads == result.heads
    assert result.sha256 == disk_hash(tmp_path / "kasus.netra")
    assert result.size == (tmp_path / "kasus.netra").stat().st_size
    assert result.objects == 4
    assert set(result.recipients) == set(home.keys.recipients)


def disk_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_sealing_changes_nothing_in_the_case(home, story, tmp_path):
    before = heads(home, story.case)
    result = seal(home, story.case, tmp_path / "kasus.netra")
    assert heads(home, story.case) == before
    events = own_events(home)
    sealed = events[-1]
    assert [event.type for event in events[-2:]] == ["anchor", "case.sealed"]
    assert sealed.cls == "access"
    assert sealed.body["sha256"] == result.sha256
    assert sealed.body["case"] == story.case
    assert sealed.body["file"] == "kasus.netra"


def test_everything_of_the_case_is_inside_under_its_hash(home, office, story, tmp_path):
    small = preview(home, story.case, story.photos[0])
    seal(home, story.case, tmp_path / "kasus.netra")
    with archive_of(tmp_path / "kasus.netra", office) as archive:
        names = archive.namelist()
        assert f"data/previews/{small}.jpg" in names
        assert sum(name.startswith("data/objects/") for name in names) == 2
        assert sum(name.startswith("data/identities/") for name in names) == 2
        assert archive.read("data/laporan.pdf").startswith(b"%PDF")
        for name in names:
            if name.startswith(("data/objects/", "data/previews/", "data/identities/")):
                assert home.vault.read(Path(name).stem) == archive.read(name)
        lines = archive.read(f"data/journal/{home.keys.dev}.jsonl")
    with home.read() as connection:
        assert lines.splitlines() == dict(lines_of(connection, story.case))[home.keys.dev]


def test_the_same_case_gives_the_same_archive(home, office, story, tmp_path):
    first = seal(home, story.case, tmp_path / "a.netra")
    second = seal(home, story.case, tmp_path / "b.netra")
    assert first.sha256 != second.sha256  # age draws new keys each time
    identity = pyrage.x25519.Identity.from_str(office_of(office).identity)
    one, two = (
        pyrage.decrypt((tmp_path / name).read_bytes(), [identity])
        for name in ("a.netra", "b.netra")
    )
    assert one == two


def test_particulars_and_papers_stay_at_home_when_asked(home, office, story, tmp_path):
    paper = home.vault.put(b"%PDF with the name of Contoh Saksi")
    with home.write() as tx:
        body = {"form": "b12", "title": "BA", "object": paper, "content_head": "0" * 64}
        tx.append("paper.made", body, case=story.case, cls="access", obj=[paper])
    result = seal(home, story.case, tmp_path / "kasus.netra", without_identities=True)
    assert (result.objects, result.left_out) == (2, 3)
    with archive_of(tmp_path / "kasus.netra", office) as archive:
        for name in archive.namelist():
            assert b"Contoh Saksi" not in archive.read(name)
            assert not name.startswith("data/identities/")
        assert archive.read("bag-info.txt").count(b" identity\n") == 3
    verdict = verify(
        tmp_path / "kasus.netra", [office_of(office).identity], {home.keys.dev: "contoh"}
    )
    assert verdict.verdict is State.INTACT
    assert [reason.code for reason in verdict.reasons] == ["left-out"]
    assert own_events(home)[-1].body["identities"] is False


def test_sealing_is_not_refused_for_a_lost_or_damaged_object(home, office, story, tmp_path):
    first, second = (
        home.vault.ciphertext(event.body["object"])
        for event in case_events(home, story.case)
        if event.type == "exhibit.taken_in"
    )
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    result = seal(home, story.case, tmp_path / "kasus.netra")
    assert (result.objects, result.left_out) == (2, 2)
    with archive_of(tmp_path / "kasus.netra", office) as archive:
        info = archive.read("bag-info.txt").decode()
    assert f"Netra-Left-Out: {first.stem} absent" in info
    assert f"Netra-Left-Out: {second.stem} damaged" in info


def case_events(home: Home, case: str) -> list[Event]:
    with home.read() as connection:
        return [read(line) for _, lines in lines_of(connection, case) for line in lines]


def test_receipts_of_the_office_travel_along(home, office, story, tmp_path):
    seal(home, story.case, tmp_path / "a.netra")
    (taken,) = import_files(office, [tmp_path / "a.netra"])
    text = read_receipt(office, taken.receipt)
    add_receipt(home, text)
    seal(home, story.case, tmp_path / "b.netra")
    with archive_of(tmp_path / "b.netra", office) as archive:
        name = f"data/receipts/{office.keys.office.dev}-1.json"
        assert archive.read(name) == text
    home.vault.ciphertext(taken.receipt).unlink()
    seal(home, story.case, tmp_path / "c.netra")
    with archive_of(tmp_path / "c.netra", office) as archive:
        assert name not in archive.namelist()


@pytest.mark.parametrize(
    ("file", "ending"),
    [
        ("a.JPG", "jpg"),
        ("foto.heic", "heic"),
        ("x.exe", "jpg"),
        ("noname", "jpg"),
        ("a.pdf", "pdf"),
    ],
)
def test_no_name_in_the_file_makes_a_system_run_it(home, office, story, tmp_path, file, ending):
    exhibit = take_in(home, story.case, file)
    sealed = next(
        event.body["object"]
        for event in case_events(home, story.case)
        if event.type == "exhibit.taken_in" and event.body["exhibit"] == exhibit
    )
    seal(home, story.case, tmp_path / "kasus.netra")
    with archive_of(tmp_path / "kasus.netra", office) as archive:
        assert f"data/objects/{sealed}.{ending}" in archive.namelist()


def test_an_original_that_is_its_own_print_copy_stands_in_the_file_once(
    home, office, story, tmp_path
):
    original = case_events(home, story.case)
    sealed = next(e.body["object"] for e in original if e.type == "exhibit.taken_in")
    with home.write() as tx:
        body = {"exhibit": story.photos[0], "object": sealed}
        tx.append("exhibit.preview", body, case=story.case, obj=[sealed])
    seal(home, story.case, tmp_path / "kasus.netra")
    with archive_of(tmp_path / "kasus.netra", office) as archive:
        assert [name for name in archive.namelist() if sealed in name] == [
            f"data/objects/{sealed}.jpg"
        ]


def test_a_full_disk_leaves_the_older_file_and_nothing_else(home, story, tmp_path, monkeypatch):
    folder = tmp_path / "stik"
    folder.mkdir()
    seal(home, story.case, folder / "kasus.netra")
    before = (folder / "kasus.netra").read_bytes()
    events = len(own_events(home))

    def full(_handle: object, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(disk, "write", full)
    with pytest.raises(DiskFull):
        seal(home, story.case, folder / "kasus.netra")
    assert [path.name for path in folder.iterdir()] == ["kasus.netra"]
    assert (folder / "kasus.netra").read_bytes() == before
    assert len(own_events(home)) == events


def test_stopping_leaves_nothing(home, story, tmp_path):
    class Impatient(Progress):
        def advance(self, steps: int = 1, text: str = "") -> None:
            super().advance(steps, text)
            if self.state[0] == 6:
                self.cancel()

    with pytest.raises(Cancelled):
        seal(home, story.case, tmp_path / "kasus.netra", progress=Impatient())
    assert not list(tmp_path.glob("*netra*"))


def test_a_folder_that_is_not_there_is_said_in_words(home, story, tmp_path):
    with pytest.raises(NetraError) as caught:
        seal(home, story.case, tmp_path / "tidak" / "ada.netra")
    assert caught.value.code == "disk-trouble"


def test_a_case_that_is_not_there_is_said_in_words(home, tmp_path):
    with pytest.raises(NetraError):
        seal(home, CaseId("f" * 32), tmp_path / "kasus.netra")


def test_a_locked_home_seals_nothing(home, story, tmp_path):
    home.lock()
    with pytest.raises(HomeLocked):
        seal(home, story.case, tmp_path / "kasus.netra")


def test_nothing_is_in_clear_beside_the_file(home, story, tmp_path):
    result: SealResult = seal(home, story.case, tmp_path / "kasus.netra")
    assert result.file == tmp_path / "kasus.netra"
    for path in tmp_path.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"Contoh Saksi" not in data
            assert b"sample IMG_0001" not in data


def test_lines_planted_in_the_names_of_others_do_not_spoil_the_file(home, office, story, tmp_path):
    """Whoever shares the laptop could write them into the database, but cannot sign them."""
    stranger = "ab" * 32
    with home.read() as connection:
        (own,) = heads_of(connection, story.case)
    planted = [
        {"dev": home.keys.dev, "seq": own.seq + 1, "prev": own.sha256},
        {"dev": stranger, "seq": 1, "prev": GENESIS},
    ]
    for event in planted:
        body = {"field": "title", "value": "palsu"}
        more = {"case": story.case, "lam": 9000, "type": "case.edited", "class": "content"}
        line, sha, _ = compose({**event, **more, "body": body, "saw": [], "obj": []}, now())
        with home.store._engine.begin() as connection:
            row = {key: event[key] for key in ("dev", "seq")}
            row |= {"scope": story.case, "lam": 9000, "sha256": sha, "line": line}
            connection.execute(insert(journal), row)

    sealed = seal(home, story.case, tmp_path / "kasus.netra")

    assert sealed.heads == (f"{own.dev}:{own.seq}:{own.sha256}",)
    assert verify(sealed.file, [home.keys.identity], trusted(home)).verdict is State.INTACT
