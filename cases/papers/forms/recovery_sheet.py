"""Lembar pemulihan: the recovery code of a home, to be kept on paper and nowhere else."""

from collections.abc import Sequence

from cases.papers.blocks import Field, FieldGroup, Heading, Items, Notice, Paper, Secret, Title
from cases.papers.wording import given

FORM = "lembar-pemulihan"

_OFFICE_NOTICE = (
    "Kode ini membuka SEMUA bukti yang pernah diterima kantor, termasuk yang datang dari laptop "
    "pengawas. Simpan dalam amplop tersegel di tempat terkunci; dua orang tahu tempatnya."
)
_OFFICER_NOTICE = (
    "Kode ini membuka semua data Netra di laptop ini, seperti kata sandi. Siapa pun yang "
    "memegangnya dapat membacanya. Tanpa kata sandi dan tanpa kode ini data tidak dapat dibuka."
)


def build(
    groups: Sequence[str], *, owner: str, office: str, fingerprint: str, for_office: bool = False
) -> Paper:
    """Set the nine groups of a recovery code with their QR code and what to do with them."""
    title = "Lembar Pemulihan Kantor" if for_office else "Lembar Pemulihan"
    fields = (
        Field("Kantor", given(office)),
        Field("Pemilik", given(owner)),
        Field("Sidik kunci", given(fingerprint)),
        Field("Dicetak tanggal", None),
        Field("Disimpan di", None),
    )
    return Paper(
        form=FORM,
        title=title,
        blocks=(
            Title(title.upper()),
            Notice(_OFFICE_NOTICE if for_office else _OFFICER_NOTICE),
            Heading("Kode pemulihan"),
            Secret(tuple(groups), " ".join(groups), "Kode yang sama sebagai QR"),
            FieldGroup(fields, label_width=0.24),
            Heading("Cara memakai"),
            Items(
                (
                    "Buka Netra, pilih “Lupa kata sandi”, lalu ketik kesembilan kelompok huruf "
                    "dan angka di atas. Huruf besar atau kecil sama saja.",
                    "Huruf O dibaca sebagai angka 0; huruf I dan L dibaca sebagai angka 1.",
                    "Netra meminta kata sandi baru. Kode ini tetap berlaku sesudahnya.",
                ),
                "numbers",
            ),
            Heading("Cara menyimpan"),
            Items(
                (
                    "Cetak atau salin dengan tangan, lalu hapus berkas lembar ini dari laptop.",
                    "Simpan terpisah dari laptop, dalam amplop tertutup.",
                    "Jangan difoto dan jangan dikirim lewat pesan.",
                ),
                "numbers",
            ),
        ),
        draft=False,
        confidential=True,
    )
