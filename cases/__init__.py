"""Netra: evidence, cases, papers, exchange; all that also serves the command line. No Qt."""

__version__ = "0.1.0"
