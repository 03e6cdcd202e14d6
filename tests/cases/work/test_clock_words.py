"""Cautions and reasons in words."""

from datetime import date, datetime, timedelta, timezone

import pytest

from cases.work.clock_words import caution_text, day_text, reason_text
from rules.deadlines import Caution, Day
from rules.workdays import Reason
from tests.rules.pack_files import deadline_file

WIT = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (Reason("pemicu"), "hari peristiwa"),
        (Reason("sabtu_minggu"), "Sabtu/Minggu"),
        (Reason("libur_nasional", "Natal"), "libur nasional: Natal"),
        (Reason("cuti_bersama", "Natal"), "cuti bersama: Natal"),
        (Reason("pemungutan_suara", "PSU"), "hari pemungutan suara: PSU"),
    ],
)
def test_a_day_does_not_count_for_a_reason_in_words(reason: Reason, text: str) -> None:
    assert reason_text(reason) == text


def test_a_count_is_said_day_by_day() -> None:
    assert day_text(Day(date(2024, 1, 16), True, 2, None)) == "16 Jan 2024: hari ke-2"
    assert day_text(Day(date(2024, 1, 13), False, 1, Reason("sabtu_minggu"))) == (
        "13 Jan 2024: tidak dihitung (Sabtu/Minggu)"
    )


def test_a_caution_names_events_days_and_hours_as_people_do() -> None:
    caution = Caution(
        "order",
        {
            "event": "diregistrasi",
            "date": datetime(2024, 1, 9, 8, 5, tzinfo=WIT),
            "other": "dilaporkan",
            "other_date": date(2024, 1, 10),
        },
    )
    assert caution_text(deadline_file(), caution) == (
        "Urutan tidak cocok: temuan/laporan diterima dan diregistrasi (9 Jan 2024, 08.05 WIT) "
        "lebih awal daripada laporan disampaikan (10 Jan 2024)."
    )


def test_the_other_reading_of_a_unit_is_said() -> None:
    caution = Caution("also-working", {"id": "D26", "date": date(2024, 1, 10)})
    assert caution_text(deadline_file(), caution) == (
        "D26: bila hari dibaca sebagai hari kerja, batasnya 10 Jan 2024."
    )
