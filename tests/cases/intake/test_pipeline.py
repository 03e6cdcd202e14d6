"""Every selected file gets an item; what is stored is sealed, named and in the custody log."""

import hashlib
import os
import resource
from pathlib import Path

import pytest

from cases.errors import NetraError
from cases.home import Home
from cases.intake import lanes
from cases.intake.outcome import IntakeItem, IntakeResult
from cases.intake.pipeline import take_in
from cases.progress import Progress
from cases.work.custody import custody_of
from cases.work.exhibits import list_exhibits
from cases.work.records import CaseId, ExhibitId
from tests.cases.intake.conftest import open_case
from tests.cases.intake.samples import dated, encoded, jpeg, png, write


def counts(result: IntakeResult) -> tuple[int, int, int, int]:
    json = result.to_json()
    return json["selected"], json["stored"], json["duplicate"], json["refused"]


def acts(home: Home, item: IntakeItem) -> list[str]:
    return [line.act for line in custody_of(home, ExhibitId(item.exhibit))]


def test_a_card_is_taken_into_a_case(home, case, card):
    result = take_in(home, [card], case=case)

    assert counts(result) == (5, 5, 0, 0)
    assert [item.code for item in result.items] == ["B-01", "B-02", "B-03", "B-04", "B-05"]
    assert [Path(item.file).name for item in result.items] == [
        "awal.jpg",
        *(f"IMG_000{number}.jpg" for number in range(4)),
    ]
    records = list_exhibits(home, case)
    assert [record.code for record in records] == [item.code for item in result.items]
    assert all(home.vault.verify(item.sha256) for item in result.items)
    assert all(acts(home, item) == ["taken_in"] for item in result.items)
    assert result.changes.cases == {case}


def test_the_original_comes_back_byte_for_byte(home, card):
    (first, *_) = take_in(home, [card]).items

    assert home.vault.read(first.sha256) == (card / "awal.jpg").read_bytes()


def test_what_the_file_says_stands_in_the_record(home, case, card):
    take_in(home, [card / "DCIM"], case=case)

    record = list_exhibits(home, case)[0]

    assert record.taken.earliest == record.taken.latest == "2024-02-14T00:30:00Z"
    assert record.taken.zone_source == "gps"
    assert (record.lat, record.lon) == ("-6.1753917", "106.827")
    assert (record.kind, record.camera, record.origin) == ("photo", "Contoh Kamera 1", "camera")


def test_without_a_case_files_wait_unsorted(home, card):
    result = take_in(home, [card])

    assert {item.code for item in result.items} == {""}
    assert len(list_exhibits(home)) == 5


def test_nothing_on_the_card_changes(home, card):
    before = {path: path.stat() for path in sorted(card.rglob("*"))}

    take_in(home, [card])

    after = {path: path.stat() for path in sorted(card.rglob("*"))}
    assert after.keys() == before.keys()
    for path, about in before.items():
        if path.is_file():
            assert after[path].st_atime_ns == about.st_atime_ns
        assert after[path].st_mtime_ns == about.st_mtime_ns


def test_the_same_bytes_twice_are_one_exhibit(home, case, card, tmp_path):
    copy = write(tmp_path, "salinan.jpg", (card / "awal.jpg").read_bytes())

    result = take_in(home, [card / "awal.jpg", copy], case=case)

    assert counts(result) == (2, 1, 1, 0)
    assert len({item.exhibit for item in result.items}) == 1
    assert [item.code for item in result.items] == ["B-01", "B-01"]
    assert acts(home, result.items[0]) == ["taken_in", "seen_again"]


def test_bringing_a_card_again_stores_nothing(home, case, card):
    take_in(home, [card], case=case)

    result = take_in(home, [card], case=case)

    assert counts(result) == (5, 0, 5, 0)
    assert len(list_exhibits(home, case)) == 5


def test_a_duplicate_from_the_inbox_is_linked_to_the_case(home, case, card):
    unsorted = take_in(home, [card]).items

    result = take_in(home, [card], case=case)

    assert counts(result) == (5, 0, 5, 0)
    assert [item.exhibit for item in result.items] == [item.exhibit for item in unsorted]
    assert [item.code for item in result.items] == ["B-01", "B-02", "B-03", "B-04", "B-05"]
    assert list_exhibits(home) == ()
    assert sorted(acts(home, result.items[0])) == ["linked", "seen_again", "taken_in"]


def test_a_duplicate_of_another_case_gets_a_code_of_its_own(home, case, card):
    other = open_case(home, "d" * 32)
    take_in(home, [card / "DCIM"], case=case)

    result = take_in(home, [card], case=other)

    assert counts(result) == (5, 1, 4, 0)
    assert sorted(item.code for item in result.items) == [f"B-0{n}" for n in range(1, 6)]
    assert len(list_exhibits(home, case)) == 4


def test_a_duplicate_of_one_case_brought_unsorted_stays_there(home, case, card):
    take_in(home, [card], case=case)

    result = take_in(home, [card])

    assert counts(result) == (5, 0, 5, 0)
    assert list_exhibits(home) == ()
    assert result.items[0].code == "B-01"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("kosong.jpg", b"", "kosong"),
        ("catatan.txt", b"halo", "Dokumen"),
        ("separuh.jpg", jpeg(dated(), size=(640, 480))[:2000], "terpotong"),
        ("bom.png", png(b"\0\0\0\x04zTXtabcd\0\0\0\0")[:-30], "terpotong"),
        ("Thumbs.db", b"\xd0\xcf\x11\xe0\0\0", "Bukan foto"),
    ],
)
def test_what_is_no_picture_is_kept_as_an_attachment_with_a_reason(
    home, tmp_path, name, data, reason
):
    (item,) = take_in(home, [write(tmp_path, name, data)]).items

    assert (item.status, item.kind, item.size) == ("stored", "attachment", len(data))
    assert reason in item.reason
    assert home.vault.read(item.sha256) == data


