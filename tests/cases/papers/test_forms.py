"""What stands on each form, in both regimes, full and empty."""

from dataclasses import replace

import pytest

from cases.errors import NetraError
from cases.papers.blocks import FieldGroup, Paper, Photo, Signatures, Table, Title, Words
from cases.papers.catalogue import builder, label, offered, people_of, stage_label
from cases.papers.context import StreamHead
from cases.papers.corrected import with_corrections
from cases.papers.forms import berita_acara, case_report, exhibit_list
from cases.papers.pack_words import words_of as words_of_pack
from cases.papers.render import render
from cases.work.hearing_records import AnswerChange, Correction
from cases.work.overview import CaseFile
from cases.work.packs import newest
from cases.work.records import IncidentId, Particulars, Regime, Role, Source
from rules.forms import Forms
from tests.cases.papers.reading import words_of
from tests.cases.papers.sample import (
    BANNER,
    HEAD,
    RESPONDENT,
    WHO,
    WITNESS,
    case_file,
    context,
    hearing,
)

BOTH = pytest.mark.parametrize("regime", list(Regime))
FORMS = [kind.form for kind in context().forms.kinds]
form_a = builder("lhp")


def fields(paper: Paper) -> dict[str, Words | tuple[Words, ...]]:
    return {
        field.label: field.value
        for block in paper.blocks
        if isinstance(block, FieldGroup)
        for field in block.fields
    }


