"""The report that lies in a sealed case file, made from the case alone."""

from collections.abc import Callable

from cases.errors import NetraError
from cases.papers.context import PaperContext, StreamHead
from cases.papers.forms import case_report
from cases.papers.pack_words import forms_of, words_of
from cases.papers.render import render
from cases.work.overview import CaseFile
from cases.work.records import Officer
from cases.work.times import zone_of_region


def case_report_pdf(
    file: CaseFile, read: Callable[[str], bytes], heads: tuple[StreamHead, ...] = ()
) -> bytes:
    """Make the report; `read` gives the bytes of an object or refuses, and a gap is printed."""
    officer = _opener(file)
    context = PaperContext(
        forms=forms_of(file.case.pack),
        officer=officer,
        zone=zone_of_region(officer.region),
        photo=lambda sha256: readable(read, sha256),
        words=words_of(file.case.pack),
        heads=heads,
    )
    return render(case_report.build(file, context))


def readable(read: Callable[[str], bytes], sha256: str) -> bytes | None:
    """Read a print copy; None where it is missing or damaged: the paper is made all the same."""
    try:
        return read(sha256)
    except NetraError:
        return None


def _opener(file: CaseFile) -> Officer:
    """Give the officer who opened the case, so that the report is the same whoever seals it."""
    for officer in file.officers:
        if officer.dev == file.case.opened_by:
            return officer
    return Officer(file.case.opened_by, "", "", "", file.case.place.code)
