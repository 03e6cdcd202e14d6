"""What every test shares."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run and no clock: a busy machine is no failure. Campaigns draw anew.
settings.register_profile(
    "netra",
    deadline=None,
    derandomize="NETRA_CAMPAIGN" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("netra")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder with real photos and hostile files; tests that use it carry `needs_shared`."""
    folder = Path(os.environ.get("NETRA_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the shared test data is not on this machine; the twin test ran instead")
    return folder


@pytest.fixture(autouse=True, scope="session")
def small_reserves() -> None:
    """Homes of tests set little room aside; `tests/cases/test_reserve.py` asserts the default."""
    from cases import reserve

    reserve.SIZE, reserve.MARGIN, reserve.LOW = 1 << 16, 1 << 16, 1 << 14
