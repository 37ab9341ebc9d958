"""What people write in a cell: days, and yes or no, in Dutch and English."""

import re
from datetime import date
from enum import StrEnum
from typing import Final

from zvk_tui.domain.names import bare_words


class DayFault(StrEnum):
    """Why a text is no day."""

    NOT_A_DATE = "not_a_date"
    NO_SUCH_DATE = "no_such_date"
    """It is written as a date, but the calendar does not have it."""
    SHORT_YEAR = "short_year"
    """A year of two digits can be two years."""


_MONTHS: Final = (
    "jan januari january",
    "feb februari february",
    "mrt maart mar march",
    "apr april",
    "mei may",
    "jun juni june",
    "jul juli july",
    "aug augustus august",
    "sep sept september",
    "okt oktober oct october",
    "nov november",
    "dec december",
)
_MONTH_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_TIME: Final = r"(?:[t ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_ISO: Final = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_GLUED: Final = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_DUTCH: Final = re.compile(rf"(\d{{1,2}})\s*[-/. ]\s*(\d{{1,2}})\s*[-/. ]\s*(\d{{4}}|\d{{2}}){_TIME}")
_IN_WORDS: Final = re.compile(rf"(\d{{1,2}})[-. ]*([a-z]+)\.?[-. ]*(\d{{4}}|\d{{2}}){_TIME}")
_OLDEST: Final = 1850
_NEWEST: Final = 2150

_YES: Final = frozenset({"ja", "j", "yes", "y", "waar", "true", "1", "x"})
_NO: Final = frozenset({"nee", "n", "no", "onwaar", "false", "0"})


def read_day(text: str) -> date | DayFault:
    """Return the day that a cell means: 2-3-2024, 02/03/2024, 2 maart 2024, 2024-03-02; a time behind it is let go."""
    word = " ".join(text.casefold().split())
    if iso := _ISO.fullmatch(word) or _GLUED.fullmatch(word):
        return _day(iso[1], int(iso[2]), iso[3])
    if dutch := _DUTCH.fullmatch(word):
        return _day(dutch[3], int(dutch[2]), dutch[1])
    if said := _IN_WORDS.fullmatch(word):
        month = _MONTH_NUMBERS.get(said[2])
        return _day(said[3], month, said[1]) if month else DayFault.NOT_A_DATE
    return DayFault.NOT_A_DATE


def _day(year: str, month: int, day: str) -> date | DayFault:
    if len(year) == 2:
        return DayFault.SHORT_YEAR
    if not _OLDEST <= int(year) <= _NEWEST:
        return DayFault.NO_SUCH_DATE
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return DayFault.NO_SUCH_DATE


def read_yes(text: str) -> bool | None:
    """Return what a yes or no means, None when it is neither."""
    word = "".join(bare_words(text))
    return True if word in _YES else False if word in _NO else None
