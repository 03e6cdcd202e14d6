"""Bodies of what speaks against an allegation."""

from msgspec import Struct, field


class AgainstNoted(Struct, frozen=True):
    """An officer says what speaks against the allegation; `saw` names own older words it replaces.

    About one respondent, or (no `party`) about all of the case.
    """

    text: str
    party: str = ""
    exhibits: list[str] = field(default_factory=list)


TYPES: dict[str, type[Struct]] = {"against.noted": AgainstNoted}
