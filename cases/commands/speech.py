"""The help texts, in the language in use; they stand in Indonesian beside each verb."""

from collections.abc import Sequence
from typing import Any

from typer._click import Command, Context, HelpFormatter

from cases.language import N_, tr

PROGRAM = "netra"
_HEADINGS = {
    "Options": N_("Pilihan"),
    "Arguments": N_("Isian"),
    "Commands": N_("Perintah"),
}
_MARKS = {
    "[required]": N_("[wajib]"),
    "[default: ": N_("[baku: "),
    "Show this message and exit.": N_("Tampilkan keterangan ini."),
}


class Formatter(HelpFormatter):
    """Writes the fixed words of a help text in the language in use."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a verb is used."""
        super().write_usage(prog, args, prefix or tr("Cara pakai: "))

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(tr(_HEADINGS[heading]) if heading in _HEADINGS else heading)

    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write a list of names with what they mean."""
        super().write_dl([(name, _marked(text)) for name, text in rows], col_max, col_spacing)


def _marked(text: str) -> str:
    for mark, words in _MARKS.items():
        text = text.replace(mark, tr(words))
    return text


class SpokenContext(Context):
    """A context whose help speaks the language in use."""

    formatter_class = Formatter


def translate_help(command: Command) -> None:
    """Put all help texts of a freshly made command, and those below it, into the language."""
    command.context_class = SpokenContext
    command.help = tr(command.help) if command.help else None
    for parameter in command.params:
        text = getattr(parameter, "help", None)
        if text:
            parameter.help = tr(text)  # type: ignore[attr-defined]
    for below in getattr(command, "commands", {}).values():
        translate_help(below)


def verb_line(context: Any) -> str:
    """Tell the verb that a context stands for: `netra case new`."""
    words: list[str] = []
    while context is not None and context.parent is not None:
        words.insert(0, str(context.info_name))
        context = context.parent
    return " ".join([PROGRAM, *words])
