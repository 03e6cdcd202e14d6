"""What no receipt covers is still only on this laptop."""

from cases.office.holdings import only_here
from cases.office.importing import import_files
from cases.office.receipts import add_receipt, read_receipt
from cases.sealed.seal import seal
from tests.cases.work.story import take_in


def test_a_receipt_covers_the_exhibits_of_its_file(home, office, story, tmp_path):
    before = only_here(home)
    assert before.exhibits == len(story.photos)
    assert before.cases == ((story.case, len(story.photos)),)
    file = tmp_path / "kasus.netra"
    seal(home, story.case, file)
    (result,) = import_files(office, [file])

    add_receipt(home, read_receipt(office, result.receipt))

    after = only_here(home)
    assert (after.exhibits, after.unsorted, after.cases) == (0, 0, ())


def test_what_came_after_the_receipt_is_only_here(home, office, story, tmp_path):
    test_a_receipt_covers_the_exhibits_of_its_file(home, office, story, tmp_path)
    take_in(home, story.case, "IMG_0003.jpg")

    assert only_here(home).exhibits == 1


def test_the_office_keeps_what_it_has(office):
    assert only_here(office).exhibits == 0
