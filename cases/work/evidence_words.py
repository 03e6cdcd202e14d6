"""
What intake found, in words: why a file is no photo, and hints for a person to look at.

Events hold codes and values only, so that every reader sees them in the language in use.
"""

from collections.abc import Mapping

from cases.language import N_, fill, tr

_REASONS = {
    "": "",
    "empty": N_("Berkas kosong (0 bita), tidak ada isi yang dapat dibuka."),
    "cut": N_("Berkas terpotong: data gambarnya tidak lengkap. Mintalah salinan yang utuh."),
    "bomb": N_(
        "Isi terkompresi di dalamnya mengembang tidak wajar, jadi tidak dibuka demi keamanan."
    ),
    "large": N_("Ukuran gambarnya terlalu besar untuk dibuka dengan aman di komputer ini."),
    "size": N_("Berkas tidak menyebut ukuran gambar yang masuk akal; mungkin rusak."),
    "kind": N_("Bukan foto; disimpan utuh sebagai lampiran."),
    "video": N_("Video; disimpan utuh sebagai lampiran."),
    "audio": N_("Rekaman suara; disimpan utuh sebagai lampiran."),
    "document": N_("Dokumen; disimpan utuh sebagai lampiran."),
    "preview": N_(
        "Berkas mentah kamera tanpa gambar pratinjau di dalamnya; disimpan utuh tanpa dibuka."
    ),
    "crashed": N_(
        "Pembaca gambar terhenti oleh isi berkas ini; berkas disimpan utuh tanpa dibuka."
    ),
    "reader-not-started": N_(
        "Proses pembaca tidak dapat dijalankan di laptop ini, jadi isi berkas belum dibaca; berkas"
        " disimpan utuh."
    ),
    "slow": N_(
        "Isi berkas ini tidak selesai dibaca dalam batas waktu; disimpan utuh tanpa dibuka."
    ),
    "damaged": N_("Isi berkas rusak sehingga gambarnya tidak dapat dibuka."),
    "passphrase": N_("Dokumen ini terkunci kata sandi, jadi halamannya tidak dapat ditampilkan."),
    "changed": N_("Berkas berubah ketika sedang dibaca; yang disimpan adalah isi saat disegel."),
}

_REFUSALS = {
    "blank": N_("kosong: jam kamera belum disetel"),
    "zero": N_("berisi nol: jam kamera belum disetel"),
    "form": N_("tidak ditulis menurut kaidahnya"),
    "calendar": N_("bukan tanggal atau jam yang ada"),
    "implausible": N_("tahunnya tidak masuk akal"),
    "offset": N_("selisih zona waktunya tidak sah; jamnya sendiri terbaca"),
    "satellite": N_("tanggal atau jam satelitnya tidak lengkap"),
}

_CAUSES = {
    "name": N_("nama berkasnya berpola demikian"),
    "name_and_size": N_(
        "nama berkasnya berpola demikian, catatan kamera tidak ada, dan sisi panjangnya lazim "
        "pada foto kiriman"
    ),
    "name_despite_exif": N_(
        "nama berkasnya berpola demikian, tetapi catatan kamera masih ada: mungkin hanya namanya"
    ),
    "facebook_mark": N_("di dalam berkas ada tanda yang ditulis Facebook"),
    "comment": N_("di dalam berkas tertulis bahwa ini tangkapan layar"),
    "screen_size": N_("ukurannya persis layar ponsel dan catatan kamera tidak ada"),
    "software": N_("nama program tertulis di dalam berkas"),
    "exif": N_("merek kamera dan waktu pengambilan tertulis di dalam berkas"),
    "recording": N_("merek alat perekam tertulis di dalam berkas"),
}

