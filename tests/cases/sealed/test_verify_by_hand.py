"""The commands of `docs/verify.md`, exactly as they stand there."""

import hashlib
import io
import re
import subprocess
import zipfile
from pathlib import Path

import bagit
import pytest

from cases.keys import sshsig
from cases.office.receipts import office_of
from cases.office.roster import trusted_signers
from cases.resources import resource
from cases.sealed.seal import seal
from tests.cases.sealed.samples import (
    CASE,
    DEV,
    IDENTITY,
    OTHER_SEED,
    PHOTO,
    SEED,
    STRANGER,
    TRUST,
    Sample,
    chain,
    wrap,
)

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "verify.md"
BLOCKS = re.findall(r"```sh\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
SCRIPT = "".join(BLOCKS)
SAMPLE = Sample(streams={SEED: chain(PHOTO), OTHER_SEED: chain(seed=OTHER_SEED, count=5)})


def run(folder: Path, archive: bytes, identity: str, trust: dict[str, str]) -> tuple[int, str]:
    """Do what the page says, in `folder`."""
    (folder / "kasus.netra").write_bytes(wrap(archive, IDENTITY.to_public()))
    (folder / "kunci.txt").write_text(f"{identity}\n")
    signers = [f"{name} {sshsig.public_line(dev)}\n" for dev, name in trust.items()]
    (folder / "allowed_signers").write_text("".join(signers))
    done = subprocess.run(
        ["sh", "-c", SCRIPT], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.needs_peer
def test_the_commands_of_the_page_accept_an_honest_file(tmp_path: Path):
    status, words = run(tmp_path, SAMPLE.archive(), str(IDENTITY), TRUST)
    assert status == 0, words
    assert words.count("Good") == 3
    assert words.endswith("UTUH\n")
    assert 'Good "netra-case-v1" signature for panwas-contoh with ED25519 key' in words


@pytest.mark.needs_peer
def test_a_clerk_checks_a_case_sealed_at_the_officers_with_the_list_of_the_office(
    home, office, story, tmp_path
):
    folder = tmp_path / "meja"
    folder.mkdir()
    seal(home, story.case, folder / "kasus.netra")
    (folder / "kunci.txt").write_text(f"# kunci kantor\n{office_of(office).identity}\n")
    (folder / "allowed_signers").write_text(trusted_signers(office))
    done = subprocess.run(
        ["sh", "-c", SCRIPT], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert 'Good "netra-case-v1" signature for contoh-yohana' in done.stdout
    assert 'Good "netra-head-v1" signature for contoh-yohana' in done.stdout


@pytest.mark.needs_peer
@pytest.mark.parametrize(
    "where", [PHOTO, b"Rahasia Contoh Nama Pelapor 2", b"Netra-Case", b"data/laporan.pdf\n"]
)
def test_the_commands_of_the_page_refuse_a_changed_file(tmp_path: Path, where: bytes):
    archive = SAMPLE.archive()
    at = archive.index(where) + 5
    broken = archive[:at] + bytes([archive[at] ^ 1]) + archive[at + 1 :]
    status, words = run(tmp_path, broken, str(IDENTITY), TRUST)
    assert status != 0
    assert "TIDAK LOLOS" in words
    assert "UTUH" not in words.split()


@pytest.mark.needs_peer
def test_the_commands_of_the_page_refuse_a_broken_chain(tmp_path: Path):
    lines = chain(PHOTO)
    sample = Sample(streams={SEED: [lines[0], lines[2]]})
    status, words = run(tmp_path, sample.archive(), str(IDENTITY), TRUST)
    assert status != 0
    assert f"RANTAI PUTUS: data/journal/{DEV}.jsonl, catatan 2" in words


@pytest.mark.needs_peer
def test_the_commands_of_the_page_refuse_an_unknown_signer_and_a_wrong_key(tmp_path: Path):
    first, second, third = (tmp_path / name for name in "abc")
    for folder in (first, second, third):
        folder.mkdir()
    stranger = {sshsig.dev_of_seed(b"x" * 32): "orang-lain"}
    assert run(first, SAMPLE.archive(), str(IDENTITY), stranger)[0] != 0
    assert run(second, SAMPLE.archive(), str(STRANGER), TRUST)[0] != 0
    other = Sample(info={"recipients": (str(STRANGER.to_public()),)})
    assert run(third, other.archive(), str(IDENTITY), TRUST)[0] != 0


def test_the_steps_of_the_page_hold_without_those_programs():
    """The twin: the same steps with nothing but the standard library and one signature check."""
    with zipfile.ZipFile(io.BytesIO(SAMPLE.archive())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for listing in ("tagmanifest-sha256.txt", "manifest-sha256.txt"):
        for line in files[listing].decode().splitlines():
            sha256, name = line[:64], line[66:]
            assert hashlib.sha256(files[name]).hexdigest() == sha256
    listed = {line[66:] for line in files["manifest-sha256.txt"].decode().splitlines()}
    assert listed == {name for name in files if name.startswith("data/")}
    armour = files["tagmanifest-sha256.txt.sig"].decode()
    assert sshsig.verify(armour, "netra-case-v1", files["tagmanifest-sha256.txt"]) == DEV
    info = files["bag-info.txt"].decode().splitlines()
    assert f"Netra-Recipients: {IDENTITY.to_public()}" in info
    for name in [name for name in files if name.endswith(".jsonl")]:
        key, count, last = Path(name).stem, 0, "0" * 64
        for line in files[name].decode().splitlines():
            assert re.search(
                f'"case":"{CASE}".*"dev":"{key}".*"prev":"{last}".*"seq":{count + 1},', line
            )
            count, last = count + 1, hashlib.sha256(line.encode()).hexdigest()
        assert f"Netra-Journal-Head: {key}:{count}:{last}" in info
        message = f'{{"case":"{CASE}","dev":"{key}","seq":{count},"sha256":"{last}"}}'
        armour = files[f"data/journal/{key}.sig"].decode()
        assert sshsig.verify(armour, "netra-head-v1", message.encode()) == key


def test_the_page_says_how_to_save_its_commands_as_a_script():
    command = re.search(
        r"^(sed -n .*) verify\.md > periksa\.sh$", DOCUMENT.read_text("utf-8"), re.M
    )
    assert command
    done = subprocess.run(
        ["sh", "-c", f"{command[1]} '{DOCUMENT}'"], capture_output=True, text=True, check=True
    )
    assert done.stdout == SCRIPT


def test_the_leaflet_inside_the_file_gives_the_same_commands():
    leaflet = resource("VERIFY.txt").read_text("utf-8")
    commands = [line[4:] for line in leaflet.splitlines() if line.startswith("    ")]
    assert commands == SCRIPT.splitlines()


def test_another_bagit_program_finds_the_bag_valid(tmp_path: Path):
    with zipfile.ZipFile(io.BytesIO(SAMPLE.archive())) as archive:
        archive.extractall(tmp_path)
    assert bagit.Bag(str(tmp_path)).validate()
