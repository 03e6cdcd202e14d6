"""
Signatures that `ssh-keygen -Y verify` accepts: SSHSIG armour, Ed25519, SHA-512.

The reader takes exactly what the writer makes (so does `ssh-keygen -Y sign`): one key type, one
digest, the expected namespace, no trailing bytes, one way to write each signature.
"""

import base64
import binascii
import hashlib
import struct

import nacl.exceptions
import nacl.signing

from cases.errors import NetraError
from cases.language import tr

_BEGIN = "-----BEGIN SSH SIGNATURE-----"
_END = "-----END SSH SIGNATURE-----"
_MAGIC = b"SSHSIG"
_TYPE = b"ssh-ed25519"
_DIGEST = b"sha512"
_WIDTH = 70
_LONGEST = 4096


class BadSignature(NetraError):
    """The signature is not one, or it is not over these bytes."""

    def __init__(self) -> None:
        super().__init__(
            tr("Tanda tangan tidak cocok; isinya mungkin sudah diubah."),
            tr("Minta berkas yang sama sekali lagi dari pengirimnya."),
            code="bad-signature",
        )


class BadKey(NetraError):
    """The text is no Ed25519 public key in OpenSSH form."""

    def __init__(self) -> None:
        super().__init__(
            tr("Baris ini bukan kunci tanda tangan yang dikenal (ssh-ed25519)."),
            tr("Minta kunci atau daftar yang benar dari kantor kabupaten/kota."),
            code="bad-key",
        )


def dev_of_seed(seed: bytes | bytearray) -> str:
    """Name of the signing key made from `seed`: the public key in hex."""
    return bytes(nacl.signing.SigningKey(bytes(seed)).verify_key).hex()


def sign(seed: bytes | bytearray, namespace: str, message: bytes) -> str:
    """Sign `message` for `namespace`; returns the armour, with a final newline."""
    key = nacl.signing.SigningKey(bytes(seed))
    signature = key.sign(_signed(namespace, message)).signature
    return _armour(_blob(bytes(key.verify_key), namespace, signature))


def verify(armour: str, namespace: str, message: bytes) -> str:
    """Return the `dev` whose signature over `message` this is; raise `BadSignature` otherwise."""
    public, signature = _parts(armour, namespace)
    try:
        nacl.signing.VerifyKey(public).verify(_signed(namespace, message), signature)
    except nacl.exceptions.CryptoError as error:
        raise BadSignature from error
    return public.hex()


def public_line(dev: str, comment: str = "") -> str:
    """Write the key as OpenSSH does: `ssh-ed25519 AAAA… comment`."""
    key = base64.b64encode(_public(bytes.fromhex(dev))).decode("ascii")
    return f"ssh-ed25519 {key} {comment}".rstrip()


def dev_of_public_line(line: str) -> str:
    """Read a line of `public_line`."""
    words = line.split(maxsplit=2)
    if len(words) < 2 or words[0] != "ssh-ed25519":
        raise BadKey
    try:
        blob = base64.b64decode(words[1], validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadKey from error
    public = blob[-32:]
    if blob != _public(public) or base64.b64encode(blob).decode("ascii") != words[1]:
        raise BadKey
    return public.hex()


def fingerprint(dev: str) -> str:
    """Fingerprint as `ssh-keygen -l` prints it: `SHA256:…`."""
    digest = hashlib.sha256(_public(bytes.fromhex(dev))).digest()
    return "SHA256:" + base64.b64encode(digest).decode("ascii").rstrip("=")


def _text(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _public(key: bytes) -> bytes:
    return _text(_TYPE) + _text(key)


def _signed(namespace: str, message: bytes) -> bytes:
    digest = hashlib.sha512(message).digest()
    return b"".join(
        (_MAGIC, _text(namespace.encode("ascii")), _text(b""), _text(_DIGEST), _text(digest))
    )


def _blob(public: bytes, namespace: str, signature: bytes) -> bytes:
    return b"".join(
        (
            _MAGIC,
            struct.pack(">I", 1),
            _text(_public(public)),
            _text(namespace.encode("ascii")),
            _text(b""),
            _text(_DIGEST),
            _text(_text(_TYPE) + _text(signature)),
        )
    )


def _armour(blob: bytes) -> str:
    text = base64.b64encode(blob).decode("ascii")
    lines = [text[start : start + _WIDTH] for start in range(0, len(text), _WIDTH)]
    return "\n".join((_BEGIN, *lines, _END, ""))


def _parts(armour: str, namespace: str) -> tuple[bytes, bytes]:
    """Take key and signature from where they must stand, then compare with a rebuilt armour."""
    lines = armour.split("\n")
    if len(armour) > _LONGEST or len(lines) < 4:
        raise BadSignature
    try:
        blob = base64.b64decode("".join(lines[1:-2]), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadSignature from error
    key_at = len(_MAGIC) + 4 + 4 + len(_text(_TYPE)) + 4
    public, signature = blob[key_at : key_at + 32], blob[-64:]
    if armour != _armour(_blob(public, namespace, signature)) or len(public) != 32:
        raise BadSignature
    return public, signature
