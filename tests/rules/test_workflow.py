"""How a case moves: the steps of each office in both regimes, and refusals with their article."""

from datetime import date

import msgspec
import pytest

from rules.errors import RuleError
from rules.expressions import PackError
from rules.lint import lint
from rules.pack import parse
from rules.steps import Move, WorkflowFile, faults
from rules.workflow import Place, Refusal, end_of, moves, refusal, requirements, screen
from tests.rules.shipped import changed, files, pack

REPORT = {"nama_alamat_pelapor": True, "pihak_terlapor": True, "dalam_waktu": True}
MATERIAL = {"waktu_tempat": True, "uraian": True, "bukti": True}
SUPERVISORS = ("PANWASCAM", "KABKOTA", "PROVINSI", "RI")


def _flow() -> WorkflowFile:
    return pack().workflow


def _at(state: str, role: str = "PANWASCAM", regime: str = "PEMILU", **more: object) -> Place:
    given = {"source": "LAPORAN", **more}
    return Place(state=state, role=role, regime=regime, **given)  # type: ignore[arg-type]


def _ids(place: Place) -> list[str]:
    return [one.id for one in moves(_flow(), place)]


def _refused(move: str, place: Place) -> Refusal:
    found = refusal(_flow(), place, move)
    assert found is not None, move
    return found


def test_every_name_of_the_shipped_workflow_is_known_and_every_state_reached_and_left() -> None:
    assert faults(_flow()) == ()


def test_every_step_and_every_bar_has_an_article_and_a_confidence() -> None:
    for one in (*_flow().moves, *_flow().bars, *_flow().requirements):
        assert one.article.strip()
        assert one.confidence in ("naskah", "sekunder", "ingatan")


def test_steps_that_were_not_read_in_the_text_are_told_by_lint() -> None:
    told = [one.detail for one in lint(pack()) if one.place == "workflow.toml"]
    wanted = (*_flow().moves, *_flow().bars, *_flow().requirements)
    assert len(told) == sum(one.to_check for one in wanted) > 0


@pytest.mark.parametrize(
    ("source", "state"),
    [("TEMUAN", "LHP"), ("LAPORAN", "LAPORAN_DITERIMA"), ("INFORMASI_AWAL", "INFORMASI_AWAL")],
)
def test_each_source_begins_in_its_own_state(source: str, state: str) -> None:
    assert [one.code for one in _flow().states if source in one.starts] == [state]


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
    assert forward in _ids(end)


def _walk(state: str, source: str, regime: str, role: str, steps: list[str], end: str) -> Place:
    place = Place(state=state, source=source, regime=regime, role=role)
    for step in steps:
        assert step in _ids(place), (step, place)
        move = _flow().move(step)
        place = msgspec.structs.replace(
            place, state=move.end or place.state, source=move.becomes or place.source
        )
    assert place.state == end
    return place


def test_a_tip_is_traced_and_what_is_found_becomes_a_finding() -> None:
    place = _at("INFORMASI_AWAL", source="INFORMASI_AWAL")
    assert _ids(place) == ["telusuri", "serahkan_ke_atas"]
    assert _flow().move("hasil_penelusuran").becomes == "TEMUAN"
    assert "nihil" in _ids(_at("PENELUSURAN", source="INFORMASI_AWAL"))


def test_neutrality_goes_through_the_district_in_pemilu_and_straight_in_pilkada() -> None:
    pemilu = _at("PLENO", category="HUKUM_LAINNYA")
    found = _refused("teruskan", pemilu)
    assert found.article == "UU 7/2017 pasal 106 huruf c"
    assert (found.confidence, found.instead) == ("naskah", "rekomendasi_lewat_kabkota")
    assert "rekomendasi_lewat_kabkota" in _ids(pemilu)
    pilkada = _at("PLENO", regime="PILKADA", category="HUKUM_LAINNYA")
    assert "teruskan" in _ids(pilkada)
    assert "33 huruf e" in _flow().move("teruskan").article
    assert "rekomendasi_lewat_kabkota" not in _ids(pilkada)


@pytest.mark.parametrize("role", ["KABKOTA", "PROVINSI", "RI"])
@pytest.mark.parametrize("regime", ["PEMILU", "PILKADA"])
def test_a_district_forwards_itself(role: str, regime: str) -> None:
    assert "teruskan" in _ids(_at("PLENO", role, regime, category="HUKUM_LAINNYA"))


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
    assert named in _refused("teruskan", _at("PLENO", regime=regime, category=category)).article


