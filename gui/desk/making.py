"""Long work: taking files in, print copies, papers."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.errors import NetraError
from cases.language import tr
from cases.progress import Progress
from cases.work.records import CaseId, ClarificationId, ExhibitId, Role

if TYPE_CHECKING:
    from cases.home import Home
    from cases.intake.outcome import IntakeItem, IntakeResult

MINUTES = "ba-klarifikasi"


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper in memory."""

    event: str
    title: str
    data: bytes
    changes: Changes = field(default_factory=Changes)

    @property
    def file_name(self) -> str:
        """A name for a file it is saved under."""
        kept = (letter if letter.isalnum() else "-" for letter in self.title.lower())
        return "-".join(part for part in "".join(kept).split("-") if part)


def take_in(
    home: "Home",
    paths: Sequence[Path],
    case: CaseId | None,
    progress: Progress,
    tell: "Callable[[IntakeItem], None]",
) -> "IntakeResult":
    """Take files in as evidence; each is told as it is done."""
    from cases.intake.pipeline import take_in as take
    from cases.intake.selection import keep_out

    keep_out(home, paths)

    def report(items: "Sequence[IntakeItem]") -> None:
        for item in items:
            tell(item)

    return take(home, paths, case=case, progress=progress, report=report)


def make_print_copies(
    home: "Home",
    progress: Progress,
    first: Callable[[], Collection[ExhibitId]] = tuple,
    report: Callable[[Collection[ExhibitId]], None] = lambda _: None,
) -> Changes:
    """Make the print copies that are missing; those of `first` come first, `report` is told."""
    from cases.intake.previews import make_previews

    return make_previews(home, first=first, report=report, progress=progress)


def make_paper(
    home: "Home", case: CaseId, form: str, hearing: ClarificationId | None
) -> MadePaper:
    """Make a paper."""
    from cases.papers import making

    made = making.make_paper(home, case, form, clarification=hearing)
    return MadePaper(made.record.event, made.record.title, made.pdf, made.changes)


def make_minutes(home: "Home", case: CaseId, hearing: ClarificationId | None) -> MadePaper:
    """Make the minutes of a hearing (None: the last one; without any, one is opened)."""
    from cases.work import cases, clarifications

    file = cases.read_case_file(home, case)
    if hearing is None and file.clarifications:
        hearing = file.clarifications[-1].id
    if hearing is None:
        heard = [party for party in file.parties if party.role is Role.RESPONDENT]
        heard = heard or list(file.parties)
        if not heard:
            raise NetraError(
                tr("Belum ada orang di kasus ini, jadi belum ada yang diklarifikasi."),
                tr("Tambahkan terlapor atau saksi di tab Orang."),
                code="nobody-to-hear",
            )
        opened = clarifications.start_clarification(home, case, heard[0].id)
        hearing = ClarificationId(opened.made)
    return make_paper(home, case, MINUTES, hearing)


def read_paper(home: "Home", event: str) -> bytes:
    """Bytes of a paper."""
    from cases.papers import making

    return making.read_paper(home, event)


def record_printed(home: "Home", event: str) -> Changes:
    """Record that a paper was printed."""
    from cases.papers import making

    return making.handle_paper(home, event, "printed")


def save_paper(home: "Home", paper: MadePaper, file: Path) -> Changes:
    """Save a paper where the officer says, and record that it left."""
    from cases import disk
    from cases.papers import making

    with disk.in_words(file):
        file.write_bytes(paper.data)
    return making.handle_paper(home, paper.event, "exported")
