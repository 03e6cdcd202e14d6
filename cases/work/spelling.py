"""Did you mean: the nearest word of the index, where a search finds nothing."""

from collections.abc import Iterator

from sqlalchemy import Connection

from cases.folding import words_in

_SHORTEST = 4
_FAR = 2


def correction(connection: Connection, text: str) -> str:
    """Give the text with each unknown word replaced by the nearest known one; empty: no idea."""
    meant = text.strip()
    changed = False
    for start, end, word in reversed(list(words_in(meant))):
        if len(word) < _SHORTEST or _known(connection, word):
            continue
        near = _nearest(connection, word)
        if not near:
            return ""
        meant, changed = meant[:start] + near + meant[end:], True
    return meant if changed else ""


def _known(connection: Connection, word: str) -> bool:
    found = connection.exec_driver_sql("SELECT 1 FROM search_word WHERE word = ?", (word,))
    return found.first() is not None


def _nearest(connection: Connection, word: str) -> str:
    """Give the known word with the fewest letters changed, among these the most frequent."""
    far = _FAR if len(word) > _SHORTEST else 1
    best = (far + 1, 0, "")
    for other, count in _candidates(connection, word, far):
        apart = distance(word, other, far)
        best = min(best, (apart, -count, other)) if apart <= far else best
    return best[2]


def _candidates(connection: Connection, word: str, far: int) -> Iterator[tuple[str, int]]:
    """Give words of like length with the same first letter or the same last two."""
    rows = connection.exec_driver_sql(
        "SELECT word, n FROM search_word WHERE length(word) BETWEEN ? AND ?"
        " AND (substr(word, 1, 1) = ? OR substr(word, -2) = ?)",
        (len(word) - far, len(word) + far, word[0], word[-2:]),
    )
    for other, count in rows:
        if str(other).isalpha():
            yield str(other), int(count)


def distance(one: str, other: str, most: int) -> int:
    """Count letters to change, add, drop or swap; anything above `most` is just more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, before, row = before, row, [at]
        for to, against in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != against))
            if last and to > 1 and letter == other[to - 2] and one[at - 2] == against:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
