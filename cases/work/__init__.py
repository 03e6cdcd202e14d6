"""The work of an officer: incidents, attendance, cases, parties, facts, clarification."""
