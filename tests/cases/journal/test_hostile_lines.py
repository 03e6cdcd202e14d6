"""Lines of a key that may write, made to pass for something else: they count for nothing."""

from typing import Any

import pytest
from sqlalchemy import select

from cases.clock import Moment
from cases.journal import rows
from cases.journal.event import GENESIS, compose
from cases.journal.fold import view_hash
from cases.store import Store
from cases.tables import projections
from tests.cases.authors import author

CASE = "c" * 32
ONE, TWO, THREE = "1" * 32, "2" * 32, "3" * 32
MOMENT = Moment("2024-02-03T02:42:00.000Z", 12, "boot", "+07:00")
PHOTO = {
    "exhibit": ONE,
    "object": "0" * 64,
    "file": "a.jpg",
    "size": 3,
    "kind": "photo",
    "code": "B-01",
}
LINK = {**PHOTO, "from": {"dev": "d" * 64, "case": None, "line_sha256": "0" * 64}}
PLAN = {"clarification": ONE, "party": TWO, "number": 1}
ASKED = {"question": THREE, "clarification": ONE, "number": 1, "text": "Apakah hadir?"}
OPENED = {"code": "S", "title": "satu", "regime": "PEMILU", "source": "temuan", "pack": "p"}
SAID = {"incident": ONE, "fact": "ajakan", "value": True, "sayer": TWO}
RULED = {"incident": ONE, "fact": "ajakan", "value": True, "reason": "foto"}


