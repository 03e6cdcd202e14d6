from cases.work.cases import edit_case
from cases.work.exhibits import caption_exhibit
from cases.work.facts import state_fact, withdraw
from cases.work.incidents import record_incident
from cases.work.search import search
from tests.cases.work.story import made, take_in


def found(home, text):
    return [(hit.kind, hit.title) for hit in search(home, text)]


def test_a_text_is_found_wherever_it_stands(home, story):
    caption_exhibit(home, story.photos[0], "Camat memegang bendera")

    assert found(home, "camat") == [
        ("case", "Kehadiran camat di kampanye"),
        ("party", "T-01"),
        ("exhibit", "B-01"),
    ]
    assert found(home, "lapangan contoh") == [("case", "Kehadiran camat di kampanye")]
    assert found(home, "IMG_0002") == [("exhibit", "B-02")]
    assert [hit.case_code for hit in search(home, "terbuka")] == ["S-K1-001"]


def test_signs_of_the_query_language_are_plain_signs(home, story):
    edit_case(home, story.case, title="100% netral_")

    assert found(home, "100%") == [("case", "100% netral_")]
    assert found(home, "%") == [("case", "100% netral_")]
    assert found(home, "netral_") == [("case", "100% netral_")]
    assert found(home, "") == []


def test_what_stands_in_no_case_is_found_too(home):
    record_incident(home, title="Pengawasan rutin di pasar")
    take_in(home, None, "pasar.jpg")

    hits = search(home, "pasar")
    assert [(hit.kind, hit.case, hit.case_code) for hit in hits] == [
        ("incident", None, ""),
        ("exhibit", None, ""),
    ]


def test_withdrawn_statements_are_not_found(home, story):
    statement = made(
        state_fact(home, story.incident, "kegiatan_partai", True, note="undangan berlogo bintang")
    )
    (hit,) = search(home, "BINTANG")
    assert hit.excerpt == "undangan berlogo bintang"

    withdraw(home, statement, "keliru")

    assert search(home, "bintang") == ()


def test_long_texts_are_cut_around_the_find_and_lists_are_cut_at_the_limit(home, story):
    record_incident(home, case=story.case, title="x", description="a" * 90 + "kunci" + "b" * 90)

    (hit,) = search(home, "kunci")
    assert hit.excerpt == "…" + "a" * 40 + "kunci" + "b" * 40 + "…"
    assert len(search(home, "a", limit=2)) == 2


def test_half_a_character_is_found_nowhere_and_does_no_harm(home, story):
    assert search(home, "\ud800") == ()
    assert search(home, "kampanye\udcff") == search(home, "kampanye")
