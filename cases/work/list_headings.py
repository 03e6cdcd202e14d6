"""
Headings of attendance lists as Indonesian offices write them, and what each column holds.
"""

HEADINGS: dict[str, tuple[str, ...]] = {
    "name": ("nama", "nama lengkap", "nama pegawai", "nama peserta", "nama terlapor"),
    "nip": ("nip", "nip baru", "nip/nrp", "no nip", "nomor induk pegawai", "nip/nik"),
    "nik": ("nik", "no ktp", "nomor ktp", "nomor induk kependudukan"),
    "occupation": ("jabatan", "nama jabatan", "pekerjaan", "jabatan/pekerjaan"),
    "rank": ("pangkat", "golongan", "gol", "pangkat/gol", "pangkat/golongan", "gol/ruang"),
    "agency": ("instansi", "asal instansi", "opd", "skpd", "dinas", "kantor", "lembaga"),
    "unit": ("unit kerja", "unit", "unit organisasi", "satuan kerja", "satker"),
    "status": ("status", "status kepegawaian", "status pegawai", "status asn"),
    "present_as": ("hadir sebagai", "sebagai", "peran", "peran hadir", "kedudukan"),
    "sex": ("jenis kelamin", "jk", "l/p", "kelamin"),
    "address": ("alamat", "alamat rumah", "tempat tinggal"),
    "phone": ("no hp", "hp", "telepon", "no telepon", "nomor hp", "no telp", "kontak"),
}
"""What a column holds: the headings it may have."""
FACTS = {"status": "status_subjek", "present_as": "peran_hadir"}
"""Columns that state a fact instead of a particular."""


def heading_of(text: str) -> str:
    """Tell what a column holds by its heading; empty where it says nothing known."""
    return _KNOWN.get(_plain(text), "")


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalpha())


_KNOWN = {_plain(word): meaning for meaning, words in HEADINGS.items() for word in words}
