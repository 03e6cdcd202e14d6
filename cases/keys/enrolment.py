"""Who knows whom: the cards a home gives away, and the office it is enrolled with."""

import msgspec

from cases import clock
from cases.errors import NetraError
from cases.keys import slots
from cases.keys.cards import OfficeCard, OfficerCard, make_officer_card, signed
from cases.keys.unlocked import Unlocked, recipients_of
from cases.language import tr


def issue_office_card(opened: Unlocked) -> OfficeCard:
    """Make the card of the office whose home this is."""
    keys = opened.office
    if keys is None:
        raise NetraError(
            tr("Rumah data ini bukan milik kantor, jadi tidak punya kartu kantor."),
            tr("Buat kartu kantor di rumah data kantor kabupaten/kota."),
            code="no-office",
        )
    card = OfficeCard(
        format=OfficeCard.FORMAT,
        id=keys.id,
        name=keys.name,
        region=keys.region,
        sign=keys.dev,
        age=keys.age,
        recovery=keys.recovery,
        issued_at=clock.now().wall,
    )
    return signed(card, keys.seed)


def issue_officer_card(opened: Unlocked) -> OfficerCard:
    """Make the card of the signed-in officer."""
    return make_officer_card(opened.seed, opened.officer)


def enrol(opened: Unlocked, card: OfficeCard) -> tuple[str, ...]:
    """
    Seal to this office from now on, in place of one enrolled before; returns the recipients.

    Objects stored before must be sealed again; the caller sees to that.
    """
    home = msgspec.structs.replace(slots.current(opened), enrolled=card.text.decode())
    slots.store(opened, home)
    opened.enrolled = card
    opened.recipients = recipients_of(home)
    return opened.recipients
