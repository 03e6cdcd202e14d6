"""Final papers, letterheads, confirmed names, scans that come back, signed copies, PDF/A."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa
from PIL import Image, ImageDraw

from cases.errors import NetraError
from cases.home import Home
from cases.intake.pipeline import take_in
from cases.papers.finalising import Final, finalise, proposal
from cases.papers.gathering import PaperChoice, addressees_of
from cases.papers.making import draw_paper, make_paper, read_paper
from cases.papers.office_head import confirm_form, names_of, read_letterhead, set_letterhead
from cases.papers.scans import match_scan
from cases.papers.signing import sign_pdf
from cases.work.against import note_against
from cases.work.cases import read_case_file
from cases.work.facts import state_fact
from cases.work.filled import fill_paper
from cases.work.packs import newest
from cases.work.records import ExhibitId
from tests.cases.papers.reading import images_of, words_of
from tests.cases.work.story import Story, bodies


def ready(home: Home) -> Story:
    """A case in which what speaks against the allegation was noted."""
    story = Story.begin(home)
    note_against(home, story.case, "Tidak ditemukan.")
    return story


def test_a_final_paper_has_number_and_day_and_is_the_same_when_made_again(home: Home) -> None:
    story = ready(home)

    made = finalise(home, story.case, "temuan", Final("003/TM/CONTOH", "2024-01-24"))
    again = make_paper(home, story.case, "temuan", final=True)

    text = words_of(made.pdf)
    assert "NOMOR : 003/TM/CONTOH" in text
    assert "24 Januari 2024" in text
    assert "DRAF" not in text
    assert again.pdf == made.pdf
    (first, _) = bodies(home, story.case, "paper.made")
    assert (first["final"], first["number"]) == (True, "003/TM/CONTOH")
    assert read_paper(home, made.record.event) == made.pdf


def test_the_next_number_follows_the_pattern_of_the_pack(home: Home) -> None:
    story = ready(home)
    set_letterhead(home, ("PANWASLU CONTOH",), code="K.NT-06", place="Oesao")
    fill_paper(home, story.case, "lhp", "tanggal", "2024-01-24")
    assert proposal(home, story.case, "lhp").number == "001/LHP/PM.01.02/K.NT-06/I/2024"

    finalise(home, story.case, "lhp", Final("007/LHP/PM.01.02/K.NT-06/I/2024"))
    fill_paper(home, story.case, "lhp", "nomor", "")

    assert proposal(home, story.case, "lhp") == Final(
        "008/LHP/PM.01.02/K.NT-06/I/2024", "2024-01-24"
    )
    assert "Oesao, 24 Januari 2024" in words_of(make_paper(home, story.case, "lhp").pdf)


def test_what_two_forms_share_is_typed_once_and_can_be_emptied(home: Home) -> None:
    story = Story.begin(home)
    fill_paper(home, story.case, "lhp", "spt", "197/PM.00.02")
    fill_paper(home, story.case, "lhp", "spt", "197/PM.00.02")

    assert len(bodies(home, story.case, "paper.filled")) == 1
    assert "Nomor Surat Tugas : 197/PM.00.02" in words_of(
        make_paper(home, story.case, "temuan").pdf
    )
    fill_paper(home, story.case, "lhp", "spt", "")
    assert "spt" in {gap.field for gap in draw_paper(home, story.case, "temuan").gaps}


def test_a_letter_goes_to_the_body_of_its_day_and_tells_it_what_concerns_it(home: Home) -> None:
    story = ready(home)
    for fact, value in (("status_subjek", "PNS"), ("peran_hadir", ["PEMBERI_SAMBUTAN"])):
        state_fact(home, story.incident, fact, value, party=story.respondent)
    drawn = draw_paper(home, story.case, "penerusan")
    assert "Kepada Yth. ....." in words_of(_render(drawn.paper))

    fill_paper(home, story.case, "penerusan", "tanggal", "2024-10-28")
    with pytest.raises(NetraError) as caught:
        draw_paper(home, story.case, "penerusan", addressee="AD-TNI")

    assert caught.value.code == "no-such-addressee"
    assert all(one.name != "Ketua KASN" for one in addressees_of(home, story.case))


def _render(paper: object) -> bytes:
    from cases.papers.render import render

    return render(paper)  # type: ignore[arg-type]


def test_a_confirmed_name_stands_on_the_form_and_is_no_longer_doubtful(home: Home) -> None:
    story = Story.begin(home)
    confirm_form(home, "temuan", "PEMILU", "FORMULIR MODEL B.2", "Formulir Temuan Dugaan")

    entry = names_of(home, newest()).find("temuan", "PEMILU")
    text = words_of(make_paper(home, story.case, "temuan").pdf)

    assert entry.confidence == ""
    assert "FORMULIR TEMUAN DUGAAN" in text
    assert names_of(home, newest()).find("temuan", "PILKADA").confidence


def test_a_logo_is_drawn_anew_and_a_hostile_one_is_refused(home: Home, tmp_path: Path) -> None:
    story = Story.begin(home)
    good, bad = tmp_path / "logo.png", tmp_path / "logo.svg"
    picture = Image.new("RGBA", (90, 90), (0, 90, 100, 255))
    picture.save(good, pnginfo=None)
    bad.write_bytes(b"<svg onload='x'/>" + bytes(range(256)) * 40)

    with pytest.raises(NetraError) as caught:
        set_letterhead(home, ("X",), logo=bad)
    assert caught.value.code == "bad-logo"
    set_letterhead(home, ("PANWASLU CONTOH", "KECAMATAN CONTOH"), address="Jalan 1", logo=good)
    set_letterhead(home, ("PANWASLU CONTOH",), address="Jalan 2")

    head = read_letterhead(home)
    assert head.address == "Jalan 2"
    assert (head.logo or b"").startswith(b"\xff\xd8\xff")
    pdf = make_paper(home, story.case, "daftar-bukti").pdf
    assert head.logo in images_of(pdf)
    assert "PANWASLU CONTOH Jalan 2" in words_of(pdf)


def test_an_empty_form_names_the_case_and_leaves_the_rest_to_the_pen(home: Home) -> None:
    story = Story.begin(home)

    made = make_paper(home, story.case, "lhp", blank=True)

    text = words_of(made.pdf)
    assert made.record.blank
    assert "S-K1-001" in text
    assert "Kampanye terbuka" not in text
    assert "Contoh Terlapor" not in text
    assert bodies(home, story.case, "party.read") == []


def test_the_scan_of_a_paper_is_matched_by_its_code(home: Home, tmp_path: Path) -> None:
    story = Story.begin(home)
    made = make_paper(home, story.case, "lhp", blank=True)
    page = tmp_path / "pindaian.png"
    _scan(made.pdf).save(page)
    other = tmp_path / "tanpa-kode.png"
    Image.new("RGB", (300, 300), "white").save(other)
    taken = take_in(home, [page, other], case=story.case)
    scan, plain = (ExhibitId(str(item.exhibit)) for item in taken.items)

    matched = match_scan(home, story.case, scan)

    assert matched.paper == made.record
    (kept,) = read_case_file(home, story.case).scans
    assert (kept.exhibit, kept.paper, kept.form) == (scan, made.record.event, "lhp")
    with pytest.raises(NetraError) as caught:
        match_scan(home, story.case, plain)
    assert caught.value.code == "no-code"


def _scan(pdf: bytes) -> Image.Image:
    """The first page as a scanner gives it, with a signature."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=2.2).to_pil().convert("L")
    document.close()
    assert isinstance(picture, Image.Image)
    ImageDraw.Draw(picture).line((300, 900, 500, 960), fill=0, width=4)
    return picture


