"""The demonstration: the whole main job, and the summary it leaves."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cases.commands.terminal import execute

Summary = dict[str, Any]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "hasil"
    assert execute(["demo", "--out", folder]).status == 0
    return folder


@pytest.fixture(scope="module")
def summary(out: Path) -> Summary:
    return dict(json.loads((out / "summary.json").read_bytes()))


def test_the_summary_has_the_promised_keys(summary: Summary):
    assert {
        *("case", "code", "exhibits", "assessments", "questions", "pdf", "sealed", "identity"),
        *("trust", "import", "receipt", "seconds"),
    } <= set(summary)
    assert set(summary["exhibits"][0]) == {"code", "file", "sha256", "office_sha256"}
    assert {"file", "sha256"} <= set(summary["sealed"])
    assert set(summary["receipt"]) == {"file", "verified"}


def test_the_files_it_names_are_there(out: Path, summary: Summary):
    for name in (
        *(summary["pdf"], summary["identity"], summary["trust"]),
        *(summary["sealed"]["file"], summary["receipt"]["file"]),
    ):
        assert not Path(name).is_absolute()
        assert (out / name).is_file()
    data = (out / summary["sealed"]["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == summary["sealed"]["sha256"]


def test_both_ends_hold_the_same_bytes(summary: Summary):
    assert len(summary["exhibits"]) == 7
    assert all(one["sha256"] == one["office_sha256"] for one in summary["exhibits"])
    assert summary["receipt"]["verified"] is True


def test_nobody_is_found_guilty_and_questions_were_asked(summary: Summary):
    outcomes = {one["outcome"] for one in summary["assessments"]}
    assert outcomes <= {"MEMENUHI_UNSUR", "TIDAK_MEMENUHI", "PERLU_KAJIAN"}
    assert summary["questions"]


def test_the_village_head_question_was_answered_for_the_first_respondent(summary: Summary):
    first = [one for one in summary["assessments"] if one["respondent"] == "T-01"]
    assert first
    assert all("penjabat_kades" not in one["missing"] for one in first)


def test_verify_takes_the_files_of_the_demonstration(out: Path, summary: Summary):
    keys = ["--identity", out / summary["identity"], "--trust", out / summary["trust"]]
    ran = execute(["verify", out / summary["sealed"]["file"], *keys, "--json"])
    assert ran.json["verdict"] == "UTUH"


def test_a_demonstration_somebody_worked_in_is_kept(tmp_path: Path):
    out = tmp_path / "peragaan"
    homes = out / "petugas"
    homes.mkdir(parents=True)
    (out / "summary.json").write_text("{}", "utf-8")
    (homes / "netra.db").write_bytes(b"kerja pemakai")
    os.utime(out / "summary.json", (1, 1))
    assert execute(["demo", "--out", out]).status == 0
    kept = tmp_path / "peragaan-lama-1" / "petugas" / "netra.db"
    assert kept.read_bytes() == b"kerja pemakai"
    assert (out / "petugas" / "vault.json").exists()


def test_it_may_run_again_but_never_over_something_else(out: Path, tmp_path: Path):
    assert execute(["demo", "--out", out]).status == 0
    assert [kept.name for kept in out.parent.iterdir()] == [out.name]
    (tmp_path / "foto.jpg").write_bytes(b"milik saya")
    assert execute(["--json", "demo", "--out", tmp_path]).refusal["code"] == "folder-in-use"
    assert (tmp_path / "foto.jpg").exists()
