"""
Measures how soon the unlock page stands: from the start of the process to the first painted page.

    python bench/start.py HOME [RUNS]
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_CHILD = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from gui import app
application = app.start("id")
from gui.window import Window
window = Window(Path(sys.argv[2]))
window.show()
application.processEvents()
window.grab()
print("cover" if window.cover else "first run", flush=True)
sys.stdout.close()
import os
os._exit(0)
"""


def main() -> None:
    """Start the window some times, each in a process of its own."""
    home = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    took = []
    for _ in range(runs):
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, str(ROOT), home],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
        )
        took.append(time.perf_counter() - begun)
    print(
        f"{done.stdout.strip()}: median {statistics.median(took):.3f} s, worst {max(took):.3f} s"
    )


if __name__ == "__main__":
    main()
