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
    follows: str = ""
    origin: str = ""


class QuestionAnswered(Struct, frozen=True):
    """The answer in words; `value` when it states the fact; `refused`: no answer was given."""

    question: str
    answer: str
    value: FactValue | None = None
    refused: bool = False


class QuestionCorrected(Struct, frozen=True):
    """After the reading back an answer is changed, with a reason; the text read back stays."""

    question: str
    answer: str
    reason: str
    value: FactValue | None = None


class QuestionWithdrawn(Struct, frozen=True):
    """A question without answer is taken out of the hearing."""

    question: str
    reason: str


class ClarificationEdited(Struct, frozen=True):
    """One field of a hearing is set: oath, started_at, ended_at, signature …"""

    clarification: str
    field: str
    value: str | bool | list[str]
    reason: str = ""


class InvitationSent(Struct, frozen=True):
    """An invitation to a hearing went out; a second one names the new time and place."""

    invitation: str
    clarification: str
    number: int
    sent_at: str
    how: str
    letter: str = ""
    scheduled_at: str = ""
    place: str = ""


class InvitationDelivered(Struct, frozen=True):
    """The invitation was received, as this exhibit shows."""

    invitation: str
    received_at: str
    receiver: str = ""
    exhibit: str = ""
    note: str = ""


class ClarificationMissed(Struct, frozen=True):
    """The person did not come to the hearing to which this invitation called."""

    clarification: str
    invitation: str
    at: str
    reason: str = ""


class ClarificationCancelled(Struct, frozen=True):
    """The hearing is not held; `decision` names who decided so, such as a plenary."""

    clarification: str
    reason: str
    decision: str = ""


class MinutesHandedOver(Struct, frozen=True):
    """The person got a copy of the minutes."""

    clarification: str
    at: str
    receiver: str = ""
    paper: str = ""


TYPES: dict[str, type[Struct]] = {
    "clarification.planned": ClarificationPlanned,
    "question.put": QuestionPut,
    "question.answered": QuestionAnswered,
    "question.corrected": QuestionCorrected,
    "question.withdrawn": QuestionWithdrawn,
    "clarification.edited": ClarificationEdited,
    "clarification.missed": ClarificationMissed,
    "clarification.cancelled": ClarificationCancelled,
    "invitation.sent": InvitationSent,
    "invitation.delivered": InvitationDelivered,
    "minutes.handed_over": MinutesHandedOver,
}
