"""The language of the app: English message ids in the code, a complete Dutch catalogue beside it.

Dutch is the default. `_` translates now; `N_` only marks a text that is translated later, where it is shown
(a key's description, the label of a state).
"""

import gettext
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("nl", "en")
"""The languages the app speaks; the first is the default."""

_active: gettext.NullTranslations | None = None


def use_language(language: str) -> None:
    """Speak `language` ("nl" or "en") from now on.

    Raises:
        ValueError: for a language that the app does not speak.
    """
    global _active  # noqa: PLW0603 - gettext's own shape: one language for the whole process
    if language not in LANGUAGES:
        raise ValueError(language)
    folder = Path(__file__).parent / "locale"
    _active = gettext.translation("zvk", folder, ["nl"]) if language == "nl" else gettext.NullTranslations()


def _translations() -> gettext.NullTranslations:
    if _active is None:
        use_language(LANGUAGES[0])
    assert _active is not None  # noqa: S101 - narrows the type; use_language has just set it
    return _active


def _(message: str) -> str:
    """Return `message` in the app's language."""
    return _translations().gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that fits `count`, in the app's language."""
    return _translations().ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for a mark
    """Mark `message` for the catalogue and return it as it is."""
    return message
