"""
Search: the first page of 50 hits among 100,000 and 1,000,000 records, and what indexing costs.

`python -m bench.search [records …]` prints milliseconds: median and worst of 30 runs a question,
each on SQLCipher as the program uses it, with the rows behind the hits read and cut. Records are
invented: a quarter exhibits, incidents, statements and answers each, words as frequent as words
are (Zipf), over 5,000 cases.
"""

import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from cases.journal import index
from cases.store import Store
from cases.tables import projections
from cases.work.search import search
from cases.work.search_records import Filters

RECORDS = (100_000, 1_000_000)
CASES = 5_000
RUNS = 30
BATCH = 5_000
COMMON = [
    *("kampanye", "camat", "hadir", "baliho", "memasang", "undangan", "lapangan", "relawan"),
    *("seragam", "mendukung", "calon", "foto", "panggung", "kepala", "desa", "pegawai", "acara"),
    *("rapat", "balai", "sekolah", "kendaraan", "dinas", "pengawas", "mengajak", "warga"),
    *("rekaman", "unggahan", "akun", "media", "panitia", "surat", "keterangan", "saksi"),
]
QUESTIONS: tuple[tuple[str, Filters], ...] = (
    ("kampanye", Filters()),
    ("kamp", Filters()),
    ("k", Filters()),
    ("pemasangan baliho", Filters()),
    ("camat hadir kampanye lapangan", Filters()),
    ("jarang77", Filters()),
    ("B-0042", Filters()),
    ("kampanye", Filters(kinds=("incident",))),
    ("kampanye", Filters(gps=True)),
    ("kampanye", Filters(status="kajian")),
    ("kampanye", Filters(district="53.01.06")),
    ("kampanye", Filters(since="2024-02-01", until="2024-02-02")),
    ("camta", Filters()),
)


class Desk:
    """As much of a home as search asks for."""

    def __init__(self, store: Store) -> None:
        self.read = store.read


def words(chance: random.Random) -> Iterator[str]:
    rare = [f"jarang{number}" for number in range(2_000)]
    invented = ["".join(chance.choices("bcdgklmnprst", k=1)) + w for w in COMMON for _ in "ab"]
    pool = [*COMMON, *invented, *rare]
    weights = list(itertools.accumulate(1 / (place + 3) for place in range(len(pool))))
    while True:
        yield from chance.choices(pool, cum_weights=weights, k=10_000)


NAMES = ("exhibit", "incident", "statement", "question")


def record(name: str, number: int, text: str) -> dict[str, Any]:
    """One invented row of a table."""
    day = f"2024-{1 + number % 12:02d}-{1 + number % 28:02d}"
    place = '{"lat":"-10.1","lon":"123.6","text":"Lapangan"}' if number % 3 else "{}"
    blank = {column.name: column.default.arg for column in projections.tables[name].c}
    given: dict[str, dict[str, Any]] = {
        "exhibit": {
            "code": f"B-{number % 9999:04d}",
            "file": f"IMG_{number}.jpg",
            "caption": text,
            "inspection": place,
            "taken_in_at": day,
        },
        "incident": {"title": text[:40], "description": text, "starts_at": day, "place": place},
        "statement": {"note": text, "fact": "ajakan", "value": "true", "at": day, "live": 1},
        "question": {"text": "Apa yang Saudara lihat?", "answer": text, "answered_at": day},
    }
    key = "event" if name == "statement" else "id"
    scope = f"{number % CASES:032x}"
    return {**blank, "scope": scope, key: f"{number:032x}", "lam": number + 1, **given[name]}


@contextmanager
def writing(store: Store) -> Iterator[Connection]:
    """The rows are not folded from lines here: a million lines would take an hour."""
    with store._engine.begin() as connection:  # noqa: SLF001 - only to fill the sample
        yield connection


def cases(store: Store) -> None:
    table = projections.tables["case_file"]
    blank = {column.name: column.default.arg for column in table.c}
    rows = [
        {
            **blank,
            "scope": f"{number:032x}",
            "code": f"S-K1-{number:03d}",
            "title": "Contoh",
            "status": "kajian" if number % 10 == 0 else "draf",
            "place": f'{{"code":"53.01.{number % 20:02d}","text":"Contoh"}}',
        }
        for number in range(CASES)
    ]
    with writing(store) as connection:
        connection.execute(insert(table), rows)


def fill(store: Store, start: int, end: int) -> float:
    """Write rows and index them; gives the seconds that indexing took."""
    said, took = words(random.Random(start)), 0.0
    for first in range(start, end, BATCH):
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in NAMES}
        for number in range(first, min(first + BATCH, end)):
            name = NAMES[number % len(NAMES)]
            text = " ".join(itertools.islice(said, 14))
            rows[name].append(record(name, number, text))
        with writing(store) as connection:
            for name, made in rows.items():
                connection.execute(insert(projections.tables[name]), made)
                begun = time.perf_counter()
                changed = [index.Changed(row, row["lam"], False) for row in made]
                index.update(connection, name, changed)
                took += time.perf_counter() - begun
    return took


def ask(desk: Any, text: str, filters: Filters) -> tuple[list[float], int, str]:
    took, found = [], search(desk, text, filters)
    for _ in range(RUNS):
        begun = time.thread_time()
        search(desk, text, filters)
        took.append((time.thread_time() - begun) * 1_000)
    return took, len(found.hits), found.meant


def main() -> None:
    sizes = [int(one) for one in sys.argv[1:]] or RECORDS
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "netra.db"
        store, done = Store(file, bytes(32)), 0
        cases(store)
        for size in sizes:
            took = fill(store, done, size)
            print(f"{size:,} records: {(size - done) / took:,.0f} a second are indexed;"
                  f" {file.stat().st_size / 1e6:,.0f} MB with their rows")  # fmt: skip
            done = size
            for text, filters in QUESTIONS:
                times, hits, meant = ask(Desk(store), text, filters)
                named = ", ".join(f"{k}={v}" for k, v in vars_of(filters).items())
                print(f"  {text!r:36} {named:42} {statistics.median(times):7.2f} ms"
                      f"  worst {max(times):7.2f}  {hits} hits {meant}")  # fmt: skip
        store.close()


def vars_of(filters: Filters) -> dict[str, object]:
    return {name: value for name in Filters.__slots__ if (value := getattr(filters, name))}


if __name__ == "__main__":
    main()
