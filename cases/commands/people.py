"""Verbs of people and facts: party, attend, fact."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from cases.commands.fact_pages import facts_for_people, list_facts
from cases.commands.files import read_file
from cases.commands.frame import WrongUsage, add_family, add_verb, session
from cases.commands.work import pairs
from cases.errors import NetraError
from cases.home import Home
from cases.language import N_, tr
from cases.work import attendance, facts, packs, parties
from cases.work.assessment import read_assessment
from cases.work.cases import read_case_file, resolve_case
from cases.work.exhibits import resolve_exhibit
from cases.work.incidents import resolve_incident
from cases.work.records import (
    CaseId,
    Particulars,
    PartyId,
    Role,
    StatementRecord,
    Value,
)

ROLES = {
    "terlapor": Role.RESPONDENT,
    "pelapor": Role.COMPLAINANT,
    "saksi": Role.WITNESS,
    "ahli": Role.EXPERT,
    **{str(role): role for role in Role},
}
"""What may be typed for a role."""

Exhibits = Annotated[list[str] | None, typer.Option("--exhibit", help=N_("Kode bukti."))]
Text = Annotated[str, typer.Option()]
Party = Annotated[str, typer.Option(help=N_("Pihak, misalnya T-01; tanpa ini peristiwanya."))]


def party_add(
    context: typer.Context,
    case: str,
    role: Annotated[str, typer.Option(help=N_("terlapor, pelapor, saksi, ahli."))],
    label: Annotated[str, typer.Option(help=N_("Sebutan tanpa data pribadi."))] = "",
    particulars: Annotated[
        Path | None, typer.Option(help=N_("Berkas JSON data pribadi (name, nip, address …)."))
    ] = None,
) -> None:
    """Add a party; particulars come from a file, so that no shell remembers them."""
    here = session(context)
    acting = _role(role)
    person = _particulars(particulars) if particulars else None
    with here.open() as home:
        found = resolve_case(home, case)
        made = parties.add_party(home, found, role=acting, label=label, particulars=person).made
        (record,) = [one for one in parties.list_parties(home, found) if one.id == made]
        here.tell({"party": record.id, **asdict(record)})


def _role(text: str) -> Role:
    """Read a role, in Indonesian or as the documents name it."""
    role = ROLES.get(text.strip().casefold())
    if role is None:
        raise WrongUsage(
            tr("Peran “{kata}” tidak dikenal.", kata=text),
            tr("Pilihan: {choices}.", choices=", ".join(ROLES)),
        )
    return role


def party_list(context: typer.Context, case: str) -> None:
    """List the parties of a case, without particulars."""
    here = session(context)
    with here.open() as home:
        here.tell(parties.list_parties(home, resolve_case(home, case)))


def _particulars(path: Path) -> Particulars:
    data = read_file(path)
    advice = tr("Yang dikenal: {allowed}.", allowed=", ".join(asdict(Particulars())))
    try:
        person = msgspec.json.decode(data, type=Particulars)
        unknown = [key for key in msgspec.json.decode(data) if key not in asdict(person)]
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise NetraError(
            tr("Berkas data pribadi {nama} tidak dapat dibaca.", nama=path),
            tr("Tulis JSON dengan name, nip, address dan seterusnya."),
            code="bad-particulars",
        ) from error
    if unknown:  # what is not known would be lost without a word
        raise NetraError(
            tr(
                "Berkas data pribadi {nama} berisi kunci yang tidak dikenal: {key}.",
                nama=path,
                key=", ".join(unknown),
            ),
            advice,
            code="bad-particulars",
        )
    return person


def party_show(context: typer.Context, case: str, party: str, why: Text = "") -> None:
    """Show who a party is; for a complainant or witness the reading is recorded."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        here.tell(
            parties.read_particulars(home, parties.resolve_party(home, found, party), why=why)
        )


def attend(
    context: typer.Context,
    case: str,
    incident: str,
    party: str,
    exhibit: Exhibits = None,
    fact: Annotated[list[str] | None, typer.Option(help=N_("fakta=nilai"))] = None,
) -> None:
    """Record that a party was at an incident, and what the officer states of them there."""
    here = session(context)
    stated = pairs(fact or [])
    with here.open() as home:
        found = resolve_case(home, case)
        made = attendance.record_attendance(
            home,
            resolve_incident(home, found, incident),
            parties.resolve_party(home, found, party),
            [resolve_exhibit(home, found, code) for code in exhibit or ()],
            {key: value_of(home, found, key, text) for key, text in stated},
        ).made
        records = read_case_file(home, found).attendance
        (record,) = [one for one in records if one.id == made]
        here.tell({"attendance": made, **asdict(record)})


