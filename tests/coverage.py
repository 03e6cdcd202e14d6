"""
Branch coverage of the parts where a missed branch is a wrong verdict or a lost file.

`python -m tests.coverage` runs their tests and asks for 100 %; the list only grows.
"""

import subprocess
import sys

PERFECT = {
    "rules": ["tests/rules", "tests/cases/commands"],
    "cases/journal": ["tests/cases/journal", "tests/cases/work/test_search.py"],
    "cases/sealed/reader": ["tests/cases/sealed"],
    "cases/keys": ["tests/cases/keys"],
    "cases/vault": ["tests/cases/vault"],
}


def main() -> int:
    """Run each part; gives how many are not perfect."""
    failed = []
    for part, tests in PERFECT.items():
        command = [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "2"),
            *(
                "--cov",
                part.replace("/", "."),
                "--cov-branch",
                "--cov-report",
                "term-missing:skip-covered",
            ),
            *("--cov-fail-under", "100", *tests),
        ]
        if subprocess.run(command, check=False).returncode:
            failed.append(part)
    if failed:
        sys.stdout.write(f"not perfect: {', '.join(failed)}\n")
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
