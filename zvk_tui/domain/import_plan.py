"""What an import will do, line by line, before it does anything: new, changed, the same, or refused and why."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from zvk_tui.domain.columns import Column, ListKind
from zvk_tui.domain.import_checks import CaseList, checked, completed, text_of
from zvk_tui.domain.partners import Partner, Professional
from zvk_tui.domain.transfer import Known, Problem, ProblemKind, ReadLine, Record, one_line, same_value, written

Identity = tuple[str, ...]
"""What makes a record the same one: the number of a case, the short name of a partner."""


class Verdict(StrEnum):
    """What an import does with a line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that the vault has."""

    id: int
    record: Record
    open: bool = True
    """Whether this key slot may see and change it."""
    current: bool = True
    """Whether it still counts; a contact that was wrong is found again, but never changed."""
    fixed: frozenset[Column] = frozenset()
    """What is changed in the app only, because it follows from more than a list tells."""


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """What an import does with one line."""

    line: int
    verdict: Verdict
    title: str
    """What it is about: a case number, a short name; never the name of somebody a case is about."""
    record: Record = field(default_factory=dict)
    kept_id: int = 0
    """The row in the vault that it changes; 0 for none."""
    changed: tuple[Column, ...] = ()
    was: Record = field(default_factory=dict)
    """What the vault has in the columns that change; nothing where it has nothing."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import does with all lines of a file, in their order."""

    kind: ListKind
    lines: tuple[PlannedLine, ...]
    reads: tuple[ReadLine, ...] = ()
    """The lines as they were understood, to see that nothing changed before they are taken over."""

    def count(self, verdict: Verdict) -> int:
        """Return how many lines have a verdict."""
        return self.counts.get(verdict, 0)

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many lines have each verdict."""
        return Counter(line.verdict for line in self.lines)

    @property
    def does_something(self) -> bool:
        """Whether anything in the vault becomes other than it is."""
        return any(line.verdict in {Verdict.NEW, Verdict.CHANGED} for line in self.lines)


@dataclass(frozen=True, slots=True)
class VaultView:
    """What the vault has of the records that a file names."""

    kept: Mapping[Identity, Sequence[Kept]] = field(default_factory=dict)
    cases: CaseList = field(default_factory=CaseList)


def identity(kind: ListKind, record: Record) -> Identity:
    """Return what makes a record the same one as another; nothing when it does not say enough."""
    match kind:
        case ListKind.CASES:
            parts = [_folded(text_of(record, Column.REF))]
        case ListKind.PARTNERS:
            parts = [_folded(text_of(record, Column.SHORT))]
        case ListKind.PROFESSIONALS:
            partner = record.get(Column.PARTNER)
            number = str(partner.id) if isinstance(partner, Partner) else ""
            parts = [number, _folded(text_of(record, Column.PERSON_NAME))]
        case ListKind.POLICE:
            parts = [_folded(text_of(record, Column.REF))]
            parts += [written(record.get(column)) for column in (Column.CONTACT_ON, Column.CONTACT_KIND)]
            parts += [_folded(text_of(record, Column.SOURCE))]
    return tuple(parts) if all(parts) else ()


def plan(kind: ListKind, reads: Sequence[ReadLine], known: Known, vault: VaultView) -> ImportPlan:
    """Return what an import of these lines does to what the vault has."""
    groups: dict[Identity, list[_Line]] = defaultdict(list)
    planned: dict[int, PlannedLine] = {}
    for place, read in enumerate(reads):
        record = completed(kind, read.record)
        whole = ReadLine(read.line, record, read.problems)
        line = _Line(place, whole, checked(kind, whole, known, vault.cases))
        key = identity(kind, record)
        if key and not read.problems:
            groups[key].append(line)
        else:
            planned[place] = _refused(kind, line, line.problems)
    for key, lines in groups.items():
        planned.update(_matched(kind, lines, vault.kept.get(key, ())))
    return ImportPlan(kind, tuple(planned[place] for place in range(len(reads))), tuple(reads))


def title(kind: ListKind, record: Record) -> str:
    """Return what a line is about, without the name of anybody a case is about."""
    shown = {
        ListKind.CASES: (Column.REF,),
        ListKind.POLICE: (Column.REF, Column.CONTACT_ON),
        ListKind.PARTNERS: (Column.SHORT,),
        ListKind.PROFESSIONALS: (Column.PARTNER, Column.PERSON_NAME),
    }[kind]
    return " ".join(filter(None, (one_line(written(record.get(column))) for column in shown)))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line on its way to a verdict."""

    place: int
    read: ReadLine
    problems: tuple[Problem, ...]


