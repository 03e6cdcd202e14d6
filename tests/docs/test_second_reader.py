"""A reader written from `docs/format.md` alone reads what Netra reads and notices changes."""

import ast
import json
from pathlib import Path

import pyrage
import pytest

from cases.home import Home
from cases.journal.event import sha256
from cases.journal.streams import lines_of
from cases.office.importing import import_files
from cases.office.receipts import office_of
from cases.sealed.seal import seal
from cases.work.cases import edit_case, read_case_file
from cases.work.facts import state_fact
from tests.cases.exchange import PASSPHRASE
from tests.cases.work.story import Story, carry
from tests.docs import second_fold, second_reader


def what_netra_says(home: Home, story: Story) -> dict[str, object]:
    """Put what the program reads into the shape of the second reader."""
    file = read_case_file(home, story.case)
    names = {}
    for party in file.parties:
        content = json.loads(home.vault.read(party.particulars)) if party.particulars else {}
        names[party.code] = content.get("name", "")
    return {
        "title": file.case.title,
        "code": file.case.code,
        "content_head": file.content_head,
        "exhibits": {one.code: (one.file, one.object, one.caption) for one in file.exhibits},
        "parties": names,
        "facts": {
            (state.incident, state.party or "", state.fact): state.value for state in file.facts
        },
    }


def test_the_second_reader_knows_nothing_of_netra():
    for module in (second_reader, second_fold):
        source = Path(str(module.__file__)).read_text("utf-8")
        names: list[str] = []
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom):
                names.append(str(node.module))
            elif isinstance(node, ast.Import):
                names += [alias.name for alias in node.names]
        roots = {name.partition(".")[0] for name in names}
        assert not roots & {"cases", "gui", "rules"}
        assert {name for name in names if name.startswith("tests")} <= {"tests.docs.second_fold"}
        assert len(source.splitlines()) <= 250


def test_the_second_reader_reads_in_a_sealed_file_what_netra_reads(told, story, sealed, office):
    found = second_reader.read_sealed(sealed, office_of(office).identity)

    assert found.pop("signer") == told.keys.dev
    assert len(found.pop("heads")) == 2
    assert found == what_netra_says(told, story)
    assert None in found["facts"].values()


def test_the_second_reader_opens_the_same_case_at_home_and_at_the_office(
    told, story, sealed, office
):
    expected = what_netra_says(told, story)
    (taken_in,) = import_files(office, [sealed])
    assert taken_in.receipt

    assert second_reader.read_home(told.folder, PASSPHRASE) == {story.case: expected}
    assert second_reader.read_home(office.folder, PASSPHRASE) == {story.case: expected}


def test_the_second_reader_reads_a_case_sealed_without_identities(told, story, office, tmp_path):
    file = tmp_path / "tanpa.netra"
    seal(told, story.case, file, without_identities=True)

    found = second_reader.read_sealed(file, office_of(office).identity)

    assert set(found["parties"].values()) == {""}
    assert found["exhibits"] == what_netra_says(told, story)["exhibits"]


def test_the_second_reader_notices_a_changed_byte_anywhere(sealed, office, tmp_path):
    identity = pyrage.x25519.Identity.from_str(office_of(office).identity)
    archive = pyrage.decrypt(sealed.read_bytes(), [identity])
    broken = tmp_path / "rusak.netra"
    for at in range(0, len(archive), max(1, len(archive) // 150)):
        changed = archive[:at] + bytes([archive[at] ^ 1]) + archive[at + 1 :]
        broken.write_bytes(pyrage.encrypt(changed, [identity.to_public()]))
        with pytest.raises(Exception):  # noqa: B017, PT011 - noticed in whatever way
            second_reader.read_sealed(broken, str(identity))


@pytest.mark.parametrize("cut", [1, 100, 5_000])
def test_the_second_reader_notices_a_cut_or_longer_archive(sealed, office, tmp_path, cut):
    identity = pyrage.x25519.Identity.from_str(office_of(office).identity)
    archive = pyrage.decrypt(sealed.read_bytes(), [identity])
    broken = tmp_path / "rusak.netra"
    for changed in (archive[:-cut], archive + bytes(cut)):
        broken.write_bytes(pyrage.encrypt(changed, [identity.to_public()]))
        with pytest.raises(second_reader.Refused):
            second_reader.read_sealed(broken, str(identity))


def test_the_second_reader_refuses_a_file_wrapped_again_for_somebody_else(
    sealed, office, tmp_path
):
    identity = pyrage.x25519.Identity.from_str(office_of(office).identity)
    stranger = pyrage.x25519.Identity.generate()
    archive = pyrage.decrypt(sealed.read_bytes(), [identity])
    (tmp_path / "lain.netra").write_bytes(pyrage.encrypt(archive, [stranger.to_public()]))

    with pytest.raises(second_reader.Refused, match="another"):
        second_reader.read_sealed(tmp_path / "lain.netra", str(stranger))


def test_the_second_reader_notices_a_recipient_slipped_into_the_home(told):
    path = told.folder / "vault.json"
    file = json.loads(path.read_bytes())
    file["age"]["recipient"] = str(pyrage.x25519.Identity.generate().to_public())
    path.write_text(json.dumps(file))

    with pytest.raises(second_reader.Refused, match=r"vault\.json"):
        second_reader.read_home(told.folder, PASSPHRASE)


def test_of_two_edits_that_did_not_see_each_other_both_show_the_same_one(home, office, story):
    carry(home, office, story.case)
    state_fact(home, story.incident, "kegiatan_partai", True)
    edit_case(home, story.case, title="Judul dari lapangan")
    edit_case(office, story.case, title="Judul dari kantor")
    carry(office, home, story.case)

    with home.read() as connection:
        streams = [lines for _, lines in lines_of(connection, story.case)]
    events = [{**json.loads(line), "id": sha256(line)} for lines in streams for line in lines]
    edits = [event for event in events if event["type"] == "case.edited"]
    assert len(edits) == 2
    assert edits[0]["lam"] == edits[1]["lam"]
    shown = read_case_file(home, story.case).case
    assert second_fold.summary(second_fold.in_order([events]), {})["title"] == shown.title
    assert shown.conflicts
