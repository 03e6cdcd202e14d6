"""
Receipts: the office gives them, the officer keeps them as proof of what the office holds.

Only lines of the home's own streams (scope `""`) count as given or kept: a case file could bring
lines that look the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, func, select

from cases.changes import Changes
from cases.clock import now
from cases.errors import NetraError
from cases.home import Home
from cases.journal.fold import content_head
from cases.keys.unlocked import OfficeKeys
from cases.language import tr
from cases.sealed.bag import Bag
from cases.sealed.heads import Head
from cases.sealed.receipt import (
    FIRST,
    FORMAT,
    NAMESPACE,
    BadReceipt,
    OfficeEntry,
    Receipt,
    SignerEntry,
    head_entries,
    objects_entry,
    parse_receipt,
)
from cases.tables import case as case_table
from cases.tables import exchange, journal, stream
from cases.vault.errors import ObjectDamaged, ObjectMissing


@dataclass(frozen=True, slots=True)
class ReceiptRecord:
    """A receipt, at the office or at the officer's."""

    object: str
    """SHA-256 of the receipt's text; the text is an object in the vault."""
    number: int
    office: str
    case: str
    content: str
    """Content head of the case that the office holds."""
    at: str


class NoOffice(NetraError):
    """This home belongs to no office."""

    def __init__(self) -> None:
        super().__init__(
            tr("Rumah data ini bukan milik kantor, jadi tidak dapat menerima berkas kasus."),
            tr("Terima berkas di rumah data kantor kabupaten/kota."),
            code="no-office",
        )


def office_of(home: Home) -> OfficeKeys:
    """Give the keys of the office whose home this is."""
    if home.keys.office is None:
        raise NoOffice
    return home.keys.office


def make_receipt(
    connection: Connection,
    office: OfficeKeys,
    bag: Bag,
    file_sha256: str,
    objects: Iterable[str],
    name: str,
) -> Receipt:
    """Write and sign the next receipt of the office, for what a file brought."""
    number, previous = _last(connection)
    receipt = Receipt(
        format=FORMAT,
        office=OfficeEntry(id=office.id, name=office.name, region=office.region, sign=office.dev),
        n=number + 1,
        prev_receipt=previous,
        at=now().wall,
        case=bag.info.case,
        content=content_head(connection, bag.info.case),
        heads=head_entries(bag.info.heads),
        objects=objects_entry(objects, len(bag.info.left_out)),
        file_sha256=file_sha256,
        signer=SignerEntry(dev=bag.signer, name=name),
    )
    return msgspec.structs.replace(receipt, sig=office.sign(NAMESPACE, receipt.message))


def _last(connection: Connection) -> tuple[int, str]:
    given = (exchange.c.scope == "") & (exchange.c.act == "imported")
    number = connection.execute(
        select(func.count()).select_from(exchange).where(given)
    ).scalar_one()
    previous = connection.execute(
        select(exchange.c.object).where(given).order_by(exchange.c.lam.desc()).limit(1)
    ).scalar()
    return number, previous or FIRST


def read_receipt(home: Home, object_: str) -> bytes:
    """Give the text of a receipt, to be handed out as a file."""
    text = home.vault.read(object_)
    parse_receipt(text)
    return text


def add_receipt(home: Home, text: bytes) -> tuple[ReceiptRecord, Changes]:
    """Keep a receipt of the enrolled office; the same one again changes nothing."""
    receipt = parse_receipt(text)
    card = home.keys.enrolled
    if card is None or card.sign != receipt.office.sign:
        raise NetraError(
            tr(
                "Tanda terima ini dari kantor “{office}”, bukan dari kantor tempat laptop ini"
                " terdaftar.",
                office=receipt.office.name,
            ),
            tr("Daftarkan laptop dengan kartu kantor itu, atau minta tanda terima yang benar."),
            code="other-office",
        )
    with home.read() as connection:
        _check(connection, receipt)
    object_ = home.vault.put(text)
    with home.write() as tx:
        if not _is_known(tx.connection, object_):
            body = {
                "case": receipt.case,
                "object": object_,
                "office": receipt.office.sign,
                "number": receipt.n,
                "content": receipt.content,
            }
            tx.append("receipt.added", body, case=None, obj=[object_])
        tx.made = object_
    return _record(object_, receipt), tx.changes


