"""Daftar tenggat: the clocks of an office on paper, for the wall."""

from collections.abc import Iterable

from cases.papers.blocks import Column, Field, FieldGroup, Notice, Paper, Table, Text, Title
from cases.papers.render import render
from cases.papers.wording import given
from cases.work import times
from cases.work.deadline_records import DEPENDS, POSSIBLE, DeadlineRecord
from cases.work.records import Officer

FORM = "daftar-tenggat"
_COLUMNS = (
    Column("No", 0.05),
    Column("Kasus", 0.13),
    Column("Langkah", 0.27),
    Column("Batas aman", 0.14),
    Column("Batas", 0.16),
    Column("Dasar", 0.25),
)
_NOTICE = (
    "Batas aman menghitung hari peristiwa sebagai hari pertama; batas menghitung hari sesudahnya. "
    "Dihitung menurut tanggal yang tercatat saat daftar ini dibuat."
)


def deadline_list(officer: Officer, clocks: Iterable[DeadlineRecord], today: str) -> bytes:
    """Make the list as a PDF."""
    return render(build(officer, clocks, today))


def build(officer: Officer, clocks: Iterable[DeadlineRecord], today: str) -> Paper:
    """Set the clocks that run, nearest first."""
    rows = tuple(
        (str(number), one.case_code, _step(one), _day(one.safe), _day(one.limit), _basis(one))
        for number, one in enumerate(clocks, 1)
    )
    fields = (
        Field("Kantor", given(officer.office)),
        Field("Disusun oleh", given(officer.name)),
        Field("Keadaan per", times.full_date(today, say=str)),
    )
    return Paper(
        form=FORM,
        title="Daftar Tenggat",
        blocks=(
            Title("DAFTAR TENGGAT PENANGANAN"),
            FieldGroup(fields, label_width=0.24),
            Notice(_NOTICE),
            Table(_COLUMNS, rows) if rows else Text("Tidak ada tenggat yang berjalan. Nihil."),
        ),
        draft=False,
        confidential=True,
    )


_ONLY = {POSSIBLE: " (hanya bila diperpanjang)", DEPENDS: " (tergantung jenis pelanggaran)"}


def _step(one: DeadlineRecord) -> str:
    return one.step + _ONLY.get(one.state, "")


def _basis(one: DeadlineRecord) -> str:
    return f"{one.basis} ({one.confidence})"


def _day(text: str) -> str:
    return times.short_time(text, say=str)
