"""Whatever is known: no exception, and learning an unknown value turns no decided element."""

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from rules.decisive import decisive_sets
from rules.engine import assess_one
from rules.facts import read_respondent
from rules.leaves import OPEN
from rules.model import (
    Assessment,
    Filing,
    Outcome,
    Respondent,
    RespondentResult,
    Value,
)
from rules.norms import NormNote
from rules.questions import ROLES, questions
from rules.schema import Fact
from rules.situation import DAY, DETERMINED, STATUS, Situation
from tests.campaign import TIMES
from tests.rules.shipped import pack

FIRST = date(2022, 9, 1)
DAYS = st.integers(0, 1100).map(lambda number: FIRST + timedelta(days=number))
READ = sorted(frozenset().union(*(norm.reads for norm in pack().rules)) & set(pack().facts))
CLAUSES = sorted(pack().considerations)


DATED = frozenset({DAY, DETERMINED, STATUS, "jenis_pemilihan"})
"""Facts that the calendar reads."""
PARTS = 5
"""Each part draws other examples: 1,000 in all, 20,000 in a campaign of twenty."""


def _part(number: int) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def wrap(check: Callable[[], None]) -> Callable[[], None]:
        return seed(number)(settings(max_examples=200 * TIMES)(check))

    return wrap


def _values(fact: Fact) -> st.SearchStrategy[object]:
    kinds: dict[str, st.SearchStrategy[object]] = {
        "bool": st.booleans(),
        "date": DAYS,
        "text": st.just("contoh"),
        "enum": st.sampled_from(fact.values or ("",)),
        "multi": st.lists(st.sampled_from((*fact.values, "TIDAK_DIKETAHUI")), max_size=3),
    }
    return kinds[fact.kind]


FACTS: st.SearchStrategy[dict[str, object]] = st.fixed_dictionaries(
    {},
    optional={
        **{key: _values(pack().facts[key]) for key in READ},
        **{key: st.booleans() for key in CLAUSES},
    },
)
FILINGS = st.tuples(st.sampled_from(["PEMILU", "PILKADA"]), st.none() | DAYS)


def _filing(regime: str, day: date | None) -> Filing:
    return Filing(regime=regime, occurred_on=day, respondents=())


def _assessed(stated: dict[str, object], filing: Filing) -> RespondentResult:
    return assess_one(pack(), filing, read_respondent(pack(), "T-01", stated))


@settings(max_examples=200)
@given(FACTS, FILINGS)
def test_anything_typed_gives_an_outcome(
    stated: dict[str, object], when: tuple[str, date | None]
) -> None:
    filing = _filing(*when)
    respondent = read_respondent(pack(), "T-01", stated)
    result = assess_one(pack(), filing, respondent)
    situation = Situation(pack(), filing, respondent)
    for norm, one in zip(pack().rules, result.assessments, strict=True):
        _is_sound(one)
        sets = decisive_sets(norm, situation)
        if one.outcome is not Outcome.STUDY and _applies(one):
            assert (() in sets.met, () in sets.not_met) == (
                one.outcome is Outcome.MET,
                one.outcome is Outcome.NOT_MET,
            )
    for role in ROLES:
        for question in questions(pack(), result.assessments, role):
            assert question.decides


def _applies(one: Assessment) -> bool:
    """Tell whether the norm is of this regime and was in force."""
    return bool(one.applicability[0].value and one.applicability[-1].value)


def _is_sound(one: Assessment) -> None:
    assert one.outcome is Outcome.STUDY or one.missing == ()
    assert len(set(one.missing)) == len(one.missing)
    assert one.basis or one.outcome is Outcome.NOT_MET
    assert not set(one.deciding) & set(one.missing) or one.outcome is Outcome.STUDY


def _refined(fact: Fact, old: Value | None, new: object) -> object | None:
    """Give what may be learnt: an absent value, or the rest of an incomplete list."""
    if old is None:
        return new
    if isinstance(old, frozenset) and OPEN in old and isinstance(new, list):
        listed = [*(old - {OPEN}), *(one for one in new if one != "TIDAK_DIKETAHUI")]
        return None if set(listed) & set(fact.alone) and len(set(listed)) > 1 else listed
    return None


