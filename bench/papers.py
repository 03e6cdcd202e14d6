"""
Papers beside typst and WeasyPrint: minutes with 4 photos, a case file of some 70 pages with 200.

    python -m bench.papers

All three set the same texts and the same ready print copies. A peer that is not installed is left
out (`pip install typst weasyprint`; neither is part of the lock files).
"""

import base64
import html
import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pikepdf
from PIL import Image

from cases.papers.blocks import Field, FieldGroup, Heading, Paper, Photo, Table, Text, Title
from cases.papers.forms import berita_acara, exhibit_list
from cases.papers.render import render
from cases.work.overview import CaseFile
from cases.work.records import ExhibitId
from tests.cases.papers.sample import case_file, context

ROUNDS = 7


def print_copy(seed: int) -> bytes:
    """A print copy of the usual size, some 100 KB, unlike every other."""
    picture = Image.effect_noise((1024, 768), 7).convert("RGB")
    picture.putpixel((0, 0), (seed % 256, seed // 256, 0))
    sink = BytesIO()
    picture.save(sink, "JPEG", quality=78)
    return sink.getvalue()


def case_with(count: int) -> CaseFile:
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


def lines_of(paper: Paper) -> list[dict[str, object]]:
    """The paper in the plainest terms, for setters that know nothing of blocks."""
    lines: list[dict[str, object]] = []
    for block in paper.blocks:
        if isinstance(block, Title | Heading | Text):
            lines.append({"kind": "text", "text": block.text or "." * 60})
        elif isinstance(block, FieldGroup):
            lines.append({"kind": "rows", "rows": [_row(one) for one in block.fields]})
        elif isinstance(block, Table):
            rows = [[text or "" for text in row] for row in block.rows]
            lines.append({"kind": "rows", "rows": rows})
        elif isinstance(block, Photo):
            rows = [_row(one) for one in block.fields]
            lines.append({"kind": "photo", "text": f"{block.code} {block.title}", "rows": rows,
                          "jpeg": block.jpeg})  # fmt: skip
    return lines


def _row(field: Field) -> list[str]:
    value = (
        field.value if isinstance(field.value, str | None) else ", ".join(map(str, field.value))
    )
    return [field.label, value or "." * 40]


def by_typst(paper: Paper) -> bytes:
    """Set it with typst."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        lines = lines_of(paper)
        for at, line in enumerate(lines):
            jpeg = line.pop("jpeg", None)
            if isinstance(jpeg, bytes):
                (Path(folder) / f"{at}.jpg").write_bytes(jpeg)
                line["file"] = f"{at}.jpg"
        (Path(folder) / "paper.json").write_text(json.dumps(lines), "utf-8")
        source = Path(folder) / "paper.typ"
        source.write_text(_TYPST, "utf-8")
        return bytes(typst.compile(str(source), format="pdf"))


_TYPST = """#set page("a4", margin: 2cm)
#set text(size: 9pt)
#let rows(all) = for row in all { grid(columns: (1fr,) * row.len(), ..row.map(t => [#t])) }
#for line in json("paper.json") {
  if line.kind == "text" { par[#line.text] } else if line.kind == "rows" { rows(line.rows) } else {
    block(breakable: false)[*#line.text* #grid(columns: (9cm, 1fr), gutter: 4mm,
      image(line.file, width: 9cm), rows(line.rows))]
  }
}"""


def by_weasyprint(paper: Paper) -> bytes:
    """Set it with WeasyPrint."""
    import weasyprint

    parts = ["<style>@page{size:A4;margin:2cm}body{font:9pt sans-serif}table{width:100%}"
             ".p{break-inside:avoid}.p img{width:9cm;float:left}</style>"]  # fmt: skip
    for line in lines_of(paper):
        rows = line.get("rows")
        cells = "".join(
            "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>"
            for row in (rows if isinstance(rows, list) else [])
        )
        words = html.escape(str(line.get("text", "")))
        jpeg = line.get("jpeg")
        if isinstance(jpeg, bytes):
            data = base64.b64encode(jpeg).decode()
            words += f"<img src='data:image/jpeg;base64,{data}'>"
        table = f"<table>{cells}</table>" if cells else ""
        parts.append(f"<div class='p'>{words}{table}</div>" if jpeg else f"<p>{words}</p>{table}")
    return bytes(weasyprint.HTML(string="".join(parts)).write_pdf())


def measure(name: str, setter: Callable[[Paper], bytes], build: Callable[[], Paper]) -> None:
    """Set a paper several times, building its blocks each time; wall and processor."""
    try:
        setter(build())
    except ImportError:
        print(f"  {name}: not installed")
        return
    walls, busy = [], []
    for _ in range(ROUNDS if setter is render else 3):
        wall, cpu = perf_counter(), process_time()
        pdf = setter(build())
        walls.append((perf_counter() - wall) * 1000)
        busy.append((process_time() - cpu) * 1000)
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = len(document.pages)
    print(
        f"  {name}: median {median(walls):.0f} ms, best {min(walls):.0f} ms, "
        f"processor {min(busy):.0f} ms, {pages} pages, {len(pdf) / 1e6:.1f} MB"
    )


def main() -> None:
    copies = {f"{n:064x}": print_copy(n) for n in range(200)}
    here = context(photo=copies.get)
    for name, build, count in (
        ("minutes, 4 photos", berita_acara.build, 4),
        ("case file, 200 photos", exhibit_list.build, 200),
    ):
        print(name)
        file = case_with(count)
        for setter, words in (
            (render, "netra"),
            (by_typst, "typst"),
            (by_weasyprint, "WeasyPrint"),
        ):
            measure(words, setter, lambda build=build, file=file: build(file, here))


if __name__ == "__main__":
    main()
