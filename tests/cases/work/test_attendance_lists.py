import pytest

from cases.errors import NetraError
from cases.work.attendance_lists import apply_list, preview_list
from cases.work.cases import read_case_file
from cases.work.parties import read_particulars
from cases.work.records import Particulars
from tests.cases.work.story import bodies
from tests.cases.work.tables import csv, xlsx

HEADINGS = ["No", "NAMA LENGKAP", "N I P", "Jabatan", "Instansi", "Status", "Hadir sebagai", "TTD"]


def rows(*people: list[str]) -> bytes:
    return csv(["DAFTAR HADIR"], [], HEADINGS, *people)


def test_a_list_is_previewed_by_its_headings(home, story):
    data = rows(
        ["1", "Contoh A", "19800101 200501 1 002", "Guru", "SDN Contoh", "pns", "Undangan", "x"],
        ["", "", "", "", "", "", "", ""],
        ["2", "Contoh B", "", "", "", "ASN", "panitia dan juru kampanye, penari", ""],
    )
    before = home.store.events()

    preview = preview_list(home, story.case, data)

    assert dict(preview.columns) == {
        "No": "",
        "NAMA LENGKAP": "name",
        "N I P": "nip",
        "Jabatan": "occupation",
        "Instansi": "agency",
        "Status": "status",
        "Hadir sebagai": "present_as",
        "TTD": "",
    }
    first, second = preview.rows
    assert first.particulars == Particulars(
        name="Contoh A", nip="198001012005011002", occupation="Guru", agency="SDN Contoh"
    )
    assert (first.row, first.label, first.problems) == (4, "Guru", ())
    assert first.facts == {"status_subjek": "PNS", "peran_hadir": ["UNDANGAN"]}
    assert second.facts == {"peran_hadir": ["PANITIA", "JURU_KAMPANYE"]}
    assert second.problems == ("“ASN” tidak dikenal", "“penari” tidak dikenal")
    assert home.store.events() == before


def test_the_same_person_twice_and_a_known_respondent_are_flagged(home, story):
    preview = preview_list(
        home,
        story.case,
        rows(
            ["1", "Contoh Terlapor", "198001012005011001", "Camat", "", "", "", ""],
            ["2", "Contoh C", "198001012005011003", "", "", "", "", ""],
            ["3", "Contoh C lagi", "198001012005011003", "", "", "", "", ""],
        ),
    )

    assert [(row.party, row.party_code, row.twice) for row in preview.rows] == [
        (story.respondent, "T-01", 0),
        (None, "", 0),
        (None, "", 5),
    ]
    assert [row.row for row in preview.wanted()] == [4, 5]


def test_applying_writes_no_name_into_any_event(home, story):
    data = rows(
        ["1", "Contoh Terlapor", "198001012005011001", "Camat", "", "PNS", "Undangan", ""],
        ["2", "Nama Rahasia", "198001012005011003", "Lurah", "", "Lurah", "", ""],
    )
    preview = preview_list(home, story.case, data)

    apply_list(
        home,
        story.incident,
        preview.wanted(),
        case=story.case,
        exhibits=story.photos[1:],
        shared={"dukungan_aktif": False},
    )

    file = read_case_file(home, story.case)
    known = {party.code: party for party in file.parties}
    assert known["T-02"].label == "Lurah"
    assert read_particulars(home, known["T-02"].id).name == "Nama Rahasia"
    assert len(file.attendance) == 2
    assert all(story.photos[1] in one.exhibits for one in file.attendance)
    with home.read() as connection:
        lines = b"".join(
            line for (line,) in connection.exec_driver_sql("SELECT line FROM journal")
        )
    for secret in (b"Rahasia", b"198001012005011003"):
        assert secret not in lines
    assert {body["fact"] for body in bodies(home, story.case, "statement.made")} == {
        "dukungan_aktif",
        "status_subjek",
        "peran_hadir",
    }


def test_numbers_that_a_spreadsheet_rounded_are_not_believed(home, story):
    data = xlsx(
        ["Nama", "NIP", "NIK"],
        ["Contoh A", "#1.98001012005011E+17", "#5301010101800001"],
        ["Contoh B", "198001012005011004", "#12345678"],
        ["Contoh C", "=1+1|198001012005011005", ""],
    )

    first, second, third = preview_list(home, story.case, data).rows

    assert (first.particulars.nip, first.particulars.nik) == ("", "")
    assert len(first.problems) == 2
    assert (second.particulars.nip, second.particulars.nik) == ("198001012005011004", "12345678")
    assert third.particulars.nip == "198001012005011005"
    assert "rumus" in third.problems[0]


def test_a_list_without_names_is_refused(home, story):
    for data in (csv(["NIP", "Jabatan"], ["1", "Guru"]), b"satu;dua"):
        with pytest.raises(NetraError) as refused:
            preview_list(home, story.case, data)
        assert refused.value.code == "no-name-column"
