import msgspec
import pytest

from cases import home as homes
from cases.errors import NetraError
from cases.home import Home
from cases.journal.event import sha256
from cases.keys import sshsig
from cases.keys.enrolment import issue_office_card
from cases.office.importing import import_files
from cases.office.receipts import (
    add_receipt,
    held_heads,
    is_held,
    list_receipts,
    office_of,
    read_receipt,
)
from cases.sealed.receipt import (
    FIRST,
    NAMESPACE,
    BadReceipt,
    HeadEntry,
    Receipt,
    objects_entry,
    parse_receipt,
)
from cases.sealed.seal import seal
from cases.work.cases import edit_case
from tests.cases.exchange import CHEAP, CLERK, OFFICE, PASSPHRASE


@pytest.fixture
def receipt(home, office, story, tmp_path) -> bytes:
    """The office's receipt for the case."""
    return hand_in(home, office, story.case, tmp_path / "kasus.netra")


def hand_in(home: Home, office: Home, case, path) -> bytes:
    seal(home, case, path)
    (result,) = import_files(office, [path])
    return read_receipt(office, result.receipt)


def signed_again(office: Home, receipt: Receipt, **changes: object) -> bytes:
    changed = msgspec.structs.replace(receipt, **changes)
    sig = office_of(office).sign(NAMESPACE, changed.message)
    return msgspec.structs.replace(changed, sig=sig).text


def refusal(home: Home, text: bytes) -> str:
    events = home.store.events()
    with pytest.raises(NetraError) as caught:
        add_receipt(home, text)
    assert home.store.events() == events
    return caught.value.code


def test_a_receipt_says_what_the_office_holds_of_which_file(
    home, office, story, receipt, tmp_path
):
    content = parse_receipt(receipt)
    assert content.case == story.case
    assert content.office.sign == office.keys.office.dev
    assert content.file_sha256 == sha256((tmp_path / "kasus.netra").read_bytes())
    assert content.signer.dev == home.keys.dev
    assert content.signer.name == "Contoh Yohana"
    assert (content.n, content.prev_receipt) == (1, FIRST)
    assert content.objects.count == 4
    assert [head.dev for head in content.heads] == [home.keys.dev]


def test_receipts_of_an_office_are_numbered_and_each_names_the_one_before(
    home, office, story, receipt, tmp_path
):
    edit_case(home, story.case, title="Judul lain", reason="Salah ketik")
    second = parse_receipt(hand_in(home, office, story.case, tmp_path / "dua.netra"))
    assert second.n == 2
    assert second.prev_receipt == sha256(receipt)


def test_the_officer_keeps_the_receipt_once(home, story, receipt):
    record, changes = add_receipt(home, receipt)
    assert record.number == 1
    assert record.case == story.case
    assert changes.parts
    events = home.store.events()
    again, changes = add_receipt(home, receipt)
    assert again == record
    assert not changes.parts
    assert home.store.events() == events
    assert list_receipts(home, story.case) == (record,)


def test_a_case_is_held_until_something_is_added(home, office, story, receipt, tmp_path):
    assert not is_held(home, story.case)
    add_receipt(home, receipt)
    assert is_held(home, story.case)
    head = held_heads(home, story.case)[home.keys.dev]
    edit_case(home, story.case, title="Judul lain", reason="Salah ketik")
    assert not is_held(home, story.case)
    add_receipt(home, hand_in(home, office, story.case, tmp_path / "dua.netra"))
    assert is_held(home, story.case)
    assert held_heads(home, story.case)[home.keys.dev].seq == head.seq + 1
    assert not is_held(home, "f" * 32)


def test_a_file_that_left_something_out_does_not_make_a_case_held(home, office, story, tmp_path):
    seal(home, story.case, tmp_path / "kasus.netra", without_identities=True)
    (result,) = import_files(office, [tmp_path / "kasus.netra"])
    assert result.left_out == 2
    add_receipt(home, read_receipt(office, result.receipt))
    assert held_heads(home, story.case)
    assert not is_held(home, story.case)
    add_receipt(home, hand_in(home, office, story.case, tmp_path / "lengkap.netra"))
    assert is_held(home, story.case)


