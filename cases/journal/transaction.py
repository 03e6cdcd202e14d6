"""
A write: events appended or arrived, folded, heads signed. `Store.write` makes and ends it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from cases.changes import Changes, Part
from cases.clock import now
from cases.errors import NetraError
from cases.journal.bodies import type_of
from cases.journal.event import GENESIS, Class, Event, compose
from cases.journal.fold import fold, refold
from cases.journal.rows import Rows
from cases.journal.signing import ForeignLine, is_signed, sign_head
from cases.journal.streams import Arrivals, Head, arrive, head_of
from cases.language import tr
from cases.tables import head, journal, projections

_PARTS = {
    "case": Part.CASE,
    "party": Part.PARTY,
    "incident": Part.INCIDENT,
    "attendance": Part.INCIDENT,
    "exhibit": Part.EXHIBIT,
    "statement": Part.FACT,
    "fact": Part.FACT,
    "clarification": Part.CLARIFICATION,
    "question": Part.CLARIFICATION,
    "invitation": Part.CLARIFICATION,
    "minutes": Part.CLARIFICATION,
    "note": Part.CASE,
    "tag": Part.CASE,
    "paper": Part.PAPER,
    "capture": Part.EXHIBIT,
    "marker": Part.EXHIBIT,
    "copy": Part.EXHIBIT,
    "original": Part.EXHIBIT,
    "person": Part.PARTY,
    "against": Part.FACT,
    "rule": Part.FACT,
    "requirement": Part.CASE,
    "deadline": Part.CASE,
}

_CUSTODY = "exhibit.", "capture.", "marker.", "copy.", "original."
"""Types that write a line into the custody log of an exhibit."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: the key and how a stream introduces it."""

    dev: str
    seed: bytes
    introduction: dict[str, Any]
    """Body of `stream.started`: name, role, office, region, number."""


def _composed(event: dict[str, Any]) -> tuple[bytes, str, Event]:
    try:
        return compose(event, now())
    except UnicodeEncodeError as error:
        raise NetraError(
            tr("Ada tanda dalam teks yang tidak dapat disimpan."),
            tr("Ketik ulang teks itu; jangan menyalinnya."),
            code="bad-text",
        ) from error


