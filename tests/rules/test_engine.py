"""From elements and exceptions to an outcome; what is raised, missing, noted, cited."""

from collections.abc import Mapping
from datetime import date

import pytest

from rules.engine import assess, decide
from rules.errors import RuleError
from rules.model import (
    Effect,
    ElementResult,
    ExceptionResult,
    Filing,
    Outcome,
    Respondent,
    Truth,
)
from rules.pack import parse
from tests.rules.shipped import (
    AFTER,
    BALIHO,
    BEFORE,
    PASSIVE,
    PHOTO,
    POST,
    assess_all,
    changed,
    pack,
)

MET, NOT_MET, STUDY = Outcome.MET, Outcome.NOT_MET, Outcome.STUDY


def _raised(facts: Mapping[str, object], day: date = AFTER, **more: object) -> set[str]:
    found = assess_all(facts, day, **more)  # type: ignore[arg-type]
    return {rule for rule, one in found.items() if one.raised}


@pytest.mark.parametrize(
    ("elements", "excludes", "study", "outcome"),
    [
        ([True, False], None, None, NOT_MET),
        ([None, False], True, True, NOT_MET),
        ([True, True], True, True, NOT_MET),
        ([True, True], True, None, NOT_MET),
        ([True, True], None, False, STUDY),
        ([True, True], False, True, STUDY),
        ([True, True], False, None, STUDY),
        ([True, True], False, False, MET),
        ([True, None], True, False, STUDY),
        ([None, None], False, False, STUDY),
        ([], False, False, MET),
    ],
)
def test_the_outcome_follows_the_table(
    elements: list[Truth], excludes: Truth, study: Truth, outcome: Outcome
) -> None:
    exceptions = [
        ExceptionResult(id="X-01", text="", effect=Effect.EXCLUDES, value=excludes),
        ExceptionResult(id="X-10", text="", effect=Effect.STUDY, value=study),
        ExceptionResult(id="X-99", text="", effect=Effect.NOTE, value=True),
    ]
    parts = [ElementResult(id="u", text="", value=value) for value in elements]
    assert decide(parts, exceptions) is outcome


def test_every_rule_of_the_pack_is_assessed_for_every_respondent() -> None:
    filing = Filing(
        regime="PILKADA",
        occurred_on=AFTER,
        calendar="PILKADA2024",
        respondents=(Respondent("T-01", {}), Respondent("T-02", {})),
    )
    result = assess(pack(), filing)
    assert result.pack == "netralitas-2026.11"
    assert [one.id for one in result.respondents] == ["T-01", "T-02"]
    assert all(len(one.assessments) == len(pack().rules) for one in result.respondents)
    assert all(one.raised == () for one in result.respondents)


def test_a_rule_that_is_alleged_may_be_any_of_the_pack() -> None:
    filing = Filing(
        regime="PILKADA",
        occurred_on=AFTER,
        allege=("DS-01", "KE-01"),
        respondents=(Respondent("T-01", {"status_subjek": "PNS"}),),
    )
    assert [one.rule for one in assess(pack(), filing).respondents[0].raised] == ["DS-01"]


@pytest.mark.parametrize(
    ("allege", "calendar", "code"),
    [
        (("ZZ-01",), "", "unknown-rule"),
        ((), "PEMILU1955", "unknown-calendar"),
        ((), "PEMILU2024", "calendar-of-other-regime"),
    ],
)
def test_a_filing_that_names_what_is_not_there_is_refused(
    allege: tuple[str, ...], calendar: str, code: str
) -> None:
    filing = Filing(
        regime="PILKADA", occurred_on=AFTER, calendar=calendar, allege=allege, respondents=()
    )
    with pytest.raises(RuleError, match=code):
        assess(pack(), filing)


def test_a_fresh_case_raises_nothing() -> None:
    assert _raised({"status_subjek": "PNS", "status_cuti": "TIDAK"}) == set()


def _of_the_service(raised: set[str]) -> set[str]:
    """Keep the norms on the ethics and discipline of the civil service."""
    return {rule for rule in raised if rule.startswith(("KE-", "DS-"))}


def test_a_topic_that_is_open_raises_its_rules_only() -> None:
    def raised(topic: dict[str, object], *day: date) -> set[str]:
        return _of_the_service(_raised({"status_subjek": "PNS", **topic}, *day))

    assert raised({"jenis_alat": "BALIHO"}) == {"DS-01"}
    assert raised({"jenis_alat": "BALIHO"}, BEFORE) == {"KE-01", "DS-23"}
    assert raised({"jenis_interaksi": ["SUKA"]}) == {"DS-02", "DS-06"}
    assert raised({"foto_dengan": ["CALON"]}) == {"DS-07", "DS-22"}
    rally: dict[str, object] = {"jenis_kegiatan": "KAMPANYE"}
    assert raised(rally) == {"DS-04", "DS-13", "DS-14", "DS-15", "DS-16", "DS-18"}
    assert raised(rally, date(2024, 9, 24)) == {"DS-04", "DS-18"}
    assert raised({"bentuk_keputusan": "SK"}) == {"DS-08", "DS-12", "DS-21"}
    assert "DE-01" in _raised({"status_subjek": "KADES", **rally})


