"""Bodies of statements and of rulings between them."""

from msgspec import Struct, field

from cases.journal.bodies.parts import FactValue, From


class StatementMade(Struct, frozen=True):
    """Somebody says what is so; `saw` names own statements it replaces."""

    incident: str
    fact: str
    value: FactValue
    party: str = ""
    sayer: str = ""
    exhibits: list[str] = field(default_factory=list)
    note: str = ""
    from_: From | None = field(default=None, name="from")


class StatementWithdrawn(Struct, frozen=True):
    """A statement is taken back, with a reason; it stays in the journal."""

    statement: str
    reason: str


class FactRuled(Struct, frozen=True):
    """A person decides between contradicting statements (`saw` names them)."""

    incident: str
    fact: str
    value: FactValue
    reason: str
    party: str = ""


TYPES: dict[str, type[Struct]] = {
    "statement.made": StatementMade,
    "statement.withdrawn": StatementWithdrawn,
    "fact.ruled": FactRuled,
}
