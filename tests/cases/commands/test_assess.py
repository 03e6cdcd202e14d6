"""`assess FILE`: the document a script gives, and the document it gets."""

import json
from typing import Any

import pytest

from cases.commands.assess import assess_document
from cases.errors import NetraError
from tests.rules.shipped import BALIHO, PASSIVE

RALLY = {**PASSIVE, "dukungan_aktif": True}


def _assess(document: dict[str, Any]) -> dict[str, Any]:
    return assess_document(json.dumps(document).encode(), ".json")


def _one(facts: dict[str, Any], **more: Any) -> dict[str, Any]:
    filing = {"regime": "PILKADA", "occurred_at": "2024-10-05", **more}
    respondent: dict[str, Any] = _assess(
        {**filing, "respondents": [{"id": "T-01", "facts": facts}]}
    )["respondents"][0]
    return respondent


def _rule(respondent: dict[str, Any], rule: str) -> dict[str, Any]:
    return next(one for one in respondent["assessments"] if one["rule"] == rule)


def test_the_answer_has_all_rules_with_the_agreed_keys() -> None:
    answer = _assess(
        {
            "regime": "PILKADA",
            "occurred_at": "2024-10-05T20:15:00+08:00",
            "known_on": None,
            "respondents": [{"id": "T-01", "facts": RALLY}],
        }
    )
    assert answer["pack"] == "netralitas-2026.11"
    respondent = answer["respondents"][0]
    assert set(respondent) == {"id", "assessments", "questions", "addressees"}
    assert len(respondent["assessments"]) == 71
    agreed = {
        "rule",
        "outcome",
        "raised",
        "class",
        "sanction",
        "elements",
        "exceptions",
        "missing",
        "notes",
        "basis",
    }
    assert agreed <= set(respondent["assessments"][0])
    element = _rule(respondent, "DS-04")["elements"][0]
    assert element == {
        "id": "u1",
        "text": "Terlapor menghadiri deklarasi atau kampanye",
        "value": "ya",
        "reason": "",
    }


def test_json_and_toml_say_the_same() -> None:
    toml = """
regime = "PILKADA"
occurred_at = 2024-10-05T20:15:00+08:00
[[respondents]]
id = "T-01"
[respondents.facts]
status_subjek = "PNS"
jenis_alat = "BALIHO"
isi_alat = ["PROMOSI_CALON_LAIN"]
peran_pemasangan = ["MEMASANG"]
"""
    filing = {
        "regime": "PILKADA",
        "occurred_at": "2024-10-05",
        "respondents": [{"id": "T-01", "facts": dict(BALIHO)}],
    }
    assert assess_document(toml.encode(), ".toml") == _assess(filing)


def test_a_met_rule_names_class_sanction_basis_and_addressee() -> None:
    found = _one(RALLY, forwarded_on="2024-10-09")
    rule = _rule(found, "DS-04")
    assert (rule["outcome"], rule["class"]) == ("MEMENUHI_UNSUR", "disiplin berat")
    assert "12 bulan" in rule["sanction"]
    assert "status_calon: CALON_DITETAPKAN" in rule["basis"][0]
    assert (
        "PP 94/2021 pasal 5 huruf n angka 5 dan 6; pasal 14 huruf i angka 3 dan 4" in rule["basis"]
    )
    assert any("perlu dicek" in one for one in rule["basis"])
    assert [one["code"] for one in found["addressees"]] == ["AD-ASN"]
    assert "BKN" in found["addressees"][0]["name"]
    assert not any("DS-04" in one["decides"] for one in found["questions"])


@pytest.mark.parametrize(
    ("letter", "name"),
    [("2024-08-23", "KASN"), ("2024-08-24", "BKN"), ("2024-09-03", "BKN"), ("2024-09-04", "BKN")],
)
def test_the_addressee_follows_the_date_of_the_letter(letter: str, name: str) -> None:
    addressees = _one(RALLY, forwarded_on=letter)["addressees"]
    assert len(addressees) == 1
    assert name in addressees[0]["name"]


def test_without_a_letter_every_line_is_given_with_its_dates() -> None:
    addressees = _one(RALLY)["addressees"]
    assert [one["code"] for one in addressees] == ["AD-ASN"] * 4
    assert addressees[0]["to"] == "2024-08-23"


def test_only_raised_rules_that_are_met_have_addressees() -> None:
    assert _one(dict(PASSIVE), forwarded_on="2024-10-09")["addressees"] == []
    village = _one({**RALLY, "status_subjek": "KADES"}, forwarded_on="2024-10-09")["addressees"]
    assert [one["code"] for one in village] == ["AD-DESA"]


def test_open_rules_ask_and_tell_what_would_decide() -> None:
    found = _one({**RALLY, "atribut_partai": True, "penugasan_dinas": None})
    question = next(one for one in found["questions"] if one["fact"] == "penugasan_dinas")
    assert question["text"] == (
        "Apakah terlapor berada di sana karena tugas dinas (protokol, keamanan, "
        "pelayanan), dan adakah surat tugasnya?"
    )
    assert "DS-13" in question["decides"]
    rule = _rule(found, "DS-13")
    assert rule["missing"] == ["penugasan_dinas"]
    assert rule["decide"]["TIDAK_MEMENUHI"] == [["penugasan_dinas"]]
    assert rule["exceptions"][0]["value"] == "belum_diketahui"


def test_an_exception_that_holds_is_named() -> None:
    exceptions = _rule(_one(dict(PASSIVE)), "DS-04")["exceptions"]
    assert [(one["id"], one["value"]) for one in exceptions] == [("X-01", "ya")]


@pytest.mark.parametrize(
    ("document", "code", "named"),
    [
        (b"[", "not-readable", "JSON"),
        (b"{}", "missing-key", "respondents"),
        (b'{"regime": "PILKADA", "respondents": []}', "missing-key", "occurred_at"),
        (
            b'{"regime": "PILKADA", "occurred_at": "2024-10-05",'
            b' "respondents": [{"id": "T-01", "facts": {"ajakan": "mungkin"}}]}',
            "not-yes-or-no",
            "ajakan (T-01)",
        ),
        (
            b'{"regime": "PILKADA", "occurred_at": "2024-10-05", "allege": ["ZZ-01"],'
            b' "respondents": []}',
            "unknown-rule",
            "ZZ-01",
        ),
    ],
)
def test_bad_input_gets_one_clear_sentence(document: bytes, code: str, named: str) -> None:
    with pytest.raises(NetraError) as caught:
        assess_document(document, ".json")
    assert caught.value.code == code
    assert named in caught.value.message
    assert caught.value.advice