def test_a_fresh_respondent_raises_nothing() -> None:
    assert _raised({"status_subjek": "PNS"}) == set()
    assert _raised({"status_subjek": "PPPK"}) == set()
    assert _raised({"status_subjek": "NON_ASN"}) == set()


def test_conduct_that_is_true_raises_its_rule_without_a_topic() -> None:
    ordered: dict[str, object] = {"peran_pemasangan": ["MEMESAN"]}
    assert _of_the_service(_raised({"status_subjek": "PNS", **ordered})) == {"DS-01"}
    assert "PK-01" in _raised({"status_subjek": "PPPK", **ordered})
    assert "NA-01" in _raised({"status_subjek": "NON_ASN", **ordered})


def test_conduct_that_is_false_raises_nothing() -> None:
    assert _raised({**BALIHO, "peran_pemasangan": ["TIDAK_TERLIBAT"]}) == set()


def test_what_the_officer_alleges_is_raised_unless_it_cannot_apply() -> None:
    assert _raised({"status_subjek": "PNS"}, allege=("DS-01",)) == {"DS-01"}
    assert _raised({"status_subjek": "PPPK"}, allege=("DS-13",)) == set()
    assert _raised({}, allege=("DS-13",)) == {"DS-13"}


def test_somebody_who_only_listened_sees_the_rule_and_why_it_is_not_met() -> None:
    found = assess_all(PASSIVE)["DS-04"]
    assert (found.raised, found.outcome) == (True, NOT_MET)
    assert [one.id for one in found.exceptions if one.value] == ["X-01"]
    assert any("dua pembacaan" in note for note in found.notes)


def test_missing_is_every_fact_that_keeps_the_outcome_open_and_nothing_else() -> None:
    open_one = assess_all({**POST, "bukti_diretas": None, "akun_milik": "TIDAK_JELAS"})["DS-06"]
    assert open_one.outcome is STUDY
    assert open_one.missing == ("akun_milik", "bukti_diretas")
    decided = assess_all({**PASSIVE, "dukungan_aktif": True, "ajakan": None})["DS-04"]
    assert (decided.outcome, decided.missing) == (MET, ())


def test_deciding_names_the_facts_the_outcome_rests_on() -> None:
    assert assess_all({**BALIHO, "status_subjek": "POLRI"})["DS-01"].deciding == ("status_subjek",)
    met = assess_all(BALIHO)["DS-01"].deciding
    assert set(met) == {"status_subjek", "status_calon", "tgl_peristiwa", "peran_pemasangan"}
    excluded = assess_all({**POST, "bukti_diretas": True})["DS-06"]
    assert excluded.outcome is NOT_MET
    assert "bukti_diretas" in excluded.deciding


def test_each_element_tells_the_facts_that_decide_it() -> None:
    element = assess_all(BALIHO)["DS-01"].elements[0]
    assert (element.value, element.conduct, element.facts) == (True, True, ("peran_pemasangan",))


def test_the_basis_is_the_law_of_the_day_of_the_incident() -> None:
    def laws(day: date | None) -> list[str]:
        found = assess_all({**BALIHO, "status_calon": "BAKAL_CALON"}, day, "PEMILU")
        return [one.law for one in found["KE-01"].basis]

    assert laws(date(2023, 10, 30)) == ["SKB-2022", "PP-42-2004", "UU-5-2014"]
    assert laws(date(2023, 10, 31)) == ["SKB-2022", "PP-42-2004", "UU-20-2023"]
    assert laws(None) == ["SKB-2022", "PP-42-2004", "UU-5-2014", "UU-20-2023"]


def test_second_hand_citations_are_marked_for_checking() -> None:
    marks = {one.law: one.to_check for one in assess_all(BALIHO)["DS-01"].basis}
    assert marks == {"SKB-2022": True, "PP-94-2021": False}


@pytest.mark.parametrize(("day", "outcome"), [("2022-09-21", NOT_MET), ("2022-09-22", MET)])
def test_a_norm_applies_from_its_first_day(day: str, outcome: Outcome) -> None:
    facts = {**BALIHO, "status_calon": "BAKAL_CALON"}
    found = assess_all(facts, date.fromisoformat(day), "PEMILU")["KE-01"]
    assert found.outcome is outcome
    assert any("belum atau tidak lagi berlaku" in note for note in found.notes) is (
        outcome is NOT_MET
    )


