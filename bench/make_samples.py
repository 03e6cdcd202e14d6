"""
Draw the sample pictures of the demonstration, with real EXIF.

Everything in them is invented, and each says CONTOH. Run `python bench/make_samples.py` to draw
them again into `resources/samples`; the bytes depend only on the installed Pillow.
"""

from fractions import Fraction
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources" / "samples"
SIZE = (1600, 1200)

PETROL, PLUM, OLIVE, BRICK, NAVY = "#1F5E69", "#62497F", "#6F7A3C", "#8A5A44", "#2E4A73"
SKIN = ("#C68B62", "#A9714B", "#8D5B3C")


def face(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(ROOT / "resources" / "fonts" / f"Inter-{weight}.ttf"), size)


def sky(draw: ImageDraw.ImageDraw, top: str, bottom: str, height: int) -> None:
    first, last = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (top, bottom))
    for y in range(height):
        share = y / height
        colour = tuple(int(a + (b - a) * share) for a, b in zip(first, last, strict=True))
        draw.line(((0, y), (SIZE[0], y)), fill=colour)


def mark(draw: ImageDraw.ImageDraw, size: tuple[int, int] = SIZE) -> None:
    """Say in the picture itself that it is a sample."""
    text, font = "CONTOH – gambar rekaan", face("SemiBold", 34)
    left, top, right, bottom = draw.textbbox((0, 0), text, font=font)
    width, height = right - left + 36, bottom - top + 30
    x, y = size[0] - width - 24, size[1] - height - 24
    draw.rounded_rectangle((x, y, x + width, y + height), 12, fill="#10212B")
    draw.text((x + 18, y + 13 - top), text, font=font, fill="#FFFFFF")


def tree(draw: ImageDraw.ImageDraw, x: int, ground: int, size: int) -> None:
    draw.rectangle((x - size // 12, ground - size, x + size // 12, ground), fill="#5A4632")
    for dx, dy, radius in ((-0.35, -1.0, 0.45), (0.35, -1.0, 0.45), (0, -1.35, 0.55)):
        cx, cy, r = x + dx * size, ground + dy * size, radius * size
        draw.ellipse((cx - r, cy - r, cx + r, cy + r), fill="#5B8049")


def person(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], size: int, shirt: str, tone: str
) -> None:
    x, y = at
    draw.rounded_rectangle(
        (x - size * 0.62, y - size * 0.1, x + size * 0.62, y + size * 1.6), size // 2, fill=shirt
    )
    draw.ellipse((x - size * 0.42, y - size * 1.05, x + size * 0.42, y - size * 0.05), fill=tone)
    draw.pieslice(
        (x - size * 0.44, y - size * 1.12, x + size * 0.44, y - size * 0.2),
        180,
        360,
        fill="#2B211C",
    )


def board(
    draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], colour: str, words: tuple[str, ...]
) -> None:
    left, top, right, bottom = box
    draw.rectangle(box, fill=colour, outline="#E6EEF0", width=10)
    for place, tone in ((0.19, SKIN[0]), (0.36, SKIN[1])):
        x = int(left + (right - left) * place)
        person(draw, (x, int(top + (bottom - top) * 0.55)), (bottom - top) // 4, "#F4F1EA", tone)
    for row, text in enumerate(words):
        font = face("Bold", int((bottom - top) * (0.14 if row == 0 else 0.1)))
        y = top + (bottom - top) * (0.2 + 0.24 * row)
        draw.text((left + (right - left) * 0.5, y), text, font=font, fill="#FFFFFF")


def road() -> Image.Image:
    """A banner beside a road."""
    image = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(image)
    sky(draw, "#AFCBDD", "#F0E3CE", 700)
    hills = ((0, 640), (420, 500), (800, 620), (1200, 480), (1600, 600), (1600, 760), (0, 760))
    draw.polygon(hills, fill="#7C9A86")
    draw.rectangle((0, 740, 1600, 1200), fill="#CBB187")
    draw.polygon(((720, 740), (880, 740), (1250, 1200), (350, 1200)), fill="#76777A")
    for top in range(770, 1200, 90):
        half = (top - 700) // 40
        draw.rectangle((800 - half, top, 800 + half, top + 44), fill="#E8E4DA")
    for x in (520, 1080):
        draw.rectangle((x - 14, 560, x + 14, 980), fill="#55595C")
    board(draw, (380, 170, 1220, 600), PETROL, ("PILIH NO. 3", "Pasangan Contoh", "27 November"))
    for x, size in ((130, 230), (1440, 260), (1300, 150)):
        tree(draw, x, 820, size)
    mark(draw)
    return image


def hall(seed: int, banner: str, shirts: tuple[str, ...]) -> Image.Image:
    """A rally in a hall, seen from the back."""
    image = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(image)
    sky(draw, "#E9E0CC", "#D8C8A8", 1200)
    draw.rectangle((0, 560, 1600, 760), fill="#A98F66")
    for x in range(60, 1600, 330):
        draw.rectangle((x, 90, x + 150, 330), fill="#C9DCE4", outline="#8C7A58", width=8)
    draw.rectangle((350, 60, 1250, 420), fill=banner, outline="#F4F1EA", width=10)
    draw.text((800, 165), "RAPAT UMUM", font=face("Bold", 96), fill="#FFFFFF", anchor="mm")
    draw.text((800, 275), "Pasangan Contoh Nomor 3", font=face("SemiBold", 52), fill="#FFFFFF",
              anchor="mm")  # fmt: skip
    draw.text(
        (800, 352), "Oesao, 17 Oktober", font=face("Medium", 42), fill="#E6EEF0", anchor="mm"
    )
    chance = Random(seed)
    person(draw, (700, 520), 74, "#F7F4EC", SKIN[1])
    person(draw, (900, 520), 74, "#F7F4EC", SKIN[2])
    for row in range(5):
        size = 46 + row * 17
        for column in range(15):
            x = int(column * 118 + chance.uniform(-22, 22) + (row % 2) * 50 - 20)
            y = 700 + row * 118 + chance.randrange(-12, 12)
            person(draw, (x, y), size, chance.choice(shirts), chance.choice(SKIN))
    mark(draw)
    return image


def stage() -> Image.Image:
    """Two people beside a stage; held upright, stored lying, as phones do."""
    image = Image.new("RGB", (1200, 1600))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1200, 1600), fill="#DCD0B6")
    draw.rectangle((0, 1080, 1200, 1600), fill="#8E7650")
    draw.rectangle((120, 120, 1080, 520), fill=PLUM, outline="#F4F1EA", width=10)
    draw.text((600, 260), "DUKUNG NO. 3", font=face("Bold", 104), fill="#FFFFFF", anchor="mm")
    draw.text(
        (600, 390), "Pasangan Contoh", font=face("SemiBold", 60), fill="#FFFFFF", anchor="mm"
    )
    person(draw, (400, 860), 190, "#F7F4EC", SKIN[0])
    person(draw, (820, 880), 185, "#6F7A3C", SKIN[2])
    draw.rounded_rectangle((760, 1010, 880, 1070), 10, fill="#E8E4DA")
    draw.text((820, 1040), "lencana", font=face("Medium", 26), fill="#3D4F59", anchor="mm")
    mark(draw, (1200, 1600))
    return image.transpose(Image.Transpose.ROTATE_90)


