"""`netra assess FILE`: the rules applied to facts in a file, without a home."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from cases.commands.documents import LARGEST, read_document
from cases.commands.files import read_file
from cases.commands.frame import add_verb, session
from cases.language import N_, tr
from cases.work import packs
from cases.work.refusals import refusal
from rules.decisive import decisive_sets
from rules.engine import assess
from rules.errors import RuleError
from rules.filings import read_filing
from rules.model import (
    Assessment,
    Citation,
    ElementResult,
    ExceptionResult,
    Filing,
    Outcome,
    Respondent,
    RespondentResult,
    Truth,
)
from rules.pack import Pack
from rules.questions import questions
from rules.routing import Destination, addressees
from rules.situation import Situation

TRUTHS: Mapping[Truth, str] = {True: "ya", False: "tidak", None: "belum_diketahui"}


def assess_file(
    context: typer.Context,
    file: Path,
    everything: Annotated[
        bool, typer.Option("--all", help=N_("Semua aturan, unsur demi unsur."))
    ] = False,
) -> None:
    """Check the facts of a JSON or TOML file against the rules. Needs no home."""
    found = assess_document(read_file(file, LARGEST), file.suffix)
    session(context).tell(found, None if everything else _for_people(found))


def _for_people(found: dict[str, Any]) -> dict[str, Any]:
    """Keep what is raised, in short; dozens of rules that nobody alleges would hide it."""
    shown = ("rule", "title", "outcome", "missing", "basis")
    people = [
        {
            **one,
            "assessments": [
                {key: rule[key] for key in shown} for rule in one["assessments"] if rule["raised"]
            ],
        }
        for one in found["respondents"]
    ]
    return {
        **found,
        "respondents": people,
        "notes": tr("Hanya aturan yang terkait, ringkas; semuanya dengan --all."),
    }


def assess_document(data: bytes, media: str = "") -> dict[str, Any]:
    """Assess the filing in `data`; `media` ends in json or toml, or is empty."""
    pack = packs.load(packs.newest())
    try:
        filing = read_filing(pack, read_document(data, media))
        result = assess(pack, filing)
    except RuleError as error:
        raise refusal(error) from error
    return {
        "pack": result.pack,
        "respondents": [
            _respondent(pack, filing, stated, found)
            for stated, found in zip(filing.respondents, result.respondents, strict=True)
        ],
    }


def _respondent(
    pack: Pack, filing: Filing, stated: Respondent, found: RespondentResult
) -> dict[str, Any]:
    situation = Situation(pack, filing, stated)
    return {
        "id": found.id,
        "assessments": [
            _assessment(pack, one, _decide(situation, one)) for one in found.assessments
        ],
        "questions": [
            {"fact": one.fact, "text": one.text, "decides": list(one.decides)}
            for one in questions(pack, found.assessments)
        ],
        "addressees": [_addressee(one) for one in _destinations(pack, filing, stated, found)],
    }


def _destinations(
    pack: Pack, filing: Filing, stated: Respondent, found: RespondentResult
) -> tuple[Destination, ...]:
    met = {one.rule for one in found.raised if one.outcome is Outcome.MET}
    codes = {code for norm in pack.rules if norm.id in met for code in norm.addressees}
    return addressees(pack.addressees, codes, stated.facts, filing.forwarded_on)


def _decide(situation: Situation, one: Assessment) -> dict[str, list[list[str]]]:
    """List the smallest sets of missing facts that would decide an open, raised rule."""
    norm = situation.pack.rule(one.rule)
    if norm is None or not one.raised or not one.missing:
        return {}
    sets = decisive_sets(norm, situation)
    return {
        str(Outcome.MET): [list(way) for way in sets.met],
        str(Outcome.NOT_MET): [list(way) for way in sets.not_met],
    }


def _assessment(pack: Pack, one: Assessment, decide: dict[str, list[list[str]]]) -> dict[str, Any]:
    derived = [one.derived] if one.derived else []
    return {
        "rule": one.rule,
        "title": one.title,
        "outcome": str(one.outcome),
        "raised": one.raised,
        "class": one.conduct_class,
        "sanction": one.sanction,
        "applicability": [_element(part) for part in one.applicability],
        "elements": [_element(part) for part in one.elements],
        "exceptions": [_exception(part) for part in one.exceptions if _matters(one, part)],
        "missing": list(one.missing),
        "decide": decide,
        "deciding": list(one.deciding),
        "notes": list(one.notes),
        "basis": [*derived, *(_citation(pack, citation) for citation in one.basis)],
    }


def _element(part: ElementResult) -> dict[str, Any]:
    return {
        "id": part.id,
        "text": part.text,
        "value": TRUTHS[part.value],
        "reason": part.reason,
    }


def _matters(one: Assessment, part: ExceptionResult) -> bool:
    # What holds is named; what is open only while the outcome is open too.
    return part.value is True or (part.value is None and one.outcome is Outcome.STUDY)


def _exception(part: ExceptionResult) -> dict[str, Any]:
    return {
        "id": part.id,
        "text": part.text,
        "effect": str(part.effect),
        "value": TRUTHS[part.value],
    }


def _citation(pack: Pack, citation: Citation) -> str:
    if not citation.to_check:
        return citation.text
    return f"{citation.text} ({pack.sentences.to_check})"


def _addressee(line: Destination) -> dict[str, Any]:
    return {
        "code": line.code,
        "name": line.name,
        "basis": line.basis,
        "confidence": line.confidence,
        "copies": list(line.copies),
        "note": line.note,
        "when": line.when,
        "from": line.valid_from.isoformat() if line.valid_from else None,
        "to": line.valid_to.isoformat() if line.valid_to else None,
    }


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    add_verb(app, "assess", assess_file, N_("Periksa fakta dalam berkas JSON atau TOML."))
