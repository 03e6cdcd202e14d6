"""Where the shipped files lie, in the source tree and in a frozen build."""

import sys
from pathlib import Path


def root() -> Path:
    """Folder that holds `resources/` and `rules/packs/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """Path of a shipped resource, such as `resource("fonts", "Inter-Regular.ttf")`."""
    return root().joinpath("resources", *parts)
