"""
A pack: the law of one subject as data, read from its files (`docs/rules.md`).

`parse` takes the bytes of the files by name and refuses anything it does not understand, with
file, place and reason.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from rules.calendars import CalendarFile, CalendarLine
from rules.clocks import DeadlineFile
from rules.deadlines import check
from rules.documents import read_table, rows_by
from rules.english import English
from rules.errors import RuleError
from rules.examples import Example, Examples
from rules.expressions import PackError, Reader
from rules.norms import (
    EXCEPTIONS,
    NORMS,
    NORMS_FOLDER,
    Norm,
    Written,
    read_exception,
    read_norm,
)
from rules.routing import AddresseeFile
from rules.schema import (
    Change,
    Consideration,
    ExceptionFile,
    Fact,
    FactFile,
    Group,
    Law,
    LawFile,
    PackFile,
    RuleFile,
    Sentences,
    SharedException,
)
from rules.steps import Workflow, WorkflowFile
from rules.workdays import HolidayFile, Stage

__all__ = ["Pack", "PackError", "parse"]


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack, read and checked."""

    name: str
    version: str
    title: str
    partial: bool
    valid_from: date
    sentences: Sentences
    unknown: frozenset[str]
    """Answers that count as unknown, in capitals."""
    recheck_days: int
    """After so many days a captured post is looked for again; 0: never."""
    groups: Mapping[str, Group]
    facts: Mapping[str, Fact]
    rules: tuple[Norm, ...]
    exceptions: tuple[SharedException, ...]
    considerations: Mapping[str, Consideration]
    laws: Mapping[str, Law]
    changes: tuple[Change, ...]
    election: CalendarFile
    deadlines: DeadlineFile
    holidays: HolidayFile
    addressees: AddresseeFile
    english: English
    """Read when somebody asks for it."""
    examples: Sequence[Example]
    """Read when somebody asks for them."""
    procedure: Workflow
    """Read when somebody asks for it; `workflow` gives it."""

    @property
    def workflow(self) -> WorkflowFile:
        """The states of a case and the steps between them."""
        return self.procedure.file

    @property
    def id(self) -> str:
        """Name and version, as a case remembers it."""
        return f"{self.name}-{self.version}"

    @property
    def calendars(self) -> tuple[CalendarLine, ...]:
        """Every line of every election calendar."""
        return self.election.lines

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The calendar lines that were held on known days, as the working days read them."""
        regimes = {calendar.code: calendar.regime for calendar in self.election.calendars}
        return tuple(
            Stage(
                calendar=line.calendar,
                regime=regimes[line.calendar],
                kind=line.stage,
                event=line.event,
                first=line.first,
                last=line.last or line.first,
                areas=line.areas,
            )
            for line in self.calendars
            if line.first is not None and line.held
        )

    def rule(self, rule: str) -> Norm | None:
        """Find a rule by its id."""
        return next((one for one in self.rules if one.id == rule), None)


def read_whole(pack: Pack) -> None:
    """Read also what is read late: examples, workflow, English words; for packs from outside."""
    len(pack.examples)
    _ = pack.workflow
    try:
        check(pack.deadlines)
    except RuleError as error:
        place, found = error.values["key"], error.values["found"]
        raise PackError(
            "pack-unknown-name", "deadlines.toml", place, kind="event", found=found
        ) from None
    pack.english.check(
        {key: fact.values for key, fact in pack.facts.items()},
        frozenset(pack.considerations),
        frozenset(norm.id for norm in pack.rules),
    )


def parse(files: Mapping[str, bytes]) -> Pack:
    """Read the files of a pack, named relative to its folder."""
    head = read_table(files, "pack.toml", PackFile)
    facts = read_table(files, "facts.toml", FactFile)
    law = read_table(files, "law.toml", LawFile)
    shared = read_table(files, EXCEPTIONS, ExceptionFile).exceptions
    rules = _read_rules(files)
    reader = Reader(
        rows_by(facts.facts, "key", "facts.toml"), rows_by(facts.groups, "code", "facts.toml")
    )
    _check_facts(reader)
    norms = _read_norms(reader, head, shared, rules)
    pack = Pack(
        name=head.name,
        version=head.version,
        title=head.title,
        partial=head.partial,
        valid_from=head.valid_from,
        sentences=head.sentences,
        unknown=frozenset(word.upper() for word in head.unknown),
        recheck_days=head.recheck_days,
        groups=reader.groups,
        facts=reader.facts,
        rules=norms,
        exceptions=shared,
        considerations={
            one.id: one
            for clauses in (
                *(norm.considerations for norm in norms),
                *(row.considerations for row in shared),
            )
            for one in clauses
        },
        laws=rows_by(law.laws, "id", "law.toml"),
        changes=law.changes,
        election=read_table(files, "calendars.toml", CalendarFile),
        deadlines=read_table(files, "deadlines.toml", DeadlineFile),
        holidays=read_table(files, "holidays.toml", HolidayFile),
        addressees=read_table(files, "addressees.toml", AddresseeFile),
        english=English(files),
        examples=Examples(files, frozenset(norm.id for norm in norms)),
        procedure=Workflow(files),
    )
    _check_names(pack)
    return pack


def _read_norms(
    reader: Reader,
    head: PackFile,
    shared: tuple[SharedException, ...],
    rules: tuple[Written, ...],
) -> tuple[Norm, ...]:
    for subject in head.subjects:
        node = reader.read(subject.test, "pack.toml", f"subjects.{subject.code}")
        reader.name("subject", subject.code, node, "pack.toml")
    for period in head.periods:
        node = reader.read(period.test, "pack.toml", f"periods.{period.code}")
        reader.name("period", period.code, node, "pack.toml")
    for row in shared:
        read_exception(reader, row)
    words = {
        "subject": {one.code: one.text for one in head.subjects},
        "period": {one.code: one.text for one in head.periods},
    }
    exceptions = {row.id: row for row in shared}
    # Norms that take over the conduct of others are read after them.
    later = {one.rule.id for one in rules if _takes_over([el.test for el in one.rule.elements])}
    read = {
        one.rule.id: read_norm(reader, one, exceptions, words)
        for one in sorted(rules, key=lambda one: one.rule.id in later)
    }
    return tuple(read[one.rule.id] for one in rules)


def _takes_over(test: object) -> bool:
    if isinstance(test, Mapping):
        return "conduct_of" in test or _takes_over(list(test.values()))
    return isinstance(test, list) and any(_takes_over(part) for part in test)


def _read_rules(files: Mapping[str, bytes]) -> tuple[Written, ...]:
    # One file, or a folder of them: whoever looks after one chapter edits one file.
    names = [name for name in sorted(files) if name == NORMS or name.startswith(NORMS_FOLDER)]
    found: dict[str, Written] = {}
    for name in names or [NORMS]:
        file = read_table(files, name, RuleFile)
        for rule in file.rules:
            if rule.id in found:
                raise PackError("pack-duplicate", name, rule.id)
            rows_by((*rule.elements, *rule.exclusions), "id", name)
            found[rule.id] = Written(rule, name, file.notes)
    return tuple(found.values())


def _check_facts(reader: Reader) -> None:
    for fact in reader.facts.values():
        if fact.group not in reader.groups:
            raise PackError(
                "pack-unknown-name", "facts.toml", fact.key, kind="group", found=fact.group
            )
        strange = (set(fact.labels) | set(fact.alone)) - set(fact.values)
        if strange or bool(fact.values) is not (fact.kind in ("enum", "multi")):
            raise PackError(
                "pack-value",
                "facts.toml",
                fact.key,
                key=fact.key,
                found=", ".join(sorted(strange)) or "values",
                allowed=", ".join(fact.values),
            )
    for group in reader.groups.values():
        if group.opens and group.opens not in reader.facts:
            raise PackError(
                "pack-unknown-name", "facts.toml", group.code, kind="fact", found=group.opens
            )


def _check_names(pack: Pack) -> None:
    codes = {line.code for line in pack.addressees.addressees}
    calendars = {calendar.code for calendar in pack.election.calendars}
    wanted = [
        *(
            (rule.file, rule.id, "law", one.law, pack.laws)
            for rule in pack.rules
            for one in rule.basis
        ),
        *(
            (rule.file, rule.id, "addressee", code, codes)
            for rule in pack.rules
            for code in rule.addressees
        ),
        *(
            ("calendars.toml", line.event, "calendar", line.calendar, calendars)
            for line in pack.calendars
        ),
    ]
    for file, place, kind, name, known in wanted:
        if name not in known:
            raise PackError("pack-unknown-name", file, place, kind=kind, found=name)
