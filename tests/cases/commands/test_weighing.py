"""Verbs of weighing: matrix, against."""

import pytest

from tests.cases.commands.conftest import photos
from tests.cases.commands.test_rolls import begin, sheet

__all__ = ["sheet"]


@pytest.fixture
def case(laptop, sheet):
    made = begin(laptop, "Kampanye", "Paslon Contoh", photos()[0])
    laptop.ask("attend-list", made, "PR-01", sheet, "--apply")
    about = ("--party", "T-01")
    laptop.ask("fact", "state", made, "PR-01", "jenis_kegiatan", "KAMPANYE")
    proof = ("--exhibit", "B-01")
    laptop.ask("fact", "state", made, "PR-01", "dukungan_aktif", "ya", *about, *proof)
    return made


def test_the_matrix_names_the_exhibits_of_both_sides(laptop, case):
    found = laptop.ask("matrix", case)
    table = next(one for one in found["rules"] if (one["rule"], one["party"]) == ("DS-04", "T-01"))
    row = next(one for one in table["elements"] if one["id"] == "u2")
    assert (row["value"], row["for"], row["against"]) == ("ya", ["B-01"], [])
    (said,) = [one for one in row["statements"] if one["fact"] == "dukungan_aktif"]
    assert (said["side"], said["value_words"]) == ("for", "Ya")
    assert found["against"] == []


def test_a_final_paper_waits_for_what_speaks_against(laptop, case, tmp_path):
    out = tmp_path / "lhp.pdf"
    refused = laptop.run("paper", case, "lhp", "-o", out, "--final").refusal
    assert refused["code"] == "nothing-against"
    assert not out.exists()
    assert laptop.ask("against", "list", case)["missing"] == ["T-01", "T-02"]
    made = laptop.ask("against", "add", case, "Tidak ditemukan.", "--party", "T-01")
    assert made["text"] == "Tidak ditemukan."
    assert laptop.ask("against", "list", case)["missing"] == ["T-02"]
    laptop.ask("against", "add", case, "Ada undangan dinas", "--exhibit", "B-01")
    assert laptop.ask("paper", case, "lhp", "-o", out, "--final")["final"]
    laptop.ask("seal", case, "-o", tmp_path / "kasus.netra")
