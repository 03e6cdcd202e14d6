import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from cases.work.spreadsheets import LARGEST, BadSheet, Cell, read_table
from tests.cases.work.tables import HEAD, MAIN, TAIL, csv, packed, xlsx


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row] for row in read_table(data)]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_csv_is_read_whatever_separates_it(separator):
    assert texts(csv(["Nama", "NIP"], ["Contoh", "1"], separator=separator)) == [
        ["Nama", "NIP"],
        ["Contoh", "1"],
    ]


def test_a_csv_may_be_of_windows_or_of_utf_16():
    assert texts("Nama;Catatan\nCafé;ü".encode("cp1252"))[1] == ["Café", "ü"]
    assert texts("Nama;NIP\nContoh;1".encode("utf-16"))[1] == ["Contoh", "1"]
    assert texts(b'Nama;Alamat\n"Contoh;\nSatu";Jalan')[1] == ["Contoh; Satu", "Jalan"]


def test_the_first_sheet_of_a_workbook_is_read():
    rows = read_table(xlsx(["$0", "NIP", "", "D"], ["Contoh", "#12", "=1+1|2"], shared=["Nama"]))
    assert [[cell.text for cell in row] for row in rows] == [
        ["Nama", "NIP", "", "D"],
        ["Contoh", "12", "2"],
    ]
    assert rows[1][1] == Cell("12", number=True)
    assert rows[1][2] == Cell("2", formula=True)


def test_formulas_are_text_and_nothing_is_computed():
    ((cell,),) = read_table(b'=HYPERLINK("http://x")')
    assert cell.formula
    assert cell.text.startswith("=HYPERLINK")


def test_odd_cells_shift_nothing():
    body = (
        '<row><c><v>1</v></c><c r="??"><v>2</v></c><c r="D1" t="s"><v>99</v></c>'
        '<c r="E1" t="s"><v>x</v></c><c r="ZZZ1"><v>9</v></c><c r="B1"><v>3</v></c></row>'
        "<c><v>5</v></c>"
    )
    data = packed({"xl/worksheets/sheet1.xml": (HEAD + body + TAIL).encode()})
    assert texts(data)[0][:5] == ["1", "3", "", "", ""]


BOMB = (
    f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="{MAIN}">'
    "<sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
).encode()
OUTSIDE = b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n \n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"PK\x03\x04" + bytes(40),
        packed({"a.txt": b"x"}),
        packed({"xl/worksheets/sheet1.xml": b"<worksheet"}),
        packed({"xl/worksheets/sheet1.xml": BOMB}),
        packed({"xl/worksheets/sheet1.xml": OUTSIDE}),
        packed({"xl/worksheets/sheet1.xml": HEAD.encode() + b"<row/>" * 5001 + TAIL.encode()}),
        packed({"xl/worksheets/sheet1.xml": HEAD.encode() + b" " * (65 << 20)}),
        packed({f"a{number}": b"" for number in range(2001)}),
        b"Nama\n" + b"x\n" * 5001,
        b"x" * (LARGEST + 1),
        xlsx(["Nama"])[:-30],
        b'"' + b"x" * 200_000,
    ],
    ids=lambda data: f"{len(data)}",
)
def test_what_is_no_table_is_refused_in_a_sentence_and_at_once(data):
    started = time.perf_counter()
    with pytest.raises(BadSheet):
        read_table(data)
    assert time.perf_counter() - started < 10


def test_a_workbook_with_a_password_is_refused():
    data = bytearray(packed({"xl/worksheets/sheet1.xml": (HEAD + TAIL).encode()}))
    for place in (6, data.index(b"PK\x01\x02") + 8):
        data[place] |= 1
    with pytest.raises(BadSheet):
        read_table(bytes(data))


SAMPLE = xlsx(["Nama", "NIP"], ["Contoh", "#12"], shared=["a"])


@settings(max_examples=300, deadline=None)
@given(some.integers(0, len(SAMPLE) - 1), some.binary(min_size=1, max_size=6))
def test_a_damaged_workbook_is_read_or_refused_never_anything_else(at, noise):
    data = SAMPLE[:at] + noise + SAMPLE[at + len(noise) :]
    with suppress(BadSheet):
        read_table(data)
