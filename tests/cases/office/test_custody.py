"""The custody log is whole: what was sealed and imported with an exhibit stands in it."""

from pathlib import Path

from cases.home import Home
from cases.office.importing import import_files
from cases.sealed.seal import seal
from cases.work.custody import custody_of, custody_of_case
from cases.work.exhibits import link_exhibits, view_exhibit
from cases.work.records import CaseId
from cases.work.scopes import need_case
from tests.cases.exchange import enrolled
from tests.cases.work.story import Story, carry, take_in


def acts(home: Home, exhibit: str, case: CaseId | None = None) -> list[str]:
    return [line.act for line in custody_of(home, exhibit, case)]  # type: ignore[arg-type]


def test_a_sealed_file_stands_in_the_log_of_what_it_held(home, story, tmp_path):
    seal(home, story.case, tmp_path / "kasus.netra")
    late = take_in(home, story.case, "IMG_0009.jpg")
    view_exhibit(home, story.photos[0])

    assert acts(home, story.photos[0], story.case) == ["taken_in", "sealed", "viewed"]
    assert acts(home, late, story.case) == ["taken_in"], "it came after the file was sealed"
    line = custody_of(home, story.photos[0])[1]
    assert (line.why, line.officer, line.dev) == ("kasus.netra", "Contoh Yohana", home.officer.dev)


def test_the_office_sees_which_import_brought_an_exhibit(home, office, story, tmp_path):
    seal(home, story.case, tmp_path / "satu.netra")
    import_files(office, [tmp_path / "satu.netra"])
    late = take_in(home, story.case, "IMG_0009.jpg")
    seal(home, story.case, tmp_path / "dua.netra")
    import_files(office, [tmp_path / "dua.netra"])

    log = custody_of(office, story.photos[0], story.case)
    told = [(line.act, line.officer, line.why) for line in log]
    assert told == [
        ("taken_in", "Contoh Yohana", "IMG_0001.jpg"),
        ("imported", "Contoh Klerk", "satu.netra"),
        ("imported", "Contoh Klerk", "dua.netra"),
    ]
    assert [line.why for line in custody_of(office, late) if line.act == "imported"] == [
        "dua.netra"
    ]


def test_a_receipt_that_is_gone_tells_nothing(home, office, story, tmp_path):
    seal(home, story.case, tmp_path / "satu.netra")
    (taken,) = import_files(office, [tmp_path / "satu.netra"])
    office.vault.remove(taken.receipt)

    assert acts(office, story.photos[0]) == ["taken_in"]


def test_a_line_of_another_program_without_heads_stops_nothing(home, story):
    body = {"case": story.case, "file": "k.netra", "sha256": "0" * 64, "size": 1}
    with home.write() as tx:
        for heads in ([], [{"x": 1}]):
            more = {"recipients": [], "heads": heads, "objects": 0}
            tx.append("case.sealed", {**body, **more}, case=None, cls="access")

    assert acts(home, story.photos[0]) == ["taken_in"]


def test_before_it_was_sorted_and_in_its_case_is_one_log(home, story):
    loose = take_in(home, None)
    view_exhibit(home, loose)
    link_exhibits(home, story.case, [loose])
    view_exhibit(home, loose)

    assert acts(home, loose, story.case) == ["taken_in", "viewed", "linked", "viewed"]


def test_the_log_of_a_case_holds_that_of_each_exhibit(home, story, tmp_path):
    seal(home, story.case, tmp_path / "kasus.netra")

    lines = custody_of_case(home, story.case)

    for photo in story.photos:
        mine = tuple(line for line in lines if line.exhibit == photo)
        assert mine == custody_of(home, photo, story.case)


def test_who_is_marked_is_told_by_code(home, story):
    body = {"exhibit": story.photos[0], "party": story.respondent, "x": 1, "y": 2}
    with home.write() as tx:
        tx.append("marker.placed", body, case=story.case)

    assert custody_of(home, story.photos[0])[-1].why == "T-01"


def test_a_key_nobody_knows_is_told_by_its_beginning(home, office, story, tmp_path):
    other = enrolled(tmp_path / "lain", office)
    other_story = Story.begin(other)
    carry(other, home, other_story.case)
    with home.write() as tx:
        need_case(tx.connection, other_story.case)
        tx.connection.exec_driver_sql("UPDATE stream SET name = ''")

    line = custody_of(home, other_story.photos[0])[0]

    assert line.officer == other.officer.dev[:16]
    other.lock()


def test_nothing_of_another_case_is_told(home, story, tmp_path: Path):
    loose = take_in(home, None)
    other = Story.begin(home).case
    link_exhibits(home, story.case, [loose])
    link_exhibits(home, other, [loose])
    seal(home, other, tmp_path / "lain.netra")

    assert acts(home, loose, story.case) == ["taken_in", "linked"]
    assert acts(home, loose) == ["taken_in", "linked", "linked", "sealed"]