def _matched(kind: ListKind, lines: Sequence[_Line], kept: Sequence[Kept]) -> dict[int, PlannedLine]:
    """Return the verdicts on lines that mean the same record.

    What the vault has as it stands on a line is the same, whatever else is wrong with it; of several such lines it is
    the one that says most. Only then the other lines look for a record of their own.
    """
    free = list(kept)
    found: dict[int, PlannedLine] = {}
    rest = []
    for line in sorted(lines, key=lambda one: -len(one.read.record)):
        exact = next((one for one in free if one.open and not _changes(line.read.record, one.record)), None)
        if exact is None:
            rest.append(line)
            continue
        free.remove(exact)
        found[line.place] = _planned(kind, line, Verdict.SAME, exact.id)
    rest.sort(key=lambda one: one.place)
    for line in rest:
        other = next((one.read.line for one in lines if _doubles(kind, one, line, rest)), 0)
        found[line.place] = _other(kind, line, free, other, alone=len(rest) == 1)
    return found


def _doubles(kind: ListKind, one: _Line, line: _Line, rest: Sequence[_Line]) -> bool:
    """Return whether a line only says again what another says: of a case or partner there is one line."""
    if one is line or (one in rest and one.place > line.place) or (one in rest and one.problems):
        return False
    return kind is not ListKind.POLICE or one.read.record == line.read.record


def _other(kind: ListKind, line: _Line, kept: Sequence[Kept], other: int, *, alone: bool) -> PlannedLine:
    """Return the verdict on a line that says something else than the vault."""
    free = [one for one in kept if one.current]
    if problems := _hindered(kind, line, free, other, alone=alone):
        return _refused(kind, line, problems)
    if not free:
        return _planned(kind, line, Verdict.NEW)
    changed = _changes(line.read.record, free[0].record)
    if differs := tuple(_fixed(line.read.record, free[0], changed)):
        return _refused(kind, line, differs)
    planned = _planned(kind, line, Verdict.CHANGED, free[0].id, changed)
    return replace(planned, was={column: free[0].record[column] for column in changed if column in free[0].record})


def _fixed(said: Record, kept: Kept, changed: Iterable[Column]) -> Iterable[Problem]:
    """Yield what a line would change that is changed in the app only."""
    for column in changed:
        value = said[column]
        if column in kept.fixed:
            yield Problem(ProblemKind.LIFE_DIFFERS, column, written(kept.record.get(column)))
        elif isinstance(value, Professional) and not value.active:
            yield Problem(ProblemKind.NOT_ACTIVE, column, written(value))


def _hindered(kind: ListKind, line: _Line, free: Sequence[Kept], other: int, *, alone: bool) -> tuple[Problem, ...]:
    """Return why a line finds no record of its own and can be none."""
    if any(not one.open for one in free):
        return (Problem(ProblemKind.CLOSED_TO_YOU, Column.REF, title(kind, line.read.record)),)
    if other:
        return (Problem(ProblemKind.DOUBLE, other_line=other), *line.problems)
    unclear = len(free) > 1 or (free and not alone)
    return line.problems or ((Problem(ProblemKind.NOT_CLEAR_WHICH),) if unclear else ())


def _changes(said: Record, kept: Record) -> tuple[Column, ...]:
    """Return the columns in which a line says something else than the vault; an empty cell says nothing."""
    return tuple(
        column for column in Column if column in said and not same_value(column, said[column], kept.get(column))
    )


def _planned(
    kind: ListKind, line: _Line, verdict: Verdict, kept_id: int = 0, changed: Iterable[Column] = ()
) -> PlannedLine:
    record = line.read.record
    return PlannedLine(line.read.line, verdict, title(kind, record), record, kept_id, tuple(changed))


def _refused(kind: ListKind, line: _Line, problems: tuple[Problem, ...]) -> PlannedLine:
    record = line.read.record
    return PlannedLine(line.read.line, Verdict.REFUSED, title(kind, record), record, problems=problems)


def _folded(text: str) -> str:
    return one_line(text).casefold()
