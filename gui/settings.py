"""How the window looks, kept outside the home: it must be known before anybody unlocks."""

from PySide6.QtCore import QSettings

from gui.theme import SIZES, Theme

_MINUTES = (2, 5, 10, 20, 30)


def _store() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Netra", "jendela")


def read_theme() -> Theme:
    """Read the look the officer chose."""
    store = _store()
    name = str(store.value("tampilan", "light"))
    size = _number(store.value("ukuran", 100), 100)
    return Theme(name if name in {"light", "dark"} else "light", size if size in SIZES else 100)


def keep_theme(theme: Theme) -> None:
    """Keep the look."""
    store = _store()
    store.setValue("tampilan", theme.name)
    store.setValue("ukuran", theme.size)


def read_language() -> str:
    """Read the language the officer chose: `id` or `en`."""
    language = str(_store().value("bahasa", "id"))
    return language if language in {"id", "en"} else "id"


def keep_language(language: str) -> None:
    """Keep the language."""
    _store().setValue("bahasa", language)


def read_inbox() -> tuple[bool, str]:
    """Read whether a folder is watched, and which; empty: “Netra masuk” among the pictures."""
    store = _store()
    watched = str(store.value("folder_masuk_dilihat", "ya")) == "ya"
    return watched, str(store.value("folder_masuk", ""))


def keep_inbox(*, watched: bool, folder: str) -> None:
    """Keep whether a folder is watched, and which."""
    store = _store()
    store.setValue("folder_masuk_dilihat", "ya" if watched else "tidak")
    store.setValue("folder_masuk", folder)


def read_idle_minutes() -> int:
    """Read after how many quiet minutes the window locks."""
    minutes = _number(_store().value("kunci_otomatis", 10), 10)
    return minutes if minutes in _MINUTES else 10


def keep_idle_minutes(minutes: int) -> None:
    """Keep after how many quiet minutes the window locks."""
    _store().setValue("kunci_otomatis", minutes)


def idle_choices() -> tuple[int, ...]:
    """Give the choices, in minutes."""
    return _MINUTES


def _number(value: object, otherwise: int) -> int:
    text = str(value)
    return int(text) if text.isdigit() else otherwise
