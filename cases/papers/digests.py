"""Hashes on paper, in groups that eyes can compare."""


def short(digest: str) -> str:
    """The first 16 digits in groups of four."""
    return " ".join(digest[at : at + 4] for at in range(0, min(len(digest), 16), 4))


def grouped(digest: str) -> str:
    """All digits in groups of eight."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
