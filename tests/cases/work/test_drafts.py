from cases.work.drafts import drop_draft, keep_draft, read_draft, read_drafts


def test_unfinished_typing_is_kept_outside_of_the_journal(home):
    before = home.store.events()

    keep_draft(home, "caption/1", "camat di")
    keep_draft(home, "caption/1", "camat di panggung")

    assert read_draft(home, "caption/1") == "camat di panggung"
    assert home.store.events() == before


def test_each_officer_has_drafts_of_their_own(home, colleague):
    keep_draft(home, "caption/1", "milik saya")

    assert read_draft(colleague, "caption/1") == ""
    drop_draft(colleague, "caption/1")
    assert read_draft(home, "caption/1") == "milik saya"


def test_a_dropped_draft_is_gone(home):
    keep_draft(home, "caption/1", "x")

    drop_draft(home, "caption/1")

    assert read_draft(home, "caption/1") == ""


def test_drafts_are_listed_by_the_beginning_of_their_key(home):
    keep_draft(home, "hearing/1/q1", "saya")
    keep_draft(home, "hearing/1/q2", "tidak")
    keep_draft(home, "hearing/2/q1", "lain")

    assert read_drafts(home, "hearing/1/") == {"q1": "saya", "q2": "tidak"}
