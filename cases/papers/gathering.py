"""What a paper needs beside the case: read from the home, for one form and what was chosen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypedDict

from sqlalchemy import select

from cases import clock
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.papers import office_head
from cases.papers.blanks import blank_file
from cases.papers.catalogue import people_of
from cases.papers.context import PaperContext, SealedFile
from cases.papers.destinations import concerning, destinations
from cases.papers.forms import custody
from cases.papers.pack_words import words_of
from cases.papers.report import readable
from cases.tables import exchange
from cases.tables import exhibit as exhibit_table
from cases.work.assessment import assess_file
from cases.work.cases import read_case_file
from cases.work.custody import custody_of_case
from cases.work.handling import read_handling
from cases.work.overview import CaseFile
from cases.work.parties import read_particulars
from cases.work.records import CaseId, ClarificationId, ExhibitId, Particulars, PartyId
from cases.work.scopes import absent
from cases.work.times import local_date, zone_of_region
from rules.forms import FormKind
from rules.routing import Destination


class PaperChoice(TypedDict, total=False):
    """What may be chosen for a paper."""

    clarification: ClarificationId | None
    """The hearing; None: the last one."""
    exhibit: ExhibitId | None
    """The exhibit, for papers about one; None: all that the form is for."""
    addressee: str
    """Code of the addressee of a letter (`AD-ASN`); empty: the first there is."""
    final: bool
    redacted: bool
    """A copy for the public: derived copies in place of pictures, codes in place of names."""
    blank: bool
    """An empty form to fill in by hand."""


def gather(
    home: Home, case: CaseId, form: str, choice: PaperChoice
) -> tuple[CaseFile, PaperContext]:
    """Read what a paper is made of; whose particulars were read stands in the journal."""
    file = read_case_file(home, case)
    context = _context(home, file, choice)
    kind = _kind(context, form)
    _check(file, kind, choice)
    if kind.about == "hearing":
        hearing = context.hearing(file)
        context = replace(context, clarification=hearing.id if hearing else None)
    else:
        context = replace(context, clarification=None)
    file, context = _judged(file, context, kind, choice)
    context = replace(context, **_special(home, file, form))
    if choice.get("blank"):
        return blank_file(file, kind, context.clarification), context
    if not choice.get("redacted"):
        people = _people(home, file, people_of(kind, file, context))
        context = context.with_particulars(people)
    return file, context


def addressees_of(home: Home, case: CaseId, form: str = "penerusan") -> tuple[Destination, ...]:
    """Give whom a case may be forwarded to on the day of the letter; undated: today."""
    file = read_case_file(home, case)
    day = _letter_day(file, form) or date.fromisoformat(clock.today())
    return destinations(file, assess_file(file), day)


def _context(home: Home, file: CaseFile, choice: PaperChoice) -> PaperContext:
    return PaperContext(
        forms=office_head.names_of(home, file.case.pack),
        officer=home.officer,
        zone=zone_of_region(home.officer.region),
        photo=lambda sha256: readable(home.vault.read, sha256),
        office=office_head.read_letterhead(home),
        clarification=choice.get("clarification"),
        final=choice.get("final", False),
        words=words_of(file.case.pack),
        exhibit=choice.get("exhibit"),
        redacted=choice.get("redacted", False),
        blank=choice.get("blank", False),
    )


def _kind(context: PaperContext, form: str) -> FormKind:
    found = context.forms.kind(form)
    if found is None:
        names = ", ".join(kind.form for kind in context.forms.kinds)
        raise NetraError(
            tr("Tidak ada formulir “{form}”.", form=form),
            tr("Formulir yang ada: {names}.", names=names),
            code="unknown-form",
        )
    return found


def _check(file: CaseFile, kind: FormKind, choice: PaperChoice) -> None:
    exhibit = choice.get("exhibit")
    if exhibit and all(one.id != exhibit for one in file.exhibits):
        raise absent(exhibit_table)
    if choice.get("redacted") and not kind.public:
        raise NetraError(
            tr("Formulir “{form}” tidak punya salinan untuk umum.", form=kind.form),
            tr("Yang punya: Formulir A dan daftar bukti."),
            code="not-for-public",
        )


def _judged(
    file: CaseFile, context: PaperContext, kind: FormKind, choice: PaperChoice
) -> tuple[CaseFile, PaperContext]:
    """Give what the rules make of the case to forms that may say it, and to no others."""
    if not kind.judging or choice.get("redacted"):
        return file, context
    assessment = assess_file(file)
    if kind.about == "addressee":
        # without its day nobody knows yet who gets the letter
        day = _letter_day(file, kind.form)
        found = destinations(file, assessment, day) if day else ()
        wanted = choice.get("addressee", "")
        chosen = next((one for one in found if wanted in {"", one.code}), None)
        if wanted and day and chosen is None:
            raise NetraError(
                tr("“{kode}” bukan alamat penerusan kasus ini.", kode=wanted),
                tr("Yang ada: {names}.", names=", ".join(one.code for one in found) or "–"),
                code="no-such-addressee",
            )
        if chosen is not None:
            file, assessment = concerning(file, assessment, chosen)
            context = replace(context, addressee=chosen)
    return file, replace(context, assessment=assessment)


def _letter_day(file: CaseFile, form: str) -> date | None:
    written = [
        value
        for (one, _, field), value in file.filled.items()
        if (one, field) == (form, "tanggal")
    ]
    return local_date(written[0], "+00:00") if written else None


def _special(home: Home, file: CaseFile, form: str) -> dict[str, Any]:
    """Read what only one form needs."""
    if form == custody.FORM:
        return {"custody": custody_of_case(home, file.case.id)}
    if form == "kajian-awal":
        return {"handling": read_handling(home, file.case.id)}
    if form == "pengantar":
        return {"sealed": _last_sealed(home, file.case.id)}
    if form == "lembar-tindak-lanjut":
        words = words_of(file.case.pack)
        asked = dict.fromkeys(words.question(one.fact) for one in assess_file(file).questions)
        return {"questions": tuple(asked)}
    return {}


def _last_sealed(home: Home, case: CaseId) -> SealedFile | None:
    with home.read() as connection:
        row = connection.execute(
            select(exchange)
            .where(exchange.c.case == case, exchange.c.act == "sealed")
            .order_by(exchange.c.lam.desc(), exchange.c.event)
        ).first()
    return SealedFile(row.file, row.sha256, row.at) if row else None


def _people(home: Home, file: CaseFile, wanted: Sequence[PartyId]) -> dict[PartyId, Particulars]:
    """Read the particulars a form prints; one that is left out or damaged is printed by code."""
    people: dict[PartyId, Particulars] = {}
    for party in file.parties:
        if party.id in wanted and party.particulars and home.vault.has(party.particulars):
            people[party.id] = read_particulars(home, party.id, why="paper")
    return people
