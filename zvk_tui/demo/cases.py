"""The cases of the demo: reads their table and works out their dates and numbers for one day."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Final

from zvk_tui.demo import cases_table
from zvk_tui.demo.days import Days
from zvk_tui.demo.dice import Dice
from zvk_tui.demo.lives import life_plan
from zvk_tui.demo.people import People
from zvk_tui.demo.plan import CasePlan
from zvk_tui.demo.row import Meet, Row
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject, Track
from zvk_tui.domain.case_terms import CaseLabel
from zvk_tui.domain.partners import Professional

_TABLES: Final = (
    (Approach.PAD, cases_table.PAD),
    (Approach.ALL_AGES, cases_table.ALL_AGES),
    (Approach.RADICALISATION, cases_table.RADICALISATION),
)
_DIRECTORS: Final = {
    Approach.PAD: ("Aylin Gökdere", "Aylin Gökdere", "Ravi Ramgulab"),
    Approach.ALL_AGES: ("Sharda Suryawati", "Karin Molenzoom"),
    Approach.RADICALISATION: ("Femke Zandstroom",),
}
_DAYS_BEFORE: Final = 28
"""How long before the history a case of then was last discussed."""


def rows() -> tuple[Row, ...]:
    """Return the whole table."""
    found: list[Row] = []
    for approach, table in _TABLES:
        lines = table.strip().splitlines()
        found.extend(_row(approach, head, goal) for head, goal in zip(lines[::2], lines[1::2], strict=True))
    return tuple(found)


def _row(approach: Approach, head: str, goal: str) -> Row:
    story, state, when, given, prefix, surname, age, registered, coordinator = (c.strip() for c in head.split("|"))
    phase, _space, track = state.partition(" ")
    label = CaseLabel(track) if track in set(CaseLabel) else None
    is_group = not given
    row = Row(
        story=story,
        approach=approach,
        phase=Phase(phase),
        track=Track(track) if track and not label else Track.REGULAR,
        subject=Subject(group_name=surname) if is_group else Subject(given, prefix, surname),
        age=int(age),
        registered=int(registered),
        coordinator=coordinator,
        goal="" if goal == "-" else goal,
        label=label,
    )
    return _scheduled(row, when)


def _scheduled(row: Row, when: str) -> Row:
    past, _arrow, ahead = (part.strip() for part in when.partition(">"))
    if past == "-":
        return row
    if past.startswith("-"):
        return replace(row, last_days=int(past), next_days=int(ahead) if ahead else None)
    series, *numbers = past.split()
    meets = tuple(Meet(int(n.rstrip("rsm")), n.lstrip("0123456789")) for n in numbers)
    return replace(row, series=series, meets=meets, planned=int(ahead) if ahead else None)


def case_plans(table: tuple[Row, ...], days: Days, dice: Dice, people: People) -> tuple[CasePlan, ...]:
    """Return the cases of the table in its order, numbered by their day of registration."""
    refs = _refs([days.at(-row.registered) for row in table], dice)
    found = []
    for index, row in enumerate(table):
        case = CaseFile(
            id=index + 1,
            ref=refs[index],
            approach=row.approach,
            phase=row.phase,
            subject=_born(row, days.today, dice),
            registered_on=days.at(-row.registered),
            track=row.track,
            goal=row.goal,
            director=_director(row, index, people),
            coordinator=_coordinator(row, index, people),
        )
        life = life_plan(row, case, days, people)
        found.append(CasePlan(_before(case, row, days), _now(case, row, days), life))
    return tuple(found)


def _refs(registered: list[date], dice: Dice) -> dict[int, str]:
    """Give numbers in the order of registration; the gaps are cases that the chamber did not take in."""
    refs, count = {}, Counter[int]()
    for index in sorted(range(len(registered)), key=lambda i: (registered[i], i)):
        year = registered[index].year
        count[year] += 1 + dice.below(3)
        refs[index] = f"D{year % 100:02}-{count[year]:04}"
    return refs


def _born(row: Row, today: date, dice: Dice) -> Subject:
    if row.subject.group_name:
        return row.subject
    days_old = round(row.age * 365.2425) + 5 + dice.below(350)
    return replace(row.subject, birth_date=date.fromordinal(today.toordinal() - days_old))


def _director(row: Row, index: int, people: People) -> Professional | None:
    names = _DIRECTORS[row.approach]
    return None if row.phase is Phase.REFERRED else people.named(names[index % len(names)])


def _coordinator(row: Row, index: int, people: People) -> Professional | None:
    if row.phase in {Phase.REFERRED, Phase.TRIAGE}:
        return None
    everybody = people.of(row.coordinator)
    seated = set(people.members(row.series)) if row.series else set()
    candidates = [person for person in everybody if person in seated] or list(everybody)
    return candidates[index % len(candidates)]


def _before(case: CaseFile, row: Row, days: Days) -> CaseFile:
    if not row.meets:
        return _now(case, row, days)
    first = row.meets[0]
    earlier = days.offset(row.series, first.number) - _DAYS_BEFORE
    known = row.registered + earlier > 7
    return replace(
        case,
        last_discussed=days.at(earlier) if known else None,
        next_discussion=days.meeting(row.series, first.number),
    )


def _now(case: CaseFile, row: Row, days: Days) -> CaseFile:
    if not row.meets:
        last = None if row.last_days is None else days.at(row.last_days)
        return replace(case, last_discussed=last, next_discussion=_ahead(row, days))
    last_number = max(meet.number for meet in row.meets if meet.discussed)
    return replace(
        case,
        last_discussed=days.meeting(row.series, last_number),
        next_discussion=next_after(row, last_number, days),
    )


def _ahead(row: Row, days: Days) -> date | None:
    return None if row.next_days is None else days.at(row.next_days)


def next_after(row: Row, number: int, days: Days) -> date | None:
    """Return the day for which a case is planned once meeting `number` has discussed it."""
    later = [meet.number for meet in row.meets if meet.number > number]
    planned = later[0] if later else row.planned
    return None if planned is None else days.meeting(row.series, planned)
