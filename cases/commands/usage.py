"""What was wrong with a command line, in words; the library that reads it speaks English only."""

import enum
import re
from typing import Any

from typer._click import exceptions as click
from typer.exceptions import TyperException

from cases.commands.families import OPTIONS
from cases.commands.speech import verb_line
from cases.language import tr

_NO_VERB = re.compile(r"No such command (.*?)\.(?: Did you mean (.*)\?)?", re.DOTALL)
_EXTRA = re.compile(r"unexpected extra argument\(s\) \((.*)\)", re.DOTALL)


def usage_sentence(error: TyperException) -> str:
    """Say what was wrong, and where help is to be had."""
    context = getattr(error, "ctx", None)
    line = verb_line(context)
    return f"{_what(error)} " + tr("Cara pakai: {perintah} --help", perintah=line)


def _what(error: TyperException) -> str:
    if isinstance(error, click.NoSuchOption):
        return _no_such_option(error)
    if isinstance(error, click.MissingParameter):
        return _missing(error)
    if isinstance(error, click.BadOptionUsage):
        return _bad_option(error)
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    message = error.format_message()
    if extra := _EXTRA.search(message):
        return tr("Kata “{kata}” berlebih di sini.", kata=extra[1])
    if message.startswith("No such command"):
        return _no_such_verb(message)
    return tr("Perintahnya belum disebut.")


def _no_such_verb(message: str) -> str:
    found = _NO_VERB.fullmatch(message)
    if found is None:
        return tr("Tidak ada perintah seperti itu.")
    word, known = (part.replace("'", "") for part in found.groups(""))
    if known:
        return tr("Tidak ada perintah “{kata}”; mungkin {mirip}.", kata=word, mirip=known)
    return tr("Tidak ada perintah “{kata}”.", kata=word)


def _no_such_option(error: click.NoSuchOption) -> str:
    name = error.option_name
    if name.partition("=")[0] in OPTIONS:
        return tr("Pilihan {nama} ditulis sebelum perintah.", nama=name)
    known = ", ".join(sorted(error.possibilities or ()))
    if known:
        return tr("Tidak ada pilihan {nama}; mungkin {mirip}.", nama=name, mirip=known)
    return tr("Tidak ada pilihan {nama}.", nama=name)


def _missing(error: click.MissingParameter) -> str:
    choices = _choices(error.param)
    text = tr("{nama} belum diisi.", nama=_name(error.param))
    return f"{text} {choices}".strip()


def _bad_option(error: click.BadOptionUsage) -> str:
    if "does not take" in error.message:
        return tr("Pilihan {nama} tidak memakai nilai.", nama=error.option_name)
    return tr("Pilihan {nama} belum diberi nilai.", nama=error.option_name)


def _bad_value(error: click.BadParameter) -> str:
    choices = _choices(error.param)
    if error.param is None:
        return tr("Nilainya tidak dapat dipakai.")
    return f"{tr('Nilai {nama} tidak dapat dipakai.', nama=_name(error.param))} {choices}".strip()


def _name(parameter: Any) -> str:
    if parameter is None:
        return tr("Sesuatu")
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.name).upper()


def _choices(parameter: Any) -> str:
    kind = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        names = ", ".join(str(member.value) for member in kind)
        return tr("Pilihan: {choices}.", choices=names)
    if kind is int:
        return tr("Tulis sebuah bilangan.")
    return ""
