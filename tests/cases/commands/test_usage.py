"""Wrong usage: exit 2, one sentence in the user's language, never a traceback."""

import shlex

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import language
from tests.cases.commands.terminal import Terminal, execute

WRONG = {
    "ngawur": "Tidak ada perintah “ngawur”.",
    "case": "Perintahnya belum disebut.",
    "case ngawur": "Tidak ada perintah “ngawur”.",
    "case new": "--title belum diisi.",
    "case new --title": "Pilihan --title belum diberi nilai.",
    "case new --titel x": "mungkin",
    "case list --ngawur": "Tidak ada pilihan --ngawur.",
    "case list --home x": "Pilihan --home ditulis sebelum perintah.",
    "case new --title a --source temuan --regime X": "Pilihan: PEMILU, PILKADA.",
    "verify": "FILE belum diisi.",
    "verify a b": "Kata “b” berlebih di sini.",
    "clarify ask a x y": "Tulis sebuah bilangan.",
    "seal x -o y --without-identities=3": "tidak memakai nilai",
    "--lang xx case list": "pilih id atau en",
    "case edit x --date tanggal": "nama=nilai",
}


@pytest.mark.parametrize("line", WRONG)
def test_the_sentence_names_what_was_wrong(line: str):
    ran = execute([*shlex.split(line), "--json"])

    assert ran.status == 2
    assert WRONG[line] in ran.refusal["text"]
    assert ran.refusal["code"] == "usage"
    assert ran.refusal["text"] in ran.err


def test_the_sentence_shows_where_help_is_to_be_had():
    assert "netra case new --help" in execute(["case", "new"]).err


def test_without_json_nothing_stands_on_standard_output():
    ran = execute(["case", "new"])
    assert (ran.status, ran.out) == (2, b"")


def test_the_language_of_the_sentence_follows_the_option(monkeypatch: pytest.MonkeyPatch):
    spoken: list[str] = []
    monkeypatch.setattr(language, "use", spoken.append)
    execute(["--lang", "en", "case", "new"])
    execute(["--lang=en", "ngawur"])
    execute(["--lang", "xx", "ngawur"])
    assert spoken == ["en", "en", "id"]


def test_json_is_accepted_before_and_after_the_verb_and_is_a_word_after_two_hyphens(
    laptop: Terminal,
):
    assert laptop.ask("search", "--", "--json")["hits"] == []


WORDS = st.sampled_from(
    [
        *("init", "officer", "office", "card", "enrol", "roster", "inspect", "case", "incident"),
        *(
            "party",
            "attend",
            "fact",
            "clarify",
            "intake",
            "assess",
            "deadlines",
            "paper",
            "search",
        ),
        *("seal", "verify", "import", "receipt", "check", "rebuild", "pack", "exhibit"),
        *("new", "add", "list", "show", "edit", "state", "rule", "plan", "ask", "answer", "lint"),
        *("--title", "--regime", "PEMILU", "--source", "temuan", "--found-at", "2024-01-01"),
        *("--json", "--help", "--", "-o", "--out", "--case", "--plan", "--fact", "a=b", "="),
        *("--number", "--at", "--lang", "en", "--identity", "--trust", "--date", "--exhibit"),
        *(
            "S-K1-001",
            "B-01",
            "PR-01",
            "T-01",
            "1",
            "-1",
            "",
            ".",
            "..",
            "/",
            "~",
            "\x00",
            "\x1b[2J",
        ),
    ]
) | st.text(max_size=12)
VERBS = st.sampled_from(
    [
        *(["case", "new"], ["case", "list"], ["case", "show"], ["case", "edit"], ["search"]),
        *(["intake"], ["verify"], ["import"], ["receipt", "add"], ["check"], ["assess"]),
        *(["deadlines"], ["inspect"], ["incident", "new"], ["party", "add"], ["attend"]),
        *(["fact", "state"], ["clarify", "plan"], ["clarify", "edit"], ["pack", "lint"], []),
    ]
)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(verb=VERBS, words=st.lists(WORDS, max_size=7))
def test_whatever_is_typed_is_answered(laptop: Terminal, verb: list[str], words: list[str]):
    with pytest.MonkeyPatch.context() as patch:
        (laptop.folder / "kosong").mkdir(exist_ok=True)
        patch.chdir(laptop.folder / "kosong")
        # an intake of the root of the disk would be answered too, but not within this test
        words = [word for word in words if not (verb == ["intake"] and set(word) <= set("/.~"))]

        ran = laptop.run(*verb, *words)

    assert ran.status in {0, 1, 2}
    assert "Traceback" not in ran.err
    assert "galat" not in ran.err, ran.err
    if ran.status and ran.out:
        assert ran.json is not None
