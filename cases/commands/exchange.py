"""Verbs of exchange: seal, verify, import, receipt add."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cases.commands.frame import Session, read_file, session
from cases.errors import NetraError
from cases.keys.signers import parse_allowed_signers
from cases.language import tr
from cases.office.importing import import_files
from cases.office.receipts import add_receipt, read_receipt
from cases.office.roster import trusted
from cases.sealed.bag import NAMESPACE
from cases.sealed.seal import seal as seal_case
from cases.sealed.verify import State, Verdict
from cases.sealed.verify import verify as verify_file
from cases.work.cases import resolve_case

Out = Annotated[Path, typer.Option("-o", "--out", help="Berkas hasil.")]


def seal(
    context: typer.Context,
    case: str,
    out: Out,
    without_identities: Annotated[bool, typer.Option("--without-identities")] = False,
) -> None:
    """Write a sealed case file for the office."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        sealed = seal_case(home, found, out, without_identities=without_identities)
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
    identity: Annotated[Path | None, typer.Option(help="Kunci age kantor.")] = None,
    trust: Annotated[Path | None, typer.Option(help="Daftar allowed_signers.")] = None,
) -> None:
    """Say whether a sealed case file is what was sealed; without keys those of the home serve."""
    here = session(context)
    identities, trusted_keys = _keys(here, identity, trust)
    verdict = verify_file(file, identities, trusted_keys)
    here.tell(describe(verdict))
    if verdict.verdict is not State.INTACT:
        for reason in verdict.reasons:
            typer.echo(reason.text, err=True)
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
    here: Session, identity: Path | None, trust: Path | None
) -> tuple[list[str], dict[str, str]]:
    if identity is None and trust is None and (here.folder / "vault.json").exists():
        with here.open() as home:
            office = home.keys.office
            own = [home.keys.identity, *([office.identity] if office else [])]
            return own, trusted(home)
    lines = read_file(identity).decode("utf-8", "replace").splitlines() if identity else []
    keys = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    if identity and not any(key.startswith("AGE-SECRET-KEY-1") for key in keys):
        raise NetraError(
            tr("Berkas {nama} bukan kunci age.", nama=identity),
            tr("Berikan berkas yang berisi AGE-SECRET-KEY-1…"),
            code="no-age-key",
        )
    text = read_file(trust).decode("utf-8", "replace") if trust else ""
    return keys, dict(parse_allowed_signers(text, NAMESPACE))


def import_(
    context: typer.Context,
    files: list[Path],
    plan: Annotated[
        bool, typer.Option("--plan", help="Hanya katakan apa yang akan terjadi.")
    ] = False,
) -> None:
    """Take in sealed case files at the office, and give receipts."""
    here = session(context)
    with here.open() as home:
        done = import_files(home, files, plan=plan)
        answers = []
        for one in done:
            answer = {
                "file": one.file,
                "verdict": one.verdict,
                "case": one.case or None,
                "new": one.new,
                "known": one.known,
                "conflicts": list(one.conflicts),
                "refused": one.refused or None,
                "code": one.code or None,
                "receipt": None,
            }
            if one.receipt:
                path = Path(one.file).with_suffix(".receipt.json")
                keep_receipt(path, read_receipt(home, one.receipt))
                answer["receipt"] = str(path)
            answers.append(answer)
    here.tell({"files": answers})
    for one in done:
        if one.refused:
            typer.echo(f"{one.refused} {one.advice}".strip(), err=True)
    if any(one.refused for one in done):
        raise typer.Exit(1)


def keep_receipt(path: Path, text: bytes) -> None:
    """Lay the receipt beside the file; the same text again is no change."""
    if path.exists() and path.read_bytes() == text:
        return
    try:
        path.write_bytes(text)
    except OSError as error:
        raise NetraError(
            tr("Tanda terima tidak dapat ditulis ke {nama}.", nama=path),
            tr("Kasusnya sudah diterima; impor lagi dari folder yang dapat ditulis."),
            code="not-written",
        ) from error


def receipt_add(context: typer.Context, file: Path) -> None:
    """Keep the office's receipt: it says what the office holds."""
    here = session(context)
    with here.open() as home:
        record, _ = add_receipt(home, read_file(file))
        here.tell({**_receipt(record), "verified": True})


def _receipt(record: Any) -> dict[str, Any]:
    return {
        "receipt": record.object,
        "number": record.number,
        "office": record.office,
        "case": record.case,
        "content": record.content,
        "at": record.at,
    }


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command()(seal)
    app.command()(verify)
    app.command("import")(import_)
    receipt = typer.Typer()
    receipt.command("add")(receipt_add)
    app.add_typer(receipt, name="receipt", help="Tanda terima kantor.")
