"""
The tables of a home. Private to `cases`: rows never leave it.

`journal` is the truth and its schema is frozen. `head`, `waiting`, `fork` serve the journal;
`draft`, `person_index`, `brought` and `setting` belong to this laptop alone. All others are
projections: a pure fold of the journal, dropped and made again when `PROJECTION_VERSION` changes
(`docs/format.md`).
"""

from sqlalchemy import (
    DDL,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    event,
    func,
)

PROJECTION_VERSION = 13
"""Raise it with every change of a projection or of the fold: homes rebuild at their next start."""

metadata = MetaData()
projections = MetaData()


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False, default="", server_default="") for name in names]


def _int(*names: str) -> list[Column[int]]:
    return [Column(name, Integer, nullable=False, default=0, server_default="0") for name in names]


journal = Table(
    "journal",
    metadata,
    *_text("dev", "scope"),
    *_int("seq", "lam"),
    *_text("sha256"),
    Column("line", LargeBinary, nullable=False),
    PrimaryKeyConstraint("dev", "scope", "seq"),
    Index("journal_order", "scope", "lam", "dev", "seq"),
    Index("journal_lam", "lam"),
    Index("journal_sha256", "sha256", unique=True),
)
head = Table(
    "head",
    metadata,
    *_text("dev", "scope"),
    *_int("seq"),
    *_text("sha256", "signature"),
    PrimaryKeyConstraint("dev", "scope"),
)
waiting = Table(
    "waiting",
    metadata,
    *_text("dev", "scope"),
    *_int("seq"),
    *_text("sha256"),
    Column("line", LargeBinary, nullable=False),
    PrimaryKeyConstraint("dev", "scope", "seq", "sha256"),
)
fork = Table(
    "fork",
    metadata,
    *_text("dev", "scope"),
    *_int("seq"),
    *_text("sha256"),
    Column("line", LargeBinary, nullable=False),
    PrimaryKeyConstraint("dev", "scope", "seq", "sha256"),
)
draft = Table(
    "draft",
    metadata,
    *_text("dev", "key", "text", "at"),
    PrimaryKeyConstraint("dev", "key"),
)
setting = Table("setting", metadata, *_text("key", "value"), PrimaryKeyConstraint("key"))

person_index = Table(
    "person_index",
    metadata,
    *_text("scope", "party", "kind", "mac", "object"),
    PrimaryKeyConstraint("scope", "party", "kind"),
    Index("person_index_mac", "mac"),
)
"""HMAC of the numbers of respondents; of this laptop alone, made anew from sealed particulars."""


brought = Table(
    "brought",
    metadata,
    Column("path", LargeBinary, nullable=False),
    *_text("state", "sha256", "exhibit", "run", "at"),
    *_int("size"),
    PrimaryKeyConstraint("path"),
)
"""Files as they lay where evidence came from; of this laptop alone (`cases/intake/brought.py`)."""


def _projection(name: str, keys: tuple[str, ...], *columns: Column[str] | Column[int]) -> Table:
    return Table(
        name,
        projections,
        *_text("scope", *keys),
        *columns,
        PrimaryKeyConstraint("scope", *keys),
    )


