"""Places in the shipped workflow, and the steps from there."""

from rules.steps import WorkflowFile
from rules.workflow import Place, Refusal, moves, refusal
from tests.rules.shipped import pack

REPORT = {"nama_alamat_pelapor": True, "pihak_terlapor": True, "dalam_waktu": True}
MATERIAL = {"waktu_tempat": True, "uraian": True, "bukti": True}
SUPERVISORS = ("PANWASCAM", "KABKOTA", "PROVINSI", "RI")


def the_flow() -> WorkflowFile:
    return pack().workflow


def place_at(state: str, role: str = "PANWASCAM", regime: str = "PEMILU", **more: object) -> Place:
    given = {"source": "LAPORAN", **more}
    return Place(state=state, role=role, regime=regime, **given)  # type: ignore[arg-type]


def ids_at(place: Place) -> list[str]:
    return [one.id for one in moves(the_flow(), place)]


def refused_at(move: str, place: Place) -> Refusal:
    found = refusal(the_flow(), place, move)
    assert found is not None, move
    return found
