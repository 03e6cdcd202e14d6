"""A district office and an officer who exchanged their cards."""

from tests.cases.exchange import home, office, story

__all__ = ["home", "office", "story"]