stream = _projection(
    "stream",
    ("dev",),
    *_int("seq", "lam", "content_seq"),
    *_text("sha256", "content_sha256", "wall", "name", "role", "office", "region"),
    *_int("number"),
)
case = _projection(
    "case_file",
    (),
    *_text("code", "title", "regime", "source", "found_at", "known_at", "place", "pack"),
    *_text("register", "status", "opened_at", "opened_by", "event"),
    *_text("state", "track", "category"),
)
edit = _projection("edit", ("entity", "field"), *_text("live"))
correction = _projection(
    "correction",
    ("event", "entity", "field"),
    *_text("type", "before", "after", "reason", "at", "dev"),
    *_int("lam"),
)
party = _projection(
    "party", ("id",), *_text("code", "role", "label", "particulars", "withdrawn"), *_int("lam")
)
incident = _projection(
    "incident",
    ("id",),
    *_text("code", "title", "kind", "election", "contestant", "starts_at", "ends_at", "place"),
    *_text("description", "copied_from", "withdrawn"),
    *_int("lam"),
)
attendance = _projection(
    "attendance", ("id",), *_text("incident", "party", "exhibits"), *_int("lam")
)
statement = _projection(
    "statement",
    ("event",),
    *_text("incident", "party", "fact", "value", "sayer", "dev", "exhibits", "note", "at"),
    *_text("withdrawn"),
    *_int("live", "lam"),
)
ruling = _projection(
    "ruling",
    ("event",),
    *_text("incident", "party", "fact", "value", "reason", "saw", "dev", "at"),
    *_int("live", "lam"),
)
exhibit = _projection(
    "exhibit",
    ("id",),
    *_text("code", "object", "file", "media_type", "kind", "reason", "inspection", "caption"),
    *_text("preview", "dhash", "found", "taken_in_at", "dev", "copied_from"),
    *_int("size", "width", "height", "lam"),
)
custody = _projection(
    "custody",
    ("event", "exhibit"),
    *_text("act", "at", "dev", "why"),
    *_int("lam"),
)
capture = _projection(
    "capture",
    ("exhibit",),
    *_text("url", "platform", "account", "post_at", "captured_at", "captured_by", "visible"),
    *_int("lam"),
)
recheck = _projection(
    "recheck", ("event",), *_text("exhibit", "at", "dev"), *_int("still_online", "lam")
)
marker = _projection(
    "marker", ("event",), *_text("exhibit", "party", "at", "dev"), *_int("x", "y", "live", "lam")
)
derived = _projection(
    "derived",
    ("copy",),
    *_text("exhibit", "code", "object", "parent_sha256", "drawn_from", "operations", "reason"),
    *_text("at", "dev", "event", "copied_from"),
    *_int("lam"),
)
against = _projection(
    "against", ("event",), *_text("party", "text", "exhibits", "at", "dev"), *_int("live", "lam")
)
same_person = _projection(
    "same_person",
    ("event",),
    *_text("party", "other_case", "other_party", "reason", "at", "dev"),
    *_int("live", "lam"),
)
clarification = _projection(
    "clarification",
    ("id",),
    *_text("party", "scheduled_at", "place", "mode", "mode_reason", "officers", "assignment"),
    *_text("companion", "oath", "started_at", "ended_at", "corrections", "signature"),
    *_text("signature_reason", "mode_ground", "link", "recording", "identity", "companion_kind"),
    *_text("companion_letter", "oath_reason", "oath_by", "cancelled", "cancelled_by"),
    *_int("number", "read_back", "consent", "lam"),
)
invitation = _projection(
    "invitation",
    ("id",),
    *_text("clarification", "letter", "sent_at", "how", "scheduled_at", "place", "received_at"),
    *_text("receiver", "exhibit", "note", "missed_at", "missed_reason", "dev"),
    *_int("number", "lam"),
)
handover = _projection(
    "handover", ("event",), *_text("clarification", "at", "receiver", "paper", "dev"), *_int("lam")
)
question = _projection(
    "question",
    ("id",),
    *_text("clarification", "fact", "incident", "about", "text", "answer", "value"),
    *_text("answered_at", "follows", "origin", "withdrawn"),
    *_int("number", "refused", "lam"),
)
note = _projection(
    "note", ("id",), *_text("text", "about", "at", "dev", "withdrawn"), *_int("live", "lam")
)
tag = _projection("tag", ("tag", "about"), *_text("at", "dev"), *_int("live", "lam"))
archive = _projection("archive", (), *_text("reason", "at", "dev"), *_int("archived", "lam"))
paper = _projection(
    "paper",
    ("event",),
    *_text("form", "title", "object", "content_head", "made_at", "dev", "clarification"),
    *_text("exhibit", "about", "number"),
    *_int("final", "redacted", "blank", "lam"),
)
paper_field = _projection("paper_field", ("form", "about", "field"), *_text("value"))
scan = _projection(
    "scan", ("exhibit",), *_text("paper", "form", "content_head", "at", "dev"), *_int("lam")
)
letterhead = _projection(
    "letterhead", ("key",), *_text("lines", "address", "code", "place", "logo"), *_int("lam")
)
form_label = _projection(
    "form_label", ("form", "regime"), *_text("mark", "title", "at"), *_int("lam")
)
movement = _projection(
    "movement",
    ("event",),
    *_text("move", "text", "article", "before", "state", "stated_at", "role", "office", "pack"),
    *_text("source", "track", "category", "reason", "exhibits", "withdrawn", "at", "dev"),
    *_int("live", "lam"),
)
requirement = _projection(
    "requirement", ("key",), *_text("met", "note", "exhibits", "at", "dev"), *_int("lam")
)
extension = _projection(
    "extension",
    ("event",),
    *_text("clock", "ground", "stated_at", "until", "exhibits", "withdrawn", "at", "dev"),
    *_int("live", "lam"),
)
allegation = _projection(
    "allegation",
    ("event",),
    *_text("rule", "party", "reason", "withdrawn", "at", "dev"),
    *_int("live", "lam"),
)
prevention = _projection(
    "prevention",
    ("id",),
    *_text("code", "kind", "title", "audience", "starts_at", "ends_at", "place", "description"),
    *_text("exhibits", "withdrawn", "at", "dev"),
    *_int("lam"),
)
holiday_table = _projection(
    "holiday_table",
    ("event",),
    *_text("object", "file", "years", "signer", "name", "reason", "at", "dev"),
    *_int("lam"),
)
roster = _projection(
    "roster",
    ("dev",),
    *_text("name", "role", "office", "region", "added_at", "revoked_at"),
    *_int("lam"),
)
exchange = _projection(
    "exchange",
    ("event",),
    *_text("act", "case", "file", "sha256", "content", "signer", "object", "at"),
    *_int("lam"),
)
unknown = _projection("unknown", ("event",), *_text("type", "dev", "at"), *_int("lam"))
search_entry = _projection("search_entry", ("kind", "id"), *_text("day"), *_int("place"))
Index("search_entry_place", search_entry.c.place, unique=True)
SEARCH_TABLES = (
    "CREATE VIRTUAL TABLE search_text USING fts5(words, content='', contentless_delete=1,"
    " detail=none, tokenize=\"unicode61 tokenchars '_-'\")",
    "CREATE TABLE search_word (word TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID",
)
"""The index behind `search_entry` (`cases/journal/index.py`); it comes and goes with them."""
for _statement in SEARCH_TABLES:
    _table = _statement.split()[3 if "VIRTUAL" in _statement else 2]
    _drop = f"DROP TABLE IF EXISTS {_table}"
    event.listen(projections, "before_create", DDL(_drop))  # type: ignore[no-untyped-call]
    event.listen(projections, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]

Index("exhibit_object", exhibit.c.object)
DHASH_BANDS = tuple(func.substr(exhibit.c.dhash, start, 4) for start in (1, 5, 9, 13))
"""Four quarters of the picture's hash, each with an index: see `cases/work/similar.py`."""
for _number, _band in enumerate(DHASH_BANDS, 1):
    Index(f"exhibit_dhash_{_number}", _band, sqlite_where=exhibit.c.dhash != "")
Index("custody_exhibit", custody.c.exhibit)
Index("derived_exhibit", derived.c.exhibit)
Index("derived_object", derived.c.object)
Index("exchange_case", exchange.c.case)

NOT_IN_VIEW = {"exhibit": {"preview", "dhash", "found"}, "search_entry": {"place"}}
"""Columns that the view hash leaves out: print copies are made when there is time."""
