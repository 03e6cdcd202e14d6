from typing import Any

import pytest

from cases.journal import index
from cases.work import search as searching
from cases.work.answers import add_question, answer_question
from cases.work.cases import edit_case
from cases.work.clarifications import start_clarification
from cases.work.exhibits import caption_exhibit
from cases.work.facts import state_fact, withdraw
from cases.work.incidents import record_incident
from cases.work.notes import add_tag, write_note
from cases.work.parties import describe_party
from cases.work.records import Particulars
from cases.work.search import search
from cases.work.search_records import Filters
from cases.work.spelling import distance
from tests.cases.work.story import bodies, carry, made, take_in


def found(home, text, **narrowed):
    hits = search(home, text, Filters(**narrowed)).hits
    return [(hit.kind, hit.title) for hit in hits if hit.kind != "article"]


def test_a_text_is_found_wherever_it_stands_newest_first(home, story):
    caption_exhibit(home, story.photos[0], "Camat memegang bendera")

    assert found(home, "camat") == [
        ("exhibit", "B-01"),
        ("party", "T-01"),
        ("case", "Kehadiran camat di kampanye"),
    ]
    assert found(home, "lapangan contoh") == [("case", "Kehadiran camat di kampanye")]
    assert found(home, "IMG_0002") == [("exhibit", "B-02")]
    assert found(home, "B-02") == [("exhibit", "B-02")]
    assert [hit.case_code for hit in search(home, "terbuka").hits] == ["S-K1-001"]


def test_words_are_found_by_their_beginning_and_by_their_stem(home, story):
    caption_exhibit(home, story.photos[0], "Relawan memasang baliho di pagar")

    assert found(home, "bal") == found(home, "pemasangan") == [("exhibit", "B-01")]
    assert found(home, "dipasang relawan") == [("exhibit", "B-01")]
    assert found(home, "bal ") == []
    (hit,) = search(home, "pasang", Filters(kinds=("exhibit",))).hits
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["memasang"]


def test_signs_of_the_query_language_are_plain_signs(home, story):
    edit_case(home, story.case, title='100% netral_ "OR" (NOT)')

    assert found(home, '"netral" OR') == [("case", '100% netral_ "OR" (NOT)')]
    edit_case(home, story.case, title="Καμπάνια ¼ кампания")
    assert found(home, "καμπ") == found(home, "КАМПАНИЯ ¼") != []
    assert found(home, "%") == found(home, "") == found(home, '"') == []


def test_what_stands_in_no_case_is_found_too(home):
    record_incident(home, title="Pengawasan rutin di pasar")
    take_in(home, None, "pasar.jpg")

    hits = search(home, "pasar").hits
    assert [(hit.kind, hit.case, hit.case_code) for hit in hits] == [
        ("exhibit", None, ""),
        ("incident", None, ""),
    ]


def test_what_no_longer_stands_is_not_found(home, story):
    statement = made(
        state_fact(home, story.incident, "kegiatan_partai", True, note="undangan berlogo bintang")
    )
    (hit,) = search(home, "BINTANG").hits
    assert hit.excerpt == "undangan berlogo bintang"

    withdraw(home, statement, "keliru")
    edit_case(home, story.case, title="Judul lain")

    assert found(home, "bintang") == found(home, "kehadiran") == []


def test_answers_notes_and_tags_are_found(home, story):
    hearing = made(start_clarification(home, story.case, story.witness))
    question = made(add_question(home, hearing, "Di mana Saudara berdiri?"))
    answer_question(home, question, answer="Di dekat panggung.")
    write_note(home, story.case, "Panggung disewa panitia")
    add_tag(home, story.case, "panggung")
    add_tag(home, story.case, "panggung", about=story.photos[0])

    assert [kind for kind, _ in found(home, "panggung")] == ["tag", "note", "question"]
    assert found(home, "panggung", kinds=("note",)) == [("note", "Panggung disewa panitia")]


def test_pages_follow_each_other_without_gap_or_repetition(home, story):
    for number in range(7):
        record_incident(home, case=story.case, title=f"Rapat nomor {number}")

    pages, before = [], 0
    while True:
        page = search(home, "rapat", before=before, limit=3)
        pages.append([hit.title[-1] for hit in page.hits])
        before = page.before
        if not before:
            break

    assert pages == [["6", "5", "4"], ["3", "2", "1"], ["0"]]


def test_a_narrowed_search_stops_looking_and_can_go_on(home, story, monkeypatch):
    monkeypatch.setattr(searching, "_LOOKED_AT", 2)
    record_incident(home, case=story.case, title="Rapat lama", starts_at="2024-01-02")
    for day in range(3, 6):
        record_incident(home, case=story.case, title="Rapat", starts_at=f"2024-01-0{day}")
    old = Filters(until="2024-01-02")

    first = search(home, "rapat", old)
    second = search(home, "rapat", old, before=first.before)

    assert (first.hits, bool(first.before)) == ((), True)
    assert [hit.title for hit in second.hits] == ["Rapat lama"]