def car() -> Image.Image:
    """A car with a red official plate at the edge of a field."""
    image = Image.new("RGB", SIZE)
    draw = ImageDraw.Draw(image)
    sky(draw, "#B9D2DF", "#EFE6D2", 620)
    draw.rectangle((0, 600, 1600, 1200), fill="#9BAF74")
    for x, size in ((150, 260), (520, 180), (1450, 300)):
        tree(draw, x, 660, size)
    draw.polygon(((470, 760), (600, 560), (1050, 560), (1200, 760)), fill="#33404A")
    draw.polygon(((520, 750), (625, 590), (790, 590), (790, 750)), fill="#BFD4DD")
    draw.polygon(((820, 750), (820, 590), (1030, 590), (1145, 750)), fill="#BFD4DD")
    draw.rounded_rectangle((330, 740, 1330, 960), 46, fill="#33404A")
    for x in (540, 1120):
        draw.ellipse((x - 105, 860, x + 105, 1070), fill="#1C2226")
        draw.ellipse((x - 48, 917, x + 48, 1013), fill="#9AA5AB")
    draw.rounded_rectangle((700, 870, 960, 940), 8, fill="#A31616")
    draw.text((830, 905), "DH 0000 X", font=face("Bold", 44), fill="#FFFFFF", anchor="mm")
    mark(draw)
    return image


