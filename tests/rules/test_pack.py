"""The shipped pack is whole; a pack with a fault is refused with file, place and reason."""

import pytest

from rules.pack import PackError, parse, read_whole
from tests.rules.shipped import changed, files, pack

COUNTS = {
    "ASN": range(1),
    "KE": range(1, 8),
    "DS": range(1, 26),
    "PK": range(1, 2),
    "NA": range(1, 2),
    "PM": range(1, 13),
    "PL": range(1, 9),
    "DE": range(1, 8),
    "TN": range(1, 2),
    "PO": range(1, 2),
    "BU": range(1, 2),
    "AP": range(1, 7),
}
"""Families of the norms and their numbers."""


def test_the_shipped_pack_has_its_rules_facts_exceptions_and_calendars() -> None:
    law = pack()
    assert law.id == "netralitas-2026.11"
    ids = {f"{family}-{number:02}" for family, numbers in COUNTS.items() for number in numbers}
    assert len(law.rules) == len(ids) == 71
    assert {rule.id for rule in law.rules} == ids
    assert [one.id for one in law.exceptions] == [f"X-{number:02}" for number in range(1, 11)]
    assert len(law.facts) == 74
    assert len(law.calendars) == 44


def test_the_days_of_2024_are_in_the_calendars() -> None:
    days = {
        (line.calendar, line.stage): f"{line.first} {line.last}"
        for line in pack().calendars
        if line.calendar in ("PEMILU2024", "PILKADA2024")
    }
    assert days["PEMILU2024", "CAMPAIGN"] == "2023-11-28 2024-02-10"
    assert days["PEMILU2024", "VOTING"] == "2024-02-14 2024-02-14"
    assert days["PILKADA2024", "DETERMINATION"] == "2024-09-22 2024-09-22"
    assert days["PILKADA2024", "CAMPAIGN"] == "2024-09-25 2024-11-23"
    assert days["PILKADA2024", "QUIET"] == "2024-11-24 2024-11-26"


def test_working_days_see_only_stages_that_were_held_on_known_days() -> None:
    stages = pack().stages
    assert len(stages) == 38
    assert {stage.regime for stage in stages if stage.calendar == "PSU2025-A"} == {"PILKADA"}
    assert not any("tidak terjadi" in stage.event for stage in stages)


def test_a_rule_is_found_by_its_id() -> None:
    rule = pack().rule("DS-04")
    assert rule is not None
    assert rule.title.startswith("Menghadiri deklarasi")
    assert pack().rule("ZZ-99") is None


