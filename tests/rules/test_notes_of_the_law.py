"""The pack against the working notes on the law: nothing is left out, no date differs."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.rules.shipped import pack

CONFIDENT = {"naskah", "sekunder", "ingatan"}


@pytest.fixture(scope="module")
def law_notes(shared_data: Path) -> dict[str, Any]:
    """The working notes as data; they stay outside the project."""
    found: dict[str, Any] = json.loads((shared_data.parent / "law" / "rules.json").read_text())
    return found


@pytest.mark.needs_shared
def test_every_norm_fact_exception_and_change_of_the_notes_is_in_the_pack(
    law_notes: dict[str, Any],
) -> None:
    law = pack()
    assert {one["id"] for one in law_notes["rules"]} == {one.id for one in law.rules}
    assert {one["key"] for one in law_notes["facts"]} == set(law.facts)
    assert {one["id"] for one in law_notes["exceptions"]} == {one.id for one in law.exceptions}
    assert [one["id"] for one in law_notes["law_changes"]] == [one.id for one in law.changes]


@pytest.mark.needs_shared
def test_every_calendar_line_has_the_days_of_the_notes(law_notes: dict[str, Any]) -> None:
    written = {(line.calendar, line.event): line for line in pack().calendars}
    assert len(written) == len(law_notes["calendars"]) == 44
    for one in law_notes["calendars"]:
        line = written[one["calendar"], one["event"]]
        if line.first is not None:
            assert one["from"] == line.first.isoformat(), one
        if line.last is not None:
            assert one["to"] == line.last.isoformat(), one
        if line.first is None or line.last is None:
            # No day in the notes either: words only, and no stage that a norm reads.
            assert line.stated
            assert line.stage == "OTHER"
        assert line.basis == one["basis"]


@pytest.mark.needs_shared
def test_the_subjects_and_addressees_of_every_norm_are_those_of_the_notes(
    law_notes: dict[str, Any],
) -> None:
    for one in law_notes["rules"]:
        rule = pack().rule(one["id"])
        assert rule is not None
        # What stands in brackets is a hint for another norm, no addressee of this one.
        named = one["addressee"].split("(")[0]
        for code in ("AD-GAKKUMDU", "AD-KPU", "AD-DESA", "AD-APK", "AD-BUMN"):
            if code in named:
                assert code in rule.addressees, (one["id"], code)
        if "PERLU KAJIAN" in one["class"][:12]:
            assert rule.conduct_class.startswith("PERLU KAJIAN"), one["id"]


@pytest.mark.needs_shared
def test_every_addressee_line_of_the_notes_is_in_the_pack(law_notes: dict[str, Any]) -> None:
    table = pack().addressees
    codes = {one.code for one in table.addressees} | {road.code for road in table.routes}
    assert {one["code"] for one in law_notes["addressees"]} == codes
    asn = [one for one in table.addressees if one.code == "AD-ASN"]
    assert len(asn) == sum(one["code"] == "AD-ASN" for one in law_notes["addressees"])


def test_the_pack_is_whole_without_the_notes_too() -> None:
    """Twin of the tests above: the counts that no later edit may lower."""
    law = pack()
    families = Counter(rule.id[:2] for rule in law.rules)
    assert families == families | {"PM": 12, "PL": 8, "DE": 7, "TN": 1, "PO": 1, "BU": 1, "AP": 6}
    assert (len(law.rules), len(law.facts), len(law.exceptions)) == (71, 74, 10)
    assert (len(law.calendars), len(law.changes)) == (44, 19)
    assert len(law.addressees.addressees) == 14
    assert {line.confidence for line in law.calendars} <= CONFIDENT


def test_a_line_of_a_calendar_that_has_no_day_decides_nothing() -> None:
    for line in pack().calendars:
        if line.first is None or line.last is None:
            assert line.stated
            assert line.stage == "OTHER"


def test_re_runs_count_in_their_areas_only() -> None:
    areas = {line.calendar: line.areas for line in pack().calendars if line.stage == "VOTING"}
    assert areas["PEMILU2024"] == areas["PILKADA2024"] == ()
    assert areas["PSU2025-A"] == ("Siak", "Barito Utara", "Bangka Barat", "Magetan")
    assert areas["PSU2025-B2"] == ("Kepulauan Talaud",)
    assert areas["PSU2025-D"] == ("Palopo", "Mahakam Ulu", "Pesawaran")
    assert areas["ULANG2025"] == ("Bangka", "Pangkalpinang")
