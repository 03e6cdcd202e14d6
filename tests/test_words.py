"""Every sentence has its English twin, with the same values to fill in."""

import ast
import string

from tests.words import MO, calls, compiled, read_catalog, sentences


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_sentence_is_translated():
    catalog = read_catalog()

    missing = [
        text for text in sorted(sentences()) if not (m := catalog.get(text)) or not m.string
    ]

    assert missing == []


def test_translations_fill_in_the_same_values():
    catalog = read_catalog()

    wrong = [
        message.id
        for message in catalog
        if message.id and fields(str(message.id)) != fields(str(message.string))
    ]

    assert wrong == []


def test_nothing_is_translated_that_nobody_says():
    assert {str(message.id) for message in read_catalog() if message.id} <= sentences()


def test_the_compiled_catalogue_is_up_to_date():
    assert MO.read_bytes() == compiled(read_catalog())


def test_no_sentence_is_put_together_before_it_is_translated():
    wrong = [
        f"{path.name}:{call.lineno}"
        for path, call in calls()
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]

    assert wrong == []
