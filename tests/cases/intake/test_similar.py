"""The same picture in another case is found by its looks, quickly, and nothing else is."""

from sqlalchemy import text

from cases.intake.pipeline import take_in
from cases.intake.previews import make_previews
from cases.intake.similar import _candidates, similar_exhibits
from cases.work.exhibits import link_exhibits, list_exhibits
from cases.work.records import ExhibitId
from tests.cases.intake.conftest import open_case
from tests.cases.intake.test_likeness import chat_copy, scene


def stored(folder, name, picture):
    path = folder / name
    picture.save(path, "JPEG", quality=92)
    return path


def test_a_chat_copy_in_another_case_is_found_and_other_photos_are_not(home, tmp_path):
    first, second = open_case(home, "a" * 32), open_case(home, "b" * 32)
    photo = scene(1)
    take_in(home, [stored(tmp_path, "asli.jpg", photo)], case=first)
    copies = [stored(tmp_path, "IMG-20240214-WA0001.jpg", chat_copy(photo, 800, 50))]
    copies += [stored(tmp_path, f"lain{n}.jpg", scene(n)) for n in range(2, 9)]
    take_in(home, copies, case=second)
    make_previews(home)
    (original,) = list_exhibits(home, first)

    (found,) = similar_exhibits(home, original.id)

    assert (found.case, found.case_code, found.file) == (second, "bbbb", "IMG-20240214-WA0001.jpg")
    assert found.distance <= 4
    assert [one.exhibit for one in similar_exhibits(home, found.exhibit)] == [original.id]


def test_an_exhibit_of_the_inbox_is_told_once_by_its_case(home, case, tmp_path):
    photo = scene(1)
    paths = [
        stored(tmp_path, "a.jpg", photo),
        stored(tmp_path, "b.jpg", chat_copy(photo, 800, 60)),
    ]
    take_in(home, paths)
    make_previews(home)
    one, other = (record.id for record in list_exhibits(home))
    link_exhibits(home, case, [other])

    (found,) = similar_exhibits(home, one)
    assert (found.case, found.code) == (case, "B-01")
    link_exhibits(home, case, [one])
    assert [hit.case for hit in similar_exhibits(home, one)] == [case]


def test_an_exhibit_without_likeness_has_none(home, case):
    assert similar_exhibits(home, ExhibitId("f" * 32)) == ()


def test_every_quarter_is_looked_up_in_its_index(home):
    statement = str(
        _candidates("0123456789abcdef").compile(compile_kwargs={"literal_binds": True})
    )
    with home.read() as connection:
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN {statement}")).all()

    told = " ".join(str(row) for row in plan)
    assert all(f"exhibit_dhash_{number}" in told for number in (1, 2, 3, 4))
    assert "SCAN exhibit" not in told


def fill(home, scope, count, dice):
    """Bring so many exhibits with a hash into a case."""
    with home.write() as tx:
        for _ in range(count):
            exhibit = f"{dice.getrandbits(128):032x}"
            body = {"exhibit": exhibit, "object": exhibit * 2, "file": "a.jpg", "size": 1}
            tx.append("exhibit.taken_in", {**body, "kind": "photo"}, case=scope)
            look = {
                "exhibit": exhibit,
                "object": exhibit * 2,
                "dhash": f"{dice.getrandbits(64):016x}",
            }
            tx.append("exhibit.preview", look, case=scope)
    return ExhibitId(exhibit)
