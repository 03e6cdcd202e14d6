"""Verbs of exchange: seal, verify, import, receipt add."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cases.commands.files import is_there, need_new, read_file
from cases.commands.frame import Session, add_family, add_verb, session, stoppable
from cases.commands.plain import say
from cases.disk import in_words, save
from cases.errors import NetraError
from cases.home import Home
from cases.keys.signers import parse_allowed_signers
from cases.language import N_, tr
from cases.office.importing import import_files
from cases.office.outcome import FileImport
from cases.office.receipts import add_receipt, read_receipt
from cases.office.roster import trusted
from cases.sealed.bag import NAMESPACE
from cases.sealed.receipt import BadReceipt, parse_receipt
from cases.sealed.seal import seal as seal_case
from cases.sealed.verify import State, Verdict
from cases.sealed.verify import verify as verify_file
from cases.work.cases import resolve_case

_AGE_KEY = "AGE-SECRET-KEY-1"
Out = Annotated[Path, typer.Option("-o", "--out", help=N_("Berkas hasil."))]


def seal(
    context: typer.Context,
    case: str,
    out: Out,
    without_identities: Annotated[
        bool, typer.Option("--without-identities", help=N_("Tanpa data pribadi."))
    ] = False,
) -> None:
    """Write a sealed case file for the office."""
    here = session(context)
    need_new(out)
    with here.open() as home:
        found = resolve_case(home, case)
        if home.keys.enrolled is None and home.keys.office is None:
            say(
                tr(
                    "Laptop ini belum terdaftar ke kantor: hanya laptop ini yang dapat membuka "
                    "berkas itu. Minta kartu kantor, jalankan enrol, lalu segel lagi."
                )
            )
        with stoppable() as progress:
            sealed = seal_case(
                home, found, out, without_identities=without_identities, progress=progress
            )
        here.tell(
            {
                "file": str(sealed.file),
                "sha256": sealed.sha256,
                "size": sealed.size,
                "recipients": list(sealed.recipients),
                "heads": list(sealed.heads),
                "objects": sealed.objects,
                "left_out": sealed.left_out,
            }
        )


def verify(
    context: typer.Context,
    file: Path,
    identity: Annotated[str | None, typer.Option(help=N_("Berkas kunci age kantor."))] = None,
    trust: Annotated[Path | None, typer.Option(help=N_("Daftar allowed_signers."))] = None,
) -> None:
    """Say whether a sealed case file is what was sealed; without keys those of the home serve."""
    here = session(context)
    identities, trusted_keys = _keys(here, identity, trust)
    verdict = verify_file(file, identities, trusted_keys)
    here.tell(describe(verdict))
    if verdict.verdict is not State.INTACT:
        for reason in verdict.reasons:
            say(reason.text)
        raise typer.Exit(1)


def describe(verdict: Verdict) -> dict[str, Any]:
    """Answer of `verify`."""
    return {
        "verdict": verdict.verdict,
        "reasons": list(verdict.reasons),
        "signer": verdict.signer or None,
        "signer_name": verdict.signer_name or None,
        "case": verdict.case or None,
        "heads": list(verdict.heads),
    }


def _keys(
    here: Session, identity: str | None, trust: Path | None
) -> tuple[list[str], dict[str, str]]:
    if identity is None and trust is None and here.can_open:
        with here.open() as home:
            office = home.keys.office
            own = [home.keys.identity, *([office.identity] if office else [])]
            return own, trusted(home)
    text = read_file(trust).decode("utf-8-sig", "replace") if trust else ""
    return _identities(identity), dict(parse_allowed_signers(text, NAMESPACE))


def _identities(identity: str | None) -> list[str]:
    """Read age keys from a file as `age-keygen` writes it; the key itself is taken as well."""
    if identity is None:
        return []
    if identity.startswith(_AGE_KEY):
        return [identity.strip()]
    text = read_file(Path(identity)).decode("utf-8-sig", "replace")
    keys = [line.strip() for line in text.splitlines()]
    keys = [key for key in keys if key.startswith(_AGE_KEY)]
    if not keys:
        raise NetraError(
            tr("Berkas {nama} bukan kunci age.", nama=identity),
            tr("Berikan berkas yang berisi AGE-SECRET-KEY-1…"),
            code="no-age-key",
        )
    return keys


def import_(
    context: typer.Context,
    files: list[Path],
    plan: Annotated[
        bool, typer.Option("--plan", help=N_("Hanya katakan apa yang akan terjadi."))
    ] = False,
) -> None:
    """Take in sealed case files at the office, and give receipts."""
    here = session(context)
    complaints: list[str] = []
    with here.open() as home:
        with stoppable() as progress:
            done = import_files(home, files, plan=plan, progress=progress)
        answers = [
            _imported(home, path, one, complaints) for path, one in zip(files, done, strict=True)
        ]
    here.tell({"files": answers})
    for complaint in complaints:
        say(complaint)
    if complaints:
        raise typer.Exit(1)


def _imported(home: Home, path: Path, one: FileImport, complaints: list[str]) -> dict[str, Any]:
    """Answer for one file, its receipt laid beside it; what went wrong goes to `complaints`."""
    receipt = None
    if one.refused:
        complaints.append(f"{path.name}: {one.refused} {one.advice}".strip())
    elif one.receipt:
        receipt = path.with_suffix(".receipt.json")
        try:
            keep_receipt(receipt, read_receipt(home, one.receipt))
        except NetraError as error:
            complaints.append(str(error))
            receipt = None
    return {
        "file": str(path),
        "verdict": one.verdict,
        "case": one.case or None,
        "new": one.new,
        "known": one.known,
        "conflicts": list(one.conflicts),
        "refused": one.refused or None,
        "code": one.code or None,
        "receipt": str(receipt) if receipt else None,
    }


def keep_receipt(path: Path, text: bytes) -> None:
    """Lay the receipt beside the file, in place of an older receipt, never of anything else."""
    if is_there(path):
        held = read_file(path)
        if held == text:
            return
        try:
            parse_receipt(held)
        except BadReceipt:
            need_new(path)  # says that it is never overwritten
    with in_words(path):
        save(path, text)


def receipt_add(context: typer.Context, file: Path) -> None:
    """Keep the office's receipt: it says what the office holds."""
    here = session(context)
    with here.open() as home:
        text = read_file(file)
        record, _ = add_receipt(home, text)
        receipt = parse_receipt(text)
        events = sum(entry.seq for entry in receipt.heads)
        held = {"events": events, "objects": receipt.objects.count}
        here.tell(
            {
                "files": [
                    {
                        "file": str(file),
                        "verdict": State.INTACT,
                        "case": record.case,
                        "new": {"events": 0, "objects": 0},
                        "known": held,
                        "conflicts": [],
                        "refused": None,
                        "receipt": str(file),
                    }
                ],
                "receipt": record.object,
                "number": record.number,
                "office": record.office,
                "case": record.case,
                "content": record.content,
                "at": record.at,
                "verified": True,
            }
        )


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    add_verb(app, "seal", seal, N_("Segel kasus menjadi satu berkas untuk kantor."))
    add_verb(app, "verify", verify, N_("Periksa apakah berkas kasus masih utuh."))
    add_verb(app, "import", import_, N_("Terima berkas kasus di kantor dan beri tanda terima."))
    receipt = add_family(app, "receipt", N_("Tanda terima kantor."))
    add_verb(receipt, "add", receipt_add, N_("Catat tanda terima dari kantor."))
