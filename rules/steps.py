"""
`workflow.toml`: the states of a case, the steps between them, and who may take them.

Everything names its article and how well it is known; `rules.workflow` reads it for one case.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar, get_args

import msgspec

from rules.documents import read_table
from rules.errors import RuleError
from rules.expressions import PackError
from rules.schema import Code, Confidence, Key, Regime, Words

WORKFLOW = "workflow.toml"
Source = Literal["TEMUAN", "LAPORAN", "INFORMASI_AWAL"]
Track = Literal["PENANGANAN_PENUH", "PENERUSAN_LANGSUNG"]
Kind = Literal["FORMAL", "MATERIAL"]
Row = TypeVar("Row")


class Ruled(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a rule of procedure says: for whom, in which time, and where it stands."""

    regimes: tuple[Regime, ...] = ()
    sources: tuple[Source, ...] = ()
    """None = every regime, every source."""
    valid_from: date | None = None
    valid_to: date | None = None
    article: Words
    confidence: Confidence
    mark: str = ""

    @property
    def to_check(self) -> bool:
        """Tell whether the officer is warned: "perlu dicek"."""
        return self.confidence != "naskah"


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a case stands."""

    code: Code
    text: Words
    starts: tuple[Source, ...] = ()
    """The sources whose cases begin here."""
    ends: bool = False
    """True: this office is done with the case."""
    registered: bool = False
    """True: the case has its number in the register."""
    status: Key
    """What lists say of it, more coarsely."""
    halted: bool = False
    """True: nothing is waited for, so that clocks stand still; those that `outlast` run on."""


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of office."""

    code: Code
    text: Words


class Requirement(Ruled, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a report (or finding) must have before it is registered."""

    key: Key
    kind: Kind
    text: Words


class Move(Ruled, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One step that may be taken."""

    id: Key
    text: Words
    start: tuple[Code, ...] = msgspec.field(name="from")
    end: str = msgspec.field(name="to", default="")
    """The state after it; empty = the case stays where it is."""
    resumes: bool = False
    """True: the case goes on where it stood before the step that brought it here."""
    by_own: bool = False
    """True: only the office that took that step resumes; otherwise only another one does."""
    screened: bool = False
    """True: only when every requirement is met."""
    dates: tuple[Key, ...] = ()
    """Events of `deadlines.toml` that happen with it, on its day."""
    becomes: str = ""
    """The source the case has afterwards; empty = unchanged."""
    tracks: tuple[Track, ...] = ()
    roles: tuple[Code, ...]
    reason: bool = False
    """True: a reason must be written."""
    note: str = ""


class Bar(Ruled, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A step somebody may not take, in words."""

    moves: tuple[Key, ...]
    roles: tuple[Code, ...] = ()
    states: tuple[Code, ...] = ()
    categories: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    """Values of `status_subjek` of a respondent."""
    text: Words
    instead: str = ""
    """The move that may be made in its place."""


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a refusal without words of its own is said."""

    state: Words
    """`{move}`, `{state}`, `{states}`."""
    regime: Words
    source: Words
    track: Words
    role: Words
    """`{move}`, `{role}`, `{roles}`."""
    date: Words
    own: Words
    """Another office goes on with what this office handed over."""
    screening: Words
    """`{move}`, `{why}`: the two below."""
    lacking: Words
    """`{names}`."""
    open: Words


class WorkflowFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`workflow.toml`."""

    states: tuple[State, ...]
    roles: tuple[Role, ...]
    categories: Mapping[str, str]
    """Kinds of breach, in words."""
    tracks: Mapping[Track, str]
    requirements: tuple[Requirement, ...]
    moves: tuple[Move, ...]
    bars: tuple[Bar, ...]
    sentences: Sentences

    def first(self, source: str) -> State:
        """Find where cases from a source begin."""
        return next(one for one in self.states if source in one.starts)

    def state(self, code: str) -> State:
        """Find a state."""
        return _one(self.states, "code", code, "unknown-state")

    def move(self, move: str) -> Move:
        """Find a move."""
        return _one(self.moves, "id", move, "unknown-move")

    def role(self, code: str) -> Role:
        """Find a role."""
        return _one(self.roles, "code", code, "unknown-role")


class Workflow:
    """The workflow of a pack, read when somebody asks for it."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = {name: files[name] for name in (WORKFLOW,) if name in files}

    @cached_property
    def file(self) -> WorkflowFile:
        """Read and check it."""
        found = read_table(self._files, WORKFLOW, WorkflowFile)
        for fault in faults(found):
            raise PackError("pack-workflow", WORKFLOW, fault)
        return found


def faults(flow: WorkflowFile) -> tuple[str, ...]:
    """List names that no part of the file has, and states nobody reaches or leaves."""
    states = {one.code for one in flow.states}
    roles = {one.code for one in flow.roles}
    ids, kinds, bars = (
        {one.id for one in flow.moves},
        set(flow.categories),
        [*enumerate(flow.bars)],
    )
    named = [
        *((one.id, state, states) for one in flow.moves for state in (*one.start, one.end or "")),
        *((one.id, role, roles) for one in flow.moves for role in one.roles),
        *((f"bars[{n}]", move, ids) for n, one in bars for move in (*one.moves, one.instead)),
        *((f"bars[{n}]", state, states) for n, one in bars for state in one.states),
        *((f"bars[{n}]", role, roles) for n, one in bars for role in one.roles),
        *((f"bars[{n}]", kind, kinds) for n, one in bars for kind in one.categories),
    ]
    reached = {one.end for one in flow.moves} | {one.code for one in flow.states if one.starts}
    left = {state for one in flow.moves if one.end or one.resumes for state in one.start}
    begun = {source for one in flow.states for source in one.starts}
    return (
        *(
            f"{place}: {name} ({', '.join(sorted(known))})"
            for place, name, known in named
            if name and name not in known
        ),
        *(f"unreachable: {code}" for code in sorted(states - reached)),
        *(f"stuck: {one.code}" for one in flow.states if not one.ends and one.code not in left),
        *(f"no start: {source}" for source in get_args(Source) if source not in begun),
    )


def _one(rows: Iterable[Row], attribute: str, name: str, code: str) -> Row:
    allowed = {str(getattr(row, attribute)): row for row in rows}
    if name not in allowed:
        raise RuleError(code, found=name, allowed=", ".join(allowed))
    return allowed[name]
