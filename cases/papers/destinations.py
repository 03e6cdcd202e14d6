"""Whom a case may be forwarded to: by the rules that are met, on the day of the letter."""

import re
from dataclasses import replace
from datetime import date

import msgspec

from cases.work import packs
from cases.work.known import known_in, known_of, matter_of, respondents_in
from cases.work.overview import CaseAssessment, CaseFile
from cases.work.records import Role
from rules.routing import Destination, addressees


def destinations(file: CaseFile, assessment: CaseAssessment, on: date) -> tuple[Destination, ...]:
    """
    List the addressees of a case, each once.

    A code that several bodies share (village head, village staff) gets a number behind it.
    """
    pack = packs.load(file.case.pack)
    codes_of = {norm.id: norm.addressees for norm in pack.rules}
    met: dict[tuple[str, str], set[str]] = {}
    for one in assessment.findings:
        if one.raised and one.outcome == "MEMENUHI_UNSUR":
            met.setdefault((one.incident, one.party), set()).update(codes_of[one.rule])
    matter = matter_of(file)
    found: dict[tuple[str, str], Destination] = {}
    for incident in matter.incidents:
        inherited = known_in(matter, incident)
        for party in respondents_in(matter, incident.id):
            codes = met.get((incident.id, party.id), set())
            facts = known_of(matter, inherited, incident.id, party.id).values
            for body in addressees(pack.addressees, codes, facts, on):
                found.setdefault((body.code, body.name), body)
    return _numbered(tuple(found.values()))


def concerning(
    file: CaseFile, assessment: CaseAssessment, body: Destination
) -> tuple[CaseFile, CaseAssessment]:
    """Keep what one body is told: the rules that lead to it, and whom they concern."""
    code = re.sub(r"-\d+$", "", body.code)
    pack = packs.load(file.case.pack)
    led = {norm.id for norm in pack.rules if code in norm.addressees}
    found = tuple(
        one
        for one in assessment.findings
        if one.raised and one.outcome == "MEMENUHI_UNSUR" and one.rule in led
    )
    told = {one.party for one in found}
    parties = tuple(
        one for one in file.parties if one.role is not Role.RESPONDENT or one.id in told
    )
    return replace(file, parties=parties), replace(assessment, findings=found)


def _numbered(found: tuple[Destination, ...]) -> tuple[Destination, ...]:
    seen: dict[str, int] = {}
    named = []
    for one in found:
        count = seen[one.code] = seen.get(one.code, 0) + 1
        code = one.code if count == 1 else f"{one.code}-{count}"
        named.append(msgspec.structs.replace(one, code=code))
    return tuple(named)
