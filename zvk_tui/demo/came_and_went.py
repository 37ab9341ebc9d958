"""Registrations of the demo that never came to a meeting of its history; everybody in it is invented.

They have the numbers that the table of cases leaves free.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from zvk_tui.demo.days import Days
from zvk_tui.demo.plan import CasePlan, LifePlan
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import ClosingReason, EventKind, Forum
from zvk_tui.domain.life import CaseEvent

SAME_PERSON: Final = "kade"
"""The story of the case of somebody whom the chamber knew before."""

_E = EventKind


@dataclass(frozen=True, slots=True)
class Visit:
    """A registration and what came of it; days are counted back from today."""

    approach: Approach
    subject: Subject | None
    """None: the person of the case with the story `SAME_PERSON`."""
    age: int
    registered: int
    events: tuple[tuple[EventKind, int, dict[str, Any]], ...]
    reason: str = ""
    goal: str = field(default="")


_VISITS: Final = (
    Visit(
        Approach.ALL_AGES,
        Subject("Lidwien", "", "Moerasvaren"),
        59,
        174,
        ((_E.ADVISED, 165, {"reason": "Advies aan het sociaal team: maak eerst een afspraak met de huisarts erbij."}),),
        "Zorgen van de buren over verwarde uitspraken in het portiek.",
    ),
    Visit(
        Approach.PAD,
        Subject("Ruben", "", "Zonnehoed"),
        15,
        139,
        (
            (_E.TRIAGED, 136, {}),
            (
                _E.REFUSED,
                128,
                {
                    "reason": "Eén melding en geen zorgen op een tweede leefgebied.",
                    "next_steps": "Jongerenwerk zoekt hem op; Leerplicht belt over zes weken met de ouders.",
                },
            ),
        ),
        "Eén keer aangehouden voor het vernielen van een bushokje.",
    ),
    Visit(
        Approach.ALL_AGES,
        Subject("Everhard", "van der", "Kattestaart"),
        72,
        96,
        (
            (
                _E.REFERRED_ON,
                88,
                {"forum": Forum.OUTREACH_TABLE, "reason": "Mijdt zorg, maar veroorzaakt geen overlast of gevaar."},
            ),
        ),
        "Woont sinds de winter zonder gas en laat niemand binnen.",
    ),
    Visit(
        Approach.PAD,
        None,
        14,
        523,
        (
            (_E.ADMITTED, 505, {"reason": "Drie aanhoudingen in een half jaar en nauwelijks op school."}),
            (_E.PLAN_SET, 490, {}),
            (_E.CLOSED, 301, {"closing_reason": ClosingReason.SIX_MONTHS, "reason": "Sinds de winter niet in beeld."}),
        ),
        "Aangemeld door de politie na een derde aanhouding.",
        "Jongere gaat naar school en komt een half jaar niet in aanraking met de politie.",
    ),
)


def visits(days: Days, taken: frozenset[str], known: Subject) -> tuple[CasePlan, ...]:
    """Return the registrations that came and went, under numbers that are free.

    Args:
        days: turns days from today into dates.
        taken: the numbers of the cases of the table.
        known: the person whom the chamber knew before.
    """
    found: list[CasePlan] = []
    for visit in _VISITS:
        ref = _free(days.at(-visit.registered).year, taken | {plan.today.ref for plan in found})
        found.append(_plan(visit, ref, visit.subject or known, days))
    return tuple(found)


def again(plans: tuple[CasePlan, ...]) -> str:
    """Return the number of the earlier case of the person whom the chamber knew before."""
    return next(plan.today.ref for plan, visit in zip(plans, _VISITS, strict=True) if visit.subject is None)


def _plan(visit: Visit, ref: str, subject: Subject, days: Days) -> CasePlan:
    on = days.at(-visit.registered)
    first = CaseEvent(_E.REGISTERED, on, reason=visit.reason, approach=visit.approach)
    then = tuple(CaseEvent(kind, days.at(-back), **said) for kind, back, said in visit.events)
    case = CaseFile(0, ref, visit.approach, Phase.CLOSED, subject, on, goal=visit.goal)
    return CasePlan(case, case, LifePlan((first, *then)))


def _free(year: int, taken: frozenset[str]) -> str:
    """Return the highest number of a year, below one that is taken, that nobody has."""
    numbers = {int(ref[4:]) for ref in taken if ref.startswith(f"D{year % 100:02}-")}
    free = next((n for n in range(max(numbers, default=1), 0, -1) if n not in numbers), max(numbers, default=0) + 1)
    return f"D{year % 100:02}-{free:04}"
