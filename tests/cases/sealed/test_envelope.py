import errno
import io
import threading
from typing import IO

import pytest

from cases.errors import NetraError
from cases.sealed.envelope import opened, public_keys, sealing
from cases.sealed.medium import Medium
from cases.sealed.refusal import Refused, Unsure
from tests.cases.sealed.samples import IDENTITY, STRANGER, wrap

KEYS = [str(IDENTITY)]
LONG = bytes(range(256)) * 2000
SEALED = wrap(LONG)


class Disk(io.BytesIO):
    """A medium that fails with an error number."""

    def __init__(self, data: bytes = b"", *, good: int = 0, number: int = errno.EIO) -> None:
        super().__init__(data)
        self._good = good
        self._number = number

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() >= self._good:
            raise OSError(self._number, "fails")
        return super().read(size)

    def write(self, data: object, /) -> int:
        raise OSError(self._number, "fails")


def medium(data: bytes) -> Medium:
    return Medium(io.BytesIO(data))


def confuse(plain: IO[bytes], size: int = -1) -> None:
    plain.read(size)
    raise ValueError("confused")


def fail_after_writing(plain: IO[bytes]) -> None:
    plain.write(LONG)
    raise ValueError("mine")


def test_what_was_sealed_is_read_back():
    sink = io.BytesIO()
    with sealing(sink, [str(IDENTITY.to_public()), str(STRANGER.to_public())]) as plain:
        plain.write(LONG)
    for identity in (IDENTITY, STRANGER):
        with opened(medium(sink.getvalue()), [str(identity)]) as stream:
            assert stream.read(len(LONG)) == LONG
            assert stream.read(1) == b""


def test_a_key_the_file_was_not_sealed_for_does_not_open_it():
    with (
        pytest.raises(Unsure, match="terkunci"),
        opened(medium(SEALED), [str(STRANGER)]) as plain,
    ):
        plain.read()


def test_what_is_no_key_is_said_to_be_none():
    with pytest.raises(NetraError) as caught, opened(medium(SEALED), ["AGE-SECRET-KEY-1X"]):
        pass
    assert caught.value.code == "bad-identity"
    assert public_keys(KEYS) == {str(IDENTITY.to_public())}


# named, because the size of an age file differs from run to run
@pytest.mark.parametrize(
    "cut",
    [1, 15, 100, len(SEALED) % 65_552 + 16, len(SEALED) - 300],
    ids=["one", "fifteen", "hundred", "last-chunk", "nearly-all"],
)
def test_a_cut_envelope_is_noticed_at_the_end_although_plaintext_came_before(cut):
    with pytest.raises(Refused) as caught, opened(medium(SEALED[:-cut]), KEYS) as plain:
        plain.read()
    assert caught.value.code == "envelope-broken"


def test_the_error_of_the_envelope_wins_over_what_the_reader_made_of_it():
    with pytest.raises(Refused) as caught, opened(medium(SEALED[:-1]), KEYS) as plain:
        confuse(plain)
    assert caught.value.code == "envelope-broken"


def test_the_error_of_the_reader_is_kept_when_it_leaves_early():
    with pytest.raises(ValueError, match="confused"), opened(medium(SEALED), KEYS) as plain:
        confuse(plain, 10)
    assert not [thread for thread in threading.enumerate() if thread.name == "age"]


def test_more_plaintext_than_the_reader_wanted_is_refused():
    with pytest.raises(Refused) as caught, opened(medium(SEALED), KEYS) as plain:
        plain.read(10)
    assert caught.value.code == "trailing"


@pytest.mark.parametrize("good", [0, 200_000])
def test_a_medium_that_fails_leaves_the_file_unjudged(good):
    disk = Disk(SEALED, good=good)
    with pytest.raises(Unsure) as caught, opened(Medium(disk), KEYS) as plain:
        plain.read()
    assert caught.value.code == "unreadable"


def test_a_medium_that_fails_is_the_reason_even_when_the_reader_gave_up():
    disk = Disk(SEALED, good=200_000)
    with pytest.raises(Unsure), opened(Medium(disk), KEYS) as plain:
        confuse(plain)


def test_a_full_disk_stops_the_sealing_with_its_own_error():
    disk = Disk(number=errno.ENOSPC)
    with (
        pytest.raises(OSError, match="fails") as caught,
        sealing(disk, [str(IDENTITY.to_public())]) as plain,
    ):
        plain.write(LONG * 10)
    assert caught.value.errno == errno.ENOSPC
    assert not [thread for thread in threading.enumerate() if thread.name == "age"]


def test_a_full_disk_at_the_last_byte_is_an_error_too():
    with (
        pytest.raises(OSError, match="fails"),
        sealing(Disk(number=errno.ENOSPC), [str(IDENTITY.to_public())]) as plain,
    ):
        plain.write(b"short")


def test_an_error_while_writing_ends_the_thread():
    with (
        pytest.raises(ValueError, match="mine"),
        sealing(io.BytesIO(), [str(IDENTITY.to_public())]) as plain,
    ):
        fail_after_writing(plain)
    assert not [thread for thread in threading.enumerate() if thread.name == "age"]
