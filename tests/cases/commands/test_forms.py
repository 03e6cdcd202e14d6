"""Forms from the command line: listed, filled in, confirmed, made final, as DOCX, signed."""

from pathlib import Path

import pytest

from tests.cases.commands.conftest import Exchange
from tests.cases.commands.terminal import Terminal, execute
from tests.cases.papers.reading import words_of
from tests.cases.papers.test_finalising import certificate


@pytest.fixture
def officer(exchange: Exchange) -> Terminal:
    return exchange.officer


def test_forms_are_listed_by_stage_with_what_is_doubtful(officer: Terminal):
    forms = {one["form"]: one for one in officer.ask("form", "list", "S-K1-001")}

    assert forms["temuan"]["stage"] == "Penerimaan dan kajian awal"
    assert "laporan" not in forms
    assert forms["temuan"]["check"].startswith("perlu dicek")
    officer.ask(
        "form", "confirm", "temuan", "--regime", "PILKADA", "--mark", "A.2", "--title", "X"
    )
    officer.ask("form", "confirm", "temuan", "--regime", "PEMILU", "--mark", "B.2", "--title", "X")
    forms = {one["form"]: one for one in officer.ask("form", "list", "S-K1-001")}
    assert (forms["temuan"]["check"], forms["temuan"]["title"]) == ("", "X")


def test_what_a_form_lacks_is_filled_in_and_the_paper_made_final(
    officer: Terminal, tmp_path: Path
):
    lacking = officer.ask("form", "show", "S-K1-001", "lhp")
    assert "tahapan" in {one["field"] for one in lacking["missing"]}
    officer.ask("form", "fill", "S-K1-001", "lhp", "tahapan", "Kampanye contoh")
    officer.ask("form", "fill", "S-K1-001", "temuan", "lhp.spt", "197/PM.00.02")
    lacking = officer.ask("form", "show", "S-K1-001", "lhp")
    assert not {"tahapan", "spt"} & {one["field"] for one in lacking["missing"]}
    head = officer.ask("form", "letterhead", "--line", "PANWASLU CONTOH", "--place", "Oesao")
    assert head["lines"] == ["PANWASLU CONTOH"]

    final = ("--final", "--number", "004/LHP", "--date", "2024-10-21")
    refused = officer.run("paper", "S-K1-001", "lhp", "-o", tmp_path / "a.pdf", *final)
    assert refused.status == 1
    officer.ask("against", "add", "S-K1-001", "Tidak ditemukan.")
    made = officer.ask("paper", "S-K1-001", "lhp", "-o", tmp_path / "a.pdf", *final)
    assert (made["final"], made["number"]) == (True, "004/LHP")
    text = words_of((tmp_path / "a.pdf").read_bytes())
    assert "Kampanye contoh" in text
    assert "Oesao, 21 Oktober 2024" in text
    word = officer.ask("paper", "S-K1-001", "lhp", "-o", tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")
    assert "Bentuk" in word["missing"]
    blank = officer.ask("paper", "S-K1-001", "lhp", "-o", tmp_path / "b.pdf", "--blank")
    assert blank["blank"]


def test_a_scan_without_a_code_and_a_wrong_certificate_are_refused(
    officer: Terminal, tmp_path: Path
):
    assert officer.run("form", "match", "S-K1-001", "B-01").refusal["code"] == "no-code"
    officer.ask("paper", "S-K1-001", "daftar-bukti", "-o", tmp_path / "d.pdf")
    certificate(tmp_path / "c.p12", "kata sandi")
    (tmp_path / "sandi").write_text("kata sandi\n")
    sign = (
        "form",
        "sign",
        tmp_path / "d.pdf",
        "--certificate-passphrase-file",
        tmp_path / "sandi",
    )
    signed = execute([*sign, "--certificate", tmp_path / "c.p12", "-o", tmp_path / "e.pdf"])
    assert signed.status == 0
    assert b"ETSI.CAdES.detached" in (tmp_path / "e.pdf").read_bytes()
    again = execute([*sign, "--certificate", tmp_path / "d.pdf", "-o", tmp_path / "f.pdf"])
    assert again.status == 1