def _check(connection: Connection, receipt: Receipt) -> None:
    """Compare what the office says it holds with what is here."""
    known = connection.execute(
        select(case_table.c.scope).where(case_table.c.scope == receipt.case)
    ).scalar()
    if known is None:
        raise NetraError(
            tr("Tanda terima ini untuk kasus yang tidak ada di rumah data ini."),
            tr("Buka rumah data tempat kasus itu dibuat."),
            code="no-such-case",
        )
    for head in receipt.heads:
        held = line_at(connection, receipt.case, head.dev, head.seq)
        if held is not None and held != head.sha256:
            raise NetraError(
                tr(
                    "Catatan {seq} yang dipegang kantor ({office}) berbeda dari yang di sini"
                    " ({here}).",
                    seq=head.seq,
                    office=head.sha256[:12],
                    here=held[:12],
                ),
                tr("Jangan hapus apa pun; hubungi kantor dan bandingkan keduanya."),
                code="head-differs",
            )


def line_at(connection: Connection, case: str, dev: str, seq: int) -> str | None:
    """Tell the id of the line at this place of a stream, None when it is not held."""
    return connection.execute(
        select(journal.c.sha256).where(
            journal.c.scope == case, journal.c.dev == dev, journal.c.seq == seq
        )
    ).scalar()


def _is_known(connection: Connection, object_: str) -> bool:
    found = connection.execute(
        select(exchange.c.event).where(
            exchange.c.scope == "", exchange.c.act == "receipt", exchange.c.object == object_
        )
    )
    return found.first() is not None


def list_receipts(home: Home, case: str) -> tuple[ReceiptRecord, ...]:
    """Give the receipts of a case, newest first; unreadable ones are passed over."""
    with home.read() as connection:
        found = connection.execute(
            select(exchange.c.object)
            .where(
                exchange.c.scope == "",
                exchange.c.act.in_(("receipt", "imported")),
                exchange.c.case == case,
            )
            .order_by(exchange.c.lam.desc())
        )
        objects = found.scalars().all()
    return tuple(_readable(home, objects))


def _readable(home: Home, objects: Iterable[str]) -> Iterator[ReceiptRecord]:
    for object_ in objects:
        with suppress(ObjectMissing, ObjectDamaged, BadReceipt):
            yield _record(object_, parse_receipt(home.vault.read(object_)))


def held_heads(home: Home, case: str) -> Mapping[str, Head]:
    """Tell up to where the office holds each stream of a case."""
    held: dict[str, Head] = {}
    for receipt in _receipts_of(home, case):
        for entry in receipt.heads:
            head = Head(entry.dev, entry.seq, entry.sha256)
            held[head.dev] = max(head, held.get(head.dev, head), key=lambda item: item.seq)
    return held


def is_held(home: Home, case: str) -> bool:
    """
    Tell whether one receipt covers all content of a case as it is here, with nothing left out.

    Looks at each stream, since the office may hold streams of others that are not here.
    """
    with home.read() as connection:
        found = connection.execute(
            select(stream.c.dev, stream.c.content_seq).where(stream.c.scope == case)
        )
        here = {row.dev: row.content_seq for row in found}
    return bool(here) and any(_covers(receipt, here) for receipt in _receipts_of(home, case))


def _covers(receipt: Receipt, here: Mapping[str, int]) -> bool:
    held = {entry.dev: entry.seq for entry in receipt.heads}
    return not receipt.objects.left_out and all(
        held.get(dev, 0) >= content_seq for dev, content_seq in here.items()
    )


def _receipts_of(home: Home, case: str) -> Iterator[Receipt]:
    for record in list_receipts(home, case):
        yield parse_receipt(home.vault.read(record.object))


def _record(object_: str, receipt: Receipt) -> ReceiptRecord:
    return ReceiptRecord(
        object=object_,
        number=receipt.n,
        office=receipt.office.name,
        case=receipt.case,
        content=receipt.content,
        at=receipt.at,
    )
