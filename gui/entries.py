"""The entries of the navigation, which are commands of the palette as well."""

from cases.language import tr


def entries(exchange: str) -> tuple[tuple[str, str, str, str], ...]:
    """Only pages that work have an entry; an office receives, a laptop sends."""
    way = tr("Meja impor") if exchange == "receiving" else tr("Kotak kirim")
    return (
        ("today", tr("Hari ini"), "layout-dashboard", "Ctrl+1"),
        ("cases", tr("Kasus"), "folder-open", "Ctrl+2"),
        ("intake", tr("Impor bukti"), "image-down", "Ctrl+3"),
        ("deadlines", tr("Tenggat"), "calendar-clock", "Ctrl+4"),
        ("search", tr("Cari"), "search", "Ctrl+5"),
        (exchange, way, "package-open" if exchange == "receiving" else "send", "Ctrl+6"),
        ("verify", tr("Verifikasi"), "shield-check", "Ctrl+7"),
        ("prevention", tr("Pencegahan"), "bell", "Ctrl+8"),
        ("", "", "", ""),
        ("backup", tr("Cadangkan"), "hard-drive-download", "Ctrl+B"),
        ("settings", tr("Pengaturan"), "settings", "Ctrl+,"),
    )
