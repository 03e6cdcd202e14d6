"""One case: header, tabs, and the panel of rules."""
