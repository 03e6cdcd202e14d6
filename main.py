"""Start: no arguments opens the window, verbs are the command line."""

import sys
from pathlib import Path

_NOT_SET_UP = (
    "Netra belum disiapkan untuk Python ini; jalankan: make setup, lalu .venv/bin/python main.py"
    " / Netra is not set up for this Python; run: make setup, then .venv/bin/python main.py"
)


def main(arguments: list[str]) -> int:
    """Run Netra; gives the exit status."""
    import multiprocessing

    multiprocessing.freeze_support()
    from cases.platform import forbid_dumps

    forbid_dumps()
    if "--selftest" in arguments:
        from cases.commands.selftest import selftest
        from gui.selftest import window_findings

        return selftest(arguments, window_findings)
    if _opens_window(arguments):
        return _open_window(arguments)
    from cases.commands.run import run

    return run(arguments)


def _open_window(arguments: list[str]) -> int:
    from cases.platform import has_display

    if not has_display():
        from cases import language

        language.use("en" if "en" in arguments else "id")
        sys.stderr.write(
            language.tr(
                "Di sini tidak ada layar untuk jendela Netra; pakai perintah:"
                " .venv/bin/python main.py --help"
            )
            + "\n"
        )
        return 1
    from gui.app import run as run_window

    return run_window(arguments)


def _opens_window(arguments: list[str]) -> bool:
    """Whether there is no verb: nothing, or only `--home`, `--lang` with their values."""
    rest = list(arguments)
    while len(rest) >= 2 and rest[0] in ("--home", "--lang", "--officer"):
        del rest[:2]
    return not rest


def _main() -> int:
    try:
        return main(sys.argv[1:])
    except KeyboardInterrupt:  # Ctrl+C while the program was still being loaded
        return 1
    except ModuleNotFoundError as error:
        if (Path(__file__).parent / str(error.name).partition(".")[0]).is_dir():
            raise  # a part of Netra itself: our mistake
        sys.stderr.write(f"{_NOT_SET_UP} ({error.name})\n")
        return 1


if __name__ == "__main__":
    sys.exit(_main())