class Teller:
    """Lets sample officers write whatever they like into one case, as arriving lines."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._streams: dict[int, tuple[int, str]] = {}
        self._lam = 0

    def tell(self, kind: str, body: dict[str, Any], *, who: int = 0, saw: Any = ()) -> str:
        seq, prev = self._streams.get(who, (0, GENESIS))
        self._lam += 1
        event = {
            "dev": author(who).dev,
            "case": CASE,
            "seq": seq + 1,
            "prev": prev,
            "lam": self._lam,
            "type": kind,
            "class": "content",
            "body": body,
            "saw": list(saw),
            "obj": [],
        }
        line, sha, _ = compose(event, MOMENT)
        self._streams[who] = seq + 1, sha
        with self.store.write(author(3)) as tx:
            tx.arrive([line])
        return sha

    def rows(self, table: str) -> list[dict[str, Any]]:
        with self.store.read() as connection:
            found = connection.execute(select(projections.tables[table])).mappings()
            return [dict(row) for row in found]

    def unknown(self) -> list[str]:
        return [row["type"] for row in self.rows("unknown")]

    def view(self) -> str:
        with self.store.read() as connection:
            return view_hash(connection)


@pytest.fixture
def story(store: Store) -> Teller:
    return Teller(store)


@pytest.mark.parametrize(
    ("table", "first", "second"),
    [
        ("exhibit", ("exhibit.taken_in", PHOTO), ("exhibit.taken_in", {**PHOTO, "file": "b"})),
        ("exhibit", ("exhibit.taken_in", PHOTO), ("exhibit.linked", {**LINK, "object": "1" * 64})),
        (
            "party",
            ("party.added", {"party": ONE, "code": "T-01", "role": "respondent"}),
            ("party.added", {"party": ONE, "code": "S-01", "role": "witness"}),
        ),
        (
            "incident",
            ("incident.recorded", {"incident": ONE, "code": "PR-01", "title": "kampanye"}),
            ("incident.recorded", {"incident": ONE, "code": "PR-02", "title": "arisan"}),
        ),
        (
            "attendance",
            ("attendance.recorded", {"attendance": ONE, "incident": ONE, "party": ONE}),
            ("attendance.recorded", {"attendance": ONE, "incident": ONE, "party": TWO}),
        ),
        (
            "clarification",
            ("clarification.planned", PLAN),
            ("clarification.planned", {**PLAN, "party": THREE}),
        ),
        ("question", ("question.put", ASKED), ("question.put", {**ASKED, "text": "Setuju?"})),
    ],
)
def test_what_was_given_once_cannot_be_given_anew(story, table, first, second):
    story.tell(*first)
    before = story.rows(table)

    story.tell(*second, who=1)

    assert story.rows(table) == before
    assert story.unknown() == [second[0]], "the line is kept, and counted"


def test_nobody_becomes_somebody_else_half_way(story):
    who = {"name": "Contoh Markus", "role": "PKD", "office": "Panwaslu Contoh", "region": "53"}
    story.tell("stream.started", who)
    story.tell("stream.started", {**who, "name": "Contoh Yohana"})
    story.tell("key.started", {**who, "name": "Contoh Yohana"})

    assert [row["name"] for row in story.rows("stream")] == ["Contoh Markus"]
    assert sorted(story.unknown()) == ["key.started", "stream.started"]


def test_words_about_one_thing_do_not_remove_words_about_another(story):
    about_call = story.tell("statement.made", SAID)
    story.tell("statement.made", {**SAID, "fact": "posisi"}, who=1, saw=[about_call])
    story.tell("statement.made", {**SAID, "incident": THREE}, who=1, saw=[about_call])

    assert [row["live"] for row in story.rows("statement")] == [1, 1, 1]


def test_a_ruling_on_one_thing_does_not_remove_a_ruling_on_another(story):
    first = story.tell("fact.ruled", RULED)
    story.tell("fact.ruled", {**RULED, "fact": "posisi"}, who=1, saw=[first])

    assert [row["live"] for row in story.rows("ruling")] == [1, 1]


def test_what_another_officer_states_cannot_be_withdrawn(story):
    own = {key: value for key, value in SAID.items() if key != "sayer"}
    first = story.tell("statement.made", own)
    story.tell("statement.withdrawn", {"statement": first, "reason": "hapus"}, who=1)
    assert [row["live"] for row in story.rows("statement")] == [1]

    story.tell("statement.withdrawn", {"statement": first, "reason": "salah orang"})
    assert [row["live"] for row in story.rows("statement")] == [0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("officers", "Contoh"),
        ("officers", True),
        ("read_back", "ya"),
        ("oath", ["bersedia"]),
        ("started_at", False),
        ("answer", "x"),
        ("nonsense", "x"),
    ],
)
def test_a_field_of_a_hearing_takes_only_its_kind_of_value(story, field, value):
    story.tell("clarification.planned", PLAN)
    before = story.rows("clarification"), story.rows("edit")

    story.tell("clarification.edited", {"clarification": ONE, "field": field, "value": value})

    assert (story.rows("clarification"), story.rows("edit")) == before


@pytest.mark.parametrize(("field", "value"), [("place", "x"), ("title", {"a": "b"})])
def test_a_field_of_a_case_or_incident_takes_only_its_kind_of_value(story, field, value):
    story.tell("case.opened", OPENED)
    story.tell("incident.recorded", {"incident": ONE, "code": "PR-01", "title": "kampanye"})
    before = story.rows("case_file"), story.rows("incident")

    story.tell("case.edited", {"field": field, "value": value})
    story.tell("incident.edited", {"incident": ONE, "field": field, "value": value})

    assert (story.rows("case_file"), story.rows("incident")) == before


def test_an_id_used_for_two_kinds_of_things_shows_each_its_own_kind_of_value(story):
    story.tell("incident.recorded", {"incident": ONE, "code": "PR-01", "title": "kampanye"})
    story.tell("clarification.planned", {**PLAN, "place": "Kantor Contoh"}, who=1)
    place = {"text": "Lapangan Contoh"}
    story.tell("incident.edited", {"incident": ONE, "field": "place", "value": place})

    assert [row["place"] for row in story.rows("incident")] == ['{"text":"Lapangan Contoh"}']
    assert [row["place"] for row in story.rows("clarification")] == ["Kantor Contoh"]


def test_ten_thousand_edits_that_nobody_saw_are_written_out_once_a_fold(store, monkeypatch):
    written: list[int] = []
    encode = rows._text

    def counted(live: Any) -> str:
        written.append(1)
        return encode(live)

    monkeypatch.setattr(rows, "_text", counted)
    edits, count = [], 10_000
    prev = GENESIS
    for seq in range(1, count + 1):
        event = {
            "dev": author(0).dev,
            "case": CASE,
            "seq": seq,
            "prev": prev,
            "lam": seq,
            "type": "case.edited",
            "class": "content",
            "body": {"field": "title", "value": f"judul {seq}"},
            "saw": [],
            "obj": [],
        }
        line, prev, _ = compose(event, MOMENT)
        edits.append(line)
    for start in (0, count // 2):
        with store.write(author(3)) as tx:
            tx.arrive(edits[start : start + count // 2])
    assert len(written) == 2
    with store.read() as connection:
        (live,) = connection.execute(select(projections.tables["edit"].c.live)).scalars()
    assert live.count("judul") == count
