"""A case leaves a laptop sealed, is judged, and comes in at the office, all in the window."""

import pytest

from cases import home as homes
from cases.keys.entries import OfficeProfile, Profile
from cases.sealed.verify import State
from gui.desk import exchange
from gui.pages.exchange.outgoing_rows import OutgoingRow
from gui.pages.exchange.receiving_rows import HeldRow, ResultRow
from tests.gui.conftest import CHEAP, PASSPHRASE, open_window

pytestmark = pytest.mark.gui


@pytest.fixture
def office_folder(tmp_path, window):
    """An office that trusts the officer at the window, whose laptop is enrolled there."""
    folder = tmp_path / "kantor"
    profile = Profile("Ratna Contoh", "KABKOTA", "Bawaslu Kabupaten Contoh", "53.01")
    office = OfficeProfile(profile.office, profile.region)
    home = homes.create(folder, profile, PASSPHRASE, cost=CHEAP, office=office)[0]
    exchange.save_card(home, tmp_path / "kantor.json")
    mine = window.session.home
    exchange.save_card(mine, tmp_path / "petugas.json")
    exchange.enrol(mine, exchange.read_office_card(tmp_path / "kantor.json"))
    exchange.trust_officer(home, exchange.read_officer_card(tmp_path / "petugas.json"))
    home.lock()
    return folder


def words(widget) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(one.text() for one in widget.findChildren(QLabel))


def test_a_case_reaches_the_office_and_the_receipt_comes_back(
    window, office_folder, tmp_path, qtbot, settle
):
    outbox = window.shell.open("outbox")
    settle()
    waiting = exchange.outgoing(window.session.home)[0]
    assert "Masih hanya di laptop ini" in words(outbox.findChild(OutgoingRow))
    outbox.seal_to(waiting, tmp_path / "kasus.netra")
    settle()
    assert "Tersegel" in outbox.verdict.text()
    assert outbox.detail.text().startswith("SHA-256 ")

    office = open_window(qtbot, office_folder, settle)
    desk = office.shell.open("receiving")
    desk.take_in([tmp_path / "kasus.netra"])
    settle()
    assert office.session
    assert "Diterima" in words(desk.findChild(ResultRow))
    came = exchange.incoming(office.session.home)[0]
    assert came.case.title == waiting.case.title
    assert came.signer == "Yohana Contoh"
    assert waiting.case.title in words(desk.findChild(HeldRow))
    exchange.save_receipt(office.session.home, came.receipt, tmp_path / "terima.json")

    outbox.side.add_receipt(tmp_path / "terima.json")
    settle()
    assert "sah" in outbox.side.kept.text()
    assert exchange.outgoing(window.session.home)[0].held
    assert "Diterima kantor" in words(outbox)


def test_verifying_says_intact_and_after_one_flipped_bit_changed(window, tmp_path, settle):
    home = window.session.home
    file, bad = tmp_path / "kasus.netra", tmp_path / "rusak.netra"
    window.shell.open("outbox").seal_to(exchange.outgoing(home)[0], file)
    settle()
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    bad.write_bytes(data)
    page = window.shell.open("verify")
    assert exchange.verify(home, file).verdict is State.INTACT
    page.verify(file)
    settle()
    assert "UTUH" in words(page)
    page.verify(bad)
    settle()
    assert "BERUBAH" in words(page)
    assert page.start.isEnabled()


def test_what_is_no_case_file_is_not_taken_in_and_the_others_are(
    window, office_folder, tmp_path, qtbot, settle
):
    good, bad = tmp_path / "kasus.netra", tmp_path / "bukan.netra"
    bad.write_bytes(b"bukan berkas kasus")
    window.shell.open("outbox").seal_to(exchange.outgoing(window.session.home)[0], good)
    settle()
    office = open_window(qtbot, office_folder, settle)
    desk = office.shell.open("receiving")
    desk.take_in([bad, good])
    settle()
    told = [words(row) for row in desk.findChildren(ResultRow)]
    assert "Tidak diterima" in told[0]
    assert "bukan berkas kasus" in told[0].lower()
    assert "Diterima" in told[1]


def test_a_laptop_without_an_office_is_told_that_only_it_can_open_the_file(
    window, tmp_path, settle
):
    outbox = window.shell.open("outbox")
    outbox.seal_to(exchange.outgoing(window.session.home)[0], tmp_path / "kasus.netra")
    settle()
    assert "hanya laptop ini yang dapat membukanya" in outbox.verdict.text()
