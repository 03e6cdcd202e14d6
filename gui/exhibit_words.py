"""Words for an exhibit: when and where it was taken, what to look at."""

from cases.language import tr
from cases.work.evidence_records import ExhibitRecord
from gui.stages import hint_words


def name_of(exhibit: ExhibitRecord) -> str:
    """What the officer called it, or its file name."""
    return exhibit.caption or exhibit.file


def time_of(exhibit: ExhibitRecord, zone: str, *, day: bool = True) -> str:
    """When it was taken, with what is known of its zone; undated stays undated."""
    from cases.work.times import clock, short_time

    taken = exhibit.taken
    if taken.earliest and taken.earliest == taken.latest:
        return short_time(taken.earliest, zone) if day else clock(taken.earliest, zone)
    if taken.local:
        date, _, hour = taken.local.partition(" ")
        shown = short_time(f"{date.replace(':', '-')}")
        return tr("{hari}, {jam} (zona belum pasti)", hari=shown, jam=hour[:5].replace(":", "."))
    if taken.earliest:
        return short_time(taken.earliest, zone)
    return tr("waktu belum diketahui")


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
