"""Which way one fact, taken alone, moves a part of a rule."""

import pytest

from rules.facts import read_value
from rules.leanings import Leanings, name_of
from rules.model import Truth
from tests.rules.shipped import pack


def _lean(rule: str, part: str, fact: str, value: object) -> Truth:
    read = read_value(pack(), fact, value)
    assert read is not None
    return Leanings(pack(), "PEMILU").leaning(rule, part, fact, read)


@pytest.mark.parametrize(
    ("rule", "part", "fact", "value", "way"),
    [
        ("DS-13", "u1", "jenis_kegiatan", "KAMPANYE", True),
        ("DS-13", "u1", "jenis_kegiatan", "KEAGAMAAN_ADAT", False),
        ("DS-04", "u2", "dukungan_aktif", "ya", True),
        ("DS-04", "u2", "dukungan_aktif", "tidak", False),
        ("DS-13", "subjek", "status_subjek", "PNS", True),
        ("DS-13", "masa", "tgl_peristiwa", "2024-01-21", True),
        ("DS-13", "u1", "atribut_partai", "ya", None),
        ("DS-13", "tidak-ada", "atribut_partai", "ya", None),
        ("XX-99", "u1", "atribut_partai", "ya", None),
    ],
)
def test_a_fact_moves_a_part_towards_yes_or_no_or_neither(
    rule: str, part: str, fact: str, value: object, way: Truth
) -> None:
    assert _lean(rule, part, fact, value) is way


def test_one_exception_with_two_effects_is_two_parts() -> None:
    rule = pack().rule("DS-04")
    assert rule is not None
    twice = [one for one in rule.exceptions if one.id == "X-01"]
    assert len({name_of(one.id, one.effect) for one in twice}) == len(twice) == 2
    assert name_of("u1") == "u1"


def test_what_a_part_reads_is_told() -> None:
    leanings = Leanings(pack(), "PEMILU")
    assert "atribut_partai" in leanings.reads("DS-13", "u2")
    assert leanings.reads("DS-13", "tidak-ada") == frozenset()


def test_a_leaning_is_worked_out_once() -> None:
    leanings = Leanings(pack(), "PEMILU")
    first = leanings.leaning("DS-13", "u2", "atribut_partai", value=True)
    assert leanings.leaning("DS-13", "u2", "atribut_partai", value=True) is first is True
