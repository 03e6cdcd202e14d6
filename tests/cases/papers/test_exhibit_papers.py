"""Papers about exhibits: the custody log, the slip for the original, the copy for the public."""

from dataclasses import replace

import pytest

from cases.errors import NetraError
from cases.home import Home
from cases.papers.blocks import Photo, Table
from cases.papers.digests import short
from cases.papers.forms import custody, exhibit_list, original_request
from cases.papers.making import make_paper
from cases.papers.render import render
from cases.sealed.seal import seal
from cases.work.cases import read_case_file
from cases.work.custody import custody_of
from cases.work.evidence_records import CustodyRecord, DerivedRecord
from cases.work.exhibits import view_exhibit
from cases.work.originals import request_original
from cases.work.records import ExhibitId
from tests.cases.papers.reading import images_of, words_of
from tests.cases.papers.sample import BANNER, NOTE, OFFICER, SCREEN, case_file, context, jpeg
from tests.cases.work.story import NOWHERE, Story, bodies

SENSOR = jpeg(200, 100)
OPEN = jpeg(320, 240)


def cut(home: Home, story: Story, exhibit: ExhibitId) -> None:
    """Give an exhibit a print copy, and a derived one."""
    shown, covered = home.vault.put(OPEN), home.vault.put(SENSOR)
    parent = next(e for e in read_case_file(home, story.case).exhibits if e.id == exhibit)
    with home.write() as tx:
        body = {"exhibit": exhibit, "object": shown}
        tx.append("exhibit.preview", body, case=story.case, obj=[shown])
        copy = {
            "copy": "a" * 32,
            "exhibit": exhibit,
            "code": f"{parent.code}/S1",
            "object": covered,
            "parent_sha256": parent.object,
            "operations": [],
            "reason": "wajah anak",
        }
        tx.append("copy.derived", copy, case=story.case, obj=[covered])


