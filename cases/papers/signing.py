"""
A PAdES-signed copy of a paper, as a second file: for offices that hold a certificate.

The paper itself stays as the journal knows it; the copy adds a signature by the certificate in a
PKCS#12 file. No clock is asked on the network: the copy has no timestamp of an authority.
"""

from io import BytesIO
from pathlib import Path

from cases import disk
from cases.errors import NetraError
from cases.language import tr


def sign_pdf(pdf: bytes, certificate: Path, passphrase: str, *, reason: str = "") -> bytes:
    """Give the PDF with a PAdES baseline signature by the certificate in a PKCS#12 file."""
    # imported here: it takes over a second, and few offices have a certificate
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter

    with disk.in_words(certificate):
        content = certificate.read_bytes()
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(content, [], passphrase.encode())
    except Exception as error:  # a file from outside: its parsers raise whatever they meet
        raise _unreadable(certificate) from error
    if signer is None:
        raise _unreadable(certificate)
    about = signers.PdfSignatureMetadata(
        field_name="Tandatangan",
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        reason=reason or None,
    )
    target = BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), about, signer=signer, output=target)
    return target.getvalue()


def _unreadable(certificate: Path) -> NetraError:
    return NetraError(
        tr("Sertifikat “{name}” tidak dapat dibuka.", name=certificate.name),
        tr("Pakai berkas .p12 atau .pfx, dan periksa kata sandinya."),
        code="bad-certificate",
    )