_SIGNALS = {
    "whatsapp_copy": N_(
        "Salinan WhatsApp: WhatsApp mengecilkan foto dan menghapus waktu serta tempatnya. "
        "Mintalah berkas asli dari pemegang ponsel, dikirim sebagai dokumen."
    ),
    "telegram_copy": N_(
        "Salinan Telegram: waktu dan tempat sudah dihapus. Mintalah berkas asli dari pemegangnya."
    ),
    "facebook_copy": N_(
        "Salinan dari Facebook: waktu dan tempat sudah dihapus. Mintalah berkas aslinya."
    ),
    "screenshot": N_("Tangkapan layar: waktunya adalah waktu tangkapan, bukan waktu kejadian."),
    "no_exif": N_(
        "Foto ini tidak memuat catatan kamera (EXIF) dan sebabnya tidak tampak dari berkas. "
        "Mintalah berkas asli dari pemegang kamera."
    ),
    "no_exif_chat_size": N_(
        "Tanpa catatan kamera (EXIF) dan sisi panjangnya {side} piksel, ukuran yang lazim pada "
        "foto kiriman WhatsApp. Mintalah berkas asli."
    ),
    "no_exif_format": N_("Jenis berkas ini ({type}) lazimnya tidak memuat catatan kamera."),
    "exif_damaged": N_("Sebagian catatan kamera (EXIF) rusak; bagian itu tidak dipakai."),
    "exif_hostile": N_("Catatan kamera (EXIF) tidak wajar dan tidak dibaca demi keamanan."),
    "exif_twice": N_(
        "Ada dua catatan kamera dengan waktu berbeda; yang pertama dipakai, yang kedua {other}."
    ),
    "date_blank": N_("Waktu pengambilan dikosongkan oleh kamera."),
    "date_zero": N_("Waktu pengambilan berisi nol: jam kamera belum disetel."),
    "date_form": N_(
        "Waktu pengambilan tidak ditulis menurut kaidah EXIF ({raw}) dan tidak dipakai."
    ),
    "date_calendar": N_("Waktu pengambilan bukan tanggal yang ada ({raw}) dan tidak dipakai."),
    "date_implausible": N_("Tahun pengambilan tidak masuk akal ({raw}); waktunya tidak dipakai."),
    "offset_refused": N_("Selisih zona waktu tertulis ({raw}) tidak sah dan tidak dipakai."),
    "exif_in_future": N_(
        "Waktu foto ({local}) lebih lambat daripada jam komputer ini ({now}): "
        "salah satu jam keliru."
    ),
    "modified_later": N_(
        "Berkas diubah sesudah foto diambil: diambil {taken}, diubah {modified} menurut kamera."
    ),
    "edited": N_("Berkas pernah diolah dengan {software}. Mintalah berkas asli dari kamera."),
    "maker_note_missing": N_(
        "Catatan pembuat kamera ({make}) tidak ada, padahal kamera ini selalu menulisnya: mungkin "
        "berkas disimpan ulang oleh program lain. Mintalah berkas asli dari kamera."
    ),
    "tables_standard": N_(
        "Tabel pemadatan gambar bukan milik kamera {make} melainkan tabel baku program (mutu "
        "{quality}): mungkin berkas disimpan ulang. Mintalah berkas asli dari kamera."
    ),
    "gps_time_differs": N_(
        "Jam kamera dan jam satelit berselisih {minutes} menit, yang bukan selisih zona waktu."
    ),
    "zone_differs": N_(
        "Zona waktu yang tertulis ({stated}) berbeda dari zona di tempat foto ({place})."
    ),
    "gps_refused": N_("Posisi GPS tertulis, tetapi tidak sah dan tidak dipakai."),
    "gps_no_hemisphere": N_(
        "Posisi GPS tanpa keterangan utara/selatan atau timur/barat; belahan bumi tidak ditebak."
    ),
    "name_contradicts": N_("Nama berkas tidak cocok dengan isinya; isinya {type}."),
    "size_differs": N_(
        "Ukuran gambar ({width} × {height}) berbeda dari yang dicatat kamera ({x} × {y}): "
        "mungkin dipotong atau dikecilkan."
    ),
    "video_time": N_(
        "Waktu pembuatan video adalah pengakuan berkas; banyak ponsel menulisnya dengan zona "
        "yang keliru."
    ),
    "video_time_local": N_(
        "Waktu pembuatan video ({raw}) ditulis alat perekam menurut jam setempat, bukan UTC; "
        "itu tampak dari waktu lain di berkas ini."
    ),
    "video_time_zoned": N_(
        "Waktu pembuatan video ({raw}) adalah UTC dan cocok dengan waktu setempat {zone} yang "
        "juga tertulis."
    ),
    "c2pa": N_(
        "Berkas memuat riwayat bertanda tangan (C2PA). Netra tidak memeriksanya; mintalah ahli "
        "memeriksa berkas asli."
    ),
    "thumbnail_shape": N_(
        "Gambar kecil di dalam berkas berbentuk lain ({small}) daripada gambarnya ({large}): "
        "mungkin dipotong sesudah diambil."
    ),
    "thumbnail_differs": N_(
        "Gambar kecil di dalam berkas tampak lain daripada gambarnya (jarak {distance} dari 64): "
        "mungkin disunting sesudah diambil."
    ),
    "video_time_refused": N_("Waktu pembuatan video tidak masuk akal ({raw}) dan tidak dipakai."),
}


def reason_words(code: str) -> str:
    """Say why a file is an attachment; an unknown code (of a newer Netra) stands as it is."""
    text = _REASONS.get(code, code)
    return tr(text) if text else ""


def refusal_words(code: str) -> str:
    """Say why a stated time does not count; empty where it does."""
    text = _REFUSALS.get(code, code)
    return tr(text) if text else ""


def cause_words(code: str) -> str:
    """Say why one thinks that a file comes from where it seems to; empty where nothing tells."""
    text = _CAUSES.get(code, code)
    return tr(text) if text else ""


def signal_words(code: str, values: Mapping[str, str]) -> str:
    """Say a signal; an unknown code, or one whose values are missing, stands as it is."""
    text = _SIGNALS.get(code)
    if text is None:
        return code
    try:
        return fill(tr(text), values)
    except (KeyError, IndexError, TypeError):
        return code
