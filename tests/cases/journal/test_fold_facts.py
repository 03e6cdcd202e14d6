"""Statements and rulings as rows: who replaces what, and what stays."""

from tests.cases.journal.telling import ONE, TWO, live, statement


def test_one_replaces_own_words_only(story):
    mine = statement(story, True)
    statement(story, False, saw=[mine])
    assert live(story) == ["false"]

    statement(story, True, who=1, saw=[row["event"] for row in story.rows("statement")])
    assert sorted(live(story)) == ["false", "true"], "what another officer said stays"


def test_a_witness_replaces_what_the_witness_said_whoever_writes_it_down(story):
    first = statement(story, True, sayer=TWO)
    statement(story, False, sayer=TWO, who=1, saw=[first, "f" * 64])

    assert live(story) == ["false"]


def test_a_statement_is_withdrawn_with_a_reason_and_stays(story):
    first = statement(story, True)
    story.tell("statement.withdrawn", {"statement": first, "reason": "salah orang"})
    story.tell("statement.withdrawn", {"statement": "f" * 64, "reason": "tidak ada"})

    assert live(story) == []
    assert story.row("statement")["withdrawn"] == "salah orang"


def test_a_later_ruling_replaces_the_one_it_saw(story):
    body = {"incident": ONE, "fact": "ajakan", "value": True, "reason": "foto"}
    first = story.tell("fact.ruled", body)
    story.tell("fact.ruled", {**body, "value": False}, saw=[first, "f" * 64])

    assert live(story, "ruling") == ["false"]