def test_the_opening_facts_are_those_of_the_design() -> None:
    opens = {group.code: group.opens for group in pack().groups.values() if group.opens}
    assert opens == {
        "B": "jenis_interaksi",
        "C": "foto_dengan",
        "D": "jenis_kegiatan",
        "E": "jenis_alat",
        "F": "bentuk_keputusan",
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "named"),
    [
        ("pack.toml", "[[subjects]]", "[[subjects", "pack-not-toml", "line"),
        ("rules/ke.toml", 'title = "Me', 'titel = "Me', "pack-key", "titel"),
        ("rules/ke.toml", 'id = "KE-01"', 'id = "KE1"', "pack-shape", "rules[0].id"),
        ("rules/ke.toml", 'id = "KE-03"', 'id = "KE-01"', "pack-duplicate", "KE-01"),
        (
            "rules/ke.toml",
            '"peran_pemasangan", any_of',
            '"peran", any_of',
            "pack-unknown-name",
            "peran",
        ),
        ("rules/ke.toml", '"MEMASANG"', '"MENARUH"', "pack-value", "MENARUH"),
        ("rules/ke.toml", 'law = "SKB-2022"', 'law = "SKB-2012"', "pack-unknown-name", "SKB-2012"),
        ("rules/ke.toml", '["AD-ASN"]', '["AD-ASM"]', "pack-unknown-name", "AD-ASM"),
        ("rules/ke.toml", 'topic = ["D"]', 'topic = ["Z"]', "pack-unknown-name", "Z"),
        ("rules/ke.toml", '{ id = "X-01", ', '{ id = "X-99", ', "pack-unknown-name", "X-99"),
        ("rules/ke.toml", 'period = "B', 'period = "C', "pack-unknown-name", "CEFORE"),
        ("exceptions.toml", 'id = "X-02"', 'id = "X-01"', "pack-duplicate", "X-01"),
        ("facts.toml", 'group = "A"', 'group = "Z"', "pack-unknown-name", "Z"),
        ("facts.toml", 'kind = "enum"', 'kind = "bool"', "pack-value", "status_subjek"),
        ("facts.toml", 'alone = ["TIDAK_ADA"]', 'alone = ["NIHIL"]', "pack-value", "NIHIL"),
        ("facts.toml", 'opens = "foto_dengan"', 'opens = "foto"', "pack-unknown-name", "foto"),
        ("facts.toml", 'key = "sengaja"', 'key = "ajakan"', "pack-duplicate", "ajakan"),
        (
            "calendars.toml",
            'calendar = "ULANG2025"',
            'calendar = "ULANG2026"',
            "pack-unknown-name",
            "ULANG2026",
        ),
        ("examples/KE.toml", 'rule = "KE-01"', 'rule = "KE-99"', "pack-unknown-name", "KE-99"),
    ],
)
def test_a_fault_is_refused_with_file_place_and_reason(
    file: str, old: str, new: str, code: str, named: str
) -> None:
    with pytest.raises(PackError) as caught:
        tuple(parse(changed(file, old, new)).examples)
    assert caught.value.code == code
    assert caught.value.file == file
    assert named in str(caught.value)


def test_norms_stand_in_one_file_or_in_several_read_in_the_order_of_their_names() -> None:
    several = {name: data for name, data in files().items() if name.startswith("rules/")}
    others = {name: data for name, data in files().items() if name not in several}
    one = b"\n".join(several[name] for name in sorted(several))
    ids = [rule.id for rule in parse({**others, "rules.toml": one}).rules]
    assert ids == [rule.id for rule in parse(files()).rules]
    assert {rule.file for rule in parse(files()).rules} == set(several)


def test_a_norm_that_two_files_write_is_refused_with_the_second_file() -> None:
    twice = {**files(), "rules/zz.toml": files()["rules/ke.toml"]}
    with pytest.raises(PackError, match="pack-duplicate") as caught:
        parse(twice)
    assert (caught.value.file, caught.value.place) == ("rules/zz.toml", "KE-01")


def test_a_pack_without_norms_is_refused() -> None:
    with pytest.raises(PackError, match="pack-file-missing") as caught:
        parse({name: data for name, data in files().items() if not name.startswith("rules/")})
    assert caught.value.file == "rules.toml"


def test_a_file_that_is_missing_is_named() -> None:
    with pytest.raises(PackError, match="pack-file-missing") as caught:
        parse({name: data for name, data in files().items() if name != "law.toml"})
    assert caught.value.file == "law.toml"


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(PackError, match="pack-not-toml"):
        parse({**files(), "law.toml": b"\xff\xfe"})


@pytest.mark.parametrize(
    ("file", "old", "new", "allowed"),
    [
        ("workflow.toml", 'regimes = ["PEMILU"]', 'regimes = ["PILEG"]', "PEMILU, PILKADA"),
        ("facts.toml", 'kind = "enum"', 'kind = "enumm"', "enum"),
        ("deadlines.toml", "length = 7", "lenght = 7", "length"),
        ("deadlines.toml", 'trigger = "ditemukan"', 'trigger = "ditemukn"', ""),
    ],
)
def test_a_fault_names_what_may_stand_there(file: str, old: str, new: str, allowed: str) -> None:
    with pytest.raises(PackError) as caught:
        read_whole(parse(changed(file, old, new)))
    assert caught.value.file == file
    assert allowed in caught.value.values.get("allowed", "")
