"""How a case moves: the steps of each office in both regimes, and refusals with their article."""

from datetime import date

import msgspec
import pytest

from rules.lint import lint
from rules.steps import Move, faults
from rules.workflow import Place, refusal
from tests.rules.shipped import pack
from tests.rules.workflow_steps import (
    SUPERVISORS,
    ids_at,
    place_at,
    refused_at,
    the_flow,
)


def test_every_name_of_the_shipped_workflow_is_known_and_every_state_reached_and_left() -> None:
    assert faults(the_flow()) == ()


def test_every_step_and_every_bar_has_an_article_and_a_confidence() -> None:
    for one in (*the_flow().moves, *the_flow().bars, *the_flow().requirements):
        assert one.article.strip()
        assert one.confidence in ("naskah", "sekunder", "ingatan")


def test_steps_that_were_not_read_in_the_text_are_told_by_lint() -> None:
    told = [one.detail for one in lint(pack()) if one.place == "workflow.toml"]
    wanted = (*the_flow().moves, *the_flow().bars, *the_flow().requirements)
    assert len(told) == sum(one.to_check for one in wanted) > 0


@pytest.mark.parametrize(
    ("source", "state"),
    [("TEMUAN", "LHP"), ("LAPORAN", "LAPORAN_DITERIMA"), ("INFORMASI_AWAL", "INFORMASI_AWAL")],
)
def test_each_source_begins_in_its_own_state(source: str, state: str) -> None:
    assert [one.code for one in the_flow().states if source in one.starts] == [state]


@pytest.mark.parametrize("regime", ["PEMILU", "PILKADA"])
@pytest.mark.parametrize("role", SUPERVISORS)
def test_a_report_runs_from_its_receipt_to_the_notice_of_its_status(
    regime: str, role: str
) -> None:
    hear = "undang" if regime == "PEMILU" else "undang_pemilihan"
    end = "hentikan"
    steps = ["kaji_awal", "registrasi", hear, "kaji", "ke_pleno", end, "umumkan"]
    _walk("LAPORAN_DITERIMA", "LAPORAN", regime, role, steps, "SELESAI")


@pytest.mark.parametrize("regime", ["PEMILU", "PILKADA"])
@pytest.mark.parametrize("role", SUPERVISORS)
def test_a_finding_runs_from_form_a_to_the_forwarding(regime: str, role: str) -> None:
    hear = "undang" if regime == "PEMILU" else "undang_pemilihan"
    steps = ["ajukan_pleno", "tetapkan_temuan", "registrasi_temuan", hear, "kaji", "ke_pleno"]
    end = _walk("LHP", "TEMUAN", regime, role, steps, "PLENO")
    through_district = (regime, role) == ("PEMILU", "PANWASCAM")
    forward = "rekomendasi_lewat_kabkota" if through_district else "teruskan"
    assert forward in ids_at(end)


def _walk(state: str, source: str, regime: str, role: str, steps: list[str], end: str) -> Place:
    place = Place(state=state, source=source, regime=regime, role=role)
    for step in steps:
        assert step in ids_at(place), (step, place)
        move = the_flow().move(step)
        place = msgspec.structs.replace(
            place, state=move.end or place.state, source=move.becomes or place.source
        )
    assert place.state == end
    return place


def test_a_tip_is_traced_and_what_is_found_becomes_a_finding() -> None:
    place = place_at("INFORMASI_AWAL", source="INFORMASI_AWAL")
    assert ids_at(place) == ["telusuri", "serahkan_ke_atas"]
    assert the_flow().move("hasil_penelusuran").becomes == "TEMUAN"
    assert "nihil" in ids_at(place_at("PENELUSURAN", source="INFORMASI_AWAL"))


def test_neutrality_goes_through_the_district_in_pemilu_and_straight_in_pilkada() -> None:
    pemilu = place_at("PLENO", category="HUKUM_LAINNYA")
    found = refused_at("teruskan", pemilu)
    assert found.article == "UU 7/2017 pasal 106 huruf c"
    assert (found.confidence, found.instead) == ("naskah", "rekomendasi_lewat_kabkota")
    assert "rekomendasi_lewat_kabkota" in ids_at(pemilu)
    pilkada = place_at("PLENO", regime="PILKADA", category="HUKUM_LAINNYA")
    assert "teruskan" in ids_at(pilkada)
    assert "33 huruf e" in the_flow().move("teruskan").article
    assert "rekomendasi_lewat_kabkota" not in ids_at(pilkada)


