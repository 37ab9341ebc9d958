"""One line at the table: `politie: huisbezoek afleggen @14-12`."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zvk_tui.domain.dates import means_next_meeting, parse_date
from zvk_tui.domain.owners import Owner, find_owners
from zvk_tui.domain.partners import Directory

_DATE = re.compile(r"(?:^|\s)@(\S+)")
_AFTER_DATE = ".,;"


class LineProblem(StrEnum):
    """What a line still lacks, or what is not clear in it."""

    NO_OWNER = "no_owner"
    UNKNOWN_OWNER = "unknown_owner"
    AMBIGUOUS_OWNER = "ambiguous_owner"
    NO_TEXT = "no_text"
    NO_DATE = "no_date"
    TWO_DATES = "two_dates"
    BAD_DATE = "bad_date"
    DATE_PAST = "date_past"
    NO_NEXT_MEETING = "no_next_meeting"


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A line as it is understood so far, good or not."""

    text: str
    owners: tuple[Owner, ...] = ()
    """Everybody the part before the colon can mean."""
    typed_owner: str = ""
    due: date | None = None
    problems: tuple[LineProblem, ...] = ()

    @property
    def owner(self) -> Owner | None:
        """The one owner, when it is clear."""
        return self.owners[0] if len(self.owners) == 1 else None

    @property
    def good(self) -> bool:
        """Whether the line can be entered as it is."""
        return not self.problems


def parse_statement(line: str, directory: Directory) -> EntryLine:
    """Understand a contribution: `source: text`."""
    typed, colon, text = (_on_one_line(part) for part in line.partition(":"))
    if not colon:
        return EntryLine(typed, problems=(LineProblem.NO_OWNER,))
    owners = find_owners(typed, directory)
    problems = _owner_problems(typed, owners)
    if not any(sign.isprintable() and not sign.isspace() for sign in text):
        problems = (*problems, LineProblem.NO_TEXT)
    return EntryLine(text, owners, typed, None, problems)


def parse_action(line: str, directory: Directory, today: date, next_meeting: date | None) -> EntryLine:
    """Understand an action: `owner: text @date`; every action has exactly one owner and one date."""
    clean = _on_one_line(line)
    dates = [found.rstrip(_AFTER_DATE) for found in _DATE.findall(clean)]
    statement = parse_statement(_DATE.sub(" ", clean), directory)
    due = parse_date(dates[0], today, next_meeting) if len(dates) == 1 else None
    problems = (*statement.problems, *_date_problems(dates, due, today))
    return EntryLine(" ".join(statement.text.split()), statement.owners, statement.typed_owner, due, problems)


def _on_one_line(text: str) -> str:
    """Return `text` with a space for every run of spaces, line ends and control signs, and none around it."""
    return " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text).split())


def _owner_problems(typed: str, owners: tuple[Owner, ...]) -> tuple[LineProblem, ...]:
    if not typed:
        return (LineProblem.NO_OWNER,)
    match len(owners):
        case 0:
            return (LineProblem.UNKNOWN_OWNER,)
        case 1:
            return ()
        case _:
            return (LineProblem.AMBIGUOUS_OWNER,)


def _date_problems(dates: list[str], due: date | None, today: date) -> tuple[LineProblem, ...]:
    if not dates:
        return (LineProblem.NO_DATE,)
    if len(dates) > 1:
        return (LineProblem.TWO_DATES,)
    if due is None:
        return (LineProblem.NO_NEXT_MEETING if means_next_meeting(dates[0]) else LineProblem.BAD_DATE,)
    return (LineProblem.DATE_PAST,) if due < today else ()
