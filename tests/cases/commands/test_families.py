"""A verb loads its own family and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from cases.commands.families import FAMILIES, add_families, families_of
from cases.resources import root

HEAVY = ("sqlalchemy", "sqlcipher3", "PIL", "reportlab", "rich", "asyncio")


@pytest.mark.parametrize("family", FAMILIES)
def test_the_table_says_what_the_family_adds(family: str):
    app = add_families(typer.Typer(callback=lambda: None), [family])

    assert set(getattr(get_command(app), "commands")) == set(FAMILIES[family])  # noqa: B009


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("case new --title x", ("work",)),
        ("--home /tmp/x --lang=en --officer A intake y", ("intake",)),
        ("case --help", ("work",)),
    ],
)
def test_a_verb_needs_its_family(line: str, families: tuple[str, ...]):
    assert families_of(line.split()) == families


@pytest.mark.parametrize("line", ["", "--help", "-h case", "ngawur", "--ngawur case", "--home"])
def test_where_every_name_must_be_known_all_are_loaded(line: str):
    assert families_of(line.split()) == tuple(FAMILIES)


def test_verbs_without_a_home_load_no_database_and_no_painter(tmp_path: Path):
    note = tmp_path / "catatan.txt"
    note.write_text("catatan", "utf-8")
    request = tmp_path / "peristiwa.json"
    request.write_text('{"regime": "PEMILU", "source": "TEMUAN", "events": {}}', "utf-8")
    program = (
        "import sys; from cases.commands.run import run;"
        f"done = [run(['inspect', {str(note)!r}]), run(['deadlines', {str(request)!r}])];"
        f"sys.exit(str(done + [one for one in {HEAVY} if one in sys.modules]))"
    )
    process = subprocess.run(
        [sys.executable, "-c", program], cwd=root(), capture_output=True, text=True, check=False
    )

    assert process.stderr.strip() == "[0, 0]"
