"""From the field to the office, with verbs alone."""

import hashlib
import shutil
from pathlib import Path

from tests.cases.commands.conftest import Exchange
from tests.cases.commands.terminal import Terminal, execute


def test_each_verb_answers_as_the_command_line_promises(road: Exchange):
    said = road.answers
    for verb in ("init office", "init", "office card", "card", "roster add"):
        assert {"home", "dev", "officer", "office"} <= set(said[verb])
    assert set(said["case new"]) == {"case", "code"}
    assert said["case new"]["code"] == "S-K1-001"
    assert {"file", "sha256", "size", "recipients", "heads", "objects"} <= set(said["seal"])
    assert said["incident"]["code"] == "PR-01"
    assert said["party"]["code"] == "T-01"
    assert said["attend"]["party"] == said["party"]["party"]
    assert said["fact"]["value"] is True


def test_an_officer_and_an_office_compare_the_same_six_words(road: Exchange):
    assert len(road.answers["card"]["words"]) == 6
    assert road.answers["card"]["words"] == road.answers["roster add"]["words"]


def test_the_counts_of_an_intake_add_up(road: Exchange):
    report = road.answers["intake"]
    assert report["selected"] == 3
    assert report["selected"] == report["stored"] + report["duplicate"] + report["refused"]
    kinds = [(item["code"], item["kind"], item["status"]) for item in report["items"]]
    assert kinds == [
        ("B-01", "photo", "stored"),
        ("B-02", "photo", "stored"),
        ("B-03", "attachment", "stored"),
    ]
    assert set(report["items"][0]) == {
        *("file", "status", "exhibit", "code", "sha256", "size", "kind", "reason")
    }


def test_the_rules_speak_of_the_respondent_who_was_there(road: Exchange):
    findings = road.answers["fact list"]["assessment"]["findings"]
    assert any(one["raised"] and one["party_code"] == "T-01" for one in findings)


def test_the_sealed_file_is_what_seal_said(road: Exchange):
    data = road.sealed.read_bytes()
    assert hashlib.sha256(data).hexdigest() == road.answers["seal"]["sha256"]
    assert len(data) == road.answers["seal"]["size"]


def test_a_clerk_verifies_with_two_files_and_no_home(road: Exchange):
    words = ["verify", road.sealed, "--identity", road.identity, "--trust", road.trust, "--json"]

    ran = execute(words)

    assert ran.status == 0
    assert set(ran.json) >= {"verdict", "reasons", "signer", "case", "heads"}
    assert ran.json["verdict"] == "UTUH"
    assert ran.json["signer"] == road.answers["init"]["dev"]
    assert ran.json["case"] == road.answers["case new"]["case"]
    assert ran.json["heads"] == road.answers["seal"]["heads"]


def test_the_office_imports_once_and_gives_the_same_receipt_again(exchange: Exchange):
    plan = exchange.office.ask("import", "--plan", exchange.sealed)["files"][0]
    assert plan["receipt"] is None
    first = exchange.office.ask("import", exchange.sealed)["files"][0]
    assert plan["new"] == first["new"]
    receipt = Path(first["receipt"]).read_bytes()
    events = exchange.office.ask("check")["events"]

    again = exchange.office.ask("import", exchange.sealed)["files"][0]

    assert again["new"] == {"events": 0, "objects": 0}
    assert again["known"] == first["new"]
    assert Path(again["receipt"]).read_bytes() == receipt
    assert exchange.office.ask("check")["events"] == events


def test_the_receipt_lies_beside_the_file_and_the_officer_keeps_it(exchange: Exchange):
    answer = exchange.office.ask("import", exchange.sealed)["files"][0]
    assert answer["receipt"] == str(exchange.folder / "kasus.receipt.json")

    kept = exchange.officer.ask("receipt", "add", answer["receipt"])

    assert kept["verified"] is True
    assert kept["files"][0]["known"] == answer["new"]
    assert kept["case"] == answer["case"]


def test_a_file_that_is_no_receipt_is_never_overwritten(exchange: Exchange):
    mine = exchange.folder / "kasus.receipt.json"
    mine.write_text("catatan saya", "utf-8")

    ran = exchange.office.run("import", exchange.sealed)

    assert ran.status == 1
    assert ran.json["files"][0]["verdict"] == "UTUH"
    assert ran.json["files"][0]["receipt"] is None
    assert "kasus.receipt.json" in ran.err
    assert mine.read_text("utf-8") == "catatan saya"


def test_a_backup_comes_back_whole_under_a_new_key(exchange: Exchange):
    usb = exchange.folder / "usb"
    report = exchange.officer.ask("backup", usb)
    again = Terminal(exchange.folder, "pulih")
    shutil.copyfile(exchange.officer.passphrase, again.passphrase)

    restored = again.ask("restore", usb)

    assert restored["dev"] != exchange.answers["init"]["dev"]
    checked = again.ask("check")
    assert checked["broken"] == []
    assert checked["objects"] == report["objects"]


