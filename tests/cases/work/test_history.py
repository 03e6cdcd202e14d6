from cases.journal.bodies import type_of
from cases.work.cases import edit_case
from cases.work.exhibits import caption_exhibit, view_exhibit
from cases.work.facts import state_fact
from cases.work.history import WORDS, read_history
from cases.work.machine import last_backup


def test_the_history_of_a_case_is_told_newest_first(home, story):
    edit_case(home, story.case, title="Camat hadir")
    view_exhibit(home, story.photos[0])

    lines = read_history(home, story.case)

    assert lines[0].words == "Bukti B-01 dilihat"
    assert lines[0].access
    assert lines[1].words == "Kasus diubah: judul"
    assert not lines[1].access
    assert {line.officer for line in lines} == {"Contoh Yohana"}
    assert lines[-1].type == "stream.started"
    assert len(read_history(home, story.case, limit=3)) == 3


def test_every_type_of_event_has_words():
    assert set(WORDS) == set(type_of)


def test_a_line_of_a_newer_netra_is_told_as_such(home, story):
    type_of["verdict.given"] = type_of["party.read"]
    try:
        with home.write() as tx:
            tx.append("verdict.given", {"party": story.witness}, case=story.case)
    finally:
        del type_of["verdict.given"]

    line = read_history(home, story.case)[0]
    assert line.words == (
        "Catatan jenis baru (verdict.given): versi ini belum mengenalnya, isinya tersimpan"
    )
    assert not line.used


def test_a_line_that_gives_an_id_anew_is_told_however_old_it_is(home, story):
    body = {"party": story.witness, "code": "S-09", "role": "saksi", "label": "Orang lain"}
    with home.write() as tx:
        again = tx.append("party.added", body, case=story.case)
    for number in range(3):
        edit_case(home, story.case, title=f"Judul {number}")

    lines = read_history(home, story.case, limit=2)

    assert [line.used for line in lines] == [True, True, False]
    assert lines[-1].event == again
    assert lines[-1].words == (
        "Tidak dipakai, isinya tersimpan (ganda atau tidak terbaca): Pihak S-09 ditambahkan"
    )


def test_the_history_of_the_home_is_that_of_its_own_streams(home):
    assert [line.type for line in read_history(home)] == ["key.started"]


def test_the_last_backup_is_remembered(home):
    assert last_backup(home) == ""

    with home.write() as tx:
        tx.append("backup.made", {"folder": "usb", "objects": 1, "events": 2}, case=None)

    assert last_backup(home).endswith("Z")


def test_facts_fields_and_long_texts_are_told_in_words(home, story):
    edit_case(home, story.case, dates={"diregistrasi": "2024-01-24"})
    state_fact(home, story.incident, "tgl_peristiwa", "2024-01-21")
    caption_exhibit(home, story.photos[0], "a" * 200)

    words = [line.words for line in read_history(home, story.case, limit=3)]
    assert words == [
        "Keterangan gambar B-01: " + "a" * 120 + "…",
        "Keterangan tentang Tanggal peristiwa",
        "Kasus diubah: diregistrasi",
    ]
