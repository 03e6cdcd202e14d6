"""Whom an office knows: signed events of its own stream, and the list it publishes."""

import re
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, select

from cases.changes import Changes
from cases.home import Home
from cases.keys.cards import OfficerCard
from cases.keys.signers import allowed_signers
from cases.tables import roster, stream

NAMESPACES = ("netra-case-v1", "netra-head-v1", "netra-receipt-v1")


def add_to_roster(home: Home, card: OfficerCard) -> Changes:
    """
    Trust the key of a card from now on; people have compared its six words before.

    A card that is there already, not revoked and with the same words, adds nothing.
    """
    body = {
        "dev": card.dev,
        "name": card.name,
        "role": card.role,
        "office": card.office,
        "region": card.region,
    }
    with home.write() as tx:
        if not _is_listed(tx.connection, body):
            tx.append("roster.added", body, case=None)
    return tx.changes


def _is_listed(connection: Connection, entry: Mapping[str, str]) -> bool:
    found = connection.execute(
        select(roster.c.dev).where(
            roster.c.scope == "",
            roster.c.revoked_at == "",
            *(roster.c[name] == value for name, value in entry.items()),
        )
    )
    return found.first() is not None


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
    named = principals(trusted(home))
    return allowed_signers(sorted((word, dev, NAMESPACES) for dev, word in named.items()))


def principals(names: Mapping[str, str]) -> dict[str, str]:
    """
    Give each key a word of its own, from the name of its owner.

    Where two keys would bear the same word, each gets four digits of its key: one word for two
    people would let `ssh-keygen` name the wrong one.
    """
    words = {dev: principal(name) for dev, name in names.items()}
    for digits in (4, 64):  # four digits of two keys are alike once in 65,536 pairs
        often = Counter(words.values())
        words = {
            dev: f"{principal(names[dev])}-{dev[:digits]}" if often[word] > 1 else word
            for dev, word in words.items()
        }
    return words


def principal(name: str) -> str:
    """A name as one word of the list: `Contoh Yohana` is `contoh-yohana`."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "petugas"
