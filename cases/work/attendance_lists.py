"""
Attendance lists of others, such as a sheet signed at the door: previewed first, then applied.

Columns are known by their headings. Names and numbers go to sealed particulars, never into an
event; what is not understood is said and left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cases.changes import Changes
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.work import packs
from cases.work.cases import read_case_file
from cases.work.fact_words import choices_of, kind_of
from cases.work.list_headings import FACTS, HEADINGS, heading_of
from cases.work.persons import parties_with, refresh_index
from cases.work.records import CaseId, ExhibitId, IncidentId, Particulars, PartyId, Value
from cases.work.roll import RollEntry, record_attendances
from cases.work.spreadsheets import Cell, Row, read_table
from rules.pack import Pack

_SEARCHED = 20
"""The headings stand within so many rows: above them are a title and a place."""
_DIGITS = 15
"""A spreadsheet that keeps a longer number as a number has changed its end."""
_LONGEST_LABEL = 60
_BETWEEN = re.compile(r"[,;/&+]|\bdan\b")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One person of a list."""

    row: int
    """Number of the row, as a spreadsheet counts."""
    particulars: Particulars
    label: str
    facts: Mapping[str, Value]
    party: PartyId | None
    """A respondent of the case with the same number."""
    party_code: str
    twice: int
    """The earlier row with the same NIP; 0: none."""
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListPreview:
    """What a list would add, before anything is written."""

    columns: tuple[tuple[str, str], ...]
    """(heading, what it is taken for; empty: left out)."""
    rows: tuple[ListRow, ...]

    def wanted(self) -> tuple[ListRow, ...]:
        """Give the rows that are people for the first time in this list."""
        return tuple(row for row in self.rows if not row.twice)


@dataclass(slots=True)
class _Reading:
    """One row while it is being read."""

    given: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Value] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def preview_list(
    home: Home, case: CaseId, data: bytes, meanings: Mapping[int, str] | None = None
) -> ListPreview:
    """
    Read a list (CSV or XLSX) and say what it would add; nothing is written.

    `meanings` say what columns hold, by place (empty: nothing), where their headings do not. With
    them a list without a column of names is no mistake yet: it has no rows.
    """
    refresh_index(home)
    file = read_case_file(home, case)
    pack = packs.load(file.case.pack)
    codes = {party.id: party.code for party in file.parties}
    table = read_table(data)
    at, columns = _headings(table) if meanings is None else _given(table, meanings)
    rows: list[ListRow] = []
    seen: dict[str, int] = {}
    for number, cells in enumerate(table[at + 1 :], at + 2):
        reading = _read(pack, columns, cells)
        if not reading.given.get("name"):
            continue
        person = Particulars(**reading.given)
        key = person.nip or person.nik
        twice = seen.setdefault(key, number) if key else number
        known = parties_with(home, case, person)
        rows.append(
            ListRow(
                row=number,
                particulars=person,
                label=person.occupation[:_LONGEST_LABEL],
                facts=reading.facts,
                party=known[0] if known else None,
                party_code=codes.get(known[0], "") if known else "",
                twice=twice if twice != number else 0,
                problems=tuple(reading.problems),
            )
        )
    shown = tuple((cell.text, columns.get(place, "")) for place, cell in enumerate(table[at]))
    return ListPreview(shown, tuple(rows))


def apply_list(
    home: Home,
    incident: IncidentId,
    rows: Sequence[ListRow],
    *,
    case: CaseId,
    exhibits: Sequence[ExhibitId] = (),
    shared: Mapping[str, Value] | None = None,
) -> Changes:
    """Record the people of a preview at an incident, in one transaction; `exhibits` show it."""
    entries = [
        RollEntry(
            party=row.party,
            label=row.label,
            particulars=None if row.party else row.particulars,
            exhibits=tuple(exhibits),
            facts=row.facts,
        )
        for row in rows
    ]
    return record_attendances(home, incident, entries, shared or {}, case=case)


def _given(table: Sequence[Row], meanings: Mapping[int, str]) -> tuple[int, dict[int, str]]:
    """Find the row of headings by what it knows; what a person says of a column wins."""
    known = [(at, _known(row)) for at, row in enumerate(table[:_SEARCHED])]
    wide = [at for at, row in enumerate(table[:_SEARCHED]) if sum(bool(c.text) for c in row) > 1]
    named = [at for at, found in known if "name" in found.values()]
    at = min(named or wide[:1] or [0])
    given = {place: meaning for place, meaning in meanings.items() if meaning}
    read = {
        place: meaning
        for place, meaning in known[at][1].items()
        if place not in meanings and meaning not in given.values()
    }
    return at, {**read, **given}


def _known(row: Row) -> dict[int, str]:
    """Tell what each column is by its heading; the first of equal columns counts."""
    found: dict[int, str] = {}
    for place, cell in enumerate(row):
        meaning = heading_of(cell.text)
        if meaning and meaning not in found.values():
            found[place] = meaning
    return found


def _headings(table: Sequence[Row]) -> tuple[int, dict[int, str]]:
    """Find the row of headings, and what each column is."""
    for at, row in enumerate(table[:_SEARCHED]):
        found = _known(row)
        if "name" in found.values():
            return at, found
    raise NetraError(
        tr("Kolom nama tidak ditemukan dalam daftar ini."),
        tr("Beri judul kolom: {names}.", names=", ".join(words[0] for words in HEADINGS.values())),
        code="no-name-column",
    )


def _read(pack: Pack, columns: Mapping[int, str], cells: Row) -> _Reading:
    reading = _Reading()
    for place, meaning in columns.items():
        cell = cells[place] if place < len(cells) else Cell()
        if not cell.text:
            continue
        if cell.formula:
            reading.problems.append(tr("rumus di kolom {kolom} tidak dihitung", kolom=meaning))
        if meaning in FACTS:
            _fact(pack, reading, FACTS[meaning], cell.text)
        elif meaning in {"nip", "nik"}:
            _digits(reading, meaning, cell)
        else:
            reading.given[meaning] = cell.text
    return reading


def _digits(reading: _Reading, meaning: str, cell: Cell) -> None:
    digits = "".join(letter for letter in cell.text if letter.isascii() and letter.isdigit())
    name = meaning.upper()
    if cell.number and (len(digits) > _DIGITS or "e" in cell.text.casefold()):
        reading.problems.append(tr("{nama} rusak: lembar kerja membulatkan angkanya", nama=name))
    elif digits:
        reading.given[meaning] = digits


def _fact(pack: Pack, reading: _Reading, fact: str, text: str) -> None:
    """Take a value over by the words of the pack; what it does not know is left out."""
    if fact not in pack.facts:
        return
    several = kind_of(pack, fact) == "multi"
    words = {
        _plain(word): value
        for value, said in choices_of(pack, fact)
        for word in (value, said, pack.facts[fact].labels.get(value, value))
    }
    found: list[str] = []
    for part in _parts(text) if several else [text]:
        value = words.get(_plain(part))
        if value is None:
            reading.problems.append(tr("“{kata}” tidak dikenal", kata=part[:40]))
        elif value not in found:
            found.append(value)
    if found:
        reading.facts[fact] = found if several else found[0]


def _parts(text: str) -> Iterator[str]:
    yield from (part.strip() for part in _BETWEEN.split(text) if part.strip())


def _plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
