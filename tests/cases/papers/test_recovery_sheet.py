"""The sheet with the recovery code."""

from cases.keys.recovery import RecoveryCode
from cases.keys.sshsig import fingerprint
from cases.papers.forms.recovery_sheet import build, recovery_sheet
from tests.cases.papers.reading import text_of, words_of
from tests.cases.papers.sample import OFFICER

CODE = RecoveryCode(bytes(range(20)))


def test_the_sheet_shows_the_nine_groups_and_whose_they_are() -> None:
    text = words_of(recovery_sheet(OFFICER, CODE))

    for group in CODE.groups:
        assert group in text
    assert "LEMBAR PEMULIHAN" in text
    assert OFFICER.name in text
    assert fingerprint(OFFICER.dev) in text
    assert "RAHASIA" in text
    assert "DRAF" not in text
    assert "Halaman 1 dari 1" in text


def test_the_sheet_of_an_office_warns_that_it_opens_all_evidence() -> None:
    assert "SEMUA bukti" in text_of(recovery_sheet(OFFICER, CODE, office=True))
    assert "SEMUA bukti" not in text_of(recovery_sheet(OFFICER, CODE))


def test_the_code_is_in_the_picture_and_nowhere_around_it() -> None:
    paper = build(OFFICER, CODE)

    assert paper.payload == ""
    assert CODE.groups[0] not in paper.title
