"""Voice notes and other sound: MP3, OGG (Opus, Vorbis), WAV, AMR. Length, tags, nothing heard."""

from collections.abc import Callable
from dataclasses import dataclass, field

from cases.intake.source import Source

_TAGS = 1024 * 1024
_TAIL = 128 * 1024
_AMR = (12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0)
_AMR_MOST = 8 * 1024 * 1024
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_BITS = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}


@dataclass(slots=True)
class Audio:
    """What the file says of itself."""

    duration_ms: int | None = None
    dates: list[str] = field(default_factory=list)
    """Texts that state a time, as they stand."""
    title: str = ""
    software: str = ""


def read_audio(source: Source, media_type: str) -> Audio:
    """Read length and tags."""
    found = Audio()
    _READERS[media_type](found, source)
    found.dates = [date for date in dict.fromkeys(found.dates) if date][:8]
    return found


def mpeg_frame(head: bytes) -> int:
    """Length of the MPEG layer III frame that begins here; 0 where none does."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, bits, rate = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or bits in (0, 15) or rate == 3:
        return 0
    kilobits = _BITS[3 if version == 3 else 2][bits]
    samples = 144_000 if version == 3 else 72_000
    return samples * kilobits // _RATES[version][rate] + (head[2] >> 1 & 1)


def _mp3(found: Audio, source: Source) -> None:
    start = 0
    head = source.read(0, 10)
    if head[:3] == b"ID3" and len(head) == 10:
        size = _syncsafe(head[6:10])
        _id3(found, head[3], source.read(10, min(size, _TAGS)))
        start = 10 + size
    frame = source.read(start, 4096)
    at = next((i for i in range(max(0, len(frame) - 4)) if mpeg_frame(frame[i : i + 4])), -1)
    if at >= 0:
        found.duration_ms = _mp3_length(frame[at:], source.size - start - at)


def _mp3_length(frame: bytes, size: int) -> int | None:
    """By the count of frames where the encoder left one, else as if the rate were constant."""
    version, rate = frame[1] >> 3 & 3, _RATES[frame[1] >> 3 & 3][frame[2] >> 2 & 3]
    samples = 1152 if version == 3 else 576
    for mark, at in ((b"Xing", 8), (b"Info", 8), (b"VBRI", 14)):
        place = frame.find(mark, 0, 200)
        flagged = mark == b"VBRI" or frame[place + 7 : place + 8] < b"\x80"
        if place >= 0 and flagged:
            count = int.from_bytes(frame[place + at : place + at + 4], "big")
            if count:
                return count * samples * 1000 // rate
    kilobits = _BITS[3 if version == 3 else 2][frame[2] >> 4]
    return size * 8 // kilobits


def _syncsafe(data: bytes) -> int:
    value = 0
    for byte in data:
        value = value << 7 | byte & 0x7F
    return value


def _id3(found: Audio, version: int, data: bytes) -> None:
    """Read text frames of ID3v2.2 to 2.4."""
    short = version == 2
    name_size, head_size = (3, 6) if short else (4, 10)
    texts: dict[str, str] = {}
    at = 0
    while at + head_size <= len(data) and data[at] and len(texts) < 64:
        name = data[at : at + name_size].decode("latin-1")
        raw = data[at + name_size : at + name_size + (3 if short else 4)]
        size = _syncsafe(raw) if version == 4 else int.from_bytes(raw, "big")
        if name.startswith("T"):
            texts.setdefault(name, _id3_text(data[at + head_size : at + head_size + size]))
        at += head_size + size
    found.title = texts.get("TIT2") or texts.get("TT2") or ""
    found.software = texts.get("TSSE") or texts.get("TSS") or ""
    found.dates += [texts[name] for name in ("TDRC", "TDTG", "TDEN") if name in texts]
    year, day = texts.get("TYER") or texts.get("TYE") or "", texts.get("TDAT") or ""
    clock = texts.get("TIME") or ""
    if year:
        full = f"{year}-{day[2:4]}-{day[:2]}T{clock[:2]}:{clock[2:4]}:00"
        found.dates.append(full if len(day) == len(clock) == 4 else year)


def _id3_text(data: bytes) -> str:
    codec = {0: "latin-1", 1: "utf-16", 2: "utf-16-be", 3: "utf-8"}.get(data[0] if data else 0)
    return data[1:1000].decode(codec or "latin-1", "replace").split("\x00")[0].strip()


def _ogg(found: Audio, source: Source) -> None:
    head = source.read(0, 64 * 1024)
    rate, skipped = 0, 0
    opus, vorbis = head.find(b"OpusHead", 0, 512), head.find(b"\x01vorbis", 0, 512)
    if opus >= 0:
        rate, skipped = 48_000, int.from_bytes(head[opus + 10 : opus + 12], "little")
    elif vorbis >= 0:
        rate = int.from_bytes(head[vorbis + 12 : vorbis + 16], "little")
    for mark in (b"OpusTags", b"\x03vorbis"):
        place = head.find(mark)
        if place >= 0:
            _comments(found, head[place + len(mark) :])
    tail = source.read(max(0, source.size - _TAIL), _TAIL)
    last = tail.rfind(b"OggS")
    if last >= 0 and rate:
        samples = int.from_bytes(tail[last + 6 : last + 14], "little", signed=True) - skipped
        found.duration_ms = samples * 1000 // rate if samples > 0 else None


def _comments(found: Audio, data: bytes) -> None:
    """Vorbis comments: the writer's name, then `KEY=text` one after the other."""
    at = 4 + int.from_bytes(data[:4], "little")
    found.software = data[4 : min(at, 204)].decode("utf-8", "replace")
    count = int.from_bytes(data[at : at + 4], "little")
    at += 4
    for _ in range(min(count, 64)):
        size = int.from_bytes(data[at : at + 4], "little")
        key, _, value = data[at + 4 : at + 4 + min(size, 1000)].partition(b"=")
        text = value.decode("utf-8", "replace")
        if key.upper() in (b"DATE", b"CREATION_TIME"):
            found.dates.append(text)
        elif key.upper() == b"TITLE":
            found.title = text
        at += 4 + size


def _wav(found: Audio, source: Source) -> None:
    at, rate = 12, 0
    for _ in range(256):
        head = source.read(at, 8)
        if len(head) < 8:
            return
        size = int.from_bytes(head[4:], "little")
        if head[:4] == b"fmt ":
            rate = int.from_bytes(source.read(at + 16, 4), "little")
        elif head[:4] == b"bext":
            text = source.read(at + 8 + 320, 18).decode("latin-1")
            found.dates.append(f"{text[:10]} {text[10:]}".strip("\x00 "))
        elif head[:4] == b"data" and rate:
            found.duration_ms = min(size, source.size - at - 8) * 1000 // rate
        at += 8 + size + (size & 1)


def _amr(found: Audio, source: Source) -> None:
    data = source.read(6, _AMR_MOST)
    at = frames = 0
    while at < len(data):
        at += 1 + _AMR[data[at] >> 3 & 15]
        frames += 1
    found.duration_ms = frames * 20 if source.size <= _AMR_MOST else None


_READERS: dict[str, Callable[[Audio, Source], None]] = {
    "audio/mpeg": _mp3,
    "audio/ogg": _ogg,
    "audio/wav": _wav,
    "audio/amr": _amr,
}
