"""Form A, in both regimes, full and empty."""

from dataclasses import replace

from cases.papers.render import render
from cases.work.records import IncidentId, Particulars, Regime
from tests.cases.papers.forms_read import (
    BOTH,
    bare,
    fields,
    form_a,
)
from tests.cases.papers.reading import words_of
from tests.cases.papers.sample import (
    WITNESS,
    case_file,
    context,
)


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
