"""Netra: the law as data and the logic that reads it. Pure: no files, clock, database, network."""
