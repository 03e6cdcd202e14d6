"""Steps of the procedure: allowed, refused with the article, taken back; two at once."""

import pytest

from cases.errors import NetraError
from cases.work.cases import edit_case, open_case, read_case_file
from cases.work.deadlines import read_deadlines
from cases.work.handling import read_handling
from cases.work.history import read_history
from cases.work.moving import answer_requirement, move_case, withdraw_move
from cases.work.records import Regime, Source
from tests.cases.work.story import NOWHERE, carry, made


@pytest.fixture
def report(home):
    """A report that came in."""
    return made(
        open_case(
            home,
            title="Laporan warga (CONTOH)",
            regime=Regime.PEMILU,
            source=Source.LAPORAN,
            found_at="2024-01-10T10:00",
            known_at="2024-01-09",
        )
    )


def ids(home, case):
    return [one.move for one in read_handling(home, case).steps if not one.refused]


def meet(home, case, *but):
    for one in read_handling(home, case).requirements:
        answer_requirement(home, case, one.key, "tidak" if one.key in but else "ya")


def test_a_fresh_case_stands_where_cases_of_its_source_begin(home, story, report):
    assert read_handling(home, story.case).state == "LHP"
    assert read_handling(home, report).state == "LAPORAN_DITERIMA"
    assert ids(home, report) == ["serahkan_ke_atas", "kaji_awal", "cabut"]


def test_a_step_that_the_law_does_not_allow_is_refused_with_its_article(home, report):
    with pytest.raises(NetraError) as caught:
        move_case(home, report, "undang")

    assert caught.value.code == "move-refused"
    assert "Belum diregister" in str(caught.value)
    assert "Perbawaslu 7/2022 pasal 15 dan 27" in str(caught.value)
    assert "kaji_awal" in str(caught.value)
    assert read_handling(home, report).movements == ()


def test_what_may_be_done_in_its_place_is_named(home, report):
    for step in ("kaji_awal",):
        move_case(home, report, step)
    meet(home, report)
    move_case(home, report, "registrasi", at="2024-01-12", register="001/LP/PL/Kec/01.2024")

    with pytest.raises(NetraError, match="catat_pencabutan"):
        move_case(home, report, "cabut")

    move_case(home, report, "catat_pencabutan")
    found = read_handling(home, report)
    assert (found.state, found.code) == ("DIREGISTER", "001/LP/PL/Kec/01.2024")
    assert [one.move for one in found.movements][-1] == "catat_pencabutan"


def test_registering_waits_for_every_requirement(home, report):
    move_case(home, report, "kaji_awal")
    with pytest.raises(NetraError, match="Belum dijawab"):
        move_case(home, report, "registrasi")
    meet(home, report, "bukti")
    with pytest.raises(NetraError, match="Tidak terpenuhi: bukti"):
        move_case(home, report, "registrasi")
    move_case(home, report, "minta_perbaikan", at="2024-01-11")
    move_case(home, report, "perbaikan_diterima", at="2024-01-12")

    answer_requirement(home, report, "bukti", "ya", note="foto asli diserahkan")
    move_case(home, report, "registrasi", at="2024-01-12")

    found = read_handling(home, report)
    assert (found.formal, found.material) == ("ya", "ya")
    assert {"perbaikan_diberitahukan", "perbaikan_diterima", "diregistrasi"} <= dict(
        read_case_file(home, report).case.dates
    ).keys()


def test_a_step_dates_the_events_of_the_clocks_and_stops_them(home, story):
    move_case(home, story.case, "ajukan_pleno", at="2024-01-24")
    assert [one.id for one in read_deadlines(home, story.case)] == ["D1"]

    move_case(home, story.case, "tetapkan_temuan", at="2024-01-25")

    assert read_deadlines(home, story.case) == ()


def test_a_day_that_was_stated_before_the_step_is_left_as_it_is(home, story):
    edit_case(home, story.case, dates={"temuan_ditetapkan": "2024-01-24"})
    move_case(home, story.case, "ajukan_pleno", at="2024-01-24")
    move_case(home, story.case, "tetapkan_temuan", at="2024-01-25")

    dates = dict(read_case_file(home, story.case).case.dates)
    assert dates["temuan_ditetapkan"] == "2024-01-24"


