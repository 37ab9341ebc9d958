"""What the cells of a line mean: one reader for a whole file, which remembers what it has looked up."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_terms import CaseLabel, ClosingReason, PoliceContactKind
from zvk_tui.domain.columns import Column
from zvk_tui.domain.names import bare_words, parse_name, within
from zvk_tui.domain.partners import Chain, Directory, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.sheets import ColumnMap, SheetRow
from zvk_tui.domain.terms import known_terms, read_term
from zvk_tui.domain.transfer import Known, Problem, ProblemKind, ReadLine, Value, one_line, person_key
from zvk_tui.domain.written import DayFault, read_day, read_yes

LONGEST_TEXT: Final = 20_000
"""Characters that a text may have: as many as a text of the vault."""

LONGEST_LINE: Final = 1_000
"""Characters that a name, number or short name may have."""

_TEXTS: Final = frozenset({Column.GOAL, Column.NOTE, Column.WRONG_REASON})
"""Columns with texts of several lines."""

_DAYS: Final = frozenset(
    {
        Column.BORN_ON,
        Column.REGISTERED_ON,
        Column.LAST_DISCUSSED,
        Column.NEXT_DISCUSSION,
        Column.CLOSED_ON,
        Column.CONTACT_ON,
        Column.WRONG_ON,
        Column.SECRECY_ON,
    }
)

_TERMS: Final[dict[Column, type[StrEnum]]] = {
    Column.APPROACH: Approach,
    Column.TRACK: Track,
    Column.LABEL: CaseLabel,
    Column.PHASE: Phase,
    Column.CLOSING_REASON: ClosingReason,
    Column.CONTACT_KIND: PoliceContactKind,
    Column.PARTNER_KIND: PartnerKind,
    Column.CHAIN: Chain,
    Column.STATUS: ParticipantStatus,
}
"""Columns of which the words stand in a standard list."""


class LineReader:
    """Reads the lines of one file; what a cell means is looked up once for each different cell."""

    def __init__(self, columns: ColumnMap, known: Known) -> None:
        self._columns = columns
        self._known = known
        self._meanings: dict[tuple[Column, str], Value | Problem] = {}

    def read(self, row: SheetRow) -> ReadLine:
        """Return what a line says, cell by cell; whether it holds together is asked later."""
        record: dict[Column, Value] = {}
        problems = list(_outside(row, self._columns))
        for place, column in enumerate(self._columns.targets):
            if column is None:
                continue
            if place in row.faults:
                problems.append(Problem(ProblemKind.NO_FORMULA_VALUE, column))
            elif place < len(row.cells):
                self._take(column, row.cells[place], record, problems)
        for column, text in self._columns.fixed.items():
            self._take(column, text, record, problems)
        return ReadLine(row.line, record, tuple(problems))

    def _take(self, column: Column, text: str, record: dict[Column, Value], problems: list[Problem]) -> None:
        """Put what a cell means in the record, or why it means nothing among the problems."""
        most = LONGEST_TEXT if column in _TEXTS else LONGEST_LINE
        if len(text) > most:
            problems.append(Problem(ProblemKind.TOO_LONG, column, str(len(text)), (str(most),)))
        elif said := self._known.readable(text):
            if column is Column.NAME:
                record.update(_name(one_line(said)))
            elif column in _TEXTS:
                record[column] = said
            elif isinstance(meant := self._meaning(column, one_line(said)), Problem):
                problems.append(meant)
            else:
                record[column] = meant

    def _meaning(self, column: Column, text: str) -> Value | Problem:
        if (column, text) not in self._meanings:
            self._meanings[column, text] = _meaning(column, text, self._known)
        return self._meanings[column, text]


def _name(text: str) -> dict[Column, Value]:
    subject = parse_name(text)
    parts: dict[Column, Value] = {
        Column.GIVEN_NAMES: subject.given_names,
        Column.PREFIX: subject.prefix,
        Column.SURNAME: subject.surname,
    }
    return {column: part for column, part in parts.items() if part}


def _outside(row: SheetRow, columns: ColumnMap) -> Iterable[Problem]:
    beyond = [place for place in range(len(columns.targets), len(row.cells)) if row.cells[place].strip()]
    if beyond:
        yield Problem(ProblemKind.OUTSIDE, text=letters(beyond[0]))


def letters(place: int) -> str:
    """Return the letters by which a spreadsheet calls its `place`-th column, from 0: A, Z, AA."""
    place, name = place + 1, ""
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _meaning(column: Column, text: str, known: Known) -> Value | Problem:
    if column in _DAYS:
        return _day(column, text, known.today)
    if column in _TERMS:
        term = read_term(_TERMS[column], text)
        return term or Problem(ProblemKind.UNKNOWN_TERM, column, text, known_terms(_TERMS[column]))
    match column:
        case Column.ACTIVE | Column.NEGATIVE:
            said = read_yes(text)
            return Problem(ProblemKind.NOT_YES_OR_NO, column, text) if said is None else said
        case Column.PARTNER:
            return find_partner(text, known.directory) or _unknown_partner(text, known.directory)
        case Column.DIRECTOR | Column.COORDINATOR:
            return _person(column, text, known.directory)
        case _:
            return text


def _day(column: Column, text: str, today: date) -> date | Problem:
    found = read_day(text)
    if isinstance(found, DayFault):
        return Problem(ProblemKind(found.value), column, text)
    if found > today and column is not Column.NEXT_DISCUSSION:
        return Problem(ProblemKind.FUTURE, column, text)
    return found


def _key(text: str) -> str:
    return " ".join(bare_words(text))


def find_partner(text: str, directory: Directory) -> Partner | None:
    """Return the partner that a text names exactly: by its short name, else by its full name if that is one."""
    exact = [partner for partner in directory.partners if partner.short == text]
    short = exact or [partner for partner in directory.partners if one_line(partner.short) == text]
    wanted = _key(text)
    alike = short or [partner for partner in directory.partners if wanted and _key(partner.short) == wanted]
    fitting = alike or [partner for partner in directory.partners if wanted and _key(partner.name) == wanted]
    return fitting[0] if len(fitting) == 1 else None


def _unknown_partner(text: str, directory: Directory) -> Problem:
    named = [partner.short for partner in directory.partners]
    return Problem(ProblemKind.UNKNOWN_PARTNER, Column.PARTNER, text, near(text, named))


def near(text: str, names: Sequence[str], most: int = 3) -> tuple[str, ...]:
    """Return the names that `text` was perhaps meant to be: a slip of the pen, or the beginning of one of its words."""
    wanted = _key(text)
    if not wanted:
        return ()
    slips = 1 if len(wanted) < 6 else 2
    close = [name for name in names if within(wanted, _key(name), slips)]
    part = [name for name in names if any(word.startswith(wanted[:4]) for word in _key(name).split())]
    return tuple(dict.fromkeys((*close, *part)))[:most]


def _person(column: Column, text: str, directory: Directory) -> Professional | Problem:
    """Return the professional that a text names: "Politie/P. Bakker", or a name that only one of them has."""
    people, wanted = directory.professionals, _key(text)
    ways: tuple[Callable[[Professional], bool], ...] = (
        lambda person: one_line(person_key(person)) == text,
        lambda person: bool(wanted) and _key(person_key(person)) == wanted,
        lambda person: bool(wanted) and _key(person.name) == wanted,
        lambda person: bool(wanted) and _key(f"{person.name} {person.partner.short}") == wanted,
    )
    for way in ways:
        found = [person for person in people if way(person)]
        found = [person for person in found if person.active] or found
        if len(found) == 1:
            return found[0]
        if found:
            names = tuple(person_key(person) for person in found[:3])
            return Problem(ProblemKind.AMBIGUOUS_PERSON, column, text, names)
    name = text.rpartition("/")[2]
    close = [person_key(person) for person in people if near(name, [person.name])]
    return Problem(ProblemKind.UNKNOWN_PERSON, column, text, tuple(close[:3]))
