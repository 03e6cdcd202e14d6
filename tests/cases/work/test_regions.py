import sqlite3
from contextlib import closing

import pytest

from cases import home as homes
from cases.errors import NetraError
from cases.keys import sshsig
from cases.keys.enrolment import issue_office_card
from cases.keys.entries import OfficeProfile
from cases.work import regions
from cases.work.region_codes import checked, name_of, within
from cases.work.region_pack import BadRegions, opened
from tests.cases.work.conftest import CHEAP, FIRST, PASSPHRASE
from tests.cases.work.region_sample import write_pack
from tests.cases.work.story import bodies


@pytest.fixture
def pack(tmp_path):
    return write_pack(tmp_path / "wilayah.sqlite")


@pytest.fixture
def office(tmp_path, home):
    profile = OfficeProfile("Bawaslu Contoh", "53.01")
    opened_home, _ = homes.create(
        tmp_path / "kantor", FIRST, PASSPHRASE, office=profile, cost=CHEAP
    )
    homes.enrol(home, issue_office_card(opened_home.keys))
    yield opened_home
    opened_home.lock()


def test_codes_have_names_without_any_pack(home):
    assert name_of("53.01.06") == "Kupang Timur, Kabupaten Kupang, Nusa Tenggara Timur"
    assert name_of("99.99") == ""
    with regions.regions_of(home) as known:
        assert known.name("31") == "Daerah Khusus Ibukota Jakarta"
        assert known.at(-10.15, 123.65) is None
        assert not known.has_borders


@pytest.mark.parametrize("code", ["", "5", "53.1", "53.01.06.201", "53-01", "lima", "٥٣"])
def test_what_is_no_code_is_refused(code):
    with pytest.raises(NetraError) as refused:
        checked(code)
    assert refused.value.code == "bad-region-code"


def test_codes_may_be_written_without_dots():
    assert checked(" 530106 ") == "53.01.06"
    assert within("53.01.06", "5301")
    assert not within("53.01.06", "53.0")
    assert not within("53.10.06", "53.1")


def test_a_signed_pack_names_the_place_of_a_point(home, office, pack):
    regions.sign_regions(office, pack)

    found = regions.install_regions(home, pack)

    assert (found.signer, found.mark) == (office.keys.office.dev, "")
    assert (found.regions, found.about) == (4, "peta contoh")
    guess = regions.region_at(home, -10.15, 123.61)
    assert guess is not None
    assert (guess.code, guess.inside) == ("53.01.06", True)
    assert guess.words.startswith("Contoh Barat, Kabupaten Contoh, Nusa Contoh (perkiraan, 1,1 km")
    assert bodies(home, None, "region.installed") == [
        {"region": "wilayah.sqlite", "sha256": found.sha256, "signer": found.signer}
    ]


def test_the_same_pack_again_says_nothing_new(home, pack):
    for _ in range(2):
        regions.install_regions(home, pack, unsigned=True)

    assert len(bodies(home, None, "region.installed")) == 1


def test_an_unsigned_pack_is_refused_unless_wanted_and_marked_for_ever(home, pack):
    with pytest.raises(BadRegions):
        regions.install_regions(home, pack)
    assert regions.installed_regions(home) is None

    regions.install_regions(home, pack, unsigned=True)

    guess = regions.region_at(home, -10.15, 123.61)
    assert guess is not None
    assert "tidak ditandatangani" in guess.words


def test_a_signature_that_does_not_fit_is_refused_even_when_none_is_asked_for(
    home, office, pack, elsewhere
):
    regions.sign_regions(office, pack)
    write_pack(pack, "INSERT INTO meta VALUES ('x', 'y')")
    with pytest.raises(BadRegions):
        regions.install_regions(home, pack, unsigned=True)

    stranger = sshsig.sign(bytes(elsewhere.keys.seed), "netra-pack-v1", pack.read_bytes())
    pack.with_name("wilayah.sqlite.sig").write_text(stranger)
    with pytest.raises(BadRegions) as refused:
        regions.install_regions(home, pack, unsigned=True)
    assert "kunci lain" in refused.value.message


def test_only_an_office_signs(home, pack):
    with pytest.raises(NetraError) as refused:
        regions.sign_regions(home, pack)
    assert refused.value.code == "no-office"


def test_a_pack_that_changed_after_it_was_installed_is_not_used(home, pack):
    found = regions.install_regions(home, pack, unsigned=True)
    kept = home.folder / "packs" / "wilayah" / f"{found.sha256}.sqlite"
    kept.write_bytes(write_pack(pack, "INSERT INTO meta VALUES ('x', 'y')").read_bytes())

    with pytest.raises(BadRegions):
        regions.region_at(home, -10.15, 123.61)
    kept.unlink()
    with pytest.raises(BadRegions):
        regions.region_at(home, -10.15, 123.61)

    regions.install_regions(home, pack, unsigned=True)
    assert regions.region_at(home, -10.15, 123.61)


def test_a_newer_pack_takes_the_place_of_the_older(home, pack):
    regions.install_regions(home, pack, unsigned=True)
    newer = write_pack(pack, "INSERT INTO meta VALUES ('x', 'y')")
    regions.install_regions(home, newer, unsigned=True)

    assert len(list((home.folder / "packs" / "wilayah").glob("*.sqlite"))) == 1
    assert regions.region_at(home, -10.15, 123.61)