@pytest.mark.parametrize("role", ["PKD", "PTPS"])
def test_village_and_polling_supervisors_only_take_in_and_hand_up(role: str) -> None:
    assert _ids(_at("LAPORAN_DITERIMA", role)) == ["serahkan_ke_atas"]
    assert "serahkan_ke_atas" in _ids(_at("LHP", role, source="TEMUAN"))
    assert "saran_perbaikan" in _ids(_at("LHP", role, source="TEMUAN"))
    assert _refused("registrasi", _at("KAJIAN_AWAL", role)).instead == "serahkan_ke_atas"
    assert "29" in _refused("undang", _at("DIREGISTER", role)).article
    assert "26" in _refused("undang_pemilihan", _at("DIREGISTER", role, "PILKADA")).article
    assert "108" in _refused("teruskan", _at("PLENO", role, "PILKADA")).article


def test_ad_hoc_supervisors_ethics_are_registered_at_the_district() -> None:
    place = _at("KAJIAN_AWAL", category="KODE_ETIK_PENGAWAS")
    assert _refused("registrasi", place).instead == "serahkan_ke_atas"
    assert "registrasi" in _ids(msgspec.structs.replace(place, role="KABKOTA"))


@pytest.mark.parametrize("status", ["PNS", "KADES", "TNI"])
def test_an_administrative_case_has_no_civil_servant_as_respondent(status: str) -> None:
    place = _at("KAJIAN_AWAL", category="ADMINISTRASI", statuses=(status,))
    assert "8/2022 pasal 8" in _refused("registrasi", place).article
    party = msgspec.structs.replace(place, statuses=("LAIN",))
    assert "registrasi" in _ids(party)
    pilkada = msgspec.structs.replace(place, regime="PILKADA")
    assert "registrasi" in _ids(pilkada)


def test_structured_breaches_have_their_own_regulation() -> None:
    place = _at("KAJIAN_AWAL", "KABKOTA", category="TSM")
    assert "alihkan_tsm" in _ids(place)
    hearing = _at("DIREGISTER", "KABKOTA", category="TSM")
    assert _refused("undang", hearing).instead == "alihkan_tsm"


def test_nobody_is_heard_before_the_case_is_registered() -> None:
    found = _refused("undang", _at("KAJIAN_AWAL"))
    assert "sesudah register" in found.text
    assert found.confidence == "sekunder"


def test_a_withdrawal_closes_only_what_is_not_registered() -> None:
    assert "cabut" in _ids(_at("KAJIAN_AWAL"))
    assert _ids(_at("DICABUT")) == ["jadikan_informasi_awal", "arsipkan"]
    for state in ("DIREGISTER", "KLARIFIKASI", "KAJIAN", "PLENO"):
        found = _refused("cabut", _at(state))
        assert (found.article, found.instead) == (
            "Perbawaslu 7/2022 pasal 17 ayat (3)",
            "catat_pencabutan",
        )
        assert "catat_pencabutan" in _ids(_at(state))
    assert _flow().move("catat_pencabutan").end == ""


def test_an_unregistered_report_lives_on_as_a_tip_or_is_announced() -> None:
    assert _ids(_at("TIDAK_DIREGISTER")) == ["jadikan_informasi_awal", "umumkan_tidak_diregister"]
    assert _flow().move("jadikan_informasi_awal").becomes == "INFORMASI_AWAL"
    assert _flow().move("tidak_diregister").reason


def test_a_report_is_repaired_and_looked_at_again() -> None:
    assert "minta_perbaikan" in _ids(_at("KAJIAN_AWAL"))
    assert _ids(_at("MENUNGGU_PERBAIKAN")) == [
        "registrasi",
        "perbaikan_diterima",
        "tidak_diregister",
        "cabut",
    ]


def test_cases_are_delegated_and_taken_over_by_those_above() -> None:
    assert {"limpahkan", "ambil_alih"} <= set(_ids(_at("DIREGISTER", "KABKOTA")))
    assert not {"limpahkan", "ambil_alih"} & set(_ids(_at("DIREGISTER", "PANWASCAM")))
    assert "Bawaslu Kabupaten/Kota" in _refused("ambil_alih", _at("DIREGISTER")).text
    assert "tugaskan_klarifikasi" in _ids(_at("DIREGISTER", "KABKOTA"))


def test_direct_forwarding_is_a_track_of_its_own() -> None:
    direct = {"track": "PENERUSAN_LANGSUNG"}
    full = _at("KAJIAN_AWAL", "KABKOTA")
    assert "jalur" in _refused("teruskan_di_kajian_awal", full).text
    assert "teruskan_di_kajian_awal" in _ids(_at("KAJIAN_AWAL", "KABKOTA", **direct))
    pilkada = _at("KAJIAN_AWAL", "KABKOTA", "PILKADA", **direct)
    assert "tidak diatur" in _refused("teruskan_di_kajian_awal", pilkada).text
    finding = _at("PLENO_LHP", regime="PILKADA", source="TEMUAN", **direct)
    assert "teruskan_hasil_pengawasan" in _ids(finding)
    subdistrict = msgspec.structs.replace(finding, regime="PEMILU")
    assert _refused("teruskan_hasil_pengawasan", subdistrict).instead
    assert "rekomendasi_lewat_kabkota" in _ids(subdistrict)


