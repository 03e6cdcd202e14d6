"""Every act of a custody log has words, the same for window and paper."""

import inspect
import re

import pytest

from cases.journal.bodies import type_of
from cases.journal.folds import captures, copies, exhibits
from cases.language import use
from cases.work import custody
from cases.work.custody_words import ACTS, act_words, line_words, why_words
from cases.work.evidence_records import CustodyRecord
from cases.work.records import ExhibitId


def line(act: str, why: str = "") -> CustodyRecord:
    return CustodyRecord("f" * 64, ExhibitId("1" * 32), act, "2024-01-22T00:00:00.000Z", "", why)


def test_every_act_that_is_written_has_words():
    written = {
        act
        for module in (exhibits, captures, copies)
        for act in re.findall(
            r'log\(rows, event, sha, \([^,]+, "(\w+)"', inspect.getsource(module)
        )
    }
    handled = {"viewed", "exported", "printed"}
    written |= {f"placed_{how}" for how in ("confirmed", "stated", "unknown")}
    assert {f"exhibit.{act}" for act in handled} <= set(type_of)

    assert written | handled | {"rehashed", "found_damaged"} | set(custody._HANDED) == set(ACTS)


def test_an_act_of_a_newer_netra_is_told_by_its_code():
    assert act_words("teleported") == "teleported"


def test_words_for_papers_do_not_change_with_the_window():
    use("en")
    try:
        assert act_words("viewed", str) == "Dilihat"
    finally:
        use("id")


@pytest.mark.parametrize(
    ("why", "words"),
    [("2000", "+2 s"), ("-1500", "-1,5 s"), ("0", "+0 s"), ("entah", "entah"), ("", "")],
)
def test_an_error_of_a_clock_is_told_in_seconds(why, words):
    assert why_words(line("clock_stated", why)) == words


def test_a_line_says_what_and_why():
    assert line_words(line("exported", "untuk ahli")) == "Disalin keluar: untuk ahli"
    assert line_words(line("viewed")) == "Dilihat"
