"""Why a file is an attachment and no photo, in words for the officer."""

from cases.language import N_, tr

_WORDS = {
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
    "crashed": N_(
        "Pembaca gambar terhenti oleh isi berkas ini; berkas disimpan utuh tanpa dibuka."
    ),
    "slow": N_(
        "Isi berkas ini tidak selesai dibaca dalam batas waktu; disimpan utuh tanpa dibuka."
    ),
    "damaged": N_("Isi berkas rusak sehingga gambarnya tidak dapat dibuka."),
    "changed": N_("Berkas berubah ketika sedang dibaca; yang disimpan adalah isi saat disegel."),
}


def words(code: str) -> str:
    """Say a reason in the user's language; an unknown code (of a newer Netra) stands as it is."""
    text = _WORDS.get(code, code)
    return tr(text) if text else ""
