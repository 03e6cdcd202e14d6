"""The English words of the shipped pack are complete; strange ones are refused."""

import pytest

from rules.pack import PackError, parse, read_whole
from tests.rules.shipped import changed, files, pack


def test_every_fact_value_clause_and_norm_has_english_words() -> None:
    law, english = pack(), pack().english
    assert [key for key in (*law.facts, *law.considerations) if not english.name(key)] == []
    assert [key for key in law.facts if not english.question(key)] == []
    assert [norm.id for norm in law.rules if not english.title(norm.id)] == []
    assert [
        (key, value)
        for key, fact in law.facts.items()
        for value in fact.values
        if not english.value(key, value)
    ] == []


def test_a_pack_without_english_words_has_none() -> None:
    law = parse({name: data for name, data in files().items() if name != "english.toml"})
    read_whole(law)
    assert law.english.name("ajakan") == ""
    assert law.english.value("status_subjek", "PNS") == ""
    assert law.english.question("x.DS-01.1") == ""
    assert law.english.title("DS-01") == ""


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("[facts.ajakan]", "[facts.ajakann]", "ajakann"),
        ('"x.DS-01.1"', '"x.DS-01.9"', "x.DS-01.9"),
        ("KE-01 = ", "KE-91 = ", "KE-91"),
        ("CPNS = ", "CPNZ = ", "status_subjek.CPNZ"),
    ],
)
def test_words_for_what_the_pack_does_not_have_are_refused(old: str, new: str, named: str) -> None:
    with pytest.raises(PackError) as caught:
        read_whole(parse(changed("english.toml", old, new)))
    assert (caught.value.file, caught.value.place) == ("english.toml", named)
