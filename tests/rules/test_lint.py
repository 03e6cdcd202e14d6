"""What `lint` finds in a pack that can be read; the shipped pack has no errors."""

import pytest
from msgspec import structs

from rules.lint import Finding, lint
from rules.pack import parse
from tests.rules.shipped import changed, pack

OFFICER = 'officer = "Apakah terlapor menjadi narasumber dalam kegiatan itu?"'
REGIMES = 'regimes = ["PEMILU", "PILKADA"]'
SANCTION = """test = { fact = "penugasan_dinas", is = "SURAT_TUGAS" }

[[rules.sanctions]]
"""
SIZE = 'label = "Ukuran"\nuse = "proof"'
ALWAYS = """
[[rules.exclusions]]
id = "DE-01.p0"
text = "Selalu perlu kajian"
effect = "STUDY"
test = { all = [] }

[[rules.exclusions]]
id = "DE-01.p1"
"""


def _errors(file: str, old: str, new: str) -> list[Finding]:
    return [one for one in lint(parse(changed(file, old, new))) if one.level == "error"]


def test_the_shipped_pack_has_no_errors() -> None:
    assert [one for one in lint(pack()) if one.level == "error"] == []


def test_second_hand_citations_and_facts_that_wait_for_later_rules_are_remarks() -> None:
    assert {one.code for one in lint(pack())} == {"to-check"}
    partial = parse(changed("facts.toml", SIZE, SIZE.replace("proof", "element")))
    found = lint(structs.replace(partial, partial=True))
    assert Finding("remark", "unused-fact", "ukuran_alat") in found


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "place"),
    [
        ("rules/ke.toml", REGIMES, "regimes = []", "no-regime", "KE-01"),
        ("rules/de.toml", 'subjects = ["KADES"]', "subjects = []", "no-subject", "DE-01"),
        ("rules/ke.toml", "conduct = true\n", "", "no-conduct", "KE-01"),
        (
            "rules/ke.toml",
            "doubt_reason = ",
            "# doubt_reason = ",
            "doubt-without-reason",
            "KE-03.u2",
        ),
        (
            "rules/de.toml",
            'class = "administratif desa"',
            'class = "PERLU KAJIAN - desa"',
            "class-needs-study",
            "DE-01",
        ),
        (
            "rules/ds.toml",
            SANCTION,
            SANCTION + "valid_from = 2022-01-01\n",
            "date-gap",
            "DS-13",
        ),
        (
            "rules/ds.toml",
            SANCTION,
            SANCTION + 'text = "Lama"\nvalid_to = 2022-01-01\n\n[[rules.sanctions]]\n',
            "date-overlap",
            "DS-13",
        ),
        (
            "law.toml",
            'id = "PP-94-2021"',
            'id = "PP-94-2021"\nvalid_to = 2025-01-01',
            "date-gap",
            "DS-13",
        ),
        (
            "examples/DE.toml",
            'outcome = "MEMENUHI',
            'outcome = "TIDAK_MEMENUHI"#',
            "example-fails",
            "DE-01-a",
        ),
        ("examples/KE.toml", '"PROGRAM_PEMERINTAH"', '"PARTAI"', "example-fails", "KE-01-b"),
        ("facts.toml", 'use = "element"', 'use = "proof"', "wrong-use", "status_subjek"),
        ("facts.toml", SIZE, SIZE.replace("proof", "element"), "unused-fact", "ukuran_alat"),
        ("facts.toml", 'PNS = "PNS", CPNS', "CPNS", "no-label", "status_subjek"),
        (
            "facts.toml",
            'terlapor = "Apa status',
            'terlapor = "Apa pelanggaran',
            "loaded-wording",
            "status_subjek",
        ),
        ("exceptions.toml", OFFICER, 'officer = " "', "no-wording", "x.X-02.1"),
    ],
)
def test_a_fault_is_found(file: str, old: str, new: str, code: str, place: str) -> None:
    assert (code, place) in [(one.code, one.place) for one in _errors(file, old, new)]


def test_a_rule_without_citation_sanction_or_examples_is_found() -> None:
    norm = next(one for one in pack().rules if one.id == "KE-01")
    bare = structs.replace(norm, source=structs.replace(norm.source, basis=(), sanctions=()))
    found = lint(structs.replace(pack(), rules=(bare,), examples=()))
    codes = [one.code for one in found if one.place == "KE-01"]
    assert codes == ["no-citation", "no-sanction", *["no-example"] * 3]


def test_a_rule_that_always_needs_study_needs_no_example_that_meets_it() -> None:
    law = parse(changed("rules/de.toml", '\n[[rules.exclusions]]\nid = "DE-01.p1"\n', ALWAYS))
    examples = tuple(one for one in law.examples if one.id in ("DE-01-b", "DE-01-c"))
    norms = tuple(one for one in law.rules if one.id == "DE-01")
    found = lint(structs.replace(law, rules=norms, examples=examples))
    assert [one for one in found if one.place == "DE-01" and one.level == "error"] == []


def test_sanctions_that_follow_each_other_are_in_order() -> None:
    law = parse(
        changed(
            "rules/ds.toml",
            SANCTION,
            SANCTION + 'text = "Lama"\nvalid_to = 2022-01-01\n\n[[rules.sanctions]]\n'
            "valid_from = 2022-01-02\n",
        )
    )
    assert [one for one in lint(law) if one.level == "error"] == []


def test_a_repealed_rule_needs_rows_only_for_its_own_time() -> None:
    law = parse(
        changed(
            "rules/ds.toml",
            "valid_from = 2021-08-31",
            "valid_from = 2021-08-31\nvalid_to = 2024-12-31",
        )
    )
    laws = {**law.laws}
    laws["PP-94-2021"] = structs.replace(
        laws["PP-94-2021"], valid_to=law.rules[-2].source.valid_to
    )
    found = lint(structs.replace(law, laws=laws))
    assert "DS-13" not in [one.place for one in found if one.code == "date-gap"]
