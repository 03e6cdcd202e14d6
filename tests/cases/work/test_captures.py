import pytest

from cases.clock import Moment, use
from cases.errors import NetraError
from cases.work.capture_facts import accept_capture, capture_proposals
from cases.work.capture_records import list_captures, read_capture
from cases.work.captures import describe_capture, recheck_capture
from cases.work.cases import edit_case, read_case_file
from cases.work.custody import custody_of
from cases.work.exhibits import link_exhibits
from cases.work.page_notes import platform_of
from cases.work.rechecks import due_rechecks
from tests.cases.work.story import NOWHERE, bodies, carry, take_in

URL = "https://www.facebook.com/contoh/posts/1"
ALL = dict.fromkeys(("account", "url", "time", "whole"), True)
PAGE = {
    "taken": {
        "sources": [
            {"kind": "filename", "raw": "x", "local": "2020-01-01T00:00:00", "offset": None},
            {"kind": "page", "raw": "x", "local": "2024-01-22T07:30:00", "offset": "+08:00"},
        ]
    },
    "media": {"url": URL, "title": "Contoh"},
}


@pytest.fixture(autouse=True)
def clock():
    use(lambda: Moment("2024-01-23T01:00:00.000Z", 0, "boot", "+08:00"))
    yield
    use(None)


def shown(home, story):
    return read_capture(home, story.photos[0], story.case)


def test_a_capture_is_described_field_by_field(home, story):
    describe_capture(home, story.photos[0], url=URL, account="@contoh")
    describe_capture(home, story.photos[0], post_at="2024-01-21 10:00", visible={"url": True})
    describe_capture(home, story.photos[0], post_at="2024-01-21T10:00+08:00")

    one = shown(home, story)
    assert (one.url, one.platform, one.account) == (URL, "facebook", "@contoh")
    assert one.post_at == "2024-01-21T10:00+08:00"
    assert one.visible == (("url", True),)
    assert len(bodies(home, story.case, "capture.described")) == 2
    assert [line.act for line in custody_of(home, story.photos[0])][-2:] == ["described"] * 2


def test_a_saved_page_says_where_it_came_from_and_when(home, story):
    page = take_in(home, story.case, "halaman.mhtml", **PAGE)

    describe_capture(home, page, account="Contoh")

    one = read_capture(home, page, story.case)
    assert (one.url, one.platform) == (URL, "facebook")
    assert one.captured_at == "2024-01-22T07:30:00+08:00"

    describe_capture(home, page, url="")
    assert read_capture(home, page, story.case).url == "", "what a person says stays"


def test_a_page_without_zone_gives_its_day_only(home, story):
    source = {"kind": "page", "raw": "x", "local": "2024-01-22T07:30:00", "offset": None}
    page = take_in(home, story.case, "a.html", taken={"sources": [source]}, media={"url": None})
    odd = take_in(home, story.case, "b.html", taken="aneh")
    for exhibit in (page, odd):
        describe_capture(home, exhibit, account="Contoh")

    assert read_capture(home, page, story.case).captured_at == "2024-01-22"
    assert read_capture(home, odd, story.case).captured_at == ""


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        (URL, "facebook"),
        ("https://t.me/contoh/1", "telegram"),
        ("https://X.com/contoh", "x"),
        ("https://netflix.com/a", ""),
        ("https://notfacebook.com/", ""),
        ("bukan", ""),
        ("https://[bad", ""),
    ],
)
def test_the_platform_is_told_from_the_address(url, platform):
    assert platform_of(url) == platform


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/x", "contoh", "https://a b", "https://[x", "x\x00"]
)
def test_what_is_no_address_of_the_web_is_refused(home, story, url):
    with pytest.raises(NetraError) as refused:
        describe_capture(home, story.photos[0], url=url)
    assert refused.value.code == "bad-url"


def test_a_capture_is_complete_only_when_all_four_are_seen(home, story):
    assert_complete = []
    for answers in ({"url": True}, {"url": True, "time": False}, ALL):
        describe_capture(home, story.photos[0], visible=answers)
        assert_complete.append(shown(home, story).complete)
    assert assert_complete == [None, False, True]

    with pytest.raises(NetraError) as refused:
        describe_capture(home, story.photos[0], visible={"suara": True})
    assert refused.value.code == "no-such-check"


def test_who_captured_it_is_a_party_of_the_case(home, story):
    describe_capture(home, story.photos[0], captured_by=story.witness)
    assert shown(home, story).captured_by == story.witness

    with pytest.raises(NetraError):
        describe_capture(home, story.photos[0], captured_by=NOWHERE)


def test_what_was_said_of_a_capture_goes_with_it_into_the_case(home, story):
    stray = take_in(home, None, "tangkapan.png")
    describe_capture(home, stray, url=URL, captured_at="2024-01-22", visible=ALL)
    recheck_capture(home, stray, still_online=True)
    assert [one.exhibit for one in list_captures(home)] == [stray]

    link_exhibits(home, story.case, [stray])

    one = read_capture(home, stray, story.case)
    assert (one.url, one.captured_at, one.complete) == (URL, "2024-01-22", True)
    assert [look.still_online for look in one.rechecks] == [True]
    assert list_captures(home) == ()


