"""Files that scripts hand to a verb: JSON or TOML, told by the name or by the first sign."""

import tomllib

import msgspec

from cases.errors import NetraError
from cases.language import tr

LARGEST = 16 << 20


def read_document(data: bytes, media: str = "") -> object:
    """Read `data`; `media` ends in json or toml, or is empty."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    toml = media.lower().endswith("toml")
    if not toml and not media.lower().endswith("json"):
        toml = not data.lstrip().startswith((b"{", b"["))
    try:
        return tomllib.loads(data.decode()) if toml else msgspec.json.decode(data)
    except (ValueError, RecursionError) as error:
        raise NetraError(
            tr(
                "Berkas ini bukan {bentuk} yang benar: {alasan}.",
                bentuk="TOML" if toml else "JSON",
                alasan=error,
            ),
            tr("Periksa tanda kurung, tanda petik dan koma, lalu coba lagi."),
            code="not-readable",
        ) from error
