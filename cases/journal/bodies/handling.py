"""Bodies of the handling of a case: steps, requirements, extensions, rules that are alleged."""

from msgspec import Struct, field


class CaseMoved(Struct, frozen=True):
    """
    A step of the procedure was taken, in the words and under the article of the pack in use.

    `before` and `state` are states of `workflow.toml`; `status` is what lists say of the new one.
    `at` is when it was taken, as stated; `role` and `office` who took it.
    """

    move: str
    text: str
    article: str
    before: str
    state: str
    status: str
    source: str
    track: str
    at: str
    role: str
    office: str
    pack: str
    category: str = ""
    reason: str = ""
    exhibits: list[str] = field(default_factory=list)


class CaseMoveWithdrawn(Struct, frozen=True):
    """The last step was recorded by mistake: the case stands where it stood; both stay."""

    movement: str
    reason: str
    state: str
    status: str
    source: str
    track: str
    category: str = ""


class RequirementAnswered(Struct, frozen=True):
    """Whether a report (or finding) meets a requirement: `ya`, `tidak` or empty (open again)."""

    requirement: str
    met: str
    note: str = ""
    exhibits: list[str] = field(default_factory=list)


class DeadlineExtended(Struct, frozen=True):
    """
    A clock was extended on this ground, as the law allows it.

    `until` is the limit that the office set; empty: that of the clock that prolongs it.
    """

    clock: str
    ground: str
    at: str = ""
    until: str = ""
    exhibits: list[str] = field(default_factory=list)


class DeadlineExtensionWithdrawn(Struct, frozen=True):
    """An extension does not hold after all, with a reason; it stays readable."""

    extension: str
    reason: str


class RuleAlleged(Struct, frozen=True):
    """Somebody alleges that this rule was broken; `party` empty: by every respondent."""

    rule: str
    party: str = ""
    reason: str = ""


class RuleAllegationWithdrawn(Struct, frozen=True):
    """An allegation is taken back, with a reason; it stays readable."""

    allegation: str
    reason: str


TYPES: dict[str, type[Struct]] = {
    "case.moved": CaseMoved,
    "case.move_withdrawn": CaseMoveWithdrawn,
    "requirement.answered": RequirementAnswered,
    "deadline.extended": DeadlineExtended,
    "deadline.extension_withdrawn": DeadlineExtensionWithdrawn,
    "rule.alleged": RuleAlleged,
    "rule.allegation_withdrawn": RuleAllegationWithdrawn,
}
