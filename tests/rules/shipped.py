"""The shipped pack, packs made from it, and filings in one line."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from rules.engine import assess_one
from rules.facts import read_respondent
from rules.model import Assessment, Filing
from rules.norms import Norm
from rules.pack import Pack, parse

FOLDER = Path(__file__).parents[2] / "rules" / "packs" / "netralitas-2026.11"

PASSIVE: Mapping[str, object] = {
    "status_subjek": "PNS",
    "jenis_kegiatan": "KAMPANYE",
    "peran_hadir": ["PENDENGAR"],
    "atribut_partai": False,
    "atribut_dinas": False,
    "dukungan_aktif": False,
    "ajakan": False,
    "fasilitasi": False,
    "mengerahkan": False,
    "fasilitas_negara": False,
    "gestur_berpihak": False,
    "bertanya_mengarahkan": False,
    "hari_jam_kerja": False,
    "hadir_paslon_lain": "YA",
    "penugasan_dinas": "TIDAK",
    "hubungan_keluarga": "TIDAK_ADA",
    "penjabat_kades": False,
}
"""Somebody who listens at a rally and does nothing."""
BALIHO: Mapping[str, object] = {
    "status_subjek": "PNS",
    "jenis_alat": "BALIHO",
    "isi_alat": ["PROMOSI_CALON_LAIN"],
    "peran_pemasangan": ["MEMASANG"],
}
POST: Mapping[str, object] = {
    "status_subjek": "PNS",
    "jenis_interaksi": ["SUKA"],
    "akun_milik": "DIAKUI",
    "akun_tujuan": "CALON",
    "isi_konten": "MENDUKUNG",
    "tangkapan_lengkap": True,
    "bukti_diretas": False,
}
PHOTO: Mapping[str, object] = {
    "status_subjek": "PNS",
    "foto_dengan": ["CALON"],
    "pengunggah_foto": "TERLAPOR",
    "akses_publik": True,
    "tujuan_dukungan": "YA",
    "gestur_berpihak": True,
    "acara_foto": "UMUM",
}
BEFORE, AFTER = date(2024, 8, 10), date(2024, 10, 5)
"""Before and after the determination of 22 September 2024; the second is in the campaign."""


@cache
def files() -> dict[str, bytes]:
    """Read the files of the shipped pack."""
    return {
        path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.rglob("*.toml")
    }


@cache
def pack() -> Pack:
    """Parse the shipped pack once."""
    return parse(files())


def rule(name: str) -> Norm:
    """Give one rule of the shipped pack."""
    found = pack().rule(name)
    assert found is not None, name
    return found


def changed(file: str, old: str, new: str) -> dict[str, bytes]:
    """Give the files of the shipped pack with one passage changed."""
    text = files()[file].decode()
    assert old in text, f"{file} has no {old!r}"
    return {**files(), file: text.replace(old, new, 1).encode()}


def assess_all(
    facts: Mapping[str, object],
    day: date | None = AFTER,
    regime: str = "PILKADA",
    calendar: str = "",
    allege: tuple[str, ...] = (),
    *,
    law: Pack | None = None,
) -> dict[str, Assessment]:
    """Assess one respondent under every rule."""
    law = law or pack()
    respondent = read_respondent(law, "T-01", facts)
    filing = Filing(
        regime=regime,
        occurred_on=day,
        calendar=calendar,
        allege=allege,
        respondents=(respondent,),
    )
    return {one.rule: one for one in assess_one(law, filing, respondent).assessments}
