"""Lines of other keys: any order of arrival gives one view; forks and gaps are kept aside."""

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from cases.journal.event import BadLine, read, sha256
from cases.journal.fold import view_hash
from cases.journal.streams import heads_of, lines_of
from cases.store import Store
from cases.tables import fork, waiting
from tests.cases.authors import author

CASES = ("a" * 32, "b" * 32)
THINGS = ("1" * 32, "2" * 32)

happenings = st.sampled_from(
    [
        ("case.opened", {"code": "S", "title": "t", "regime": "PEMILU", "source": "temuan",
                         "pack": "p"}),
        ("case.edited", {"field": "title", "value": "baru"}),
        ("case.edited", {"field": "nonsense", "value": "baru"}),
        ("party.added", {"party": THINGS[0], "code": "T-01", "role": "respondent"}),
        ("party.described", {"party": THINGS[0], "object": "0" * 64}),
        ("incident.recorded", {"incident": THINGS[0], "code": "PR-01", "title": "kumpul"}),
        ("incident.edited", {"incident": THINGS[0], "field": "kind", "value": "KAMPANYE"}),
        ("attendance.recorded", {"attendance": THINGS[0], "incident": THINGS[0],
                                 "party": THINGS[0], "exhibits": [THINGS[1]]}),
        ("statement.made", {"incident": THINGS[0], "fact": "ajakan", "value": True}),
        ("statement.made", {"incident": THINGS[0], "fact": "ajakan", "value": False,
                            "sayer": THINGS[1]}),
        ("fact.ruled", {"incident": THINGS[0], "fact": "ajakan", "value": True, "reason": "r"}),
        ("exhibit.taken_in", {"exhibit": THINGS[0], "object": "0" * 64, "file": "a.jpg",
                              "size": 3, "kind": "photo", "code": "B-01"}),
        ("exhibit.captioned", {"exhibit": THINGS[0], "caption": "tampak depan"}),
        ("exhibit.seen_again", {"exhibit": THINGS[0], "file": "b.jpg"}),
        ("clarification.planned", {"clarification": THINGS[0], "party": THINGS[0], "number": 1}),
        ("clarification.edited", {"clarification": THINGS[0], "field": "oath",
                                  "value": "menolak"}),
        ("question.put", {"question": THINGS[1], "clarification": THINGS[0], "number": 1,
                          "text": "?"}),
        ("question.answered", {"question": THINGS[1], "answer": "ya", "value": True}),
    ]
)  # fmt: skip
Step = tuple[int, int, tuple[str, dict[str, Any]], bool, bool]
steps = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 1), happenings, st.booleans(), st.booleans()),
    min_size=1,
    max_size=25,
)


def open_store(folder: str, name: str) -> Store:
    return Store(Path(folder) / name, bytes(32))


def lines_in(store: Store) -> list[bytes]:
    with store.read() as connection:
        return [
            line for case in CASES for _dev, lines in lines_of(connection, case) for line in lines
        ]


def view(store: Store) -> str:
    with store.read() as connection:
        return view_hash(connection)


def live_edits(store: Store, case: str, kinds: str) -> list[str]:
    """Ids of all lines of a case whose type begins so: what an edit may have seen."""
    with store.read() as connection:
        return [
            sha256(line)
            for _dev, lines in lines_of(connection, case)
            for line in lines
            if read(line).type.startswith(kinds)
        ]


def play(folder: str, script: list[Step]) -> list[bytes]:
    """Three officers on three laptops who now and then hear of each other; gives all lines."""
    laptops = [open_store(folder, f"{n}.db") for n in range(3)]
    for who, case, (kind, body), sees, hears in script:
        if hears:
            heard = lines_in(laptops[(who + 1) % 3])
            with laptops[who].write(author(who)) as tx:
                tx.arrive(heard)
        saw = live_edits(laptops[who], CASES[case], kind.partition(".")[0]) if sees else []
        with laptops[who].write(author(who)) as tx:
            tx.append(kind, body, case=CASES[case], saw=saw)
    seen: dict[bytes, None] = {}
    for laptop in laptops:
        seen.update(dict.fromkeys(lines_in(laptop)))
        laptop.close()
    return list(seen)


