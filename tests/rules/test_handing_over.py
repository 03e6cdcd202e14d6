"""Cases between offices, and what a step needs and leaves behind."""

import msgspec

from rules.lint import lint
from rules.pack import parse
from rules.workflow import end_of
from tests.rules.shipped import changed, pack
from tests.rules.workflow_steps import (
    MATERIAL,
    REPORT,
    ids_at,
    place_at,
    refused_at,
    the_flow,
)


def test_what_was_handed_over_goes_on_where_it_stood_at_the_office_that_received_it() -> None:
    handed = place_at("DISERAHKAN", "PANWASCAM", before="LAPORAN_DITERIMA")
    assert ids_at(handed) == ["lanjutkan"]
    assert end_of(the_flow(), handed, "lanjutkan") == "LAPORAN_DITERIMA"
    own = msgspec.structs.replace(handed, own=True)
    assert "menyerahkannya" in refused_at("lanjutkan", own).text


def test_the_office_that_took_a_case_over_goes_on_with_it() -> None:
    taken = place_at("DIAMBIL_ALIH", "KABKOTA", before="KLARIFIKASI", own=True)
    assert ids_at(taken) == ["lanjutkan_ambil_alih"]
    assert end_of(the_flow(), taken, "lanjutkan_ambil_alih") == "KLARIFIKASI"
    assert ids_at(place_at("DIAMBIL_ALIH", "PANWASCAM", before="KLARIFIKASI")) == []


def test_a_district_passes_on_what_a_subdistrict_recommended() -> None:
    assert ids_at(place_at("DIREKOMENDASIKAN", "KABKOTA")) == ["teruskan_rekomendasi"]
    assert ids_at(place_at("DIREKOMENDASIKAN", "PANWASCAM")) == []


def test_nothing_is_registered_while_a_requirement_is_open_or_lacking() -> None:
    answers = {**REPORT, "pelapor_pemilih": True, **MATERIAL}
    assert "registrasi" in ids_at(place_at("KAJIAN_AWAL", answers=answers))
    found = refused_at("registrasi", place_at("KAJIAN_AWAL", answers={**answers, "bukti": False}))
    assert "Tidak terpenuhi: bukti;" in found.text
    assert found.article == "Perbawaslu 7/2022 pasal 15 dan 16"
    del answers["uraian"]
    assert (
        "Belum dijawab: uraian"
        in refused_at("registrasi", place_at("KAJIAN_AWAL", answers=answers)).text
    )


def test_a_step_dates_events_that_the_clocks_know() -> None:
    known = {event.key for event in pack().deadlines.events}
    assert {date for one in the_flow().moves for date in one.dates} <= known
    wrong = changed("workflow.toml", 'dates = ["diregistrasi"]', 'dates = ["dicatat"]')
    assert ("unknown-event", "workflow.toml") in {
        (one.code, one.place) for one in lint(parse(wrong))
    }


def test_a_decided_case_stands_still_and_an_ended_one_is_no_longer_this_offices() -> None:
    still = {one.code for one in the_flow().states if one.halted}
    decided = {"DICABUT", "TIDAK_DIREGISTER", "DIHENTIKAN", "DITERUSKAN", "DIREKOMENDASIKAN"}
    assert still == decided
    assert {one.status for one in the_flow().states if one.halted} == {"dihentikan", "diteruskan"}
