"""The language of the window: our words, Qt's own words, dates and numbers."""

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from cases import language
from cases.resources import resource

_translator: QTranslator | None = None


def speak(lang: str) -> None:
    """Use `id` or `en` from now on; windows made before keep their words."""
    global _translator  # noqa: PLW0603 - one language for the whole process
    language.use(lang)
    QLocale.setDefault(QLocale("id_ID" if lang == "id" else "en_ID"))
    application = QApplication.instance()
    if application is None:
        return
    if _translator is not None:
        application.removeTranslator(_translator)
        _translator = None
    # Qt's own source texts are English, so only Indonesian needs a translation.
    made = QTranslator(application)
    if lang == "id" and made.load(str(resource("i18n", "qtbase_id.qm"))):
        application.installTranslator(made)
        _translator = made
