"""What can go wrong with an object, in words."""

from cases.disk import DiskFull
from cases.errors import NetraError
from cases.language import tr

VaultFull = DiskFull
"""No room for the object (`disk-full`); the vault itself is whole."""


class ObjectMissing(NetraError):
    """The vault holds no object of this name."""

    def __init__(self, sha256: str) -> None:
        super().__init__(
            tr("Berkas tersegel {nama} tidak ada di rumah data ini.", nama=sha256[:12]),
            tr("Ambil dari cadangan atau minta dari kantor yang menerimanya."),
            code="object-missing",
        )
        self.sha256 = sha256


class ObjectDamaged(NetraError):
    """The stored bytes do not give back what was sealed."""

    def __init__(self, sha256: str) -> None:
        super().__init__(
            tr(
                "Berkas tersegel {nama} rusak, terpotong, atau tidak disegel untuk kunci ini;"
                " isinya tidak dipakai.",
                nama=sha256[:12],
            ),
            tr("Ambil dari cadangan atau minta dari kantor yang menerimanya."),
            code="object-damaged",
        )
        self.sha256 = sha256


class VaultLocked(NetraError):
    """The vault cannot open objects now; it can still take them in."""

    def __init__(self) -> None:
        super().__init__(
            tr("Rumah data terkunci; isi berkas tidak dapat dibuka."),
            tr("Buka kunci dengan kata sandi Anda."),
            code="vault-locked",
        )