@settings(max_examples=15 * int(os.environ.get("NETRA_CAMPAIGN", "1")))
@given(script=steps, data=st.data())
def test_any_order_of_arrival_gives_the_same_view(script, data):
    with tempfile.TemporaryDirectory() as folder:
        lines = play(folder, script)
        straight = open_store(folder, "straight.db")
        with straight.write(author(3)) as tx:
            tx.arrive(lines)
        shuffled = open_store(folder, "shuffled.db")
        order = data.draw(st.permutations(lines))
        size = data.draw(st.integers(1, len(order)))
        for start in range(0, len(order), size):
            with shuffled.write(author(3)) as tx:
                tx.arrive(order[start : start + size])

        assert view(shuffled) == view(straight)
        assert sorted(lines_in(shuffled)) == sorted(lines)
        with shuffled.read() as connection:
            assert connection.execute(select(waiting)).all() == []
        straight.rebuild()
        assert view(straight) == view(shuffled)
        straight.close()
        shuffled.close()


def write(store: Store, who: int, value: str) -> list[bytes]:
    with store.write(author(who)) as tx:
        tx.append("case.edited", {"field": "title", "value": value}, case=CASES[0])
    return lines_in(store)


def test_lines_held_already_change_nothing(new_store):
    there, here = new_store(), new_store()
    lines = write(there, 0, "satu")
    with here.write(author(3)) as tx:
        first = tx.arrive(lines)
    with here.write(author(3)) as tx:
        again = tx.arrive(lines)

    assert (len(first.stored), first.known) == (2, 0)
    assert (len(again.stored), again.known) == (0, 2)
    assert here.events() == 2


def test_a_line_before_its_time_waits_for_the_one_before(new_store):
    there, here = new_store(), new_store()
    first, second = write(there, 0, "satu")
    with here.write(author(3)) as tx:
        early = tx.arrive([second])
    assert early.waiting == 1
    assert here.events() == 0

    with here.write(author(3)) as tx:
        rest = tx.arrive([first])

    assert len(rest.stored) == 2
    assert here.events() == 2


def test_two_lines_for_one_place_are_a_fork_and_both_are_kept(new_store):
    one, two, here = new_store(), new_store(), new_store()
    held = write(one, 0, "satu")
    other = write(two, 0, "dua")
    with here.write(author(3)) as tx:
        tx.arrive(held)
    before = view(here)
    with here.write(author(3)) as tx:
        arrivals = tx.arrive(other)

    assert len(arrivals.forks) == 2
    assert view(here) == before
    with here.read() as connection:
        kept = connection.execute(select(fork.c.line)).scalars().all()
    assert sorted(kept) == sorted(other)


def test_a_chain_that_does_not_link_is_a_fork(new_store):
    one, two, here = new_store(), new_store(), new_store()
    first = write(one, 0, "satu")[0]
    second = write(two, 0, "dua")[1]
    with here.write(author(3)) as tx:
        arrivals = tx.arrive([first, second])

    assert len(arrivals.forks) == 1
    assert here.events() == 1


def test_what_is_no_line_stops_the_whole_arrival(new_store):
    there, here = new_store(), new_store()
    lines = write(there, 0, "satu")
    with pytest.raises(BadLine), here.write(author(3)) as tx:
        tx.arrive([*lines, b"{}"])

    assert here.events() == 0


def test_own_lines_after_an_arrival_sort_behind_it(new_store):
    there, here = new_store(), new_store()
    for value in ("satu", "dua", "tiga"):
        lines = write(there, 0, value)
    with here.write(author(3)) as tx:
        tx.arrive(lines)
        tx.append("case.edited", {"field": "title", "value": "empat"}, case=CASES[0])

    top = max(read(line).lam for line in lines)
    mine = [read(line) for line in lines_in(here) if read(line).dev == author(3).dev]
    assert min(event.lam for event in mine) > top


def test_signatures_of_other_heads_are_kept_as_they_came(new_store):
    here = new_store()
    with here.write(author(3)) as tx:
        tx.sign_as(author(0).dev, CASES[0], 2, "d" * 64, "armour")

    with here.read() as connection:
        (head,) = heads_of(connection, CASES[0])
    assert head.signature == "armour"
