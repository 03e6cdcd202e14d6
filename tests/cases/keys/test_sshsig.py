"""SSH signatures: what we write ssh-keygen reads, what ssh-keygen writes we read."""

import base64
import subprocess
from pathlib import Path

import nacl.signing
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.keys import sshsig
from cases.keys.signers import allowed_signers
from cases.keys.sshsig import BadKey, BadSignature

SEED = bytes(range(32))
DEV = sshsig.dev_of_seed(SEED)
SPACE = "netra-case-v1"


def blob_of(armour: str) -> bytes:
    return base64.b64decode("".join(armour.split("\n")[1:-2]))


def armour_of(blob: bytes) -> str:
    text = base64.b64encode(blob).decode()
    lines = [text[at : at + 70] for at in range(0, len(text), 70)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])


@given(st.binary(min_size=32, max_size=32), st.binary())
def test_a_signature_names_its_key(seed: bytes, message: bytes) -> None:
    armour = sshsig.sign(seed, SPACE, message)
    assert sshsig.verify(armour, SPACE, message) == sshsig.dev_of_seed(seed)


@given(st.binary(), st.binary())
def test_a_signature_is_over_these_bytes_only(message: bytes, other: bytes) -> None:
    armour = sshsig.sign(SEED, SPACE, message)
    if message != other:
        with pytest.raises(BadSignature):
            sshsig.verify(armour, SPACE, other)


def test_a_signature_for_one_purpose_is_none_for_another() -> None:
    armour = sshsig.sign(SEED, "netra-head-v1", b"pesan")
    with pytest.raises(BadSignature):
        sshsig.verify(armour, SPACE, b"pesan")


def test_no_flipped_bit_of_a_signature_is_accepted() -> None:
    blob = blob_of(sshsig.sign(SEED, SPACE, b"pesan"))
    for position in range(len(blob) * 8):
        flipped = bytearray(blob)
        flipped[position // 8] ^= 1 << position % 8
        with pytest.raises(BadSignature):
            sshsig.verify(armour_of(bytes(flipped)), SPACE, b"pesan")


def test_no_other_way_to_write_a_signature_is_accepted() -> None:
    armour = sshsig.sign(SEED, SPACE, b"pesan")
    blob = blob_of(armour)
    others = [
        "",
        "\n\n\n",
        armour + "\n",
        " " + armour,
        armour.rstrip("\n"),
        armour.replace("\n", "\r\n"),
        armour.replace("BEGIN SSH", "BEGIN PGP"),
        armour.replace("AAAA", "A?AA", 1),
        armour.replace("U1NI", "U1N\u00e9"),
        armour_of(blob + b"\0"),
        armour_of(blob[:-1]),
        armour_of(b"\0" + blob),
        armour_of(blob).replace("\n", "", 1),
        armour * 20,
        armour_of(blob.replace(b"sha512", b"sha256")),
    ]
    for other in others:
        with pytest.raises(BadSignature):
            sshsig.verify(other, SPACE, b"pesan")


@given(st.text(max_size=400))
def test_hostile_text_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadSignature, match="tidak cocok"):
        sshsig.verify(text, SPACE, b"")


def test_a_public_line_comes_back_and_says_its_fingerprint() -> None:
    line = sshsig.public_line(DEV, "contoh")
    assert line.startswith("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI")
    assert line.endswith(" contoh")
    assert sshsig.dev_of_public_line(line) == DEV
    assert sshsig.dev_of_public_line(sshsig.public_line(DEV)) == DEV
    assert sshsig.fingerprint(DEV).startswith("SHA256:")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ssh-ed25519",
        "ssh-rsa AAAA",
        "ssh-ed25519 AAAA",
        "ssh-ed25519 ????",
        "ssh-ed25519 AAAA\u00e9",
        sshsig.public_line(DEV) + "AA==",
        sshsig.public_line(DEV)[:-4],
    ],
)
def test_what_is_no_key_is_refused(line: str) -> None:
    with pytest.raises(BadKey):
        sshsig.dev_of_public_line(line)


def test_the_signature_is_plain_ed25519_over_the_documented_bytes() -> None:
    """The twin of the ssh-keygen test: built by hand from docs/format.md."""
    import hashlib
    import struct

    def text(data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + data

    digest = hashlib.sha512(b"pesan").digest()
    signed = b"SSHSIG" + text(SPACE.encode()) + text(b"") + text(b"sha512") + text(digest)
    signature = blob_of(sshsig.sign(SEED, SPACE, b"pesan"))[-64:]
    nacl.signing.VerifyKey(bytes.fromhex(DEV)).verify(signed, signature)


@pytest.mark.needs_peer
def test_ssh_keygen_verifies_what_we_sign_with_our_list(tmp_path: Path) -> None:
    (tmp_path / "allowed").write_text(allowed_signers([("contoh-ani", DEV, [SPACE])]), "ascii")
    (tmp_path / "pesan.sig").write_text(sshsig.sign(SEED, SPACE, b"pesan"), "ascii")
    command = [
        "ssh-keygen",
        "-Y",
        "verify",
        "-f",
        "allowed",
        "-I",
        "contoh-ani",
        "-s",
        "pesan.sig",
    ]

    def verify(namespace: str, message: bytes) -> int:
        run = subprocess.run(
            [*command, "-n", namespace],
            input=message,
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        return run.returncode

    assert verify(SPACE, b"pesan") == 0
    assert verify(SPACE, b"pesan lain") != 0
    assert verify("netra-head-v1", b"pesan") != 0


@pytest.mark.needs_peer
def test_we_verify_what_ssh_keygen_signs(tmp_path: Path) -> None:
    key, message = tmp_path / "kunci", tmp_path / "pesan"
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "contoh", "-f", str(key)], check=True
    )
    message.write_bytes(b"pesan")
    subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", SPACE, str(message)],
        check=True,
        capture_output=True,
    )
    dev = sshsig.dev_of_public_line(key.with_suffix(".pub").read_text("ascii"))
    assert sshsig.verify((tmp_path / "pesan.sig").read_text("ascii"), SPACE, b"pesan") == dev
    printed = subprocess.run(
        ["ssh-keygen", "-l", "-f", str(key)], check=True, capture_output=True, text=True
    )
    assert sshsig.fingerprint(dev) in printed.stdout
