"""Every word on the screen goes through `tr`, and Qt's own words have a translation."""

import ast
import re
from pathlib import Path

import pytest

from cases.resources import resource

ROOT = Path(__file__).resolve().parents[2]
WORDS = {"label", "button", "Card", "Pill", "Field", "Choice", "Empty", "setText",
         "setAccessibleName", "setPlaceholderText", "setToolTip", "setWindowTitle"}  # fmt: skip
NAMES = {"Netra", "SHA-256", "NIP", "NIK", "Indonesia", "English", "53.01.06", "https://…"}
_KEYS = re.compile(r"(Ctrl|Alt)\+(Enter|[A-Z0-9])|F[0-9]{1,2}")
"""What stands on the keyboard is called so in every language."""


def _is_name(text: str) -> bool:
    return text in NAMES or _KEYS.fullmatch(text) is not None


def plain_words(tree: ast.AST) -> list[tuple[int, str]]:
    """Words given to a widget that did not go through `tr`."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        first = node.args[0]
        if name in WORDS and isinstance(first, ast.Constant) and isinstance(first.value, str):
            text = first.value
            if name != "Empty" and any(c.isalpha() for c in text) and not _is_name(text):
                found.append((node.lineno, text))
    return found


@pytest.mark.parametrize(
    "file",
    sorted((ROOT / "gui").rglob("*.py")),
    ids=lambda file: file.relative_to(ROOT).as_posix(),
)
def test_no_word_is_written_past_the_translator(file):
    assert plain_words(ast.parse(file.read_text("utf-8"))) == []


def test_the_search_for_plain_words_finds_one():
    assert plain_words(ast.parse('label("Kasus")\nlabel(tr("Kasus"))')) == [(1, "Kasus")]


def test_no_translated_word_is_an_f_string():
    for file in (ROOT / "gui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
                assert not isinstance(node.args[0], ast.JoinedStr), (file, node.lineno)


def test_qts_words_are_compiled():
    source, compiled = resource("i18n", "qtbase_id.ts"), resource("i18n", "qtbase_id.qm")
    assert "unfinished" not in source.read_text("utf-8")
    assert compiled.stat().st_size > 5_000
