"""Prevention: recorded with kind, audience, date, place and exhibits; corrected, taken back."""

import pytest

from cases.errors import NetraError
from cases.work.history import read_history
from cases.work.prevention import (
    edit_prevention,
    list_prevention,
    record_prevention,
    resolve_prevention,
    withdraw_prevention,
)
from cases.work.records import Place
from tests.cases.work.story import made, take_in


def test_an_appeal_is_recorded_with_its_exhibits_and_changed(home):
    letter = take_in(home, None, "imbauan.jpg")
    wanted = made(
        record_prevention(
            home,
            kind="imbauan",
            title="Imbauan netralitas kepada ASN Kecamatan Contoh",
            audience="ASN Kantor Camat Contoh",
            starts_at="2024-09-20T09:00",
            place=Place("Kantor Camat Contoh", "53.01.06"),
            exhibits=(letter,),
        )
    )
    (one,) = list_prevention(home)
    assert (one.code, one.kind_text, one.exhibits) == ("PC-01", "Imbauan", (letter,))
    assert one.starts_at == "2024-09-20T09:00+08:00"
    assert resolve_prevention(home, "pc-01") == wanted

    edit_prevention(home, wanted, audience="ASN dan perangkat desa", kind="sosialisasi")

    (one,) = list_prevention(home)
    assert (one.audience, one.kind) == ("ASN dan perangkat desa", "sosialisasi")
    assert any("Pencegahan PC-01" in line.words for line in read_history(home))


def test_an_entry_made_by_mistake_is_taken_back_and_stays_readable(home):
    wanted = made(record_prevention(home, kind="koordinasi", title="Rapat (CONTOH)"))
    with pytest.raises(NetraError, match="Alasan"):
        withdraw_prevention(home, wanted, "")
    withdraw_prevention(home, wanted, "dicatat dua kali")
    assert list_prevention(home)[0].withdrawn == "dicatat dua kali"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "pidato", "title": "x"}, "bad-kind"),
        ({"kind": "imbauan", "title": " "}, "empty-text"),
        ({"kind": "imbauan", "title": "x", "starts_at": "besok"}, "bad-time"),
        (
            {"kind": "imbauan", "title": "x", "starts_at": "2024-09-21", "ends_at": "2024-09-20"},
            "ends-before-start",
        ),
        ({"kind": "imbauan", "title": "x", "exhibits": ("f" * 32,)}, "exhibit-not-in-case"),
    ],
)
def test_what_makes_no_sense_is_refused(home, fields, code):
    with pytest.raises(NetraError) as caught:
        record_prevention(home, **fields)
    assert caught.value.code == code


def test_what_is_not_there_cannot_be_changed(home):
    with pytest.raises(NetraError):
        edit_prevention(home, "f" * 32, title="x")
    with pytest.raises(NetraError):
        resolve_prevention(home, "PC-09")
