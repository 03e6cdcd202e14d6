"""Cards, from friends and from others."""

import json
from typing import Any

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from cases.errors import NetraError
from cases.keys import cards, enrolment, slots, sshsig
from cases.keys.cards import (
    BadCard,
    OfficeCard,
    make_officer_card,
    parse_office_card,
    parse_officer_card,
)
from cases.keys.officer import Officer
from cases.keys.unlocked import Unlocked
from tests.cases.keys.conftest import OFFICE, SECRET, Making

SEED = bytes(range(32))
ANI = Officer(sshsig.dev_of_seed(SEED), "Contoh Ani", "PKD", "Panwaslu Contoh", "53.11.01")
LETTERS = st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_categories=["Cc"])
NAMES = st.text(LETTERS, min_size=1, max_size=200)


@pytest.fixture
def office(make_home: Making) -> Unlocked:
    return make_home("kantor", office=OFFICE)[0]


@pytest.fixture
def card(office: Unlocked) -> OfficeCard:
    return enrolment.issue_office_card(office)


@given(NAMES, NAMES, st.binary(min_size=32, max_size=32))
def test_an_officer_card_comes_back(name: str, office: str, seed: bytes) -> None:
    officer = Officer(sshsig.dev_of_seed(seed), name, "PKD", office, "53.11.01.2005")
    card = make_officer_card(seed, officer)
    again = parse_officer_card(card.text)
    assert again == card
    assert again.officer == officer
    assert again.words == card.words


def test_an_office_card_comes_back(office: Unlocked, card: OfficeCard) -> None:
    assert parse_office_card(card.text) == card
    assert office.office is not None
    assert (card.sign, card.age) == (office.office.dev, office.office.age)
    assert (card.id, card.name, card.region) == (OFFICE.id, OFFICE.name, OFFICE.region)
    assert card.issued_at == "2026-11-24T08:00:00.000Z"


def test_a_card_is_one_line_of_canonical_json_signed_without_its_signature(
    card: OfficeCard,
) -> None:
    assert card.text.count(b"\n") == 1
    content = json.loads(card.text)
    assert card.text == rfc8785.dumps(content) + b"\n"
    signature = content.pop("sig")
    signed = rfc8785.dumps(content)
    assert sshsig.verify(signature, "netra-office-card-1", signed) == card.sign


def test_the_words_change_with_any_key_of_the_office(card: OfficeCard) -> None:
    others = [
        msgspec.structs.replace(card, sign="0" * 64),
        msgspec.structs.replace(card, age="age1" + "q" * 58),
        msgspec.structs.replace(card, recovery=()),
    ]
    assert len({card.words, *(other.words for other in others)}) == 4


def test_no_flipped_bit_of_a_card_is_accepted() -> None:
    text = make_officer_card(SEED, ANI).text.strip()
    for position in range(len(text) * 8):
        flipped = bytearray(text)
        flipped[position // 8] ^= 1 << position % 8
        if bytes(flipped).strip() == text:
            continue
        with pytest.raises(BadCard):
            parse_officer_card(bytes(flipped))


def signed_anew(card: bytes, **changes: Any) -> bytes:
    """What an attacker with a key of their own can make."""
    content = {**json.loads(card), **changes}
    del content["sig"]
    form = str(content["format"])
    signature = sshsig.sign(SEED, form, rfc8785.dumps(content))
    return rfc8785.dumps({**content, "sig": signature})


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": "x" * 201},
        {"name": "Ani\n"},
        {"name": "Ani\u202eina"},
        {"name": 5},
        {"name": None},
        {"region": "53/11"},
        {"dev": "0" * 64},
        {"dev": ANI.dev.upper()},
        {"extra": "x"},
        {"issued_at": "kemarin"},
        {"format": "netra-officer-card-2"},
        {"format": "netra-office-card-1"},
    ],
)
def test_hostile_cards_are_refused_even_when_well_signed(changes: dict[str, Any]) -> None:
    with pytest.raises(BadCard):
        parse_officer_card(signed_anew(make_officer_card(SEED, ANI).text, **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"age": "age1" + "q" * 58},
        {"age": "AGE-SECRET-KEY-1"},
        {"recovery": "age1"},
        {"recovery": ["age1" + "q" * 58]},
        {"recovery": [5]},
        {"id": "../etc"},
        {"id": ""},
    ],
)
def test_hostile_office_cards_are_refused_even_when_well_signed(
    card: OfficeCard, changes: dict[str, Any]
) -> None:
    own = {"sign": sshsig.dev_of_seed(SEED)}
    assert parse_office_card(signed_anew(card.text, **own)).name == OFFICE.name
    with pytest.raises(BadCard):
        parse_office_card(signed_anew(card.text, **own, **changes))


def test_a_card_signed_by_another_key_is_refused(card: OfficeCard) -> None:
    with pytest.raises(BadCard, match="diubah"):
        parse_office_card(signed_anew(card.text))


def test_too_many_recovery_keys_are_refused(card: OfficeCard) -> None:
    own = {"sign": sshsig.dev_of_seed(SEED), "recovery": [card.age] * 9}
    with pytest.raises(BadCard):
        parse_office_card(signed_anew(card.text, **own))


def test_a_key_given_twice_is_refused() -> None:
    text = make_officer_card(SEED, ANI).text.strip()
    with pytest.raises(BadCard):
        parse_officer_card(b'{"name":"Lain",' + text[1:])


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"\xff\xfe", b"[" * 60_000, b" " * 70_000])
def test_what_is_no_card_is_refused_in_words(data: bytes) -> None:
    for parse in (parse_office_card, parse_officer_card):
        with pytest.raises(BadCard) as caught:
            parse(data)
        assert caught.value.code == "bad-card"
        assert caught.value.advice


@given(st.binary(max_size=300))
def test_random_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(BadCard):
        parse_officer_card(data)


def test_a_card_of_the_other_kind_is_refused(card: OfficeCard) -> None:
    with pytest.raises(BadCard):
        parse_officer_card(card.text)
    with pytest.raises(BadCard):
        parse_office_card(make_officer_card(SEED, ANI).text)


def test_the_card_of_the_signed_in_officer_is_theirs(home: Unlocked) -> None:
    card = parse_officer_card(enrolment.issue_officer_card(home).text)
    assert card.dev == home.dev
    assert card.officer.name == home.officer.name
    assert len(card.text) < cards.LARGEST


def test_enrolment_adds_the_office_and_its_escrow_and_lasts(
    home: Unlocked, card: OfficeCard
) -> None:
    assert len(home.recipients) == 1
    recipients = enrolment.enrol(home, card)
    assert recipients == home.recipients == (recipients[0], card.age, *card.recovery)
    again = slots.unlock(home.folder, None, SECRET)
    assert (again.recipients, again.enrolled) == (recipients, card)


def test_a_later_card_takes_the_place_of_the_earlier(
    home: Unlocked, office: Unlocked, card: OfficeCard
) -> None:
    enrolment.enrol(home, card)
    slots.renew_recovery_code(office)
    later = enrolment.issue_office_card(office)
    assert later.recovery != card.recovery
    assert office.recipients[1:] == (later.age, *later.recovery)
    assert enrolment.enrol(home, later)[1:] == (later.age, *later.recovery)


def test_a_field_home_has_no_office_card(home: Unlocked) -> None:
    with pytest.raises(NetraError) as caught:
        enrolment.issue_office_card(home)
    assert caught.value.code == "no-office"
