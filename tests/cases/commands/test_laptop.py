"""Verbs of the laptop: watch, status, clock."""

from tests.cases.commands.terminal import Terminal
from tests.cases.intake.samples import dated, jpeg, write
from tests.cases.intake.test_interruptions import settle


def test_the_watched_folder_is_taken_in_once(laptop: Terminal):
    folder = laptop.folder / "Netra masuk"
    folder.mkdir()
    settle(write(folder, "a.jpg", jpeg(dated())))

    first = laptop.ask("watch", "--once", "--every", "0.01", "--folder", folder)
    second = laptop.ask("watch", "--once", "--every", "0.01", "--folder", folder)

    assert (first["stored"], second["selected"]) == (1, 0)
    assert first["items"][0]["kind"] == "photo"


def test_the_home_itself_is_not_watched(laptop: Terminal):
    ran = laptop.run("watch", "--once", "--every", "0", "--folder", laptop.home_folder)

    assert ran.refusal["code"] == "inside-home"


def test_the_status_says_what_stands_out(laptop: Terminal):
    photo = settle(write(laptop.folder, "a.jpg", jpeg(dated())))
    laptop.ask("intake", photo)

    status = laptop.ask("status")

    assert status["only_here"] == {"exhibits": 1, "unsorted": 1, "cases": []}
    assert status["leftovers"]["files"] == 1
    assert status["unfinished"] == []
    assert status["clock"] is None
    assert status["last_backup"] == ""


def test_the_clock_may_be_kept_with_a_reason(laptop: Terminal):
    assert laptop.ask("clock", "keep", "jam sudah benar") == {"clock": None}
    assert laptop.run("clock", "keep", " ").refusal["code"] == "no-reason"
