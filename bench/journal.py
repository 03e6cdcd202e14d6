"""
Journal: what one action costs, and a rebuild of 100,000 events.

`python -m bench.journal` prints milliseconds and events a second; medians of 5 runs, on SQLCipher
with `synchronous=FULL`, as the program uses it.
"""

import hashlib
import statistics
import sys
import tempfile
import time
from pathlib import Path

from nacl.signing import SigningKey

from cases.journal.transaction import Author
from cases.store import Store

EVENTS = 100_000
ACTIONS = 400
RUNS = 5
CASE = "c" * 32


def author() -> Author:
    key = SigningKey(hashlib.sha256(b"bench").digest())
    body = {"name": "Contoh", "role": "PKD", "office": "Contoh", "region": "53.01", "number": 1}
    return Author(bytes(key.verify_key).hex(), bytes(key), body)


def fill(store: Store, me: Author, count: int) -> float:
    """Append in batches of 1,000; gives seconds."""
    begun = time.perf_counter()
    for start in range(0, count, 1_000):
        with store.write(me) as tx:
            for number in range(start, start + 1_000):
                body = {"incident": "i" * 32, "fact": "ajakan", "value": f"v{number}"}
                if number % 4 == 0:
                    tx.append("exhibit.viewed", {"exhibit": f"{number:032x}"}, case=CASE)
                else:
                    tx.append("statement.made", body, case=CASE)
    return time.perf_counter() - begun


def actions(store: Store, me: Author) -> list[float]:
    """One event, its fold and its commit, again and again; gives milliseconds."""
    took = []
    for number in range(ACTIONS):
        begun = time.perf_counter()
        with store.write(me) as tx:
            body = {"incident": "i" * 32, "fact": "ajakan", "value": f"w{number}"}
            tx.append("statement.made", body, case=CASE)
        took.append((time.perf_counter() - begun) * 1_000)
    return took


def main() -> None:
    me = author()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "netra.db", bytes(32))
        appended = fill(store, me, EVENTS)
        took = actions(store, me)
        rebuilt = []
        for _ in range(RUNS):
            begun = time.perf_counter()
            store.rebuild()
            rebuilt.append(time.perf_counter() - begun)
        store.close()
    rows = (
        ("append in batches of 1,000", f"{EVENTS / appended:,.0f} events/s"),
        ("one action, median", f"{statistics.median(took):.2f} ms"),
        ("one action, 95 %", f"{sorted(took)[int(ACTIONS * 0.95)]:.2f} ms"),
        (f"rebuild of {EVENTS:,} events, median", f"{statistics.median(rebuilt):.2f} s"),
    )
    for name, figure in rows:
        sys.stdout.write(f"| {name} | {figure} |\n")


if __name__ == "__main__":
    main()
