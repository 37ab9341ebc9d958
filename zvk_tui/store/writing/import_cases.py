"""New cases of an import, many at a time: what `registered` does for one, with a few writings for hundreds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlmodel import Session, SQLModel

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.case_terms import CaseRole, EventKind
from zvk_tui.domain.import_plan import PlannedLine
from zvk_tui.domain.import_values import case_of, new_case
from zvk_tui.domain.life import CaseEvent, CaseLife, NewCase, follow, misfit
from zvk_tui.errors import Refused
from zvk_tui.store.case_tables import CaseRoleRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.people import known
from zvk_tui.store.tables import CaseRow, PersonRow
from zvk_tui.store.writing.guards import readable, required
from zvk_tui.store.writing.life import event_row, person_row
from zvk_tui.words.life import problem_id

TOGETHER: Final = 250
"""So many cases are written at once."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A case that is taken over, and where its events lead."""

    case_file: CaseFile
    new: NewCase
    events: tuple[CaseEvent, ...]
    life: CaseLife


def take_over_case(desk: Desk, line: PlannedLine) -> _Taken:
    """Return the case of a new line with its events, checked in their order and dates.

    Raises:
        Refused: when an event does not fit what happened before.
    """
    new, life = new_case(line.record), CaseLife()
    first = CaseEvent(EventKind.REGISTERED, new.registered_on, "", new.reason, new.approach, new.track)
    events = (first, *new.events)
    for event in events:
        if problem := misfit(life, event, desk.today()):
            raise Refused(problem_id(problem), date=life.last_on or "")
        life = follow([event], life)
    return _Taken(case_of(line.record), new, events, life)


def write_cases(session: Session, desk: Desk, taken: Sequence[_Taken]) -> None:
    """Add cases with their persons, events and roles inside an act that is under way; no letter falls due.

    That their numbers are free is known from the plan, which was looked at again in the same transaction.
    """
    people = [person_row(one.new) for one in taken]
    session.add_all(people)
    session.flush()
    rows = [_case_row(one, person) for one, person in zip(taken, people, strict=True)]
    session.add_all(rows)
    session.flush()
    for one, row in zip(taken, rows, strict=True):
        session.add_all(_rows_of(desk, one, known(row.id)))
    session.flush()


def _case_row(one: _Taken, person: PersonRow) -> CaseRow:
    life, case_file = one.life, one.case_file
    return CaseRow(
        ref=required(one.new.ref),
        approach=life.approach,
        track=life.track,
        phase=life.phase,
        person_id=known(person.id),
        registered_on=one.new.registered_on,
        goal=readable(one.new.goal),
        director_id=case_file.director.id if case_file.director else None,
        coordinator_id=case_file.coordinator.id if case_file.coordinator else None,
        last_discussed=case_file.last_discussed,
        next_discussion=case_file.next_discussion,
        label=one.new.label or "",
        closed_on=life.closed_on,
        closing_reason=life.closing_reason or "",
        shielded=life.shielded,
        erased=life.erased,
    )


def _rows_of(desk: Desk, one: _Taken, case_id: int) -> Iterator[SQLModel]:
    yield from (event_row(desk, case_id, event) for event in one.events)
    wanted = {
        CaseRole.PROCESS_DIRECTOR: one.case_file.director,
        CaseRole.CASE_COORDINATOR: one.case_file.coordinator,
    }
    for role, holder in wanted.items():
        if holder is not None:
            day = one.new.registered_on
            yield CaseRoleRow(case_id=case_id, role=role, professional_id=holder.id, from_on=day)
