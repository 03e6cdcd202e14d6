"""Says of a case file whether it is what was sealed; needs no home."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from cases.language import tr
from cases.sealed import reader
from cases.sealed.bag import Bag
from cases.sealed.envelope import HEADER, MAGIC, check_header, opened, public_keys
from cases.sealed.examination import Examination
from cases.sealed.medium import Medium, open_medium
from cases.sealed.names import INFO
from cases.sealed.refusal import Refused, Unsure

_ZIP = b"PK\3\4"


class State(StrEnum):
    """The three answers."""

    INTACT = "UTUH"
    CHANGED = "BERUBAH"
    UNSURE = "TIDAK_DAPAT_DIPASTIKAN"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why; `file` is a part of the case file, or empty."""

    code: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, with what the file says of itself where that could be read."""

    verdict: State
    reasons: tuple[Reason, ...]
    signer: str = ""
    """Key that signed the file; empty where the signature could not be checked."""
    signer_name: str = ""
    """Its name in the trusted list, or empty."""
    case: str = ""
    heads: tuple[str, ...] = ()
    """`dev:seq:sha256` of every stream."""


def verify(
    source: Path | IO[bytes],
    identities: Sequence[str] = (),
    trust: Mapping[str, str] | None = None,
) -> Verdict:
    """
    Read the whole file and judge it.

    `identities` are age keys (`AGE-SECRET-KEY-1…`), `trust` maps trusted keys to names. A file
    whose age layer a clerk already took off (`PK…`) is judged as well.
    """
    trust = trust or {}
    examination = Examination(trust, recipients=public_keys(identities))
    try:
        if isinstance(source, Path):
            with open_medium(source) as file:
                bag = examine(Medium(file), identities, examination, bare=True)
        else:
            bag = examine(Medium(source), identities, examination, bare=True)
    except Refused as error:
        return _verdict(State.CHANGED, [error], examination.bag, trust)
    except Unsure as error:
        return _verdict(State.UNSURE, [*examination.doubts, error], examination.bag, trust)
    state = State.UNSURE if examination.doubts else State.INTACT
    return _verdict(state, examination.doubts, bag, trust)


def examine(
    medium: Medium, identities: Sequence[str], examination: Examination, *, bare: bool
) -> Bag:
    """Read a case file to its end, `bare` ones too; raises `Refused` or `Unsure`."""
    start = medium.read(HEADER)
    medium.rewind()
    if bare and start.startswith(_ZIP):
        bag = reader.read(medium, examination)
    elif start.startswith(MAGIC):
        check_header(start)
        with opened(medium, identities) as plain:
            bag = reader.read(plain, examination)
    else:
        raise Refused(tr("Berkas ini bukan berkas kasus Netra."), code="not-a-case-file")
    examination.finish(bag)
    return bag


def _verdict(
    state: State, errors: Sequence[Refused | Unsure], bag: Bag | None, trust: Mapping[str, str]
) -> Verdict:
    reasons = [Reason(error.code, error.file, error.message) for error in errors]
    if bag is None:
        return Verdict(state, tuple(reasons))
    if bag.info.left_out and state is not State.CHANGED:
        text = tr("{n} berkas tidak disertakan oleh penyegel.", n=len(bag.info.left_out))
        reasons.append(Reason("left-out", INFO, text))
    return Verdict(
        verdict=state,
        reasons=tuple(reasons),
        signer=bag.signer,
        signer_name=trust.get(bag.signer, ""),
        case=bag.info.case,
        heads=tuple(str(head) for head in bag.info.heads),
    )