def derived(**changes: object) -> DerivedRecord:
    plain = DerivedRecord(
        "a" * 32, BANNER, "B-01/S1", "33" * 32, "ab12cd34" * 8, (), "wajah", "", OFFICER.dev
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


# --- custody ------------------------------------------------------------


def test_the_custody_log_shows_every_line_with_who_when_why_and_its_event(home, tmp_path):
    story = Story.begin(home)
    view_exhibit(home, story.photos[0])
    seal(home, story.case, tmp_path / "kasus.netra")

    said = words_of(make_paper(home, story.case, "riwayat-bukti").pdf)

    for photo in story.photos:
        for line in custody_of(home, photo, story.case):
            assert short(line.event) in said
    for words in ("Diterima", "Dilihat", "Disegel ke berkas kasus", "kasus.netra"):
        assert words in said
    assert "Contoh Yohana" in said
    assert "WITA" in said


def test_making_the_log_is_no_line_of_it_so_it_comes_out_the_same(home):
    story = Story.begin(home)
    first = make_paper(home, story.case, "riwayat-bukti")

    assert make_paper(home, story.case, "riwayat-bukti").pdf == first.pdf
    view_exhibit(home, story.photos[0])
    assert make_paper(home, story.case, "riwayat-bukti").pdf != first.pdf


def test_the_log_of_one_exhibit_holds_nothing_of_the_others(home):
    story = Story.begin(home)
    made = make_paper(home, story.case, "riwayat-bukti", exhibit=story.photos[1])

    said = words_of(made.pdf)

    assert "IMG_0002.jpg" in said
    assert "IMG_0001.jpg" not in said
    assert made.record.exhibit == story.photos[1]
    assert bodies(home, story.case, "paper.made")[0]["exhibit"] == story.photos[1]


def test_an_empty_log_says_nihil():
    file = replace(case_file(), custody=())
    assert "Nihil." in words_of(render(custody.build(file, context())))
    assert "Nihil." in words_of(render(custody.build(replace(file, exhibits=()), context())))


def test_an_act_without_a_reason_has_a_dash_and_ids_differ_by_the_last_line():
    line = CustodyRecord("88" * 32, BANNER, "viewed", "2024-10-17T05:00:00.000Z", OFFICER.dev, "")
    file = case_file()
    more = custody.build(file, context(custody=(*file.custody, line)))

    (first, *_) = (block for block in more.blocks if isinstance(block, Table))
    assert first.rows[-1][1:4] == ("Dilihat", OFFICER.name, "–")
    assert more.about != custody.build(file, context()).about


def test_an_exhibit_of_another_case_is_refused(home):
    with pytest.raises(NetraError) as caught:
        make_paper(home, Story.begin(home).case, "riwayat-bukti", exhibit=NOWHERE)

    assert caught.value.code == "no-such-exhibit"


# --- the slip ------------------------------------------------------------


def test_the_slip_names_the_picture_and_nobody(home):
    story = Story.begin(home)
    cut(home, story, story.photos[0])
    request_original(home, story.photos[0])

    made = make_paper(home, story.case, "lembar-permintaan-asli", exhibit=story.photos[0])

    said = words_of(made.pdf)
    file = read_case_file(home, story.case)
    assert short(file.exhibits[0].object) in said
    assert "sebagai Dokumen" in said
    assert "kabel USB" in said
    assert images_of(made.pdf) == [OPEN]
    for hidden in (file.case.title, "Contoh Terlapor", "Camat", "DRAF"):
        assert hidden not in said
    again = make_paper(home, story.case, "lembar-permintaan-asli", exhibit=story.photos[0])
    assert again.pdf == made.pdf


def test_without_an_exhibit_there_is_a_slip_for_each_whose_original_is_elsewhere():
    paper = original_request.build(case_file(), context())

    assert [block.code for block in paper.blocks if isinstance(block, Photo)] == ["B-02"]
    assert paper.exhibits == (SCREEN,)


def test_two_slips_stand_on_a_page():
    file = case_file()
    many = tuple(replace(file.exhibits[1], id=ExhibitId(f"{n}" * 32)) for n in range(4))
    pdf = render(original_request.build(replace(file, exhibits=many), context()))

    assert "Halaman 2 dari" in words_of(pdf)
    assert "Halaman 3 dari" not in words_of(pdf)


def test_where_nothing_is_to_be_asked_for_the_slip_says_nihil():
    file = replace(case_file(), exhibits=())
    assert "Nihil." in words_of(render(original_request.build(file, context())))


def test_a_dated_photo_can_be_asked_for_too():
    said = words_of(render(original_request.build(case_file(), context(exhibit=BANNER))))
    assert "B-01" in said
    attached = words_of(render(original_request.build(case_file(), context(exhibit=NOTE))))
    assert "salinan tanpa catatan kamera" in attached


# --- for the public ------------------------------------------------------------


@pytest.mark.parametrize("form", ["daftar-bukti", "lhp"])
def test_a_copy_for_the_public_shows_derived_copies_and_no_other_picture(home, form):
    story = Story.begin(home)
    cut(home, story, story.photos[0])
    plain = make_paper(home, story.case, form)

    made = make_paper(home, story.case, form, redacted=True)

    assert images_of(plain.pdf) == [OPEN]
    assert images_of(made.pdf) == [SENSOR]
    said = words_of(made.pdf)
    original = read_case_file(home, story.case).exhibits[0].object
    assert f"Salinan sensor 1 dari B-01; asli SHA-256 {short(original)}" in said
    assert "SALINAN UNTUK UMUM" in said
    assert "belum ada salinan sensor" in said, "the second photo has none"
    assert "Contoh Terlapor" not in said
    assert made.record.redacted
    assert not plain.record.redacted
    assert made.record.title.endswith("(salinan untuk umum)")
    assert make_paper(home, story.case, form, redacted=True).pdf == made.pdf


def test_no_particulars_are_read_for_the_public(home):
    story = Story.begin(home)
    make_paper(home, story.case, "lhp", redacted=True)

    assert bodies(home, story.case, "party.read") == []


def test_other_forms_have_no_copy_for_the_public(home):
    story = Story.begin(home)
    for form in ("laporan-kasus", "riwayat-bukti", "lembar-permintaan-asli", "ba-klarifikasi"):
        with pytest.raises(NetraError) as caught:
            make_paper(home, story.case, form, redacted=True)
        assert caught.value.code == "not-for-public"


def test_the_newest_copy_is_shown_and_the_list_cites_the_original():
    file = replace(
        case_file(), derived=(derived(), derived(id="b" * 32, code="B-01/S2·K2", object="44" * 32))
    )
    shown = {"33" * 32: jpeg(10, 10), "44" * 32: SENSOR}.get

    paper = exhibit_list.build(file, context(redacted=True, photo=shown))

    first = next(block for block in paper.blocks if isinstance(block, Photo))
    assert first.jpeg == SENSOR
    assert str(first.fields[0].value).startswith("Salinan sensor 2·K2 dari B-01; asli SHA-256")
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    assert str(table.rows[0][3]).replace("\n", "") == file.exhibits[0].object


def test_a_copy_that_came_in_again_as_an_exhibit_is_called_what_it_is():
    file = replace(case_file(), derived=(derived(object="cd34ef56" * 8),))

    said = words_of(render(exhibit_list.build(file, context())))

    assert "salinan turunan B-01/S1 buatan Netra, bukan berkas asli" in said
