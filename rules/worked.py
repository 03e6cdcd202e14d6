"""Trying the worked examples of a pack."""

from collections.abc import Iterable

from rules.engine import assess_norm
from rules.errors import RuleError
from rules.examples import Example
from rules.facts import read_respondent
from rules.model import Assessment, Filing, Outcome
from rules.pack import Pack
from rules.situation import Situation


def try_example(pack: Pack, example: Example) -> tuple[str, ...]:
    """List what the pack says otherwise than the example; empty when they agree."""
    try:
        found = assess_example(pack, example)
    except RuleError as error:
        return (str(error),)
    wrong = []
    if found.outcome is not example.outcome:
        wrong.append(f"outcome: {found.outcome}, not {example.outcome}")
    if example.missing is not None and set(found.missing) != set(example.missing):
        wrong.append(f"missing: {', '.join(found.missing)}, not {', '.join(example.missing)}")
    held = [one.id for one in found.exceptions if one.value]
    if example.exception and example.exception not in held:
        wrong.append(f"exception: {', '.join(held)}, not {example.exception}")
    return tuple(wrong)


def run_examples(pack: Pack) -> list[dict[str, object]]:
    """Try every example: its id, its rule, what was wrong."""
    return [
        {"example": one.id, "rule": one.rule, "wrong": list(try_example(pack, one))}
        for one in pack.examples
    ]


def assess_example(pack: Pack, example: Example) -> Assessment:
    """Assess one example under its rule."""
    respondent = read_respondent(pack, example.id, example.facts)
    filing = Filing(
        regime=example.regime,
        occurred_on=example.occurred_at,
        calendar=example.calendar,
        respondents=(respondent,),
    )
    norm = next(one for one in pack.rules if one.id == example.rule)
    return assess_norm(norm, Situation(pack, filing, respondent))


def outcomes(examples: Iterable[Example], rule: str) -> frozenset[Outcome]:
    """Tell which outcomes the examples of a rule show."""
    return frozenset(one.outcome for one in examples if one.rule == rule)
