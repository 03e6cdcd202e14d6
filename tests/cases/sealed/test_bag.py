import hashlib

import pytest

from cases.keys import sshsig
from cases.sealed import bag
from cases.sealed.bag import NAMESPACE, open_bag, tags
from cases.sealed.names import TAGS, Kind
from cases.sealed.refusal import Refused
from cases.sealed.writer import hashes
from tests.cases.sealed.samples import DEV, OTHER_SEED, SEED, Sample

SAMPLE = Sample()
INFO = SAMPLE.description()
PAYLOAD = dict(hashes(SAMPLE.pieces()))
MANY = 1000


def signed(files: dict[str, bytes], seed: bytes = SEED) -> dict[str, bytes]:
    """Sign again after a change, as a hostile sender can."""
    lines = [
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n"
        for name in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt")
    ]
    manifest = "".join(lines).encode()
    armour = sshsig.sign(seed, NAMESPACE, manifest).encode()
    return {**files, "tagmanifest-sha256.txt": manifest, "tagmanifest-sha256.txt.sig": armour}


def refusal(files: dict[str, bytes], limit: int = MANY) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        open_bag(files, limit)
    return caught.value.code, caught.value.file


def with_manifest(text: str) -> dict[str, bytes]:
    files = tags(INFO, PAYLOAD, SEED)
    return signed({**files, "manifest-sha256.txt": text.encode()})


MANIFEST = tags(INFO, PAYLOAD, SEED)["manifest-sha256.txt"].decode()


def test_an_honest_bag_opens_and_lists_its_parts_in_order():
    files = tags(INFO, PAYLOAD, SEED)
    assert tuple(files) == TAGS
    opened = open_bag(files, MANY)
    assert opened.info == INFO
    assert opened.signer == DEV
    assert [part.kind for part in opened.parts] == [
        Kind.JOURNAL,
        Kind.HEAD,
        Kind.IDENTITY,
        Kind.PREVIEW,
        Kind.OBJECT,
        Kind.ROSTER,
        Kind.REPORT,
        Kind.HELP,
    ]


@pytest.mark.parametrize("name", ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"])
def test_a_changed_tag_file_is_named(name):
    files = tags(INFO, PAYLOAD, SEED)
    assert refusal({**files, name: files[name] + b"x\n"}) == ("hash-differs", name)


def test_a_signature_of_another_key_than_the_stated_one_does_not_hold():
    files = tags(INFO, PAYLOAD, OTHER_SEED)
    assert refusal(files)[0] == "bad-signature"


@pytest.mark.parametrize("armour", [b"", b"\xff\xff", b"-----BEGIN SSH SIGNATURE-----\n"])
def test_what_is_no_signature_does_not_hold(armour):
    files = tags(INFO, PAYLOAD, SEED)
    assert refusal({**files, "tagmanifest-sha256.txt.sig": armour})[0] == "bad-signature"


def test_a_signature_made_for_another_purpose_does_not_hold():
    files = tags(INFO, PAYLOAD, SEED)
    armour = sshsig.sign(SEED, "netra-receipt-v1", files["tagmanifest-sha256.txt"])
    files["tagmanifest-sha256.txt.sig"] = armour.encode()
    assert refusal(files)[0] == "bad-signature"


def test_a_tag_manifest_in_another_form_is_refused_even_when_signed():
    files = signed(tags(INFO, PAYLOAD, SEED))
    other = files["tagmanifest-sha256.txt"] + b"\n"
    armour = sshsig.sign(SEED, NAMESPACE, other).encode()
    files = {**files, "tagmanifest-sha256.txt": other, "tagmanifest-sha256.txt.sig": armour}
    assert refusal(files) == ("bad-manifest", "tagmanifest-sha256.txt")


def test_another_bagit_declaration_is_refused():
    files = tags(INFO, PAYLOAD, SEED)
    other = signed({**files, "bagit.txt": b"BagIt-Version: 0.97\n"})
    assert refusal(other) == ("bad-declaration", "bagit.txt")


@pytest.mark.parametrize(
    "text",
    [
        MANIFEST.replace("  ", " *"),
        MANIFEST.replace("\n", "\r\n"),
        MANIFEST.rstrip("\n"),
        MANIFEST + MANIFEST.splitlines(keepends=True)[-1],
        MANIFEST + "0" * 64 + "  data/verify.TXT\n",
        MANIFEST + "0" * 64 + "  data/journal/" + "f" * 64 + ".jsonl\n",
        "".join(reversed(MANIFEST.splitlines(keepends=True))),
        MANIFEST.upper(),
        MANIFEST + "x\n",
        MANIFEST + "0" * 64 + "  data/x\n",
    ],
    ids=range(10),
)
def test_a_manifest_that_is_not_canonical_is_refused(text):
    assert refusal(with_manifest(text))[0] == "bad-manifest"


@pytest.mark.parametrize(
    "name", ["../x", "/etc/passwd", "data/a:b", "data/\u00e9", "fetch.txt", "data/objects/a.jpg"]
)
def test_a_hostile_name_is_refused_although_it_is_signed(name):
    assert refusal(with_manifest(MANIFEST + "0" * 64 + f"  {name}\n"))[0] == "bad-name"


def test_an_object_must_be_named_by_its_hash():
    name = next(name for name in PAYLOAD if name.startswith("data/objects"))
    other = MANIFEST.replace(f"{PAYLOAD[name]}  {name}", f"{'0' * 64}  {name}")
    assert refusal(with_manifest(other)) == ("bad-manifest", name)


@pytest.mark.parametrize("ending", [".jsonl", ".sig", "roster.json", "laporan.pdf", "VERIFY.txt"])
def test_what_is_required_must_be_there(ending):
    kept = [line for line in MANIFEST.splitlines(keepends=True) if ending not in line]
    assert refusal(with_manifest("".join(kept)))[0] == "incomplete"


def test_too_many_parts_are_refused_before_they_are_looked_at():
    assert refusal(tags(INFO, PAYLOAD, SEED), limit=5)[0] == "too-many"


def test_the_count_must_be_the_stated_one():
    more = bag.manifest([*((p, PAYLOAD[p]) for p in PAYLOAD)])
    assert len(more.splitlines()) == INFO.count
    assert refusal(with_manifest(MANIFEST + "0" * 64 + "  data/zzz\n"))[0] == "bad-manifest"
