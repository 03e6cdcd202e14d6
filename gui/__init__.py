"""The window. Knows `cases` and Qt; never SQL, tables, sessions, hashes."""
