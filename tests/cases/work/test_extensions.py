"""Triggers that are corrected, clocks that are extended, clocks that stand still."""

import pytest

from cases.errors import NetraError
from cases.work.cases import edit_case, open_case
from cases.work.deadlines import read_cautions, read_clocks, read_deadlines
from cases.work.extensions import extend_deadline, withdraw_extension
from cases.work.handling import read_handling
from cases.work.moving import answer_requirement, move_case
from cases.work.records import Regime, Source
from cases.work.triggers import read_triggers, set_trigger
from tests.cases.work.story import made


def states(home, case):
    return {one.id: one.state for one in read_clocks(home, case)}


def limits(home, case):
    return {one.id: one.limit for one in read_deadlines(home, case)}


@pytest.fixture
def registered(home, story):
    """A finding that was registered on a Wednesday."""
    edit_case(home, story.case, dates={"diregistrasi": "2024-01-24"})
    return story.case


def test_a_corrected_trigger_moves_the_limit_and_both_dates_stay(home, story):
    assert limits(home, story.case)["D1"] == "2024-01-31"
    with pytest.raises(NetraError) as caught:
        set_trigger(home, story.case, "ditemukan", "2024-01-23")
    assert caught.value.code == "reason-needed"

    set_trigger(home, story.case, "ditemukan", "2024-01-23", "salah baca tanggal Formulir A")

    assert limits(home, story.case)["D1"] == "2024-02-01"
    found = next(one for one in read_triggers(home, story.case) if one.event == "ditemukan")
    assert (found.at, found.starts) == ("2024-01-23", ("D1",))
    (change,) = found.changes
    assert (change.before, change.after) == ("2024-01-22", "2024-01-23")
    assert change.reason == "salah baca tanggal Formulir A"
    assert change.officer == "Contoh Yohana"


def test_a_date_that_was_not_known_needs_no_reason(home, story):
    set_trigger(home, story.case, "temuan_ditetapkan", "2024-01-24")
    assert states(home, story.case) == {"D1": "selesai"}
    with pytest.raises(NetraError, match="diregistrasi"):
        set_trigger(home, story.case, "pelantikan", "2024-01-24")


def test_the_longer_clock_runs_only_once_the_extension_is_recorded_with_its_ground(
    home, registered
):
    assert states(home, registered)["D8"] == "berjalan"
    assert states(home, registered)["D9"] == "bila_diperpanjang"
    with pytest.raises(NetraError, match="Alasan"):
        extend_deadline(home, registered, "D8", "  ")

    extend_deadline(home, registered, "D8", "keterangan tambahan ahli", at="2024-01-30")

    assert states(home, registered)["D8"] == "diperpanjang"
    longer = next(one for one in read_deadlines(home, registered) if one.id == "D9")
    assert (longer.state, longer.ground) == ("berjalan", "keterangan tambahan ahli")
    assert longer.limit == "2024-02-16"  # 8 to 10 February and voting day do not count

    withdraw_extension(home, registered, "D8", "pleno membatalkannya")
    assert states(home, registered)["D9"] == "bila_diperpanjang"
    with pytest.raises(NetraError) as caught:
        withdraw_extension(home, registered, "D8", "lagi")
    assert caught.value.code == "not-extended"


def test_a_clock_that_the_law_does_not_extend_is_refused_with_its_article(home, story):
    with pytest.raises(NetraError, match="454 ayat"):
        extend_deadline(home, story.case, "D1", "banyak pekerjaan")
    pilkada = made(open_case(home, title="x", regime=Regime.PILKADA, source=Source.TEMUAN))
    with pytest.raises(NetraError, match="D26"):
        extend_deadline(home, pilkada, "D8", "bukan rezimnya")


def test_a_limit_that_the_office_sets_itself_takes_the_place_of_the_usual_one(home, story):
    move_case(home, story.case, "saran_perbaikan", at="2024-01-23")
    assert limits(home, story.case)["D13"] == "2024-01-26"
    with pytest.raises(NetraError) as caught:
        extend_deadline(home, story.case, "D13", "waktu yang ditetapkan")
    assert caught.value.code == "until-needed"

    extend_deadline(home, story.case, "D13", "waktu yang ditetapkan", until="2024-01-30")

    assert limits(home, story.case)["D13"] == "2024-01-30"
    move_case(home, story.case, "saran_diikuti", at="2024-01-29")
    assert limits(home, story.case) == {}


def test_a_decided_case_waits_only_for_what_outlasts_the_decision(home, registered):
    edit_case(home, registered, dates={"pidana_ditetapkan": "2024-01-25T10:00+08:00"})
    assert {"D8", "D10", "D11"} <= limits(home, registered).keys()

    edit_case(home, registered, status="dihentikan")

    assert limits(home, registered) == {"D11": "2024-01-26T10:00:00+08:00"}
    edit_case(home, registered, dates={"diteruskan_polri": "2024-01-26T11:00+08:00"})
    assert limits(home, registered) == {}


def test_the_decision_ends_the_handling_and_a_late_one_is_told(home, registered):
    set_trigger(home, registered, "diputuskan", "2024-02-05")

    assert states(home, registered)["D8"] == "selesai"
    assert any("sesudah batas" in words for words in read_cautions(home, registered))


def test_clocks_of_crimes_stand_still_where_the_kind_of_breach_is_another(home, registered):
    assert states(home, registered)["D10"] == "tergantung_jenis"
    assert read_deadlines(home, registered)[0].id == "D8"
    move_case(home, registered, "ajukan_pleno", category="HUKUM_LAINNYA")
    assert "D10" not in limits(home, registered)


def test_what_an_office_handed_over_waits_at_the_other_office_only(home, colleague, story):
    move_case(home, story.case, "serahkan_ke_atas", at="2024-01-23")
    assert limits(home, story.case) == {}
    assert states(home, story.case) == {"D1": "berhenti"}


def test_the_count_says_of_each_day_why_it_does_not_count(home, story):
    (clock,) = read_deadlines(home, story.case)
    assert [(day.date, day.reason) for day in clock.count if not day.counted] == [
        ("2024-01-22", "hari peristiwa"),
        ("2024-01-27", "Sabtu/Minggu"),
        ("2024-01-28", "Sabtu/Minggu"),
    ]
    assert (clock.trigger, clock.started_at, clock.unit) == ("ditemukan", "2024-01-22", "working")


def test_a_year_without_a_table_is_said_and_not_counted_silently(home, story):
    set_trigger(home, story.case, "ditemukan", "2031-01-06", "uji tahun tanpa tabel")
    (clock,) = read_deadlines(home, story.case)
    assert any("2031 belum ada" in words for words in clock.cautions)


def test_a_second_repair_is_not_started_by_the_first(home):
    case = made(
        open_case(
            home,
            title="Laporan (CONTOH)",
            regime=Regime.PEMILU,
            source=Source.LAPORAN,
            found_at="2024-01-10",
            known_at="2024-01-09",
        )
    )
    move_case(home, case, "kaji_awal", at="2024-01-11")
    move_case(home, case, "minta_perbaikan", at="2024-01-12")
    assert limits(home, case) == {"D5": "2024-01-16"}
    move_case(home, case, "perbaikan_diterima", at="2024-01-15")
    assert limits(home, case) == {}
    for one in read_handling(home, case).requirements:
        answer_requirement(home, case, one.key, "ya")
    move_case(home, case, "registrasi", at="2024-01-16")
    assert {"D8"} <= limits(home, case).keys()
