"""Words for the values of the domain, and how dates and numbers are written.

Everything is spoken in the app's language, whatever the language of the computer. `label` takes every enum of the
domain; the other functions write what an enum alone cannot say.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from zvk_tui.domain.meeting import Reason, ReasonKind
from zvk_tui.domain.partners import Professional
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.words import WORDS

_WEEKDAYS: Final = (
    (N_("Monday"), N_("Mon")),
    (N_("Tuesday"), N_("Tue")),
    (N_("Wednesday"), N_("Wed")),
    (N_("Thursday"), N_("Thu")),
    (N_("Friday"), N_("Fri")),
    (N_("Saturday"), N_("Sat")),
    (N_("Sunday"), N_("Sun")),
)
_MONTHS: Final = (
    (N_("January"), N_("Jan")),
    (N_("February"), N_("Feb")),
    (N_("March"), N_("Mar")),
    (N_("April"), N_("Apr")),
    (N_("May"), N_("May")),
    (N_("June"), N_("Jun")),
    (N_("July"), N_("Jul")),
    (N_("August"), N_("Aug")),
    (N_("September"), N_("Sep")),
    (N_("October"), N_("Oct")),
    (N_("November"), N_("Nov")),
    (N_("December"), N_("Dec")),
)


_DATED: Final = {
    ReasonKind.NEW_REFERRAL: N_("referred on {date}"),
    ReasonKind.PLANNED: N_("planned for {date}"),
    ReasonKind.PLAN_REVIEW: N_("review of the plan on {date}"),
    ReasonKind.TOP10_REVIEW: N_("review for the top 10 on {date}"),
}


def label(value: StrEnum) -> str:
    """Return the word for a value of the domain."""
    return _(WORDS[type(value)][value])


def choices(values: Iterable[StrEnum]) -> tuple[tuple[str, str], ...]:
    """Return values as somebody chooses from them: what is kept, and its word."""
    return tuple((value.value, label(value)) for value in values)


def people_choices(people: Iterable[Professional]) -> tuple[tuple[str, str], ...]:
    """Return professionals as somebody chooses from them: their row number, and their name with their partner."""
    return tuple((str(person.id), f"{person.name}, {person.partner.short}") for person in people)


def language() -> str:
    """Return the code of the language the app speaks ("nl" or "en")."""
    return _("en")


def reason_text(reason: Reason) -> str:
    """Return why an item is on the agenda, with its number or date: "2 acties te laat"."""
    count = reason.count
    match reason.kind:
        case kind if kind in _DATED and reason.on:
            return _(_DATED[kind]).format(date=plain_date(reason.on))
        case ReasonKind.ACTIONS_LATE if count:
            return ngettext("{count} action late", "{count} actions late", count).format(count=count)
        case ReasonKind.ACTIONS_DUE if count:
            return ngettext("{count} action due", "{count} actions due", count).format(count=count)
        case ReasonKind.REVIEW_DUE if count:
            weeks = ngettext("not discussed for {count} week", "not discussed for {count} weeks", count)
            return weeks.format(count=count)
        case _:
            return label(reason.kind)


def long_date(day: date) -> str:
    """Return "maandag 23 november 2026"."""
    weekday, month = _(_WEEKDAYS[day.weekday()][0]), _(_MONTHS[day.month - 1][0])
    return f"{weekday} {day.day} {month} {day.year}"


def short_date(day: date) -> str:
    """Return "ma 23 nov"."""
    return f"{_(_WEEKDAYS[day.weekday()][1])} {day.day} {_(_MONTHS[day.month - 1][1])}"


def month_name(day: date) -> str:
    """Return the short name of the month of a day: "nov"."""
    return _(_MONTHS[day.month - 1][1])


def plain_date(day: date) -> str:
    """Return "23-11-2026"."""
    return f"{day.day:02}-{day.month:02}-{day.year}"


def clock(moment: time | datetime) -> str:
    """Return "13:30"."""
    return f"{moment.hour:02}:{moment.minute:02}"


VERY_LONG: Final = 2
"""Years from which on what is late is told in years."""


def whole_years(days: int) -> int:
    """Return how many whole years so many days are."""
    return days * 100 // 36525


def late(days: int) -> str:
    """Return how late something is: "9 dagen te laat", and from two years on "27 jaar te laat"."""
    years = whole_years(days)
    if years >= VERY_LONG:
        return ngettext("{count} year late", "{count} years late", years).format(count=years)
    return ngettext("{days} day late", "{days} days late", days).format(days=days)


def number(value: int) -> str:
    """Return a number as it is written in the app's language: "100.000"."""
    return f"{value:,}".replace(",", "." if language() == "nl" else ",")


def decision_ref(number: int) -> str:
    """Return how a decision is cited: "B-12"."""
    return _("D-{number}").format(number=number)


def action_ref(number: int) -> str:
    """Return how an action is cited: "A-34"."""
    return _("A-{number}").format(number=number)
