"""Sentences that several forms share."""

from dataclasses import replace

import pytest

from cases.papers.wording import (
    coordinates,
    custody,
    officer_post,
    register_label,
    taken,
)
from cases.work.evidence_records import Taken
from cases.work.records import Officer
from tests.cases.papers.sample import OFFICER, case_file

WITA = "+08:00"
NAIVE = Taken(raw="2024:10:17 10:05:40", local="2024:10:17 10:05:40")


def test_a_zone_from_the_satellite_is_named_and_its_source_told() -> None:
    # the satellite is a second behind the camera
    record = replace(
        NAIVE,
        earliest="2024-10-17T02:05:39.000Z",
        latest="2024-10-17T02:05:39.000Z",
        zone_source="gps",
    )

    assert taken(record, WITA) == "17 Oktober 2024, 10.05.40 WITA (zona menurut GPS)"


def test_a_zone_that_a_person_stated_is_told_as_such() -> None:
    record = replace(
        NAIVE,
        earliest="2024-10-17T03:05:40.000Z",
        latest="2024-10-17T03:05:40.000Z",
        zone_source="stated",
    )

    assert taken(record, WITA) == "17 Oktober 2024, 10.05.40 WIB (zona menurut pengawas)"


def test_a_doubt_that_reaches_over_midnight_names_both_days() -> None:
    record = replace(
        NAIVE,
        local="2024:10:17 00:30:00",
        earliest="2024-10-16T15:30:00.000Z",
        latest="2024-10-16T17:30:00.000Z",
    )

    assert taken(record, WITA) == (
        "17 Oktober 2024, 00.30.00 menurut jam kamera, zona tidak diketahui; "
        "antara 16 Okt 2024, 23.30 WITA dan 17 Okt 2024, 01.30 WITA"
    )


def test_a_time_from_elsewhere_than_the_camera_stands_alone() -> None:
    moment = "2024-10-17T02:05:39.000Z"
    record = Taken(earliest=moment, latest=moment)

    assert taken(record, WITA) == "17 Okt 2024, 10.05 WITA"


def test_a_camera_time_without_any_bounds_is_told_as_it_is() -> None:
    assert taken(NAIVE, WITA) == (
        "17 Oktober 2024, 10.05.40 menurut jam kamera, zona tidak diketahui"
    )


def test_a_zone_west_of_greenwich_and_an_odd_zone_are_told_too() -> None:
    west = replace(NAIVE, earliest="2024-10-17T13:35:40Z", zone_source="gps")
    east = replace(NAIVE, offset="+05:45", earliest="2024-10-17T04:20:40Z", zone_source="exif")

    assert "10.05.40 UTC-03:30" in taken(west, WITA)
    assert "10.05.40 UTC+05:45" in taken(east, WITA)


@pytest.mark.parametrize(
    ("lat", "lon", "words"),
    [
        ("-10.1234", "123.8612", "10,1234° LS, 123,8612° BT"),
        ("5.5", "-0.25", "5,5° LU, 0,25° BB"),
        ("", "123", None),
        ("-10", "", None),
    ],
)
def test_coordinates_keep_their_digits(lat: str, lon: str, words: str | None) -> None:
    assert coordinates(lat, lon) == words


def test_custody_of_a_key_nobody_knows_names_the_key() -> None:
    file = replace(case_file(), officers=())

    assert custody(file, file.exhibits[0], WITA)[0].endswith("diterima, kunci 5f5f5f5f5f5f5f5f")


def test_a_post_says_the_office_once() -> None:
    assert officer_post(OFFICER) == "Panwaslu Kecamatan Kupang Timur"
    elsewhere = Officer("00", "Contoh", "PKD", "Panwaslu Contoh", "")
    assert officer_post(elsewhere) == "Panwaslu Kelurahan/Desa, Panwaslu Contoh"


def test_the_register_is_named_by_the_source() -> None:
    assert register_label("laporan") == "NOMOR REGISTER LAPORAN"
    assert register_label("informasi_awal") == "NOMOR REGISTER TEMUAN/LAPORAN"


def test_a_clock_that_was_measured_is_told_with_its_doubt() -> None:
    record = replace(
        NAIVE,
        offset="+08:00",
        earliest="2024-10-17T02:03:34Z",
        latest="2024-10-17T02:03:36Z",
        zone_source="stated",
        clock="measured",
        clock_error_ms=125_000,
        clock_plus_minus_ms=1_000,
    )

    assert taken(record, WITA) == (
        "17 Oktober 2024, 10.05.40 WITA (zona menurut pengawas); jam kamera lebih cepat "
        "2 menit 5 detik ± 1 detik (diukur dengan kartu jam), sehingga waktunya "
        "antara 10.03.34 WITA dan 10.03.36 WITA, 17 Okt 2024"
    )


def test_a_clock_error_leaves_an_unknown_zone_unknown() -> None:
    record = replace(
        NAIVE,
        earliest="2024-10-18T01:05:40Z",
        latest="2024-10-18T03:05:40Z",
        clock="stated",
        clock_error_ms=-86_400_000,
    )

    assert taken(record, WITA) == (
        "17 Oktober 2024, 10.05.40 menurut jam kamera, zona tidak diketahui; jam kamera lebih "
        "lambat 1 hari ± 0 detik (menurut pengawas), sehingga waktunya antara 09.05.40 WITA dan "
        "11.05.40 WITA, 18 Okt 2024"
    )


def test_the_zone_by_satellite_is_told_from_a_wrong_clock_all_the_same() -> None:
    record = replace(
        NAIVE,
        earliest="2024-10-17T02:05:34Z",
        latest="2024-10-17T02:05:36Z",
        zone_source="gps",
        clock="stated",
        clock_error_ms=5_000,
        clock_plus_minus_ms=1_000,
    )

    assert taken(record, WITA).startswith("17 Oktober 2024, 10.05.40 WITA (zona menurut GPS)")