def test_a_point_in_a_gap_belongs_to_the_nearest_district(home, pack):
    regions.install_regions(home, pack, unsigned=True)

    guess = regions.region_at(home, -10.15, 123.7035)

    assert guess is not None
    assert (guess.code, guess.inside) == ("53.01.07", False)
    assert "di luar batas" in guess.words


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(-10.15, 123.82), (0, 0), (float("nan"), 123.61), (89.9999, 123.61), (-10.16, float("inf"))],
)
def test_no_district_is_suggested_far_from_all(home, pack, lat, lon):
    regions.install_regions(home, pack, unsigned=True)
    assert regions.region_at(home, lat, lon) is None


HOSTILE = [
    "CREATE VIEW v AS SELECT 1",
    "CREATE TABLE lain(x)",
    "CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END",
    "CREATE INDEX i ON area(nama)",
    "CREATE INDEX i ON meta(abs(v))",
    "CREATE VIRTUAL TABLE lain USING fts5(x)",
    "DELETE FROM area",
    "UPDATE area SET kode = 'DROP' WHERE kode = '53'",
    "UPDATE area SET lvl = 9",
    "UPDATE area SET nama = 'a' || char(10) || 'b'",
    "UPDATE area SET nama = zeroblob(10)",
    "UPDATE area SET geom = 'teks'",
    "DELETE FROM area_rt",
]


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_pack_with_anything_else_inside_is_refused(home, tmp_path, statement):
    spoilt = write_pack(tmp_path / "jahat.sqlite", statement)
    with pytest.raises(BadRegions):
        regions.install_regions(home, spoilt, unsigned=True)
    assert regions.installed_regions(home) is None
    assert not list((home.folder / "packs" / "wilayah").glob("*"))


@pytest.mark.parametrize("geom", [b"", b"\xff" * 20, b"\x02\x06\x00", bytes(3_000_000)])
def test_a_pack_with_damaged_borders_is_refused(home, tmp_path, geom):
    spoilt = write_pack(tmp_path / "jahat.sqlite", geom=geom)
    with pytest.raises(BadRegions):
        regions.install_regions(home, spoilt, unsigned=True)


def test_a_file_that_is_no_pack_at_all_is_refused(home, tmp_path, pack):
    for data in (b"", b"SQLite format 3\0" + bytes(4000), b"bukan", pack.read_bytes()[:9000]):
        other = tmp_path / "lain.sqlite"
        other.write_bytes(data)
        with pytest.raises(BadRegions):
            regions.install_regions(home, other, unsigned=True)
    with pytest.raises(NetraError):
        regions.install_regions(home, tmp_path / "tidak-ada.sqlite", unsigned=True)


def test_a_broken_page_is_noticed_before_the_pack_is_taken(home, tmp_path, pack):
    data = bytearray(pack.read_bytes())
    for at in range(4096, len(data), 512):
        data[at : at + 40] = b"\xff" * 40
    other = tmp_path / "lain.sqlite"
    other.write_bytes(data)
    with pytest.raises(BadRegions):
        regions.install_regions(home, other, unsigned=True)


def test_nothing_in_a_pack_can_write_or_attach(pack):
    with opened(pack) as known:
        for statement in (
            "DELETE FROM meta",
            "ATTACH ':memory:' AS x",
            "PRAGMA trusted_schema = ON",
            "CREATE TABLE x(y)",
            "INSERT INTO area_rt VALUES (9, 0, 1, 0, 1)",
        ):
            with pytest.raises(sqlite3.Error):
                known._connection.execute(statement)


def test_a_query_that_never_ends_is_ended(pack, monkeypatch):
    monkeypatch.setattr("cases.work.region_pack._ROUNDS", 0)
    monkeypatch.setattr("cases.work.region_pack._STEPS", 5)
    with pytest.raises(BadRegions), opened(pack) as known:
        known.check()


POINTS = {
    "Monas": (-6.1754, 106.8272, "31.71.01"),
    "Oebobo": (-10.1650, 123.6100, "53.71.04"),
    "Sepaku": (-0.9300, 116.7600, "64.09.04"),
    "Arosuka": (-0.9640, 100.6420, "13.02.07"),
    "Oelamasi": (-10.1136, 123.8667, "53.01.06"),
    "Candi Borobudur": (-7.6079, 110.2038, "33.08.02"),
    "Gedung Sate": (-6.9025, 107.6188, "32.73.09"),
    "Tugu Yogyakarta": (-7.7829, 110.3671, "34.71.02"),
    "Masjid Raya Medan": (3.5752, 98.6873, "12.71.01"),
    "Benteng Rotterdam": (-5.1341, 119.4055, "73.71.04"),
    "Jam Gadang": (-0.3051, 100.3692, "13.75.01"),
    "Bandara Sentani": (-2.5769, 140.5163, "91.03.01"),
    "Puri Ubud": (-8.5069, 115.2625, "51.04.05"),
    "Tugu Khatulistiwa": (0.0010, 109.3220, "61.71.04"),
}


@pytest.mark.needs_shared
def test_known_places_lie_where_they_are_known_to_lie(home, shared_data):
    regions.install_regions(home, shared_data / "wilayah-geo.sqlite", unsigned=True)
    with regions.regions_of(home) as known:
        found = {name: known.at(lat, lon) for name, (lat, lon, _) in POINTS.items()}
        assert known.at(-5.0, 110.0) is None, "the Java Sea"
    codes = {name: guess and guess.code for name, guess in found.items()}
    assert codes == {name: code for name, (_, _, code) in POINTS.items()}


@pytest.mark.needs_shared
def test_names_of_the_list_are_those_of_the_borders(shared_data):
    with closing(sqlite3.connect(shared_data / "wilayah-geo.sqlite")) as connection:
        codes = {code for (code,) in connection.execute("SELECT kode FROM area")}
    assert all(name_of(code) for code in codes)
