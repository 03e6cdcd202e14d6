"""Readers: what pages show."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from cases.work.deadline_records import DeadlineRecord
from cases.work.evidence_records import CustodyRecord, ExhibitRecord
from cases.work.overview import CaseAssessment, CaseFile, CaseSummary
from cases.work.records import CaseId, ExhibitId, FactState, StatementRecord, Value

if TYPE_CHECKING:
    from cases.home import Home
    from cases.intake.viewing import Viewing
    from cases.work.history import HistoryLine


def list_cases(home: "Home") -> tuple[CaseSummary, ...]:
    """All cases, last touched first."""
    from cases.work import cases

    return cases.list_cases(home)


def read_case(home: "Home", case: CaseId) -> CaseFile:
    """Everything of one case."""
    from cases.work import cases

    return cases.read_case_file(home, case)


def assess(home: "Home", case: CaseId) -> CaseAssessment:
    """All rules of one case."""
    from cases.work import assessment

    return assessment.read_assessment(home, case)


def deadlines(home: "Home", case: CaseId | None = None) -> tuple[DeadlineRecord, ...]:
    """Clocks that run, nearest first."""
    from cases.work import deadlines as clocks

    return clocks.read_deadlines(home, case)


def taken_in_on(home: "Home", day: str) -> tuple[ExhibitRecord, ...]:
    """Exhibits taken in on a day, newest first."""
    from cases.work import exhibits

    return exhibits.taken_in_on(home, day)


def exhibits_by_id(
    home: "Home", case: CaseId | None, wanted: Iterable[ExhibitId]
) -> dict[str, ExhibitRecord]:
    """Exhibits of a case (None: of none), those that are wanted, by id."""
    from cases.work import exhibits

    ids = set(wanted)
    return {one.id: one for one in exhibits.list_exhibits(home, case) if one.id in ids}


def inbox(home: "Home") -> tuple[ExhibitRecord, ...]:
    """Exhibits that stand in no case yet."""
    from cases.work import exhibits

    return exhibits.list_exhibits(home)


def exhibit(home: "Home", wanted: ExhibitId, case: CaseId | None) -> ExhibitRecord:
    """One exhibit, with its code in the case."""
    from cases.work import exhibits

    return exhibits.read_exhibit(home, wanted, case)


def custody(home: "Home", wanted: ExhibitId) -> tuple[CustodyRecord, ...]:
    """Custody log of one exhibit."""
    from cases.work.custody import custody_of

    return custody_of(home, wanted)


def preview(home: "Home", wanted: str) -> bytes:
    """Print copy of an exhibit; the small picture inside the original until there is one."""
    from cases.work import exhibits

    copy = exhibits.preview_bytes(home, ExhibitId(wanted))
    if copy:
        return copy
    return viewing().embedded(home, ExhibitId(wanted))


def original_picture(home: "Home", wanted: ExhibitId) -> bytes:
    """The original, decoded in the limited child process, as a JPEG."""
    return viewing().original(home, wanted)


@cache
def viewing() -> "Viewing":
    """The child process that decodes pictures for the eye, started at its first use."""
    from cases.intake.viewing import Viewing

    return Viewing()


def close_viewing() -> None:
    """End the child process that decodes pictures for the eye."""
    if viewing.cache_info().currsize:
        viewing().close()
        viewing.cache_clear()


def fact_words(fact: str, value: Value | None) -> tuple[str, str]:
    """Name of a fact, and a value of it, in words."""
    from cases.work import fact_words as words

    return words.fact_label(fact), "" if value is None else words.value_label(fact, value)


def sides_of(fact: FactState) -> tuple[tuple[Value, tuple[StatementRecord, ...], bool], ...]:
    """Statements by what they say: (value, who says so, whether it claims anything)."""
    from cases.work.fact_values import claims, sameness

    sides: dict[object, list[StatementRecord]] = {}
    for statement in fact.statements:
        sides.setdefault(sameness(statement.value), []).append(statement)
    said = ((side[0].value, tuple(side), claims(side[0].value)) for side in sides.values())
    return tuple(sorted(said, key=lambda side: not side[2]))


def is_closed(status: str) -> bool:
    """Whether a case of this status has no clocks left."""
    from cases.work import deadlines as clocks

    return status in clocks.CLOSED


def choices_of(fact: str) -> tuple[tuple[str, str], ...]:
    """The values a fact may have, with their words, after the newest pack."""
    from cases.work import fact_words as words
    from cases.work import packs

    return words.choices_of(packs.load(packs.newest()), fact)


def kind_of(fact: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """How a fact is asked, and the answers a person may choose from."""
    from cases.work import fact_words as words
    from cases.work import packs

    pack = packs.load(packs.newest())
    return words.kind_of(pack, fact), words.choices_of(pack, fact)


def history(home: "Home", case: CaseId) -> "tuple[HistoryLine, ...]":
    """The last lines of the record of a case, newest first."""
    from cases.work import history as record

    return record.read_history(home, case)


def drafts(home: "Home", case: CaseId) -> dict[str, str]:
    """What was typed in a case and not sent, by field."""
    from cases.work import drafts as kept

    return kept.read_drafts(home, f"{case}/")
