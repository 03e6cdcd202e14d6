"""Attendance of many: the table, lists of others, points on photos, the same person elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.progress import Progress
from cases.work.overview import CaseFile
from cases.work.records import CaseId, ExhibitId, IncidentId, Particulars, PartyId, Value
from gui.desk.writing import drop_draft

if TYPE_CHECKING:
    from cases.home import Home
    from cases.work.attendance_lists import ListPreview, ListRow
    from cases.work.fairness import FairnessProposal
    from cases.work.markers import MarkerRecord
    from cases.work.persons import SamePerson, SameSuggestion
    from cases.work.roll import AttendanceSheet
    from cases.work.shown import Shown

_OF_INCIDENT = frozenset(
    {"tgl_peristiwa", "tgl_diketahui", "jenis_kegiatan", "jenis_pemilihan", "pihak_didukung"}
)
"""Fields of the incident or of the case; they are filled in there."""
_FIRST = ("status_subjek", "peran_hadir")
"""Columns that stand in every table."""


@dataclass(frozen=True, slots=True)
class FactOffer:
    """A fact that may be stated of those who were there."""

    fact: str
    name: str
    kind: str
    choices: tuple[tuple[str, str], ...]
    shared_only: bool
    """The same for everybody at the incident."""


@dataclass(frozen=True, slots=True)
class Roll:
    """One incident with all respondents, and what was typed and not saved."""

    file: CaseFile
    sheet: "AttendanceSheet"
    offers: tuple[FactOffer, ...]
    draft: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One person as the window hands it over."""

    party: str = ""
    label: str = ""
    name: str = ""
    number: str = ""
    """NIP, or NIK: they differ in length."""
    agency: str = ""
    exhibits: tuple[str, ...] = ()
    facts: tuple[tuple[str, Value], ...] = ()


def draft_key(case: CaseId, incident: IncidentId) -> str:
    """Where unfinished typing of a table is kept."""
    return f"{case}/roll/{incident}"


def read_roll(home: "Home", case: CaseId, incident: IncidentId) -> Roll:
    """Read the table of an incident."""
    from cases.work import cases, drafts, roll

    file = cases.read_case_file(home, case)
    return Roll(
        file=file,
        sheet=roll.attendance_sheet(home, incident, case),
        offers=offers(file.case.pack),
        draft=drafts.read_draft(home, draft_key(case, incident)),
    )


def offers(pack: str) -> tuple[FactOffer, ...]:
    """Give the facts of a pack that a table may hold, those of every table first."""
    from cases.work import fact_words as words
    from cases.work import packs

    law = packs.load(pack)
    keys = [key for key in law.facts if key not in _OF_INCIDENT and key not in _FIRST]
    return tuple(
        FactOffer(
            fact=key,
            name=words.fact_label(key, law),
            kind=words.kind_of(law, key),
            choices=words.choices_of(law, key),
            shared_only=words.of_incident(law, key),
        )
        for key in (*_FIRST, *keys)
    )


def record_roll(
    home: "Home",
    case: CaseId,
    incident: IncidentId,
    entries: Sequence[Entry],
    shared: Mapping[str, Value],
) -> Changes:
    """Record a table in one action; what was typed is done with."""
    from cases.work import roll

    people = [
        roll.RollEntry(
            party=PartyId(one.party) if one.party else None,
            label=one.label,
            particulars=_particulars(one),
            exhibits=tuple(ExhibitId(exhibit) for exhibit in one.exhibits),
            facts=dict(one.facts),
        )
        for one in entries
    ]
    changes = roll.record_attendances(home, incident, people, shared, case=case)
    drop_draft(home, draft_key(case, incident))
    return changes


def _particulars(entry: Entry) -> Particulars | None:
    if not (entry.name or entry.number or entry.agency):
        return None
    from cases.work.person_numbers import NIK, digits_of

    digits = digits_of(entry.number)
    number = {"nik" if len(digits) == NIK else "nip": digits or entry.number}
    return Particulars(name=entry.name, agency=entry.agency, occupation=entry.label, **number)


