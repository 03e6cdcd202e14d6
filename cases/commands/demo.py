"""
The whole main job on the shipped sample pictures, with two homes: an officer's and an office's.

Every step is the one the window and the other verbs use. All people and happenings are invented.
"""

import hashlib
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from cases import home as homes
from cases import recovering
from cases.commands import demo_story as story
from cases.commands import frame
from cases.commands.exchange import describe
from cases.commands.frame import add_verb, session
from cases.errors import NetraError
from cases.home import Home
from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from cases.keys.enrolment import issue_office_card, issue_officer_card
from cases.keys.entries import OfficeProfile, Profile
from cases.language import N_, tr
from cases.office.importing import import_files
from cases.office.receipts import add_receipt, read_receipt
from cases.office.roster import add_to_roster, trusted, trusted_signers
from cases.papers.catalogue import offered
from cases.papers.making import make_paper
from cases.papers.pack_words import forms_of
from cases.resources import resource
from cases.sealed.seal import seal
from cases.sealed.verify import verify
from cases.work.assessment import read_assessment
from cases.work.cases import read_case_file
from cases.work.overview import CaseFile
from cases.work.records import CaseId

PASSPHRASE = "contoh netra bukan rahasia"  # noqa: S105 - of the demonstration, and says so
SUMMARY = "summary.json"


def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help=N_("Folder hasil."))] = Path("demo"),
) -> None:
    """Do the whole main job on the shipped samples; writes summary.json and the files it names."""
    summary = run_demo(out)
    session(context).tell(summary)


def run_demo(out: Path) -> dict[str, Any]:
    """
    Do the main job in the folder `out`; an earlier demonstration there is replaced.

    One that somebody worked in since is kept, under another name beside it.
    """
    begun = time.perf_counter()
    _clear(out)
    office = _make(out / "kantor", story.OFFICE_PROFILE, story.OFFICE)
    officer = _make(out / "petugas", story.OFFICER_PROFILE, None)
    try:
        homes.enrol(officer, issue_office_card(office.keys))
        add_to_roster(office, issue_officer_card(officer.keys))
        summary = _main_job(out, officer, office)
    finally:
        officer.lock()
        office.lock()
    summary["seconds"] = round(time.perf_counter() - begun, 2)
    data = msgspec.json.format(msgspec.json.encode(summary), indent=2)
    (out / SUMMARY).write_bytes(data + b"\n")
    return summary


def _clear(out: Path) -> None:
    if out.exists() and any(out.iterdir()):
        if not (out / SUMMARY).exists():
            raise NetraError(
                tr("Folder {nama} berisi hal lain; peragaan tidak menimpanya.", nama=out),
                tr("Pilih folder kosong dengan --out."),
                code="folder-in-use",
            )
        if _worked_in(out):
            out.rename(_free_name(out))
        else:
            shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)


def _worked_in(out: Path) -> bool:
    """Whether a home of the demonstration was written to after its summary."""
    ended = (out / SUMMARY).stat().st_mtime_ns
    return any(file.stat().st_mtime_ns > ended for file in out.glob(f"*/{homes.DATABASE}*"))


def _free_name(out: Path) -> Path:
    number = 1
    while (kept := out.with_name(f"{out.name}-lama-{number}")).exists():
        number += 1
    return kept


def _make(folder: Path, profile: Profile, office: OfficeProfile | None) -> Home:
    made = homes.create(folder, profile, PASSPHRASE, office=office, cost=frame.COST)[0]
    recovering.note_kept(made)  # nobody needs to recover samples
    return made


def _main_job(out: Path, officer: Home, office: Home) -> dict[str, Any]:
    case = story.open_the_case(officer)
    samples = sorted(p for p in resource("samples").iterdir() if p.name != "README.md")
    taken = take_in(officer, samples, case=case)
    make_previews(officer)
    story.record_the_rally(officer, case)
    before = read_assessment(officer, case)
    hearing = story.hear_the_respondent(officer, case)
    after = read_assessment(officer, case)
    papers = _make_papers(out, officer, case)
    exchanged = _exchange(out, officer, office, case)
    file = read_case_file(officer, case)
    return {
        "case": case,
        "code": file.case.code,
        "intake": {k: v for k, v in taken.to_json().items() if k != "items"},
        "exhibits": _exhibits(file, office),
        "assessments": [
            {
                "rule": one.rule,
                "respondent": one.party_code,
                "outcome": one.outcome,
                "raised": one.raised,
                "missing": [question.fact for question in one.missing],
            }
            for one in after.findings
            if one.raised
        ],
        "questions": [
            {"fact": question.fact, "text": question.text} for question in before.questions
        ],
        "asked": len(hearing.questions),
        "pdf": papers["ba-klarifikasi"],
        "papers": papers,
        **exchanged,
    }


def _make_papers(out: Path, officer: Home, case: CaseId) -> dict[str, str]:
    file = read_case_file(officer, case)
    clarification = file.clarifications[-1].id
    made = {}
    for kind in offered(forms_of(file.case.pack), file):
        paper = make_paper(officer, case, kind.form, clarification=clarification)
        (out / f"{kind.form}.pdf").write_bytes(paper.pdf)
        made[kind.form] = f"{kind.form}.pdf"
    return made


def _exchange(out: Path, officer: Home, office: Home, case: CaseId) -> dict[str, Any]:
    keys = office.keys.office
    if keys is None:
        raise AssertionError
    (out / "kunci-kantor.txt").write_text(f"{keys.identity}\n", "utf-8")
    (out / "allowed_signers").write_text(trusted_signers(office), "utf-8")
    sealed = seal(officer, case, out / "kasus.netra")
    verdict = verify(sealed.file, [keys.identity], trusted(office))
    (imported,) = import_files(office, [sealed.file])
    receipt = read_receipt(office, imported.receipt)
    (out / "kasus.receipt.json").write_bytes(receipt)
    record, _ = add_receipt(officer, receipt)
    return {
        "sealed": {"file": "kasus.netra", "sha256": sealed.sha256, "size": sealed.size},
        "identity": "kunci-kantor.txt",
        "trust": "allowed_signers",
        "verify": {**describe(verdict), "reasons": len(verdict.reasons)},
        "import": {
            "verdict": imported.verdict,
            "new": msgspec.to_builtins(imported.new),
            "known": msgspec.to_builtins(imported.known),
            "conflicts": len(imported.conflicts),
            "refused": imported.refused or None,
        },
        "receipt": {"file": "kasus.receipt.json", "verified": record.case == case},
        "homes": {"officer": "petugas", "office": "kantor", "passphrase": PASSPHRASE},
    }


def _exhibits(file: CaseFile, office: Home) -> Sequence[dict[str, str]]:
    held = {one.code: one.object for one in read_case_file(office, file.case.id).exhibits}
    return [
        {
            "code": one.code,
            "file": one.file,
            "sha256": one.object,
            "office_sha256": hashlib.sha256(office.vault.read(held[one.code])).hexdigest(),
        }
        for one in file.exhibits
    ]


def add_to(app: typer.Typer) -> None:
    """Add the verb."""
    add_verb(app, "demo", demo, N_("Peragakan seluruh pekerjaan dengan foto contoh."))
