import io
import random
import struct
from collections.abc import Callable
from zipfile import ZipFile

import pytest

from cases.sealed import container, reader
from cases.sealed.bag import Bag, Part
from cases.sealed.container import Entry, Item
from cases.sealed.reader import Content, Limits
from cases.sealed.refusal import Refused
from cases.sealed.writer import piece_of
from tests.cases.sealed.samples import PHOTO, Sample

ARCHIVE = Sample().archive()


class Witness:
    """Keeps what it is shown."""

    def __init__(self, take: Callable[[Content], bytes] | None = None) -> None:
        self._take = take or Content.read
        self.bags: list[Bag] = []
        self.seen: dict[str, bytes] = {}

    def opened(self, bag: Bag) -> None:
        self.bags.append(bag)

    def payload(self, part: Part, content: Content) -> None:
        self.seen[part.name] = self._take(content)


class Dribble:
    """A source that gives one byte at a time."""

    def __init__(self, data: bytes) -> None:
        self._file = io.BytesIO(data)

    def read(self, size: int, /) -> bytes:
        return self._file.read(min(size, 1))


def refusal(archive: bytes, limits: Limits | None = None) -> Refused:
    with pytest.raises(Refused) as caught:
        reader.read(io.BytesIO(archive), Witness(), limits)
    return caught.value


def test_every_part_passes_by_with_its_content():
    sample, witness = Sample(), Witness()
    bag = reader.read(io.BytesIO(sample.archive()), witness)
    assert witness.bags == [bag]
    assert list(witness.seen) == [part.name for part in bag.parts]
    for name, data in sample.payload.items():
        assert witness.seen[name] == data


def test_a_source_in_crumbs_gives_the_same():
    whole, crumbs = Witness(), Witness(lambda content: b"".join(iter(content.read, b"")))
    reader.read(io.BytesIO(ARCHIVE), whole)
    reader.read(Dribble(ARCHIVE), crumbs)
    assert whole.seen == crumbs.seen


def test_what_nobody_reads_is_checked_all_the_same():
    at = ARCHIVE.index(PHOTO)
    broken = ARCHIVE[:at] + b"X" + ARCHIVE[at + 1 :]
    with pytest.raises(Refused) as caught:
        reader.read(io.BytesIO(broken), Witness(lambda content: b""))
    assert caught.value.code == "hash-differs"
    assert "data/objects" in caught.value.file


def test_a_content_whose_crc_was_made_to_fit_still_has_another_hash():
    with ZipFile(io.BytesIO(ARCHIVE)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    name = next(name for name in contents if name.startswith("data/objects"))
    contents[name] = b"Y" * len(PHOTO)
    pieces = [piece_of(name, data) for name, data in contents.items()]
    sink = io.BytesIO()
    container.write(sink, [Item(Entry(p.name, p.size, p.crc), p.pour) for p in pieces])
    assert refusal(sink.getvalue()).code == "hash-differs"
    assert refusal(sink.getvalue()).file == name


def test_nothing_is_shown_before_signature_and_manifests_hold():
    witness = Witness()
    at = ARCHIVE.index(b"Netra-Case")
    with pytest.raises(Refused):
        reader.read(io.BytesIO(ARCHIVE[:at] + b"X" + ARCHIVE[at + 1 :]), witness)
    assert not witness.bags
    assert not witness.seen


def test_who_looks_may_stop_the_reading():
    class Stop(Exception):
        pass

    def stop(content: Content) -> bytes:
        raise Stop

    with pytest.raises(Stop):
        reader.read(io.BytesIO(ARCHIVE), Witness(stop))


@pytest.mark.parametrize("length", [*range(0, 400, 7), *range(400, len(ARCHIVE), 101)])
def test_a_file_cut_anywhere_is_refused(length):
    assert refusal(ARCHIVE[:length]).code in {"truncated", "bad-archive"}


def test_a_file_cut_by_one_byte_is_refused():
    assert refusal(ARCHIVE[:-1]).code == "truncated"


@pytest.mark.parametrize("more", [b"\0", b"PK\5\6", ARCHIVE])
def test_anything_after_the_end_is_refused(more):
    assert refusal(ARCHIVE + more).code == "bad-archive"


def test_something_before_the_start_is_refused():
    assert refusal(b"#!/bin/sh\n" + ARCHIVE).code == "bad-archive"


def test_every_byte_of_the_archive_has_a_check():
    chance = random.Random(20240214)
    accepted = []
    for position in range(len(ARCHIVE)):
        broken = bytearray(ARCHIVE)
        broken[position] ^= 1 << chance.randrange(8)
        try:
            reader.read(io.BytesIO(bytes(broken)), Witness())
        except Refused:
            continue
        accepted.append(position)
    assert accepted == []


def test_a_part_that_claims_more_than_the_whole_is_refused():
    info = {"octets": 2000}
    assert refusal(Sample(info=info).archive()).code == "too-big"


def test_a_whole_that_is_smaller_than_stated_is_refused():
    octets = Sample().description().octets + 1
    assert refusal(Sample(info={"octets": octets}).archive()).code == "size-differs"


def test_limits_hold_before_anything_is_read():
    assert refusal(ARCHIVE, Limits(tag=10)).code == "too-big"
    assert refusal(ARCHIVE, Limits(octets=100)).code == "too-big"
    assert refusal(ARCHIVE, Limits(entries=9)).code == "too-many"


def test_a_bomb_is_refused_at_its_header():
    """A size beyond 4 GiB in the very first header."""
    bomb = container.local_header(Entry("bagit.txt", 1 << 50, 0)) + b"\0" * 100
    assert refusal(bomb).code == "too-big"


def test_a_zip64_field_where_none_is_needed_is_refused():
    header = bytearray(container.local_header(Entry("bagit.txt", 1 << 40, 0)))
    header[-16:] = struct.pack("<2Q", 5, 5)
    assert refusal(bytes(header) + b"12345").code == "bad-archive"


def test_a_zip64_entry_is_read_like_any_other(monkeypatch):
    monkeypatch.setattr(container, "FULL", 600)
    archive = Sample().archive()
    assert archive != ARCHIVE
    witness = Witness()
    reader.read(io.BytesIO(archive), witness)
    assert len(witness.seen) == 8
