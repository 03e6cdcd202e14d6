import io
import zipfile
from pathlib import Path

import pytest

from cases.sealed import container
from cases.sealed.container import ContentChanged, Entry, Item
from cases.sealed.writer import piece_of


def items(*contents: tuple[str, bytes]) -> list[Item]:
    pieces = [piece_of(name, data) for name, data in contents]
    return [Item(Entry(piece.name, piece.size, piece.crc), piece.pour) for piece in pieces]


def test_other_programs_read_the_archive():
    sink = io.BytesIO()
    container.write(sink, items(("a.txt", b"one"), ("data/b.bin", b"\0" * 70_000)))
    with zipfile.ZipFile(sink) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a.txt", "data/b.bin"]
        assert archive.read("a.txt") == b"one"
        for info in archive.infolist():
            assert info.compress_type == zipfile.ZIP_STORED
            assert (info.flag_bits, info.extra, info.comment) == (0, b"", b"")
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.external_attr >> 16 == 0o100644


def test_the_same_contents_give_the_same_bytes():
    first, second = io.BytesIO(), io.BytesIO()
    container.write(first, items(("a", b"1"), ("b", b"2")))
    container.write(second, items(("a", b"1"), ("b", b"2")))
    assert first.getvalue() == second.getvalue()


def test_content_that_changed_since_it_was_measured_stops_the_writing():
    entry = items(("a", b"one"))[0].entry
    with pytest.raises(ContentChanged, match="a"):
        container.write(io.BytesIO(), [Item(entry, lambda sink: sink.write(b"two"))])


def test_entries_and_offsets_beyond_four_gib_use_zip64_and_nothing_else_does(tmp_path: Path):
    big = Entry("big.mp4", 5 << 30, 0)
    after = items(("after.txt", b"behind the four gib"))[0]
    path = tmp_path / "big.zip"
    with path.open("wb") as file:
        file.write(container.local_header(big))
        file.seek(big.size, io.SEEK_CUR)
        file.write(container.local_header(after.entry))
        after.pour(file)
        file.write(container.central_directory([big, after.entry]))
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo("big.mp4").file_size == 5 << 30
        assert archive.getinfo("after.txt").header_offset > 5 << 30
        assert archive.read("after.txt") == b"behind the four gib"
    header = container.local_header(big)
    fixed = header[: container.FIXED]
    assert container.is_big(fixed)
    assert container.announced(fixed, header[-container.ZIP64_LOCAL :]) == (5 << 30, 0)
    assert not container.is_big(container.local_header(after.entry)[: container.FIXED])
