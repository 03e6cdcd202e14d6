"""How a letter begins: number, nature, enclosures, subject, place and date, and who it goes to."""

from collections.abc import Callable, Iterable, Mapping

from cases.papers.blocks import Block, Field, FieldGroup, Text, Words
from cases.papers.sources import Sources
from cases.papers.wording import joined
from cases.work import times


def _head(s: Sources) -> Iterable[Block]:
    number, nature, enclosed = (s.find(f"isi.{key}") for key in ("nomor", "sifat", "lampiran"))
    place = s.context.office.place or "." * 24
    written = s.typed("tanggal")
    date = times.plain_date(written, s.context.zone, str) if written else ""
    title = s.entry.title.format_map({**s.entry.words, "source": ""}).strip()
    yield Text(f"{place}, {date or '.' * 30}", "right")
    yield FieldGroup(
        (
            Field("Nomor", _one(number.value), leads=number.leads),
            Field("Sifat", _one(nature.value) or "Biasa", leads=nature.leads),
            Field("Lampiran", _one(enclosed.value), leads=enclosed.leads),
            Field("Hal", title),
        ),
        label_width=0.14,
    )


def _to(s: Sources, *lines: Words) -> Iterable[Block]:
    where = s.find("isi.di")
    yield Text("Kepada Yth.")
    for line in lines:
        yield Text(line, "strong" if line else "body", leads=s.find("isi.kepada").leads)
    yield Text(f"di {_one(where.value) or '.' * 40}")


def _person(s: Sources) -> Iterable[Block]:
    return _to(s, _one(s.find("orang.nama").value), _one(s.find("orang.alamat").value))


def _agency(s: Sources) -> Iterable[Block]:
    named = s.context.addressee.name if s.context.addressee else None
    return _to(s, s.typed("kepada") or named)


def _ethics(s: Sources) -> Iterable[Block]:
    return _to(s, s.typed("kepada") or s.entry.words["to"])


def _district(s: Sources) -> Iterable[Block]:
    return _to(s, s.typed("kepada") or "Ketua Bawaslu Kabupaten/Kota")


def _anyone(s: Sources) -> Iterable[Block]:
    return _to(s, s.typed("kepada"))


def _one(value: Words | tuple[Words, ...]) -> Words:
    several = value if isinstance(value, tuple) else (value,)
    return joined(*(one or "" for one in several))


HEADS: Mapping[str, Callable[[Sources], Iterable[Block]]] = {
    "kepala_surat": _head,
    "kepada_orang": _person,
    "kepada_instansi": _agency,
    "kepada_etik": _ethics,
    "kepada_kabkota": _district,
    "kepada_isi": _anyone,
}
"""Beginnings of letters, by name."""
