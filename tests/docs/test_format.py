"""`docs/format.md` names and describes what the code has; its worked examples come out."""

import hashlib
import json
import re
from pathlib import Path

import msgspec
import nacl.secret
import pytest
import rfc8785

from cases.journal.bodies import type_of
from cases.journal.event import read
from cases.keys import cards, homefile, recovery, words
from cases.keys.kdf import hkdf
from cases.office.importing import import_files
from cases.office.receipts import add_receipt, read_receipt
from cases.sealed import info, receipt
from cases.tables import journal as journal_table
from cases.tables import metadata
from cases.work.records import Particulars
from tests.docs import second_fold, second_reader
from tests.docs.tables import PAGE, filled

TEXT = PAGE.read_text("utf-8")
HERE = Path(__file__).resolve().parent
DEV = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"


def test_events_are_written_as_the_page_says(told, story, office, sealed):
    (result,) = import_files(office, [sealed])
    add_receipt(told, read_receipt(office, result.receipt))
    access = set(re.findall(r"`([a-z_.]+)`", _between("Class `access`:", "All others:")))
    own = ("key.", "roster.", "backup.", "office.", "pack.", "receipt.")
    seen = set()
    for node in (told, office):
        with node.read() as connection:
            lines = list(connection.execute(journal_table.select()).mappings())
        for row in lines:
            event = read(row["line"])
            seen.add(event.type)
            assert event.cls == ("access" if event.type in access else "content"), event.type
            named = event.body.get("receipt" if event.type == "case.imported" else "object", "")
            brings = event.type in BRING_OBJECTS and named
            assert event.obj == ([named] if brings else []), event.type
            if event.type.startswith(own) or event.type in {"anchor", "case.sealed"}:
                assert event.case is None
    assert access <= set(type_of)
    assert len(seen) > 25


BRING_OBJECTS = {
    "party.described",
    "exhibit.taken_in",
    "exhibit.linked",
    "exhibit.preview",
    "paper.made",
    "receipt.added",
    "case.imported",
}


def _between(begin: str, end: str) -> str:
    return TEXT.partition(begin)[2].partition(end)[0]


def test_the_tables_of_the_page_are_those_of_the_code():
    assert filled(TEXT) == TEXT, "run: python -m tests.docs.tables"


def test_the_page_names_every_type_of_event_and_every_kept_table():
    missing = {name for name in (*type_of, *metadata.tables) if f"`{name}`" not in TEXT}
    assert not missing


@pytest.mark.parametrize(
    ("part", "section"),
    [
        (homefile.HomeFile, "### 3.2"),
        (homefile.OfficerEntry, "### 3.2"),
        (homefile.RetiredKey, "### 3.2"),
        (homefile.Slot, "### 3.2"),
        (homefile.RecoverySlot, "### 3.2"),
        (homefile.VaultIdentity, "### 3.2"),
        (homefile.OfficeEntry, "### 3.2"),
        (cards.OfficeCard, "## 5. "),
        (cards.OfficerCard, "## 5. "),
        (receipt.Receipt, "## 18. "),
        (receipt.ObjectsEntry, "## 18. "),
        (receipt.OfficeEntry, "## 18. "),
    ],
)
def test_the_page_names_every_key_of_signed_and_locked_files(part, section):
    chapter = _between(f"\n{section}", "\n## ")
    named = set(re.findall(r"[a-z0-9_]+", " ".join(re.findall(r"`([^`]+)`", chapter))))
    assert {field.encode_name for field in msgspec.structs.fields(part)} <= named


def test_the_page_names_every_label_of_the_bag():
    sample = info.Info("a", "b", "c", "d", "e", (), ("age1",), (info.LeftOut("f", "g"),), 1, 1)
    labels = re.findall(r"^([A-Za-z-]+): ", sample.encode().decode(), re.MULTILINE)
    assert len(set(labels)) == 11
    for label in (*labels, "Netra-Journal-Head"):
        assert f"| `{label}` |" in TEXT


