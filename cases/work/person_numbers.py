"""
NIP and NIK: checked by their form alone, shown masked, searched exactly or not at all.

NIP (18 digits): birth `YYYYMMDD`, month of appointment `YYYYMM`, sex 1 or 2, serial number.
NIK (16 digits): region code, birth `DDMMYY` (day + 40 for women), serial number.
"""

from datetime import date

from cases.errors import NetraError
from cases.language import tr
from cases.work.records import Particulars

NIP, NIK = 18, 16
_SHOWN = 4
_WOMAN = 40


def digits_of(text: str) -> str:
    """Give the digits of a number, however it was grouped."""
    return "".join(sign for sign in text if sign.isascii() and sign.isdigit())


def masked(number: str) -> str:
    """Cover a number but for its last digits."""
    return "•" * max(0, len(number) - _SHOWN) + number[-_SHOWN:] if number else ""


def check_numbers(particulars: Particulars) -> None:
    """Refuse numbers that cannot be what they are said to be."""
    for name, number, fault in (
        ("NIP", particulars.nip, nip_fault(particulars.nip)),
        ("NIK", particulars.nik, nik_fault(particulars.nik)),
    ):
        if number.strip() and fault:
            raise NetraError(
                tr("{nama} ini tidak mungkin benar: {sebab}.", nama=name, sebab=fault),
                tr("Periksa angkanya pada dokumen, atau kosongkan isian itu."),
                code=f"bad-{name.lower()}",
            )


def nip_fault(text: str) -> str:
    """Say what is wrong with the form of a NIP; empty: nothing."""
    digits = digits_of(text)
    if len(digits) != NIP or _strange(text):
        return tr("NIP terdiri atas 18 angka")
    if not _is_day(digits[:4], digits[4:6], digits[6:8]):
        return tr("8 angka pertama bukan tanggal lahir")
    if not 1 <= int(digits[12:14]) <= 12 and digits[12:14] != "21":  # 21: PPPK of one year
        return tr("angka ke-13 dan ke-14 bukan bulan pengangkatan")
    if digits[14] not in "12":
        return tr("angka ke-15 harus 1 atau 2")
    return ""


def nik_fault(text: str) -> str:
    """Say what is wrong with the form of a NIK; empty: nothing."""
    digits = digits_of(text)
    if len(digits) != NIK or _strange(text):
        return tr("NIK terdiri atas 16 angka")
    if not 11 <= int(digits[:2]) <= 97:
        return tr("2 angka pertama bukan kode provinsi")
    day = int(digits[6:8])
    born = day - _WOMAN if day > _WOMAN else day
    # The century is not told: a leap day counts in any.
    if not _is_day(f"20{digits[10:12]}", digits[8:10], f"{born:02d}") and not _is_day(
        f"19{digits[10:12]}", digits[8:10], f"{born:02d}"
    ):
        return tr("angka ke-7 sampai ke-12 bukan tanggal lahir")
    return ""


def _strange(text: str) -> bool:
    return bool(set(text) - set("0123456789 .-"))


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        return bool(date(int(year), int(month), int(day)))
    except ValueError:
        return False
