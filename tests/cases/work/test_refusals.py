"""Every refusal of the rules has a sentence."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

import rules
from cases.work.refusals import refusal
from rules.deadlines import check
from rules.errors import RuleError
from rules.expressions import PackError
from rules.holiday_tables import read_csv, read_toml
from tests.rules.pack_files import deadline_file

HEAD = b"tanggal,jenis,nama,dasar\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tabel hari libur tidak punya kolom tanggal, jenis, nama, dasar."),
        (HEAD, "Tabel hari libur tidak berisi satu hari pun."),
        (b"\xff", "Tabel hari libur bukan teks UTF-8 (bita ke-0)."),
        (HEAD + b"2027-01-01,,A,B\n", "Kolom jenis pada baris 2 tabel hari libur kosong."),
        (
            HEAD + b"2027-01-01,pesta,A,B\n",
            "Nilai pesta pada kolom jenis, baris 2 tabel hari libur tidak dikenal.",
        ),
        (
            HEAD + b"1-1-2027,cuti_bersama,A,B\n",
            "Nilai 1-1-2027 pada baris 2 tabel hari libur bukan tanggal.",
        ),
        (
            HEAD + b"2027-01-01,cuti_bersama,A,B\n" * 2,
            "Tanggal 2027-01-01 (cuti_bersama) tertulis dua kali dalam tabel hari libur.",
        ),
        (HEAD + b'"2027"x,cuti_bersama\n', "Tabel hari libur rusak pada baris 2: "),
    ],
)
def test_a_bad_table_of_holidays_is_refused_in_words(data: bytes, sentence: str) -> None:
    with pytest.raises(RuleError) as found:
        read_csv(data, date(2027, 1, 1))
    assert refusal(found.value).message.startswith(sentence)
    assert refusal(found.value).advice


def test_a_file_that_is_no_table_is_refused_in_words() -> None:
    with pytest.raises(RuleError) as found:
        read_toml(b"years = []")
    assert refusal(found.value).message.startswith("Berkas ini bukan tabel hari libur: ")


def test_unsound_clocks_are_refused_in_words() -> None:
    file = deadline_file()
    clock = file.clocks[0]
    lost = msgspec.structs.replace(clock, trigger="hilang")
    for wrong, sentence in (
        (lost, "clocks.D1 menyebut peristiwa hilang yang tidak ada."),
        (clock, "Jangka waktu D1 berlaku dua kali pada tanggal yang sama."),
    ):
        with pytest.raises(RuleError) as found:
            check(msgspec.structs.replace(file, clocks=(clock, wrong)))
        assert refusal(found.value).message == sentence


def refusals_of_the_rules() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Every place in the rules that refuses something: (place, code, names of its values)."""
    for path in sorted(Path(rules.__path__[0]).glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                yield from _refusals_of(path.name, function)


def _refusals_of(
    file: str, function: ast.FunctionDef
) -> Iterator[tuple[str, str, frozenset[str]]]:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    for call in calls:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
        if name not in {"RuleError", "PackError", "wrong", "_one"}:
            continue
        given = {keyword.arg for keyword in call.keywords if keyword.arg}
        given |= {"found", "allowed"} if name == "_one" else set()
        given |= {"file", "place"} if name in {"PackError", "wrong"} else set()
        if any(keyword.arg is None for keyword in call.keywords):
            continue  # an error that is passed on, with a better name of the key
        for code in _codes(function, call.args[-1] if name == "_one" else call.args[0]):
            yield f"{file}:{call.lineno}", code, frozenset(given)


def _codes(function: ast.FunctionDef, written: ast.expr) -> list[str]:
    """Give the codes that an argument can be; none where it is a parameter of the function."""
    if isinstance(written, ast.Name):
        values = [
            node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == written.id
        ]
    else:
        values = [written]
    texts = [node for value in values for node in ast.walk(value)]
    return [str(node.value) for node in texts if isinstance(node, ast.Constant) and node.value]


def test_whatever_the_rules_refuse_has_a_sentence_of_its_own() -> None:
    found = list(refusals_of_the_rules())
    assert len({code for _, code, _ in found}) >= 45
    for place, code, given in found:
        said = refusal(RuleError(code, **dict.fromkeys(given, "x")))
        assert not said.message.startswith("Masukan tidak"), f"{place}: {code}"
        assert said.advice, f"{place}: {code}"


def test_a_damaged_pack_is_told_by_file_and_place() -> None:
    error = PackError("pack-shape", "rules.toml", "$.rules[3].id", detail="Expected `str`")
    assert str(refusal(error)) == (
        "rules.toml, $.rules[3].id tidak tersusun seperti seharusnya: Expected `str`."
        " Minta paket aturan yang utuh dari kantor kabupaten/kota."
    )


def test_an_unforeseen_code_still_has_a_sentence() -> None:
    assert str(refusal(RuleError("new-code", key="x"))) == (
        "Masukan tidak dapat dipakai: new-code: key=x. Periksa berkasnya."
    )


def test_a_long_value_is_cut_in_the_sentence() -> None:
    error = refusal(RuleError("not-text", key="area", found="x" * 10_000))
    assert len(str(error)) < 160
