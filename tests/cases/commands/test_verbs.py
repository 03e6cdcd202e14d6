"""The table of verbs: every one is there and explains itself, in both languages."""

from typing import Any

import pytest
from typer.main import get_command

from cases.commands.run import make_app
from cases.commands.speech import translate_help
from tests.cases.commands.terminal import execute

VERBS = """
demo; init; officer add; office card; card; enrol; roster add; inspect; case new; case list;
case show; case edit; incident new; incident edit; attend; party add; fact state; clarify plan;
intake; assess; deadlines; paper; search; seal; verify; import; receipt add; check; rebuild;
backup; restore; pack lint; pack examples; pack diff; pack install; bench;
region install; region at; region name; capture describe; capture recheck; capture list;
attend-list; person same; fairness; moves; move; move-back; requirement; allege; deadline list;
deadline date; deadline extend; deadline withdraw; deadline ics; deadline print; holidays show;
holidays export; holidays sign; holidays import; prevention new; prevention list; prevention edit;
pack effects; pack adopt; pack sign
"""
NAMES = [verb.strip() for verb in VERBS.split(";")]


def every_verb() -> list[str]:
    def below(command: Any, words: list[str]) -> list[str]:
        commands = getattr(command, "commands", None)
        if commands is None:
            return [" ".join(words)]
        return [found for name in commands for found in below(commands[name], [*words, name])]

    return below(get_command(make_app()), [])


@pytest.mark.parametrize("verb", NAMES)
def test_the_verb_is_there(verb: str):
    assert verb in every_verb()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_verb_explains_itself(lang: str):
    for verb in every_verb():
        ran = execute(["--lang", lang, *verb.split(), "--help"])
        assert ran.status == 0
        assert f"netra {verb}" in ran.text
        assert ran.err == ""


def test_every_family_lists_its_verbs():
    for family in sorted({verb.split()[0] for verb in every_verb() if " " in verb}):
        assert execute([family, "--help"]).status == 0
    overview = execute(["--help"]).text
    assert all(verb.split()[0] in overview for verb in NAMES)


def test_help_speaks_indonesian():
    text = execute(["case", "new", "--help"]).text
    assert text.startswith("Cara pakai: netra case new")
    assert "Buka kasus" in text
    for word in ("Usage", "Options:", "required", "Show this"):
        assert word not in text


def test_every_help_text_goes_through_the_catalogue(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cases.commands.speech.tr", str.upper)
    command = get_command(make_app())
    translate_help(command)

    def texts(one):
        yield one.help
        for below in getattr(one, "commands", {}).values():
            yield from texts(below)

    assert all(text == text.upper() for text in texts(command))
