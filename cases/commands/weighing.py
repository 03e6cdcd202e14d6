"""Verbs of weighing: matrix, and what speaks against the allegation."""

from typing import Annotated, Any

import typer

from cases.commands.frame import add_family, add_verb, session
from cases.language import N_
from cases.work.against import list_against, note_against, unweighed
from cases.work.assessment import read_assessment
from cases.work.cases import resolve_case
from cases.work.exhibits import resolve_exhibit
from cases.work.matrix import AGAINST, FOR, MatrixRow, MatrixTable, read_matrix
from cases.work.parties import resolve_party


def matrix(context: typer.Context, case: str) -> None:
    """Show each element of each raised rule, with the exhibits for the allegation and against."""
    here = session(context)
    with here.open() as home:
        found = read_matrix(home, resolve_case(home, case))
        here.tell(
            {
                "pack": found.pack,
                "rules": [_table(one) for one in found.tables],
                "against": list(found.notes),
            }
        )


def _table(table: MatrixTable) -> dict[str, Any]:
    finding = table.finding
    return {
        "rule": finding.rule,
        "title": finding.title,
        "citation": finding.citation,
        "confidence": finding.confidence,
        "outcome": finding.outcome,
        "incident": finding.incident_code,
        "party": finding.party_code,
        "elements": [_row(one) for one in table.rows],
    }


def _row(row: MatrixRow) -> dict[str, Any]:
    return {
        "id": row.element.id,
        "text": row.element.text,
        "effect": row.element.effect,
        "value": row.element.value,
        "reason": row.element.reason,
        "for": list(row.codes(FOR)),
        "against": list(row.codes(AGAINST)),
        "missing": list(row.missing),
        "statements": list(row.bearings),
    }


def against_add(
    context: typer.Context,
    case: str,
    text: str,
    party: Annotated[
        str, typer.Option(help=N_("Terlapor, misalnya T-01; tanpa ini seluruh kasus."))
    ] = "",
    exhibit: Annotated[list[str] | None, typer.Option(help=N_("Kode bukti."))] = None,
) -> None:
    """Note what speaks against the allegation; that nothing was found is a note as well."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        made = note_against(
            home,
            found,
            text,
            party=resolve_party(home, found, party) if party else None,
            exhibits=[resolve_exhibit(home, found, code) for code in exhibit or ()],
        ).made
        here.tell(next(one for one in list_against(home, found) if one.event == made))


def against_list(context: typer.Context, case: str) -> None:
    """List what speaks against the allegation, and for whom nobody noted anything yet."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        notes = list_against(home, found)
        waiting = unweighed(read_assessment(home, found), notes)
        here.tell({"against": list(notes), "missing": list(waiting)})


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "matrix", matrix, N_("Unsur demi unsur: bukti yang mendukung dan melemahkan."))
    against = add_family(app, "against", N_("Hal yang melemahkan dugaan."))
    add_verb(against, "add", against_add, N_("Catat hal yang melemahkan dugaan."))
    add_verb(against, "list", against_list, N_("Daftar hal yang melemahkan dugaan."))