@pytest.mark.parametrize("role", ["KABKOTA", "PROVINSI", "RI"])
@pytest.mark.parametrize("regime", ["PEMILU", "PILKADA"])
def test_a_district_forwards_itself(role: str, regime: str) -> None:
    assert "teruskan" in ids_at(place_at("PLENO", role, regime, category="HUKUM_LAINNYA"))


@pytest.mark.parametrize(
    ("category", "regime", "named"),
    [
        ("ADMINISTRASI", "PEMILU", "461 ayat (2)"),
        ("PIDANA", "PEMILU", "476"),
        ("KODE_ETIK", "PILKADA", "pasal 33"),
    ],
)
def test_each_kind_of_breach_says_why_a_subdistrict_does_not_forward_it(
    category: str, regime: str, named: str
) -> None:
    assert (
        named
        in refused_at("teruskan", place_at("PLENO", regime=regime, category=category)).article
    )


@pytest.mark.parametrize("role", ["PKD", "PTPS"])
def test_village_and_polling_supervisors_only_take_in_and_hand_up(role: str) -> None:
    assert ids_at(place_at("LAPORAN_DITERIMA", role)) == ["serahkan_ke_atas"]
    assert "serahkan_ke_atas" in ids_at(place_at("LHP", role, source="TEMUAN"))
    assert "saran_perbaikan" in ids_at(place_at("LHP", role, source="TEMUAN"))
    assert refused_at("registrasi", place_at("KAJIAN_AWAL", role)).instead == "serahkan_ke_atas"
    assert "29" in refused_at("undang", place_at("DIREGISTER", role)).article
    assert "26" in refused_at("undang_pemilihan", place_at("DIREGISTER", role, "PILKADA")).article
    assert "108" in refused_at("teruskan", place_at("PLENO", role, "PILKADA")).article


def test_ad_hoc_supervisors_ethics_are_registered_at_the_district() -> None:
    place = place_at("KAJIAN_AWAL", category="KODE_ETIK_PENGAWAS")
    assert refused_at("registrasi", place).instead == "serahkan_ke_atas"
    assert "registrasi" in ids_at(msgspec.structs.replace(place, role="KABKOTA"))


@pytest.mark.parametrize("status", ["PNS", "KADES", "TNI"])
def test_an_administrative_case_has_no_civil_servant_as_respondent(status: str) -> None:
    place = place_at("KAJIAN_AWAL", category="ADMINISTRASI", statuses=(status,))
    assert "8/2022 pasal 8" in refused_at("registrasi", place).article
    party = msgspec.structs.replace(place, statuses=("LAIN",))
    assert "registrasi" in ids_at(party)
    pilkada = msgspec.structs.replace(place, regime="PILKADA")
    assert "registrasi" in ids_at(pilkada)


def test_structured_breaches_have_their_own_regulation() -> None:
    place = place_at("KAJIAN_AWAL", "KABKOTA", category="TSM")
    assert "alihkan_tsm" in ids_at(place)
    hearing = place_at("DIREGISTER", "KABKOTA", category="TSM")
    assert refused_at("undang", hearing).instead == "alihkan_tsm"


def test_nobody_is_heard_before_the_case_is_registered() -> None:
    found = refused_at("undang", place_at("KAJIAN_AWAL"))
    assert "sesudah register" in found.text
    assert found.confidence == "sekunder"


def test_a_withdrawal_closes_only_what_is_not_registered() -> None:
    assert "cabut" in ids_at(place_at("KAJIAN_AWAL"))
    assert ids_at(place_at("DICABUT")) == ["jadikan_informasi_awal", "arsipkan"]
    for state in ("DIREGISTER", "KLARIFIKASI", "KAJIAN", "PLENO"):
        found = refused_at("cabut", place_at(state))
        assert (found.article, found.instead) == (
            "Perbawaslu 7/2022 pasal 17 ayat (3)",
            "catat_pencabutan",
        )
        assert "catat_pencabutan" in ids_at(place_at(state))
    assert the_flow().move("catat_pencabutan").end == ""


def test_an_unregistered_report_lives_on_as_a_tip_or_is_announced() -> None:
    assert ids_at(place_at("TIDAK_DIREGISTER")) == [
        "jadikan_informasi_awal",
        "umumkan_tidak_diregister",
    ]
    assert the_flow().move("jadikan_informasi_awal").becomes == "INFORMASI_AWAL"
    assert the_flow().move("tidak_diregister").reason


