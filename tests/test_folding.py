"""Words as search sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.folding import forms, forms_of_text, stems, words_in, words_of


@pytest.mark.parametrize(
    "family",
    [
        "memasang pemasangan dipasang pasang memasangkan dipasangkan pasangan",
        "menulis tulisan penulis ditulis tulis tertulis",
        "mengirim pengiriman dikirim kirim kirimannya",
        "menyapu disapu sapu penyapu",
        "mengawasi pengawasan diawasi pengawas",
        "menghadiri kehadiran dihadiri hadir",
        "mendukung dukungan pendukung didukung dukunglah",
        "mencalonkan pencalonan dicalonkan calon",
        "mengajak ajakan diajak ajak",
        "memperbaiki perbaikan diperbaiki baik",
        "merekam rekaman perekaman direkam rekam",
        "berkampanye kampanye",
        "memilih pemilihan dipilih pemilih pilih",
        "menugaskan penugasan petugas bertugas tugas",
        "membagikan pembagian dibagikan bagi",
        "melihat dilihat terlihat lihat penglihatan",
        "bekerja pekerja kerja pekerjaan",
    ],
)
def test_the_words_of_one_family_share_a_stem(family):
    first, *others = family.split()
    for other in others:
        assert set(forms(first)) & set(forms(other)), other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tempat", "empat"),
        ("surat", "urat"),
        ("kepala", "sekolah"),
        ("calon", "balon"),
        ("kades", "camat"),
        ("kampanye", "kampung"),
    ],
)
def test_words_of_different_families_share_none(one, other):
    assert not set(forms(one)) & set(forms(other))


def test_what_is_no_word_of_the_language_is_left_alone():
    assert forms("b-01") == ("b-01", "01")
    assert stems("2024") == stems("kpu") == ()


def test_case_accents_and_hyphens_make_no_difference():
    assert forms_of_text("CAFÉ") == ["cafe"]
    assert {"orang-orang", "orang"} <= set(forms_of_text("Orang-orang"))


@pytest.mark.parametrize(
    "number", ["5301064101800001", "198001012005011001", "081234567890", "5301-0641-0180-0001"]
)
def test_long_numbers_never_come_into_an_index(number):
    found = forms_of_text(f"NIK {number} milik saksi")
    assert number not in found
    assert all(sum(map(str.isdigit, one)) < 10 for one in found)


@given(st.text())
def test_any_text_can_be_folded(text):
    for start, end, word in words_in(text):
        assert text[start:end]
        assert word in forms(word)
        assert '"' not in word
    assert words_of(text) == [word for _, _, word in words_in(text)]
