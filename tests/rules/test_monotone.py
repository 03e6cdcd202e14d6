"""Whatever is known: no exception, and learning an unknown value turns no decided element."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.decisive import decisive_sets
from rules.engine import assess_one
from rules.facts import read_respondent
from rules.leaves import OPEN
from rules.model import Assessment, Filing, Outcome, RespondentResult, Value
from rules.questions import ROLES, questions
from rules.schema import Fact
from rules.situation import STATUS, Situation
from tests.rules.shipped import pack

FIRST = date(2022, 9, 1)
DAYS = st.integers(0, 1100).map(lambda number: FIRST + timedelta(days=number))
READ = sorted(frozenset().union(*(norm.reads for norm in pack().rules)) & set(pack().facts))
CLAUSES = sorted(pack().considerations)


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


@settings(max_examples=200)
@given(FACTS, FILINGS, st.sampled_from(READ), st.data())
def test_learning_an_unknown_value_turns_no_decided_element(
    stated: dict[str, object], when: tuple[str, date | None], key: str, data: st.DataObject
) -> None:
    filing = _filing(*when)
    before = read_respondent(pack(), "T-01", stated)
    if key in (STATUS, "tgl_penetapan") or key in before.contradicting:
        # A stated status or determination day replaces what was derived: known, not unknown.
        return
    if key == "tgl_peristiwa" and filing.occurred_on is not None:
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
        for part, later in parts:
            assert part.value is None or part.value is later.value, (one.rule, part.id)


@settings(max_examples=100)
@given(FACTS, FILINGS)
def test_an_unknown_answer_is_as_good_as_none(
    stated: dict[str, object], when: tuple[str, date | None]
) -> None:
    filing = _filing(*when)
    padded = {**dict.fromkeys(READ, "TIDAK_DIKETAHUI"), **stated}
    assert _assessed(stated, filing) == _assessed(padded, filing)


@settings(max_examples=50)
@given(FACTS, FILINGS)
def test_the_order_of_the_facts_does_not_matter(
    stated: dict[str, object], when: tuple[str, date | None]
) -> None:
    filing = _filing(*when)
    turned = dict(reversed(list(stated.items())))
    old, new = _assessed(stated, filing), _assessed(turned, filing)
    for one, other in zip(old.assessments, new.assessments, strict=True):
        assert (one.outcome, one.missing, one.raised) == (
            other.outcome,
            other.missing,
            other.raised,
        )
