"""Norms ready to be asked: what a pack writes, with its tests read."""

from collections.abc import Iterable, Mapping

import msgspec

from rules.conducts import Conduct, ConductOf
from rules.expressions import PackError, Reader
from rules.leaves import Considered
from rules.logic import All, Any, Node
from rules.model import Effect
from rules.schema import (
    Basis,
    Consideration,
    Element,
    Note,
    Rule,
    Sanction,
    SharedException,
)

NORMS = "rules.toml"
NORMS_FOLDER = "rules/"
EXCEPTIONS = "exceptions.toml"


class Written(msgspec.Struct, frozen=True):
    """A rule and the file that writes it, for errors."""

    rule: Rule
    file: str
    notes: tuple[Note, ...] = ()
    """The notes of the whole file."""


class NormNote(msgspec.Struct, frozen=True):
    """A sentence and when it is printed; None: always."""

    text: str
    when: Node | None


class NormElement(msgspec.Struct, frozen=True, kw_only=True):
    """One element with its test and its doubt."""

    id: str
    text: str
    test: Node
    conduct: bool
    openings: frozenset[str]
    """Facts of which one, known, opens the topic of the element."""
    doubt: Node | None
    doubt_reason: str


class NormException(msgspec.Struct, frozen=True, kw_only=True):
    """One exception as it works in one rule."""

    id: str
    text: str
    effect: Effect
    test: Node
    notes: tuple[NormNote, ...] = ()


