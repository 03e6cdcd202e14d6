"""What the rules refuse, in words: a RuleError becomes a NetraError."""

from cases.errors import NetraError
from cases.language import N_, tr
from rules.errors import RuleError

_WORDS = {
    "not-a-table": (N_("{key} bukan tabel kunci dan nilai."), N_("Periksa susunan berkasnya.")),
    "unknown-key": (N_("Kunci {key} tidak dikenal."), N_("Yang dikenal: {allowed}.")),
    "missing-key": (N_("Kunci {key} belum diisi."), N_("Pilihan: {allowed}.")),
    "not-allowed": (N_("Nilai {found} untuk {key} tidak dikenal."), N_("Pilihan: {allowed}.")),
    "not-text": (N_("Nilai {found} untuk {key} bukan teks."), N_("Tulis di antara tanda petik.")),
    "unknown-zone": (
        N_("Zona waktu {found} tidak dikenal."),
        N_("Tulis {allowed}, nama seperti Asia/Jakarta, atau selisih seperti +08:00."),
    ),
    "not-a-date": (
        N_("Nilai {found} untuk {key} bukan tanggal atau waktu."),
        N_("Tulis seperti 2024-01-10 atau 2024-01-10T14:30:00+07:00."),
    ),
    "year-out-of-range": (
        N_("Tahun {found} untuk {key} tidak masuk akal."),
        N_("Tahun yang diterima: 1945 sampai 2200."),
    ),
    "not-utf8": (
        N_("Tabel hari libur bukan teks UTF-8 (bita ke-{at})."),
        N_("Simpan ulang sebagai CSV UTF-8."),
    ),
    "not-csv": (
        N_("Tabel hari libur rusak pada baris {line}: {detail}."),
        N_("Periksa tanda petik pada baris itu."),
    ),
    "missing-columns": (
        N_("Tabel hari libur tidak punya kolom {names}."),
        N_("Baris pertama berisi nama kolom: tanggal, jenis, nama, dasar."),
    ),
    "empty-table": (N_("Tabel hari libur tidak berisi satu hari pun."), N_("Periksa berkasnya.")),
    "empty-cell": (
        N_("Kolom {column} pada baris {line} tabel hari libur kosong."),
        N_("Isi kolom itu, atau hapus barisnya."),
    ),
    "cell-not-allowed": (
        N_("Nilai {found} pada kolom {column}, baris {line} tabel hari libur tidak dikenal."),
        N_("Pilihan: {allowed}."),
    ),
    "cell-not-a-date": (
        N_("Nilai {found} pada baris {line} tabel hari libur bukan tanggal."),
        N_("Tulis seperti 2027-01-01."),
    ),
    "day-twice": (
        N_("Tanggal {date} ({kind}) tertulis dua kali dalam tabel hari libur."),
        N_("Hapus salah satunya."),
    ),
    "not-a-holiday-table": (
        N_("Berkas ini bukan tabel hari libur: {detail}."),
        N_("Gunakan bentuk holidays.toml pada paket aturan."),
    ),
    "unknown-fact": (
        N_("Fakta {key} tidak dikenal paket aturan ini."),
        N_("Periksa ejaannya; perintah `fact names` menampilkan daftar fakta."),
    ),
    "bad-date": (
        N_("Nilai {found} untuk {key} bukan tanggal."),
        N_("Tulis seperti 2024-01-10 atau 2024-01-10T14:30:00+07:00."),
    ),
    "date-too-early": (
        N_("Tanggal {found} untuk {key} terlalu lama berlalu."),
        N_("Tanggal paling awal yang diterima: {earliest}."),
    ),
    "not-yes-or-no": (
        N_("Nilai {found} untuk {key} bukan ya atau tidak."),
        N_("Pilihan: ya, tidak, TIDAK_DIKETAHUI."),
    ),
    "not-a-list": (
        N_("Nilai {found} untuk {key} bukan daftar."),
        N_("Tulis daftar dengan anggota dari: {allowed}."),
    ),
    "value-not-listed": (
        N_("Nilai {found} untuk {key} tidak ada dalam pilihannya."),
        N_("Pilihan: {allowed}."),
    ),
    "unknown-rule": (
        N_("Aturan {rule} tidak ada dalam paket aturan ini."),
        N_("Periksa nomornya."),
    ),
    "unknown-calendar": (N_("Kalender {found} tidak dikenal."), N_("Yang dikenal: {allowed}.")),
    "calendar-of-other-regime": (
        N_("Kalender {found} bukan milik rezim {regime}."),
        N_("Pilih kalender rezim itu, atau kosongkan."),
    ),
    "unknown-event": (
        N_("{key} menyebut peristiwa {found} yang tidak ada."),
        N_("Perbaiki paket aturan."),
    ),
    "clock-twice": (
        N_("Jangka waktu {found} berlaku dua kali pada tanggal yang sama."),
        N_("Perbaiki paket aturan."),
    ),
    "unknown-state": (
        N_("Keadaan {found} tidak ada dalam alur paket aturan ini."),
        N_("Yang ada: {allowed}."),
    ),
    "unknown-move": (
        N_("Langkah {found} tidak ada dalam alur paket aturan ini."),
        N_("Yang ada: {allowed}."),
    ),
    "unknown-role": (
        N_("Jabatan {found} tidak ada dalam alur paket aturan ini."),
        N_("Yang ada: {allowed}."),
    ),
    "unknown-trigger": (
        N_("Peristiwa {found} tidak dikenal paket aturan ini."),
        N_("Yang dikenal: {allowed}."),
    ),
    "unknown-requirement": (
        N_("Syarat {found} tidak ada dalam alur paket aturan ini."),
        N_("Yang ada: {allowed}."),
    ),
    "unknown-clock": (
        N_("{key} memperpanjang jangka waktu {found} yang tidak ada."),
        N_("Perbaiki paket aturan."),
    ),
    "unknown-form": (
        N_("Formulir {form} tidak berlaku untuk {regime} pada tanggal itu."),
        N_("Pilih formulir lain, atau periksa tanggal suratnya."),
    ),
    "broken-forms": (
        N_("Daftar formulir dalam paket aturan rusak: {reason}."),
        N_("Pasang ulang paket aturan."),
    ),
    "no-number-template": (
        N_("Paket aturan tidak punya bentuk nomor {kind} untuk kasus dari {source}."),
        N_("Ketik nomornya sendiri."),
    ),
}