def test_a_backup_inside_the_home_is_refused(exchange: Exchange):
    for folder in (exchange.officer.home_folder, exchange.officer.home_folder / "objects"):
        assert exchange.officer.run("backup", folder).refusal["code"] == "inside-home"


def test_a_restore_with_a_wrong_passphrase_leaves_no_home(exchange: Exchange):
    exchange.officer.ask("backup", exchange.folder / "usb")
    again = Terminal(exchange.folder, "pulih")
    again.passphrase.write_text("bukan kata sandinya\n", "utf-8")

    assert again.run("restore", exchange.folder / "usb").refusal["code"]

    assert not again.home_folder.exists()
    assert sorted(path.name for path in exchange.folder.glob(".*")) == []


def test_rebuilding_changes_nothing_that_can_be_seen(exchange: Exchange):
    first = exchange.officer.ask("rebuild")
    assert len(first["view_hash"]) == 64
    assert exchange.officer.ask("rebuild") == first
    assert exchange.officer.ask("check")["broken"] == []


def test_a_paper_of_the_same_content_is_the_same_paper(exchange: Exchange):
    made = exchange.answers["paper"]
    out = exchange.folder / "lagi.pdf"

    same = exchange.officer.ask(
        "paper", "S-K1-001", "ba-klarifikasi", "-o", out, "--at", made["content_head"]
    )

    assert same["sha256"] == made["sha256"]
    assert hashlib.sha256(out.read_bytes()).hexdigest() == made["sha256"]


def test_a_paper_of_earlier_content_is_the_one_that_was_made_then(exchange: Exchange):
    made = exchange.answers["paper"]
    exchange.officer.ask("case", "edit", "S-K1-001", "--title", "Judul lain (CONTOH)")
    words = ("paper", "S-K1-001", "ba-klarifikasi", "--at", made["content_head"][:20])

    then = exchange.officer.ask(*words, "-o", exchange.folder / "dulu.pdf")

    assert then["sha256"] == made["sha256"]
    other = exchange.officer.run(
        "paper", "S-K1-001", "lhp", "-o", exchange.folder / "x.pdf", "--at", made["content_head"]
    )
    assert other.refusal["code"] == "other-content"


def test_what_was_recorded_can_be_listed_found_and_changed(exchange: Exchange):
    officer = exchange.officer
    edited = officer.ask(
        *("case", "edit", "S-K1-001", "--place", "53.01", "--place-text", "Contoh Timur"),
        *("--date", "diregistrasi=2024-10-18", "--source", "laporan"),
    )
    assert edited["place"]["code"] == "53.01"
    assert edited["dates"] == [["diregistrasi", "2024-10-18"]]
    incident = officer.ask("incident", "edit", "PR-01", "--case", "S-K1-001", "--title", "Rapat")
    assert incident["title"] == "Rapat"
    assert officer.ask("search", "Rapat")
    assert [one["case"]["code"] for one in officer.ask("case", "list")] == ["S-K1-001"]
    assert officer.ask("party", "show", "S-K1-001", "T-01")["name"] == "Contoh Daniel"
    assert len(officer.ask("party", "list", "S-K1-001")) == 1
    assert officer.ask("exhibit", "caption", "B-01", "Panggung", "--case", "S-K1-001")
    assert officer.ask("exhibit", "custody", "B-01", "--case", "S-K1-001")
    statement = exchange.answers["fact"]["statement"]
    assert officer.ask("fact", "withdraw", "S-K1-001", statement, "--reason", "salah dengar")
    assert officer.ask("clarify", "show", "S-K1-001")[0]["oath"] == "bersedia"


def test_a_second_officer_of_the_laptop_writes_under_a_key_of_their_own(exchange: Exchange):
    words = exchange.folder / "sandi-dua.txt"
    words.write_text("lautan biru sekali\n", "utf-8")
    added = exchange.officer.ask(
        *("officer", "add", "--name", "Contoh Markus", "--role", "pkd", "--office", "Panwaslu"),
        *("--region", "53.01.06", "--new-passphrase-file", words),
    )
    assert added["dev"] != exchange.answers["init"]["dev"]
    assert exchange.officer.run("case", "list").refusal["code"] == "officer-needed"
    folder = exchange.officer.home_folder
    asked = ["--home", folder, "--officer", "contoh markus", "--passphrase-file", words, "--json"]
    assert len(execute([*asked, "case", "list"]).json) == 1


def test_the_environment_names_home_and_passphrase_file(exchange: Exchange, monkeypatch):
    monkeypatch.setenv("NETRA_HOME", str(exchange.officer.home_folder))
    monkeypatch.setenv("NETRA_PASSPHRASE_FILE", str(exchange.officer.passphrase))

    assert execute(["case", "list", "--json"]).json == execute(["--json", "case", "list"]).json
    assert "S-K1-001" in execute(["case", "list"]).text
