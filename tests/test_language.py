"""What `tr` fills in: values, and the right word for one and for many."""

import gettext

import pytest

from cases import language
from cases.language import tr
from cases.work.times import size


class Words(gettext.NullTranslations):
    """A catalogue with one sentence."""

    def gettext(self, message: str) -> str:
        return "{n} {n:case|cases} of {semua}" if message == "{n} dari {semua} kasus" else message


@pytest.mark.parametrize(
    ("n", "words"),
    [(1, "1 case of 9"), ("1", "1 case of 9"), (0, "0 cases of 9"), (2, "2 cases of 9")],
)
def test_one_has_its_own_word(monkeypatch: pytest.MonkeyPatch, n: object, words: str) -> None:
    monkeypatch.setattr(language, "_catalog", Words())
    assert tr("{n} dari {semua} kasus", n=n, semua=9) == words


def test_sizes_follow_the_language_and_papers_stay_indonesian() -> None:
    try:
        language.use("en")
        assert (size(1_234_567), size(1_234_567, say=str)) == ("1.2 MB", "1,2 MB")
    finally:
        language.use("id")
    assert size(1_234_567) == "1,2 MB"
