"""Minutes of a hearing, in both regimes, full and empty."""

from dataclasses import replace

import pytest

from cases.errors import NetraError
from cases.papers.blocks import Words
from cases.papers.corrected import with_corrections
from cases.papers.forms import berita_acara
from cases.papers.pack_words import words_of as words_of_pack
from cases.papers.render import render
from cases.work.hearing_records import AnswerChange, Correction
from cases.work.packs import newest
from cases.work.records import Regime, Role
from tests.cases.papers.forms_read import (
    BOTH,
    JUDGING,
    bare,
    fields,
    form_a,
    signers,
    tables,
    with_hearing,
)
from tests.cases.papers.reading import words_of
from tests.cases.papers.sample import (
    BANNER,
    WHO,
    case_file,
    context,
    hearing,
)


def test_minutes_are_b12_in_a_general_and_a10_in_a_regional_election() -> None:
    pemilu = berita_acara.build(case_file(Regime.PEMILU), context())
    pilkada = berita_acara.build(case_file(Regime.PILKADA), context())

    assert pemilu.mark == "FORMULIR MODEL B.12"
    assert pilkada.mark == "FORMULIR MODEL A.10"


@BOTH
def test_minutes_hold_every_field_of_the_official_form(regime: Regime) -> None:
    paper = berita_acara.build(case_file(regime), context())
    shown = fields(paper)

    assert shown["Hari/Tanggal"] == "Minggu, 20 Oktober 2024"
    assert shown["Pukul"] == "09.05 WITA sampai dengan 10.20 WITA"
    assert shown["Tempat"] == "Sekretariat Panwaslu Kecamatan Kupang Timur"
    assert shown["Cara"] == "Tatap muka"
    assert shown["Nomor surat tugas"] == "012/PM.00.02/K.NT-06/10/2024"
    assert shown["Nama"] == WHO.name
    assert shown["Tempat/Tgl. Lahir"] == "Oesao, 1 Januari 1970"
    assert shown["NIP"] == WHO.nip
    assert shown["Kedudukan"] == "Terlapor"
    assert shown["Dibacakan kembali dan dikonfirmasi"] == "Ya"
    assert shown["Perbaikan"] == "Tidak ada"
    officers, questions, evidence = tables(paper)
    assert officers.rows == (
        ("1", "Contoh Yohana Penun", "Panwaslu Kecamatan Kupang Timur"),
        ("2", "Contoh Markus Tabun", None),
    )
    assert [row[2] for row in questions.rows] == ["Ya.", "Saya diundang panitia.", None]
    assert [row[0] for row in evidence.rows] == ["B-01"]
    assert paper.initials == ("pemberi keterangan", "pengklarifikasi")


def test_the_oath_is_asked_in_a_general_and_printed_in_a_regional_election() -> None:
    def oath(regime: Regime, answer: str) -> Words | tuple[Words, ...]:
        shown = fields(berita_acara.build(with_hearing(case_file(regime), oath=answer), context()))
        return shown.get("Kesediaan disumpah/berjanji", shown.get("Sumpah/janji"))

    assert "B.10" in str(oath(Regime.PEMILU, "bersedia"))
    assert "dilanjutkan tanpa sumpah/janji" in str(oath(Regime.PEMILU, "menolak"))
    assert oath(Regime.PEMILU, "") is None
    assert "di bawah sumpah/janji" in str(oath(Regime.PILKADA, "bersedia"))
    assert oath(Regime.PILKADA, "menolak") == "Tidak bersedia disumpah/berjanji"
    assert str(oath(Regime.PILKADA, "")).endswith("....")


def test_an_expert_swears_on_the_form_for_experts() -> None:
    file = case_file(Regime.PEMILU)
    experts = tuple(replace(party, role=Role.EXPERT) for party in file.parties)

    shown = fields(berita_acara.build(replace(file, parties=experts), context()))

    assert "B.11" in str(shown["Kesediaan disumpah/berjanji"])


def test_one_copy_and_its_handing_over_are_a_rule_of_regional_elections_only() -> None:
    pemilu = words_of(render(berita_acara.build(case_file(Regime.PEMILU), context())))
    pilkada = words_of(render(berita_acara.build(case_file(Regime.PILKADA), context())))

    assert "1 (satu) rangkap" in pilkada
    assert "setelah penanganan pelanggaran selesai" in pilkada
    assert "rangkap" not in pemilu


def test_a_refusal_to_sign_is_noted_with_the_article_only_where_there_is_one() -> None:
    refused = {"signature": "menolak", "signature_reason": "keberatan atas jawaban nomor 2"}
    pemilu = berita_acara.build(with_hearing(case_file(Regime.PEMILU), **refused), context())
    pilkada = berita_acara.build(with_hearing(case_file(Regime.PILKADA), **refused), context())

    assert signers(pilkada) == ["Yang mengklarifikasi", "Yang mengklarifikasi"]
    assert signers(pemilu)[0] == "Yang memberi keterangan"
    assert "Pasal 26 ayat (8)" in words_of(render(pilkada))
    text = words_of(render(pemilu))
    assert "tidak membubuhkan tanda tangan" in text
    assert "keberatan atas jawaban nomor 2" in text
    assert "ditandatangani" not in text
    assert "26 ayat" not in text


def test_before_the_amendment_the_older_regulation_is_the_basis() -> None:
    early = {"started_at": "2024-07-01T09:00+08:00", "scheduled_at": "2024-07-01T09:00+08:00"}
    text = words_of(
        render(berita_acara.build(with_hearing(case_file(Regime.PILKADA), **early), context()))
    )

    assert "FORMULIR MODEL A.10" in text
    assert "9/2024" not in text