def test_descriptions_that_did_not_see_each_other_stand_side_by_side(home, elsewhere, story):
    carry(home, elsewhere, story.case)
    describe_capture(home, story.photos[0], account="@satu")
    describe_capture(elsewhere, story.photos[0], account="@dua", url=URL)
    carry(elsewhere, home, story.case)

    assert shown(home, story).url == URL
    assert shown(home, story).account in {"@satu", "@dua"}
    describe_capture(home, story.photos[0], account="@satu")
    assert shown(home, story).account == "@satu"


def test_only_a_described_exhibit_is_a_capture(home, story):
    for act in (
        lambda: recheck_capture(home, story.photos[0], still_online=True),
        lambda: read_capture(home, story.photos[0], story.case),
    ):
        with pytest.raises(NetraError) as refused:
            act()
        assert refused.value.code == "no-such-capture"


def test_facts_are_proposed_and_only_stated_when_accepted(home, story):
    photo = story.photos[0]
    describe_capture(home, photo, url=URL, post_at="2024-01-21T10:00+08:00", visible={"url": True})
    recheck_capture(home, photo, still_online=True, at="2024-01-22T20:00:00.000Z")
    before = len(read_case_file(home, story.case).facts)

    proposed = {one.fact: one.value for one in capture_proposals(home, story.case, photo)}

    assert proposed == {
        "url_konten": URL,
        "tgl_interaksi": "2024-01-21T10:00+08:00",
        "masih_tayang": True,
    }
    assert len(read_case_file(home, story.case).facts) == before

    accept_capture(
        home,
        story.incident,
        photo,
        ["url_konten", "tgl_interaksi"],
        case=story.case,
        party=story.respondent,
        also={"akun_tujuan": "CALON"},
    )
    facts = {one.fact: one for one in read_case_file(home, story.case).facts}
    assert facts["url_konten"].value == URL
    assert facts["akun_tujuan"].statements[0].exhibits == (photo,)
    assert facts["tgl_interaksi"].party == story.respondent
    assert "masih_tayang" not in facts


def test_tangkapan_lengkap_is_proposed_true_only_with_the_whole_checklist(home, story):
    photo = story.photos[0]
    values = []
    for answers in (ALL, {**ALL, "time": False}):
        describe_capture(home, photo, visible=answers)
        values += [
            one.value
            for one in capture_proposals(home, story.case, photo)
            if one.fact == "tangkapan_lengkap"
        ]
    assert values == [True, False]
    describe_capture(home, photo, captured_at="2024-01-21T20:00:00.000Z", visible=ALL)
    accept_capture(home, story.incident, photo, case=story.case)
    facts = {one.fact: one.value for one in read_case_file(home, story.case).facts}
    assert facts["tgl_tangkap"] == "2024-01-22", "the day in the zone of the office"
    assert facts["tangkapan_lengkap"] is True


def test_what_is_not_proposed_cannot_be_accepted(home, story):
    describe_capture(home, story.photos[0], url=URL)
    with pytest.raises(NetraError) as refused:
        accept_capture(home, story.incident, story.photos[0], ["masih_tayang"], case=story.case)
    assert refused.value.code == "not-proposed"


def test_a_capture_is_looked_for_again_until_it_is_gone(home, story):
    photo = story.photos[0]
    describe_capture(home, photo, url=URL, captured_at="2024-01-22T10:00+08:00")
    describe_capture(home, story.photos[1], account="tanpa alamat")
    assert due_rechecks(home, "2024-01-22") == ()

    (due,) = due_rechecks(home)
    assert (due.exhibit, due.code, due.last_on, due.due_on) == (
        photo,
        "B-01",
        "2024-01-22",
        "2024-01-23",
    )
    assert due.case == story.case

    recheck_capture(home, photo, still_online=True)
    assert due_rechecks(home) == ()
    assert [one.due_on for one in due_rechecks(home, "2024-01-25")] == ["2024-01-24"]
    recheck_capture(home, photo, still_online=False, at="2024-01-24")
    assert due_rechecks(home, "2024-02-25") == ()
    assert due_rechecks(home, "kapan") == ()


def test_closed_cases_and_linked_strays_bring_no_reminder_of_their_own(home, story):
    stray = take_in(home, None, "a.png")
    describe_capture(home, stray, url=URL)
    assert [one.case for one in due_rechecks(home, "2024-03-01")] == [None]

    link_exhibits(home, story.case, [stray])
    assert [one.case for one in due_rechecks(home, "2024-03-01")] == [story.case]

    edit_case(home, story.case, status="selesai")
    assert due_rechecks(home, "2024-03-01") == ()
