"""
What the rules make of a case, for papers that weigh it.

Only forms that judge are given an assessment: all others cannot say what they do not know. What
is said stays an allegation: elements, and whether each is shown, never "guilty".
"""

from collections.abc import Iterable

from cases.papers.blocks import Block, Column, Heading, Items, Table, Text
from cases.papers.sources import Sources
from cases.papers.wording import ROLES
from cases.work.overview import ElementFinding, Finding

_OUTCOMES = {
    "MEMENUHI_UNSUR": "Unsur terpenuhi (dugaan)",
    "TIDAK_MEMENUHI": "Unsur tidak terpenuhi",
    "PERLU_KAJIAN": "Perlu kajian",
}
_VALUES = {"ya": "ya", "tidak": "tidak", "belum_diketahui": "belum diketahui"}


def _raised(s: Sources) -> tuple[Finding, ...]:
    assessment = s.context.assessment
    return tuple(one for one in assessment.findings if one.raised) if assessment else ()


def legal_basis(s: Sources) -> Iterable[Block]:
    """List the provisions of the rules that the case raises."""
    cited = dict.fromkeys(
        f"{one.citation}{' (perlu dicek)' if one.confidence else ''}: {one.title}"
        for one in _raised(s)
        if one.outcome != "TIDAK_MEMENUHI"
    )
    if cited:
        yield Items(tuple(cited), "dashes")


def elements(s: Sources) -> Iterable[Block]:
    """Go through the elements of each raised rule, for each respondent."""
    for finding in _raised(s):
        yield Heading(f"{finding.party_code}, {finding.incident_code}: {finding.title}", 2)
        yield Text(f"{finding.citation}. {_OUTCOMES[finding.outcome]}.", "small")
        rows = tuple(_element(one) for one in finding.elements)
        extra = tuple(_element(one) for one in finding.exceptions if one.value != "tidak")
        yield Table(_COLUMNS, (*rows, *extra))
        if finding.outcome == "MEMENUHI_UNSUR":
            told = (("Golongan", finding.offence_class), ("Sanksi yang diatur", finding.sanction))
            yield from (Text(f"{name}: {text}", "small") for name, text in told if text)


_COLUMNS = (
    Column("Unsur atau pengecualian", 0.56),
    Column("Terpenuhi", 0.2, "centre"),
    Column("Bukti", 0.24),
)


def _element(one: ElementFinding) -> tuple[str, str, str]:
    kind = "Pengecualian: " if one.effect else ""
    return f"{kind}{one.text}", _VALUES[one.value], ", ".join(one.exhibits) or "–"


def testimony(s: Sources) -> Iterable[Block]:
    """Give what each person heard has said."""
    parties = {one.id: one for one in s.file.parties}
    for hearing in s.file.clarifications:
        party = parties.get(hearing.party)
        answered = [one for one in hearing.questions if one.answer.strip()]
        if party is None or not answered:
            continue
        yield Heading(f"{ROLES[party.role]} {s.context.name_of(party)}", 2)
        yield Items(tuple(f"{one.text}\n{one.answer}" for one in answered), "numbers")


def against(s: Sources) -> Iterable[Block]:
    """Give what officers noted against the allegation."""
    codes = {one.id: one.code for one in s.file.parties}
    shown = {one.id: one.code for one in s.file.exhibits}
    notes = []
    for note in s.file.against:
        about = f"{codes[note.party]}: " if note.party and note.party in codes else ""
        proof = ", ".join(sorted(shown[one] for one in note.exhibits if one in shown))
        notes.append(f"{about}{note.text}{f' ({proof})' if proof else ''}")
    if notes:
        yield Items(tuple(notes), "dashes")
