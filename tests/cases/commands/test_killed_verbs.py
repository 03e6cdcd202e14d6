"""
`kill -9` of a verb at any moment: the home is whole, and the verb can be done again.

Moments are the touches of the disk and points of time, in turn; `make campaign` tries many.
"""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cases.commands import frame
from cases.keys import homefile
from cases.keys.recovery import parse
from cases.keys.slots import read_officers, unlock_with_recovery
from cases.vault.vault import Vault
from tests.campaign import TIMES
from tests.cases.commands.conftest import CHEAP, Exchange, photos
from tests.cases.commands.terminal import Terminal
from tests.killed import Ended, Killer

CASE = "S-K1-001"
NEWCOMER = "Contoh Dua"
MOMENTS = TIMES
pytestmark = pytest.mark.timeout(300)


@dataclass
class Scene:
    """An officer and an office, copied for one kill, and what else a verb needs."""

    exchange: Exchange

    @property
    def folder(self) -> Path:
        return self.exchange.folder

    @property
    def officer(self) -> Terminal:
        return self.exchange.officer

    @property
    def office(self) -> Terminal:
        return self.exchange.office

    @property
    def card(self) -> Path:
        return self.folder / "kartu"

    @property
    def loose(self) -> Terminal:
        """A home that knows no office."""
        return Terminal(self.folder, "lepas")

    @property
    def restored(self) -> Terminal:
        return Terminal(self.folder, "pulih")

    @property
    def fresh(self) -> Terminal:
        return Terminal(self.folder, "baru")


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    with Killer() as running:
        yield running