def test_without_a_calendar_the_period_is_open_and_says_so() -> None:
    found = assess_all({**PASSIVE, "atribut_partai": True}, date(2026, 5, 1))["DS-13"]
    assert (found.outcome, found.missing) == (STUDY, ())
    assert any("Kalender pemilihan" in note for note in found.notes)


def test_the_election_is_asked_for_where_it_decides_the_calendar() -> None:
    found = assess_all({**PASSIVE, "atribut_partai": True}, date(2025, 5, 1))["DS-13"]
    assert found.missing == ("jenis_pemilihan",)


def test_an_excluding_clause_nobody_claimed_is_printed() -> None:
    assert any("menertibkan" in note for note in assess_all(BALIHO)["DS-01"].notes)
    answered = assess_all({**BALIHO, "x.DS-01.1": "tidak"})["DS-01"]
    assert answered.outcome is MET
    assert not any("menertibkan" in note for note in answered.notes)


def test_contradicting_members_make_the_fact_unknown_and_are_told() -> None:
    found = assess_all({**BALIHO, "peran_pemasangan": ["MEMASANG", "TIDAK_TERLIBAT"]})["DS-01"]
    assert (found.outcome, found.missing) == (STUDY, ("peran_pemasangan",))
    assert any("bertentangan" in note for note in found.notes)
    assert not any("bertentangan" in note for note in assess_all(PHOTO)["DS-07"].notes)


def test_doubt_about_the_level_is_noted_and_changes_nothing() -> None:
    found = assess_all(
        {**BALIHO, "status_subjek": "PPPK", "jenis_pemilihan": "DPRD"}, date(2024, 1, 1), "PEMILU"
    )["DS-01"]
    assert found.outcome is MET
    assert any("PP 49/2018" in note for note in found.notes)
    assert any("pasangan calon" in note for note in found.notes)


CLAUSE = """
[[rules.considerations]]
id = "x.DS-13.1"
text = "kegiatan itu terbuka untuk umum"
required = true

[rules.considerations.ask]
officer = "Apakah kegiatan itu terbuka untuk umum?"

[[rules.exclusions]]
id = "DS-13.p1"
"""


def test_a_required_clause_without_a_fact_is_open_until_a_person_answers() -> None:
    law = parse(changed("rules/ds.toml", '\n[[rules.exclusions]]\nid = "DS-13.p1"\n', CLAUSE))
    facts = {**PASSIVE, "atribut_partai": True}
    found = assess_all(facts, law=law)["DS-13"]
    assert (found.outcome, found.missing) == (STUDY, ("x.DS-13.1",))
    assert assess_all({**facts, "x.DS-13.1": "ya"}, law=law)["DS-13"].outcome is MET
    assert assess_all({**facts, "x.DS-13.1": "tidak"}, law=law)["DS-13"].outcome is NOT_MET


def test_an_exception_that_is_only_a_note_is_printed() -> None:
    law = parse(
        changed(
            "rules/ds.toml",
            '{ id = "X-08", effect = "EXCLUDES" }',
            '{ id = "X-08", effect = "NOTE" }',
        )
    )
    spouse = {
        **PHOTO,
        "hubungan_keluarga": "SUAMI_ISTRI",
        "gestur_berpihak": False,
        "atribut_partai": False,
        "latar_partai": False,
        "penugasan_dinas": "TIDAK",
    }
    found = assess_all(spouse, law=law)["DS-07"]
    assert found.outcome is MET
    assert any("suami atau istri" in note for note in found.notes)


def test_a_sanction_has_its_dates() -> None:
    law = parse(
        changed(
            "rules/ke.toml",
            '[[rules.sanctions]]\ntext = "Sanksi moral',
            '[[rules.sanctions]]\ntext = "Teguran"\nvalid_from = 2022-09-22\n'
            "valid_to = 2024-01-31\n\n[[rules.sanctions]]\nvalid_from = 2024-02-01\n"
            'text = "Sanksi moral',
        )
    )

    def on(day: date | None) -> str:
        return assess_all(BALIHO, day, law=law)["KE-01"].sanction

    assert on(date(2024, 1, 31)) == "Teguran"
    assert on(date(2024, 2, 1)).startswith("Sanksi moral")
    assert on(None).startswith("Sanksi moral")
    assert on(date(2020, 1, 1)).startswith("Sanksi moral")


def test_a_rule_of_one_regime_is_no_rule_of_the_other() -> None:
    law = parse(
        changed("rules/ke.toml", 'regimes = ["PEMILU", "PILKADA"]', 'regimes = ["PEMILU"]')
    )
    facts = {**BALIHO, "status_calon": "BAKAL_CALON"}
    assert assess_all(facts, law=law)["KE-01"].outcome is NOT_MET
    assert assess_all(facts, date(2023, 10, 1), "PEMILU", law=law)["KE-01"].outcome is MET