def test_a_second_invitation_is_ruled_in_pemilu_and_practice_in_pilkada() -> None:
    assert not _flow().move("undang_lagi").to_check
    assert _flow().move("undang_lagi_pemilihan").to_check
    assert "undang_lagi" in _ids(_at("KLARIFIKASI"))
    assert "undang_lagi_pemilihan" in _ids(_at("KLARIFIKASI", regime="PILKADA"))


def test_advice_that_is_ignored_becomes_a_finding() -> None:
    ids = _ids(_at("SARAN_PERBAIKAN", source="TEMUAN"))
    assert ids == ["saran_diikuti", "saran_diabaikan"]
    assert "ayat (4)" in _flow().move("saran_diabaikan").article


def test_other_refusals_name_the_state_the_source_or_the_office() -> None:
    state = _refused("kaji", _at("PLENO"))
    assert state.text == (
        'Menyusun kajian dugaan pelanggaran: tidak dapat dari keadaan "rapat pleno"; '
        "hanya dari klarifikasi."
    )
    assert "asal perkara" in _refused("kaji_awal", _at("LAPORAN_DITERIMA", source="TEMUAN")).text
    assert "Panwaslu Kecamatan" in _refused("limpahkan", _at("DIREGISTER")).text


def test_a_step_whose_rule_is_not_in_force_is_refused() -> None:
    flow = _flow()
    old = msgspec.structs.replace(flow.move("kaji"), valid_to=date(2024, 1, 1))
    others = [old if one.id == "kaji" else one for one in flow.moves]
    dated = msgspec.structs.replace(flow, moves=tuple(others))
    found = refusal(dated, _at("KLARIFIKASI", day=date(2024, 1, 2)), "kaji")
    assert found is not None
    assert "hari itu" in found.text
    assert refusal(dated, _at("KLARIFIKASI", day=date(2024, 1, 1)), "kaji") is None


@pytest.mark.parametrize(
    ("answers", "formal", "material"),
    [
        ({}, None, None),
        (REPORT, None, None),
        ({**REPORT, "pelapor_pemilih": True}, True, None),
        ({**REPORT, "pelapor_pemilih": True, **MATERIAL}, True, True),
        ({**MATERIAL, "bukti": False}, None, False),
        ({"dalam_waktu": False}, False, None),
    ],
)
def test_the_first_look_tells_what_is_lacking(
    answers: dict[str, bool], formal: bool | None, material: bool | None
) -> None:
    found = screen(_flow(), _at("KAJIAN_AWAL"), answers)
    assert (found.formal, found.material) == (formal, material)
    assert {one.key for one in found.lacking} == {key for key, met in answers.items() if not met}
    assert not {one.key for one in found.open} & set(answers)


def test_the_requirements_follow_the_regime_and_the_source() -> None:
    keys = {one.key for one in requirements(_flow(), _at("KAJIAN_AWAL", regime="PILKADA"))}
    assert "pelapor_berhak" in keys
    assert "pelapor_pemilih" not in keys
    finding = {one.key for one in requirements(_flow(), _at("PLENO_LHP", source="TEMUAN"))}
    assert finding == {
        "penemu_pengawas",
        "ditetapkan_dalam_waktu",
        "diputus_pleno",
        "identitas_pelaku",
        "peristiwa_uraian",
    }


@pytest.mark.parametrize(
    ("place", "move", "code", "named"),
    [
        (_at("DI_LUAR"), "kaji", "unknown-state", "KLARIFIKASI"),
        (_at("KAJIAN", "CAMAT"), "kaji", "unknown-role", "PANWASCAM"),
        (_at("KAJIAN"), "loncat", "unknown-move", "ke_pleno"),
    ],
)
def test_names_that_do_not_exist_are_refused(
    place: Place, move: str, code: str, named: str
) -> None:
    with pytest.raises(RuleError) as caught:
        refusal(_flow(), place, move)
    assert caught.value.code == code
    assert named in caught.value.values["allowed"]


