"""Lembar pemulihan: the recovery code of a home, to be kept on paper and nowhere else."""

from cases.keys.recovery import RecoveryCode
from cases.keys.sshsig import fingerprint
from cases.papers.blocks import Field, FieldGroup, Heading, Items, Notice, Paper, Secret, Title
from cases.papers.render import render
from cases.papers.wording import given
from cases.work.records import Officer

FORM = "lembar-pemulihan"

_OFFICE_NOTICE = (
    "Kode ini membuka SEMUA bukti yang pernah diterima kantor, termasuk yang datang dari laptop "
    "pengawas. Simpan dalam amplop tersegel di tempat terkunci; dua orang tahu tempatnya."
)
_OFFICER_NOTICE = (
    "Kode ini membuka semua data Netra di laptop ini, seperti kata sandi. Siapa pun yang "
    "memegangnya dapat membacanya. Tanpa kata sandi dan tanpa kode ini data tidak dapat dibuka."
)


_OFFICER_USE = (
    "Buka Netra, pilih “Lupa kata sandi”, lalu ketik kesembilan kelompok huruf dan angka di atas. "
    "Huruf besar atau kecil sama saja.",
    "Huruf O dibaca sebagai angka 0; huruf I dan L dibaca sebagai angka 1.",
    "Netra meminta kata sandi baru. Kode ini tetap berlaku sesudahnya.",
)
_OFFICE_USE = (
    "Dipakai bila semua kata sandi kantor lupa, atau laptop kantor hilang atau rusak.",
    "Netra meminta kesembilan kelompok huruf dan angka di atas. Huruf besar atau kecil sama saja.",
    "Huruf O dibaca sebagai angka 0; huruf I dan L dibaca sebagai angka 1.",
)


def recovery_sheet(officer: Officer, code: RecoveryCode, *, office: bool = False) -> bytes:
    """Make the sheet as a PDF; `office` for the home of an office, whose code opens evidence."""
    return render(build(officer, code, office=office))


def build(officer: Officer, code: RecoveryCode, *, office: bool = False) -> Paper:
    """Set the nine groups of a recovery code with their QR code and what to do with them."""
    title = "Lembar Pemulihan Kantor" if office else "Lembar Pemulihan"
    fields = (
        Field("Kantor", given(officer.office)),
        Field("Pemilik", given(officer.name)),
        Field("Sidik kunci", fingerprint(officer.dev)),
        Field("Dicetak tanggal", None),
        Field("Disimpan di", None),
    )
    return Paper(
        form=FORM,
        title=title,
        blocks=(
            Title(title.upper()),
            Notice(_OFFICE_NOTICE if office else _OFFICER_NOTICE),
            Heading("Kode pemulihan"),
            Secret(code.groups, code.text, "Kode yang sama sebagai QR"),
            FieldGroup(fields, label_width=0.24),
            Heading("Cara memakai"),
            Items(_OFFICE_USE if office else _OFFICER_USE, "numbers"),
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
