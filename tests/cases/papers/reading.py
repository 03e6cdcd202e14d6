"""What a PDF says, read back the way a stranger's program reads it."""

import re
from io import BytesIO

import pikepdf


def text_of(pdf: bytes) -> str:
    """All text in the order it was drawn, decoded through the fonts' own maps."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return "\n".join(page_text(page) for page in document.pages)


def words_of(pdf: bytes) -> str:
    """The text with every run of blanks as one: lines broken anywhere compare equal."""
    return " ".join(text_of(pdf).split())


def images_of(pdf: bytes) -> list[bytes]:
    """The raw bytes of all images."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [
            one.read_raw_bytes()
            for one in document.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]


def page_text(page: pikepdf.Page) -> str:
    """The text of one page."""
    return _drawn(page, page.Resources)


def _drawn(holder: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object) -> str:
    maps = {name: _map(font) for name, font in resources.get("/Font", {}).items()}
    parts: list[str] = []
    table: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(holder):
        operands, operator = step.operands, str(step.operator)
        if operator == "Tf":
            table = maps[str(operands[0])]
        elif operator == "Tj":
            parts.append(_decoded(operands[0], table))
        elif operator in {"T*", "ET"}:
            parts.append(" ")
        elif operator == "Do" and resources.XObject[str(operands[0])].Subtype == "/Form":
            form = resources.XObject[str(operands[0])]
            parts.append(_drawn(form, form.Resources))
    return "".join(parts)


def _decoded(one: object, table: dict[int, str]) -> str:
    return "".join(table.get(byte, "\ufffd") for byte in bytes(one))  # type: ignore[call-overload]


def _map(font: pikepdf.Object) -> dict[int, str]:
    """Read the ToUnicode map of a font: lines `<code> <text>` and ranges with an array."""
    source = font.ToUnicode.read_bytes().decode("latin-1")
    table: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.S):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            table[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.S):
        for first, array in re.findall(r"<(\w+)>\s*<\w+>\s*\[(.*?)\]", block, re.S):
            for at, text in enumerate(re.findall(r"<(\w+)>", array)):
                table[int(first, 16) + at] = bytes.fromhex(text).decode("utf-16-be")
    return table
