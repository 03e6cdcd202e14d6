"""Any text becomes something a font can draw, and nothing in it acts."""

from hypothesis import given
from hypothesis import strategies as st

from cases.papers.faces import REGULAR, glyphs
from cases.papers.ink import printable

INTER = glyphs(REGULAR)


def test_ordinary_indonesian_text_stays_as_it_is() -> None:
    text = "Pengawas menulis: “Baliho – nomor 3”, 10.42 WITA…\nBaris kedua."

    assert printable(text, INTER) == text


def test_what_cannot_be_drawn_is_named_by_its_code_point() -> None:
    assert printable("a\u202eb", INTER) == "a[U+202E]b"
    assert printable("\x07", INTER) == "[U+0007]"
    assert printable("\U0001f600", INTER) == "[U+1F600]"
    assert printable("\ud800", INTER) == "[U+D800]"


def test_joiners_and_selectors_leave_no_trace() -> None:
    assert printable("ba\u200bli\u00adho\ufe0f\r\n", INTER) == "baliho\n"


def test_arrows_and_comparisons_become_letters() -> None:
    assert printable("a → b ≥ c\td", INTER) == "a -> b >= c d"


def test_letters_with_loose_accents_are_joined() -> None:
    assert printable("e\u0301", INTER) == "é"


@given(st.text(st.characters(), max_size=200))
def test_whatever_comes_in_only_drawable_signs_go_out(text: str) -> None:
    assert {ord(char) for char in printable(text, INTER)} - {10} <= INTER
