"""
How a case moves: which steps somebody may take, and why others are refused, with the article.

    LHP -> rapat pleno -> temuan -> register -> klarifikasi -> kajian -> pleno -> penerusan
    laporan -> kajian awal -> register, or repaired, refused, delegated, taken over, passed on

All of it is data (`rules.steps`). Nothing here decides: it lists what the rules of procedure
allow, for the state, the regime, the source and the office.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from rules.citations import in_force
from rules.errors import RuleError
from rules.model import Truth
from rules.steps import Bar, Move, Requirement, Ruled, WorkflowFile


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a case stands, and who looks at it."""

    state: str
    regime: str
    source: str
    role: str
    track: str = "PENANGANAN_PENUH"
    category: str = ""
    """The kind of breach, once somebody chose it."""
    statuses: tuple[str, ...] = ()
    """`status_subjek` of the respondents."""
    day: date | None = None
    """The day of the step; without it rules of every time count."""
    before: str = ""
    """The state before the last step that changed it."""
    own: bool = False
    """True: the office that looks at it took that step."""
    answers: Mapping[str, bool] | None = None
    """Requirements that are met or not; None: they are not looked at."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why a step may not be taken."""

    text: str
    article: str
    confidence: str
    instead: str = ""


class Screening(msgspec.Struct, frozen=True, kw_only=True):
    """What the kajian awal found; None: a requirement of that kind is not answered yet."""

    formal: Truth
    material: Truth
    lacking: tuple[Requirement, ...]
    open: tuple[Requirement, ...]


def moves(flow: WorkflowFile, place: Place) -> tuple[Move, ...]:
    """List the steps that may be taken, in the order of the file."""
    return tuple(one for one in flow.moves if refusal(flow, place, one.id) is None)


def refusal(flow: WorkflowFile, place: Place, move: str) -> Refusal | None:
    """Tell why a step may not be taken; None: it may."""
    wanted = flow.move(move)
    flow.state(place.state)
    flow.role(place.role)
    # What a rule says in words is told before what only follows from a list.
    for bar in flow.bars:
        if move in bar.moves and _fits(bar, place) and _meant(bar, place):
            return Refusal(
                text=bar.text,
                article=bar.article,
                confidence=bar.confidence,
                instead=bar.instead,
            )
    sentence = _mismatch(flow, wanted, place) or _unmet(flow, wanted, place)
    if not sentence:
        return None
    text = sentence.format(
        move=wanted.text,
        state=flow.state(place.state).text,
        states=", ".join(flow.state(one).text for one in wanted.start),
        role=flow.role(place.role).text,
        roles=", ".join(flow.role(one).text for one in wanted.roles),
    )
    return Refusal(text=text, article=wanted.article, confidence=wanted.confidence)


def end_of(flow: WorkflowFile, place: Place, move: str) -> str:
    """Tell where a case stands after a step that may be taken."""
    wanted = flow.move(move)
    return (place.before if wanted.resumes else wanted.end) or place.state


def requirements(flow: WorkflowFile, place: Place) -> tuple[Requirement, ...]:
    """List what is asked in the kajian awal."""
    return tuple(one for one in flow.requirements if _fits(one, place))


def screen(flow: WorkflowFile, place: Place, answers: Mapping[str, bool]) -> Screening:
    """Compare the answers with the requirements."""
    wanted = requirements(flow, place)
    known = {one.key for one in flow.requirements}
    for key in answers:
        if key not in known:
            raise RuleError("unknown-requirement", found=key, allowed=", ".join(sorted(known)))
    return Screening(
        formal=_met((one for one in wanted if one.kind == "FORMAL"), answers),
        material=_met((one for one in wanted if one.kind == "MATERIAL"), answers),
        lacking=tuple(one for one in wanted if answers.get(one.key) is False),
        open=tuple(one for one in wanted if one.key not in answers),
    )


def _mismatch(flow: WorkflowFile, move: Move, place: Place) -> str:
    words = flow.sentences
    tests = (
        (place.state in move.start, words.state),
        (_among(place.regime, move.regimes), words.regime),
        (_among(place.source, move.sources), words.source),
        (_among(place.track, move.tracks), words.track),
        (place.role in move.roles, words.role),
        (place.day is None or in_force(move, place.day), words.date),
        (not move.resumes or place.own is move.by_own, words.own),
    )
    return next((sentence for allowed, sentence in tests if not allowed), "")


def _unmet(flow: WorkflowFile, move: Move, place: Place) -> str:
    if not move.screened or place.answers is None:
        return ""
    found = screen(flow, place, place.answers)
    if not (found.lacking or found.open):
        return ""
    parts = [
        words.format(names="; ".join(one.text for one in rows))
        for words, rows in (
            (flow.sentences.lacking, found.lacking),
            (flow.sentences.open, found.open),
        )
        if rows
    ]
    return flow.sentences.screening.replace("{why}", " ".join(parts))


def _fits(row: Ruled, place: Place) -> bool:
    in_time = place.day is None or in_force(row, place.day)
    return in_time and _among(place.regime, row.regimes) and _among(place.source, row.sources)


def _meant(bar: Bar, place: Place) -> bool:
    return (
        _among(place.role, bar.roles)
        and _among(place.state, bar.states)
        and _among(place.category, bar.categories)
        and (not bar.statuses or not set(bar.statuses).isdisjoint(place.statuses))
    )


def _among(value: str, allowed: Iterable[str]) -> bool:
    listed = tuple(allowed)
    return not listed or value in listed


def _met(wanted: Iterable[Requirement], answers: Mapping[str, bool]) -> Truth:
    found = [answers.get(one.key) for one in wanted]
    if False in found:
        return False
    return None if None in found else True
