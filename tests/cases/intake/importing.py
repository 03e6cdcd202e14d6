"""An import to be killed: `python -m tests.cases.intake.importing HOME FOLDER PASSPHRASE CASE`.

Prints `stored EXHIBIT SHA256` for each file as soon as the pipeline reports it.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from cases import home as homes
from cases.intake.outcome import IntakeItem
from cases.intake.pipeline import take_in
from cases.work.records import CaseId


def tell(items: Sequence[IntakeItem]) -> None:
    for item in items:
        sys.stdout.write(f"{item.status} {item.exhibit} {item.sha256}\n")
    sys.stdout.flush()


def main() -> None:
    folder, card, passphrase, case = sys.argv[1:]
    home = homes.unlock(Path(folder), None, passphrase)
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    take_in(home, [Path(card)], case=CaseId(case), report=tell)
    home.lock()


if __name__ == "__main__":
    main()
