"""The start of the program."""

import subprocess
import sys

import pytest

from cases.resources import root

_ASK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CORE, (1 << 20, 1 << 20))
import main
main.main(["--help"])
sys.stderr.write(str(resource.getrlimit(resource.RLIMIT_CORE)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_crash_of_the_program_writes_no_memory_to_the_disk():
    done = subprocess.run(
        [sys.executable, "-c", _ASK], cwd=root(), capture_output=True, text=True, check=True
    )
    assert done.stderr.endswith("(0, 0)")
