"""What reports and findings must have; names nobody knows; workflows that do not hold."""

import msgspec
import pytest

from rules.errors import RuleError
from rules.expressions import PackError
from rules.pack import parse
from rules.steps import WorkflowFile, faults
from rules.workflow import Place, refusal, requirements, screen
from tests.rules.shipped import changed, files
from tests.rules.workflow_steps import MATERIAL, REPORT, place_at, the_flow


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
    found = screen(the_flow(), place_at("KAJIAN_AWAL"), answers)
    assert (found.formal, found.material) == (formal, material)
    assert {one.key for one in found.lacking} == {key for key, met in answers.items() if not met}
    assert not {one.key for one in found.open} & set(answers)


def test_the_requirements_follow_the_regime_and_the_source() -> None:
    keys = {one.key for one in requirements(the_flow(), place_at("KAJIAN_AWAL", regime="PILKADA"))}
    assert "pelapor_berhak" in keys
    assert "pelapor_pemilih" not in keys
    finding = {one.key for one in requirements(the_flow(), place_at("PLENO_LHP", source="TEMUAN"))}
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
        (place_at("DI_LUAR"), "kaji", "unknown-state", "KLARIFIKASI"),
        (place_at("KAJIAN", "CAMAT"), "kaji", "unknown-role", "PANWASCAM"),
        (place_at("KAJIAN"), "loncat", "unknown-move", "ke_pleno"),
    ],
)
def test_names_that_do_not_exist_are_refused(
    place: Place, move: str, code: str, named: str
) -> None:
    with pytest.raises(RuleError) as caught:
        refusal(the_flow(), place, move)
    assert caught.value.code == code
    assert named in caught.value.values["allowed"]


def test_an_unknown_requirement_is_refused() -> None:
    with pytest.raises(RuleError, match="unknown-requirement"):
        screen(the_flow(), place_at("KAJIAN_AWAL"), {"meterai": True})


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
