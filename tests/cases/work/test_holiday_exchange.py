"""Tables of holidays: exported, edited, signed, compared, taken over; the shipped one is whole."""

import csv
from datetime import date

import pytest

from cases.errors import NetraError
from cases.work import packs
from cases.work.deadlines import read_deadlines
from cases.work.history import read_history
from cases.work.holiday_exchange import export_table, plan_table, sign_table, take_table
from cases.work.holidays import list_taken, read_table
from cases.work.triggers import set_trigger

NEXT = (
    "tanggal,jenis,nama,dasar,status\n"
    "2031-01-01,libur_nasional,Tahun Baru,SKB contoh,resmi\n"
    "2031-01-08,libur_nasional,Hari Contoh,SKB contoh,resmi\n"
    "2031-01-09,cuti_bersama,Cuti Contoh,perkiraan kantor,perkiraan\n"
)


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "libur-2031.csv"
    file.write_text(NEXT, "utf-8")
    return file


def test_a_signed_table_is_compared_before_it_is_taken_over_and_then_counts(home, story, table):
    set_trigger(home, story.case, "ditemukan", "2031-01-06", "uji")
    before = read_deadlines(home, story.case)[0]
    assert before.limit == "2031-01-15"
    sign_table(home, table)

    plan = plan_table(home, table)

    assert (plan.years, plan.days, plan.trusted, plan.name) == ((2031,), 3, True, "Contoh Yohana")
    assert [(one.what, one.date) for one in plan.changes] == [
        ("added", "2031-01-01"),
        ("added", "2031-01-08"),
        ("added", "2031-01-09"),
    ]
    assert list_taken(home) == ()

    take_table(home, table)

    after = read_deadlines(home, story.case)[0]
    assert after.limit == "2031-01-16"  # the estimate warns and lengthens nothing
    assert any("diperkirakan libur (Cuti Contoh)" in words for words in after.cautions)
    assert not any("belum ada" in words for words in after.cautions)
    assert list_taken(home)[0].years == (2031,)
    assert any("libur-2031.csv" in line.words for line in read_history(home))


def test_a_table_without_signature_needs_a_reason(home, table):
    assert plan_table(home, table).signer == ""
    with pytest.raises(NetraError, match="tanpa tanda tangan"):
        take_table(home, table)
    take_table(home, table, "SKB dibaca sendiri di laman resmi")
    assert 2031 in read_table(home).years


def test_a_table_that_was_changed_after_signing_is_refused(home, table):
    sign_table(home, table)
    table.write_text(NEXT.replace("01-08", "01-07"), "utf-8")
    with pytest.raises(NetraError) as caught:
        plan_table(home, table)
    assert caught.value.code == "bad-signature"


def test_a_table_of_a_key_that_nobody_knows_is_refused(home, elsewhere, table):
    sign_table(elsewhere, table)
    plan = plan_table(home, table)
    assert (plan.trusted, plan.name) == (False, "")
    assert plan.signer.startswith("SHA256:")
    with pytest.raises(NetraError) as caught:
        take_table(home, table, "tetap dipakai")
    assert caught.value.code == "unknown-signer"


def test_a_table_can_be_written_out_edited_and_taken_over_again(home, tmp_path):
    file = tmp_path / "libur.csv"
    assert export_table(home, file, 2026) > 20
    text = file.read_text("utf-8")
    assert plan_table(home, file).changes == ()
    lines = text.splitlines(keepends=True)
    file.write_text("".join(lines[:-1]), "utf-8")

    (change,) = plan_table(home, file).changes

    assert (change.what, change.date) == ("removed", lines[-1][:10])
    file.write_text("ini bukan tabel", "utf-8")
    with pytest.raises(NetraError) as caught:
        plan_table(home, file)
    assert caught.value.code == "missing-columns"


@pytest.mark.needs_shared
def test_the_shipped_table_is_that_of_the_decrees(shared_data):
    with (shared_data / "skb_libur_indonesia.csv").open(encoding="utf-8") as handle:
        wanted = {(row["tanggal"], row["jenis"]) for row in csv.DictReader(handle)}
    table = packs.load(packs.newest()).holidays
    found = {
        (row.date.isoformat(), row.kind)
        for row in table.holidays
        if row.kind != "pemungutan_suara" and row.status == "resmi"
    }
    assert {one for one in found if one[0][:4] in {"2023", "2024", "2025", "2026"}} == wanted


def test_the_shipped_table_names_its_years_and_marks_estimates():
    table = packs.load(packs.newest()).holidays
    assert {2023, 2024, 2025, 2026} <= set(table.years)
    assert all(row.date <= date(2026, 12, 31) for row in table.holidays if row.status == "resmi")
