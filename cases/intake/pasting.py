"""
Takes in what never was a file, such as a picture from the clipboard.

The bytes go from memory straight into the vault; no copy of them ever lies open on the disk.
"""

from io import BytesIO
from pathlib import Path

from cases import clock
from cases.home import Home
from cases.intake.child import Child
from cases.intake.claims import unread
from cases.intake.entering import enter
from cases.intake.lanes import Finished
from cases.intake.outcome import IntakeResult
from cases.intake.sealer import Sealed
from cases.vault.sealing import seal_to
from cases.work.records import CaseId
from cases.work.scopes import need_case


def take_in_bytes(
    home: Home, data: bytes, name: str, *, case: CaseId | None = None
) -> IntakeResult:
    """Take bytes in under a name, into a case or unsorted into the home."""
    with home.working():
        if case is not None:
            with home.read() as connection:
                need_case(connection, case)
        temp = home.vault.incoming_file()
        sha256, size = seal_to(temp, BytesIO(data), home.vault.recipients)
        claims = unread("application/octet-stream", "empty")
        if data:
            with Child() as child:
                claims = child.claims_of(data, name, clock.now().wall)
        finished = Finished(0, Path(name), temp=temp, sealed=Sealed(sha256, size), claims=claims)
        items, changes = enter(home, case, "", [finished])
        return IntakeResult(tuple(items), changes=changes)
