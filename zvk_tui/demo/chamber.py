"""The fictional chamber of the demo on one day: everything that is played into its vault."""

from dataclasses import replace
from datetime import date, time

from zvk_tui.demo.came_and_went import SAME_PERSON, again, visits
from zvk_tui.demo.cases import case_plans, rows
from zvk_tui.demo.days import INTERVAL, Days
from zvk_tui.demo.dice import Dice
from zvk_tui.demo.history import history, prepared
from zvk_tui.demo.lives import registered_again
from zvk_tui.demo.partners import CHAMBER, MUNICIPALITY, PARTNERS
from zvk_tui.demo.people import CHAIR, HOLDER, NOTE_TAKER, People, professionals
from zvk_tui.demo.plan import CasePlan, Chamber, SeriesPlan
from zvk_tui.demo.row import Row
from zvk_tui.demo.seats import signed
from zvk_tui.demo.sitting import World
from zvk_tui.demo.talk import stories
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.meeting import Series, SeriesKind


def chamber(today: date) -> Chamber:
    """Return the chamber as it is on `today`; the same day gives the same chamber."""
    days, dice = Days(today), Dice(today)
    people = People(professionals(signed(days)))
    table = rows()
    cases = case_plans(table, days, dice, people)
    passing = visits(days, frozenset(case.today.ref for case in cases), _known_before(table, cases).today.subject)
    cases = _registered_again(table, cases, again(passing))
    world = World(days, dice, people, stories(), tuple(zip(table, (case.today for case in cases), strict=True)))
    series = _series(people, _process_case(table, cases))
    meetings = [meeting for name, plan in series.items() for meeting in history(name, plan, world)]
    meetings.sort(key=lambda meeting: (meeting.on, meeting.start))
    return Chamber(
        name=CHAMBER,
        municipality=MUNICIPALITY,
        holder=HOLDER,
        partners=PARTNERS,
        professionals=people.people,
        cases=cases,
        series=tuple(series.values()),
        visits=passing,
        meetings=(*meetings, prepared(series["pad"], world)),
    )


def _known_before(table: tuple[Row, ...], cases: tuple[CasePlan, ...]) -> CasePlan:
    return next(case for row, case in zip(table, cases, strict=True) if row.story == SAME_PERSON)


def _registered_again(table: tuple[Row, ...], cases: tuple[CasePlan, ...], earlier_ref: str) -> tuple[CasePlan, ...]:
    known = _known_before(table, cases)
    newer = replace(known, life=registered_again(known.life, earlier_ref))
    return tuple(newer if case is known else case for case in cases)


def _process_case(table: tuple[Row, ...], cases: tuple[CasePlan, ...]) -> int:
    return next(case.today.id for row, case in zip(table, cases, strict=True) if row.series == "proc")


def _series(people: People, process_case: int) -> dict[str, SeriesPlan]:
    pad, top, room = SeriesKind.CORE_TEAM_PAD, SeriesKind.CORE_TEAM_TOP10, "Stadskantoor, kamer"
    weeks = {name: days // 7 for name, days in INTERVAL.items()}
    found = {
        "pad": Series(1, "Kernteam PAD", pad, weeks["pad"], time(13, 30), 120, f"{room} 2.14", Approach.PAD),
        "top": Series(2, "Kernteam top 10", top, weeks["top"], time(9, 30), 150, f"{room} 3.02", Approach.ALL_AGES),
        "proc": _process_series(process_case),
    }
    chair, note_taker = people.named(CHAIR), people.named(NOTE_TAKER)
    return {name: SeriesPlan(series, chair, note_taker, people.members(name)) for name, series in found.items()}


def _process_series(case_id: int) -> Series:
    kind, place = SeriesKind.PROCESS_MEETING, "Veilig Thuis, overlegkamer 1"
    return Series(3, "Procesoverleg", kind, 0, time(10), 60, place, case_id=case_id)
