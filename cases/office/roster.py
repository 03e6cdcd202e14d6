"""Whom an office knows: signed events of its own stream, and the list it publishes."""

import re

from sqlalchemy import select

from cases.changes import Changes
from cases.home import Home
from cases.keys.cards import OfficerCard
from cases.keys.signers import allowed_signers
from cases.tables import roster, stream

NAMESPACES = ("netra-case-v1", "netra-head-v1", "netra-receipt-v1")


def add_to_roster(home: Home, card: OfficerCard) -> Changes:
    """Trust the key of a card from now on; people have compared its six words before."""
    with home.write() as tx:
        tx.append(
            "roster.added",
            {
                "dev": card.dev,
                "name": card.name,
                "role": card.role,
                "office": card.office,
                "region": card.region,
            },
            case=None,
        )
    return tx.changes


def revoke(home: Home, dev: str, reason: str) -> Changes:
    """Stop trusting a key; what was taken in before stays."""
    with home.write() as tx:
        tx.append("roster.revoked", {"dev": dev, "reason": reason}, case=None)
    return tx.changes


def trusted(home: Home) -> dict[str, str]:
    """Keys this home trusts, with their names: its own officers, the roster, its office."""
    with home.read() as connection:
        own = connection.execute(
            select(stream.c.dev, stream.c.name).where(stream.c.scope == "")
        ).all()
        listed = connection.execute(
            # The home's own streams only: a case file could bring a line that looks like a roster.
            select(roster.c.dev, roster.c.name).where(
                roster.c.scope == "", roster.c.revoked_at == ""
            )
        ).all()
    found = {row.dev: row.name for row in (*own, *listed)}
    if home.keys.office is not None:
        found[home.keys.office.dev] = home.keys.office.name
    if home.keys.enrolled is not None:
        found[home.keys.enrolled.sign] = home.keys.enrolled.name
    return found


def trusted_signers(home: Home) -> str:
    """The `allowed_signers` list that the district publishes: no validity dates in it."""
    return allowed_signers(
        sorted((principal(name), dev, NAMESPACES) for dev, name in trusted(home).items())
    )


def principal(name: str) -> str:
    """A name as one word of the list: `Contoh Yohana` is `contoh-yohana`."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "petugas"
