"""
What the lines of a case add up to: the other half of the second reader (`second_reader.py`).

Written from sections 8.3, 8.5, 10 and 11 of `docs/format.md` alone; imports nothing of Netra.
"""

import hashlib
import json
from itertools import chain
from typing import Any

import rfc8785

Object = dict[str, Any]
NOTHING = {"TIDAK_DIKETAHUI", "TIDAK_JELAS", "BELUM_DINILAI"}


def in_order(streams: list[list[Object]]) -> list[Object]:
    return sorted(chain(*streams), key=lambda e: (e["lam"], e["dev"], e["case"] or "", e["seq"]))


def content_head(events: list[Object]) -> str:
    last = {e["dev"]: [e["dev"], e["seq"], e["id"]] for e in events if e["class"] == "content"}
    return hashlib.sha256(rfc8785.dumps(sorted(last.values()))).hexdigest()


EDITS = {
    "case.opened": lambda body: ("case", "title", body["title"]),
    "case.edited": lambda body: ("case", body["field"], body["value"]),
    "party.described": lambda body: (body["party"], "particulars", body["object"]),
    "exhibit.captioned": lambda body: (body["exhibit"], "caption", body["caption"]),
}
THINGS = {"party.added": "party", "exhibit.taken_in": "exhibit", "exhibit.linked": "exhibit"}


def fold(events: list[Object]) -> tuple[Object, Object, Object, Object]:
    """Give (edits that stand, things, statements, rulings)."""
    edits: Object = {}
    things: Object = {}
    said: Object = {}
    ruled: Object = {}
    for event in events:
        kind, body, saw = event["type"], event["body"], event["saw"]
        if kind in EDITS:
            entity, field, value = EDITS[kind](body)
            left = [one for one in edits.get(f"{entity} {field}", []) if one[2] not in saw]
            left.append((-event["lam"], event["dev"], event["id"], value))
            edits[f"{entity} {field}"] = sorted(left, key=lambda one: one[:3])
        elif kind in THINGS:
            enter(things, kind, body)
        else:
            speak(said, ruled, event)
    return edits, things, said, ruled


def enter(things: Object, kind: str, body: Object) -> None:
    """An id is given once; a link may still give the code."""
    key = body[THINGS[kind]]
    old = things.get(key)
    linked = kind == "exhibit.linked" and old and old["object"] == body["object"]
    if old is None or (linked and not old.get("code")):
        things[key] = body


def speak(said: Object, ruled: Object, event: Object) -> None:
    kind, body, saw = event["type"], event["body"], event["saw"]
    if kind == "statement.made":
        own = body.get("sayer") or event["dev"]
        for key in seen(said, saw, body):
            if said[key][0] == own:
                del said[key]
        said[event["id"]] = own, body
    elif kind == "statement.withdrawn":
        withdraw(said, event["dev"], body["statement"])
    elif kind == "fact.ruled":
        for key in seen(ruled, saw, body):
            del ruled[key]
        ruled[event["id"]] = saw, body


def withdraw(said: Object, dev: str, statement: str) -> None:
    own, old = said.get(statement, ("", {}))
    if old.get("sayer") or own == dev:
        del said[statement]


def seen(kept: Object, saw: list[str], body: Object) -> list[str]:
    """Those that `saw` names and that are about the same thing."""
    return [key for key in saw if key in kept and about(kept[key][1]) == about(body)]


def about(body: Object) -> tuple[str, str, str]:
    return body["incident"], body.get("party", ""), body["fact"]


def same(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else (type(value), value)


def claims(value: Any) -> bool:
    members = value if isinstance(value, list) else [value]
    return not members or any(member not in NOTHING for member in members)


def value_of(said: dict[str, Any], rulings: list[tuple[list[str], Any]]) -> Any:
    """Add up statements (id: value) and rulings (saw, value) about one thing; None: unknown."""
    said_so = {key: value for key, value in said.items() if claims(value)}
    holding = {
        same(value): value
        for saw, value in rulings
        if all(key in saw or same(one) == same(value) for key, one in said_so.items())
    }
    values = holding or {same(value): value for value in said_so.values()}
    if not values and said:
        return min(said.values(), key=str)
    return next(iter(values.values())) if len(values) == 1 else None


def summary(events: list[Object], objects: dict[str, bytes]) -> Object:
    """Say what a case holds."""
    edits, things, said, ruled = fold(events)
    known = {about(body) for _, body in chain(said.values(), ruled.values())}

    def shown(entity: str, field: str) -> Any:
        standing = edits.get(f"{entity} {field}")
        return standing[0][3] if standing else ""

    return {
        "title": shown("case", "title"),
        "code": next(e["body"]["code"] for e in events if e["type"] == "case.opened"),
        "content_head": content_head(events),
        "exhibits": {
            one["code"]: (one["file"], one["object"], shown(key, "caption"))
            for key, one in things.items()
            if "exhibit" in one
        },
        "parties": {
            one["code"]: json.loads(objects.get(shown(key, "particulars"), b"{}")).get("name", "")
            for key, one in things.items()
            if "party" in one
        },
        "facts": {
            key: value_of(
                {event: body["value"] for event, (_, body) in said.items() if about(body) == key},
                [(saw, body["value"]) for saw, body in ruled.values() if about(body) == key],
            )
            for key in known
        },
    }
