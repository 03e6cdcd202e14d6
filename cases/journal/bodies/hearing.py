"""Bodies of events of clarifications: hearings, questions, answers."""

from msgspec import Struct, field

from cases.journal.bodies.parts import FactValue


class ClarificationPlanned(Struct, frozen=True):
    """A hearing of one party is planned."""

    clarification: str
    party: str
    number: int
    scheduled_at: str = ""
    place: str = ""
    mode: str = "tatap_muka"
    mode_reason: str = ""
    officers: list[str] = field(default_factory=list)
    assignment: str = ""
    companion: str = ""


class QuestionPut(Struct, frozen=True):
    """A question of a hearing; `fact` is empty for a free one."""

    question: str
    clarification: str
    number: int
    text: str
    fact: str = ""
    incident: str = ""
    about: str = ""


class QuestionAnswered(Struct, frozen=True):
    """The answer in words; `value` when it states the fact."""

    question: str
    answer: str
    value: FactValue | None = None


class ClarificationEdited(Struct, frozen=True):
    """One field of a hearing is set: oath, started_at, ended_at, signature …"""

    clarification: str
    field: str
    value: str | bool | list[str]


TYPES: dict[str, type[Struct]] = {
    "clarification.planned": ClarificationPlanned,
    "question.put": QuestionPut,
    "question.answered": QuestionAnswered,
    "clarification.edited": ClarificationEdited,
}
