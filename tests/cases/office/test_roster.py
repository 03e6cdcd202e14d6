import msgspec

from cases.keys import sshsig
from cases.keys.enrolment import issue_officer_card
from cases.office.roster import (
    add_to_roster,
    principal,
    principals,
    revoke,
    trusted,
    trusted_signers,
)


def test_an_office_trusts_itself_its_clerk_and_whom_it_added(home, office):
    assert trusted(office) == {
        office.keys.dev: "Contoh Klerk",
        office.keys.office.dev: "Bawaslu Kabupaten Contoh",
        home.keys.dev: "Contoh Yohana",
    }


def test_an_officer_trusts_the_office_of_the_enrolment(home, office):
    assert trusted(home) == {
        home.keys.dev: "Contoh Yohana",
        office.keys.office.dev: "Bawaslu Kabupaten Contoh",
    }


def test_a_revoked_key_is_no_longer_trusted_until_it_is_added_again(home, office):
    revoke(office, home.keys.dev, "laptop hilang")
    assert home.keys.dev not in trusted(office)
    assert sshsig.public_line(home.keys.dev) not in trusted_signers(office)
    add_to_roster(office, issue_officer_card(home.keys))
    assert home.keys.dev in trusted(office)


def test_the_published_list_names_every_key_and_what_it_may_sign(home, office):
    lines = trusted_signers(office).splitlines()
    assert len(lines) == 3
    own = next(line for line in lines if sshsig.public_line(home.keys.dev) in line)
    assert own.startswith("contoh-yohana ")
    assert "netra-case-v1" in own
    assert "netra-head-v1" in own
    assert "valid" not in own


def test_a_card_that_is_there_already_adds_nothing_until_its_words_change(home, office):
    card = issue_officer_card(home.keys)
    before = office.store.events()
    add_to_roster(office, card)
    assert office.store.events() == before
    add_to_roster(office, msgspec.structs.replace(card, role="PKD"))
    assert office.store.events() == before + 1


def test_two_people_of_one_name_get_two_words_whatever_the_order():
    names = {"ab12" + "0" * 60: "Contoh Siti", "cd34" + "0" * 60: "CONTOH SITI!"}
    names |= {"ef56" + "0" * 60: "Contoh Yohana", "0078" + "0" * 60: "Contoh Siti ab12"}
    found = principals(names)
    assert found == principals(dict(reversed(names.items())))
    assert len(set(found.values())) == 4
    assert found["cd34" + "0" * 60] == "contoh-siti-cd34"
    assert found["ef56" + "0" * 60] == "contoh-yohana"


def test_keys_that_begin_alike_are_told_apart_by_all_their_digits():
    one, other = "ab12" + "0" * 60, "ab12" + "1" * 60
    assert set(principals({one: "Siti", other: "Siti"}).values()) == {
        f"siti-{one}",
        f"siti-{other}",
    }


def test_a_name_becomes_one_word():
    assert principal("Contoh Yohana, S.H.") == "contoh-yohana-s-h"
    assert principal("???") == "petugas"
