"""Progress is counted, paused and cancelled from another thread."""

from threading import Thread

import pytest

from cases.errors import Cancelled
from cases.progress import Progress


def holding(progress: Progress) -> Thread:
    thread = Thread(target=progress.hold, daemon=True)
    thread.start()
    return thread


def test_steps_are_counted():
    progress = Progress()
    progress.begin(3, "Menyegel")

    progress.advance(2, "b.jpg")

    assert progress.state == (2, 3, "b.jpg")


def test_paused_work_waits_until_it_may_go_on():
    progress = Progress()
    progress.pause()
    thread = holding(progress)
    assert progress.paused
    assert thread.is_alive()

    progress.resume()

    thread.join(10)
    assert not thread.is_alive()


def test_cancelling_ends_a_pause():
    progress = Progress()
    progress.pause()
    thread = holding(progress)

    progress.cancel()

    thread.join(10)
    assert not thread.is_alive()
    assert not progress.paused
    with pytest.raises(Cancelled):
        progress.advance()