_PACK = {
    "pack-file-missing": N_("Berkas {file} tidak ada dalam paket aturan."),
    "pack-not-toml": N_("Berkas {file} dalam paket aturan bukan TOML yang sah: {detail}."),
    "pack-key": N_("{where}: kunci {found} tidak dikenal. Yang dikenal: {allowed}."),
    "pack-shape": N_("{where} tidak tersusun seperti seharusnya: {detail}."),
    "pack-duplicate": N_("{where} tertulis dua kali."),
    "pack-unknown-name": N_("{where} menyebut {found} ({kind}) yang tidak ada."),
    "pack-bad-test": N_("{where} berisi syarat yang tidak dapat dibaca: {found}."),
    "pack-bad-operator": N_("{where} memakai {found} untuk {key}; yang dikenal: {allowed}."),
    "pack-value": N_("{where} memberi nilai {found} untuk {key}; pilihan: {allowed}."),
    "pack-workflow": N_("Alur kasus dalam {file} tidak utuh: {place}."),
}
"""What is wrong with a pack; what to do is the same for all."""

_PACK_ADVICE = N_("Minta paket aturan yang utuh dari kantor kabupaten/kota.")
_OTHER = (N_("Masukan tidak dapat dipakai: {detail}."), N_("Periksa berkasnya."))

_LONGEST = {"found": 60, "place": 120, "detail": 200, "reason": 200}


def refusal(error: RuleError) -> NetraError:
    """Say in words what the rules refused, and what to do."""
    message, advice = _words(error.code)
    values = {key: _short(key, text) for key, text in error.values.items()}
    values["key"] = values.get("key") or tr("Isi berkas")
    values["where"] = ", ".join(filter(None, (values.get("file"), values.get("place"))))
    return NetraError(
        tr(message, **{"detail": str(error), **values}), tr(advice, **values), code=error.code
    )


def _words(code: str) -> tuple[str, str]:
    if code in _PACK:
        return _PACK[code], _PACK_ADVICE
    return _WORDS.get(code, _OTHER)


def _short(key: str, text: str) -> str:
    # What was found may be anything, of any length; what is allowed is ours.
    longest = _LONGEST.get(key, len(text))
    return text if len(text) <= longest else text[: longest - 1] + "…"
