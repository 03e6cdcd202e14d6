import pytest

from cases.sealed.names import Kind, classify, is_harmless, place

HASH = "ab" * 32

HOSTILE = [
    "",
    "/data/x",
    "//server/share/x",
    "data//x",
    "data/",
    "data/../x",
    "../data/x",
    "data/.",
    "data/.hidden",
    "data\\x",
    "C:/data/x",
    "data/x:stream",
    "data/a\nb",
    "data/a\0b",
    "data/a b",
    "data/a.",
    "data/con",
    "data/NUL.txt",
    "data/com1.json",
    "data/a/b/c",
    "data/" + "a" * 200,
    "data/\u202egpj.exe",
    "data/e\u0301",
    "data/\u00e9",
    "data/x*",
    "data/$x",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_means_different_things_on_different_systems_is_refused(name):
    assert not is_harmless(name)
    assert classify(name) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (f"data/journal/{HASH}.jsonl", Kind.JOURNAL),
        (f"data/journal/{HASH}.sig", Kind.HEAD),
        (f"data/identities/{HASH}.json", Kind.IDENTITY),
        (f"data/previews/{HASH}.jpg", Kind.PREVIEW),
        (f"data/objects/{HASH}.heic", Kind.OBJECT),
        (f"data/receipts/{HASH}-12.json", Kind.RECEIPT),
    ],
)
def test_a_known_name_tells_its_kind_and_what_it_is_about(name, kind):
    assert classify(name) == (kind, HASH)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("data/roster.json", Kind.ROSTER),
        ("data/laporan.pdf", Kind.REPORT),
        ("data/VERIFY.txt", Kind.HELP),
        ("data/tsr/a.tsr", Kind.OTHER),
        ("data/laporan.html", Kind.OTHER),
    ],
)
def test_a_name_without_a_subject_is_known_or_may_come_from_a_later_version(name, kind):
    assert classify(name) == (kind, "")


@pytest.mark.parametrize(
    "name",
    [
        "data/objects/photo.jpg",
        f"data/objects/{HASH}",
        f"data/objects/{HASH.upper()}.jpg",
        f"data/journal/{HASH}.json",
        "bagit.txt",
        "fetch.txt",
    ],
)
def test_a_known_folder_holds_known_names_only(name):
    assert classify(name) is None


def test_a_stream_stands_before_its_signature_and_the_journal_before_everything():
    names = [
        f"data/journal/{HASH}.jsonl",
        f"data/journal/{HASH}.sig",
        "data/journal/" + "cd" * 32 + ".jsonl",
        f"data/identities/{HASH}.json",
        f"data/previews/{HASH}.jpg",
        f"data/objects/{HASH}.jpg",
        f"data/receipts/{HASH}-1.json",
        "data/roster.json",
        "data/laporan.pdf",
        "data/VERIFY.txt",
        "data/aaa",
    ]
    assert sorted(set(names), key=place) == names