def test_filters_narrow_a_search(home, story):
    state_fact(
        home,
        story.incident,
        "atribut_dinas",
        True,
        party=story.respondent,
        note="seragam",
        exhibits=[story.photos[1]],
    )
    take_in(home, story.case, "seragam.jpg", gps={"lat": "-10.1", "lon": "123.6", "utc": None})
    edit_case(home, story.case, status="kajian")

    assert [kind for kind, _ in found(home, "seragam")] == ["exhibit", "statement"]
    assert found(home, "seragam", gps=True) == [("exhibit", "B-03")]
    assert found(home, "seragam", element="atribut_dinas") != []
    assert [kind for kind, _ in found(home, "", element="atribut_dinas")] == [
        "statement",
        "exhibit",
    ]
    assert found(home, "seragam", status="draf") == []
    assert len(found(home, "seragam", status="kajian", district="53.01")) == 2
    assert found(home, "seragam", district="54") == []
    assert found(home, "kampanye", since="2024-01-21", until="2024-01-21") == [
        ("incident", "Kampanye terbuka")
    ]


def test_a_number_is_found_whole_and_shown_nowhere(home, story):
    number = "5301064101800001"
    describe_party(home, story.witness, Particulars(name="Contoh Saksi", nik=number))

    assert found(home, number[:15]) == []
    page = search(home, "5301 0641 0180 0001")

    assert [(hit.kind, hit.title) for hit in page.hits] == [("party", "S-01")]
    assert number not in repr(page)
    assert bodies(home, story.case, "party.read")[-1]["why"] == "number"
    with home.read() as connection:
        words = connection.exec_driver_sql("SELECT word FROM search_word").scalars().all()
    assert not [word for word in words if word in number and len(word) > 4]


def test_particulars_are_in_no_index(home, story):
    describe_party(
        home, story.witness, Particulars(name="Zakaria Contoh", address="Jalan Rahasia")
    )

    assert found(home, "zakaria") == found(home, "rahasia") == []


def test_a_hash_is_found_by_its_beginning(home, story):
    hits = [hit for digest in home.vault.names() for hit in search(home, digest[:12]).hits]

    assert {hit.title for hit in hits} == {"B-01", "B-02"}


def test_articles_of_law_are_found(home):
    hits = search(home, "kampanye", Filters(kinds=("article",))).hits
    assert hits
    assert all(hit.kind == "article" for hit in hits)


@pytest.mark.parametrize(
    ("typed", "meant"), [("balyho", "baliho"), ("camta", "camat"), ("zzzzzz", "")]
)
def test_did_you_mean(home, story, typed, meant):
    caption_exhibit(home, story.photos[0], "Camat di depan baliho")

    assert search(home, typed).meant == meant
    assert search(home, "baliho").meant == ""


def test_distance_counts_letters():
    assert distance("camta", "camat", 2) == 1
    assert distance("baliho", "balyho", 2) == 1
    assert distance("a", "abcd", 2) == 3


def test_half_a_character_is_found_nowhere_and_does_no_harm(home, story):
    assert search(home, "\ud800").hits == ()
    assert found(home, "kampanye\udcff") == found(home, "kampanye")


def test_long_texts_are_cut_around_the_find(home, story):
    record_incident(
        home, case=story.case, title="x", description="aaa " * 90 + "kunci" + " bbb" * 90
    )

    (hit,) = search(home, "kunci").hits
    assert len(hit.excerpt) < 140
    assert [hit.excerpt[a:b] for a, b in hit.marks] == ["kunci"]


def test_a_rebuild_and_a_late_arrival_find_the_same(home, elsewhere, story):
    carry(home, elsewhere, story.case)
    record_incident(elsewhere, case=story.case, title="Rapat di sana")
    record_incident(home, case=story.case, title="Rapat di sini")
    carry(elsewhere, home, story.case)
    carry(home, elsewhere, story.case)
    before = search(home, "rapat").hits, search(home, "contoh").hits

    home.store.rebuild()

    assert (search(home, "rapat").hits, search(home, "contoh").hits) == before
    assert search(elsewhere, "rapat").hits == before[0]
    assert len(before[0]) == 2


def note_row(story, key: str, text: str) -> dict[str, Any]:
    return {"scope": story.case, "id": key, "text": text, "at": "2024-10-17", "live": 1}


def test_rows_that_would_stand_at_one_place_stand_side_by_side(home, story, monkeypatch):
    monkeypatch.setattr(index, "_slot", lambda _source, _row: 7)
    rows = [note_row(story, f"{n:032x}", f"bendera {n}") for n in range(3)]
    with home.write() as tx:
        for row in (rows[:2], rows[2:]):
            index.update(
                tx.connection, "note", [index.Changed(one, 9, known=False) for one in row]
            )
        places = tx.connection.exec_driver_sql(
            "SELECT place FROM search_entry WHERE kind = 'note' ORDER BY place"
        )
        first = 9 * index.SLOTS + 7
        assert [row[0] for row in places] == [first, first + 1, first + 2]


def test_a_row_without_any_word_is_no_fault(home, story):
    with home.write() as tx:
        index.update(
            tx.connection, "note", [index.Changed(note_row(story, "f" * 32, "…"), 9, known=False)]
        )
    assert found(home, "…") == []
