"""
What is wrong in a pack although it can be read.

Errors make a pack unfit for use; remarks are for its author.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from rules.model import Effect, Outcome
from rules.norms import Norm
from rules.pack import Pack
from rules.questions import ROLES, wording
from rules.schema import Basis, Sanction
from rules.worked import outcomes, try_example

NEUTRAL_ROLES = tuple(role for role in ROLES if role != "officer")
LOADED = (
    "pelanggaran",
    "melanggar",
    "bersalah",
    "sanksi",
    "hukuman",
    "disiplin",
    "kode etik",
    "pidana",
    "terlapor",
    "dugaan",
)
"""Words that have no place in a question of a hearing."""


class Finding(msgspec.Struct, frozen=True):
    """One thing `lint` found."""

    level: str
    """`error` or `remark`."""
    code: str
    place: str
    detail: str = ""


def lint(pack: Pack) -> tuple[Finding, ...]:
    """Look a pack over."""
    return (
        *(finding for norm in pack.rules for finding in _norm(pack, norm)),
        *_facts(pack),
        *_wordings(pack),
        *_workflow(pack),
        *_examples(pack),
    )


def _norm(pack: Pack, norm: Norm) -> Iterator[Finding]:
    wanted_parts = {
        "no-citation": norm.basis,
        "no-sanction": norm.sanctions,
        "no-conduct": [one for one in norm.elements if one.conduct],
        "no-regime": norm.regimes,
        "no-subject": norm.source.subjects,
    }
    for code, part in wanted_parts.items():
        if not part:
            yield Finding("error", code, norm.id)
    shown = outcomes(pack.examples, norm.id)
    for wanted in Outcome:
        if wanted not in shown and not (wanted is Outcome.MET and _always_study(norm)):
            yield Finding("error", "no-example", norm.id, wanted)
    yield from _doubts(norm)
    yield from _gaps(norm, norm.sanctions, "sanctions")
    yield from _overlaps(norm, norm.sanctions)
    yield from _gaps(norm, [_dated(pack, one) for one in norm.basis], "basis")
    for one in norm.basis:
        if (one.confidence or pack.laws[one.law].confidence) != "naskah":
            yield Finding("remark", "to-check", norm.id, f"{one.law} {one.article}")


def _doubts(norm: Norm) -> Iterator[Finding]:
    for element in norm.elements:
        if (element.doubt is None) is bool(element.doubt_reason):
            yield Finding("error", "doubt-without-reason", f"{norm.id}.{element.id}")
    if norm.conduct_class.startswith("PERLU KAJIAN") and not _always_study(norm):
        yield Finding("error", "class-needs-study", norm.id)


def _always_study(norm: Norm) -> bool:
    return any(one.effect is Effect.STUDY and not one.test.reads() for one in norm.exceptions)


def _gaps(norm: Norm, rows: tuple[Sanction, ...] | list[Basis], what: str) -> Iterator[Finding]:
    # Every day on which the norm is in force needs at least one row in force.
    day: date | None = norm.source.valid_from
    end = norm.source.valid_to or date.max
    for first, last in sorted(
        (one.valid_from or date.min, one.valid_to or date.max) for one in rows
    ):
        if day is not None and first <= day:
            day = max(day, last + timedelta(days=1)) if last < date.max else None
    if rows and day is not None and day <= end:
        yield Finding("error", "date-gap", norm.id, f"{what} {day}")


def _overlaps(norm: Norm, rows: tuple[Sanction, ...]) -> Iterator[Finding]:
    spans = sorted((one.valid_from or date.min, one.valid_to or date.max) for one in rows)
    for (_, last), (first, _) in pairwise(spans):
        if first <= last:
            yield Finding("error", "date-overlap", norm.id, f"sanctions {first}")


def _dated(pack: Pack, basis: Basis) -> Basis:
    law = pack.laws[basis.law]
    return msgspec.structs.replace(
        basis,
        valid_from=max(basis.valid_from or date.min, law.valid_from),
        valid_to=min(basis.valid_to or date.max, law.valid_to or date.max),
    )


def _facts(pack: Pack) -> Iterator[Finding]:
    read = frozenset().union(*(norm.reads for norm in pack.rules), _openings(pack), DATING)
    for fact in pack.facts.values():
        if fact.use == "element" and fact.key not in read:
            level = "remark" if pack.partial else "error"
            yield Finding(level, "unused-fact", fact.key)
        if fact.use != "element" and fact.key in read - _openings(pack):
            yield Finding("error", "wrong-use", fact.key, fact.use)
        if set(fact.labels) != set(fact.values):
            yield Finding("error", "no-label", fact.key)


DATING = frozenset({"tgl_peristiwa", "tgl_penetapan", "jenis_pemilihan", "status_calon"})
"""Facts that the calendar reads, whatever the rules say."""


def _openings(pack: Pack) -> frozenset[str]:
    return frozenset(group.opens for group in pack.groups.values()) - {""}


def _wordings(pack: Pack) -> Iterator[Finding]:
    for key in (*pack.facts, *pack.considerations):
        if not wording(pack, key, "officer").strip():
            yield Finding("error", "no-wording", key, "officer")
        for role in NEUTRAL_ROLES:
            text = wording(pack, key, role).casefold()
            for word in LOADED:
                if word in text:
                    yield Finding("error", "loaded-wording", key, f"{role}: {word}")


def _workflow(pack: Pack) -> Iterator[Finding]:
    flow = pack.workflow
    for one in (*flow.requirements, *flow.moves, *flow.bars):
        if one.to_check:
            yield Finding("remark", "to-check", "workflow.toml", one.article)
    known = {event.key for event in pack.deadlines.events}
    for move in flow.moves:
        for event in sorted(set(move.dates) - known):
            yield Finding("error", "unknown-event", "workflow.toml", f"{move.id}: {event}")


def _examples(pack: Pack) -> Iterator[Finding]:
    for example in pack.examples:
        for wrong in try_example(pack, example):
            yield Finding("error", "example-fails", example.id, wrong)
