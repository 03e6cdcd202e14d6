"""A small invented region pack: two districts side by side, with a gap between them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from cases.work.borders import encode

WEST = [(123.60, -10.20), (123.70, -10.20), (123.70, -10.10), (123.60, -10.10)]
LAKE = [(123.63, -10.17), (123.65, -10.17), (123.65, -10.15), (123.63, -10.15)]
EAST = [(123.704, -10.20), (123.80, -10.20), (123.80, -10.10), (123.704, -10.10)]
AREAS = {
    "53": ("Nusa Contoh", [[*WEST[:1], EAST[1], EAST[2], *WEST[3:]]]),
    "53.01": ("Kabupaten Contoh", [[*WEST[:1], EAST[1], EAST[2], *WEST[3:]]]),
    "53.01.06": ("Contoh Barat", [WEST, LAKE]),
    "53.01.07": ("Contoh Timur", [EAST]),
}
SCHEMA = """
CREATE TABLE area(kode text primary key, lvl int, nama text, lat real, lng real, geom blob)
  without rowid;
CREATE TABLE area_id(id integer primary key, kode text);
CREATE TABLE meta(k text primary key, v text);
CREATE VIRTUAL TABLE area_rt USING rtree(id, minx, maxx, miny, maxy);
"""


def write_pack(path: Path, *more: str, geom: bytes | None = None, name: str = "") -> Path:
    """Write the pack; `more` are SQL statements that spoil it, `geom` and `name` odd values."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA)
        for number, (code, (title, rings)) in enumerate(AREAS.items(), 1):
            xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
            border = encode(rings) if geom is None else geom
            level = (len(code) + 1) // 3
            connection.execute(
                "INSERT INTO area VALUES (?, ?, ?, 0, 0, ?)", (code, level, name or title, border)
            )
            connection.execute("INSERT INTO area_id VALUES (?, ?)", (number, code))
            box = (number, min(xs), max(xs), min(ys), max(ys))
            connection.execute("INSERT INTO area_rt VALUES (?, ?, ?, ?, ?)", box)
        connection.execute("INSERT INTO meta VALUES ('sumber', 'peta contoh')")
        for statement in more:
            connection.execute(statement)
        connection.commit()
    return path
