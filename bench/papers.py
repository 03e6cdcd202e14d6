"""Papers: minutes with 4 photos, and an exhibit list with 200, from ready print copies."""

from dataclasses import replace
from io import BytesIO
from time import perf_counter

from PIL import Image

from cases.papers.forms import berita_acara, exhibit_list
from cases.papers.render import render
from cases.work.records import ExhibitId
from tests.cases.papers.sample import case_file, context


def print_copy(seed: int) -> bytes:
    """A print copy of the usual size, some 100 KB, unlike every other."""
    picture = Image.effect_noise((1024, 768), 7).convert("RGB")
    picture.putpixel((0, 0), (seed % 256, seed // 256, 0))
    sink = BytesIO()
    picture.save(sink, "JPEG", quality=78)
    return sink.getvalue()


def case_with(count: int):
    """The sample case with `count` photos, all of them named by the person heard."""
    file = case_file()
    template = file.exhibits[0]
    exhibits = tuple(
        replace(template, id=ExhibitId(f"{n:032x}"), code=f"B-{n + 1:02d}", preview=f"{n:064x}")
        for n in range(count)
    )
    named = tuple(one.id for one in exhibits)
    facts = tuple(
        replace(
            fact,
            statements=tuple(replace(one, exhibits=named) for one in fact.statements),
        )
        for fact in file.facts
    )
    return replace(file, exhibits=exhibits, facts=facts)


def main() -> None:
    copies = {f"{n:064x}": print_copy(n) for n in range(200)}
    here = context(photo=copies.get)
    for name, build, count in (
        ("minutes, 4 photos", berita_acara.build, 4),
        ("exhibit list, 200 photos", exhibit_list.build, 200),
    ):
        file = case_with(count)
        render(build(file, here))
        times = []
        for _ in range(7):
            start = perf_counter()
            pdf = render(build(file, here))
            times.append((perf_counter() - start) * 1000)
        times.sort()
        size = len(pdf) / 1e6
        print(f"{name}: median {times[3]:.0f} ms, best {times[0]:.0f} ms, {size:.1f} MB")


if __name__ == "__main__":
    main()
