"""
The parts of `docs/format.md` that are made from the code.

`python -m tests.docs.tables` writes them into the page; a test compares.
"""

from collections.abc import Callable
from pathlib import Path

import msgspec

from cases.journal.bodies import type_of
from cases.tables import NOT_IN_VIEW, PROJECTION_VERSION, projections

PAGE = Path(__file__).resolve().parents[2] / "docs" / "format.md"
_KINDS = {
    "<class 'str'>": "",
    "<class 'int'>": "integer",
    "<class 'bool'>": "true or false",
    "list[str]": "list",
    "list[dict[str, typing.Any]]": "list of objects",
    "dict[str, typing.Any]": "object",
    "str | dict[str, typing.Any]": "text or object",
    "str | None": "",
    "dict[str, bool] | None": "object",
    "str | bool | list[str]": "value",
    "str | bool | list[str] | None": "value",
}


def events() -> str:
    """Make the table of event types, in the order of the code."""
    lines = ["| type | what it says | body |", "|---|---|---|"]
    for name, body in type_of.items():
        says = (body.__doc__ or "").strip().partition(".\n")[0].rstrip(".")
        fields = "; ".join(_field(one) for one in msgspec.structs.fields(body))
        lines.append(f"| `{name}` | {says} | {fields} |")
    return "\n".join(lines)


def _field(field: msgspec.structs.FieldInfo) -> str:
    kind = _KINDS.get(str(field.type))
    if kind is None:
        inner = field.type if isinstance(field.type, type) else field.type.__args__[0]
        kind = inner.__name__.removesuffix("Body")
    text = f"`{field.encode_name}{'' if field.required else '?'}`"
    if kind:
        text += f" {kind}"
    return text if field.default in _EMPTY else f"{text}, absent = {_word(field.default)}"


_EMPTY: tuple[object, ...] = (msgspec.NODEFAULT, "", 0, None)


def _word(value: object) -> str:
    if isinstance(value, msgspec.Struct):
        return "empty"
    return str(value).lower() if isinstance(value, bool) else f"`{value}`"


def rows() -> str:
    """Make the table of projections: keys and columns in their order."""
    hidden = [f"`{table}.{one}`" for table, columns in NOT_IN_VIEW.items() for one in columns]
    head = f"Version {PROJECTION_VERSION}. Left out of the view hash: {', '.join(sorted(hidden))}."
    lines = [head, "", "| table | key | other columns |", "|---|---|---|"]
    for name, table in sorted(projections.tables.items()):
        keys = [column.name for column in table.primary_key]
        rest = [column.name for column in table.c if column.name not in keys]
        lines.append(f"| `{name}` | {', '.join(keys)} | {', '.join(rest)} |")
    return "\n".join(lines)


MADE: dict[str, Callable[[], str]] = {"events": events, "projections": rows}


def filled(text: str) -> str:
    """Put the made tables between their marks."""
    for name, make in MADE.items():
        begin, end = f"<!-- made: {name} -->\n", "\n<!-- end -->"
        before, found, rest = text.partition(begin)
        _, closed, after = rest.partition(end)
        if not (found and closed):
            raise ValueError(f"{PAGE.name} needs the marks of {name}")
        text = f"{before}{begin}{make()}{end}{after}"
    return text


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
