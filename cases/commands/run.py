"""The command line: options, verbs, and the one place where errors become words."""

import sys
import traceback
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from typer.exceptions import TyperException

from cases import clock, language
from cases.commands import demo, evidence, exchange, keeping, keys, law, papers, people, work
from cases.commands.frame import make_session
from cases.errors import Cancelled, NetraError
from cases.language import tr

app = typer.Typer(
    name="netra",
    help="Netra: bukti, aturan, klarifikasi dan berkas kasus pengawas pemilu, tanpa internet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def options(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="Folder rumah data (NETRA_HOME).")] = None,
    officer: Annotated[str | None, typer.Option(help="Nama petugas.")] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option(help="Berkas berisi kata sandi (NETRA_PASSPHRASE_FILE).")
    ] = None,
    lang: Annotated[str, typer.Option(help="Bahasa: id atau en.")] = "id",
    json: Annotated[bool, typer.Option("--json", help="Jawab dengan satu dokumen JSON.")] = False,
) -> None:
    """Read the options before the verb."""
    if lang not in ("id", "en"):
        raise typer.BadParameter("--lang id|en")
    language.use(lang)
    context.obj = make_session(home, officer, passphrase_file, json=json)


for family in (keys, evidence, work, people, law, papers, exchange, keeping, demo):
    family.add_to(app)


def run(arguments: list[str]) -> int:
    """Run the verb; gives the exit status."""
    json = "--json" in arguments
    if json:  # accepted before or after the verb
        arguments = ["--json", *(word for word in arguments if word != "--json")]
    try:
        outcome = app(arguments, standalone_mode=False)
    except NetraError as error:
        _say(str(error), error.code, json=json)
        return 1
    except (Cancelled, KeyboardInterrupt, typer.Abort):
        _say(tr("Dihentikan; yang sudah selesai tetap tersimpan."), "cancelled", json=json)
        return 1
    except TyperException as error:
        _say(error.format_message(), "usage", json=json)
        return 2
    except typer.Exit as error:
        return error.exit_code
    except Exception:
        _say(_keep_report(), "bug", json=json)
        return 1
    return outcome if isinstance(outcome, int) else 0


def _say(sentence: str, code: str, *, json: bool) -> None:
    sys.stderr.write(f"{sentence}\n")
    if json:
        document = {"error": {"code": code, "text": sentence}}
        sys.stdout.buffer.write(msgspec.json.encode(document) + b"\n")
        sys.stdout.buffer.flush()


def _keep_report() -> str:
    """Write the traceback, without the values it held, to a file; gives the apology."""
    stamp = clock.now().wall.replace(":", "").replace(".", "")
    path = Path.cwd() / f"netra-galat-{stamp}.txt"
    try:
        path.write_text(traceback.format_exc(), "utf-8")
    except OSError:
        return tr("Netra keliru; data yang tersimpan tetap aman. Ulangi perintahnya.")
    return tr(
        "Netra keliru; data yang tersimpan tetap aman. Kirimkan {nama} kepada pembuatnya.",
        nama=path.name,
    )
