import io
import os
import random
import tracemalloc
from pathlib import Path

import pytest

from cases.journal.event import GENESIS
from cases.sealed.info import LeftOut
from cases.sealed.verify import State, Verdict, verify
from tests.campaign import TIMES
from tests.cases.sealed.samples import (
    CASE,
    DEV,
    IDENTITY,
    OTHER,
    OTHER_SEED,
    PERSON,
    PHOTO,
    PREVIEW,
    SEED,
    STRANGER,
    TRUST,
    Sample,
    chain,
    head_of,
    line,
    sha256,
    wrap,
)

KEYS = [str(IDENTITY)]
ARCHIVE = Sample().archive()
SEALED = wrap(ARCHIVE)
FLIPS = 2_000 * TIMES


def judge(sealed: bytes, trust: dict[str, str] = TRUST, keys: list[str] = KEYS) -> Verdict:
    return verify(io.BytesIO(sealed), keys, trust)


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


def test_an_honest_file_of_a_trusted_signer_is_intact():
    verdict = judge(SEALED)
    assert verdict.verdict is State.INTACT
    assert verdict.reasons == ()
    assert verdict.signer == DEV
    assert verdict.signer_name == "panwas-contoh"
    assert verdict.case == CASE
    assert verdict.heads == (str(head_of(chain(PHOTO, PREVIEW, PERSON))),)


def test_a_file_whose_envelope_a_clerk_took_off_is_judged_as_well(tmp_path: Path):
    path = tmp_path / "kasus.zip"
    path.write_bytes(ARCHIVE)
    assert verify(path, trust=TRUST).verdict is State.INTACT


def test_without_the_key_nothing_can_be_said():
    verdict = judge(SEALED, keys=[str(STRANGER)])
    assert verdict.verdict is State.UNSURE
    assert codes(verdict) == ["locked"]
    assert verdict.case == ""


def test_an_unknown_signer_is_shown_by_fingerprint_and_not_vouched_for():
    verdict = judge(SEALED, trust={})
    assert verdict.verdict is State.UNSURE
    assert codes(verdict) == ["unknown-signer"]
    assert "SHA256:" in verdict.reasons[0].text
    assert verdict.case == CASE


def test_an_unknown_author_of_a_stream_is_not_vouched_for_either():
    sample = Sample(streams={SEED: chain(PHOTO), OTHER_SEED: chain(seed=OTHER_SEED)})
    assert judge(wrap(sample.archive())).verdict is State.INTACT
    verdict = judge(wrap(sample.archive()), trust={DEV: "panwas-contoh"})
    assert verdict.verdict is State.UNSURE
    assert codes(verdict) == ["unknown-author"]


def test_a_missing_file_is_not_called_changed(tmp_path: Path):
    verdict = verify(tmp_path / "tidak-ada.netra", KEYS, TRUST)
    assert verdict.verdict is State.UNSURE
    assert codes(verdict) == ["unreadable"]


def test_a_medium_that_fails_is_not_called_changed():
    class Stick(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "input/output error")

    verdict = verify(Stick(SEALED), KEYS, TRUST)
    assert verdict.verdict is State.UNSURE
    assert codes(verdict) == ["unreadable"]


@pytest.mark.parametrize("data", [b"", b"x", b"%PDF-1.7", b"-----BEGIN AGE ENCRYPTED FILE-----"])
def test_a_file_of_another_kind_is_no_case_file(data):
    assert codes(judge(data)) == ["not-a-case-file"]


def test_a_file_opened_and_wrapped_again_for_somebody_else_is_noticed():
    verdict = judge(wrap(ARCHIVE, STRANGER.to_public()), keys=[str(STRANGER)])
    assert verdict.verdict is State.CHANGED
    assert codes(verdict) == ["resealed-for-another"]


@pytest.mark.campaign
@pytest.mark.timeout(60 + 30 * TIMES)
def test_one_flipped_bit_anywhere_is_never_accepted():
    chance = random.Random(7)
    states = set()
    for _ in range(FLIPS):
        broken = bytearray(SEALED)
        broken[chance.randrange(len(SEALED))] ^= 1 << chance.randrange(8)
        states.add(judge(bytes(broken)).verdict)
    assert State.INTACT not in states
    assert State.CHANGED in states


@pytest.mark.parametrize("start", range(4))
def test_one_flipped_bit_anywhere_inside_is_never_accepted(start):
    chance = random.Random(start)
    for position in range(start, len(ARCHIVE), 4):
        broken = bytearray(ARCHIVE)
        broken[position] ^= 1 << chance.randrange(8)
        verdict = judge(bytes(broken))
        assert verdict.verdict is State.CHANGED, position


def test_a_file_cut_at_any_length_is_never_accepted():
    for length in range(0, len(SEALED), 13):
        assert judge(SEALED[:length]).verdict is not State.INTACT
    assert judge(SEALED[:-1]).verdict is State.CHANGED


@pytest.mark.parametrize("more", [b"\0", b"\0" * 70_000, SEALED])
def test_bytes_after_the_envelope_are_never_accepted(more):
    assert judge(SEALED + more).verdict is State.CHANGED


