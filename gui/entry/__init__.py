"""Before the window of a home: unlocking, the first run, the cover of a locked window."""
