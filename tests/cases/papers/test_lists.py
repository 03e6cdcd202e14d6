"""The exhibit list with its annex, and the case report."""

from dataclasses import replace

from cases.papers.blocks import Photo
from cases.papers.context import StreamHead
from cases.papers.forms import case_report, exhibit_list
from cases.papers.render import render
from tests.cases.papers.forms_read import (
    JUDGING,
    bare,
    tables,
)
from tests.cases.papers.reading import words_of
from tests.cases.papers.sample import (
    HEAD,
    WHO,
    case_file,
    context,
)


def test_the_exhibit_list_gives_times_with_zone_source_and_doubt() -> None:
    (table,) = tables(exhibit_list.build(case_file(), context()))
    first, second, third = (row[2] for row in table.rows)

    assert first == (
        "17 Oktober 2024, 10.42.11 WITA (zona tercatat di berkas)\n10,12345° LS, 123,86120° BT"
    )
    assert second == (
        "17 Oktober 2024, 19.05.00 menurut jam kamera, zona tidak diketahui; "
        "antara 18.05 WITA dan 20.05 WITA, 17 Okt 2024\ntanpa lokasi"
    )
    assert third == "tidak ada waktu pengambilan di dalam berkas\ntanpa lokasi"


def test_the_annex_shows_each_exhibit_with_hash_and_custody() -> None:
    paper = exhibit_list.build(case_file(), context())
    photos = [block for block in paper.blocks if isinstance(block, Photo)]
    facts = {field.label: field.value for field in photos[0].fields}

    assert [photo.code for photo in photos] == ["B-01", "B-02", "B-03"]
    assert photos[0].jpeg is not None
    assert photos[2].jpeg is None
    assert facts["Sidik SHA-256 berkas asli"] == " ".join(["ab12cd34"] * 8)
    assert facts["Penguasaan"] == (
        "17 Okt 2024, 12.00 WITA: diterima, Contoh Yohana Penun\n"
        "17 Okt 2024, 12.05 WITA: dimasukkan ke kasus, Contoh Yohana Penun"
    )
    assert paper.exhibits == tuple(one.id for one in case_file().exhibits)


def test_a_picture_without_a_print_copy_yet_says_so() -> None:
    paper = exhibit_list.build(case_file(), context(photo={}.get))

    assert "Salinan cetak belum dibuat." in words_of(render(paper))


def test_a_case_without_exhibits_has_an_empty_list() -> None:
    assert "Nihil." in words_of(render(exhibit_list.build(bare(case_file()), context())))


def test_looking_at_an_exhibit_does_not_change_the_paper() -> None:
    file = case_file()
    unseen = replace(file, custody=tuple(one for one in file.custody if one.act != "viewed"))

    assert exhibit_list.build(file, context()) == exhibit_list.build(unseen, context())


def test_the_case_report_names_persons_by_code_only() -> None:
    text = words_of(render(case_report.build(case_file(), context())))

    assert "T-01" in text
    assert WHO.name not in text
    assert WHO.nip not in text
    assert "keterangan berbeda-beda" in text
    assert "T-01: UNDANGAN (B-01)" in text
    assert "S-01: PANITIA" in text
    assert HEAD in text.replace(" ", "")
    assert "RAHASIA" in text
    assert "DRAF" not in text
    assert not [word for word in JUDGING if word.casefold() in text.casefold()]


def test_the_case_report_of_an_empty_case_says_nihil() -> None:
    text = words_of(render(case_report.build(bare(case_file()), context())))

    assert text.count("Nihil.") == 5


def test_the_case_report_can_list_the_heads_of_the_streams() -> None:
    heads = (StreamHead("5f" * 32, 17, "be" * 32),)

    text = words_of(render(case_report.build(case_file(), context(heads=heads))))

    assert "5f5f5f5f5f5f5f5f 17" in text
