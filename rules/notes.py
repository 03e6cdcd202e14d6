"""What is printed beside an outcome and never changes it."""

from collections.abc import Iterable, Iterator

from rules.model import Effect, ElementResult, ExceptionResult
from rules.norms import Norm
from rules.situation import STATUS, Situation


def notes(
    norm: Norm,
    situation: Situation,
    exceptions: tuple[ExceptionResult, ...],
    applicability: tuple[ElementResult, ...],
) -> tuple[str, ...]:
    """List the notes of one rule, each once."""
    found = [
        *_of_the_facts(norm, situation),
        *_of_applicability(situation, applicability),
        *_of_clauses(norm, situation, exceptions),
        *_of_exceptions(norm, situation, exceptions),
        *(one.text for one in norm.notes if one.when is None or situation.look(one.when)[0]),
    ]
    return tuple(dict.fromkeys(found))


def _of_the_facts(norm: Norm, situation: Situation) -> Iterator[str]:
    words, reads = situation.pack.sentences, norm.reads
    if situation.conflict and STATUS in reads:
        yield situation.conflict
    for key in situation.contradicting:
        if key in reads:
            label = situation.pack.facts[key].label
            yield words.contradicting_members.format(fact=label)


def _of_applicability(
    situation: Situation, applicability: Iterable[ElementResult]
) -> Iterator[str]:
    words = situation.pack.sentences
    for one in applicability:
        if one.id == "masa" and one.value is None and not one.missing:
            yield words.no_calendar
        if one.id == "berlaku" and one.value is False:
            yield words.not_in_force


def _of_clauses(
    norm: Norm, situation: Situation, exceptions: Iterable[ExceptionResult]
) -> Iterator[str]:
    if not norm.exceptions and not norm.considerations:
        return
    alive = {one.id for one in exceptions if one.value is not False}
    words, facts = situation.pack.sentences, situation.facts
    for clause in norm.considerations:
        if not clause.required and clause.id not in facts:
            yield words.not_claimed.format(clause=clause.text)
    for row in situation.pack.exceptions if norm.exceptions else ():
        if row.considerations and row.id in alive:
            for clause in row.considerations:
                if not clause.required and clause.id not in facts:
                    yield words.not_claimed.format(clause=clause.text)


def _of_exceptions(
    norm: Norm, situation: Situation, exceptions: Iterable[ExceptionResult]
) -> Iterator[str]:
    for one in exceptions:
        if one.effect is Effect.NOTE and one.value:
            yield one.text
    for exception in norm.exceptions:
        for note in exception.notes:
            if note.when is None or situation.look(note.when)[0]:
                yield note.text
