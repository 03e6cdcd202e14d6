"""Every refusal of the rules has a sentence."""

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

import rules
from cases.work.refusals import refusal
from rules.deadlines import check
from rules.errors import RuleError
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


# Modules that read what a user asks; a broken pack has its own words.
READERS = ("requests", "holiday_tables", "deadlines", "facts", "engine")


def test_no_code_of_a_reader_is_without_a_sentence() -> None:
    folder = Path(rules.__path__[0])
    sources = [(folder / f"{name}.py").read_text("utf-8") for name in READERS]
    named = {
        code for text in sources for code in re.findall(r'RuleError\(\s*"([a-z0-9-]+)"', text)
    }
    assert len(named) >= 16
    values = dict.fromkeys(
        (
            "allowed", "at", "column", "date", "detail", "earliest", "found", "key", "kind",
            "line", "names", "regime", "rule",
        ),
        "x",
    )  # fmt: skip
    for code in named | {"missing-key", "not-allowed"}:
        assert not refusal(RuleError(code, **values)).message.startswith("Masukan tidak")


def test_an_unforeseen_code_still_has_a_sentence() -> None:
    assert str(refusal(RuleError("new-code", key="x"))) == (
        "Masukan tidak dapat dipakai: new-code: key=x. Periksa berkasnya."
    )


def test_a_long_value_is_cut_in_the_sentence() -> None:
    error = refusal(RuleError("not-text", key="area", found="x" * 10_000))
    assert len(str(error)) < 160
