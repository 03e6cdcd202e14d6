"""A home in which as much happened as a case can hold, and its sealed case file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cases import home as homes
from cases.home import Home, add_officer, anchor
from cases.keys.enrolment import issue_officer_card
from cases.office.roster import add_to_roster
from cases.papers.making import handle_paper, make_paper
from cases.sealed.seal import seal
from cases.work.answers import add_question, answer_question
from cases.work.cases import edit_case
from cases.work.clarifications import start_clarification
from cases.work.exhibits import caption_exhibit, handle_exhibit, link_exhibits
from cases.work.facts import rule_on_fact, state_fact, withdraw
from cases.work.parties import read_particulars
from tests.cases.exchange import PASSPHRASE, SECOND, home, office, story
from tests.cases.work.story import Story, made, preview, take_in

__all__ = ["home", "office", "story"]


def tell(home: Home, story: Story) -> None:
    """Let as much happen as a case can hold."""
    photo, respondent, witness = story.photos[0], story.respondent, story.witness
    state_fact(home, story.incident, "ajakan", True, party=respondent, exhibits=[photo])
    state_fact(home, story.incident, "ajakan", False, party=respondent, sayer=witness)
    state_fact(home, story.incident, "status_subjek", "PNS", party=respondent)
    state_fact(home, story.incident, "status_subjek", "PPPK", party=respondent)
    state_fact(home, story.incident, "kegiatan_partai", True)
    state_fact(home, story.incident, "kegiatan_partai", False, sayer=witness)
    rule_on_fact(home, story.incident, "kegiatan_partai", True, reason="undangan contoh")
    state_fact(home, story.incident, "jenis_pemilihan", "TIDAK_DIKETAHUI")
    state_fact(home, story.incident, "foto_dengan", ["CALON", "TIM_SUKSES"], party=respondent)
    gone = state_fact(home, story.incident, "ajakan", False, party=respondent).made
    withdraw(home, gone, "salah dengar")
    edit_case(home, story.case, title="Judul contoh yang baru", register="01/CONTOH/2024")
    loose = take_in(home, None, "IMG_0009.jpg")
    caption_exhibit(home, loose, "Panggung contoh")
    link_exhibits(home, story.case, [loose])
    preview(home, story.case, photo)
    hearing = made(start_clarification(home, story.case, witness))
    question = add_question(home, hearing, "Apakah Saudara melihatnya?").made
    answer_question(home, question, answer="Ya.")
    read_particulars(home, witness)
    handle_exhibit(home, photo, "viewed")
    paper = make_paper(home, story.case, "daftar-bukti").record
    handle_paper(home, paper.event, "printed")


def tell_more(home: Home, office: Home, story: Story) -> Home:
    """Let a second key, known to the office, write in the same case beside the first."""
    add_officer(home, SECOND, PASSPHRASE)
    home.lock()
    other = homes.unlock(home.folder, SECOND.name, PASSPHRASE)
    add_to_roster(office, issue_officer_card(other.keys))
    take_in(other, story.case, "IMG_0003.jpg")
    state_fact(other, story.incident, "ajakan", True, party=story.respondent)
    return other


@pytest.fixture
def told(home: Home, office: Home, story: Story) -> Iterator[Home]:
    """The home after the whole story, its second officer signed in."""
    tell(home, story)
    other = tell_more(home, office, story)
    anchor(other, "lock")
    yield other
    other.lock()


@pytest.fixture
def sealed(told: Home, story: Story, tmp_path: Path) -> Path:
    """The sealed file of the told case."""
    seal(told, story.case, tmp_path / "kasus.netra")
    return tmp_path / "kasus.netra"