def test_a_step_recorded_by_mistake_is_taken_back_and_stays_readable(home, story):
    move_case(home, story.case, "ajukan_pleno", at="2024-01-24")
    move_case(home, story.case, "tetapkan_temuan", at="2024-01-25")
    with pytest.raises(NetraError, match="Alasan"):
        withdraw_move(home, story.case, " ")

    withdraw_move(home, story.case, "pleno ditunda")

    found = read_handling(home, story.case)
    assert found.state == "PLENO_LHP"
    assert [one.withdrawn for one in found.movements] == ["", "pleno ditunda"]
    assert "temuan_ditetapkan" not in dict(read_case_file(home, story.case).case.dates)
    assert any("pleno ditunda" in line.words for line in read_history(home, story.case))

    withdraw_move(home, story.case, "salah kasus")
    assert read_handling(home, story.case).state == "LHP"
    with pytest.raises(NetraError) as caught:
        withdraw_move(home, story.case, "lagi")
    assert caught.value.code == "no-move"


def test_taking_back_gives_the_case_its_source_again(home, report):
    move_case(home, report, "kaji_awal")
    move_case(home, report, "jadikan_informasi_awal")
    assert read_case_file(home, report).case.source is Source.INFORMASI_AWAL

    withdraw_move(home, report, "salah pilih")

    case = read_case_file(home, report).case
    assert (case.source, case.state) == (Source.LAPORAN, "KAJIAN_AWAL")


def test_some_steps_need_a_reason_in_writing(home, report):
    move_case(home, report, "kaji_awal")
    with pytest.raises(NetraError) as caught:
        move_case(home, report, "tidak_diregister")
    assert caught.value.code == "reason-needed"
    move_case(home, report, "tidak_diregister", reason="lewat waktu")
    assert read_case_file(home, report).case.status == "dihentikan"


def test_the_kind_of_breach_and_the_track_are_kept_with_the_step(home, story):
    move_case(home, story.case, "ajukan_pleno", category="PIDANA", track="PENANGANAN_PENUH")
    found = read_handling(home, story.case)
    assert (found.category, found.track) == ("PIDANA", "PENANGANAN_PENUH")
    assert found.category_text == "tindak pidana"


@pytest.mark.parametrize(
    ("step", "code"), [("loncat", "unknown-move"), ("kaji_awal", "move-refused")]
)
def test_a_step_that_is_not_there_or_not_for_this_source_is_refused(home, story, step, code):
    with pytest.raises(NetraError) as caught:
        move_case(home, story.case, step)
    assert caught.value.code == code


def test_steps_on_what_is_not_there_are_refused(home, story):
    with pytest.raises(NetraError):
        read_handling(home, NOWHERE)
    with pytest.raises(NetraError):
        move_case(home, story.case, "ajukan_pleno", exhibits=(NOWHERE,))
    with pytest.raises(NetraError, match="Syarat meterai"):
        answer_requirement(home, story.case, "meterai", "ya")
    with pytest.raises(NetraError, match="jawaban"):
        answer_requirement(home, story.case, "diputus_pleno", "mungkin")


def test_two_steps_that_did_not_see_each_other_stand_side_by_side_until_the_next(
    home, elsewhere, story
):
    carry(home, elsewhere, story.case)
    move_case(elsewhere, story.case, "saran_perbaikan", at="2024-01-23")
    move_case(home, story.case, "ajukan_pleno", at="2024-01-23")
    carry(elsewhere, home, story.case)
    carry(home, elsewhere, story.case)

    here, there = (read_handling(one, story.case) for one in (home, elsewhere))
    assert set(here.contradicting) == {"rapat pleno hasil pengawasan", "saran perbaikan diberikan"}
    assert here.state == there.state
    assert len(here.movements) == 2

    move_case(home, story.case, next(one.move for one in here.steps if not one.refused))
    assert read_handling(home, story.case).contradicting == ()
