"""
A second reader, written from `docs/format.md` alone: it imports nothing of Netra.

    python -m tests.docs.second_reader kasus.netra AGE-SECRET-KEY-1…

prints what a sealed case file holds, or ends with the reason why it does not count. Section
numbers are those of the page. It reads whole files into memory and is no guard against hostile
sizes; that is the program's own reader.
"""

import base64
import hashlib
import hmac
import json
import re
import struct
import sys
import unicodedata
import zlib
from pathlib import Path
from typing import Any

import nacl.pwhash.argon2id
import nacl.secret
import nacl.signing
import pyrage
import rfc8785
import sqlcipher3.dbapi2

from tests.docs.second_fold import in_order, summary

Object = dict[str, Any]
TAGS = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
TAGS.append(f"{TAGS[-1]}.sig")
NAME = re.compile(r"data(/[A-Za-z0-9_-][A-Za-z0-9._-]*){1,2}")


class Refused(Exception):
    """The file is not what the page describes."""


def need(holds: object, what: str) -> None:
    if not holds:
        raise Refused(what)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# Section 4


def text(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def signer(armour: bytes, namespace: str, message: bytes) -> str:
    """Give the dev that signed `message`."""
    blob = base64.b64decode(b"".join(armour.split(b"\n")[1:-2]))
    name, kind, digest = text(namespace.encode()), text(b"ssh-ed25519"), text(b"sha512")
    public, signature = blob[33:65], blob[-64:]
    rebuilt = b"SSHSIG\0\0\0\1" + text(kind + text(public)) + name + text(b"") + digest
    rebuilt += text(kind + text(signature))
    body = base64.b64encode(rebuilt)
    lines = [body[at : at + 70] for at in range(0, len(body), 70)]
    begin, end = b"-----BEGIN SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----"
    need(armour == b"\n".join([begin, *lines, end, b""]), "armour")
    signed = b"SSHSIG" + name + text(b"") + digest + text(hashlib.sha512(message).digest())
    nacl.signing.VerifyKey(public).verify(signed, signature)
    return public.hex()


# Section 3


def subkey(key: bytes, purpose: str) -> bytes:
    secret = hmac.digest(b"netra-home-1", key, "sha256")
    return hmac.digest(secret, purpose.encode() + b"\1", "sha256")


def stretch(passphrase: str, salt: bytes, ops: int, mem: int) -> bytes:
    secret = unicodedata.normalize("NFC", passphrase).encode()
    return nacl.pwhash.argon2id.kdf(32, secret, salt, ops, mem)


def unbox(key: bytes, purpose: str, box: str) -> bytes:
    return nacl.secret.Aead(key).decrypt(base64.b64decode(box), purpose.encode())


def vault_key(file: Object, officer: int, passphrase: str) -> bytes:
    """Open the slot of an officer and check the MAC of the whole file."""
    entry, home = file["officers"][officer], file["home"]
    slot = entry["slot"]
    key = stretch(passphrase, bytes.fromhex(slot["salt"]), slot["ops"], slot["mem"])
    vault = unbox(subkey(key, "vault key"), f"vault key {home}", slot["vault_key"])
    seed = unbox(subkey(key, "seed"), f"seed {home} {entry['dev']}", slot["seed"])
    need(nacl.signing.SigningKey(seed).verify_key.encode().hex() == entry["dev"], "seed")
    message = rfc8785.dumps({**file, "mac": ""})
    mac = hmac.digest(subkey(vault, "vault.json"), message, "sha256").hex()
    need(mac == file["mac"], "mac of vault.json")
    return vault


# Section 8


def check_stream(dev: str, case: str | None, lines: list[bytes], signature: bytes) -> list[Object]:
    """Follow a chain to its signed head; give its events, each with its `id`."""
    events, prev, lam = [], "0" * 64, 0
    for seq, line in enumerate(lines, 1):
        event = json.loads(line)
        need(len(line) <= 1 << 20 and rfc8785.dumps(event) == line, "line")
        place = event["dev"], event["case"], event["seq"], event["prev"]
        need(place == (dev, case, seq, prev) and lam < event["lam"] <= 2**52, "chain")
        prev, lam = sha256(line), event["lam"]
        events.append({**event, "id": prev})
    message = rfc8785.dumps({"case": case, "dev": dev, "seq": len(lines), "sha256": prev})
    need(signer(signature, "netra-head-v1", message) == dev, "head")
    return events


# Section 15


def entries(archive: bytes) -> dict[str, bytes]:
    """Read the ZIP in its one form (without zip64: these files are small)."""
    files, directory, at = {}, b"", 0
    while archive[at : at + 4] == b"PK\3\4":
        crc, size, _, length = struct.unpack("<3IH", archive[at + 14 : at + 28])
        name = archive[at + 30 : at + 30 + length]
        data = archive[at + 30 + length : at + 30 + length + size]
        fixed = struct.pack("<5H3I2H", 20, 0, 0, 0, 0x21, zlib.crc32(data), size, size, length, 0)
        need(archive[at : at + 30] == b"PK\3\4" + fixed, f"local header of {name!r}")
        tail = struct.pack("<3H2I", 0, 0, 0, 0o100644 << 16, at)
        directory += b"PK\1\2" + struct.pack("<H", 0x0314) + fixed + tail + name
        files[name.decode("ascii")] = data
        at += 30 + length + size
    count, end = len(files), struct.pack("<2I", len(directory), at)
    directory += b"PK\5\6" + struct.pack("<4H", 0, 0, count, count) + end + b"\0\0"
    need(archive[at:] == directory and crc is not None, "directory")
    return files


def listing(files: dict[str, bytes], names: list[str]) -> bytes:
    return "".join(f"{sha256(files[name])}  {name}\n" for name in names).encode()


def place(name: str) -> tuple[int, str]:
    folders = ["journal", "identities", "previews", "objects", "receipts"]
    rest = ["roster.json", "laporan.pdf", "VERIFY.txt"]
    part = name.split("/")[1]
    order = folders + rest
    return (order.index(part) if part in order else len(order)), name


def open_bag(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Check names, order, signature and manifests; give the labels of `bag-info.txt`."""
    names = list(files)
    payload = names[len(TAGS) :]
    need(names == TAGS + sorted(payload, key=place), "order of entries")
    need(all(NAME.fullmatch(name) for name in payload), "names")
    signed = {name[:-4] for name in payload if name.endswith(".sig")}
    need(signed == {name[:-6] for name in payload if name.endswith(".jsonl")}, "signatures")
    need({"data/roster.json", "data/laporan.pdf", "data/VERIFY.txt"} <= set(payload), "required")
    need(files[TAGS[2]] == listing(files, payload), "manifest")
    need(files[TAGS[3]] == listing(files, TAGS[:3]), "tag manifest")
    info: dict[str, list[str]] = {}
    for line in files[TAGS[1]].decode().splitlines():
        label, _, value = line.partition(": ")
        info.setdefault(label, []).append(value)
    dev = signer(files[TAGS[4]], "netra-case-v1", files[TAGS[3]])
    need(info["Netra-Device"] == [dev], "signer")
    need(info["Netra-Min-Reader"][0].split(".")[0] == "1", "newer format")
    octets = sum(len(files[name]) for name in payload)
    need(info["Payload-Oxum"] == [f"{octets}.{len(payload)}"], "oxum")
    return info


def read_sealed(path: Path, identity: str) -> Object:
    """Open a sealed case file, check everything in it, and say what it holds."""
    key = pyrage.x25519.Identity.from_str(identity)
    files = entries(pyrage.decrypt(path.read_bytes(), [key]))
    info = open_bag(files)
    need(str(key.to_public()) in info["Netra-Recipients"], "sealed for another")
    streams, objects = [], {}
    for name, data in files.items():
        stem = Path(name).stem
        if name.endswith(".jsonl"):
            armour = files[f"data/journal/{stem}.sig"]
            need(data.endswith(b"\n"), "last line")
            lines = data[:-1].split(b"\n")
            streams.append(check_stream(stem, info["Netra-Case"][0], lines, armour))
        elif name.split("/")[1:2] in (["identities"], ["previews"], ["objects"]):
            need(sha256(data) == stem, f"name of {name}")
            objects[stem] = data
    events = in_order(streams)
    heads = [f"{one[-1]['dev']}:{one[-1]['seq']}:{one[-1]['id']}" for one in streams]
    need(sorted(heads) == sorted(info["Netra-Journal-Head"]), "heads")
    left_out = {line.split()[0] for line in info.get("Netra-Left-Out", [])}
    need({name for e in events for name in e["obj"]} <= left_out | set(objects), "objects")
    return {**summary(events, objects), "signer": info["Netra-Device"][0], "heads": heads}


# Sections 2, 6, 7


def read_home(folder: Path, passphrase: str) -> Object:
    """Open a home as its first officer; check all streams, anchors, objects."""
    file = json.loads((folder / "vault.json").read_bytes())
    vault = vault_key(file, 0, passphrase)
    opened = unbox(subkey(vault, "age"), f"age {file['home']}", file["age"]["identity"])
    identity = pyrage.x25519.Identity.from_str(opened.decode())
    objects = {
        path.stem: pyrage.decrypt(path.read_bytes(), [identity])
        for path in (folder / "objects").rglob("*.age")
    }
    need(all(sha256(data) == name for name, data in objects.items()), "objects")
    database = sqlcipher3.dbapi2.connect(folder / "netra.db")
    database.execute(f"PRAGMA key = \"x'{subkey(vault, 'db').hex()}'\"")
    streams = {}
    for dev, scope, signature in database.execute("SELECT dev, scope, signature FROM head"):
        query = "SELECT line FROM journal WHERE dev = ? AND scope = ? ORDER BY seq"
        lines = [line for (line,) in database.execute(query, (dev, scope))]
        streams[dev, scope] = check_stream(dev, scope or None, lines, signature.encode())
    database.close()
    check_anchors(in_order(list(streams.values())))
    cases = {scope for _, scope in streams if scope}
    return {
        case: summary(in_order([s for (_, at), s in streams.items() if at == case]), objects)
        for case in cases
    }


def check_anchors(events: list[Object]) -> None:
    """Compare each anchor with the heads of the key's case streams just before it."""
    heads: dict[str, dict[str, list[Any]]] = {}
    for event in events:
        own = heads.setdefault(event["dev"], {})
        if event["type"] == "anchor":
            root = sha256(rfc8785.dumps(sorted(own.values())))
            need((event["body"]["root"], event["body"]["streams"]) == (root, len(own)), "anchor")
        if event["case"]:
            own[event["case"]] = [event["case"], event["seq"], event["id"]]


if __name__ == "__main__":
    found = read_sealed(Path(sys.argv[1]), sys.argv[2])
    print(json.dumps(found, default=str, ensure_ascii=False, indent=1))  # noqa: T201 - its output