class Norm(msgspec.Struct, frozen=True, kw_only=True):
    """One rule."""

    id: str
    title: str
    form: str
    regimes: tuple[str, ...]
    conduct_class: str
    source: Rule
    file: str
    """The file of the pack that writes it."""
    subject: Node
    subject_text: str
    period: Node
    period_text: str
    elements: tuple[NormElement, ...]
    exceptions: tuple[NormException, ...]
    considerations: tuple[Consideration, ...]
    notes: tuple[NormNote, ...]
    reads: frozenset[str]
    """Every fact that bears on the outcome."""

    @property
    def sanctions(self) -> tuple[Sanction, ...]:
        """The sanctions, each in its dates."""
        return self.source.sanctions

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The articles, each in its dates."""
        return self.source.basis

    @property
    def addressees(self) -> tuple[str, ...]:
        """Codes of the addressees."""
        return self.source.addressees


def read_consideration(reader: Reader, clause: Consideration, file: str) -> Considered:
    """Read a clause without a fact and give it its name."""
    claim = clause.claimed_when
    node = Considered(
        clause.id,
        required=clause.required,
        claim=None if claim is None else reader.read(claim, file, clause.id),
    )
    reader.name("consideration", clause.id, node, file)
    return node


def read_exception(reader: Reader, row: SharedException) -> None:
    """Read a shared exception and give it its name (`X-01`, and `X-01 study`)."""
    for clause in row.considerations:
        read_consideration(reader, clause, EXCEPTIONS)
    own = Any(
        reader.read({"subject": code}, EXCEPTIONS, f"{row.id}.subjects") for code in row.subjects
    )
    test = reader.read(row.test, EXCEPTIONS, f"{row.id}.test")
    reader.name("exception", row.id, All([own, test]), EXCEPTIONS)
    if row.study is not None:
        study = reader.read(row.study, EXCEPTIONS, f"{row.id}.study")
        reader.name("exception", f"{row.id} study", All([own, study]), EXCEPTIONS)


def read_norm(
    reader: Reader,
    written: Written,
    shared: Mapping[str, SharedException],
    words: Mapping[str, Mapping[str, str]],
) -> Norm:
    """Read one rule; `words` are the texts of subjects and periods."""
    rule, file = written.rule, written.file
    considered = [(one, read_consideration(reader, one, file)) for one in rule.considerations]
    subject = Any(
        reader.read({"subject": code}, file, f"{rule.id}.subjects") for code in rule.subjects
    )
    period = reader.read({"period": rule.period}, file, f"{rule.id}.period")
    elements = (
        *_elements(reader, written),
        *(_required(one, node) for one, node in considered if one.required and not one.inside),
    )
    exceptions = (
        *_exclusions(reader, written),
        *(
            _claimable(one, node)
            for one, node in considered
            if not one.required and not one.inside
        ),
        *_shared(reader, written, shared),
    )
    reader.conducts[rule.id] = Conduct(
        rule.regimes,
        (rule.valid_from, rule.valid_to),
        period,
        elements,
        (_tests(exceptions, Effect.EXCLUDES), _tests(exceptions, Effect.STUDY)),
    )
    return Norm(
        id=rule.id,
        title=rule.title,
        form=rule.form,
        regimes=rule.regimes,
        conduct_class=rule.conduct_class,
        source=rule,
        file=file,
        subject=subject,
        subject_text=", ".join(words["subject"][code] for code in rule.subjects),
        period=period,
        period_text=words["period"][rule.period],
        elements=elements,
        exceptions=exceptions,
        considerations=rule.considerations,
        notes=_notes(reader, (*rule.notes, *written.notes), file, rule.id),
        reads=_reads(subject, period, elements, exceptions),
    )


def _tests(exceptions: Iterable[NormException], effect: Effect) -> list[Node]:
    return [one.test for one in exceptions if one.effect is effect]


def _reads(
    subject: Node,
    period: Node,
    elements: Iterable[NormElement],
    exceptions: Iterable[NormException],
) -> frozenset[str]:
    tests = [subject, period, *(one.test for one in elements), *(one.test for one in exceptions)]
    tests += [one.doubt for one in elements if one.doubt is not None]
    return frozenset().union(*(test.reads() for test in tests))


def _required(clause: Consideration, test: Node) -> NormElement:
    return NormElement(
        id=clause.id,
        text=clause.text,
        test=test,
        conduct=clause.conduct,
        openings=frozenset(),
        doubt=None,
        doubt_reason="",
    )


def _claimable(clause: Consideration, test: Node) -> NormException:
    return NormException(id=clause.id, text=clause.text, effect=clause.effect, test=test)


def _elements(reader: Reader, written: Written) -> list[NormElement]:
    rule, file = written.rule, written.file
    return [
        NormElement(
            id=one.id,
            text=one.text,
            test=test,
            conduct=one.conduct,
            openings=_openings(reader, written, one, test),
            doubt=(
                None
                if one.doubt_when is None
                else reader.read(one.doubt_when, file, f"{rule.id}.{one.id}.doubt_when")
            ),
            doubt_reason=one.doubt_reason,
        )
        for one in rule.elements
        for test in [reader.read(one.test, file, f"{rule.id}.{one.id}")]
    ]


def _openings(reader: Reader, written: Written, element: Element, test: Node) -> frozenset[str]:
    for group in element.topic:
        if group not in reader.groups:
            place = f"{written.rule.id}.{element.id}"
            raise PackError("pack-unknown-name", written.file, place, kind="group", found=group)
    if isinstance(test, ConductOf):
        # Raised when one of the norms it takes over is.
        return frozenset()
    groups = element.topic or {reader.facts[key].group for key in test.reads() & set(reader.facts)}
    return frozenset(reader.groups[group].opens for group in groups) - {""}


def _exclusions(reader: Reader, written: Written) -> list[NormException]:
    rule, file = written.rule, written.file
    return [
        NormException(
            id=one.id,
            text=one.text,
            effect=one.effect,
            test=reader.read(one.test, file, f"{rule.id}.{one.id}"),
        )
        for one in rule.exclusions
    ]


def _shared(
    reader: Reader, written: Written, shared: Mapping[str, SharedException]
) -> list[NormException]:
    found = []
    rule, file = written.rule, written.file
    for reference in rule.exceptions:
        place = f"{rule.id}.exceptions"
        test = reader.read({"exception": reference.id}, file, place)
        row = shared[reference.id]
        found.append(
            NormException(
                id=row.id,
                text=row.title,
                effect=reference.effect,
                test=test,
                notes=_notes(reader, row.notes, EXCEPTIONS, row.id),
            )
        )
        if row.study is not None:
            study = reader.read({"exception": f"{row.id} study"}, file, place)
            found.append(
                NormException(id=row.id, text=row.study_reason, effect=Effect.STUDY, test=study)
            )
    return found


def _notes(reader: Reader, notes: tuple[Note, ...], file: str, owner: str) -> tuple[NormNote, ...]:
    return tuple(
        NormNote(
            note.text,
            None if note.when is None else reader.read(note.when, file, f"{owner}.notes"),
        )
        for note in notes
    )
