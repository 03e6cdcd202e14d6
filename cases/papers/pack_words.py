"""Forms, facts and values in the words of the pack a case was opened with."""

from functools import cache

from cases.errors import NetraError
from cases.language import tr
from cases.papers.context import PlainWords
from cases.work import times
from cases.work.hearing_rules import hearings_of
from cases.work.packs import files_of, load, names, newest
from cases.work.records import Value
from rules.errors import RuleError
from rules.forms import Forms, parse
from rules.pack import Pack
from rules.questions import wording


@cache
def forms_of(name: str) -> Forms:
    """Read the forms of a pack; a pack that is not here is read as the newest that is."""
    known = name if name in names() else newest()
    try:
        return parse(files_of(known)["forms.toml"])
    except (KeyError, RuleError) as error:
        raise NetraError(
            tr("Daftar formulir dari paket aturan “{name}” tidak dapat dibaca.", name=name),
            tr("Pasang ulang Netra."),
            code="pack-damaged",
        ) from error


class PackWords(PlainWords):
    """Facts and values as a pack says them."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def label(self, fact: str) -> str:
        """Name a fact or a consideration in words."""
        if fact in self._pack.facts:
            return self._pack.facts[fact].label
        if fact in self._pack.considerations:
            return self._pack.considerations[fact].text
        return super().label(fact)

    def ground(self, code: str) -> str:
        """Say the ground for hearing somebody online."""
        return next(
            (one.text for one in hearings_of(self._pack.id).grounds if one.code == code), code
        )

    def question(self, fact: str) -> str:
        """Word a missing fact for the officer."""
        if fact in self._pack.facts or fact in self._pack.considerations:
            return wording(self._pack, fact, "officer") or self.label(fact)
        return self.label(fact)

    def value(self, fact: str, value: Value) -> str:
        """Say a value in words."""
        known = self._pack.facts.get(fact)
        if known is None or isinstance(value, bool):
            return super().value(fact, value)
        if isinstance(value, str) and known.kind == "date":
            return times.full_time(value, say=str) or value
        said = [value] if isinstance(value, str) else value
        return ", ".join(known.labels.get(one, one) for one in said)


def words_of(name: str) -> PlainWords:
    """Give the words of a pack; keys as they are where the pack is not on this machine."""
    return PackWords(load(name)) if name in names() else PlainWords()
