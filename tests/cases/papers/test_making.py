"""Making a paper of a real case: bytes in the vault, the making in the journal."""

from dataclasses import replace

import pytest

from cases.changes import Part
from cases.errors import NetraError
from cases.home import Home
from cases.language import use
from cases.papers import pack_words
from cases.papers.making import make_paper, read_paper
from cases.papers.pack_words import forms_of, words_of
from cases.papers.report import case_report_pdf
from cases.work.against import note_against
from cases.work.cases import read_case_file
from cases.work.clarifications import start_clarification
from cases.work.facts import state_fact
from cases.work.packs import newest
from tests.cases.papers.reading import words_of as text
from tests.cases.papers.sample import jpeg
from tests.cases.work.story import Story, bodies


def with_print_copy(home: Home, story: Story) -> None:
    content = home.vault.put(jpeg())
    with home.write() as tx:
        body = {"exhibit": story.photos[0], "object": content}
        tx.append("exhibit.preview", body, case=story.case, obj=[content])


def test_a_paper_is_kept_and_its_making_is_recorded(home: Home) -> None:
    story = Story.begin(home)

    made = make_paper(home, story.case, "daftar-bukti")

    file = read_case_file(home, story.case)
    assert file.papers == (made.record,)
    assert made.record.content_head == file.content_head
    assert not made.record.final
    assert read_paper(home, made.changes.made) == made.pdf
    assert home.vault.read(made.record.object) == made.pdf
    assert made.changes.touches(story.case, Part.PAPER)
    printed = [one.exhibit for one in file.custody if one.act == "printed"]
    assert sorted(printed) == sorted(story.photos)


def test_the_same_content_gives_the_same_paper_however_often_it_is_printed(home: Home) -> None:
    story = Story.begin(home)
    with_print_copy(home, story)
    state_fact(home, story.incident, "jenis_kegiatan", "KAMPANYE", exhibits=story.photos)

    kinds = forms_of(newest()).kinds
    for form in (kind.form for kind in kinds if kind.about != "hearing"):
        first = make_paper(home, story.case, form)
        assert make_paper(home, story.case, form).pdf == first.pdf


def test_the_language_of_the_window_does_not_reach_the_paper(home: Home) -> None:
    story = Story.begin(home)
    state_fact(home, story.incident, "jenis_kegiatan", "KAMPANYE")
    indonesian = make_paper(home, story.case, "lhp").pdf
    use("en")
    try:
        english = make_paper(home, story.case, "lhp").pdf
    finally:
        use("id")

    assert english == indonesian


def test_minutes_are_of_the_hearing_asked_for(home: Home) -> None:
    story = Story.begin(home)
    first = start_clarification(home, story.case, story.respondent).made
    start_clarification(home, story.case, story.witness)

    asked = make_paper(home, story.case, "ba-klarifikasi", clarification=first)  # type: ignore[arg-type]
    last = make_paper(home, story.case, "ba-klarifikasi")

    assert "Contoh Terlapor" in text(asked.pdf)
    assert "Contoh Saksi" in text(last.pdf)
    assert bodies(home, story.case, "paper.made")[0]["clarification"] == first


def test_reading_a_witness_for_a_paper_is_recorded(home: Home) -> None:
    story = Story.begin(home)

    make_paper(home, story.case, "daftar-bukti")
    assert bodies(home, story.case, "party.read") == []
    make_paper(home, story.case, "lhp")

    assert bodies(home, story.case, "party.read") == [{"party": story.witness, "why": "paper"}]


def test_a_final_paper_is_no_draft(home: Home) -> None:
    story = Story.begin(home)
    note_against(home, story.case, "Tidak ditemukan.")

    made = make_paper(home, story.case, "lhp", final=True)

    assert made.record.final
    assert "DRAF" not in text(made.pdf)


def test_facts_are_printed_in_the_words_of_the_pack(home: Home) -> None:
    story = Story.begin(home)
    state_fact(home, story.incident, "jenis_kegiatan", "KAMPANYE")
    pack = words_of(newest())

    said = text(make_paper(home, story.case, "laporan-kasus").pdf)

    assert pack.label("jenis_kegiatan") in said
    assert pack.value("jenis_kegiatan", "KAMPANYE") in said
    assert pack.value("tgl_pasang", "2024-10-03") == "Kamis, 3 Oktober 2024"
    assert pack.value("tgl_pasang", "entah") == "entah"
    assert pack.value("ajakan", True) == "ya"
    assert pack.label("tidak_ada_di_paket") == "tidak ada di paket"


def test_a_pack_that_is_not_here_leaves_keys_and_the_newest_forms() -> None:
    assert words_of("netralitas-1999.01").label("status_cuti") == "status cuti"
    assert words_of("netralitas-1999.01").value("peran_hadir", ["A", "B"]) == "A, B"
    assert words_of("netralitas-1999.01").value("ajakan", False) == "tidak"
    assert forms_of("netralitas-1999.01") == forms_of(newest())


def test_an_unknown_form_is_refused_with_the_ones_there_are(home: Home) -> None:
    with pytest.raises(NetraError) as caught:
        make_paper(home, Story.begin(home).case, "surat-cinta")

    assert caught.value.code == "unknown-form"
    assert "lhp, imbauan, laporan, temuan" in caught.value.advice


def test_a_paper_nobody_made_is_refused(home: Home) -> None:
    with pytest.raises(NetraError) as caught:
        read_paper(home, "0" * 64)

    assert caught.value.code == "no-such-paper"


def test_a_missing_print_copy_and_missing_particulars_never_stop_a_paper(home: Home) -> None:
    story = Story.begin(home)
    with_print_copy(home, story)
    file = read_case_file(home, story.case)
    home.vault.ciphertext(file.exhibits[0].preview).unlink()
    home.vault.ciphertext(file.parties[0].particulars).unlink()

    said = text(make_paper(home, story.case, "lhp").pdf)

    assert "Salinan cetak belum dibuat." in said
    assert "T-01 (Camat)" in said


def test_the_report_of_a_sealed_file_is_the_same_whoever_makes_it(home: Home) -> None:
    story = Story.begin(home)
    file = read_case_file(home, story.case)

    report = case_report_pdf(file, home.vault.read)

    assert report == case_report_pdf(replace(file, papers=()), home.vault.read)
    assert "Contoh Yohana" in text(report)
    unknown = replace(file, officers=())
    assert "LAPORAN KASUS" in text(case_report_pdf(unknown, home.vault.read))


def test_a_damaged_list_of_forms_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"forms.toml": b"[[forms]]\nform = 1\ncolour = 'red'\n"}
    monkeypatch.setattr(pack_words, "files_of", lambda _name: broken)
    forms_of.cache_clear()

    with pytest.raises(NetraError) as caught:
        forms_of("netralitas-2026.11")

    assert caught.value.code == "pack-damaged"
    forms_of.cache_clear()
