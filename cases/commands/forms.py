"""The verbs of forms: which there are, what they lack, filling them in, their head and names."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from cases.commands.files import need_new, write_new
from cases.commands.frame import add_family, session
from cases.commands.papers import hearing_of
from cases.commands.passphrase import read_passphrase
from cases.home import Home
from cases.language import N_
from cases.papers.catalogue import label, offered, stage_label
from cases.papers.finalising import proposal
from cases.papers.gathering import PaperChoice, addressees_of
from cases.papers.making import draw_paper
from cases.papers.office_head import confirm_form, names_of, read_letterhead, set_letterhead
from cases.papers.scans import match_scan
from cases.work.cases import read_case_file, resolve_case
from cases.work.exhibits import resolve_exhibit
from cases.work.filled import fill_paper
from cases.work.overview import CaseFile
from rules.forms import FormKind

_About = Annotated[int, typer.Option("--clarification", help=N_("Nomor klarifikasi."))]
_Addressee = Annotated[str, typer.Option("--addressee", help=N_("Kode alamat penerusan."))]


def forms(context: typer.Context, case: str) -> None:
    """List the forms of a case by stage, with what is to be checked and what was made."""
    here = session(context)
    with here.open() as home:
        file = read_case_file(home, resolve_case(home, case))
        forms = names_of(home, file.case.pack)
        here.tell([_form(home, file, kind) for kind in offered(forms, file)])


def _form(home: Home, file: CaseFile, kind: FormKind) -> dict[str, Any]:
    entry = names_of(home, file.case.pack).find(kind.form, file.case.regime.value)
    made = [one for one in file.papers if one.form == kind.form]
    return {
        "form": kind.form,
        "label": label(kind.form),
        "stage": stage_label(kind.stage),
        "mark": entry.mark,
        "title": entry.title,
        "basis": entry.basis,
        "check": entry.confidence,
        "about": kind.about,
        "made": len(made),
        "final": sum(one.final for one in made),
    }


def show(
    context: typer.Context,
    case: str,
    form: str,
    clarification: _About = 0,
    addressee: _Addressee = "",
) -> None:
    """Tell what a form lacks, the number it would get, and whom it may go to."""
    here = session(context)
    with here.open() as home:
        file = read_case_file(home, resolve_case(home, case))
        choice = _choice(file, clarification, addressee)
        drawn = draw_paper(home, file.case.id, form, **choice)
        proposed = proposal(home, file.case.id, form, **choice)
        bodies = addressees_of(home, file.case.id, form)
        here.tell(
            {
                "form": form,
                "title": drawn.paper.title,
                "missing": [
                    {"section": gap.section, "label": gap.label, "field": gap.field}
                    for gap in drawn.gaps
                ],
                "proposed": asdict(proposed),
                "addressees": [{"code": one.code, "name": one.name} for one in bodies],
            }
        )


def fill(  # noqa: PLR0913, PLR0917 - the options of the verb
    context: typer.Context,
    case: str,
    form: str,
    field: Annotated[str, typer.Argument(help=N_("Nama isian; lihat `form show`."))],
    text: str,
    clarification: _About = 0,
    addressee: _Addressee = "",
) -> None:
    """Fill in one field of a form by hand; an empty text makes it a dotted line again."""
    here = session(context)
    with here.open() as home:
        file = read_case_file(home, resolve_case(home, case))
        drawn = draw_paper(home, file.case.id, form, **_choice(file, clarification, addressee))
        about = drawn.about
        other, _, own = field.rpartition(".")
        fill_paper(home, file.case.id, other or form, own, text, "" if other else about)
        here.tell({"form": other or form, "field": own, "value": text})


def confirm(
    context: typer.Context,
    form: str,
    regime: Annotated[str, typer.Option(help="PEMILU | PILKADA")] = "",
    mark: Annotated[str, typer.Option(help=N_("Nama resmi, misalnya FORMULIR MODEL B.13."))] = "",
    title: Annotated[str, typer.Option(help=N_("Judul formulir."))] = "",
) -> None:
    """Record what a form is called in the regulation; asked once."""
    here = session(context)
    with here.open() as home:
        confirm_form(home, form, regime, mark, title)
        here.tell({"form": form, "regime": regime, "mark": mark, "title": title})


def letterhead(
    context: typer.Context,
    line: Annotated[list[str] | None, typer.Option(help=N_("Satu baris kepala surat."))] = None,
    address: Annotated[str, typer.Option(help=N_("Alamat kantor."))] = "",
    code: Annotated[str, typer.Option(help=N_("Kode kantor dalam nomor surat."))] = "",
    place: Annotated[str, typer.Option(help=N_("Tempat surat dibuat."))] = "",
    logo: Annotated[Path | None, typer.Option(help=N_("Gambar PNG atau JPEG."))] = None,
) -> None:
    """Set the letterhead of the office, or tell it."""
    here = session(context)
    with here.open() as home:
        if line or address or code or place or logo:
            set_letterhead(home, line or (), address=address, code=code, place=place, logo=logo)
        head = read_letterhead(home)
        here.tell(
            {
                "lines": list(head.lines),
                "address": head.address,
                "code": head.code,
                "place": head.place,
                "logo": len(head.logo or b""),
            }
        )


def match(context: typer.Context, case: str, exhibit: str) -> None:
    """Read the QR of a scan and record which paper it is."""
    here = session(context)
    with here.open() as home:
        found = resolve_case(home, case)
        matched = match_scan(home, found, resolve_exhibit(home, found, exhibit))
        here.tell(
            {
                "exhibit": matched.scan.exhibit,
                "form": matched.scan.form,
                "content_head": matched.scan.content_head,
                "paper": matched.scan.paper,
                "final": bool(matched.paper and matched.paper.final),
            }
        )


def sign(
    context: typer.Context,
    file: Path,
    certificate: Annotated[Path, typer.Option(help=N_("Berkas .p12 atau .pfx."))],
    certificate_passphrase_file: Annotated[
        Path, typer.Option(help=N_("Berkas berisi kata sandi sertifikat."))
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help=N_("Salinan bertanda tangan."))],
) -> None:
    """Make a copy of a PDF with a PAdES signature; needs no home."""
    from cases import disk
    from cases.papers.signing import sign_pdf

    here = session(context)
    need_new(out)
    with disk.in_words(file):
        pdf = file.read_bytes()
    signed = sign_pdf(pdf, certificate, read_passphrase(certificate_passphrase_file))
    write_new(out, signed)
    here.tell({"file": str(out), "size": len(signed)})


def _choice(file: CaseFile, clarification: int, addressee: str) -> PaperChoice:
    choice = PaperChoice(clarification=hearing_of(file, clarification))
    if addressee:
        choice["addressee"] = addressee
    return choice


def add_to(app: typer.Typer) -> None:
    """Add the verbs."""
    family = add_family(app, "form", N_("Formulir: daftar, isian, kepala surat, nama, pindaian."))
    family.command("list", help=N_("Daftar formulir kasus menurut tahapnya."))(forms)
    family.command("show", help=N_("Apa yang belum terisi dalam sebuah formulir."))(show)
    family.command("fill", help=N_("Isi satu isian formulir."))(fill)
    family.command("confirm", help=N_("Pastikan nomor dan judul formulir."))(confirm)
    family.command("letterhead", help=N_("Kepala surat kantor."))(letterhead)
    family.command("match", help=N_("Cocokkan pindaian dengan suratnya lewat kode QR."))(match)
    family.command("sign", help=N_("Salinan PDF bertanda tangan elektronik (PAdES)."))(sign)