def comments() -> Image.Image:
    """A screenshot of comments in an invented network."""
    size = (1080, 1920)
    image = Image.new("RGB", size, "#F4F6F7")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1080, 150), fill="#0E2C35")
    draw.text((40, 48), "19.05", font=face("SemiBold", 40), fill="#FFFFFF")
    draw.text((400, 48), "JejaringContoh", font=face("Bold", 44), fill="#FFFFFF")
    draw.rectangle((0, 150, 1080, 820), fill="#FFFFFF")
    draw.ellipse((40, 190, 140, 290), fill=BRICK)
    draw.text((165, 195), "Akun Contoh Satu", font=face("Bold", 42), fill="#10212B")
    draw.text((165, 250), "17 Oktober 2024 pukul 18.40", font=face("Regular", 32), fill="#3D4F59")
    draw.text(
        (40, 330), "Siap menangkan nomor 3 di Oesao!", font=face("Regular", 44), fill="#10212B"
    )
    thumb = road().crop((300, 120, 1300, 740)).resize((1000, 400))
    image.paste(thumb, (40, 410))
    lines = (
        ("Akun Contoh Dua", "Lanjutkan, Pak. Kami di kecamatan ikut."),
        ("Akun Contoh Tiga", "Ini acara apa, ya?"),
        ("Akun Contoh Satu", "Ajak semua staf hadir besok."),
        ("Akun Contoh Empat", "ASN boleh ikut begini?"),
    )
    for row, (who, text) in enumerate(lines):
        y = 870 + row * 225
        draw.ellipse((40, y, 120, y + 80), fill=(PETROL, OLIVE, BRICK, NAVY)[row])
        draw.rounded_rectangle((145, y - 10, 1040, y + 160), 26, fill="#FFFFFF")
        draw.text((175, y + 8), who, font=face("Bold", 38), fill="#10212B")
        draw.text((175, y + 74), text, font=face("Regular", 38), fill="#10212B")
    mark(draw, size)
    return image


def _angle(value: float) -> tuple[Fraction, Fraction, Fraction]:
    degrees, rest = divmod(abs(value) * 3600, 3600)
    minutes, seconds = divmod(rest, 60)
    return Fraction(int(degrees)), Fraction(int(minutes)), Fraction(round(seconds * 100), 100)


def exif(
    local: str, *, offset: str = "", gps: tuple[float, float] | None = None, utc: str = "",
    orientation: int = 1,
) -> Image.Exif:  # fmt: skip
    """EXIF as a phone writes it; `utc` is the satellite time `HH:MM:SS`."""
    data = Image.Exif()
    data[0x010F], data[0x0110] = "Contoh", "Kamera C1"
    data[0x0112] = orientation
    data[0x0132] = local
    details = data.get_ifd(0x8769)
    details[0x9003] = details[0x9004] = local
    details[0x9291] = "120"
    if offset:
        details[0x9010] = details[0x9011] = details[0x9012] = offset
    if gps:
        where = data.get_ifd(0x8825)
        where[1], where[2] = "S" if gps[0] < 0 else "N", _angle(gps[0])
        where[3], where[4] = "W" if gps[1] < 0 else "E", _angle(gps[1])
        if utc:
            where[7] = tuple(Fraction(int(part)) for part in utc.split(":"))
            where[29] = local[:10]
    return data


NOTE = """CATATAN LAPANGAN (CONTOH)

Kamis, 17 Oktober 2024, 09.30-11.30 WITA
Lapangan Contoh, Oesao, Kecamatan Kupang Timur

Rapat umum pasangan calon nomor 3. Dua orang berkemeja putih berdiri di dekat panggung.
Menurut warga, salah seorang adalah pegawai kantor kecamatan. Belum dikonfirmasi.

Semua nama, tempat, dan kejadian di sini adalah rekaan.
"""


def main() -> None:
    SAMPLES.mkdir(exist_ok=True)
    shots = {
        "IMG_20241017_094122.jpg": (
            road(),
            exif(
                "2024:10:17 09:41:22", offset="+08:00", gps=(-10.12134, 123.86081), utc="01:41:22"
            ),
        ),
        "IMG_20241017_100540.jpg": (
            hall(3, PETROL, (OLIVE, "#D9CDB4", BRICK, NAVY, "#F4F1EA")),
            exif("2024:10:17 10:05:40", gps=(-10.12291, 123.86214), utc="02:05:39"),
        ),
        "IMG_20241017_101218.jpg": (stage(), exif("2024:10:17 10:12:18", orientation=6)),
        "IMG_20241017_102903.jpg": (
            car(),
            exif(
                "2024:10:17 10:29:03", offset="+08:00", gps=(-10.12312, 123.86187), utc="02:29:02"
            ),
        ),
    }
    for name, (image, data) in shots.items():
        image.save(SAMPLES / name, "JPEG", quality=84, optimize=True, exif=data)
    forwarded = hall(8, NAVY, (PLUM, OLIVE, "#F4F1EA", "#D9CDB4")).resize((1280, 960))
    forwarded.save(SAMPLES / "IMG-20241018-WA0003.jpg", "JPEG", quality=62)
    words = PngInfo()
    words.add_text("Software", "Contoh Tangkapan Layar")
    comments().quantize(128).save(
        SAMPLES / "Screenshot_20241017-190512.png", optimize=True, pnginfo=words
    )
    (SAMPLES / "catatan-lapangan.txt").write_text(NOTE, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