def value_of(home: Home, case: CaseId, fact: str, text: str) -> Value:
    """Read a value from the command line: ya/tidak for yes-no facts, commas between several."""
    pack = packs.load(read_case_file(home, case).case.pack)
    known = pack.facts.get(fact)
    kind = known.kind if known else "bool"
    if kind == "bool" and text.casefold() in ("ya", "tidak"):
        return text.casefold() == "ya"
    if kind == "multi":
        return [part.strip() for part in text.split(",") if part.strip()]
    return text


def _party(home: Home, case: CaseId, named: str) -> PartyId | None:
    return parties.resolve_party(home, case, named) if named else None


def fact_state(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    incident: str,
    fact: str,
    value: str,
    party: Party = "",
    sayer: Annotated[
        str, typer.Option(help=N_("Pihak yang mengatakan; tanpa ini pengawas."))
    ] = "",
    exhibit: Exhibits = None,
    note: Text = "",
) -> None:
    """State a fact of an incident, or of one respondent in it."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        made = facts.state_fact(
            home,
            resolve_incident(home, found, incident),
            fact,
            value_of(home, found, fact, value),
            case=found,
            party=_party(home, found, party),
            sayer=_party(home, found, sayer),
            exhibits=[resolve_exhibit(home, found, code) for code in exhibit or ()],
            note=note,
        ).made
        here.tell({"statement": made, **asdict(_said(home, found, made))})


def _said(home: Home, case: CaseId, event: str) -> StatementRecord:
    states = read_case_file(home, case).facts
    return next(one for state in states for one in state.statements if one.event == event)


def fact_withdraw(context: typer.Context, case: str, statement: str, reason: Text) -> None:
    """Take a statement back, with a reason; it stays in the journal."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        states = read_case_file(home, found).facts
        wanted = [one.event for state in states for one in state.statements]
        matching = [event for event in wanted if statement and event.startswith(statement)]
        if len(matching) != 1:
            raise nothing(tr("keterangan {n}", n=statement))
        facts.withdraw(home, matching[0], reason)
        here.tell({"withdrawn": matching[0]})


def fact_rule(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    incident: str,
    fact: str,
    value: str,
    reason: Text,
    party: Party = "",
) -> None:
    """Decide what is taken as so where statements differ; every statement stays."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        made = facts.rule_on_fact(
            home,
            resolve_incident(home, found, incident),
            fact,
            value_of(home, found, fact, value),
            case=found,
            party=_party(home, found, party),
            reason=reason,
        ).made
        here.tell({"ruling": made})


def fact_list(
    context: typer.Context,
    case: str,
    everything: Annotated[
        bool, typer.Option("--all", help=N_("Semua aturan dan unsur, seperti pada JSON."))
    ] = False,
) -> None:
    """Show what is known, what contradicts, and what the rules find in it."""
    here = session(context)
    with here.open() as home:
        file = read_case_file(home, resolve_case(home, case))
        assessment = read_assessment(home, file.case.id)
        whole = {"facts": list(file.facts), "assessment": assessment}
        here.tell(whole, None if everything else facts_for_people(file, assessment))


def fact_names(
    context: typer.Context,
    word: Annotated[str, typer.Argument(help=N_("Bagian dari kunci atau namanya."))] = "",
) -> None:
    """List the facts that can be stated, with their values. Needs no home."""
    session(context).tell(list_facts(word))


def nothing(what: str) -> NetraError:
    """Say that the case has no such thing."""
    return NetraError(
        tr("Kasus ini tidak punya {what}.", what=what),
        tr("Lihat isi kasus dengan `clarify show`."),
        code="not-found",
    )


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "attend", attend, N_("Catat kehadiran satu pihak pada peristiwa."))
    party = add_family(app, "party", N_("Pihak."))
    add_verb(party, "add", party_add, N_("Tambah pihak; data pribadi dari berkas."))
    add_verb(party, "list", party_list, N_("Daftar pihak sebuah kasus."))
    add_verb(party, "show", party_show, N_("Tampilkan data pribadi; pembacaannya dicatat."))
    fact = add_family(app, "fact", N_("Fakta dan keterangan."))
    add_verb(fact, "state", fact_state, N_("Nyatakan fakta peristiwa atau satu terlapor."))
    add_verb(fact, "rule", fact_rule, N_("Putuskan di antara keterangan yang berbeda."))
    add_verb(fact, "withdraw", fact_withdraw, N_("Tarik keterangan dengan alasan."))
    add_verb(fact, "names", fact_names, N_("Semua fakta dan nilai yang dapat ditulis."))
    add_verb(fact, "list", fact_list, N_("Fakta yang diketahui dan hasil pemeriksaan unsur."))
