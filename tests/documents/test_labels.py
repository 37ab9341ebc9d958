"""The words of the app: every value of the domain has one, in both languages."""

import importlib
import pkgutil
from datetime import date, time
from enum import StrEnum

import pytest

from zvk_tui import domain, i18n, labels
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.meeting import ItemKind, ItemState, MeetingState, Presence, Reason, ReasonKind
from zvk_tui.domain.minutes import MinutesStatus
from zvk_tui.domain.record import ActionState, Answer, StatementKind

ON = date(2026, 11, 23)


def every_value() -> list[StrEnum]:
    """Return every member of every enum in every module of the domain."""
    modules = [
        importlib.import_module(f"{domain.__name__}.{found.name}") for found in pkgutil.iter_modules(domain.__path__)
    ]
    kinds = {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    }
    return sorted((value for kind in kinds for value in kind), key=repr)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_value_of_the_domain_has_a_word(language: str) -> None:
    """A screen or document never shows a code such as `no_longer_possible`."""
    i18n.use_language(language)
    values = every_value()
    assert len(values) > 100
    assert [repr(value) for value in values if not labels.label(value).strip() or "_" in labels.label(value)] == []


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (Approach.ALL_AGES, "0-100"),
        (Approach.RADICALISATION, "Radicalisering"),
        (Presence.EXCUSED, "afgemeld"),
        (StatementKind.HEARSAY, "van horen zeggen"),
        (ActionState.OPEN, "open"),
        (ActionState.DONE, "gereed"),
        (ItemState.OPEN, "te bespreken"),
        (ItemKind.CLOSING, "Rondvraag en sluiting"),
        (MeetingState.SETTLING, "vaststellen"),
        (MeetingState.FINAL, "vastgesteld"),
        (MinutesStatus.DRAFT, "concept"),
        (Answer.PARTLY, "deels"),
    ],
)
def test_words_are_those_of_the_field(value: StrEnum, word: str) -> None:
    """The Dutch words are those a practitioner uses; equal codes of two enums keep their own word."""
    assert labels.label(value) == word


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (Reason(ReasonKind.STANDING), "vast agendapunt"),
        (Reason(ReasonKind.SKIPPED), "vorige keer niet besproken"),
        (Reason(ReasonKind.MOVED), "vorige keer doorgeschoven"),
        (Reason(ReasonKind.NEW_REFERRAL, on=ON), "aangemeld op 23-11-2026"),
        (Reason(ReasonKind.NEW_REFERRAL), "nieuwe aanmelding"),
        (Reason(ReasonKind.PLANNED, on=ON), "gepland voor 23-11-2026"),
        (Reason(ReasonKind.ACTIONS_LATE, 1), "1 actie te laat"),
        (Reason(ReasonKind.ACTIONS_LATE, 2), "2 acties te laat"),
        (Reason(ReasonKind.ACTIONS_DUE, 1), "1 actie loopt af"),
        (Reason(ReasonKind.ACTIONS_DUE, 3), "3 acties lopen af"),
        (Reason(ReasonKind.REVIEW_DUE, 1), "al 1 week niet besproken"),
        (Reason(ReasonKind.REVIEW_DUE, 9), "al 9 weken niet besproken"),
        (Reason(ReasonKind.ADDED), "toegevoegd door de voorzitter"),
    ],
)
def test_a_reason_says_its_number_or_date(reason: Reason, text: str) -> None:
    """An agenda item says why it is there, in the right number."""
    assert labels.reason_text(reason) == text


def test_dates_are_written_in_dutch() -> None:
    """Dates are Dutch whatever the language of the computer, and without leading zeros in words."""
    assert labels.long_date(ON) == "maandag 23 november 2026"
    assert labels.short_date(ON) == "ma 23 nov"
    assert labels.plain_date(date(2027, 1, 4)) == "04-01-2027"
    assert labels.short_date(date(2027, 3, 7)) == "zo 7 mrt"
    assert labels.clock(time(9, 5)) == "09:05"


def test_dates_are_written_in_english() -> None:
    """With English chosen, the words of a date are English."""
    i18n.use_language("en")
    assert labels.long_date(ON) == "Monday 23 November 2026"
    assert labels.short_date(ON) == "Mon 23 Nov"
    assert labels.late(1) == "1 day late"
    assert labels.decision_ref(12) == "D-12"
    assert labels.language() == "en"


def test_every_day_and_month_has_its_own_word() -> None:
    """Seven weekdays and twelve months, long and short, none the same."""
    assert len({labels.long_date(date(2026, 6, day)).split()[0] for day in range(1, 8)}) == 7
    assert len({labels.short_date(date(2026, 6, day)).split()[0] for day in range(1, 8)}) == 7
    assert len({labels.long_date(date(2026, month, 1)).split()[2] for month in range(1, 13)}) == 12
    assert len({labels.short_date(date(2026, month, 1)).split()[2] for month in range(1, 13)}) == 12


def test_lateness_and_references() -> None:
    """Overdue says how long; decisions and actions are cited by letter and number."""
    assert labels.late(1) == "1 dag te laat"
    assert labels.late(9) == "9 dagen te laat"
    assert labels.late(730) == "730 dagen te laat"
    assert labels.late(9824) == "26 jaar te laat"
    assert labels.decision_ref(12) == "B-12"
    assert labels.action_ref(34) == "A-34"
    assert labels.language() == "nl"
