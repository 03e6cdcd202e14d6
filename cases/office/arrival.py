"""
One sealed case file on its way into the home of the office.

It is read once, from its first byte to its last, before anything of it counts: then lines,
objects and the receipt come in together, or nothing does. What contradicts what the office holds
is refused with both hashes; nobody's version is overwritten.
"""

import hashlib
from pathlib import Path

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.home import Home
from cases.intake.naming import name_of
from cases.journal.event import sha256
from cases.journal.transaction import Tx
from cases.keys.unlocked import OfficeKeys
from cases.language import tr
from cases.office.claims import check_counters, check_names
from cases.office.outcome import Contradicted, Contradiction, Count, FileImport
from cases.office.quarantine import Quarantine
from cases.office.receipts import make_receipt
from cases.office.roster import trusted
from cases.sealed.bag import Bag
from cases.sealed.envelope import public_keys
from cases.sealed.examination import Examination
from cases.sealed.medium import Medium, open_medium, unreadable
from cases.sealed.receipt import parse_receipt
from cases.sealed.refusal import Refused
from cases.sealed.verify import State, examine
from cases.tables import exchange, head, journal


class Arrival:
    """One file on its way in."""

    def __init__(self, home: Home, office: OfficeKeys, path: Path, quarantine: Quarantine) -> None:
        self._home = home
        self._office = office
        self._path = path
        self._quarantine = quarantine
        self._identities = [office.identity, home.keys.identity]
        self._trust = trusted(home)
        self._examination = Examination(self._trust, quarantine, public_keys(self._identities))

    @property
    def case(self) -> str:
        """The case that the file says it is of; empty while that is not proven."""
        bag = self._examination.bag
        return bag.info.case if bag else ""

    def pass_through(self, *, plan: bool) -> FileImport:
        """
        Read and prove the file, then take it in, or with `plan` only tell what would happen.

        The very same file comes in once only.
        """
        digest = self._hash()
        with self._home.read() as connection:
            before = self._receipt_for(connection, digest)
        if before:
            return self._held_already(before)
        bag = self._examine(digest)
        objects = self._quarantine.new_objects()
        return self._look(bag, objects) if plan else self._take_in(bag, digest, objects)

    def _look(self, bag: Bag, objects: int) -> FileImport:
        with self._home.read() as connection:
            new = self._compare(connection, bag.info.case)
        return self._result(bag, Count(new, objects), "", Changes())

    def _take_in(self, bag: Bag, digest: str, objects: int) -> FileImport:
        with self._home.write() as tx:
            before = self._receipt_for(tx.connection, digest)
            if before:  # somebody else was faster
                return self._held_already(before)
            new = Count(self._compare(tx.connection, bag.info.case), objects)
            self._merge(tx, bag.info.case)
            # Bytes before the transaction that names them; it is committed after this block.
            self._quarantine.adopt()
            receipt = self._acknowledge(tx, bag, digest, new)
        return self._result(bag, new, receipt, tx.changes)

    def end(self) -> None:
        """Leave nothing behind that was not taken in."""
        self._quarantine.clear()

    def _hash(self) -> str:
        with open_medium(self._path) as file:
            medium, digest = Medium(file), hashlib.sha256()
            while data := medium.read(1 << 20):
                digest.update(data)
        return digest.hexdigest()

    def _examine(self, digest: str) -> Bag:
        with open_medium(self._path) as file:
            medium = Medium(file)
            bag = examine(medium, self._identities, self._examination, bare=False)
            if medium.sha256 != digest:
                raise unreadable()
        check_names(self._quarantine.streams, self._trust)
        return bag

    @staticmethod
    def _receipt_for(connection: Connection, digest: str) -> str:
        """Find the receipt for the very same file; empty when it never came."""
        found = connection.execute(
            select(exchange.c.object).where(
                exchange.c.scope == "", exchange.c.act == "imported", exchange.c.sha256 == digest
            )
        ).scalar()
        return found or ""

    def _held_already(self, object_: str) -> FileImport:
        receipt = parse_receipt(self._home.vault.read(object_))
        return FileImport(
            file=str(self._path),
            verdict=State.INTACT,
            case=receipt.case,
            known=Count(sum(entry.seq for entry in receipt.heads), receipt.objects.count),
            left_out=receipt.objects.left_out,
            receipt=object_,
        )

    def _compare(self, connection: Connection, case: str) -> int:
        """Count the lines that are new here; raise where the file contradicts what is held."""
        check_counters(connection, self._quarantine.streams)
        rows = connection.execute(
            select(journal.c.dev, journal.c.seq, journal.c.sha256).where(journal.c.scope == case)
        )
        held = {(dev, seq): line for dev, seq, line in rows}
        new, conflicts = 0, []
        for dev, lines in self._quarantine.streams.items():
            for seq, line in enumerate(lines, 1):
                here, came = held.get((dev, seq)), sha256(line)
                if here is None:
                    new += 1
                elif here != came:
                    conflicts.append(Contradiction(dev, seq, here, came))
                    break
            if dev == self._home.keys.dev and (dev, len(lines)) not in held:
                raise _own_key()
        if conflicts:
            raise Contradicted(conflicts)
        return new

    def _merge(self, tx: Tx, case: str) -> None:
        for lines in self._quarantine.streams.values():
            arrivals = tx.arrive(lines)
            if arrivals.forks or arrivals.waiting:
                raise RuntimeError("a compared stream did not fit")
        rows = tx.connection.execute(select(head.c.dev, head.c.seq).where(head.c.scope == case))
        held = {row.dev: row.seq for row in rows}
        for dev, (came, signature) in self._quarantine.heads.items():
            if came.seq > held.get(dev, 0):
                tx.sign_as(dev, case, came.seq, came.sha256, signature)
        tx.fold()

    def _acknowledge(self, tx: Tx, bag: Bag, digest: str, new: Count) -> str:
        receipt = make_receipt(
            tx.connection,
            self._office,
            bag,
            digest,
            self._quarantine.objects,
            self._trust[bag.signer],
        )
        object_ = self._home.vault.put(receipt.text)
        body = {
            "case": bag.info.case,
            "file": name_of(self._path),
            "sha256": digest,
            "content": receipt.content,
            "signer": bag.signer,
            "receipt": object_,
            "number": receipt.n,
            "events": new.events,
            "objects": new.objects,
        }
        tx.append("case.imported", body, case=None, obj=[object_])
        tx.made = bag.info.case
        return object_

    def _result(self, bag: Bag, new: Count, receipt: str, changes: Changes) -> FileImport:
        events = sum(len(lines) for lines in self._quarantine.streams.values())
        objects = len(self._quarantine.objects)
        return FileImport(
            file=str(self._path),
            verdict=State.INTACT,
            case=bag.info.case,
            new=new,
            known=Count(events - new.events, objects - new.objects),
            left_out=len(bag.info.left_out),
            receipt=receipt,
            changes=changes,
        )


def _own_key() -> Refused:
    return Refused(
        tr(
            "Berkas berisi catatan dari kunci rumah data ini yang tidak ada di sini:"
            " mungkin ada salinan rumah data ini yang dipakai."
        ),
        code="own-key-elsewhere",
    )