@pytest.mark.parametrize("part", range(PARTS))
def test_learning_an_unknown_value_turns_no_decided_element(part: int) -> None:
    @_part(part)
    @given(FACTS, FILINGS, st.sampled_from(READ), st.data())
    def check(
        stated: dict[str, object], when: tuple[str, date | None], key: str, data: st.DataObject
    ) -> None:
        filing = _filing(*when)
        before = read_respondent(pack(), "T-01", stated)
        if key in (STATUS, DETERMINED) or key in before.contradicting:
            # A stated status or determination day replaces what was derived: known, not unknown.
            return
        if key == DAY and filing.occurred_on is not None:
            return
        fact = pack().facts[key]
        learnt = _refined(fact, before.facts.get(key), data.draw(_values(fact)))
        if learnt is None:
            return
        old = assess_one(pack(), filing, before)
        new = _assessed({**stated, key: learnt}, filing)
        for one, other in zip(old.assessments, new.assessments, strict=True):
            parts = zip(
                (*one.applicability, *one.elements),
                (*other.applicability, *other.elements),
                strict=True,
            )
            for piece, later in parts:
                assert piece.value is None or piece.value is later.value, (one.rule, piece.id)

    check()


@pytest.mark.parametrize("part", range(PARTS))
def test_an_unknown_answer_is_as_good_as_none(part: int) -> None:
    @_part(part)
    @given(FACTS, FILINGS)
    def check(stated: dict[str, object], when: tuple[str, date | None]) -> None:
        filing = _filing(*when)
        padded = {**dict.fromkeys((*READ, *CLAUSES), "TIDAK_DIKETAHUI"), **stated}
        assert _assessed(stated, filing) == _assessed(padded, filing)

    check()


@pytest.mark.parametrize("part", range(PARTS))
def test_a_contradicting_statement_touches_only_norms_that_read_that_fact(part: int) -> None:
    @_part(part)
    @given(FACTS, FILINGS, st.sampled_from(READ))
    def check(stated: dict[str, object], when: tuple[str, date | None], key: str) -> None:
        filing = _filing(*when)
        agreed = read_respondent(pack(), "T-01", stated)
        facts = {fact: value for fact, value in agreed.facts.items() if fact != key}
        disputed = Respondent("T-01", facts, (*agreed.contradicting, key))
        # The calendar and the derived status read these facts for every norm.
        touched = {key, *(DATED if key in DATED else ())}
        old = assess_one(pack(), filing, agreed).assessments
        new = assess_one(pack(), filing, disputed).assessments
        for norm, one, other in zip(pack().rules, old, new, strict=True):
            noted = frozenset().union(*(_read_by_notes(note) for note in norm.notes))
            if not touched & (norm.reads | noted | _dating(norm.reads)):
                assert replace(one, basis=(), sanction="", raised=False) == replace(
                    other, basis=(), sanction="", raised=False
                ), norm.id

    check()


def _read_by_notes(note: NormNote) -> frozenset[str]:
    return frozenset() if note.when is None else note.when.reads()


def _dating(reads: frozenset[str]) -> frozenset[str]:
    # Every norm reads the day: was it in force?
    return frozenset({DAY}) | (DATED if reads & DATED else frozenset())


@pytest.mark.parametrize("part", range(PARTS))
def test_the_order_of_facts_and_of_norms_does_not_matter(part: int) -> None:
    turned = msgspec.structs.replace(pack(), rules=tuple(reversed(pack().rules)))

    @_part(part)
    @given(FACTS, FILINGS)
    def check(stated: dict[str, object], when: tuple[str, date | None]) -> None:
        filing = _filing(*when)
        backwards = read_respondent(turned, "T-01", dict(reversed(list(stated.items()))))
        old = _assessed(stated, filing).assessments
        new = assess_one(turned, filing, backwards).assessments
        for one, other in zip(old, reversed(new), strict=True):
            assert (one.rule, one.outcome, one.missing, one.raised) == (
                other.rule,
                other.outcome,
                other.missing,
                other.raised,
            )

    check()
