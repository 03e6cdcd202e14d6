"""Lines that this version does not use: kept, counted, never in the way."""


def test_a_type_of_a_later_version_is_kept_and_counted(story, monkeypatch):
    from cases.journal.bodies import type_of
    from cases.journal.bodies.home import BackupMade

    monkeypatch.setitem(type_of, "video.trimmed", BackupMade)
    story.tell("video.trimmed", {"folder": "", "objects": 0, "events": 0})

    assert story.row("unknown")["type"] == "video.trimmed"


def test_a_body_that_does_not_fit_its_type_is_kept_and_counted(story, monkeypatch):
    from cases.journal.bodies import type_of
    from cases.journal.bodies.home import BackupMade

    monkeypatch.setitem(type_of, "party.added", BackupMade)
    story.tell("party.added", {"folder": "", "objects": 0, "events": 0})

    assert story.row("unknown")["type"] == "party.added"
    assert story.rows("party") == []


def test_no_type_of_this_version_counts_as_unknown():
    from cases.journal.bodies import type_of
    from cases.journal.folds import handlers

    assert set(handlers) == set(type_of)
