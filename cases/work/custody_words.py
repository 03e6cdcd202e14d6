"""
What was done to an exhibit, in words: one place for the window, papers and the command line.

Papers are Indonesian whatever the window speaks: they pass `str` for `say`.
"""

from collections.abc import Callable

from cases.language import N_, tr
from cases.work.evidence_records import CustodyRecord

Say = Callable[[str], str]

ACTS = {
    "taken_in": N_("Diterima"),
    "seen_again": N_("Berkas yang sama datang lagi"),
    "linked": N_("Dimasukkan ke kasus"),
    "captioned": N_("Keterangan gambar ditulis"),
    "timed": N_("Zona waktu kamera dinyatakan"),
    "clock_stated": N_("Selisih jam kamera dicatat"),
    "placed_confirmed": N_("Tempat menurut berkas dibenarkan"),
    "placed_stated": N_("Tempat dinyatakan menurut pengawas"),
    "placed_unknown": N_("Tempat dinyatakan tidak diketahui"),
    "statement_withdrawn": N_("Pernyataan tentang waktu atau tempat ditarik"),
    "described": N_("Tangkapan media sosial dilengkapi"),
    "rechecked": N_("Diperiksa ulang di internet"),
    "marked": N_("Orang ditandai pada gambar"),
    "unmarked": N_("Tanda pada gambar ditarik"),
    "derived": N_("Salinan turunan dibuat"),
    "requested": N_("Berkas asli diminta kepada pemegangnya"),
    "original_received": N_("Berkas aslinya sudah diterima"),
    "original_of": N_("Diterima sebagai berkas asli dari bukti lain"),
    "read_again": N_("Data berkas dibaca ulang"),
    "viewed": N_("Dilihat"),
    "exported": N_("Disalin keluar"),
    "printed": N_("Dicetak"),
    "sealed": N_("Disegel ke berkas kasus"),
    "imported": N_("Diterima dari berkas kasus"),
    "rehashed": N_("Sidik jari diperiksa ulang: sama"),
    "found_damaged": N_("Sidik jari diperiksa ulang: BERBEDA atau berkas hilang"),
}


def act_words(act: str, say: Say = tr) -> str:
    """Say what was done; an act of a newer Netra is told by its code."""
    return say(ACTS[act]) if act in ACTS else act


def why_words(record: CustodyRecord) -> str:
    """Say why, or what exactly: the reason given, the file, the code, the numbers."""
    if record.act == "clock_stated" and record.why.lstrip("-").isdigit():
        seconds = f"{int(record.why) / 1000:+.3f}".rstrip("0").rstrip(".")
        return f"{seconds.replace('.', ',')} s"
    return record.why


def line_words(record: CustodyRecord, say: Say = tr) -> str:
    """Say what was done and why, on one line."""
    why = why_words(record)
    return f"{act_words(record.act, say)}: {why}" if why else act_words(record.act, say)
