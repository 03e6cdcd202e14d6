"""How exhibits stand in papers: a table, and an annex of pictures."""

from collections.abc import Iterable

from cases.papers.blocks import Block, Column, Field, Heading, PageBreak, Photo, Table
from cases.papers.context import PaperContext
from cases.papers.digests import grouped, short
from cases.papers.wording import ORIGINS, coordinates, custody, given, taken
from cases.work import times
from cases.work.evidence_records import ExhibitRecord
from cases.work.overview import CaseFile
from cases.work.stated_places import CONFIRMED

_COLUMNS = (
    Column("Kode", 0.1),
    Column("Bukti", 0.37),
    Column("Waktu dan tempat menurut berkas", 0.33),
    Column("Sidik SHA-256", 0.2, "code"),
)

_LEFT_OUT = "tidak dimuat dalam salinan untuk umum"


def table(exhibits: Iterable[ExhibitRecord], context: PaperContext) -> Table:
    """List exhibits with what identifies them."""
    return Table(_COLUMNS, tuple(_row(exhibit, context) for exhibit in exhibits))


def _row(exhibit: ExhibitRecord, context: PaperContext) -> tuple[str | None, ...]:
    what = [exhibit.caption] if exhibit.caption.strip() else []
    what += [] if context.redacted else [exhibit.file]
    what += [f"{exhibit.media_type}, {times.size(exhibit.size, say=str)}"]
    when = taken(exhibit.taken, context.zone)
    where = _place(exhibit) or coordinates(exhibit.lat, exhibit.lon) or "tanpa lokasi"
    where = _LEFT_OUT if context.redacted else where
    return (given(exhibit.code), "\n".join(what), f"{when}\n{where}", _lines(exhibit.object))


def annex(
    file: CaseFile, exhibits: Iterable[ExhibitRecord], context: PaperContext
) -> tuple[Block, ...]:
    """Give each exhibit with its picture, beginning on a new page; nothing where there is none."""
    photos = tuple(photo(file, exhibit, context) for exhibit in exhibits)
    return (PageBreak(), Heading("LAMPIRAN: BUKTI"), *photos) if photos else ()


def photo(file: CaseFile, exhibit: ExhibitRecord, context: PaperContext) -> Photo:
    """Give one exhibit with its print copy and all that is known of it."""
    shown, absent, note = _shown(file, exhibit, context)
    return Photo(
        code=exhibit.code,
        title=exhibit.caption or ("" if context.redacted else exhibit.file),
        jpeg=context.photo(shown) if shown else None,
        absent=absent,
        fields=(*note, *_told(file, exhibit, context)),
    )


def _told(file: CaseFile, exhibit: ExhibitRecord, context: PaperContext) -> tuple[Field, ...]:
    """Say what is known; a copy for the public says nothing that leads to whoever took it."""
    original = Field("Sidik SHA-256 berkas asli", grouped(exhibit.object))
    when = Field("Waktu pengambilan", taken(exhibit.taken, context.zone))
    if context.redacted:
        kind = Field("Berkas", f"{exhibit.media_type}, {times.size(exhibit.size, say=str)}")
        return kind, original, when, Field("Tempat", _LEFT_OUT)
    return (
        Field("Berkas", _file(exhibit)),
        original,
        when,
        Field("Tempat", _where(exhibit)),
        Field("Kamera", given(exhibit.camera) or "tidak tercatat di dalam berkas"),
        Field("Asal berkas", _origin(file, exhibit)),
        Field("Penguasaan", "\n".join(custody(file, exhibit, context.zone)) or None),
    )


def _shown(
    file: CaseFile, exhibit: ExhibitRecord, context: PaperContext
) -> tuple[str, str, tuple[Field, ...]]:
    """Choose the picture: (its hash, what stands there without it, what must be said of it)."""
    if not context.redacted:
        return exhibit.preview, _absent(exhibit), ()
    copy = next((one for one in reversed(file.derived) if one.exhibit == exhibit.id), None)
    if copy is None:
        return "", "Tidak dimuat dalam salinan untuk umum: belum ada salinan sensor.", ()
    said = (
        f"Salinan sensor {copy.number} dari {exhibit.code}; "
        f"asli SHA-256 {short(copy.parent_sha256)} … ({copy.reason})"
    )
    return copy.object, "Salinan sensor tidak tersimpan di sini.", (Field("Gambar ini", said),)


def _absent(exhibit: ExhibitRecord) -> str:
    # the record's reason is in the language of the window, which no paper may depend on
    if exhibit.kind == "photo":
        return "Salinan cetak belum dibuat. Berkas asli tersimpan."
    return "Lampiran yang tidak dapat dicetak sebagai gambar. Berkas asli tersimpan."


def _file(exhibit: ExhibitRecord) -> str:
    pixels = f", {exhibit.width} × {exhibit.height} piksel" if exhibit.width else ""
    return f"{exhibit.file}\n{exhibit.media_type}, {times.size(exhibit.size, say=str)}{pixels}"


def _lines(sha256: str) -> str:
    """Break a hash into four lines for a narrow column."""
    return "\n".join(sha256[at : at + 16] for at in range(0, len(sha256), 16))


def _where(exhibit: ExhibitRecord) -> str:
    known = coordinates(exhibit.lat, exhibit.lon)
    said = f"{known} (GPS di dalam berkas)" if known else "tidak ada lokasi di dalam berkas"
    return "\n".join(part for part in (_place(exhibit), said) if part)


def _place(exhibit: ExhibitRecord) -> str:
    """The place by name that a person confirmed or stated, and on what ground."""
    text = exhibit.placed.place.text
    ground = "GPS, dibenarkan pengawas" if exhibit.placed.how == CONFIRMED else "menurut pengawas"
    return f"{text} ({ground})" if text else ""


def _origin(file: CaseFile, exhibit: ExhibitRecord) -> str:
    copy = next((one for one in file.derived if one.object == exhibit.object), None)
    if copy is not None:  # it was taken out, and came in again as if it were an original
        return f"salinan turunan {copy.code} buatan Netra, bukan berkas asli"
    origin = ORIGINS.get(exhibit.origin, "tidak diketahui")
    return f"{origin}; perangkat lunak {exhibit.software}" if exhibit.software else origin