def test_an_online_hearing_gives_its_ground_and_in_a_general_election_its_recording() -> None:
    online = {"mode": "daring", "mode_reason": "kendala geografis"}
    pemilu = fields(berita_acara.build(with_hearing(case_file(), **online), context()))
    pilkada = fields(
        berita_acara.build(with_hearing(case_file(Regime.PILKADA), **online), context())
    )

    assert pemilu["Cara"] == "Media daring, karena kendala geografis"
    assert pemilu["Rekaman audio visual"] is None
    assert "Rekaman audio visual" not in pilkada


@BOTH
def test_minutes_of_a_hearing_not_yet_held_are_dotted_lines(regime: Regime) -> None:
    empty = with_hearing(
        case_file(regime),
        started_at="",
        ended_at="",
        scheduled_at="",
        place="",
        mode="",
        officers=(),
        assignment="",
        oath="",
        read_back=False,
        signature="",
        questions=(),
    )
    paper = berita_acara.build(empty, context(particulars={}))
    shown = fields(paper)

    for name in ("Hari/Tanggal", "Pukul", "Tempat", "Cara", "Nama", "NIP", "Perbaikan"):
        assert shown[name] is None
    assert shown["Dibacakan kembali dan dikonfirmasi"] is None
    assert shown["Kode pihak"] == "T-01 – Camat"
    assert render(paper)


def test_a_hearing_that_goes_on_leaves_its_end_open() -> None:
    shown = fields(berita_acara.build(with_hearing(case_file(), ended_at=""), context()))

    assert shown["Pukul"] == "09.05 WITA sampai dengan ...................."


def test_signed_but_not_read_back_is_said_plainly() -> None:
    shown = fields(berita_acara.build(with_hearing(case_file(), read_back=False), context()))

    assert shown["Dibacakan kembali dan dikonfirmasi"] == "Tidak"
    assert shown["Perbaikan"] is None


def test_what_was_changed_after_the_reading_stands_with_both_texts() -> None:
    first, second, third = hearing().questions
    change = AnswerChange("e", "Saya diundang.", "Saya diundang panitia.", "salah dengar", "", "")
    asked = (first, replace(second, changes=(change,)), replace(third, refused=True))
    online = {
        "mode": "daring",
        "mode_ground": "geografis",
        "link": "https://contoh.example/1",
        "recording": BANNER,
        "companion": "Contoh Kuasa",
        "companion_kind": "kuasa_hukum",
        "companion_letter": "7/SK",
        "oath": "menolak",
        "oath_reason": "keyakinan",
        "identity": "SIM",
    }
    file = with_hearing(case_file(), questions=asked, **online)
    paper = berita_acara.build(file, context(words=words_of_pack(newest())))
    shown = fields(paper)

    assert (
        shown["Cara"] == "Media daring, karena kendala geografis\nTautan: https://contoh.example/1"
    )
    assert shown["Rekaman audio visual"] == "B-01, SHA-256 ab12 cd34 ab12 cd34 …"
    assert shown["Pendamping"] == "Contoh Kuasa, kuasa hukum, nomor surat kuasa 7/SK"
    assert str(shown["Kesediaan disumpah/berjanji"]).endswith("Alasan: keyakinan")
    assert shown["Dokumen identitas yang diperlihatkan"] == "SIM"
    assert shown["Perbaikan"] == (
        "Jawaban nomor 2: semula “Saya diundang.”, menjadi “Saya diundang panitia.” (salah dengar)"
    )
    answers = [row[2] for row in tables(paper)[1].rows]
    assert answers[1] == "Saya diundang panitia. (diubah setelah dibacakan)"
    assert answers[2] == "(tidak bersedia menjawab)"


def test_a_correction_that_is_printed_is_said_to_be_one() -> None:
    file = case_file()
    title = file.incidents[0].title
    corrected = Correction(
        "e", "i", "title", "incident.edited", '"Rapat lama"', f'"{title}"', "salah tulis",
        "2024-10-20T01:00:00.000Z", "",
    )  # fmt: skip
    unsaid = replace(corrected, reason="")
    elsewhere = replace(corrected, after='"Tidak tercetak"')
    paper = form_a(file, context())

    told = with_corrections(
        paper.blocks, replace(file, corrections=(corrected, unsaid, elsewhere)), "+08:00"
    )

    text = words_of(render(replace(paper, blocks=told)))
    assert "Catatan perbaikan" in text
    assert "judul: semula “Rapat lama”, diperbaiki 20 Okt 2024: salah tulis" in text
    assert text.count("diperbaiki") == 1
    assert with_corrections(paper.blocks, file, "+08:00") == paper.blocks


def test_an_answer_given_as_a_value_is_said_in_words() -> None:
    asked = replace(hearing().questions[2], fact="status_cuti", value=True)
    file = with_hearing(case_file(), questions=(asked,))

    (_, questions, _) = tables(berita_acara.build(file, context()))

    assert questions.rows[0][2] == "ya"


def test_without_a_hearing_there_are_no_minutes() -> None:
    with pytest.raises(NetraError) as caught:
        berita_acara.build(bare(case_file()), context())

    assert caught.value.code == "no-clarification"


@BOTH
def test_minutes_say_nothing_of_outcome_class_or_sanction(regime: Regime) -> None:
    text = words_of(render(berita_acara.build(case_file(regime), context()))).casefold()

    assert not [word for word in JUDGING if word.casefold() in text]
