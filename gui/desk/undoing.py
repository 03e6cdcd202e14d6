"""What the window takes back: each is an event of its own, nothing leaves the journal."""

from typing import TYPE_CHECKING

from cases.changes import Changes
from cases.language import tr
from cases.work.overview import Question

if TYPE_CHECKING:
    from cases.home import Home


def take_back_answer(home: "Home", question: Question) -> Changes:
    """Withdraw the answer that was just given to a question."""
    from cases.work.taking_back import take_back

    return take_back(home, question.incident, question.fact, question.party, tr("diurungkan"))
