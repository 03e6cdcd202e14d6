"""
Where something stands: in a case, or in the key's own stream (scope `""`).
"""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, select

from cases.errors import NetraError
from cases.language import N_, tr
from cases.tables import case as case_table
from cases.tables import exhibit as exhibit_table

_ABSENT = {
    "case_file": N_("Kasus ini tidak ada di rumah data ini."),
    "incident": N_("Peristiwa ini tidak ada di rumah data ini."),
    "party": N_("Pihak ini tidak ada di rumah data ini."),
    "exhibit": N_("Bukti ini tidak ada di rumah data ini."),
    "derived": N_("Salinan turunan ini tidak ada di rumah data ini."),
    "statement": N_("Keterangan ini tidak ada di rumah data ini."),
    "clarification": N_("Klarifikasi ini tidak ada di rumah data ini."),
    "question": N_("Pertanyaan ini tidak ada di rumah data ini."),
    "invitation": N_("Undangan ini tidak ada di rumah data ini."),
    "note": N_("Catatan ini tidak ada di rumah data ini."),
}


def absent(table: Table) -> NetraError:
    """Make the error for something that is not there."""
    return NetraError(
        tr(_ABSENT[table.name]),
        tr("Muat ulang daftar, lalu pilih lagi."),
        code=f"no-such-{table.name.removesuffix('_file')}",
    )


def scope_of(connection: Connection, table: Table, entity: str, case: str | None = None) -> str:
    """Find the scope of an entity; what is linked into a case is found there first."""
    key = table.c.event if "event" in table.primary_key.columns else table.c.id
    query = select(table.c.scope).where(key == entity).order_by(table.c.scope.desc())
    if case is not None:
        query = query.where(table.c.scope == case)
    scopes = connection.execute(query).scalars().all()
    if not scopes:
        raise absent(table)
    if len([scope for scope in scopes if scope]) > 1:
        raise NetraError(
            tr("Ini ada di beberapa kasus."),
            tr("Sebutkan kasus yang dimaksud."),
            code="several-cases",
        )
    return str(scopes[0])


def scopes_of(connection: Connection, table: Table, entity: str) -> list[str]:
    """Give every case an entity stands in; `[""]` where it stands in none yet."""
    query = select(table.c.scope).where(table.c.id == entity).order_by(table.c.scope)
    scopes = list(connection.execute(query).scalars())
    if not scopes:
        raise absent(table)
    return [scope for scope in scopes if scope] or scopes


def need_case(connection: Connection, case: str) -> None:
    """Refuse a case that is not there."""
    found = connection.execute(select(case_table.c.scope).where(case_table.c.scope == case))
    if found.first() is None:
        raise absent(case_table)


def need(connection: Connection, table: Table, scope: str, entity: str) -> None:
    """Refuse an entity that does not stand in `scope`."""
    found = connection.execute(
        select(table.c.id).where(table.c.scope == scope, table.c.id == entity)
    )
    if found.first() is None:
        raise absent(table)


def need_exhibits(connection: Connection, case: str, exhibits: Sequence[str]) -> None:
    """Refuse exhibits that do not stand in the case."""
    if not exhibits:
        return
    known = connection.execute(
        select(exhibit_table.c.id).where(
            exhibit_table.c.scope == case, exhibit_table.c.id.in_(exhibits)
        )
    ).scalars()
    if set(exhibits) - set(known):
        raise NetraError(
            tr("Ada bukti yang belum masuk ke kasus ini."),
            tr("Masukkan bukti itu ke kasus lebih dahulu."),
            code="exhibit-not-in-case",
        )
