"""A small invented case that tests go on from."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import uuid4

from cases.changes import Changes
from cases.home import Home
from cases.journal.event import read
from cases.journal.streams import lines_of
from cases.work.attendance import add_attendance
from cases.work.cases import open_case
from cases.work.codes import next_code
from cases.work.incidents import record_incident
from cases.work.parties import add_party
from cases.work.records import (
    CaseId,
    ExhibitId,
    IncidentId,
    Particulars,
    PartyId,
    Place,
    Regime,
    Role,
    Source,
)

NOWHERE: Any = "f" * 32
"""An id of nothing."""


def made(changes: Changes) -> Any:
    """Id of what an action made, whatever kind of id it is."""
    return changes.made


def take_in(home: Home, case: str | None, name: str = "IMG_0001.jpg", **inspection) -> ExhibitId:
    """Append what an intake appends for one photo."""
    exhibit = uuid4().hex
    content = home.vault.put(f"sample {name} {exhibit}".encode())
    with home.write() as tx:
        body = {
            "exhibit": exhibit,
            "object": content,
            "file": name,
            "size": 100,
            "kind": "photo",
            "media_type": "image/jpeg",
            "width": 4000,
            "height": 3000,
            "inspection": inspection,
            "code": next_code(tx, case, "B") if case else "",
        }
        tx.append("exhibit.taken_in", body, case=case, obj=[content])
    return ExhibitId(exhibit)


def preview(home: Home, case: str | None, exhibit: str) -> str:
    """Append the print copy of an exhibit."""
    content = home.vault.put(b"print copy of " + exhibit.encode())
    with home.write() as tx:
        body = {"exhibit": exhibit, "object": content}
        tx.append("exhibit.preview", body, case=case, obj=[content])
    assert content == sha256(b"print copy of " + exhibit.encode()).hexdigest()
    return content


@dataclass
class Story:
    """Ids of the sample case."""

    case: CaseId
    incident: IncidentId
    respondent: PartyId
    witness: PartyId
    photos: tuple[ExhibitId, ...]

    @classmethod
    def begin(cls, home: Home) -> "Story":
        case = CaseId(
            open_case(
                home,
                title="Kehadiran camat di kampanye",
                regime=Regime.PEMILU,
                source=Source.TEMUAN,
                found_at="2024-01-22",
                known_at="2024-01-22",
                place=Place("Lapangan Contoh", "53.01.06", "-10.1", "123.6"),
            ).made
        )
        incident = IncidentId(
            record_incident(
                home,
                case=case,
                title="Kampanye terbuka",
                kind="KAMPANYE",
                election="PILPRES",
                contestant="Paslon Contoh",
                starts_at="2024-01-21T10:00",
                ends_at="2024-01-21T12:00",
            ).made
        )
        particulars = Particulars(name="Contoh Terlapor", nip="198001012005011001")
        respondent = add_party(
            home, case, role=Role.RESPONDENT, label="Camat", particulars=particulars
        ).made
        witness = add_party(
            home, case, role=Role.WITNESS, particulars=Particulars(name="Contoh Saksi")
        ).made
        photos = (take_in(home, case), take_in(home, case, "IMG_0002.jpg"))
        add_attendance(home, incident, PartyId(respondent), exhibits=photos[:1])
        return cls(case, incident, PartyId(respondent), PartyId(witness), photos)


def carry(sender: Home, receiver: Home, case: str) -> None:
    """Bring all lines of a case to another home, as an import does after checking them."""
    with sender.read() as connection:
        lines = [line for _, stream in lines_of(connection, case) for line in stream]
    with receiver.write() as tx:
        tx.arrive(lines)


def bodies(home: Home, case: str | None, kind: str) -> list[dict[str, Any]]:
    """Bodies of all events of a kind, in order."""
    with home.read() as connection:
        events = [read(line) for _, stream in lines_of(connection, case) for line in stream]
    events.sort(key=lambda event: event.order)
    return [event.body for event in events if event.type == kind]
