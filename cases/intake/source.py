"""Bytes to look at: a file on a card or an object out of the vault, read in pieces."""

import io
from pathlib import Path
from typing import IO, Self


class Source:
    """Random access to evidence; it is only ever read."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self.stream = stream
        self.name = name
        self.size = stream.seek(0, io.SEEK_END)

    @classmethod
    def of_path(cls, path: Path) -> Self:
        """Open a file."""
        return cls(path.open("rb"), path.name)

    @classmethod
    def of_bytes(cls, data: bytes, name: str) -> Self:
        """Look at bytes in memory."""
        return cls(io.BytesIO(data), name)

    def read(self, offset: int, length: int) -> bytes:
        """Bytes from `offset`; fewer than asked for where the file ends."""
        if offset < 0 or offset >= self.size or length <= 0:
            return b""
        self.stream.seek(offset)
        return self.stream.read(min(length, self.size - offset))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()
