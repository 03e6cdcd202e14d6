"""What the window asks of `cases` about captures of social media."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cases.changes import Changes
from cases.work.records import CaseId, ExhibitId, IncidentId, IncidentRecord, PartyId, PartyRecord

if TYPE_CHECKING:
    from cases.home import Home
    from cases.work.capture_facts import ProposedFact
    from cases.work.capture_records import CaptureRecord
    from cases.work.rechecks import DueRecheck


@dataclass(frozen=True, slots=True)
class Described:
    """What the sheet of a capture begins with."""

    capture: "CaptureRecord | None"
    noted: Mapping[str, str]
    """What the file itself notes: address, platform, time of saving."""
    parties: tuple[PartyRecord, ...]


@dataclass(frozen=True, slots=True)
class Proposals:
    """Facts that a capture suggests, and of what and whom they may be stated."""

    facts: "tuple[ProposedFact, ...]"
    words: Mapping[str, tuple[str, str]]
    """Name of each fact, and its value in words."""
    incidents: tuple[IncidentRecord, ...]
    parties: tuple[PartyRecord, ...]


def read(home: "Home", exhibit: ExhibitId, case: CaseId | None) -> Described:
    """Read what is known of a capture, and what its file notes."""
    from cases.work import capture_records, captures, cases

    parties = cases.read_case_file(home, case).parties if case else ()
    return Described(
        capture_records.find_capture(home, exhibit, case),
        captures.noted_by_file(home, exhibit),
        parties,
    )


def checklist() -> tuple[tuple[str, str], ...]:
    """What a complete capture shows: (key, words)."""
    from cases.language import tr
    from cases.work.capture_records import CHECKLIST

    return tuple((key, tr(words)) for key, words in CHECKLIST.items())


def platforms() -> tuple[str, ...]:
    """The platforms that are told by their address."""
    from cases.work.page_notes import PLATFORMS

    return tuple(PLATFORMS)


def platform_of(url: str) -> str:
    """The platform an address belongs to, or empty."""
    from cases.work import page_notes

    return page_notes.platform_of(url)


def describe(
    home: "Home", exhibit: ExhibitId, case: CaseId | None, fields: Mapping[str, Any]
) -> Changes:
    """Say what an exhibit captures."""
    from cases.work import captures

    return captures.describe_capture(home, exhibit, case=case, **fields)


def recheck(home: "Home", exhibit: ExhibitId, *, online: bool) -> Changes:
    """Record that somebody looked just now whether it is still online."""
    from cases.work import captures

    return captures.recheck_capture(home, exhibit, still_online=online)


def due(home: "Home") -> "tuple[DueRecheck, ...]":
    """The captures to look for again today, in all cases."""
    from cases.work.rechecks import due_rechecks

    return due_rechecks(home)


def proposals(home: "Home", case: CaseId, exhibit: ExhibitId) -> Proposals:
    """Read which facts a capture suggests."""
    from cases.work import cases, fact_words, times
    from cases.work.capture_facts import capture_proposals

    file = cases.read_case_file(home, case)
    facts = capture_proposals(home, case, exhibit)
    zone = times.zone_of_region(home.officer.region)
    words = {}
    for one in facts:
        said = times.short_time(one.value, zone) if isinstance(one.value, str) else ""
        label = fact_words.fact_label(one.fact)
        words[one.fact] = (label, said or fact_words.value_label(one.fact, one.value))
    return Proposals(facts, words, file.incidents, file.parties)


def accept(
    home: "Home",
    case: CaseId,
    exhibit: ExhibitId,
    facts: Collection[str],
    about: tuple[IncidentId, PartyId | None],
) -> Changes:
    """State the facts that were chosen, of an incident or of one person in it."""
    from cases.work.capture_facts import accept_capture

    incident, party = about
    return accept_capture(home, incident, exhibit, facts, case=case, party=party)
