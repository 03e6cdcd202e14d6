"""Verbs of captures of social media."""

import pytest

from tests.cases.commands.conftest import photos

URL = "https://www.instagram.com/p/contoh"


@pytest.fixture
def case(laptop):
    case = laptop.ask(
        "case", "new", "--title", "Unggahan", "--regime", "PEMILU", "--source", "temuan"
    )
    laptop.ask("intake", case["code"], *photos())
    fields = ["--starts-at", "2024-01-21", "--election", "PILPRES"]
    laptop.ask("incident", "new", "--title", "Unggahan", "--case", case["code"], *fields)
    laptop.ask("party", "add", case["code"], "--role", "respondent")
    return case["code"]


def test_a_capture_from_description_to_facts(laptop, case):
    more = ["--case", case, "--url", URL, "--account", "@contoh", "--visible", "url=ya"]
    one = laptop.ask("capture", "describe", "B-01", *more, "--captured-at", "2024-01-22")
    assert (one["platform"], one["complete"]) == ("instagram", None)
    ticks = [part for name in ("account", "time", "whole") for part in ("--visible", f"{name}=ya")]
    assert laptop.ask("capture", "describe", "B-01", "--case", case, *ticks)["complete"] is True

    (due,) = laptop.ask("capture", "due", "--today", "2024-01-24")["due"]
    assert (due["code"], due["due_on"]) == ("B-01", "2024-01-23")
    gone = laptop.ask("capture", "recheck", "B-01", "--case", case, "--online", "tidak")
    assert gone["rechecks"][0]["still_online"] is False
    assert laptop.ask("capture", "due", "--today", "2024-01-24") == {"due": []}

    proposed = laptop.ask("capture", "propose", case, "B-01")["proposals"]
    assert {one["fact"]: one["value"] for one in proposed} == {
        "url_konten": URL,
        "tgl_tangkap": "2024-01-22",
        "tangkapan_lengkap": True,
        "masih_tayang": False,
    }
    said = laptop.ask(
        "capture",
        "accept",
        case,
        "B-01",
        "PR-01",
        "--party",
        "T-01",
        "--also",
        "akun_tujuan=CALON",
    )
    assert {one["fact"] for one in said["statements"]} == {
        "url_konten",
        "tgl_tangkap",
        "tangkapan_lengkap",
        "masih_tayang",
        "akun_tujuan",
    }
    assert [one["code"] for one in laptop.ask("capture", "list", case)["captures"]] == ["B-01"]


def test_wrong_words_are_refused(laptop, case):
    for words, code in (
        (["describe", "B-01", "--case", case, "--url", "contoh"], "bad-url"),
        (["describe", "B-01", "--case", case, "--visible", "url=mungkin"], "usage"),
        (["describe", "B-01", "--case", case, "--by", "S-09"], "no-such-party"),
        (["recheck", "B-02", "--case", case, "--online", "ya"], "no-such-capture"),
        (["recheck", "B-02", "--case", case, "--online", "barangkali"], "usage"),
        (["propose", case, "B-02"], "no-such-capture"),
    ):
        assert laptop.run("capture", *words).refusal["code"] == code