@pytest.mark.parametrize(
    "more",
    [
        b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n",
        b"A" * 64,
        b"A" * 64 + b"\n",
        b"\n--- ",
    ],
)
def test_a_header_without_end_is_refused_at_once(more):
    sealed = b"age-encryption.org/v1\n-> X25519 " + b"A" * 43 + b"\n" + more * 200_000
    assert codes(judge(sealed)) == ["envelope-broken"]


def test_a_file_for_many_recipients_is_read():
    others = [STRANGER.to_public()] * 60
    assert judge(wrap(ARCHIVE, *others, IDENTITY.to_public())).verdict is State.INTACT


def test_two_archives_in_one_envelope_are_refused():
    assert judge(wrap(ARCHIVE + ARCHIVE)).verdict is State.CHANGED


@pytest.mark.parametrize("seed", range(4))
def test_a_mangled_file_is_never_accepted(seed):
    """Bytes put in, taken out, copied elsewhere, swapped; inside and outside the envelope."""
    chance = random.Random(seed)
    for _ in range(150):
        for whole in (ARCHIVE, SEALED):
            at, to = sorted(chance.randrange(len(whole)) for _ in range(2))
            piece = whole[at : to + 1]
            mangled = chance.choice(
                [
                    whole[:at] + whole[to + 1 :],
                    whole[:at] + piece * 2 + whole[to + 1 :],
                    whole[:at] + chance.randbytes(len(piece)) + whole[to + 1 :],
                    whole[:at] + piece[::-1] + whole[to + 1 :],
                    whole[:at] + bytes(len(piece)) + whole[to + 1 :],
                    piece,
                    whole + piece,
                    piece + whole,
                ]
            )
            assert mangled == whole or judge(mangled).verdict is not State.INTACT


def test_a_changed_part_is_named():
    at = ARCHIVE.index(PHOTO)
    verdict = judge(ARCHIVE[:at] + b"\0" + ARCHIVE[at + 1 :])
    assert verdict.verdict is State.CHANGED
    assert verdict.reasons[0].file == f"data/objects/{sha256(PHOTO)}.jpg"
    assert verdict.signer == DEV


def test_an_object_that_the_journal_names_must_be_there_or_be_listed_as_left_out():
    name = f"data/identities/{sha256(PERSON)}.json"
    payload = {key: data for key, data in Sample().payload.items() if key != name}
    verdict = judge(wrap(Sample(payload=payload).archive()))
    assert codes(verdict) == ["object-missing"]
    listed = (LeftOut(sha256(PERSON), "identity"),)
    verdict = judge(wrap(Sample(payload=payload, left_out=listed).archive()))
    assert verdict.verdict is State.INTACT
    assert codes(verdict) == ["left-out"]


def test_a_head_that_is_not_the_stated_one_is_refused():
    longer = head_of(chain(count=9))
    assert codes(judge(wrap(Sample(info={"heads": (longer,)}).archive()))) == ["head-differs"]
    assert codes(judge(wrap(Sample(info={"heads": ()}).archive()))) == ["head-differs"]


def test_a_stream_of_another_case_is_refused():
    other = chain()
    sample = Sample(streams={SEED: other}, info={"case": "f" * 32})
    assert codes(judge(wrap(sample.archive()))) == ["chain-broken"]


def test_the_signature_of_a_stream_must_hold():
    sample = Sample(signatures={SEED: b"-----BEGIN SSH SIGNATURE-----\n"})
    assert codes(judge(wrap(sample.archive()))) == ["bad-head-signature"]
    sample = Sample(signatures={SEED: b"x" * 10_000})
    assert codes(judge(wrap(sample.archive()))) == ["bad-head-signature"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "AB" * 32, "", "ab " * 21 + "a"])
def test_an_object_named_by_something_else_than_a_hash_is_refused(name):
    sample = Sample(streams={SEED: [line(1, GENESIS, obj=[name])]})
    assert codes(judge(wrap(sample.archive()))) == ["bad-line"]


def test_a_file_of_a_later_minor_version_is_read():
    payload = {**Sample().payload, "data/tsr/later.tsr": b"token"}
    assert judge(wrap(Sample(payload=payload).archive())).verdict is State.INTACT


def test_a_long_file_is_judged_in_bounded_memory():
    big = os.urandom(1 << 20) * 48
    sample = Sample(streams={SEED: chain(big)})
    sample.payload[f"data/objects/{sha256(big)}.mp4"] = big
    source = io.BytesIO(wrap(sample.archive()))
    del sample, big
    tracemalloc.start()
    assert verify(source, KEYS, TRUST).verdict is State.INTACT
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20


def test_trust_is_in_keys_not_in_names():
    assert judge(SEALED, trust={OTHER: "panwas-contoh"}).verdict is State.UNSURE


@pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
def test_a_pipe_or_a_device_is_no_case_file_and_is_never_waited_for(tmp_path):
    pipe = tmp_path / "pipa.netra"
    os.mkfifo(pipe)
    loop = tmp_path / "lingkar.netra"
    loop.symlink_to(loop)
    for path in (pipe, Path("/dev/zero"), loop, tmp_path):
        verdict = verify(path)
        assert verdict.verdict is State.UNSURE
        assert [reason.code for reason in verdict.reasons] == ["unreadable"]
