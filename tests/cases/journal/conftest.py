from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cases.store import Store
from tests.cases.journal.telling import Story


@pytest.fixture
def new_store(tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Make as many empty stores as a test wants."""
    made: list[Store] = []

    def make() -> Store:
        made.append(Store(tmp_path / f"{len(made)}.db", bytes(32)))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(new_store: Callable[[], Store]) -> Store:
    return new_store()


@pytest.fixture
def story(store: Store) -> Story:
    return Story(store)
