"""
Collects the sentences of the program and compiles their English catalogue.

`python -m tests.words` adds what is missing to `netra.po` (empty, to be translated), drops what is
no longer used, and writes `netra.mo`.
"""

import ast
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources" / "i18n" / "en" / "LC_MESSAGES" / "netra.po"
MO = PO.with_suffix(".mo")
_MARKS = ("tr", "N_")


def sources() -> Iterator[Path]:
    """Give all modules that may speak to a user."""
    yield ROOT / "main.py"
    for package in ("cases", "gui"):
        yield from sorted((ROOT / package).rglob("*.py"))


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Give every call of `tr` and `N_`."""
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if name in _MARKS and node.args:
                    yield path, node


def sentences() -> set[str]:
    """Give every literal sentence."""
    return {
        call.args[0].value
        for _, call in calls()
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    }


def read_catalog() -> Catalog:
    """Read the English catalogue."""
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def compiled(catalog: Catalog) -> bytes:
    """Compile a catalogue as the program reads it."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def main() -> None:
    """Bring the catalogue up to date and compile it."""
    old = read_catalog()
    new = Catalog(locale="en", project="Netra", charset="utf-8", fuzzy=False)
    for text in sorted(sentences()):
        found = old.get(text)
        new.add(text, found.string if found else "")
    with PO.open("wb") as file:
        write_po(file, new, width=100, omit_header=False, sort_output=True)
    MO.write_bytes(compiled(read_catalog()))


if __name__ == "__main__":
    main()
