"""
Values of facts: what counts as the same, what counts as unknown.

The answers that count as unknown are those of the design of the rules: a person who says one of
them claims nothing, so nobody contradicts them.
"""

from datetime import date

from cases.errors import NetraError
from cases.language import tr
from cases.work.records import Value
from cases.work.refusals import refusal
from rules.errors import RuleError
from rules.facts import read_value
from rules.leaves import OPEN
from rules.pack import Pack

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


def checked(pack: Pack, fact: str, value: Value) -> Value:
    """Give the value as events hold it; refuse what the pack does not know or an empty answer."""
    if isinstance(value, str) and not value.strip():
        raise NetraError(
            tr("Jawaban belum diisi."), tr("Pilih atau tulis jawabannya."), code="empty-value"
        )
    try:
        known = read_value(pack, fact, value)
    except RuleError as error:
        raise refusal(error) from error
    if isinstance(known, bool):
        return known
    if isinstance(known, frozenset):
        return sorted(UNKNOWN if member == OPEN else member for member in known)
    if known is None:
        return _no_value(value)
    return value.strip() if isinstance(known, date) and isinstance(value, str) else str(known)


def _no_value(value: Value) -> str:
    """Keep the answer that claims nothing, as the pack writes it."""
    word = value.strip().upper() if isinstance(value, str) else UNKNOWN
    return word if word in UNKNOWN_ANSWERS else UNKNOWN
