"""Netra: evidence, cases, papers, exchange. Everything that also serves the command line; no Qt."""
