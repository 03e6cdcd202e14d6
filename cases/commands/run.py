"""The command line: options, verbs, and the one place where errors become words."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from cases import language
from cases.commands.families import add_families, families_of
from cases.commands.faults import keep_report
from cases.commands.frame import Answer, WrongUsage, home_folder, make_session
from cases.commands.plain import printable, say
from cases.commands.speech import PROGRAM, translate_help
from cases.commands.usage import usage_sentence
from cases.errors import Cancelled, NetraError
from cases.language import N_, tr
from cases.system_words import cause_of

LANGUAGES = ("id", "en")


def options(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help=N_("Folder rumah data (NETRA_HOME)."))] = None,
    officer: Annotated[str | None, typer.Option(help=N_("Nama petugas."))] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option(help=N_("Berkas berisi kata sandi (NETRA_PASSPHRASE_FILE)."))
    ] = None,
    lang: Annotated[str, typer.Option(help=N_("Bahasa: id atau en."))] = "id",
    json: Annotated[
        bool, typer.Option("--json", help=N_("Jawab dengan satu dokumen JSON."))
    ] = False,
) -> None:
    """Read the options before the verb."""
    if lang not in LANGUAGES:
        raise WrongUsage(tr("Bahasa “{kata}” tidak ada; pilih id atau en.", kata=lang))
    answer = context.obj
    if not isinstance(answer, Answer):
        raise TypeError
    context.obj = make_session(answer, home, officer, passphrase_file)


def make_app(words: Sequence[str] = ()) -> typer.Typer:
    """Make the command line with the verbs that these words may need."""
    app = typer.Typer(
        name=PROGRAM,
        help=N_(
            "Netra: bukti, aturan, klarifikasi dan berkas kasus pengawas pemilu, tanpa internet."
        ),
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["--help", "-h"]},
        callback=options,
    )
    return add_families(app, families_of(words))


def run(arguments: Sequence[str]) -> int:
    """Run the verb; gives the exit status."""
    words, json = _without_json(arguments)
    answer = Answer(json=json)
    lang = _value_of(words, "--lang")
    language.use(lang if lang in LANGUAGES else "id")
    try:
        return _run(words, answer)
    except BrokenPipeError:  # whoever read the answer has gone, such as `head`
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except NetraError as error:
        _refuse(str(error), error.code, answer)
        return 2 if isinstance(error, WrongUsage) else 1
    except (Cancelled, KeyboardInterrupt, EOFError, typer.Abort):
        _refuse(tr("Dihentikan; yang sudah selesai tetap tersimpan."), "cancelled", answer)
    except OSError as error:
        _refuse(_system_sentence(error), "system", answer)
    except Exception as error:
        # our bug, whatever it was: nobody outside is shown how the program looks inside
        folder = home_folder(_value_of(words, "--home"))
        _refuse(keep_report(error, folder), "bug", answer)
    return 1


def _run(words: Sequence[str], answer: Answer) -> int:
    command = get_command(make_app(words))
    translate_help(command)
    try:
        outcome: Any = command.main(
            args=list(words), prog_name=PROGRAM, standalone_mode=False, obj=answer
        )
    except TyperException as error:
        _refuse(usage_sentence(error), "usage", answer)
        return 2
    except typer.Exit as error:
        outcome = error.exit_code
    if outcome == _INTERRUPTED:  # so the library reports Ctrl+C
        raise KeyboardInterrupt
    return outcome if isinstance(outcome, int) else 0


_INTERRUPTED = 130


def _without_json(arguments: Sequence[str]) -> tuple[list[str], bool]:
    """Take `--json` out wherever it stands, up to a `--` that ends all options."""
    words = list(arguments)
    end = words.index("--") if "--" in words else len(words)
    rest = [word for word in words[:end] if word != "--json"]
    return rest + words[end:], len(rest) < end


def _value_of(words: Sequence[str], option: str) -> str:
    """Look an option before the verb up, also where the rest of the line is wrong."""
    for index, word in enumerate(words):
        if word == option and index + 1 < len(words):
            return words[index + 1]
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return ""


def _system_sentence(error: OSError) -> str:
    name = str(error.filename or "")
    if name:
        return tr("Sistem menolak {nama}: {alasan}.", nama=name, alasan=cause_of(error))
    return tr("Sistem menolak: {alasan}.", alasan=cause_of(error))


def _refuse(sentence: str, code: str, answer: Answer) -> None:
    with suppress(OSError):
        say(sentence)
        if answer.json and not answer.told:
            answer.tell({"error": {"code": code, "text": printable(sentence)}})
