"""What leaves `cases` about clocks: limits with their count, triggers with their corrections."""

from dataclasses import dataclass

from cases.work.records import CaseId, ExhibitId

RUNNING, POSSIBLE, DEPENDS = "berjalan", "bila_diperpanjang", "tergantung_jenis"
EXTENDED, OVER, HALTED = "diperpanjang", "selesai", "berhenti"
WAITING = (RUNNING, POSSIBLE, DEPENDS)
"""States of clocks that still wait for something."""


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of a count, and in words why it does not count."""

    date: str
    counted: bool
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class DeadlineRecord:
    """One clock of one case."""

    case: CaseId
    case_code: str
    case_title: str
    id: str
    step: str
    limit: str
    safe: str
    practical: str
    basis: str
    confidence: str
    days: tuple[str, ...] = ()
    """Days that count, `YYYY-MM-DD`."""
    state: str = RUNNING
    """`berjalan`; `bila_diperpanjang`: only once an extension is recorded; `tergantung_jenis`:
    only for a kind of breach that nobody chose yet; `diperpanjang`: another clock runs in its
    place; `selesai`: what it waits for happened; `berhenti`: nothing is waited for any more."""
    trigger: str = ""
    trigger_text: str = ""
    started_at: str = ""
    """The trigger as stated, in the zone of the office."""
    unit: str = ""
    """`working`, `calendar` or `hours`."""
    ground: str = ""
    """Why it was extended."""
    count: tuple[CountedDay, ...] = ()
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TriggerChange:
    """A date that stood before, and why it was corrected."""

    before: str
    after: str
    reason: str
    at: str
    officer: str


@dataclass(frozen=True, slots=True)
class TriggerRecord:
    """An event of the procedure that starts or ends clocks, with its date."""

    event: str
    text: str
    at: str
    """As stated; empty: not known."""
    starts: tuple[str, ...]
    """Ids of the clocks that it starts in this case."""
    changes: tuple[TriggerChange, ...]


@dataclass(frozen=True, slots=True)
class ExtensionRecord:
    """A clock that was extended, and on which ground."""

    event: str
    clock: str
    ground: str
    stated_at: str
    until: str
    exhibits: tuple[ExhibitId, ...]
    at: str
    dev: str
    withdrawn: str = ""
