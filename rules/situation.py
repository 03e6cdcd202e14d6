"""What the tests of all rules stand on: one respondent on the day of one incident."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from rules.calendars import Day, possible, stage_truth
from rules.candidate import contradiction, standing
from rules.citations import Sources
from rules.logic import Look, Node
from rules.model import ElementResult, Filing, Respondent, Truth, Value
from rules.pack import Pack

STATUS = "status_calon"
DAY = "tgl_peristiwa"
DETERMINED = "tgl_penetapan"
ELECTION = "jenis_pemilihan"


class Situation:
    """The known facts of a respondent, the day, and what the dates say of the candidate."""

    def __init__(
        self,
        pack: Pack,
        filing: Filing,
        respondent: Respondent,
        sources: Sources | None = None,
    ) -> None:
        self.sources = sources or Sources(pack, filing.regime)
        self.parts: dict[tuple[str, object], ElementResult] = {}
        """Parts of applicability that norms share."""
        self._election = pack.election
        self._seen: dict[Node, Look] = {}
        self._stages: dict[tuple[str, str, str], Truth] = {}
        self.pack = pack
        self.regime = filing.regime
        self.facts = _known(filing, respondent)
        """Known facts and answered considerations, a derived status among them."""
        self.contradicting = respondent.contradicting
        self.date = _date(self.facts, DAY)
        self.day = self._day(filing)
        self.dates = standing(
            pack.election, pack.sentences, self.day, _date(self.facts, DETERMINED)
        )
        self.derived = ""
        self.conflict = ""
        self._settle_status()
        self.mark = (self.day, self.dates, self.derived, self.conflict)
        """What the dates say, to compare situations with."""

    def look(self, node: Node) -> Look:
        """Look at a test once; many rules share the tests of subjects, periods, exceptions."""
        seen = self._seen.get(node)
        if seen is None:
            seen = self._seen[node] = node.look(self)
        return seen

    def stage(self, stage: str, relation: str, day: str = DAY) -> Truth:
        """Tell whether the day of a fact is in, before or after a stage of the election."""
        found = self._day_of(day)
        if found is None:
            return None
        key = (stage, relation, day)
        if key not in self._stages:
            self._stages[key] = stage_truth(self._election, found, stage, relation)
        return self._stages[key]

    def stage_gaps(self, day: str = DAY) -> tuple[str, ...]:
        """Name the missing facts that keep the calendar open for the day of a fact."""
        found = self._day_of(day)
        if found is None:
            return (day,)
        several = len(possible(self._election, found)) > 1
        return (ELECTION,) if several and not found.election else ()

    def _day_of(self, key: str) -> Day | None:
        # The incident's own day is made once; of another fact only the date differs.
        if key == DAY or self.day is None:
            return self.day
        other = _date(self.facts, key)
        return None if other is None else replace(self.day, date=other)

    def _day(self, filing: Filing) -> Day | None:
        if self.date is None:
            return None
        election = self.facts.get(ELECTION)
        return Day(
            regime=filing.regime,
            date=self.date,
            calendar=filing.calendar,
            election=election if isinstance(election, str) else "",
        )

    def _settle_status(self) -> None:
        words, found = self.pack.sentences, self.dates
        given = self.facts.get(STATUS)
        if found.day is not None:
            # Norms compare other dates with it.
            self.facts.setdefault(DETERMINED, found.day)
        if isinstance(given, str):
            self.conflict = contradiction(words, given, found)
        elif found.value:
            self.facts[STATUS] = found.value
            self.derived = words.derived.format(value=found.value, source=found.source)


def status_reason(situation: Situation) -> str:
    """Tell why the dates leave the status open; empty when they do not, or are not known."""
    words, found = situation.pack.sentences, situation.dates
    if STATUS in situation.facts or not found.source:
        return ""
    sentence = words.determination_day if found.on_the_day else words.between_days
    return sentence.format(source=found.source)


def _known(filing: Filing, respondent: Respondent) -> dict[str, Value]:
    known = dict(respondent.facts)
    # What is said of the respondent wins over the file's fields.
    for key, value in ((DAY, filing.occurred_on), ("tgl_diketahui", filing.known_on)):
        if value is not None and key not in respondent.contradicting:
            known.setdefault(key, value)
    return known


def _date(known: Mapping[str, Value], key: str) -> date | None:
    value = known.get(key)
    return value if isinstance(value, date) else None