def number_fault(text: str) -> str:
    """Say what is wrong with the form of a NIP or NIK; empty: nothing, or no number."""
    from cases.work import person_numbers as numbers

    if not text:
        return ""
    is_nik = len(numbers.digits_of(text)) == numbers.NIK
    return numbers.nik_fault(text) if is_nik else numbers.nip_fault(text)


def preview_list(
    home: "Home", case: CaseId, data: bytes, meanings: Mapping[int, str] | None = None
) -> "ListPreview":
    """Say what a list would add; nothing is written. `meanings` correct what columns hold."""
    from cases.work import attendance_lists

    return attendance_lists.preview_list(home, case, data, meanings=meanings)


def read_list(file: Path) -> bytes:
    """Read a list from the disk, if it is of a size that can be one."""
    from cases import disk
    from cases.work import spreadsheets

    with disk.in_words(file), file.open("rb") as source:
        return source.read(spreadsheets.LARGEST + 1)


def list_meanings() -> tuple[str, ...]:
    """Name what a column of a list may hold."""
    from cases.work import list_headings

    return tuple(list_headings.HEADINGS)


def apply_list(
    home: "Home",
    target: tuple[CaseId, IncidentId],
    rows: "Sequence[ListRow]",
    file: Path | None,
    progress: Progress,
) -> Changes:
    """Record the people of a list; the file itself becomes the exhibit that shows them."""
    from cases.intake.pipeline import take_in
    from cases.work import attendance_lists

    case, incident = target
    exhibits: tuple[ExhibitId, ...] = ()
    if file is not None:
        taken = take_in(home, [file], case=case, progress=progress)
        if taken.failure is not None:
            raise taken.failure
        exhibits = tuple(ExhibitId(one.exhibit) for one in taken.items if one.exhibit)
    return attendance_lists.apply_list(home, incident, rows, case=case, exhibits=exhibits)


def markers(home: "Home", case: CaseId) -> "tuple[MarkerRecord, ...]":
    """Give the points of a case that say "this is the person"."""
    from cases.work import markers as points

    return points.list_markers(home, case)


def shown_on(home: "Home", case: CaseId, exhibit: ExhibitId) -> "Shown":
    """Give what an exhibit shows: people pointed at, facts it is named for."""
    from cases.work import shown

    return shown.shown_on(home, case, exhibit)


def place_marker(
    home: "Home", case: CaseId, exhibit: ExhibitId, party: PartyId, at: tuple[int, int]
) -> Changes:
    """Say that a point of a photo is a person."""
    from cases.work import markers as points

    return points.place_marker(home, case, exhibit, party, at)


def remove_marker(home: "Home", case: CaseId, marker: str, reason: str) -> Changes:
    """Take a point away, with a reason."""
    from cases.work import markers as points

    return points.remove_marker(home, case, marker, reason)


def fairness(home: "Home", case: CaseId) -> "tuple[FairnessProposal, ...]":
    """Propose YA where the same person attended another contestant's incident."""
    from cases.work import fairness as likes

    return likes.fairness_proposals(home, case)


def accept_fairness(home: "Home", proposal: "FairnessProposal") -> Changes:
    """State what is proposed."""
    from cases.work import fairness as likes

    return likes.accept_fairness(home, proposal)


def same_persons(
    home: "Home", case: CaseId
) -> "tuple[tuple[SameSuggestion, ...], tuple[SamePerson, ...]]":
    """Who may be the same person as somebody of another case, and who surely is."""
    from cases.work import persons

    return persons.suggest_same(home, case), persons.list_same(home, case)


def confirm_same(
    home: "Home", one: tuple[str, str], other: tuple[str, str], reason: str
) -> Changes:
    """Say that two parties, each (case, party), are one person."""
    from cases.work import persons

    return persons.confirm_same(home, one, other, reason)


def withdraw_same(home: "Home", confirmation: str, reason: str) -> Changes:
    """Say that it was not the same person after all."""
    from cases.work import persons

    return persons.withdraw_same(home, confirmation, reason)
