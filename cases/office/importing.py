"""The office takes in sealed case files, one after another; a bad one does not stop the others."""

from collections.abc import Iterable
from pathlib import Path

from cases.home import Home
from cases.language import tr
from cases.office.arrival import Arrival
from cases.office.outcome import Contradicted, FileImport
from cases.office.quarantine import Quarantine
from cases.office.receipts import office_of
from cases.progress import Progress
from cases.sealed.refusal import Refused, Unsure
from cases.sealed.verify import State


def import_files(
    home: Home, paths: Iterable[Path], *, plan: bool = False, progress: Progress | None = None
) -> tuple[FileImport, ...]:
    """Take in files one after another; with `plan` only tell what would happen."""
    progress = progress or Progress()
    files = list(paths)
    progress.begin(len(files), tr("Memeriksa berkas kasus"))
    office = office_of(home)
    results = []
    with home.working():
        for path in files:
            quarantine = Quarantine(home.vault, progress, keep=not plan)
            results.append(_import_file(Arrival(home, office, path, quarantine), path, plan))
            progress.advance()
    return tuple(results)


def _import_file(arrival: Arrival, path: Path, plan: bool) -> FileImport:
    try:
        return arrival.pass_through(plan=plan)
    except (Refused, Unsure, Contradicted) as error:
        return _refused(path, arrival.case, error)
    finally:
        arrival.end()


def _refused(path: Path, case: str, error: Refused | Unsure | Contradicted) -> FileImport:
    states = {Refused: State.CHANGED, Unsure: State.UNSURE, Contradicted: State.INTACT}
    return FileImport(
        file=str(path),
        verdict=states[type(error)],
        case=case,
        conflicts=error.conflicts if isinstance(error, Contradicted) else (),
        refused=error.message,
        advice=error.advice,
        code=error.code,
    )
