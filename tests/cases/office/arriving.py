"""What tests of the import do with a file, and what they look at afterwards."""

from pathlib import Path

import pyrage

from cases.home import Home
from cases.journal.streams import heads_of
from cases.office.importing import import_files
from cases.office.outcome import Count, FileImport
from cases.office.receipts import office_of
from cases.sealed.seal import seal
from cases.work.records import CaseId
from tests.cases.sealed.samples import Sample, chain, head_of, wrap


def bring(home: Home, case: str, path: Path) -> Path:
    """Seal a case to a file."""
    seal(home, CaseId(case), path)
    return path


def take(office: Home, path: Path) -> FileImport:
    (result,) = import_files(office, [path])
    return result


def state_of(office: Home) -> tuple[int, list[str], list[str]]:
    """Everything that an import could change: events, objects, unfinished ciphertexts."""
    incoming = [path.name for path in office.vault.incoming().iterdir()]
    return office.store.events(), list(office.vault.names()), incoming


def assert_refused(office: Home, path: Path, *codes: str) -> FileImport:
    """Refuse in one sentence, and leave everything as it was."""
    before = state_of(office)
    result = take(office, path)
    assert result.code in codes
    assert result.refused.endswith(".")
    assert result.receipt == ""
    assert result.new == Count()
    assert state_of(office) == before
    return result


def in_clear(folder: Path, *markers: bytes) -> list[str]:
    """Files below `folder` that hold one of the markers as they stand."""
    return [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and any(marker in path.read_bytes() for marker in markers)
    ]


def lines_held(home: Home, case: str) -> list[str]:
    with home.read() as connection:
        return [str(seq) for head in heads_of(connection, case) for seq in range(head.seq)]


def hostile(home: Home, office: Home, sample: Sample) -> bytes:
    """A file that a trusted officer made by hand."""
    sample.seed = bytes(home.keys.seed)
    sample.streams = {sample.seed: chain(seed=sample.seed), **sample.streams}
    recipient = office_of(office).age
    sample.info = {
        "dev": home.keys.dev,
        "heads": tuple(sorted(head_of(lines, seed) for seed, lines in sample.streams.items())),
        "recipients": (recipient,),
        **sample.info,
    }
    return wrap(sample.archive(), pyrage.x25519.Recipient.from_str(recipient))
