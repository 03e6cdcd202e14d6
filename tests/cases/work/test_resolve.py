"""What statements and rulings add up to, on arbitrary ones."""

from hypothesis import given
from hypothesis import strategies as st

from cases.work.fact_values import claims, sameness
from cases.work.facts import Ruling, resolve
from cases.work.records import IncidentId, StatementRecord

ABOUT = (IncidentId("i" * 32), None, "peran_hadir")
values = st.sampled_from(
    [True, False, "PNS", "KADES", "TIDAK_DIKETAHUI", ["PANITIA"], ["PANITIA", "UNDANGAN"]]
)


def statement(number: int, value) -> StatementRecord:
    return StatementRecord(
        event=f"{number:064x}",
        incident=ABOUT[0],
        party=None,
        fact=ABOUT[2],
        value=value,
        sayer=None,
        dev="d" * 64,
        exhibits=(),
        note="",
        at="2024-01-21T00:00:00.000Z",
    )


statements = st.lists(values, max_size=6).map(
    lambda found: [statement(number, value) for number, value in enumerate(found)]
)


@st.composite
def disputes(draw):
    said = draw(statements)
    events = [one.event for one in said]
    seen = st.sets(st.sampled_from(events)) if events else st.just(set())
    rulings = [
        Ruling(draw(values), "alasan", frozenset(draw(seen)), f"r{number}")
        for number in range(draw(st.integers(0, 3)))
    ]
    return said, rulings


@given(disputes(), st.randoms())
def test_the_order_of_statements_and_rulings_makes_no_difference(dispute, chance):
    said, rulings = dispute
    mixed, turned = chance.sample(said, len(said)), chance.sample(rulings, len(rulings))

    one, other = resolve(ABOUT, said, rulings), resolve(ABOUT, mixed, turned)

    assert (one.value, one.contradicting, one.ruled, one.reason) == (
        other.value,
        other.contradicting,
        other.ruled,
        other.reason,
    )


@given(statements, values)
def test_one_more_statement_never_turns_a_value_into_another(said, value):
    before = resolve(ABOUT, said, [])
    after = resolve(ABOUT, [*said, statement(99, value)], [])

    if before.value is not None and claims(before.value) and after.value is not None:
        assert sameness(after.value) == sameness(before.value)


@given(statements)
def test_a_fact_is_known_exactly_when_those_who_claim_anything_agree(said):
    state = resolve(ABOUT, said, [])
    claimed = {sameness(one.value) for one in said if claims(one.value)}

    assert (state.value is not None and claims(state.value)) is (len(claimed) == 1)
    assert state.contradicting is (len(claimed) > 1)


@given(statements, values)
def test_a_ruling_that_saw_every_statement_decides(said, value):
    ruling = Ruling(value, "dua saksi melihatnya", frozenset(one.event for one in said))

    state = resolve(ABOUT, said, [ruling])

    assert (state.value, state.ruled, state.contradicting) == (value, True, False)
    assert state.reason == "dua saksi melihatnya"


def test_a_ruling_falls_when_somebody_contradicts_it_later():
    first, second = statement(1, True), statement(2, False)
    ruling = Ruling(True, "foto jelas", frozenset({first.event, second.event}))
    later = statement(3, False)

    state = resolve(ABOUT, [first, second, later], [ruling])

    assert (state.value, state.ruled, state.contradicting) == (None, False, True)


def test_a_ruling_stands_when_somebody_agrees_with_it_later():
    first, second = statement(1, True), statement(2, False)
    ruling = Ruling(True, "foto jelas", frozenset({first.event, second.event}))

    state = resolve(ABOUT, [first, second, statement(3, True)], [ruling])

    assert (state.value, state.ruled) == (True, True)


def test_two_rulings_that_differ_leave_the_fact_unknown():
    said = [statement(1, True), statement(2, False)]
    seen = frozenset(one.event for one in said)

    state = resolve(ABOUT, said, [Ruling(True, "a", seen, "r1"), Ruling(False, "b", seen, "r2")])

    assert (state.value, state.ruled, state.contradicting) == (None, False, True)


def test_lists_compare_as_sets():
    said = [statement(1, ["PANITIA", "UNDANGAN"]), statement(2, ["UNDANGAN", "PANITIA"])]

    assert not resolve(ABOUT, said, []).contradicting


def test_who_does_not_know_contradicts_nobody():
    said = [statement(1, "TIDAK_DIKETAHUI"), statement(2, "PNS")]

    assert resolve(ABOUT, said, []).value == "PNS"


def test_an_answer_that_nobody_knows_is_kept_as_said():
    assert resolve(ABOUT, [statement(1, "TIDAK_DIKETAHUI")], []).value == "TIDAK_DIKETAHUI"