def tables(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def signers(paper: Paper) -> list[str]:
    (block,) = (block for block in paper.blocks if isinstance(block, Signatures))
    return [signer.role for signer in block.signers]


def with_hearing(file: CaseFile, **changes: object) -> CaseFile:
    return replace(file, clarifications=(hearing(**changes),))


def bare(file: CaseFile) -> CaseFile:
    """The same case on its first day: nothing known but its title."""
    return replace(
        file,
        case=replace(file.case, found_at="", known_at="", place=replace(file.case.place, text="")),
        parties=(),
        incidents=(),
        attendance=(),
        facts=(),
        exhibits=(),
        custody=(),
        clarifications=(),
    )


# --- minutes of a hearing ---------------------------------------------------------------------


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


JUDGING = (
    "melanggar",
    "terbukti",
    "bersalah",
    "MEMENUHI",
    "sanksi",
    "hukuman",
    "pelanggaran berat",
)


@BOTH
def test_minutes_say_nothing_of_outcome_class_or_sanction(regime: Regime) -> None:
    text = words_of(render(berita_acara.build(case_file(regime), context()))).casefold()

    assert not [word for word in JUDGING if word.casefold() in text]


# --- Form A -----------------------------------------------------------------------------------


def test_form_a_follows_the_layout_of_its_regime() -> None:
    pemilu = words_of(render(form_a(case_file(Regime.PEMILU), context())))
    pilkada = words_of(render(form_a(case_file(Regime.PILKADA), context())))

    for heading in (
        "LAPORAN HASIL PENGAWASAN PEMILU",
        "I. Data Pengawas Pemilu",
        "II. Kegiatan Pengawasan",
        "IV. Informasi Dugaan Pelanggaran",
        "4. Barang Bukti",
        "V. Informasi Potensi Sengketa Nihil",
    ):
        assert heading in pemilu
    for heading in (
        "LAPORAN HASIL PENGAWASAN PEMILIHAN",
        "I. Data Pengawas Pemilihan",
        "II. Jenis dan Tahapan Pemilihan yang Diawasi",
        "2. Pasal yang Diduga Dilanggar",
        "9. Tindak Lanjut",
        "VI. Informasi Potensi Sengketa Pemilihan Nihil",
    ):
        assert heading in pilkada


@BOTH
def test_form_a_says_what_happened_and_who_was_there(regime: Regime) -> None:
    paper = form_a(case_file(regime), context())
    shown = fields(paper)

    assert shown["Waktu Kejadian"] == "Kamis, 17 Oktober 2024, 09.00 WITA – 11.30 WITA"
    assert shown["Tempat Kejadian"] == "Lapangan Contoh, Oesao, kode wilayah 53.01.06"
    assert shown["Pelaku"] == ("Contoh Bapak Lasarus (T-01)",)
    assert shown["Nomor Surat Perintah Tugas"] is None
    text = words_of(render(paper))
    assert "b. B-02 Tangkapan-1.jpg" in text
    assert "jenis kegiatan: KAMPANYE (menurut pengawas; B-01)" in text


def test_a_person_whose_particulars_are_left_out_stands_by_code() -> None:
    shown = fields(form_a(case_file(), context(particulars={})))

    assert shown["Pelaku"] == ("T-01 (Camat)",)
    assert shown["Alamat"] is None


def test_a_witness_is_named_with_an_address_or_a_dotted_one() -> None:
    known = context(particulars={WITNESS: Particulars(name="Contoh Ibu Marta")})

    text = words_of(render(form_a(case_file(), known)))

    assert "Contoh Ibu Marta (S-01) Alamat: ......" in text


@BOTH
def test_form_a_without_a_suspicion_says_nihil(regime: Regime) -> None:
    file = case_file(regime)
    nobody = replace(file, parties=(), attendance=(), facts=())

    text = words_of(render(form_a(nobody, context())))

    assert "Informasi Dugaan Pelanggaran Nihil" in text


@BOTH
def test_form_a_of_an_empty_case_is_all_dotted_lines(regime: Regime) -> None:
    file = case_file(regime)
    paper = form_a(replace(bare(file), parties=file.parties), context(particulars={}))
    shown = fields(paper)

    assert shown["Peristiwa"] is None
    assert shown["Waktu dan Tempat"] is None
    assert shown["Waktu Kejadian"] is None
    assert render(paper)


def test_several_incidents_are_several_activities() -> None:
    file = case_file()
    second = replace(
        file.incidents[0], id=IncidentId("8" * 32), code="P-02", title="Pembagian stiker"
    )

    text = words_of(render(form_a(replace(file, incidents=(*file.incidents, second)), context())))

    assert "Kegiatan I " in text
    assert "Kegiatan II " in text
    assert "Pembagian stiker" in text


# --- exhibit list -----------------------------------------------------------------------------


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


# --- case report ------------------------------------------------------------------------------


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


# --- all --------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("source", list(Source))
def test_every_form_can_be_made_in_both_regimes(form: str, regime: Regime, source: Source) -> None:
    file = case_file(regime)
    file = replace(file, case=replace(file.case, source=source))

    paper = builder(form)(file, context(final=True))

    assert paper.form == form
    assert paper.final
    assert paper.content_head == HEAD
    assert paper.case_code == "S-K1-014"
    assert any(isinstance(block, Title) for block in paper.blocks) or "Hal" in fields(paper)


def test_particulars_are_read_only_for_whom_a_form_prints() -> None:
    file, here = case_file(), context()
    asked = {kind.form: people_of(kind, file, here) for kind in here.forms.kinds}

    everybody = (RESPONDENT, WITNESS)
    assert {form for form, people in asked.items() if people == everybody} == {
        "lhp",
        "laporan",
        "temuan",
        "kajian",
    }
    assert {form for form, people in asked.items() if not people} == {
        "imbauan",
        "tanda-bukti",
        "daftar-bukti",
        "riwayat-bukti",
        "lembar-permintaan-asli",
        "laporan-kasus",
        "pengantar",
        "lembar-tindak-lanjut",
    }
    kind = here.forms.kind("ba-klarifikasi")
    assert kind is not None
    assert people_of(kind, bare(file), here) == ()


def test_a_pack_without_the_form_is_said_plainly() -> None:
    with pytest.raises(NetraError) as caught:
        exhibit_list.build(case_file(), context(forms=Forms(())))

    assert caught.value.code == "form-missing"


def test_menus_name_every_form() -> None:
    assert label("ba-klarifikasi") == "Berita acara klarifikasi"
    assert all(label(form) != form for form in FORMS)
    assert all(stage_label(stage) != stage for stage in context().forms.stages)


def test_a_report_has_its_forms_and_a_finding_its_own() -> None:
    file = case_file()
    report = replace(file, case=replace(file.case, source=Source.LAPORAN))
    names = [{kind.form for kind in offered(context().forms, one)} for one in (file, report)]

    assert "temuan" in names[0]
    assert not names[0] & {"laporan", "tanda-bukti", "kajian-awal"}
    assert names[1] >= {"laporan", "tanda-bukti", "kajian-awal"}
