"""
Values of facts: what counts as the same, what counts as unknown.

The answers that count as unknown are those of the design of the rules: a person who says one of
them claims nothing, so nobody contradicts them.
"""

from cases.errors import NetraError
from cases.language import tr
from cases.work.records import Value

UNKNOWN = "TIDAK_DIKETAHUI"
"""What an officer answers who does not know yet."""
UNKNOWN_ANSWERS = frozenset({UNKNOWN, "TIDAK_JELAS", "BELUM_DINILAI"})

Sameness = tuple[str, object]


def sameness(value: Value) -> Sameness:
    """Give what two equal values have in common; lists compare as sets."""
    if isinstance(value, list):
        return "multi", frozenset(value)
    return ("bool" if isinstance(value, bool) else "text"), value


def claims(value: Value) -> bool:
    """Tell whether the value says anything: an answer that counts as unknown does not."""
    if isinstance(value, list):
        return not value or bool(set(value) - UNKNOWN_ANSWERS)
    return value not in UNKNOWN_ANSWERS


def checked(fact: str, value: Value) -> Value:
    """Give the value as events hold it; refuse an empty one."""
    if isinstance(value, bool):
        return value
    if isinstance(value, list):
        return sorted(set(value))
    text = value.strip()
    if not fact or not text:
        raise NetraError(
            tr("Jawaban belum diisi."), tr("Pilih atau tulis jawabannya."), code="empty-value"
        )
    return text
