from dataclasses import replace

import pytest

from cases.sealed.info import LeftOut, parse_info
from cases.sealed.refusal import Refused, Unsure
from tests.cases.sealed.samples import OTHER, PERSON, Sample, sha256

INFO = replace(Sample().description(), left_out=(LeftOut(sha256(PERSON), "identity"),))
TEXT = INFO.encode().decode()


def test_what_was_written_is_read():
    assert parse_info(INFO.encode()) == INFO


def test_words_of_the_user_cannot_add_lines():
    sly = replace(INFO, organization="Kantor\nNetra-Device: " + OTHER, identifier=" ")
    again = parse_info(sly.encode())
    assert again.dev == INFO.dev
    assert again.organization == "Kantor Netra-Device: " + OTHER
    assert again.identifier == "-"


def test_a_label_of_a_later_minor_version_is_passed_over():
    assert parse_info((TEXT + "Netra-Mood: calm\n").encode()) == INFO


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT[:-1],
        TEXT + "Netra-Case: " + "0" * 32 + "\n",
        TEXT + "folded\n",
        TEXT + "Netra-Journal-Head: " + "0" * 64 + ":0:" + "0" * 64 + "\n",
        TEXT + "Netra-Left-Out: " + "0" * 64 + " identity\n",
        TEXT + "Netra-Left-Out: all of it\n",
        TEXT.replace("Payload-Oxum", "Payload-Size"),
        TEXT.replace("Netra-Redactions: 1", "Netra-Redactions: one"),
        TEXT.replace("Source-Organization", "Source"),
        TEXT.replace("Netra-Min-Reader: 1.0", "Netra-Min-Reader: 1"),
        TEXT.replace(INFO.case, "0123"),
        TEXT.replace("\n", "\r\n"),
    ],
)
def test_anything_missing_doubled_or_malformed_is_refused(text):
    with pytest.raises(Refused) as caught:
        parse_info(text.encode())
    assert caught.value.code == "bad-info"
    assert caught.value.file == "bag-info.txt"


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(Refused):
        parse_info(b"\xff" + INFO.encode())


def test_a_newer_format_is_not_called_damaged():
    newer = TEXT.replace("Netra-Min-Reader: 1.0", "Netra-Min-Reader: 2.0")
    with pytest.raises(Unsure) as caught:
        parse_info(newer.encode())
    assert caught.value.code == "newer-format"
