"""`netra deadlines`: one document in, one document out, in words a supervisor reads."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cases.commands.deadlines import deadlines_document
from cases.errors import NetraError


def ask(document: Mapping[str, object]) -> dict[str, Any]:
    return deadlines_document(json.dumps(document).encode(), "json")


def refused(data: bytes, media: str = "") -> NetraError:
    with pytest.raises(NetraError) as refusal:
        deadlines_document(data, media)
    return refusal.value


SOLO = {
    "regime": "PEMILU",
    "source": "LAPORAN",
    "timezone": "Asia/Jakarta",
    "events": {
        "diketahui": "2024-01-07",
        "dilaporkan": "2024-01-10",
        "perbaikan_diberitahukan": "2024-01-12",
    },
}


def test_the_answer_has_exactly_these_keys() -> None:
    answer = ask(SOLO)
    assert set(answer) == {"deadlines", "warnings", "holidays_as_of"}
    assert answer["warnings"] == []
    assert answer["holidays_as_of"] == "2026-11-24"
    assert set(answer["deadlines"][0]) == {
        "id", "step", "trigger", "limit", "safe", "practical", "unit", "basis", "days",
    }  # fmt: skip
    assert set(answer["deadlines"][0]["days"][0]) == {"date", "counted", "number", "reason"}


def test_a_repair_told_on_friday_ends_on_tuesday_at_closing_time() -> None:
    repair = ask(SOLO)["deadlines"][2]
    days = repair.pop("days")
    assert repair == {
        "id": "D5",
        "step": "Syarat formal dan materiel dilengkapi",
        "trigger": "perbaikan_diberitahukan",
        "limit": "2024-01-16",
        "safe": "2024-01-15",
        "practical": "2024-01-16T16:00:00+07:00",
        "unit": "working",
        "basis": "Perbawaslu 7/2022, pasal sesudah Pasal 22 "
        "(pasal disebut pejabat; praktik kantor; nomornya perlu dicek)",
    }
    assert [(day["date"], day["number"], day["reason"]) for day in days] == [
        ("2024-01-12", 0, "hari peristiwa"),
        ("2024-01-13", 0, "Sabtu/Minggu"),
        ("2024-01-14", 0, "Sabtu/Minggu"),
        ("2024-01-15", 1, ""),
        ("2024-01-16", 2, ""),
    ]


def test_hours_are_answered_with_offset() -> None:
    answer = ask(
        {
            "regime": "PILKADA",
            "source": "TEMUAN",
            "timezone": "WITA",
            "events": {"pidana_ditetapkan": "2024-11-08T17:00"},
        }
    )
    crime = answer["deadlines"][0]
    assert crime["limit"] == crime["safe"] == "2024-11-09T17:00:00+08:00"
    assert (crime["practical"], crime["days"]) == (None, [])
    assert answer["warnings"] == [
        "D30: meja penerimaan tidak buka lagi sebelum batasnya (9 Nov 2024, 17.00 WITA)."
    ]


def test_toml_is_read_with_its_own_dates() -> None:
    text = """
