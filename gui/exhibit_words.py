"""Words for an exhibit: when and where it was taken, what to look at."""

from cases.language import tr
from cases.work.evidence_records import ExhibitRecord, Taken
from gui.stages import hint_words

_NARROW = 300
"""Seconds up to which an interval is said as a point with ±."""


def short(number: float) -> str:
    """A number with one decimal where it has one: `2`, `2,5`."""
    from cases.work.times import number as written

    return written(number, 0 if number == round(number) else 1)


def name_of(exhibit: ExhibitRecord) -> str:
    """What the officer called it, or its file name."""
    return exhibit.caption or exhibit.file


def time_of(exhibit: ExhibitRecord, zone: str, *, day: bool = True) -> str:
    """When it was taken, with what is known of its zone; undated stays undated."""
    from cases.work.times import clock, short_time

    taken = exhibit.taken
    if taken.clock and taken.earliest and taken.latest:
        return _between(taken, zone)
    if taken.earliest and taken.earliest == taken.latest:
        return short_time(taken.earliest, zone) if day else clock(taken.earliest, zone)
    if taken.local:
        date, _, hour = taken.local.partition(" ")
        shown = short_time(f"{date.replace(':', '-')}")
        return tr("{hari}, {jam} (zona belum pasti)", hari=shown, jam=hour[:5].replace(":", "."))
    if taken.earliest:
        return short_time(taken.earliest, zone)
    return tr("waktu belum diketahui")


def _between(taken: Taken, zone: str) -> str:
    """The time that follows from a stated or measured clock: an interval, or a point with ±."""
    from cases.work.times import clock, short_date, short_time, utc, zone_name

    first, last = utc(taken.earliest), utc(taken.latest)
    if first is None or last is None:
        return ""
    wide = (last - first).total_seconds()
    if wide <= _NARROW:
        middle = f"{(first + (last - first) / 2).replace(microsecond=0, tzinfo=None)}Z"
        shown = (
            f"{short_date(middle, zone)}, {clock(middle, zone, seconds=True)} {zone_name(zone)}"
        )
        return tr("{waktu} (±{n} detik, jam terkoreksi)", waktu=shown, n=short(wide / 2))
    if short_date(taken.earliest, zone) == short_date(taken.latest, zone):
        return tr(
            "{hari}, antara {mulai} dan {akhir}",
            hari=short_date(taken.earliest, zone),
            mulai=clock(taken.earliest, zone, seconds=True),
            akhir=clock(taken.latest, zone),
        )
    return tr(
        "antara {mulai} dan {akhir}",
        mulai=short_time(taken.earliest, zone),
        akhir=short_time(taken.latest, zone),
    )


def place_of(exhibit: ExhibitRecord) -> str:
    """Where it was taken: by name where a person said so, else as coordinates."""
    if exhibit.placed.place.text:
        near = exhibit.placed.place.text.split(",")[0]
        if exhibit.placed.how == "confirmed":
            return near
        return tr("{tempat} (menurut pengawas)", tempat=near)
    if exhibit.placed.how:
        return tr("tempat tidak diketahui")
    if not exhibit.lat:
        return tr("tanpa lokasi")
    return f"{exhibit.lat[:9]}, {exhibit.lon[:9]}".replace(".", ",").replace(",,", ",")


def short_signal(exhibit: ExhibitRecord) -> str:
    """The most telling hint, in a few words; empty where there is none."""
    weights = {"high": 0, "medium": 1}
    worth = [signal for signal in exhibit.signals if signal.weight in weights]
    if not worth:
        return ""
    return hint_words(min(worth, key=lambda signal: weights[signal.weight]).code)
