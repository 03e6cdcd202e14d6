"""Clocks of cameras and the claims of files, from the command line."""

import pytest

from tests.cases.intake.samples import dated, jpeg, segment, write


@pytest.fixture
def case(laptop, tmp_path):
    laptop.ask("case", "new", "--title", "Jam", "--regime", "PEMILU", "--source", "temuan")
    paths = [
        write(
            tmp_path, f"IMG-20240214-WA000{n}.jpg", jpeg(dated(), before=segment(0xFE, b"%d" % n))
        )
        for n in range(2)
    ]
    laptop.ask("intake", "S-K1-001", *paths)
    return "S-K1-001"


def test_zone_and_error_are_stated_for_many_photos_at_once(laptop, case):
    zoned = laptop.ask("exhibit", "zone", case, "+08:00", "B-01", "B-02", "--reason", "WITA")
    words = ("--error", "-00:01:30", "--plus-minus", "0.5", "--reason", "jam radio")
    clocked = laptop.ask("exhibit", "clock", case, "B-01", "B-02", *words)

    assert {one["taken"]["zone_source"] for one in zoned} == {"stated"}
    assert [one["taken"]["clock_error_ms"] for one in clocked] == [-90_000, -90_000]
    assert clocked[0]["taken"]["earliest"] == "2024-02-13T23:31:29Z"
    assert clocked[0]["taken"]["latest"] == "2024-02-13T23:31:31Z"


def test_a_place_is_stated_for_many_photos_at_once(laptop, case):
    placed = laptop.ask("exhibit", "place", case, "B-01", "B-02", "--place", "530106")
    words = laptop.ask("exhibit", "place", case, "B-01", "--place", "Lapangan Contoh")
    nobody = laptop.ask("exhibit", "place", case, "B-02", "--how", "unknown")

    assert {(one["placed"]["how"], one["placed"]["place"]["code"]) for one in placed} == {
        ("stated", "53.01.06")
    }
    assert words[0]["placed"]["place"]["text"] == "Lapangan Contoh"
    assert nobody[0]["placed"]["how"] == "unknown"
    assert laptop.run("exhibit", "place", case, "B-02", "--how", "maybe").status == 2


def test_the_claims_of_a_file_come_with_reasons(laptop, case):
    found = laptop.ask("exhibit", "claims", case, "B-01")

    assert found["origin"]["origin"] == "whatsapp_image"
    assert found["origin"]["weight"] == "low"
    assert "catatan kamera" in found["origin"]["cause"]
    kinds = [source["kind"] for source in found["sources"]]
    assert kinds == ["exif_original", "filename", "file_mtime"]


def test_a_photo_without_a_card_measures_nothing(laptop, case):
    ran = laptop.run("exhibit", "clock-card", case, "B-01")

    assert ran.status == 1
    assert "kartu jam" in ran.refusal["text"]


def test_likeness_answers_with_a_list(laptop, case):
    found = laptop.ask("exhibit", "similar", case, "B-01")

    assert [one["code"] for one in found] in ([], ["B-02"])


@pytest.mark.parametrize("error", ["besok", "1:2:3:4", "+00:1:00"])
def test_an_error_of_another_form_is_wrong_usage(laptop, case, error):
    ran = laptop.run("exhibit", "clock", case, "B-01", "--error", error, "--reason", "x")

    assert ran.status == 2
    assert error in ran.refusal["text"]
