"""Every change of the law in the pack: the day before, the day itself, the day after."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from rules.citations import in_force
from rules.engine import assess_one
from rules.facts import read_respondent
from rules.model import Assessment, Filing, Outcome
from rules.routing import addressees
from tests.rules.shipped import assess_all, pack, rule

MET, NOT_MET = Outcome.MET, Outcome.NOT_MET
DAY = timedelta(days=1)
ZONES = ("+07:00", "+08:00", "+09:00")
"""WIB, WITA, WIT."""

LAWS = [
    ("LC-01", "PP-42-2004", "2004-10-18", None),
    ("LC-02", "PP-53-2010", "2010-06-06", "2021-08-30"),
    ("LC-03", "PP-94-2021", "2021-08-31", None),
    ("LC-04", "UU-5-2014", "2014-01-15", "2023-10-30"),
    ("LC-05", "UU-20-2023", "2023-10-31", None),
    ("LC-06", "SKB-2022", "2022-09-22", None),
    ("LC-06", "SKB-2020", "2020-09-10", "2022-09-21"),
    ("LC-07", "B-71-2017", "2017-12-27", None),
    ("LC-07", "B-36-2018", "2018-02-02", None),
    ("LC-07", "SE-1-2023", "2023-01-03", None),
    ("LC-07", "SE-18-2023", "2023-09-29", None),
    ("LC-08", "SE-4-2024", "2024-09-04", None),
    ("LC-09", "MK-121-2024", "2025-10-16", None),
    ("LC-10", "UU-1-2026", "2026-01-02", None),
    ("LC-10", "UU-1-2023", "2026-01-02", None),
    ("LC-11", "MK-65-2023", "2023-08-15", None),
    ("LC-12", "MK-69-2024", "2024-08-20", None),
    ("LC-13", "MK-136-2024", "2024-11-14", None),
    ("LC-14", "UU-1-2015", "2015-02-02", None),
    ("LC-14", "UU-10-2016", "2016-07-01", None),
    ("LC-15", "UU-3-2024", "2024-04-25", None),
    ("LC-16", "UU-7-2023", "2022-12-12", None),
    ("LC-17", "MK-135-2024", "2025-06-26", None),
    ("LC-18", "UU-3-2025", "2025-03-26", None),
    ("LC-19", "UU-16-2025", "2025-10-06", None),
]


def test_all_nineteen_changes_are_in_the_pack_and_dated_here() -> None:
    ids = [f"LC-{number:02}" for number in range(1, 20)]
    assert [one.id for one in pack().changes] == ids
    assert sorted({change for change, *_ in LAWS}) == ids


@pytest.mark.parametrize(("change", "law", "first", "last"), LAWS)
def test_a_law_begins_and_ends_on_its_day(
    change: str, law: str, first: str, last: str | None
) -> None:
    row, start = pack().laws[law], date.fromisoformat(first)
    assert [in_force(row, start + number * DAY) for number in (-1, 0, 1)] == [False, True, True]
    if last is not None:
        end = date.fromisoformat(last)
        assert [in_force(row, end + number * DAY) for number in (-1, 0, 1)] == [True, True, False]
    assert change in {one.id for one in pack().changes}


def _around(day: str) -> list[date]:
    middle = date.fromisoformat(day)
    return [middle - DAY, middle, middle + DAY]


def _cited(name: str, day: date, facts: Mapping[str, object], regime: str = "PILKADA") -> set[str]:
    return {one.law for one in assess_all(facts, day, regime)[name].basis}


def test_the_civil_service_law_of_the_day_is_cited() -> None:
    found = [_cited("KE-04", day, {"status_subjek": "PNS"}) for day in _around("2023-10-31")]
    assert ["UU-5-2014" in one for one in found] == [True, False, False]
    assert ["UU-20-2023" in one for one in found] == [False, True, True]


def test_the_village_law_is_cited_with_its_change() -> None:
    for name in ("DE-01", "DE-02", "DE-03", "DE-04", "DE-05", "DE-07"):
        found = [_cited(name, day, {"status_subjek": "KADES"}) for day in _around("2024-04-25")]
        assert ["UU-3-2024" in one for one in found] == [False, True, True], name
        assert all("UU-6-2014" in one for one in found)


def test_the_army_law_is_cited_with_its_change() -> None:
    found = [_cited("TN-01", day, {"status_subjek": "TNI"}) for day in _around("2025-03-26")]
    assert ["UU-3-2025" in one for one in found] == [False, True, True]
    assert all("UU-34-2004" in one for one in found)


def test_an_article_of_one_regime_is_not_cited_in_the_other() -> None:
    day = date(2024, 10, 10)
    assert "UU-7-2017" in _cited("TN-01", day, {}, "PEMILU")
    assert "UU-7-2017" not in _cited("TN-01", day, {}, "PILKADA")
    assert _cited("AP-05", day, {}, "PEMILU") == {"PKPU-15-2023"}
    assert _cited("AP-05", day, {}, "PILKADA") == {"PKPU-13-2024"}
    assert "UU-10-2016" in _cited("DE-07", day, {}, "PILKADA")
    assert "UU-10-2016" not in _cited("DE-07", day, {}, "PEMILU")


@pytest.mark.parametrize(
    "name",
    ["PM-01", "PM-02", "PM-10", "PL-01", "PL-02", "PL-03", "PL-04", "PL-06", "PL-07", "PL-08"],
)
def test_the_criminal_code_of_2026_changes_the_sanction_on_its_day(name: str) -> None:
    sanctions = [assess_all({}, day)[name].sanction for day in _around("2026-01-02")]
    assert ["UU 1/2026" in one for one in sanctions] == [False, True, True]
    cited = [_cited(name, day, {}) for day in _around("2026-01-02")]
    assert ["UU-1-2026" in one for one in cited] == [False, True, True]
    # The original text stays, and how far it changes is a reading.
    assert all("naskah asli" in one and "tafsir" in one for one in sanctions[1:])


@pytest.mark.parametrize("name", ["PM-03", "PM-04", "PM-05", "PM-08", "PM-09", "PM-11"])
def test_prison_terms_are_not_touched_by_the_criminal_code(name: str) -> None:
    found = {assess_all({}, day)[name].sanction for day in _around("2026-01-02")}
    assert len(found) == 1


@pytest.mark.parametrize("name", ["PM-01", "PM-02", "PM-10", "PL-01"])
def test_acts_before_2026_are_printed_with_the_rule_for_old_acts(name: str) -> None:
    notes = [assess_all({}, day)[name].notes for day in _around("2026-01-02")]
    assert [any("UU 1/2023 pasal 3" in one for one in some) for some in notes] == [
        True,
        False,
        False,
    ]


ACT = {
    "bentuk_keputusan": "SK",
    "wewenang_jabatan": True,
    "pihak_untung_rugi": True,
    "sengaja": "DIAKUI",
    "status_calon": "CALON_DITETAPKAN",
}


@pytest.mark.parametrize("status", ["PEJABAT_DAERAH", "TNI", "POLRI"])
def test_the_court_widens_article_188_on_14_november_2024(status: str) -> None:
    found = [
        assess_all({**ACT, "status_subjek": status}, day)["PL-01"] for day in _around("2024-11-14")
    ]
    assert [one.outcome for one in found] == [NOT_MET, MET, MET]
    assert ["tidak bagi pejabat daerah" in one.sanction for one in found] == [True, False, False]
    assert ["MK-136-2024" in {row.law for row in one.basis} for one in found] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("status", ["PEJABAT_NEGARA", "KADES", "LURAH"])
def test_those_article_188_always_named_are_not_touched(status: str) -> None:
    days = _around("2024-11-14")
    found = [assess_all({**ACT, "status_subjek": status}, day)["PL-01"].outcome for day in days]
    assert found == [MET, MET, MET]


def test_regional_officials_programmes_are_no_crime_before_the_court() -> None:
    sanctions = [assess_all({}, day)["PL-03"].sanction for day in _around("2024-11-14")]
    assert ["Penjara" in one for one in sanctions] == [False, True, True]


def test_article_71_of_2016_is_no_norm_before_its_law() -> None:
    found = [
        assess_all({**ACT, "status_subjek": "KADES"}, day)["PL-01"].outcome
        for day in _around("2016-07-01")
    ]
    assert found == [NOT_MET, MET, MET]


def _exception(name: str, exception: str, facts: Mapping[str, object], day: date) -> object:
    found = assess_all(facts, day, "PEMILU" if name.startswith("PM") else "PILKADA")[name]
    return next(one.value for one in found.exceptions if one.id == exception)


def test_permission_for_government_and_education_places_counts_since_its_ruling() -> None:
    facts = {"x.PM-09.3": True}
    days = _around("2023-08-15")
    assert [_exception("PM-09", "PM-09.p1", facts, day) for day in days] == [False, True, True]


def test_permission_of_a_university_counts_since_its_ruling() -> None:
    facts = {"x.PL-07.2": True}
    days = _around("2024-08-20")
    assert [_exception("PL-07", "PL-07.p1", facts, day) for day in days] == [False, True, True]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2024-08-23", "Ketua KASN"),
        ("2024-08-24", "Kepala BKN"),
        ("2024-08-25", "Kepala BKN"),
        ("2024-09-03", "Kepala BKN"),
        ("2024-09-04", "Kepala BKN (Kantor Regional BKN/SBT) dan PPK instansi"),
        ("2024-09-05", "Kepala BKN (Kantor Regional BKN/SBT) dan PPK instansi"),
        ("2027-10-17", "Kepala BKN (Kantor Regional BKN/SBT) dan PPK instansi"),
    ],
)
def test_the_addressee_follows_the_date_of_the_letter(day: str, name: str) -> None:
    found = addressees(
        pack().addressees, ["AD-ASN"], {"status_subjek": "PNS"}, date.fromisoformat(day)
    )
    assert [one.name for one in found] == [name]


def test_both_owners_of_state_firms_are_named_until_the_new_body_exists() -> None:
    for day in _around("2025-10-06"):
        (found,) = addressees(pack().addressees, ["AD-BUMN"], {"status_subjek": "BUMN_BUMD"}, day)
        assert "BP BUMN" in found.copies[0]
        assert "Kementerian BUMN" in found.copies[0]


def _assess_at(moment: str, name: str, facts: Mapping[str, object], regime: str) -> Assessment:
    stated = {**facts, "tgl_peristiwa": moment}
    respondent = read_respondent(pack(), "T-01", stated)
    filing = Filing(regime=regime, occurred_on=None, respondents=(respondent,))
    found = assess_one(pack(), filing, respondent)
    return next(one for one in found.assessments if one.rule == name)


BOUNDARIES = [
    ("PL-01", "PILKADA", {**ACT, "status_subjek": "POLRI"}, "2024-11-13", "2024-11-14"),
    (
        "PL-02",
        "PILKADA",
        {
            "status_subjek": "PEJABAT_DAERAH",
            "bentuk_keputusan": "MUTASI",
            "izin_mendagri": "TIDAK_ADA",
        },
        "2024-03-21",
        "2024-03-22",
    ),
    (
        "AP-04",
        "PILKADA",
        {"status_subjek": "LAIN", "jenis_alat": "BALIHO", "masih_terpasang": True},
        "2024-11-23",
        "2024-11-24",
    ),
    (
        "PM-04",
        "PEMILU",
        {"status_subjek": "KADES", "wewenang_jabatan": True, "pihak_untung_rugi": True},
        "2023-11-27",
        "2023-11-28",
    ),
]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("name", "regime", "facts", "before", "on"), BOUNDARIES)
def test_the_written_date_counts_in_every_zone(
    name: str, regime: str, facts: dict[str, object], before: str, on: str, zone: str
) -> None:
    # Half past eleven in the evening and half past midnight are two days, wherever one is.
    late = _assess_at(f"{before}T23:30:00{zone}", name, facts, regime)
    early = _assess_at(f"{on}T00:30:00{zone}", name, facts, regime)
    assert (late.outcome, early.outcome) == (NOT_MET, MET)


@pytest.mark.parametrize("zone", ZONES)
def test_the_sanction_of_the_written_date_is_shown_in_every_zone(zone: str) -> None:
    late = _assess_at(f"2026-01-01T23:59:59{zone}", "PM-01", {}, "PEMILU")
    early = _assess_at(f"2026-01-02T00:00:00{zone}", "PM-01", {}, "PEMILU")
    assert "UU 1/2026" not in late.sanction
    assert "UU 1/2026" in early.sanction


def test_every_norm_has_a_sanction_and_an_article_on_each_day_of_its_validity() -> None:
    for norm in pack().rules:
        assert norm.sanctions, norm.id
    assert rule("PM-01").sanctions[0].valid_to == date(2026, 1, 1)