def test_what_cannot_be_read_as_a_file_is_refused_with_a_reason(home, card, tmp_path):
    os.mkfifo(card / "saluran")
    (card / "putus.jpg").symlink_to(tmp_path / "tidak-ada.jpg")
    secret = write(tmp_path, "id_rsa", b"kunci rahasia laptop")
    (card / "foto.jpg").symlink_to(secret)
    (card / "DCIM" / "lain").symlink_to(tmp_path)

    result = take_in(home, [card, tmp_path / "hilang.jpg", Path("/dev/null")])

    assert counts(result) == (11, 5, 0, 6)
    refused = {Path(item.file).name: item.reason for item in result.items if not item.exhibit}
    links = {"putus.jpg", "foto.jpg", "lain"}
    assert refused.keys() == links | {"saluran", "hilang.jpg", "null"}
    assert all(refused.values())
    assert {refused[name].partition(",")[0] for name in links} == {"Ini tautan"}
    assert not home.vault.has(hashlib.sha256(secret.read_bytes()).hexdigest())


def test_a_file_that_becomes_a_link_while_others_are_taken_in_is_refused(
    home, card, tmp_path, monkeypatch
):
    secret = write(tmp_path, "id_rsa", b"kunci rahasia laptop")
    (card / "awal.jpg").unlink()
    (card / "awal.jpg").symlink_to(secret)
    monkeypatch.setattr(lanes, "refusal", lambda _: "")  # the look came before the change

    result = take_in(home, [card])

    assert counts(result) == (5, 4, 0, 1)
    assert not home.vault.has(hashlib.sha256(secret.read_bytes()).hexdigest())


def test_a_name_that_is_no_utf8_is_taken_in(home, tmp_path):
    name = os.fsdecode(b"foto-\xff.jpg")

    (item,) = take_in(home, [write(tmp_path, name, encoded("JPEG"))]).items

    assert item.status == "stored"
    assert item.file.endswith("foto-�.jpg")


def test_a_damaged_object_is_mended_when_its_file_is_brought_again(home, card):
    (first, *_) = take_in(home, [card]).items
    path = home.vault.ciphertext(first.sha256)
    path.write_bytes(path.read_bytes()[:-1])
    assert not home.vault.verify(first.sha256)

    assert take_in(home, [card]).count("duplicate") == 5

    assert home.vault.verify(first.sha256)
    assert len(list_exhibits(home)) == 5


def test_a_file_chosen_twice_is_one_selection(home, card):
    assert counts(take_in(home, [card, card / "awal.jpg", card / "DCIM"])) == (5, 5, 0, 0)


def test_nothing_chosen_is_nothing_done(home):
    assert counts(take_in(home, [])) == (0, 0, 0, 0)


def test_a_case_that_is_not_there_is_refused_before_anything_is_stored(home, card):
    with pytest.raises(NetraError) as caught:
        take_in(home, [card], case=CaseId("e" * 32))

    assert caught.value.code == "no-such-case"
    assert list(home.vault.names()) == []


def test_cancelling_keeps_what_is_finished_and_counts_the_rest(home, tmp_path):
    for number in range(60):
        write(tmp_path, f"{number:02}.jpg", jpeg(dated(b"2024:02:14 07:30:%02d" % number)))
    progress = Progress()

    result = take_in(
        home, sorted(tmp_path.glob("*.jpg")), progress=progress, report=lambda _: progress.cancel()
    )

    assert result.cancelled
    assert 0 < result.count("stored") < 60
    assert sum(counts(result)[1:]) == 60
    assert len(list_exhibits(home)) == result.count("stored")
    assert all(item.reason for item in result.items if item.status == "refused")


def test_each_group_is_reported_once_it_is_safe(home, card):
    heard: list[IntakeItem] = []

    def listen(items):
        heard.extend(items)
        known = {record.id for record in list_exhibits(home)}
        assert {item.exhibit for item in items} <= known

    result = take_in(home, [card], report=listen)

    assert sorted(item.file for item in heard) == sorted(item.file for item in result.items)


def test_a_full_disk_is_said_and_what_was_stored_stays(home, tmp_path):
    folder = tmp_path / "kartu"
    folder.mkdir()
    small = write(folder, "a.jpg", jpeg(dated()))
    big = write(folder, "b.bin", os.urandom(3_000_000))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, hard))
    try:
        result = take_in(home, [small, big])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert result.failure is not None
    assert result.failure.code == "disk-full"
    assert [item.status for item in result.items] == ["stored", "refused"]
    assert "Disk penuh" in result.items[1].reason
    assert home.vault.verify(result.items[0].sha256)
    assert list(home.vault.incoming().iterdir()) == []


def test_files_left_by_a_crash_are_adopted_when_they_come_again(home, card):
    sha256 = home.vault.put((card / "awal.jpg").read_bytes())

    (item,) = take_in(home, [card / "awal.jpg"]).items

    assert (item.status, item.sha256) == ("stored", sha256)
    assert list(home.vault.names()) == [sha256]


def test_locking_waits_for_the_intake_to_end(home, card):
    result = take_in(home, [card], report=lambda _: home.lock())

    assert counts(result) == (5, 5, 0, 0)
    assert not home.unlocked
