"""Small spreadsheets, as an office program writes them, and as nobody should."""

import io
import zipfile
from collections.abc import Sequence

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><sheetData>'
TAIL = "</sheetData></worksheet>"


def csv(*rows: Sequence[str], separator: str = ";") -> bytes:
    return "\r\n".join(separator.join(row) for row in rows).encode("utf-8-sig")


def xlsx(*rows: Sequence[str], shared: Sequence[str] = (), **parts: bytes) -> bytes:
    """A workbook; a cell is text, `#12` a number, `=A1|shown` a formula, `$0` a shared text."""
    body = "".join(
        f'<row r="{number}">{_cells(number, row)}</row>' for number, row in enumerate(rows, 1)
    )
    strings = "".join(f"<si><r><t>{text}</t></r><rPh><t>x</t></rPh></si>" for text in shared)
    return packed(
        {
            "xl/worksheets/sheet2.xml": (HEAD + TAIL).encode(),
            "xl/worksheets/sheet1.xml": (HEAD + body + TAIL).encode(),
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>'.encode(),
            **{name.replace("__", "/"): data for name, data in parts.items()},
        }
    )


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def _cells(row: int, texts: Sequence[str]) -> str:
    return "".join(_cell(row, place, text) for place, text in enumerate(texts))


def _cell(row: int, place: int, text: str) -> str:
    if not text:
        return ""
    name = f"{chr(ord('A') + place)}{row}"
    if text.startswith("#"):
        return f'<c r="{name}"><v>{text[1:]}</v></c>'
    if text.startswith("$"):
        return f'<c r="{name}" t="s"><v>{text[1:]}</v></c>'
    if text.startswith("="):
        formula, _, shown = text[1:].partition("|")
        return f'<c r="{name}" t="str"><f>{formula}</f><v>{shown}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'
