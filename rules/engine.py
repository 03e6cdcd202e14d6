"""
Assessing: every rule of a pack, for every respondent of a filing.

    applicability or any element false                      -> TIDAK_MEMENUHI
    all true, and an exception that excludes is true        -> TIDAK_MEMENUHI
    all true, and an exception is unknown or asks for study -> PERLU_KAJIAN
    all true, and these false                               -> MEMENUHI_UNSUR
    else                                                    -> PERLU_KAJIAN
"""

from collections.abc import Callable, Iterable

from rules.citations import Sources, in_force
from rules.conducts import ConductOf
from rules.errors import RuleError
from rules.logic import Look, conjunction, disjunction
from rules.model import (
    Assessment,
    Effect,
    ElementResult,
    ExceptionResult,
    Filing,
    Outcome,
    Respondent,
    RespondentResult,
    Result,
    Truth,
)
from rules.norms import Norm, NormElement, NormException
from rules.notes import notes
from rules.pack import Pack
from rules.remembered import Remembered
from rules.schema import Sentences
from rules.situation import DAY, STATUS, Situation, status_reason

WEIGHTY = (Effect.EXCLUDES, Effect.STUDY)

Part = ElementResult | ExceptionResult


def assess(pack: Pack, filing: Filing) -> Result:
    """Assess a filing."""
    _check(pack, filing)
    sources = Sources(pack, filing.regime)
    several = Remembered() if len(filing.respondents) > 1 else None
    return Result(
        pack=pack.id,
        respondents=tuple(
            assess_one(pack, filing, one, sources, several) for one in filing.respondents
        ),
    )


def assess_one(
    pack: Pack,
    filing: Filing,
    respondent: Respondent,
    sources: Sources | None = None,
    remembered: Remembered | None = None,
) -> RespondentResult:
    """Assess one respondent; `sources` and `remembered` are shared by those of one filing."""
    situation = Situation(pack, filing, respondent, sources)
    alleged = frozenset(filing.allege)
    if remembered is None:
        found = [assess_norm(one, situation, alleged=one.id in alleged) for one in pack.rules]
    else:
        found = [
            _remembered(remembered, one, situation, alleged=one.id in alleged)
            for one in pack.rules
        ]
    return RespondentResult(id=respondent.id, assessments=tuple(found))


def _remembered(
    remembered: Remembered, norm: Norm, situation: Situation, *, alleged: bool
) -> Assessment:
    place = remembered.place(norm, situation, alleged=alleged)
    found = remembered.get(place)
    if found is None:
        found = remembered.keep(place, assess_norm(norm, situation, alleged=alleged))
    return found


def assess_norm(norm: Norm, situation: Situation, *, alleged: bool = False) -> Assessment:
    """Assess one rule for one respondent."""
    applicability = _applicability(norm, situation)
    elements = tuple(_element(one, situation) for one in norm.elements)
    exceptions = tuple(_exception(one, situation) for one in norm.exceptions)
    parts = (*applicability, *elements)
    outcome = decide(parts, exceptions)
    reads_status = STATUS in norm.reads
    return Assessment(
        rule=norm.id,
        title=norm.title,
        outcome=outcome,
        raised=_raised(norm, situation, applicability, elements, alleged=alleged),
        conduct_class=norm.conduct_class,
        sanction=situation.sources.sanction(norm, situation.date),
        applicability=applicability,
        elements=elements,
        exceptions=exceptions,
        missing=_missing(outcome, parts, exceptions),
        deciding=_deciding(outcome, parts, exceptions),
        notes=notes(norm, situation, exceptions, applicability),
        basis=situation.sources.citations(norm, situation.date),
        derived=situation.derived if reads_status else "",
    )


def decide(elements: Iterable[ElementResult], exceptions: Iterable[ExceptionResult]) -> Outcome:
    """Draw the outcome from the elements (applicability among them) and the exceptions."""
    met = conjunction(one.value for one in elements)
    if met is False:
        return Outcome.NOT_MET
    if met is None:
        return Outcome.STUDY
    weighty = [one for one in exceptions if one.effect in WEIGHTY]
    if any(one.value for one in weighty if one.effect is Effect.EXCLUDES):
        return Outcome.NOT_MET
    # Only False for all of them leaves the conduct as it is.
    return Outcome.MET if disjunction(one.value for one in weighty) is False else Outcome.STUDY


