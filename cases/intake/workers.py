"""How many processes work at once: as many as help, and one where memory is short."""

import os

from cases.platform import memory_bytes

SMALL = 4 << 30
"""Laptops with this much memory or less have none to spare beside the window and a browser."""


def count_of_workers(most: int = 4) -> int:
    """Give the number of processes that seal, or that make print copies."""
    if 0 < memory_bytes() <= SMALL:
        return 1
    return max(2, min(most, os.cpu_count() or 2))
