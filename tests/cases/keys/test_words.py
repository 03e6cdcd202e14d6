"""Six words over the phone."""

from hypothesis import given
from hypothesis import strategies as st

from cases.keys.words import WORDS, six_words, word_list

PINNED = ("digital", "denah", "upaya", "pucuk", "minggu", "parade")


def test_the_list_has_1296_different_words_in_order() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == WORDS
    assert list(words) == sorted(words)
    assert all(word.isalpha() and word.isascii() and word.islower() for word in words)
    assert all(3 <= len(word) <= 9 for word in words)


def test_no_two_words_differ_by_a_single_letter() -> None:
    seen: dict[tuple[int, str], str] = {}
    for word in word_list():
        for place in range(len(word)):
            shape = (place, word[:place] + "_" + word[place + 1 :])
            assert shape not in seen, (word, seen.get(shape))
            seen[shape] = word


@given(st.binary())
def test_the_same_key_has_the_same_six_words(data: bytes) -> None:
    assert six_words(data) == six_words(data)
    assert len(six_words(data)) == 6
    assert set(six_words(data)) <= set(word_list())


def test_the_words_of_a_key_never_change() -> None:
    """People may have them on paper: a change of list or method is a new format."""
    assert six_words(b"netra") == PINNED