def _applicability(norm: Norm, situation: Situation) -> tuple[ElementResult, ...]:
    force = None if situation.date is None else in_force(norm.source, situation.date)
    of_regime = situation.regime in norm.regimes
    return (
        _shared(situation, "regim", of_regime, lambda words: (words.regime, (of_regime, ()))),
        _shared(
            situation,
            "subjek",
            norm.subject_text,
            lambda words: (
                words.subject.format(subject=norm.subject_text),
                situation.look(norm.subject),
            ),
        ),
        _shared(
            situation,
            "masa",
            norm.source.period,
            lambda _: (norm.period_text, situation.look(norm.period)),
        ),
        _shared(situation, "berlaku", force, lambda words: (words.in_force, (force, (DAY,)))),
    )


def _shared(
    situation: Situation,
    id_: str,
    name: object,
    make: Callable[[Sentences], tuple[str, Look]],
) -> ElementResult:
    # Many norms have the same subjects and periods: one result for all of them.
    found = situation.parts.get((id_, name))
    if found is None:
        text, look = make(situation.pack.sentences)
        found = situation.parts[id_, name] = _part(id_, text, situation, look)
    return found


def _part(
    id_: str, text: str, situation: Situation, look: Look, *, conduct: bool = False
) -> ElementResult:
    value, keys = look
    return ElementResult(
        id=id_,
        text=text,
        value=value,
        reason=_status_reason(keys, situation) if value is None else "",
        conduct=conduct,
        facts=() if value is None else keys,
        missing=keys if value is None else (),
    )


def _element(element: NormElement, situation: Situation) -> ElementResult:
    look = situation.look(element.test)
    found = _part(element.id, element.text, situation, look, conduct=element.conduct)
    if found.value is False and element.doubt is not None:
        doubt, keys = situation.look(element.doubt)
        if doubt is not False:
            known, missing = ((), keys) if doubt is None else (keys, ())
            found = ElementResult(
                id=element.id,
                text=element.text,
                value=None,
                reason=element.doubt_reason,
                conduct=element.conduct,
                facts=_unique((*found.facts, *known)),
                missing=missing,
            )
    return found


def _exception(exception: NormException, situation: Situation) -> ExceptionResult:
    value, keys = situation.look(exception.test)
    return ExceptionResult(
        id=exception.id,
        text=exception.text,
        effect=exception.effect,
        value=value,
        facts=() if value is None else keys,
        missing=keys if value is None else (),
    )


def _raised(
    norm: Norm,
    situation: Situation,
    applicability: Iterable[ElementResult],
    elements: Iterable[ElementResult],
    *,
    alleged: bool,
) -> bool:
    if any(one.value is False for one in applicability):
        return False
    return alleged or any(
        _acts(element, result.value, situation)
        for element, result in zip(norm.elements, elements, strict=True)
        if element.conduct
    )


def _acts(element: NormElement, value: Truth, situation: Situation) -> bool:
    if isinstance(element.test, ConductOf) and value is None:
        return element.test.is_raised(situation)
    return value is True or (value is None and not element.openings.isdisjoint(situation.facts))


def _missing(
    outcome: Outcome, elements: Iterable[ElementResult], exceptions: Iterable[ExceptionResult]
) -> tuple[str, ...]:
    if outcome is not Outcome.STUDY:
        return ()
    parts: list[Part] = [*elements, *(one for one in exceptions if one.effect in WEIGHTY)]
    return _unique(key for one in parts for key in one.missing)


def _deciding(
    outcome: Outcome, elements: Iterable[ElementResult], exceptions: Iterable[ExceptionResult]
) -> tuple[str, ...]:
    parts: list[Part] = [one for one in elements if one.value is False]
    if not parts:
        # What holds, and what was looked at and does not stand in the way.
        weighty = [one for one in exceptions if one.effect in WEIGHTY]
        parts = [*elements, *(one for one in weighty if one.value or outcome is Outcome.MET)]
    return _unique(key for one in parts for key in one.facts)


def _status_reason(missing: Iterable[str], situation: Situation) -> str:
    return status_reason(situation) if STATUS in missing else ""


def _unique(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _check(pack: Pack, filing: Filing) -> None:
    for rule in filing.allege:
        if pack.rule(rule) is None:
            raise RuleError("unknown-rule", rule=rule)
    regimes = {one.code: one.regime for one in pack.election.calendars}
    if filing.calendar and filing.calendar not in regimes:
        raise RuleError("unknown-calendar", found=filing.calendar, allowed=", ".join(regimes))
    if filing.calendar and regimes[filing.calendar] != filing.regime:
        raise RuleError("calendar-of-other-regime", found=filing.calendar, regime=filing.regime)
