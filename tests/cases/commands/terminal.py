"""A terminal in the same process: verbs go in, status, answer and what was said come out."""

import io
import json
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cases.commands.run import run

PASSPHRASE = "kuda hitam di padang"


@dataclass(frozen=True)
class Ran:
    """What one command line did."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)

    @property
    def refusal(self) -> dict[str, str]:
        """The refusal, after making sure that it is one sentence and no traceback."""
        assert self.status in {1, 2}
        assert "Traceback" not in self.err
        assert self.err.strip()
        refusal = self.json["error"]
        assert refusal["text"]
        return dict(refusal)


def execute(words: Sequence[object]) -> Ran:
    """Run a command line as `main.py` does."""
    out, err = io.BytesIO(), io.StringIO()
    with redirect_stdout(io.TextIOWrapper(out, "utf-8", write_through=True)), redirect_stderr(err):
        status = run([str(word) for word in words])
        data = out.getvalue()
    return Ran(status, data, err.getvalue())


@dataclass
class Terminal:
    """Somebody at the laptop of one home, in one folder."""

    folder: Path
    home: str
    passphrase: Path = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.passphrase = self.folder / f"sandi-{self.home}.txt"
        self.passphrase.write_text(f"{PASSPHRASE}\n", "utf-8")

    @property
    def home_folder(self) -> Path:
        return self.folder / self.home

    def run(self, *words: object) -> Ran:
        before = ["--home", self.home_folder, "--passphrase-file", self.passphrase, "--json"]
        return execute([*before, *words])

    def ask(self, *words: object) -> Any:
        """Run what must succeed; gives the answer."""
        ran = self.run(*words)
        assert ran.status == 0, ran.err + ran.text
        return ran.json

    def init(self, name: str, role: str, *more: object) -> Any:
        sheet = self.folder / f"pemulihan-{self.home}.txt"
        who = ["--officer", name, "--role", role, "--office", "Panwaslu Contoh (CONTOH)"]
        return self.ask("init", *who, "--region", "53.01.06", "--recovery-out", sheet, *more)
