"""Verbs of attendance of many, of the same person, of fairness."""

import json

import pytest

from tests.cases.commands.conftest import photos
from tests.cases.work.tables import csv

NIP = "198001012005011001"


def begin(laptop, title: str, contestant: str, photo):
    made = laptop.ask("case", "new", "--title", title, "--regime", "PEMILU", "--source", "temuan")
    case = made["code"]
    laptop.ask("intake", case, photo)
    fields = ["--contestant", contestant, "--starts-at", "2024-01-21", "--election", "PILPRES"]
    laptop.ask("incident", "new", "--title", title, "--case", case, *fields)
    return case


@pytest.fixture
def case(laptop):
    return begin(laptop, "Kampanye", "Paslon Contoh", photos()[0])


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_bytes(
        csv(["Nama", "NIP", "Status"], ["Contoh A", NIP, "PNS"], ["Contoh B", "", "PPPK"])
    )
    return path


def test_a_list_is_shown_first_and_recorded_when_told(laptop, case, sheet):
    shown = laptop.ask("attend-list", case, "PR-01", sheet)
    assert [row["particulars"]["name"] for row in shown["rows"]] == ["Contoh A", "Contoh B"]
    assert shown["recorded"] == 0
    assert laptop.ask("party", "list", case) == []

    more = ["--apply", "--exhibit", "B-01", "--shared", "dukungan_aktif=tidak", "--skip", "3"]
    assert laptop.ask("attend-list", case, "PR-01", sheet, *more)["recorded"] == 1
    table = laptop.ask("attend-sheet", case, "PR-01")
    assert [row["party"]["code"] for row in table["rows"]] == ["T-01"]
    assert table["shared"][0]["fact"] == "dukungan_aktif"
    again = laptop.ask("attend-list", case, "PR-01", sheet)
    assert again["rows"][0]["party_code"] == "T-01"

    sheet.write_bytes(b"\x89PNG\r\n\0")
    assert laptop.run("attend-list", case, "PR-01", sheet).refusal["code"] == "bad-sheet"


def test_a_marker_is_placed_listed_and_taken_away(laptop, case, sheet):
    laptop.ask("attend-list", case, "PR-01", sheet, "--apply")
    (marker,) = laptop.ask("marker", "place", case, "B-01", "T-01", 512, 300)["markers"]
    assert (marker["x"], marker["y"]) == (512, 300)
    assert len(laptop.ask("marker", "list", case)["markers"]) == 1
    laptop.ask("marker", "remove", case, marker["event"][:12], "--reason", "orang lain")
    assert laptop.ask("marker", "list", case, "B-01")["markers"] == []
    ran = laptop.run("marker", "remove", case, "f", "--reason", "x")
    assert ran.refusal["code"] == "no-such-marker"


def test_the_same_person_at_another_rally_is_proposed_and_accepted(laptop, case, sheet):
    laptop.ask("attend-list", case, "PR-01", sheet, "--apply", "--exhibit", "B-01")
    other = begin(laptop, "Rapat umum", "Paslon Lain", photos()[1])
    who = laptop.folder / "orang.json"
    who.write_text(json.dumps({"name": "Contoh A", "nip": NIP}), "utf-8")
    laptop.ask("party", "add", other, "--role", "respondent", "--particulars", who)
    laptop.ask("attend", other, "PR-01", "T-01", "--exhibit", "B-01")

    assert laptop.ask("person", "list", case)["suggested"][0]["kinds"] == ["nip"]
    assert laptop.ask("fairness", case)["proposals"] == []
    sure = laptop.ask("person", "same", case, "T-01", other, "T-01", "--reason", "NIP sama")

    (proposal,) = laptop.ask("fairness", case)["proposals"]
    assert proposal["other_contestant"] == "Paslon Lain"
    assert laptop.run("fairness", case, "--accept", "2").refusal["code"] == "usage"
    assert laptop.ask("fairness", case, "--accept", "1")["statement"]
    assert laptop.ask("fairness", case)["proposals"] == []

    laptop.ask("person", "different", sure["confirmation"], "--reason", "saudara kembar")
    assert laptop.ask("person", "list", case)["confirmed"] == []
