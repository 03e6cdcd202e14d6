"""
Rules: the shipped pack read from its files, and assessed for one respondent and for many.

    .venv/bin/python -m bench.rules [--respondents 10000]

Medians of processor time and of the clock, in milliseconds; on a busy machine only the first means
anything.
"""

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from random import Random
from time import perf_counter, process_time

from rules.engine import assess, assess_one
from rules.facts import read_respondent
from rules.model import Filing
from rules.pack import parse
from tests.rules.shipped import BALIHO, PASSIVE, PHOTO, POST, files, pack

CASES = {
    "nothing known": {"status_subjek": "PNS"},
    "listens at a rally": PASSIVE,
    "billboard": BALIHO,
    "post": POST,
    "post, contract civil servant": {**POST, "status_subjek": "PPPK"},
    "photo": PHOTO,
}


def measure(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Give the medians of processor time and clock time."""
    spent = []
    for _ in range(rounds):
        clock, processor = perf_counter(), process_time()
        work()
        spent.append(((process_time() - processor) * 1000, (perf_counter() - clock) * 1000))
    middle = rounds // 2
    return sorted(one for one, _ in spent)[middle], sorted(one for _, one in spent)[middle]


def tell(what: str, processor: float, clock: float) -> None:
    """Print one row."""
    print(f"{what:<40} {processor:9.2f} {clock:9.2f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--respondents", type=int, default=10_000)
    many = parser.parse_args().respondents
    print(f"{pack().id}: {len(pack().rules)} norms{'processor':>19} {'clock':>9}")
    tell("pack read", *measure(lambda: parse(files()), 21))
    for name, facts in CASES.items():
        one = read_respondent(pack(), "T-01", facts)
        filing = Filing(regime="PILKADA", occurred_on=date(2024, 10, 5), respondents=(one,))
        tell(name, *measure(lambda f=filing, r=one: assess_one(pack(), f, r), 101))
    alike = [list(CASES.values())[number % len(CASES)] for number in range(many)]
    for what, all_facts in (("alike", alike), ("each different", list(different(many)))):
        respondents = tuple(
            read_respondent(pack(), f"T-{number}", facts) for number, facts in enumerate(all_facts)
        )
        filing = Filing(regime="PILKADA", occurred_on=date(2024, 10, 5), respondents=respondents)
        tell(f"{many} respondents, {what}", *measure(lambda f=filing: assess(pack(), f), 1))


def different(many: int) -> Iterator[dict[str, object]]:
    """Make facts of people of whom no two need be alike: a case, and twelve facts more."""
    draw = Random(1)
    read = frozenset().union(*(norm.reads for norm in pack().rules)) & pack().facts.keys()
    known = [pack().facts[key] for key in sorted(read)]
    for number in range(many):
        facts: dict[str, object] = dict(list(CASES.values())[number % len(CASES)])
        for fact in draw.sample(known, 12):
            if fact.kind == "bool":
                facts[fact.key] = draw.random() < 0.5
            elif fact.kind == "enum":
                facts[fact.key] = draw.choice(fact.values)
            elif fact.kind == "multi":
                facts[fact.key] = draw.sample(fact.values, 1)
        yield facts


if __name__ == "__main__":
    main()