def test_looking_at_a_case_does_not_make_it_less_held(home, story, receipt):
    add_receipt(home, receipt)
    with home.write() as tx:
        body = {"exhibit": story.photos[0], "why": ""}
        tx.append("exhibit.viewed", body, case=story.case, cls="access")
    assert is_held(home, story.case)


def test_every_flipped_bit_of_a_receipt_is_noticed(receipt):
    for position in range(len(receipt)):
        broken = bytearray(receipt)
        broken[position] ^= 1
        with pytest.raises(BadReceipt):
            parse_receipt(bytes(broken))


@pytest.mark.parametrize("text", [b"", b"{}", b"[" * 50_000, b"\xff", b"x" * (2 << 20)])
def test_what_is_no_receipt_is_refused(home, text):
    assert refusal(home, text) == "bad-receipt"


def test_a_receipt_in_another_format_or_by_another_key_is_refused(home, office, receipt):
    content = parse_receipt(receipt)
    assert refusal(home, signed_again(office, content, format="netra-receipt-2")) == "bad-receipt"
    sig = sshsig.sign(b"x" * 32, NAMESPACE, content.message)
    assert refusal(home, msgspec.structs.replace(content, sig=sig).text) == "bad-receipt"
    assert refusal(home, receipt + b"\n") == "bad-receipt"


def test_a_receipt_of_another_office_is_refused(home, receipt, tmp_path):
    other, _ = homes.create(tmp_path / "lain", CLERK, PASSPHRASE, cost=CHEAP, office=OFFICE)
    homes.enrol(home, issue_office_card(other.keys))
    other.lock()
    assert refusal(home, receipt) == "other-office"


def test_a_receipt_for_a_case_that_is_not_here_is_refused(home, office, receipt):
    text = signed_again(office, parse_receipt(receipt), case="f" * 32)
    assert refusal(home, text) == "no-such-case"


def test_a_receipt_over_other_lines_than_ours_raises_the_alarm(home, office, receipt):
    content = parse_receipt(receipt)
    head = HeadEntry(dev=home.keys.dev, seq=2, sha256="f" * 64)
    assert refusal(home, signed_again(office, content, heads=(head,))) == "head-differs"


def test_streams_of_others_in_a_receipt_do_no_harm(home, office, story, receipt):
    content = parse_receipt(receipt)
    other = HeadEntry(dev="f" * 64, seq=2, sha256="f" * 64)
    add_receipt(home, signed_again(office, content, heads=(*content.heads, other)))
    assert is_held(home, story.case)


def test_the_office_lists_the_receipts_it_gave(home, office, story, receipt):
    (record,) = list_receipts(office, story.case)
    assert record.object == sha256(receipt)
    office.vault.ciphertext(record.object).unlink()
    assert list_receipts(office, story.case) == ()


def test_the_digest_of_objects_is_over_their_sorted_names():
    entry = objects_entry(["b" * 64, "a" * 64, "b" * 64], 1)
    assert (entry.count, entry.left_out) == (2, 1)
    assert entry.digest == sha256(b"a" * 64 + b"\n" + b"b" * 64 + b"\n")


def test_a_line_in_a_case_cannot_make_a_receipt_pass_for_known(home, office, story, receipt):
    body = {
        "case": story.case,
        "object": sha256(receipt),
        "office": office_of(office).dev,
        "number": 1,
        "content": "0" * 64,
    }
    with home.write() as tx:
        tx.append("receipt.added", body, case=story.case)
    add_receipt(home, receipt)
    assert [one.object for one in list_receipts(home, story.case)] == [sha256(receipt)]


def test_a_damaged_receipt_hides_no_other(home, office, story, receipt, tmp_path):
    add_receipt(home, receipt)
    edit_case(home, story.case, title="Judul lain", reason="Salah ketik")
    later = hand_in(home, office, story.case, tmp_path / "dua.netra")
    add_receipt(home, later)
    path = home.vault.ciphertext(sha256(receipt))
    path.write_bytes(path.read_bytes()[:-1])
    assert [one.object for one in list_receipts(home, story.case)] == [sha256(later)]
    assert is_held(home, story.case)
