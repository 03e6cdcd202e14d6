"""Netra: the window. Knows `cases`; never SQL, tables, sessions, hashes."""