class Tx:
    """One write transaction; append to it, never commit it."""

    def __init__(self, connection: Connection, author: Author) -> None:
        self.connection = connection
        self.author = author
        self._lam = connection.execute(select(func.max(journal.c.lam))).scalar() or 0
        self._heads: dict[str, tuple[int, str]] = {}
        self._signed: set[str] = set()
        self._new: dict[str, list[tuple[Event, str]]] = {}
        self._late: set[str] = set()
        self._lines: list[dict[str, Any]] = []
        self._parts: set[Part] = set()
        self.changes = Changes()
        self.made = ""
        """Id of what the action made, for `changes.made`."""

    def append(
        self,
        kind: str,
        body: dict[str, Any],
        *,
        case: str | None,
        cls: Class = "content",
        saw: Sequence[str] = (),
        obj: Sequence[str] = (),
    ) -> str:
        """Append an event to the author's stream of `case`; gives its id (SHA-256 of the line)."""
        scope = case or ""
        if case is not None and self._head(scope)[0] == 0 and kind != "stream.started":
            self.append("stream.started", self.author.introduction, case=case)
        msgspec.convert(body, type_of[kind])
        seq, prev = self._head(scope)
        self._lam += 1
        line, sha, event = _composed(
            {
                "dev": self.author.dev,
                "case": case,
                "seq": seq + 1,
                "prev": prev,
                "lam": self._lam,
                "type": kind,
                "class": cls,
                "body": body,
                "saw": list(saw),
                "obj": list(obj),
            }
        )
        self._store(event, sha, line)
        self._heads[scope] = (seq + 1, sha)
        self._signed.add(scope)
        return sha

    def arrive(self, lines: Iterable[bytes]) -> Arrivals:
        """Take in lines of other keys; chains are checked, forks and gaps kept aside.

        The caller has checked the signatures of the heads. Raises `BadLine` for what is no line.
        """
        self.fold()
        arrivals = arrive(self.connection, lines)
        last: dict[str, tuple[int, str, str, int]] = {}
        for arrival in arrivals.stored:
            scope = arrival.event.scope
            if scope not in last:
                last[scope] = self._last_folded(scope)
            if arrival.event.order < last[scope]:
                self._late.add(scope)
            self._lam = max(self._lam, arrival.event.lam)
            self._note(arrival.event, arrival.sha256)
        return arrivals

    def sign_as(self, dev: str, scope: str, seq: int, sha256: str, signature: str) -> None:
        """Keep the signature of another key's head, as it came."""
        self._write_head(dev, scope, (seq, sha256), signature)

    def _last_folded(self, scope: str) -> tuple[int, str, str, int]:
        stream = projections.tables["stream"]
        found = self.connection.execute(
            select(stream.c.lam, stream.c.dev, stream.c.seq)
            .where(stream.c.scope == scope)
            .order_by(stream.c.lam.desc(), stream.c.dev.desc())
            .limit(1)
        ).first()
        return (found[0], found[1], scope, found[2]) if found else (0, "", scope, 0)

    def _head(self, scope: str) -> tuple[int, str]:
        if scope not in self._heads:
            found = self.connection.execute(
                select(journal.c.seq, journal.c.sha256)
                .where(journal.c.dev == self.author.dev, journal.c.scope == scope)
                .order_by(journal.c.seq.desc())
                .limit(1)
            ).first()
            self._heads[scope] = (found[0], found[1]) if found else (0, GENESIS)
            if found:
                self._need_own(scope)
        return self._heads[scope]

    def _need_own(self, scope: str) -> None:
        """
        Refuse to go on after a line that this key did not sign.

        Whoever else has the vault key could put one there; the next signature would cover it.
        """
        held = head_of(self.connection, self.author.dev, scope)
        if held is None or (held.seq, held.sha256) != self._heads[scope] or not is_signed(held):
            raise ForeignLine

    def _store(self, event: Event, sha: str, line: bytes) -> None:
        self._lines.append(
            {
                "dev": event.dev,
                "scope": event.scope,
                "seq": event.seq,
                "lam": event.lam,
                "sha256": sha,
                "line": line,
            }
        )
        self._note(event, sha)

    def _note(self, event: Event, sha: str) -> None:
        self._new.setdefault(event.scope, []).append((event, sha))
        self._parts.add(_PARTS.get(event.type.partition(".")[0], Part.OFFICE))
        if event.cls == "access" or event.type.startswith(_CUSTODY):
            self._parts.add(Part.CUSTODY)

    def fold(self) -> None:
        """Store and fold what was appended so far, so that reads in this transaction see it."""
        if self._lines:
            self.connection.execute(insert(journal), self._lines)
            self._lines = []
        for scope, events in self._new.items():
            if scope in self._late:
                refold(self.connection, scope)
            else:
                rows = Rows(self.connection, scope, fresh=False)
                fold(rows, sorted(events, key=lambda entry: entry[0].order))
                rows.flush()
        touched = frozenset(self._new) | self.changes.cases
        self.changes = Changes(frozenset(self._parts), touched, self.made)
        self._new = {}
        self._late = set()

    def finish(self) -> None:
        """Fold the rest and sign the heads this author moved; `Store.write` calls it."""
        self.fold()
        for scope in sorted(self._signed):
            seq, sha = self._heads[scope]
            signature = sign_head(
                self.author.seed, Head(self.author.dev, scope, seq, sha, signature="")
            )
            self._write_head(self.author.dev, scope, (seq, sha), signature)

    def _write_head(self, dev: str, scope: str, place: tuple[int, str], signature: str) -> None:
        self.connection.execute(delete(head).where(head.c.dev == dev, head.c.scope == scope))
        self.connection.execute(
            insert(head),
            {
                "dev": dev,
                "scope": scope,
                "seq": place[0],
                "sha256": place[1],
                "signature": signature,
            },
        )
