"""
The words of the program: Indonesian first, English second.

Source strings are Indonesian; `resources/i18n/<lang>/LC_MESSAGES/netra.mo` holds the translation
(GNU gettext, `docs/decisions/0006-words.md`). Never put an f-string into `tr`; give values by
name.
"""

import gettext
import string
from collections.abc import Mapping

from cases.resources import resource

_catalog: gettext.NullTranslations = gettext.NullTranslations()
_language = "id"


def use(language: str) -> None:
    """Speak `id` or `en` from now on."""
    global _catalog, _language  # noqa: PLW0603 - one language for the whole process
    _language = language
    _catalog = (
        gettext.NullTranslations()
        if language == "id"
        else gettext.translation("netra", resource("i18n"), [language])
    )


def current() -> str:
    """Tell the language in use, `id` or `en`."""
    return _language


class _Filling(string.Formatter):
    """Fills in values; `{n:file|files}` is the first word for one, the second for any other."""

    def format_field(self, value: object, spec: str) -> str:
        """Choose the word, or write the value."""
        one, either, many = spec.partition("|")
        if either:
            return one if str(value) == "1" else many
        return str(super().format_field(value, spec))


_filling = _Filling()


def fill(text: str, values: Mapping[str, object]) -> str:
    """Fill values into a text that is translated already; a missing one is a `KeyError`."""
    return _filling.vformat(text, (), values)


def tr(text: str, /, **values: object) -> str:
    """Translate `text` and fill in `{name}` values."""
    translated = _catalog.gettext(text)
    return fill(translated, values) if values else translated


def N_(text: str) -> str:  # noqa: N802 - the customary name for "mark now, translate later"
    """Mark a text for translation; it is translated where it is shown."""
    return text