regime = "PEMILU"
source = "TEMUAN"
timezone = "WIB"
[events]
diregistrasi = 2023-12-11T09:00:00
ditemukan = 2023-12-03
"""
    for media in ("toml", "application/toml", ""):
        answer = deadlines_document(text.encode(), media)
        limits = {one["id"]: one["limit"] for one in answer["deadlines"]}
        assert limits["D9"] == "2024-01-03"
        assert datetime.fromisoformat(limits["D10"]) == datetime.fromisoformat(
            "2023-12-12T09:00+07:00"
        )


def test_json_is_known_without_being_told() -> None:
    for data in (json.dumps(SOLO).encode(), b"\xef\xbb\xbf \n" + json.dumps(SOLO).encode()):
        assert len(deadlines_document(data)["deadlines"]) == 3


# What is said, for which question.
WARNINGS: list[tuple[str, str, str | None, dict[str, str], str]] = [
    ("PEMILU", "TEMUAN", None, {"klarifikasi_dijadwalkan": "2024-01-16"},
     "Zona waktu kantor tidak disebut; dipakai WIB."),
    ("PEMILU", "TEMUAN", "WIB", {"ditemukan": "2023-12-03"},
     "D1: bila hari dibaca sebagai hari kalender, batasnya 10 Des 2023."),
    ("PEMILU", "LAPORAN", "WIB", {"dilaporkan": "2030-01-07"},
     "Tabel hari libur resmi tahun 2030 belum ada; hari kerja tahun itu dihitung Senin sampai "
     "Jumat."),
    ("PEMILU", "LAPORAN", "WIB", {"dilaporkan": "2026-12-31"},
     "1 Jan 2027 diperkirakan libur (Tahun Baru Masehi) dan belum ditetapkan; hari itu tetap "
     "dihitung."),
    ("PEMILU", "LAPORAN", "WIB", {"diketahui": "2024-01-08", "dilaporkan": "2024-01-17"},
     "D2: laporan disampaikan (17 Jan 2024) sesudah batas aman 16 Jan 2024, belum lewat batas "
     "17 Jan 2024; tandai untuk dicek, jangan ditolak."),
    ("PEMILU", "LAPORAN", "WIB", {"diketahui": "2024-01-08", "dilaporkan": "2024-01-18"},
     "D2: laporan disampaikan (18 Jan 2024) sesudah batas 17 Jan 2024."),
    ("PEMILU", "TEMUAN", "WIB", {"diregistrasi": "2024-01-08"},
     "D10: jam temuan/laporan diterima dan diregistrasi tidak diketahui, jadi batasnya hanya "
     "berupa hari."),
    ("PEMILU", "TEMUAN", "WIB", {"dilaporkan": "2024-01-08"},
     "laporan disampaikan: tidak memulai dan tidak mengakhiri jangka waktu apa pun (TEMUAN, "
     "PEMILU)."),
    ("PEMILU", "LAPORAN", "WIB", {"diketahui": "2024-01-09", "dilaporkan": "2024-01-08"},
     "Urutan tidak cocok: laporan disampaikan (8 Jan 2024) lebih awal daripada dugaan "
     "pelanggaran diketahui pelapor (9 Jan 2024)."),
    ("PILKADA", "LAPORAN", "WIB", {"diketahui": "2024-10-14"},
     "Pilkada: hari dihitung sebagai hari kalender (putusan MK 22 Juli 2020), tetapi belum ada "
     "pasal terbaca yang menetapkan hari pertama; pegang batas aman."),
]  # fmt: skip


@pytest.mark.parametrize(("regime", "source", "zone", "events", "sentence"), WARNINGS)
def test_a_doubt_is_said_in_a_sentence(
    regime: str, source: str, zone: str | None, events: dict[str, str], sentence: str
) -> None:
    question = {"regime": regime, "source": source, "timezone": zone, "events": events}
    assert sentence in ask(question)["warnings"]


def test_a_re_run_elsewhere_is_said_in_a_sentence() -> None:
    question = {**SOLO, "source": "TEMUAN", "events": {"diregistrasi": "2025-08-04T09:00"}}
    said = [text for text in ask(question)["warnings"] if text.startswith("6 Agu 2025")]
    assert len(said) == 1
    assert said[0].endswith("bila kantor ada di sana, sebut daerahnya.")


@pytest.mark.parametrize(
    ("change", "code", "sentence"),
    [
        ({"regime": None}, "missing-key", "Kunci regime belum diisi. Pilihan: PEMILU, PILKADA."),
        (
            {"source": "TIP"},
            "not-allowed",
            "Nilai TIP untuk source tidak dikenal. Pilihan: TEMUAN, LAPORAN.",
        ),
        (
            {"timezone": "Mars"},
            "unknown-zone",
            "Zona waktu Mars tidak dikenal. Tulis WIB, WITA, WIT, nama seperti Asia/Jakarta, "
            "atau selisih seperti +08:00.",
        ),
        (
            {"events": {"dilaporkan": "{kemarin}"}},
            "not-a-date",
            "Nilai {kemarin} untuk events.dilaporkan bukan tanggal atau waktu. Tulis seperti "
            "2024-01-10 atau 2024-01-10T14:30:00+07:00.",
        ),
        (
            {"events": {"dilaporkan": "1900-01-01"}},
            "year-out-of-range",
            "Tahun 1900 untuk events.dilaporkan tidak masuk akal. Tahun yang diterima: 1945 "
            "sampai 2200.",
        ),
        (
            {"area": 3},
            "not-text",
            "Nilai 3 untuk area bukan teks. Tulis di antara tanda petik.",
        ),
        (
            {"kelurahan": "x"},
            "unknown-key",
            "Kunci kelurahan tidak dikenal. Yang dikenal: regime, source, timezone, events, area.",
        ),
    ],
)
def test_a_bad_question_meets_one_clear_sentence(
    change: dict[str, object], code: str, sentence: str
) -> None:
    error = refused(json.dumps({**SOLO, **change}).encode(), "json")
    assert (error.code, str(error)) == (code, sentence)


@pytest.mark.parametrize(
    ("data", "media", "start"),
    [
        (b"{", "json", "Berkas ini bukan JSON yang benar: "),
        (b"", "json", "Berkas ini bukan JSON yang benar: "),
        (b"\xff\xfe{", "json", "Berkas ini bukan JSON yang benar: "),
        (b"regime = ", "toml", "Berkas ini bukan TOML yang benar: "),
        (b"\xff", "", "Berkas ini bukan TOML yang benar: "),
        (b"[" * 100_000, "json", "Berkas ini bukan JSON yang benar: "),
        (b"a = " + b"[" * 100_000, "toml", "Berkas ini bukan TOML yang benar: "),
        (b"[]", "json", "Isi berkas bukan tabel kunci dan nilai."),
    ],
)
def test_what_is_no_document_meets_one_clear_sentence(data: bytes, media: str, start: str) -> None:
    assert str(refused(data, media)).startswith(start)


def test_nothing_asked_is_answered_with_nothing() -> None:
    answer = deadlines_document(b'regime = "PEMILU"\nsource = "TEMUAN"\ntimezone = "WIB"', "toml")
    assert (answer["deadlines"], answer["warnings"]) == ([], [])


@pytest.mark.needs_shared
def test_every_decreed_week_day_is_no_day_of_a_count(shared_data: Path) -> None:
    lines = (shared_data / "skb_libur_indonesia.csv").read_text("utf-8").splitlines()[1:]
    for day in sorted(line.split(",")[1] for line in lines):
        answer = ask({**SOLO, "events": {"dilaporkan": day}})
        (first,) = answer["deadlines"]
        assert [one["number"] for one in first["days"] if one["date"] == day] == [0]
        # The trigger's own day does not count, so both conventions agree.
        assert first["limit"] == first["safe"]