def test_the_page_names_every_particular():
    for field in Particulars.__slots__:
        assert f"`{field}`" in _between("\n## 12. ", "\n## ")


@pytest.mark.parametrize("folder", ["sealed", "office"])
def test_the_page_names_every_reason_of_a_verdict(folder):
    sources = (HERE.parents[1] / "cases" / folder).glob("*.py")
    codes = {
        code
        for path in sources
        for code in re.findall(r"(?:Refused|Unsure)\([^#]*?code=\"([a-z-]+)\"", path.read_text())
    }
    assert codes
    assert {code for code in codes if f"`{code}`" not in TEXT} == set()


def test_the_page_names_every_namespace():
    sources = [*(HERE.parents[1] / "cases").rglob("*.py")]
    found = {
        name
        for path in sources
        for name in re.findall(r"\"(netra-[a-z-]+v?[0-9])\"", path.read_text("utf-8"))
    }
    assert len(found) >= 8
    assert {name for name in found if name not in TEXT} == set()


def test_the_examples_of_keys_come_out():
    key = bytes(range(32))
    assert f"| `{second_reader.subkey(key, 'db').hex()}` |" in TEXT
    assert second_reader.subkey(key, "db") == hkdf(key, b"netra-home-1", b"db", 32)
    stretched = second_reader.stretch("kata sandi contoh", bytes(16), 1, 8192)
    assert f"| `{stretched.hex()}` |" in TEXT
    (box,) = re.findall(r"nonce zero \| `([A-Za-z0-9+/=]+)` \|", TEXT)
    assert second_reader.unbox(key, "contoh", box) == b"netra"
    assert nacl.secret.Aead.NONCE_SIZE == 24


def test_the_examples_of_codes_and_words_come_out():
    for secret in (bytes(20), b"\xff" * 20, bytes(range(20))):
        assert f"`{recovery.RecoveryCode(secret).text}`" in TEXT
    assert recovery.age_identity(recovery.RecoveryCode(bytes(range(20)))) in TEXT
    assert " ".join(words.six_words(b"netra")) in TEXT


def test_the_example_of_a_stream_comes_out():
    block = _between("### 8.6 Example", "| of these")
    lines = [line.strip().encode() for line in block.splitlines() if line.startswith("    {")]
    (armour,) = re.findall(r"    (-----BEGIN.*?-----END SSH SIGNATURE-----)\n", TEXT, re.DOTALL)
    text = re.sub(r"\n +", "\n", armour) + "\n"
    case = "0" * 31 + "1"

    events = second_reader.check_stream(DEV, case, lines, text.encode())

    assert len(events) == 2
    for event in events:
        assert f"`{event['id']}`" in TEXT
    head = {"case": case, "dev": DEV, "seq": 2, "sha256": events[1]["id"]}
    assert rfc8785.dumps(head).decode() in TEXT
    assert f"`{second_fold.content_head(events)}`" in TEXT
    root = hashlib.sha256(rfc8785.dumps([[case, 2, events[1]["id"]]])).hexdigest()
    assert f"| anchor root | `{root}` |" in TEXT
    assert hashlib.sha256(b"[]").hexdigest() in TEXT


def test_the_examples_of_particulars_and_receipts_come_out():
    (sample,) = re.findall(r"Example: `(\{\"name\".*?\})`", TEXT)
    assert rfc8785.dumps(json.loads(sample)).decode() == sample
    assert hashlib.sha256(sample.encode()).hexdigest() in TEXT
    names = sorted(hashlib.sha256(content).hexdigest() for content in (b"a", b"b"))
    digest = hashlib.sha256("".join(f"{name}\n" for name in names).encode()).hexdigest()
    assert f"`{digest}`" in TEXT
    assert receipt.objects_entry(names, 0).digest == digest
