"""
Tables out of the files of strangers: CSV, and the first sheet of an XLSX.

Cells are text and stay text: nothing is computed, a formula gives what was last shown for it.
Sizes are bounded before anything is unpacked; XML that declares entities is refused.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.parsers import expat  # no entities: see `_parse`

from cases.errors import NetraError
from cases.language import tr

LARGEST = 16 << 20
_UNPACKED = 64 << 20
_PARTS = 2000
MOST_ROWS, MOST_COLUMNS = 5000, 64
_LONGEST = 500
_BLOCK = 1 << 16
_CELL = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_SHEET = re.compile(r"xl/worksheets/sheet([0-9]{1,4})\.xml")


class BadSheet(NetraError):
    """The file is no table that can be read."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            tr("Daftar ini tidak dapat dibaca: {alasan}.", alasan=reason),
            tr("Simpan daftar sebagai CSV atau XLSX biasa, lalu coba lagi."),
            code="bad-sheet",
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows."""

    text: str = ""
    number: bool = False
    """The spreadsheet kept it as a number: long ones have lost their last digits."""
    formula: bool = False


Row = list[Cell]


def read_table(data: bytes) -> list[Row]:
    """Read the rows of a table, by what the file is, whatever its name says."""
    if len(data) > LARGEST:
        raise BadSheet(tr("terlalu besar"))
    rows = list(_xlsx(data) if data.startswith(b"PK\x03\x04") else _csv(data))
    if not any(cell.text for row in rows for cell in row):
        raise BadSheet(tr("kosong"))
    return rows


def _csv(data: bytes) -> Iterator[Row]:
    text = _decoded(data)
    if "\0" in text:
        raise BadSheet(tr("bukan CSV atau XLSX"))
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";,\t|", key=head.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, ""), delimiter=separator)):
            if number >= MOST_ROWS:
                raise BadSheet(tr("lebih dari {n} baris", n=MOST_ROWS))
            yield [
                Cell(_shown(cell), formula=cell.startswith("=")) for cell in cells[:MOST_COLUMNS]
            ]
    except csv.Error as error:
        raise BadSheet(tr("bukan CSV atau XLSX")) from error


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _xlsx(data: bytes) -> Iterator[Row]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > _PARTS:
                raise BadSheet(tr("terlalu banyak bagian di dalamnya"))
            strings = _Strings()
            if "xl/sharedStrings.xml" in names:
                _parse(archive, "xl/sharedStrings.xml", strings)
            sheet = _Sheet(strings.found)
            _parse(archive, _first_sheet(names), sheet)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BadSheet(tr("berkasnya rusak")) from error
    except (RuntimeError, OSError, ValueError) as error:  # encrypted, or an impossible offset
        raise BadSheet(tr("berkasnya rusak atau berkata sandi")) from error
    yield from sheet.rows


def _first_sheet(names: list[str]) -> str:
    sheets = [(int(match[1]), name) for name in names if (match := _SHEET.fullmatch(name))]
    if not sheets:
        raise BadSheet(tr("tidak ada lembar di dalamnya"))
    return min(sheets)[1]


class _Reader:
    """Receives the parts of an XML file, names without their namespace."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element."""

    def end(self, name: str) -> None:
        """End an element."""

    def text(self, text: str) -> None:
        """Receive text."""


def _parse(archive: zipfile.ZipFile, name: str, reader: _Reader) -> None:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise BadSheet(tr("ada isi yang tidak wajar di dalamnya"))

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    local: Callable[[str], str] = lambda full: full.rpartition("}")[2]  # noqa: E731 - one use
    parser.StartElementHandler = lambda full, given: reader.start(local(full), given)
    parser.EndElementHandler = lambda full: reader.end(local(full))
    parser.CharacterDataHandler = reader.text
    left = _UNPACKED
    try:
        with archive.open(name) as part:
            while block := part.read(_BLOCK):
                left -= len(block)
                if left < 0:
                    raise BadSheet(tr("mengembang terlalu besar"))
                parser.Parse(block, False)
            parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise BadSheet(tr("berkasnya rusak")) from error


class _Strings(_Reader):
    """The texts that cells of an XLSX share."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._inside = self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self.found.append("")
        elif name == "rPh":
            self._phonetic = True
        self._inside = name == "t" and not self._phonetic

    def end(self, name: str) -> None:
        self._inside = False
        if name == "rPh":
            self._phonetic = False

    def text(self, text: str) -> None:
        if self._inside and self.found and len(self.found[-1]) <= _LONGEST:
            self.found[-1] += text


class _Sheet(_Reader):
    """The rows of one sheet of an XLSX."""

    def __init__(self, strings: list[str]) -> None:
        self.rows: list[Row] = []
        self._strings = strings
        self._kind = self._value = ""
        self._column = 0
        self._formula = self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            if len(self.rows) >= MOST_ROWS:
                raise BadSheet(tr("lebih dari {n} baris", n=MOST_ROWS))
            self.rows.append([])
        elif name == "c":
            place = _CELL.fullmatch(attributes.get("r", ""))
            self._column = _number(place[1]) if place else self._next()
            self._kind, self._value, self._formula = attributes.get("t", "n"), "", False
        elif name == "f":
            self._formula = True
        self._inside = name in {"v", "t"}

    def end(self, name: str) -> None:
        self._inside = False
        if name == "c" and self.rows and self._column < MOST_COLUMNS:
            row = self.rows[-1]
            row.extend(Cell() for _ in range(self._column + 1 - len(row)))
            row[self._column] = self._cell()

    def text(self, text: str) -> None:
        if self._inside and len(self._value) <= _LONGEST:
            self._value += text

    def _next(self) -> int:
        return len(self.rows[-1]) if self.rows else 0

    def _cell(self) -> Cell:
        text = self._value
        if self._kind == "s":
            place = int(text) if text.strip().isdecimal() else -1
            text = self._strings[place] if 0 <= place < len(self._strings) else ""
        return Cell(_shown(text), self._kind == "n" and bool(text), self._formula)


def _number(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1


def _shown(text: str) -> str:
    """Make one line of it, without control characters."""
    words = "".join(c if c.isprintable() else " " for c in text[:_LONGEST])
    return " ".join(words.split())
