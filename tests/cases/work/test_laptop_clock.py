"""A clock that jumps is noticed, recorded once, and said in words."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cases import clock, platform
from cases.clock import Moment
from cases.errors import NetraError
from cases.journal.event import read
from cases.tables import journal
from cases.work import machine
from cases.work.laptop_clock import clock_trouble, keep_clock, look_at_clock

Set = Callable[..., None]


@pytest.fixture
def at() -> Iterator[Set]:
    """Set the clock: wall, running time in ms, boot."""

    def to(wall: str, mono: int = 0, boot: str = "satu") -> None:
        clock.use(lambda: Moment(wall, mono, boot, "+08:00"))

    yield to
    clock.use(None)


def jumps(home) -> list[dict[str, Any]]:
    with home.read() as connection:
        lines = connection.execute(journal.select().order_by(journal.c.lam)).mappings()
        events = [read(row["line"]) for row in lines]
    return [event.body for event in events if event.type == "clock.jump"]


def touch(home) -> None:
    with home.write() as tx:
        tx.append("backup.made", {"folder": "a", "objects": 0, "events": 0}, case=None)


def test_a_clock_that_runs_on_is_no_trouble(home, at):
    at("2030-01-01T00:00:00.000Z", 0)
    touch(home)
    at("2030-01-01T08:00:00.000Z", 8 * 3_600_000)

    look_at_clock(home)

    assert clock_trouble(home) is None
    assert jumps(home) == []


@pytest.mark.parametrize(
    ("wall", "mono", "boot", "kind", "words"),
    [
        ("2029-01-01T00:00:00.000Z", 60_000, "satu", "back", "mundur 1 tahun"),
        ("2029-12-31T20:00:00.000Z", 0, "dua", "back", "mundur 4 jam"),
        ("2030-01-04T00:01:00.000Z", 60_000, "satu", "forth", "melompat maju 3 hari"),
        ("2030-01-01T00:00:00.000Z", 600_000, "satu", "back", "mundur 10 menit"),
    ],
)
def test_a_jump_since_the_line_before_is_an_event_once(home, at, wall, mono, boot, kind, words):
    at("2030-01-01T00:00:00.000Z", 0)
    touch(home)
    at(wall, mono, boot)

    look_at_clock(home)
    look_at_clock(home)

    trouble = clock_trouble(home)
    assert trouble is not None
    assert trouble.kind == kind
    assert words in trouble.text
    assert [body["kind"] for body in jumps(home)] == [kind]


def test_another_boot_a_week_later_is_no_jump(home, at):
    at("2030-01-01T00:00:00.000Z", 5_000)
    touch(home)
    at("2030-01-08T00:00:00.000Z", 100, "dua")

    look_at_clock(home)

    assert clock_trouble(home) is None


def test_a_clock_behind_the_newest_photo_is_said(home, story, at):
    at("2023-01-01T00:00:00.000Z", 0, "tua")
    take = {
        "exhibit": "e" * 32,
        "object": "0" * 64,
        "file": "a.jpg",
        "size": 1,
        "kind": "photo",
        "media_type": "image/jpeg",
        "inspection": {"taken": {"earliest": "2024-02-14T00:00:00Z"}},
    }
    with home.write() as tx:
        tx.append("exhibit.taken_in", take, case=None)

    look_at_clock(home)
    look_at_clock(home)

    trouble = clock_trouble(home)
    assert trouble is not None
    assert "mundur 1 tahun dari foto terakhir" in trouble.text
    assert len(jumps(home)) == 1

    at("2024-02-15T00:00:00.000Z", 60_000, "tua")
    look_at_clock(home)
    at("2024-02-15T00:01:00.000Z", 120_000, "tua")
    look_at_clock(home)
    assert jumps(home)[-1]["kind"] == "forth"  # it was set right, which is a jump too


def test_the_officer_may_go_on_with_a_reason(home, at):
    at("2030-01-01T00:00:00.000Z", 0)
    touch(home)
    at("2029-01-01T00:00:00.000Z", 60_000)
    look_at_clock(home)
    with pytest.raises(NetraError):
        keep_clock(home, "  ")

    keep_clock(home, "jam sudah disetel")
    look_at_clock(home)

    assert clock_trouble(home) is None
    assert len(jumps(home)) == 1


def test_a_clock_set_right_again_heals(home, at):
    at("2030-01-01T00:00:00.000Z", 0)
    touch(home)
    at("2029-01-01T00:00:00.000Z", 60_000, "dua")
    look_at_clock(home)
    at("2030-01-01T00:10:00.000Z", 5_000, "tiga")

    look_at_clock(home)

    assert clock_trouble(home) is None


@pytest.mark.parametrize(
    ("percent", "status", "said"),
    [("14", "Discharging", 14), ("15", "Discharging", None), ("9", "Charging", None)],
)
def test_a_low_battery_is_said(tmp_path, monkeypatch, percent, status, said):
    for name, text in (("type", "Battery"), ("capacity", percent), ("status", status)):
        (tmp_path / "BAT0").mkdir(exist_ok=True)
        (tmp_path / "BAT0" / name).write_text(f"{text}\n", "ascii")
    (tmp_path / "AC").mkdir()
    (tmp_path / "AC" / "type").write_text("Mains\n", "ascii")
    found = platform.battery(tmp_path)
    monkeypatch.setattr(platform, "battery", lambda: found)

    assert machine.low_battery() == said


def test_a_machine_without_battery_says_nothing(tmp_path):
    assert platform.battery(tmp_path) is None
    assert platform.battery(tmp_path / "tidak-ada") is None


def test_the_machine_tells_its_memory_and_how_long_it_runs():
    assert platform.memory_bytes() > 1 << 28
    assert platform.uptime_ms() > 0