def test_an_unknown_requirement_is_refused() -> None:
    with pytest.raises(RuleError, match="unknown-requirement"):
        screen(_flow(), _at("KAJIAN_AWAL"), {"meterai": True})


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('from = ["KAJIAN"]\nto = "PLENO"', 'from = ["KAJIAN"]\nto = "RAPAT"', "RAPAT"),
        ('from = ["KAJIAN"]\nto = "PLENO"', 'from = ["KAJIAN"]', "unreachable: PLENO"),
        (
            'text = "diarsipkan"\nstatus = "selesai"\nends = true',
            'text = "diarsipkan"\nstatus = "selesai"',
            "stuck: ARSIP",
        ),
        ('starts = ["INFORMASI_AWAL"]\n', "", "no start: INFORMASI_AWAL"),
        ('code = "ARSIP"', 'code = "LEMARI"', "ARSIP"),
        ('instead = "catat_pencabutan"', 'instead = "diam"', "diam"),
    ],
)
def test_a_workflow_that_hangs_together_badly_is_refused(old: str, new: str, named: str) -> None:
    with pytest.raises(PackError) as caught:
        _ = parse(changed("workflow.toml", old, new)).workflow
    assert caught.value.code in ("pack-workflow", "pack-shape")
    told = faults(
        msgspec.toml.decode(changed("workflow.toml", old, new)["workflow.toml"], type=WorkflowFile)
    )
    assert any(named in one for one in told)


def test_a_pack_without_a_workflow_says_so_when_it_is_asked() -> None:
    bare = {name: data for name, data in files().items() if name != "workflow.toml"}
    with pytest.raises(PackError, match="pack-file-missing"):
        _ = parse(bare).workflow


def test_a_step_may_leave_the_case_where_it_is() -> None:
    staying: list[Move] = [one for one in _flow().moves if not (one.end or one.resumes)]
    assert {one.id for one in staying} == {
        "catat_pencabutan",
        "tugaskan_klarifikasi",
        "undang_lagi",
        "undang_lagi_pemilihan",
        "koordinasi_gakkumdu",
        "nyatakan_pidana",
        "teruskan_polri",
    }


def test_what_was_handed_over_goes_on_where_it_stood_at_the_office_that_received_it() -> None:
    handed = _at("DISERAHKAN", "PANWASCAM", before="LAPORAN_DITERIMA")
    assert _ids(handed) == ["lanjutkan"]
    assert end_of(_flow(), handed, "lanjutkan") == "LAPORAN_DITERIMA"
    own = msgspec.structs.replace(handed, own=True)
    assert "menyerahkannya" in _refused("lanjutkan", own).text


def test_the_office_that_took_a_case_over_goes_on_with_it() -> None:
    taken = _at("DIAMBIL_ALIH", "KABKOTA", before="KLARIFIKASI", own=True)
    assert _ids(taken) == ["lanjutkan_ambil_alih"]
    assert end_of(_flow(), taken, "lanjutkan_ambil_alih") == "KLARIFIKASI"
    assert _ids(_at("DIAMBIL_ALIH", "PANWASCAM", before="KLARIFIKASI")) == []


def test_a_district_passes_on_what_a_subdistrict_recommended() -> None:
    assert _ids(_at("DIREKOMENDASIKAN", "KABKOTA")) == ["teruskan_rekomendasi"]
    assert _ids(_at("DIREKOMENDASIKAN", "PANWASCAM")) == []


def test_nothing_is_registered_while_a_requirement_is_open_or_lacking() -> None:
    answers = {**REPORT, "pelapor_pemilih": True, **MATERIAL}
    assert "registrasi" in _ids(_at("KAJIAN_AWAL", answers=answers))
    found = _refused("registrasi", _at("KAJIAN_AWAL", answers={**answers, "bukti": False}))
    assert "Tidak terpenuhi: bukti;" in found.text
    assert found.article == "Perbawaslu 7/2022 pasal 15 dan 16"
    del answers["uraian"]
    assert (
        "Belum dijawab: uraian" in _refused("registrasi", _at("KAJIAN_AWAL", answers=answers)).text
    )


def test_a_step_dates_events_that_the_clocks_know() -> None:
    known = {event.key for event in pack().deadlines.events}
    assert {date for one in _flow().moves for date in one.dates} <= known
    wrong = changed("workflow.toml", 'dates = ["diregistrasi"]', 'dates = ["dicatat"]')
    assert ("unknown-event", "workflow.toml") in {
        (one.code, one.place) for one in lint(parse(wrong))
    }


def test_a_decided_case_stands_still_and_an_ended_one_is_no_longer_this_offices() -> None:
    still = {one.code for one in _flow().states if one.halted}
    decided = {"DICABUT", "TIDAK_DIREGISTER", "DIHENTIKAN", "DITERUSKAN", "DIREKOMENDASIKAN"}
    assert still == decided
    assert {one.status for one in _flow().states if one.halted} == {"dihentikan", "diteruskan"}