def test_every_form_is_an_archive_file(home: Home) -> None:
    story = ready(home)
    for form in ("kajian", "undangan", "daftar-bukti"):
        choice = PaperChoice()
        if form == "undangan":
            from cases.work.clarifications import start_clarification

            start_clarification(home, story.case, story.respondent)
        with pikepdf.open(BytesIO(make_paper(home, story.case, form, **choice).pdf)) as document:
            assert pdfa.check(document, "2b").findings == []


def certificate(file: Path, passphrase: str) -> None:
    """A sample certificate that signs itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Contoh Ketua")])
    start = datetime(2024, 1, 1, tzinfo=UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )
    sealed = BestAvailableEncryption(passphrase.encode())
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"contoh", key, signed, None, sealed))


def test_a_signed_copy_is_the_paper_with_a_signature_behind_it(home: Home, tmp_path: Path) -> None:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    story = Story.begin(home)
    pdf = make_paper(home, story.case, "daftar-bukti").pdf
    certificate(tmp_path / "ketua.p12", "rahasia")

    signed = sign_pdf(pdf, tmp_path / "ketua.p12", "rahasia")

    assert signed.startswith(pdf)
    (signature,) = PdfFileReader(BytesIO(signed)).embedded_signatures
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    trusted = ValidationContext(trust_roots=[])
    status = validate_pdf_signature(signature, trusted)
    assert status.intact
    assert status.valid
    for wrong in ("salah", ""):
        with pytest.raises(NetraError) as caught:
            sign_pdf(pdf, tmp_path / "ketua.p12", wrong)
        assert caught.value.code == "bad-certificate"


def test_nothing_but_a_signature_loads_what_pyhanko_brings() -> None:
    script = (
        "import sys, cases.commands.forms, cases.commands.papers, cases.papers.making;"
        "print([m for m in ('cryptography', 'aiohttp', 'pyhanko', 'docx') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert said.stdout.strip() == b"[]"
