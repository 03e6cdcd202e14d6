"""Archives made by other hands: whatever they are, one clear refusal and nothing more."""

import io
import stat
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases.sealed.bag import tags
from cases.sealed.names import TAGS, place
from cases.sealed.verify import State, Verdict, verify
from cases.sealed.writer import hashes
from tests.cases.sealed.samples import IDENTITY, SEED, TRUST, Sample, wrap

REFUSALS = {
    "not-a-case-file",
    "bad-archive",
    "truncated",
    "too-big",
    "hash-differs",
    "envelope-broken",
}


def judge(data: bytes) -> Verdict:
    return verify(io.BytesIO(data), [str(IDENTITY)], TRUST)


def assert_refused(data: bytes) -> None:
    """Refuse it bare and inside an envelope that opens."""
    for sealed in (data, wrap(data)):
        verdict = judge(sealed)
        assert verdict.verdict is State.CHANGED
        assert len(verdict.reasons) == 1
        assert verdict.reasons[0].code in REFUSALS
        assert verdict.reasons[0].text


@pytest.mark.needs_shared
def test_every_archive_of_the_collection_is_refused(shared_data: Path):
    paths = sorted((shared_data / "bad-input" / "archive").iterdir())
    assert len(paths) > 100
    for path in paths:
        assert_refused(path.read_bytes())


def honest_files() -> dict[str, bytes]:
    sample = Sample()
    files: dict[str, bytes] = {}
    pieces = sorted(sample.pieces(), key=lambda piece: place(piece.name))
    files.update(tags(sample.description(), hashes(pieces), SEED))
    for piece in pieces:
        sink = io.BytesIO()
        piece.pour(sink)
        files[piece.name] = sink.getvalue()
    return files


def zipped(
    entries: Iterator[tuple[zipfile.ZipInfo | str, bytes]] | list[tuple[zipfile.ZipInfo, bytes]],
    method: int = zipfile.ZIP_STORED,
    comment: bytes = b"",
) -> bytes:
    sink = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of names it writes twice
        with zipfile.ZipFile(sink, "w", method) as archive:
            archive.comment = comment
            for info, data in entries:
                archive.writestr(info, data, compress_type=method)
    return sink.getvalue()


def member(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def plain() -> list[tuple[zipfile.ZipInfo, bytes]]:
    return [(member(name), data) for name, data in honest_files().items()]


def test_the_zip_of_another_program_is_accepted_only_if_it_is_the_canonical_one():
    canonical = zipped(plain())
    assert canonical == Sample().archive()
    assert judge(canonical).verdict is State.INTACT


HOSTILE = {
    "compressed": lambda: zipped(plain(), zipfile.ZIP_DEFLATED),
    "with a comment": lambda: zipped(plain(), comment=b"hello"),
    "in another order": lambda: zipped(list(reversed(plain()))),
    "with a part more": lambda: zipped([*plain(), (member("data/zzz"), b"")]),
    "with a part less": lambda: zipped(plain()[:-1]),
    "with a part twice": lambda: zipped([*plain(), plain()[-1]]),
    "with the first part twice": lambda: zipped([plain()[0], *plain()]),
    "with a name that climbs out": lambda: zipped([(member("../../evil"), b"x"), *plain()]),
    "with an absolute name": lambda: zipped([*plain(), (member("/etc/evil"), b"x")]),
    "with a folder": lambda: zipped([(member("data/", stat.S_IFDIR | 0o755), b""), *plain()]),
    "with a link": lambda: zipped([*plain(), (member("data/l", stat.S_IFLNK | 0o777), b"/etc")]),
    "with a last part that is a link": lambda: zipped(
        [*plain()[:-1], (member("data/VERIFY.txt", stat.S_IFLNK | 0o777), b"age, unzip")]
    ),
    "with a set-uid part": lambda: zipped(
        [(member("bagit.txt", stat.S_IFREG | 0o4755), plain()[0][1]), *plain()[1:]]
    ),
    "behind a script": lambda: b"#!/bin/sh\nexit\n" + zipped(plain()),
    "before another": lambda: zipped(plain()) + zipped([(member("evil"), b"x")]),
    "of nothing": lambda: zipped([]),
    "that is a bomb": lambda: zipped(
        [(member("bagit.txt"), b"\0" * 30_000_000)], zipfile.ZIP_DEFLATED
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_an_archive_is_refused(kind):
    assert_refused(HOSTILE[kind]())


def test_sizes_that_lie_are_refused():
    archive = Sample().archive()
    at = archive.index(b"bagit.txt") - 30
    for offset in (18, 22):
        for value in (0, 1, 2**31, 2**32 - 1):
            broken = bytearray(archive)
            broken[at + offset : at + offset + 4] = value.to_bytes(4, "little")
            assert_refused(bytes(broken))


def test_the_tags_come_first_in_a_fixed_order():
    assert list(honest_files())[: len(TAGS)] == list(TAGS)
