"""Whether what a line says holds together: days in their order, and nothing missing that a record needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.columns import NAMED_BY, Column, ListKind, rules
from zvk_tui.domain.police import PoliceContact, PoliceProblem, contact_problem, usually_negative
from zvk_tui.domain.transfer import Known, Problem, ProblemKind, ReadLine, Record, Value

_POLICE: Final = {
    PoliceProblem.FUTURE: (ProblemKind.FUTURE, Column.CONTACT_ON),
    PoliceProblem.BEFORE_BIRTH: (ProblemKind.CONTACT_BEFORE_BIRTH, Column.CONTACT_ON),
    PoliceProblem.NEVER_NEGATIVE: (ProblemKind.NEVER_NEGATIVE, Column.NEGATIVE),
    PoliceProblem.NO_SOURCE: (ProblemKind.MISSING, Column.SOURCE),
}


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is asked of the case that a police contact belongs to."""

    id: int
    ref: str
    born: date | None = None
    open: bool = True
    """Whether this key slot may write to it: admitted to its approach, not shielded, not erased."""


@dataclass(frozen=True, slots=True)
class CaseList:
    """The cases of the vault that a file names."""

    by_ref: Mapping[str, CaseFacts] = field(default_factory=dict)
    """By number, and by number without capitals."""

    def find(self, ref: str) -> CaseFacts | None:
        """Return the case with a number."""
        return self.by_ref.get(ref) or self.by_ref.get(ref.casefold())


def checked(kind: ListKind, read: ReadLine, known: Known, cases: CaseList) -> tuple[Problem, ...]:
    """Return all that keeps a line from being a record, what was wrong in its cells first."""
    wrong = {problem.column for problem in read.problems}
    missing = (
        Problem(ProblemKind.MISSING, rule.column)
        for rule in rules(kind)
        if rule.required and rule.column not in read.record and rule.column not in wrong
    )
    match kind:
        case ListKind.CASES:
            together = _case(read.record, wrong, known)
        case ListKind.POLICE:
            together = _contact(read.record, known, cases)
        case _:
            together = ()
    return (*read.problems, *missing, *together)


def completed(kind: ListKind, record: Record) -> Record:
    """Return a record with what follows from what it says: a day of closing means that the case is closed."""
    if kind is ListKind.CASES and Column.CLOSED_ON in record and Column.PHASE not in record:
        return {**record, Column.PHASE: Phase.CLOSED}
    return record


def day_of(record: Record, column: Column) -> date | None:
    """Return a day that a record says, None when it says none."""
    value = record.get(column)
    return value if isinstance(value, date) else None


def text_of(record: Record, column: Column) -> str:
    """Return a text that a record says, nothing when it says none."""
    value = record.get(column)
    return value if isinstance(value, str) else ""


def _case(record: Record, wrong: set[Column | None], known: Known) -> Iterable[Problem]:
    if not NAMED_BY & {*record, *wrong}:
        yield Problem(ProblemKind.NO_NAME, Column.SURNAME)
    registered, born = day_of(record, Column.REGISTERED_ON), day_of(record, Column.BORN_ON)
    if registered and born and born > registered:
        yield Problem(ProblemKind.BORN_AFTER_REGISTRATION, Column.BORN_ON)
    approach, track = record.get(Column.APPROACH), record.get(Column.TRACK)
    if approach in known.closed:
        yield Problem(ProblemKind.NOT_ADMITTED, Column.APPROACH)
    if isinstance(approach, Approach) and isinstance(track, Track):
        tracks = known.tracks.get(approach, tuple(Track))
        if track not in tracks:
            yield Problem(ProblemKind.OTHER_TRACK, Column.TRACK)
    yield from _closing(record, wrong, registered)


def _closing(record: Record, wrong: set[Column | None], registered: date | None) -> Iterable[Problem]:
    """Yield what does not fit about the closing of a case: it has a day and a reason, or neither."""
    phase, closed = record.get(Column.PHASE), day_of(record, Column.CLOSED_ON)
    if registered and closed and closed < registered:
        yield Problem(ProblemKind.CLOSED_BEFORE_REGISTRATION, Column.CLOSED_ON)
    if phase is Phase.CLOSED:
        if closed is None and Column.CLOSED_ON not in wrong:
            yield Problem(ProblemKind.NO_CLOSING_DATE, Column.CLOSED_ON)
        if Column.CLOSING_REASON not in record and Column.CLOSING_REASON not in wrong:
            yield Problem(ProblemKind.NO_CLOSING_REASON, Column.CLOSING_REASON)
    elif (closed or Column.CLOSING_REASON in record) and Column.PHASE not in wrong:
        yield Problem(ProblemKind.NOT_CLOSED, Column.PHASE)


def _contact(record: Record, known: Known, cases: CaseList) -> Iterable[Problem]:
    ref = text_of(record, Column.REF)
    case = cases.find(ref) if ref else None
    if ref and case is None:
        yield Problem(ProblemKind.UNKNOWN_CASE, Column.REF, ref)
    if case is not None and not case.open:
        yield Problem(ProblemKind.CLOSED_TO_YOU, Column.REF, ref)
    on, kind = day_of(record, Column.CONTACT_ON), record.get(Column.CONTACT_KIND)
    if on and isinstance(kind, PoliceContactKind):
        source = text_of(record, Column.SOURCE)
        contact = PoliceContact(0, on, kind, negative_of(record, kind), source or "?")
        problem = contact_problem(contact, case.born if case else None, known.today)
        if problem is not None:
            yield Problem(*_POLICE[problem])
    yield from _marked_wrong(record, on)


def negative_of(record: Record, kind: PoliceContactKind) -> bool:
    """Return whether a contact was negative: as the line says, else as is usual for its kind."""
    said: Value = record.get(Column.NEGATIVE, usually_negative(kind))
    return said is True


def _marked_wrong(record: Record, on: date | None) -> Iterable[Problem]:
    wrong_on, why = day_of(record, Column.WRONG_ON), text_of(record, Column.WRONG_REASON)
    if wrong_on and not why:
        yield Problem(ProblemKind.NO_WRONG_REASON, Column.WRONG_REASON)
    if why and not wrong_on:
        yield Problem(ProblemKind.NO_WRONG_DATE, Column.WRONG_ON)
    if wrong_on and on and wrong_on < on:
        yield Problem(ProblemKind.WRONG_BEFORE_CONTACT, Column.WRONG_ON)
