"""Kleene logic: and, or, not; what decides, what is open, what would decide."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rules.leaves import AnyOf, Compared, Considered, Is, Known, Only
from rules.logic import (
    MOST_WAYS,
    All,
    Any,
    Look,
    Node,
    Not,
    Ways,
    conjunction,
    disjunction,
    negation,
    smallest,
)
from rules.model import Truth, Value

TRUTHS = st.sampled_from([True, False, None])
LISTS = st.lists(TRUTHS, max_size=6)


def names(ways: Ways) -> list[list[str]]:
    return [sorted(way) for way in ways]


class Stand:
    """Facts and a calendar that says what it is told."""

    regime = "PILKADA"

    def __init__(self, truth: Truth = None, gaps: tuple[str, ...] = (), **facts: Value) -> None:
        self.facts: dict[str, Value] = facts
        self.truth = truth
        self.gaps = gaps

    def stage(self, stage: str, relation: str, day: str) -> Truth:
        return self.truth

    def look(self, node: Node) -> Look:
        return node.look(self)

    def stage_gaps(self, day: str) -> tuple[str, ...]:
        return self.gaps


@given(LISTS)
def test_and_is_the_smallest_and_or_the_largest_truth(truths: list[Truth]) -> None:
    order = {False: 0, None: 1, True: 2}
    assert conjunction(truths) is min([*truths, True], key=order.__getitem__)
    assert disjunction(truths) is max([*truths, False], key=order.__getitem__)


@given(LISTS)
def test_de_morgan_holds_with_unknowns(truths: list[Truth]) -> None:
    assert negation(conjunction(truths)) is disjunction(negation(one) for one in truths)


@given(TRUTHS)
def test_no_twice_is_what_it_was(truth: Truth) -> None:
    assert negation(negation(truth)) is truth


@given(LISTS, st.data())
def test_learning_an_unknown_never_turns_a_decision(
    truths: list[Truth], data: st.DataObject
) -> None:
    before = conjunction(truths), disjunction(truths)
    learnt = [data.draw(st.sampled_from([True, False])) if one is None else one for one in truths]
    for old, new in zip(before, (conjunction(learnt), disjunction(learnt)), strict=True):
        assert old is None or old is new


A, B, C = Is("a", [True]), Is("b", [True]), Is("c", [True])


def test_an_empty_all_holds_and_an_empty_any_does_not() -> None:
    assert All([]).truth(Stand()) is True
    assert Any([]).truth(Stand()) is False


def test_a_decided_test_names_only_what_decides() -> None:
    stand = Stand(a=True, b=False)
    assert Any([A, B, C]).look(stand) == (True, ("a",))
    assert All([A, B, C]).look(stand) == (False, ("b",))
    assert Not(A).look(stand) == (False, ("a",))


def test_an_open_test_names_only_what_is_open() -> None:
    stand = Stand(a=True)
    assert All([A, B]).look(stand) == (None, ("b",))
    assert Any([A, B]).look(stand) == (True, ("a",))
    assert All([Not(A), B]).look(stand) == (False, ("a",))
    assert Not(Any([B, C])).look(stand) == (None, ("b", "c"))


def test_reads_names_everything() -> None:
    assert All([A, Not(Any([B, C]))]).reads() == {"a", "b", "c"}
    assert All([]).reads() == frozenset()


def test_ways_are_the_smallest_sets_that_can_decide() -> None:
    stand = Stand(a=True)
    node = All([A, B, Any([C, Is("d", [True])])])
    assert names(node.ways(stand, True)) == [["b", "c"], ["b", "d"]]
    assert names(node.ways(stand, False)) == [["b"], ["c", "d"]]


def test_nothing_is_missing_where_the_test_says_so_already() -> None:
    assert A.ways(Stand(a=True), True) == (frozenset(),)
    assert A.ways(Stand(a=True), False) == ()


def test_sets_that_contain_another_are_left_out() -> None:
    assert smallest([frozenset("ab"), frozenset("a"), frozenset("a")]) == (frozenset("a"),)


def test_no_more_ways_than_a_person_reads() -> None:
    many = [frozenset({f"f{number:03}"}) for number in range(MOST_WAYS + 5)]
    assert len(smallest(many)) == MOST_WAYS


def _nodes() -> st.SearchStrategy[Node]:
    days = st.sampled_from([date(2024, 9, 21), date(2024, 9, 22)])
    leaves = st.one_of(
        st.sampled_from("abc").map(lambda key: Is(key, [True])),
        st.sampled_from("abc").map(Known),
        st.just(AnyOf("m", ["x", "y"], ["y"])),
        st.just(Only("m", ["x"])),
        days.map(lambda day: Compared("d", "at_least", day)),
        st.just(Compared("d", "before", "e")),
        st.booleans().map(lambda must: Considered("x.A-01.1", required=must, claim=A)),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(All),
            st.lists(inner, max_size=3).map(Any),
            inner.map(Not),
        ),
        max_leaves=8,
    )


VALUES = st.fixed_dictionaries(
    {},
    optional={
        **{key: st.booleans() for key in "abc"},
        "m": st.frozensets(st.sampled_from("xyz?"), max_size=3),
        "d": st.dates(date(2024, 9, 20), date(2024, 9, 24)),
        "e": st.dates(date(2024, 9, 20), date(2024, 9, 24)),
        "x.A-01.1": st.booleans(),
    },
)


@given(_nodes(), VALUES)
def test_every_test_tells_its_truth_and_why(node: Node, facts: dict[str, Value]) -> None:
    stand = Stand()
    stand.facts = facts
    truth, keys = node.look(stand)
    assert truth is node.truth(stand)
    assert set(keys) <= node.reads()
    if truth is None:
        assert keys
    else:
        assert set(keys) <= set(facts)
        assert node.ways(stand, truth) == (frozenset(),)
        assert node.ways(stand, not truth) == ()
