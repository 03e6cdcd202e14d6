"""What an office does beside its cases: prevention, and tables of holidays."""

from msgspec import convert

from cases.journal.bodies.office_work import HolidaysTaken, PreventionEdited, PreventionRecorded
from cases.journal.event import Event
from cases.journal.folds.edits import replace, text_of
from cases.journal.folds.once import need_new
from cases.journal.rows import Rows

PREVENTION_TEXTS = frozenset(
    {"kind", "title", "audience", "starts_at", "ends_at", "description", "withdrawn"}
)
"""Text fields of an act of prevention; also `place` and `exhibits`."""
_KINDS: dict[str, type] = {"place": dict, "exhibits": list}


def _prevention_recorded(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, PreventionRecorded)
    need_new(rows, "prevention", body.prevention)
    start = {
        "kind": body.kind,
        "title": body.title,
        "audience": body.audience,
        "starts_at": body.starts_at,
        "ends_at": body.ends_at,
        "place": event.body.get("place", {}),
        "description": body.description,
        "exhibits": body.exhibits,
    }
    shown = {
        name: _shown(replace(rows, event, sha, (body.prevention, name), value))
        for name, value in start.items()
    }
    rows.put(
        "prevention",
        body.prevention,
        code=body.code,
        at=event.wall,
        dev=event.dev,
        lam=event.lam,
        **shown,
    )


def _prevention_edited(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, PreventionEdited)
    kind = _KINDS.get(body.field, str if body.field in PREVENTION_TEXTS else None)
    if kind and isinstance(body.value, kind) and rows.get("prevention", body.prevention):
        value = replace(rows, event, sha, (body.prevention, body.field), body.value)
        rows.put("prevention", body.prevention, **{body.field: _shown(value)})


def _shown(value: object) -> str:
    return value if isinstance(value, str) else text_of(value)


def _holidays_taken(rows: Rows, event: Event, sha: str) -> None:
    body = convert(event.body, HolidaysTaken)
    rows.put(
        "holiday_table",
        sha,
        object=body.object,
        file=body.file,
        years=text_of(body.years),
        signer=body.signer,
        name=body.name,
        reason=body.reason,
        at=event.wall,
        dev=event.dev,
        lam=event.lam,
    )


handlers = {
    "prevention.recorded": _prevention_recorded,
    "prevention.edited": _prevention_edited,
    "holidays.taken": _holidays_taken,
}
