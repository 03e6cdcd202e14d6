"""QR codes that a picture shows. Runs in the limited child process, like all that decodes."""

from cases.intake.copying import Picture, check_size, open_picture
from cases.intake.source import Source

SIDE = 2400
"""A code that fills a twentieth of the picture has enough pixels then."""
_MOST = 8
_LENGTH = 300


def read_codes(source: Source, about: Picture) -> tuple[str, ...]:
    """Give the texts of the QR codes."""
    import zxingcpp
    from PIL import Image

    # The budget was checked by the size in the header; Pillow's own limit refuses 200 MP phones.
    Image.MAX_IMAGE_PIXELS = None
    with open_picture(source, about.media_type) as picture:
        check_size(picture.size, about)
        picture.draft("L", (SIDE, SIDE))
        grey = picture.convert("L")
        grey.thumbnail((SIDE, SIDE))
    kinds = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(grey, formats=kinds)
    return tuple(code.text[:_LENGTH] for code in found[:_MOST])
