"""An officer and an office who know each other, and one case on its way between them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cases import language
from cases.commands import frame
from cases.keys.kdf import Cost
from cases.resources import resource
from tests.cases.commands.terminal import Terminal

CHEAP = Cost(1, 8192)


@pytest.fixture(autouse=True, scope="session")
def cheap() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frame, "COST", CHEAP)
        patch.delenv("NETRA_HOME", raising=False)
        patch.delenv("NETRA_PASSPHRASE_FILE", raising=False)
        yield


@pytest.fixture(autouse=True)
def indonesian() -> Iterator[None]:
    yield
    language.use("id")


@pytest.fixture
def laptop(tmp_path: Path) -> Terminal:
    """A laptop with a fresh home."""
    terminal = Terminal(tmp_path, "rumah")
    terminal.init("Contoh Yohana", "PKD")
    return terminal


@dataclass
class Exchange:
    """Both ends of the road, and what every verb answered on the way to the sealed file."""

    folder: Path
    officer: Terminal
    office: Terminal
    answers: dict[str, Any]

    @property
    def sealed(self) -> Path:
        return self.folder / "kasus.netra"

    @property
    def identity(self) -> Path:
        return self.folder / "kunci.txt"

    @property
    def trust(self) -> Path:
        return self.folder / "allowed_signers"


def photos() -> list[Path]:
    return sorted(resource("samples").glob("IMG_*.jpg"))[:2]


@pytest.fixture(scope="session")
def road(tmp_path_factory: pytest.TempPathFactory, cheap: None) -> Exchange:
    """Do the work of the field with verbs alone, up to the sealed file."""
    folder = tmp_path_factory.mktemp("jalan")
    office, officer = Terminal(folder, "kantor"), Terminal(folder, "petugas")
    said: dict[str, Any] = {}
    said["init office"] = office.init("Contoh Ratna", "KABKOTA")
    said["office card"] = office.ask("office", "card", "-o", folder / "kantor.kartu")
    card = ("--office-card", folder / "kantor.kartu")
    said["init"] = officer.init("Contoh Yohana", "PANWASCAM", *card)
    said["card"] = officer.ask("card", "-o", folder / "petugas.kartu")
    said["roster add"] = office.ask("roster", "add", folder / "petugas.kartu")
    _record(officer, said, folder)
    said["seal"] = officer.ask("seal", "S-K1-001", "-o", folder / "kasus.netra")
    said["identity"] = office.ask("office", "identity", "-o", folder / "kunci.txt")
    said["signers"] = office.ask("office", "signers", "-o", folder / "allowed_signers")
    return Exchange(folder, officer, office, said)


def _record(officer: Terminal, said: dict[str, Any], folder: Path) -> None:
    start = ("--regime", "PILKADA", "--source", "temuan", "--found-at", "2024-10-17T10:05+08:00")
    said["case new"] = officer.ask("case", "new", "--title", "Kampanye (CONTOH)", *start)
    said["intake"] = officer.ask("intake", "S-K1-001", *photos(), folder / "sandi-petugas.txt")
    said["incident"] = officer.ask(
        *("incident", "new", "--case", "S-K1-001", "--title", "Kampanye", "--kind", "KAMPANYE"),
        *("--election", "PILBUP_WALI", "--starts-at", "2024-10-17T09:30+08:00"),
    )
    person = folder / "orang.json"
    person.write_text('{"name": "Contoh Daniel", "occupation": "Camat Contoh"}', "utf-8")
    said["party"] = officer.ask(
        *("party", "add", "S-K1-001", "--role", "respondent", "--label", "Camat"),
        *("--particulars", person),
    )
    said["attend"] = officer.ask(
        *("attend", "S-K1-001", "PR-01", "T-01", "--exhibit", "B-01"),
        *("--fact", "status_subjek=PNS", "--fact", "dukungan_aktif=ya"),
        *("--fact", "peran_hadir=UNDANGAN,PEMBERI_SAMBUTAN"),
    )
    said["fact"] = officer.ask("fact", "state", "S-K1-001", "PR-01", "kegiatan_partai", "ya")
    said["fact list"] = officer.ask("fact", "list", "S-K1-001")
    said["clarify"] = officer.ask("clarify", "plan", "S-K1-001", "T-01", "--place", "Kantor")
    said["answer"] = officer.ask("clarify", "answer", "S-K1-001", "1", "1", "Saya tidak tahu.")
    said["edit"] = officer.ask("clarify", "edit", "S-K1-001", "1", "oath=bersedia", "read_back=ya")
    said["paper"] = officer.ask("paper", "S-K1-001", "ba-klarifikasi", "-o", folder / "ba.pdf")


@pytest.fixture
def exchange(road: Exchange, tmp_path: Path) -> Exchange:
    """Both homes and the files between them, a copy that a test may change."""
    folder = tmp_path / "salinan"
    shutil.copytree(road.folder, folder)
    return Exchange(folder, Terminal(folder, "petugas"), Terminal(folder, "kantor"), road.answers)
