"""Facts on a page that a person can read: what is known, what is missing, what can be stated."""

from typing import Any

from cases.language import tr
from cases.work import packs
from cases.work.fact_words import choices_of, fact_label, kind_of, of_incident, value_label
from cases.work.overview import CaseAssessment, CaseFile, Finding, Question
from cases.work.records import FactState
from rules.pack import Pack


def facts_for_people(file: CaseFile, assessment: CaseAssessment) -> dict[str, Any]:
    """Give the known facts, the raised rules, and what these still lack."""
    pack = packs.load(file.case.pack)
    codes: dict[str, str] = {one.id: one.code for one in file.incidents}
    codes.update((one.id, one.code) for one in file.parties)
    raised = [one for one in assessment.findings if one.raised]
    page: dict[str, Any] = {
        "facts": [_known(state, codes, pack) for state in file.facts],
        "rules": [_found(one) for one in raised],
        "missing": [_missing(one, codes) for one in assessment.questions],
    }
    others = len(assessment.findings) - len(raised)
    if others:
        page["notes"] = [
            tr("Aturan lain ({n}) tidak terkait; lihat semuanya dengan --all.", n=others)
        ]
    return page


def list_facts(word: str = "") -> list[dict[str, Any]]:
    """Give the facts of the newest pack whose key or name has the word in it."""
    pack = packs.load(packs.newest())
    wanted = word.strip().casefold()
    return [
        {
            "fact": key,
            "name": fact_label(key, pack),
            "kind": kind_of(pack, key),
            "about": "incident" if of_incident(pack, key) else "respondent",
            "values": [value for value, _ in choices_of(pack, key)],
        }
        for key in pack.facts
        if wanted in f"{key} {fact_label(key, pack)}".casefold()
    ]


def _known(state: FactState, codes: dict[str, str], pack: Pack) -> str:
    if state.contradicting and not state.ruled:
        said = tr("keterangan bertentangan")
    elif state.value is None:
        said = tr("belum diketahui")
    else:
        said = value_label(state.fact, state.value, pack)
    about = _about(state.incident, state.party, codes)
    return f"{about} {fact_label(state.fact, pack)} ({state.fact}): {said}"


def _found(one: Finding) -> dict[str, Any]:
    return {
        "rule": f"{one.rule} {one.title}",
        "about": f"{one.incident_code} · {one.party_code}",
        "outcome": one.outcome,
    }


def _missing(one: Question, codes: dict[str, str]) -> str:
    about = _about(one.incident, one.party, codes)
    choices = ", ".join(value for value, _ in one.choices)
    return f"{about} {one.fact}: {one.text}" + (f" [{choices}]" if choices else "")


def _about(incident: str, party: str | None, codes: dict[str, str]) -> str:
    named = (codes.get(incident, ""), codes.get(party or "", ""))
    return " · ".join(code for code in named if code)
