"""Offers to take back what was just written, for as long as its notice stands."""

from cases.language import tr
from cases.work.overview import Question
from cases.work.records import CaseId, ExhibitId
from gui import desk
from gui.background import Work
from gui.desk.undoing import take_back_answer
from gui.frame import Page
from gui.widgets.notice import undone_by


def offer_answer(page: Page, question: Question) -> None:
    """An answer was given; the question comes back where it is taken back."""
    home = page.session.home
    page.frame.tell(
        undone_by(
            tr("Jawaban dicatat: {tanya}", tanya=question.text),
            lambda: Work(page, lambda _progress: take_back_answer(home, question)).start(),
        )
    )


def offer_caption(page: Page, exhibit: ExhibitId, before: str) -> None:
    """A caption was written; the former one can be written again."""
    home = page.session.home
    page.frame.tell(
        undone_by(
            tr("Keterangan gambar ditulis."),
            lambda: Work(page, lambda _progress: desk.caption(home, exhibit, before)).start(),
        )
    )


def offer_field(page: Page, case: CaseId, field: str, before: str) -> None:
    """A field of a case was changed; the former words can be written again."""
    home = page.session.home
    words = {
        "title": tr("Judul kasus diubah."),
        "place": tr("Tempat kasus diubah."),
        "register": tr("Nomor register diubah."),
    }
    page.frame.tell(
        undone_by(
            words.get(field, tr("Isian kasus diubah.")),
            lambda: Work(
                page, lambda _progress: desk.edit_case(home, case, field, before)
            ).start(),
        )
    )
