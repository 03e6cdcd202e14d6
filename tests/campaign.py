"""
How long campaigns are: tests that try many random cases, or large amounts.

`NETRA_CAMPAIGN=10` makes them ten times as long (`make campaign`); see `docs/testing.md`.
"""

import os

TIMES = int(os.environ.get("NETRA_CAMPAIGN", "1"))
