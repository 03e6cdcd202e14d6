"""What became of one file, in words: its verdict, and what needs a word of the officer."""

from cases.intake.outcome import IntakeItem
from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from gui.exhibit_words import short_signal
from gui.pages.intake.parts import ATTENTION, DUPLICATE, REFUSED, STORED, WAITING


def hint_of(item: IntakeItem, record: ExhibitRecord | None) -> str:
    """What needs a word of the officer, in a few words; empty where nothing does."""
    if item.status != STORED:
        return ""
    if item.kind == "attachment":
        return tr("Lampiran")
    return short_signal(record) if record else ""


def kinds_of(item: IntakeItem, record: ExhibitRecord | None) -> tuple[str, ...]:
    """The counts a file belongs to."""
    if item.resumed:
        return (STORED,)
    return (STORED, ATTENTION) if hint_of(item, record) else (item.status,)


def name_of_file(item: IntakeItem) -> str:
    """The file's own name."""
    return item.file.replace("\\", "/").rsplit("/", 1)[-1]


def verdict(item: IntakeItem, record: ExhibitRecord | None) -> tuple[str, str, str, str]:
    """(words, words below, icon, colour) for the outcome of one file."""
    if item.status == WAITING:
        return tr("Belum disalin"), tr("Menunggu; lanjutkan impor."), "hourglass", "text2"
    if item.status == REFUSED:
        return tr("Tidak terbaca"), item.reason, "circle-x", "danger"
    if item.resumed:
        return tr("Sudah masuk tadi"), item.code, "circle-check", "ok"
    if item.status == DUPLICATE:
        under = tr("sama persis dengan {kode}", kode=item.code) if item.code else tr("sudah ada")
        return tr("Duplikat, dilewati"), under, "copy", "info"
    sealed = tr(
        "Asli terkunci · SHA-256 {awal}…{akhir}", awal=item.sha256[:4], akhir=item.sha256[-2:]
    )
    name = tr("Masuk sebagai {kode}", kode=item.code) if item.code else tr("Masuk, belum dipilah")
    if item.kind == "attachment":
        return name, item.reason, "paperclip", "warn"
    if record and (hint := short_signal(record)):
        return name, hint, "triangle-alert", "warn"
    return name, sealed, "circle-check", "ok"