def test_a_report_is_repaired_and_looked_at_again() -> None:
    assert "minta_perbaikan" in ids_at(place_at("KAJIAN_AWAL"))
    assert ids_at(place_at("MENUNGGU_PERBAIKAN")) == [
        "registrasi",
        "perbaikan_diterima",
        "tidak_diregister",
        "cabut",
    ]


def test_cases_are_delegated_and_taken_over_by_those_above() -> None:
    assert {"limpahkan", "ambil_alih"} <= set(ids_at(place_at("DIREGISTER", "KABKOTA")))
    assert not {"limpahkan", "ambil_alih"} & set(ids_at(place_at("DIREGISTER", "PANWASCAM")))
    assert "Bawaslu Kabupaten/Kota" in refused_at("ambil_alih", place_at("DIREGISTER")).text
    assert "tugaskan_klarifikasi" in ids_at(place_at("DIREGISTER", "KABKOTA"))


def test_direct_forwarding_is_a_track_of_its_own() -> None:
    direct = {"track": "PENERUSAN_LANGSUNG"}
    full = place_at("KAJIAN_AWAL", "KABKOTA")
    assert "jalur" in refused_at("teruskan_di_kajian_awal", full).text
    assert "teruskan_di_kajian_awal" in ids_at(place_at("KAJIAN_AWAL", "KABKOTA", **direct))
    pilkada = place_at("KAJIAN_AWAL", "KABKOTA", "PILKADA", **direct)
    assert "tidak diatur" in refused_at("teruskan_di_kajian_awal", pilkada).text
    finding = place_at("PLENO_LHP", regime="PILKADA", source="TEMUAN", **direct)
    assert "teruskan_hasil_pengawasan" in ids_at(finding)
    subdistrict = msgspec.structs.replace(finding, regime="PEMILU")
    assert refused_at("teruskan_hasil_pengawasan", subdistrict).instead
    assert "rekomendasi_lewat_kabkota" in ids_at(subdistrict)


def test_a_second_invitation_is_ruled_in_pemilu_and_practice_in_pilkada() -> None:
    assert not the_flow().move("undang_lagi").to_check
    assert the_flow().move("undang_lagi_pemilihan").to_check
    assert "undang_lagi" in ids_at(place_at("KLARIFIKASI"))
    assert "undang_lagi_pemilihan" in ids_at(place_at("KLARIFIKASI", regime="PILKADA"))


def test_advice_that_is_ignored_becomes_a_finding() -> None:
    ids = ids_at(place_at("SARAN_PERBAIKAN", source="TEMUAN"))
    assert ids == ["saran_diikuti", "saran_diabaikan"]
    assert "ayat (4)" in the_flow().move("saran_diabaikan").article


def test_other_refusals_name_the_state_the_source_or_the_office() -> None:
    state = refused_at("kaji", place_at("PLENO"))
    assert state.text == (
        'Menyusun kajian dugaan pelanggaran: tidak dapat dari keadaan "rapat pleno"; '
        "hanya dari klarifikasi."
    )
    assert (
        "asal perkara"
        in refused_at("kaji_awal", place_at("LAPORAN_DITERIMA", source="TEMUAN")).text
    )
    assert "Panwaslu Kecamatan" in refused_at("limpahkan", place_at("DIREGISTER")).text


def test_a_step_whose_rule_is_not_in_force_is_refused() -> None:
    flow = the_flow()
    old = msgspec.structs.replace(flow.move("kaji"), valid_to=date(2024, 1, 1))
    others = [old if one.id == "kaji" else one for one in flow.moves]
    dated = msgspec.structs.replace(flow, moves=tuple(others))
    found = refusal(dated, place_at("KLARIFIKASI", day=date(2024, 1, 2)), "kaji")
    assert found is not None
    assert "hari itu" in found.text
    assert refusal(dated, place_at("KLARIFIKASI", day=date(2024, 1, 1)), "kaji") is None


def test_a_step_may_leave_the_case_where_it_is() -> None:
    staying: list[Move] = [one for one in the_flow().moves if not (one.end or one.resumes)]
    assert {one.id for one in staying} == {
        "catat_pencabutan",
        "tugaskan_klarifikasi",
        "undang_lagi",
        "undang_lagi_pemilihan",
        "koordinasi_gakkumdu",
        "nyatakan_pidana",
        "teruskan_polri",
    }
