import pytest

from cases.errors import NetraError
from cases.work.cases import edit_case, read_case_file
from cases.work.clarifications import edit_clarification, start_clarification
from cases.work.hearing_cautions import read_hearing_cautions
from cases.work.invitations import cancel, deliver, hand_over, invite, miss
from cases.work.records import Regime
from tests.cases.work.story import made


@pytest.fixture
def planned(home, story):
    """A hearing of the witness is planned."""
    return made(
        start_clarification(home, story.case, story.witness, scheduled_at="2024-01-26T09:00")
    )


def hearing(home, story):
    return read_case_file(home, story.case).clarifications[0]


def refusal(action, *given, **named):
    with pytest.raises(NetraError) as refused:
        action(*given, **named)
    return refused.value.code


def test_an_invitation_is_sent_and_its_delivery_proved(home, story, planned):
    sent = made(invite(home, planned, letter="031/PM", sent_at="2024-01-24T08:00", how="surat"))
    deliver(
        home,
        sent,
        received_at="2024-01-24T10:00",
        receiver="keluarga",
        exhibit=story.photos[0],
    )

    (record,) = hearing(home, story).invitations
    assert (record.number, record.letter, record.how) == (1, "031/PM", "surat")
    assert record.scheduled_at == "2024-01-26T09:00+08:00"
    assert (record.receiver, record.exhibit) == ("keluarga", story.photos[0])
    assert refusal(deliver, home, sent, exhibit="f" * 32) == "exhibit-not-in-case"
    assert refusal(invite, home, planned, how="merpati") == "bad-how"


def test_a_second_invitation_follows_an_absence_and_there_is_no_third(home, story, planned):
    assert refusal(miss, home, planned) == "not-invited"
    invite(home, planned)
    assert refusal(invite, home, planned) == "already-invited"

    miss(home, planned, reason="tanpa kabar")
    invite(home, planned, scheduled_at="2024-01-27T09:00", place="Kantor Contoh")
    miss(home, planned)

    held = hearing(home, story)
    assert [one.number for one in held.invitations] == [1, 2]
    assert held.invitations[0].missed_reason == "tanpa kabar"
    assert (held.scheduled_at, held.place) == ("2024-01-27T09:00+08:00", "Kantor Contoh")
    assert held.invitations[1].missed_at == "2024-01-27T09:00+08:00"
    assert refusal(invite, home, planned) == "invited-twice"


def test_a_cancelled_hearing_calls_nobody(home, story, planned):
    cancel(home, planned, "keterangan sudah cukup", decision="pleno 25 Januari")

    held = hearing(home, story)
    assert (held.cancelled, held.cancelled_by) == ("keterangan sudah cukup", "pleno 25 Januari")
    assert refusal(invite, home, planned) == "hearing-cancelled"


@pytest.mark.parametrize(
    ("regime", "status", "code"),
    [
        (Regime.PILKADA, "klarifikasi", "copy-locked"),
        (Regime.PILKADA, "selesai", ""),
        (Regime.PEMILU, "klarifikasi", ""),
    ],
)
def test_a_copy_is_locked_until_the_end_where_the_regime_says_so(
    home, story, planned, regime, status, code
):
    edit_case(home, story.case, regime=regime, status=status)

    if code:
        assert refusal(hand_over, home, planned) == code
        assert hearing(home, story).handovers == ()
    else:
        hand_over(home, planned, receiver="yang bersangkutan")
        (given,) = hearing(home, story).handovers
        assert given.receiver == "yang bersangkutan"


def test_what_differs_from_the_regulation_is_said_and_never_refused(home, story, planned):
    invite(home, planned)
    edit_clarification(home, planned, mode="daring", companion_kind="kuasa_hukum")

    said = " ".join(read_hearing_cautions(home, story.case, planned))

    assert "Pasal 28 ayat (3)" in said
    assert "ke-1 diterima" in said
    assert "surat kuasa" in said
    assert "register" in said
