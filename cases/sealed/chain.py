"""Checks one stream of a case file, line by line, in bounded memory."""

from collections.abc import Iterator

from cases.errors import NetraError
from cases.journal.event import GENESIS, MAX_LINE, Event, read_strictly, sha256
from cases.journal.signing import HEAD_NAMESPACE, head_message
from cases.keys import sshsig
from cases.language import tr
from cases.sealed.heads import Head
from cases.sealed.reader import CHUNK, Source
from cases.sealed.refusal import Refused

MAX_SIGNATURE = 4096


def lines(source: Source, file: str) -> Iterator[bytes]:
    """Split a journal into its lines; every one ends with a newline and has a bounded length."""
    rest = b""
    while data := source.read(CHUNK):
        *whole, rest = (rest + data).split(b"\n")
        yield from whole
        if len(rest) > MAX_LINE:
            raise _bad_line(file)
    if rest:
        raise _bad_line(file)


class Chain:
    """A stream as it passes."""

    def __init__(self, case: str, dev: str, file: str) -> None:
        self._case = case
        self._dev = dev
        self._file = file
        self._seq = 0
        self._lam = 0
        self._last = GENESIS

    def follow(self, line: bytes) -> Event:
        """Check that `line` is the next one."""
        try:
            event = read_strictly(line)
        except NetraError as error:
            raise _bad_line(self._file) from error
        place = (event.dev, event.case, event.seq, event.prev)
        if place != (self._dev, self._case, self._seq + 1, self._last) or event.lam <= self._lam:
            raise Refused(
                tr(
                    "Rantai jurnal putus di {file}, catatan {n}.", file=self._file, n=self._seq + 1
                ),
                code="chain-broken",
                file=self._file,
            )
        self._seq, self._lam, self._last = event.seq, event.lam, sha256(line)
        return event

    def end(self) -> Head:
        """Tell where the stream stands after its last line."""
        if not self._seq:
            raise _bad_line(self._file)
        return Head(self._dev, self._seq, self._last)


def check_signature(case: str, head: Head, armour: bytes, file: str) -> str:
    """Check the signature over the head of a stream; gives it as text."""
    message = head_message(case, head.dev, head.seq, head.sha256)
    try:
        text = armour.decode("ascii")
        signer = sshsig.verify(text, HEAD_NAMESPACE, message)
    except (NetraError, UnicodeDecodeError) as error:
        raise _bad_head(file) from error
    if signer != head.dev:
        raise _bad_head(file)
    return text


def _bad_line(file: str) -> Refused:
    return Refused(
        tr("Jurnal {file} berisi catatan yang tidak menurut bentuk baku.", file=file),
        code="bad-line",
        file=file,
    )


def _bad_head(file: str) -> Refused:
    return Refused(
        tr("Tanda tangan di ujung jurnal {file} tidak cocok.", file=file),
        code="bad-head-signature",
        file=file,
    )
