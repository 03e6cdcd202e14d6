"""Sealing, checking and taking in case files; receipts; the cards of officers and offices."""

from pathlib import Path
from typing import TYPE_CHECKING

from cases.progress import Progress
from cases.work.records import CaseId

if TYPE_CHECKING:
    from cases.home import Home
    from cases.keys.cards import OfficeCard, OfficerCard
    from cases.office.outbox import Incoming, Outgoing
    from cases.office.outcome import FileImport
    from cases.sealed.seal import SealResult
    from cases.sealed.verify import Verdict


def is_office(home: "Home") -> bool:
    """Whether this is the home of an office, which takes case files in."""
    return home.keys.office is not None


def office_name(home: "Home") -> str:
    """Name of the office the laptop seals to, or empty."""
    return home.keys.enrolled.name if home.keys.enrolled else ""


def outgoing(home: "Home") -> "tuple[Outgoing, ...]":
    """Give all cases with how far the office has them."""
    from cases.office import outbox

    return outbox.outgoing(home)


def incoming(home: "Home") -> "tuple[Incoming, ...]":
    """Give the case files that came in here."""
    from cases.office import outbox

    return outbox.incoming(home)


def seal(
    home: "Home", case: CaseId, out: Path, *, identities: bool, progress: Progress
) -> "SealResult":
    """Write the sealed file of a case, in place of an older one of this name."""
    from cases.sealed import seal as sealing

    return sealing.seal(home, case, out, without_identities=not identities, progress=progress)


def verify(home: "Home", file: Path) -> "Verdict":
    """Judge a case file with the keys of this home."""
    from cases.office.roster import trusted
    from cases.sealed import verify as verifying

    office = home.keys.office
    own = [home.keys.identity, *([office.identity] if office else [])]
    return verifying.verify(file, own, trusted(home))


def import_files(home: "Home", files: list[Path], progress: Progress) -> "tuple[FileImport, ...]":
    """Take case files in at the office."""
    from cases.office import importing

    return importing.import_files(home, files, progress=progress)


def save_receipt(home: "Home", receipt: str, file: Path) -> None:
    """Write a receipt to a file, for the officer."""
    from cases import disk
    from cases.office.receipts import read_receipt

    disk.save(file, read_receipt(home, receipt))


def add_receipt(home: "Home", file: Path) -> object:
    """Keep a receipt of the office; gives the `Changes`."""
    from cases.office import receipts
    from cases.sealed import receipt

    return receipts.add_receipt(home, _start_of(file, receipt.LARGEST))[1]


def save_card(home: "Home", file: Path) -> tuple[str, ...]:
    """Write the card of the office, at an office, else of the officer; gives its six words."""
    from cases import disk
    from cases.keys import enrolment

    card: OfficeCard | OfficerCard
    if home.keys.office is not None:
        card = enrolment.issue_office_card(home.keys)
    else:
        card = enrolment.issue_officer_card(home.keys)
    disk.save(file, card.text)
    return card.words


def read_office_card(file: Path) -> "OfficeCard":
    """Read the card of an office."""
    from cases.keys import cards

    return cards.parse_office_card(_start_of(file, cards.LARGEST))


def read_officer_card(file: Path) -> "OfficerCard":
    """Read the card of an officer."""
    from cases.keys import cards

    return cards.parse_officer_card(_start_of(file, cards.LARGEST))


def _start_of(file: Path, largest: int) -> bytes:
    """Read a file, no further than what shows that it is too large."""
    from cases import disk
    from cases.platform import open_quietly

    with disk.in_words(file), open_quietly(file) as handle:
        return handle.read(largest + 1)


def enrol(home: "Home", card: "OfficeCard") -> int:
    """Seal to this office from now on, older objects too; gives their number."""
    from cases import home as homes

    homes.enrol(home, card)
    return home.reseal()


def trust_officer(home: "Home", card: "OfficerCard") -> object:
    """Trust the key of an officer from now on; gives the `Changes`."""
    from cases.office.roster import add_to_roster

    return add_to_roster(home, card)
