"""
What officers fill into forms by hand, and scans of papers that came back.

A field that no record of the case holds (the stage supervised, the number of a letter, an
analysis) is filled in once, stands in the journal, and is printed wherever a form has it.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.home import Home
from cases.tables import paper_field, scan
from cases.work.edits import live
from cases.work.records import CaseId, ExhibitId, FieldKey, ScanRecord
from cases.work.scopes import need_case, need_exhibits


def fill_paper(
    home: Home, case: CaseId, form: str, field: str, value: str, about: str = ""
) -> Changes:
    """Fill in one field of a form; an empty value makes it a dotted line again."""
    entity = f"paper/{form}/{about}"
    with home.write() as tx:
        need_case(tx.connection, case)
        standing = live(tx.connection, case, entity, field)
        if [old for _, old in standing] != [value] and (value or standing):
            body = {"form": form, "about": about, "field": field, "value": value}
            saw = [event for event, _ in standing]
            tx.append("paper.filled", body, case=case, saw=saw)
        tx.made = case
    return tx.changes


def note_scan(home: Home, case: CaseId, found: ScanRecord) -> Changes:
    """Record that an exhibit of a case is the scan of a paper."""
    with home.write() as tx:
        need_exhibits(tx.connection, case, [found.exhibit])
        body = {
            "exhibit": found.exhibit,
            "paper": found.paper,
            "form": found.form,
            "content_head": found.content_head,
        }
        tx.append("paper.scanned", body, case=case)
        tx.made = found.exhibit
    return tx.changes


def filled_of(connection: Connection, case: str) -> Mapping[FieldKey, str]:
    """Read what is filled in."""
    rows = connection.execute(select(paper_field).where(paper_field.c.scope == case))
    return {(row.form, row.about, row.field): row.value for row in rows if row.value}


def scans_of(connection: Connection, case: str) -> tuple[ScanRecord, ...]:
    """Read which exhibits are scans of papers, oldest first."""
    rows = connection.execute(
        select(scan).where(scan.c.scope == case).order_by(scan.c.lam, scan.c.exhibit)
    )
    return tuple(
        ScanRecord(ExhibitId(row.exhibit), row.paper, row.form, row.content_head, row.at)
        for row in rows
    )