@pytest.fixture(scope="module")
def scene(road: Exchange, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Everything that the verbs need, made once."""
    folder = tmp_path_factory.mktemp("panggung") / "asli"
    made = copy_of(road.folder, folder)
    made.card.mkdir()
    dice = random.Random(7)
    for number in range(6):
        made.card.joinpath(f"{number}.bin").write_bytes(dice.randbytes(40_000))
    made.loose.init("Contoh Lepas", "PKD")
    made.loose.ask("intake", *photos())
    made.officer.ask("backup", folder / "usb")
    folder.joinpath("sandi-dua.txt").write_text("kata sandi lain sekali\n", "utf-8")
    return made


def copy_of(source: Path, folder: Path) -> Scene:
    shutil.copytree(source, folder)
    terminals = Terminal(folder, "petugas"), Terminal(folder, "kantor")
    return Scene(Exchange(folder, *terminals, {}))


def is_whole(terminal: Terminal, *who: object) -> None:
    """Nothing in the home is broken."""
    assert terminal.ask(*who, "check")["broken"] == []


def is_tidy(terminal: Terminal, *who: object) -> None:
    """Nothing in the home is broken, and nothing of what was cut off lies about."""
    is_whole(terminal, *who)
    assert list((terminal.home_folder / "incoming").iterdir()) == []
    assert not [path for path in terminal.home_folder.iterdir() if path.name.endswith(".part")]


def intake_words(case: str) -> Callable[[Scene], list[object]]:
    return lambda scene: ["intake", *filter(None, [case]), scene.card]


def intake_again(case: str) -> Callable[[Scene], None]:
    def again(scene: Scene) -> None:
        is_whole(scene.officer)
        said = scene.officer.ask("intake", *filter(None, [case]), scene.card)
        assert (said["selected"], said["refused"]) == (6, 0)
        assert said["stored"] + said["duplicate"] == 6
        assert len({item["exhibit"] for item in said["items"]}) == 6
        is_tidy(scene.officer)

    return again


def seal_again(scene: Scene) -> None:
    is_whole(scene.officer)
    out = scene.folder / "lagi.netra"
    if not out.exists():
        scene.officer.ask("seal", CASE, "-o", out)
    trusted = ("--identity", scene.exchange.identity, "--trust", scene.exchange.trust)
    assert scene.officer.ask("verify", out, *trusted)["verdict"] == "UTUH"
    assert {path.name for path in scene.folder.glob("*.netra*")} == {"kasus.netra", "lagi.netra"}
    is_tidy(scene.officer)


def import_again(scene: Scene) -> None:
    is_whole(scene.office)
    (file,) = scene.office.ask("import", scene.exchange.sealed)["files"]
    assert file["verdict"] == "UTUH"
    assert file["receipt"]
    assert len(scene.office.ask("case", "list")) == 1
    is_tidy(scene.office)


def backup_again(scene: Scene) -> None:
    is_whole(scene.officer)
    for copy in (scene.folder / "usb-baru").glob("netra-*"):
        scene.restored.ask("restore", copy)
        is_whole(scene.restored)
    scene.officer.ask("backup", scene.folder / "usb-lain")
    is_tidy(scene.officer)


def restore_again(scene: Scene) -> None:
    if not homefile.exists(scene.restored.home_folder):
        scene.restored.ask("restore", scene.folder / "usb")
    is_tidy(scene.restored)
    assert scene.restored.ask("case", "list") == scene.officer.ask("case", "list")


def enrol_again(scene: Scene) -> None:
    is_whole(scene.loose)
    scene.loose.ask("enrol", "--office-card", scene.folder / "kantor.kartu")
    is_tidy(scene.loose)
    office = scene.exchange.identity.read_text("ascii").strip()
    vault = Vault(scene.loose.home_folder, (), office)
    names = list(vault.names())
    assert len(names) >= 2
    assert all(vault.verify(name) for name in names)


def init_words(scene: Scene) -> list[object]:
    return [
        *("init", "--officer", "Contoh Baru", "--role", "PKD", "--office", "Panwaslu Contoh"),
        *("--region", "53.01.06", "--recovery-out", scene.folder / "kode.txt"),
    ]


def init_again(scene: Scene) -> None:
    home, sheet = scene.fresh.home_folder, scene.folder / "kode.txt"
    if not homefile.exists(home):
        sheet.unlink(missing_ok=True)  # it opens nothing
        scene.fresh.ask(*init_words(scene))
    is_tidy(scene.fresh)
    # Whatever happened, whoever has the home has its code.
    unlock_with_recovery(home, parse(sheet.read_text("ascii")), None, "kata sandi baru").wipe()


def officer_words(scene: Scene) -> list[object]:
    return [
        *("officer", "add", "--name", NEWCOMER, "--role", "PKD", "--office", "Panwaslu Contoh"),
        *("--region", "53.01.06", "--new-passphrase-file", scene.folder / "sandi-dua.txt"),
    ]


def officer_again(scene: Scene) -> None:
    home = scene.officer.home_folder
    first = ("--officer", read_officers(home)[0].name)
    is_whole(scene.officer, *first)
    if NEWCOMER not in {officer.name for officer in read_officers(home)}:
        scene.officer.ask(*first, *officer_words(scene))
    newcomer = Terminal(scene.folder, "petugas")
    newcomer.passphrase = scene.folder / "sandi-dua.txt"
    is_whole(newcomer, "--officer", NEWCOMER)
    is_tidy(scene.officer, *first)


@dataclass(frozen=True)
class Verb:
    """What is killed, in whose home, and what must hold afterwards."""

    words: Callable[[Scene], list[object]]
    again: Callable[[Scene], None]
    who: str = "officer"


VERBS = {
    "intake": Verb(intake_words(CASE), intake_again(CASE)),
    "inbox": Verb(intake_words(""), intake_again("")),
    "seal": Verb(lambda scene: ["seal", CASE, "-o", scene.folder / "lagi.netra"], seal_again),
    "import": Verb(lambda scene: ["import", scene.exchange.sealed], import_again, "office"),
    "backup": Verb(lambda scene: ["backup", scene.folder / "usb-baru"], backup_again),
    "restore": Verb(lambda scene: ["restore", scene.folder / "usb"], restore_again, "restored"),
    "enrol": Verb(
        lambda scene: ["enrol", "--office-card", scene.folder / "kantor.kartu"],
        enrol_again,
        "loose",
    ),
    "init": Verb(init_words, init_again, "fresh"),
    "officer add": Verb(officer_words, officer_again),
}


def run(killer: Killer, verb: Verb, scene: Scene, **moment: Any) -> Ended:
    terminal: Terminal = getattr(scene, verb.who)
    before = ("--home", terminal.home_folder, "--passphrase-file", terminal.passphrase)
    return killer.run(*before, *verb.words(scene), **moment)


@pytest.fixture(scope="module", params=VERBS)
def verb(
    request: pytest.FixtureRequest, killer: Killer, scene: Scene, tmp_path_factory: Any
) -> tuple[Verb, Ended]:
    """A verb, and how it ends when nobody kills it."""
    found = VERBS[request.param]
    stage = copy_of(scene.folder, tmp_path_factory.mktemp("biasa") / "salinan")
    ended = run(killer, found, stage)
    assert ended.status == 0
    return found, ended


@pytest.mark.campaign
@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_verb_may_die_at_any_moment(verb, moment, killer, scene, tmp_path):
    assert frame.COST == CHEAP
    what, usual = verb
    stage = copy_of(scene.folder, tmp_path / "salinan")
    # Moments are spread over the whole work: by what it did and by time, in turn.
    share = (moment + random.Random(moment).random()) / MOMENTS
    by_time = (moment + list(VERBS.values()).index(what)) % 2
    when = {"seconds": share * usual.seconds} if by_time else {"touch": int(share * usual.touches)}

    run(killer, what, stage, **when)

    what.again(stage)
