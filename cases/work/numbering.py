"""
Register numbers: given by the office that owns the register, from the templates of the pack.

Any other home keeps its provisional code and types the number that it received.
"""

from datetime import date

import msgspec
from sqlalchemy import Connection, delete, insert, select

from cases.changes import Changes
from cases.clock import today
from cases.errors import NetraError
from cases.home import Home
from cases.language import tr
from cases.tables import case as case_table
from cases.tables import setting
from cases.work.cases import edit_case, read_case_file
from cases.work.hearing_rules import numbers_of
from cases.work.records import CaseId, CaseRecord
from cases.work.refusals import refusal
from cases.work.times import local_date, zone_of_region
from rules.errors import RuleError
from rules.numbers import NumberFile, Numbering, next_number

_KEY = "register"
_SHAPE = msgspec.json.Decoder(Numbering)


def read_numbering(home: Home) -> Numbering | None:
    """Give what this office puts into its numbers; None: nobody has said."""
    with home.read() as connection:
        return _kept(connection)


def keep_numbering(home: Home, *, level: str, area: str, election: str = "") -> None:
    """Keep what this office puts into its numbers."""
    _need_register(home)
    with home.write() as tx:
        tx.connection.execute(delete(setting).where(setting.c.key == _KEY))
        value = msgspec.json.encode(Numbering(election, level.strip(), area.strip())).decode()
        tx.connection.execute(insert(setting), {"key": _KEY, "value": value})


def suggest_number(home: Home, case: CaseId, *, election: str = "", on: str = "") -> str:
    """Give the next free register number for a case, without recording it."""
    _need_register(home)
    record = read_case_file(home, case).case
    file = numbers_of(record.pack)
    with home.read() as connection:
        numbering = _kept(connection)
        taken = connection.execute(select(case_table.c.register)).scalars().all()
    if numbering is None:
        raise NetraError(
            tr("Tingkat dan kode wilayah kantor untuk nomor register belum diisi."),
            tr("Isi sekali, misalnya tingkat Kab dan kode 27.12."),
            code="no-numbering",
        )
    day = local_date(on or today(), zone_of_region(home.officer.region)) or date.min
    chosen = election or numbering.election or _election(file, record)
    whole = Numbering(chosen, numbering.level, numbering.area)
    try:
        template = file.template("register", str(record.source))
    except RuleError as error:
        raise refusal(error) from error
    return next_number(template, whole, day, taken)


def number_case(home: Home, case: CaseId, *, election: str = "", on: str = "") -> Changes:
    """Give a case the next free number of this office's register."""
    register = read_case_file(home, case).case.register
    if register:
        raise NetraError(
            tr("Kasus ini sudah bernomor register {nomor}.", nomor=register),
            tr("Nomor yang salah diperbaiki dengan mengisi nomor yang benar."),
            code="has-register",
        )
    return edit_case(home, case, register=suggest_number(home, case, election=election, on=on))


def _need_register(home: Home) -> None:
    if home.keys.office is None:
        raise NetraError(
            tr("Rumah data ini tidak memegang buku register."),
            tr("Pakai kode sementara, lalu isi nomor yang diterima dari kantor."),
            code="no-register",
        )


def _kept(connection: Connection) -> Numbering | None:
    text = connection.execute(select(setting.c.value).where(setting.c.key == _KEY)).scalar()
    return _SHAPE.decode(text) if text else None


def _election(file: NumberFile, case: CaseRecord) -> str:
    return next(one.code for one in file.elections if one.regime == case.regime)
