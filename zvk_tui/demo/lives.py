"""The lives of the cases of the demo: what happened to each, on which day and why; everything in it is invented."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from zvk_tui.demo.days import Days, working_day
from zvk_tui.demo.people import People
from zvk_tui.demo.plan import LetterPlan, LifePlan
from zvk_tui.demo.row import Row
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Track
from zvk_tui.domain.case_terms import ClosingReason, EventKind, LetterState, ScaleTarget
from zvk_tui.domain.life import CaseEvent

Step = tuple[EventKind, int, dict[str, Any]]
"""What happened, days from today, and what the event says beside its reason."""

_E = EventKind
_WHY: Final = {
    _E.TRIAGED: (
        "De aanmelding is compleet; bij politie en sociaal team is informatie opgevraagd.",
        "De vooroverlegde aanmelding wordt gewogen; twee partners vullen het beeld aan.",
    ),
    _E.ADMITTED: (
        "Voldoet aan de criteria; zonder gezamenlijke regie komt geen keten verder.",
        "De partners zien samen meer dan ieder apart; opgenomen na het procesoverleg.",
    ),
    _E.PLAN_SET: ("Alle partners stemmen in met doel en acties.",) * 2,
    _E.MONITORING: (
        "De acties lopen; de kamer kijkt een tijd mee of het zo blijft.",
        "Rustig beeld bij politie en hulpverlening; alleen nog volgen.",
    ),
    _E.SCALED_DOWN: (
        "De ondersteuning wordt in drie stappen afgebouwd.",
        "Het gaat goed; de coördinerende partner neemt de laatste afspraken over.",
    ),
    _E.SHIELDED: ("Afgeschermd na de wachttijd na sluiting.",) * 2,
}
"""Why something happened; odd and even days of registration have reasons of their own."""

_CLOSED: Final = {
    "brugklas": ClosingReason.SIX_MONTHS,
    "trapveld": ClosingReason.SIX_MONTHS,
    "portaal": ClosingReason.NO_HELP_QUESTION,
    "steiger": ClosingReason.GOAL_REACHED,
    "zolder": ClosingReason.MOVED_AWAY,
    "draaideur": ClosingReason.NO_CONTACT,
    "stoep": ClosingReason.OUTREACH_CARE,
    "kraan": ClosingReason.GOAL_REACHED,
    "telefoon": ClosingReason.GOAL_REACHED,
}
"""Why a case was closed; the others because their plan was on track."""

_REMOVED_TO: Final = "Gemeente Rietmonde"
"""The municipality that took a case over after a removal."""

_SHIELDED: Final = {"draaideur": 60, "stoep": 45, "poststuk": 60}
"""Days after closing on which a case was shielded."""

_OWN: Final[dict[str, tuple[Step, ...]]] = {
    "videoclip": ((_E.MOVED, -95, {"track": Track.RIVAL_YOUTH, "reason": "Politie en school zien hem bij de groep."}),),
    "perron": (
        (_E.SCALED_UP, -45, {"scale_to": ScaleTarget.ILA, "reason": "Langdurig en gevaarlijk; past bij de ILA."}),
    ),
    "rolluik": (
        (_E.SCALED_UP, -80, {"scale_to": ScaleTarget.REGIONAL_HOUSE, "reason": "Speelt in vier gemeenten; OM nodig."}),
    ),
    "loket": (
        (_E.SCALED_UP, -150, {"scale_to": ScaleTarget.REGIONAL_HOUSE, "reason": "Ook agressie bij loketten elders."}),
        (_E.SCALED_BACK, -104, {"reason": "Elders is het stil; de lokale afspraken volstaan."}),
    ),
    "spaarplan": (
        (_E.CLOSED, -432, {"closing_reason": ClosingReason.SIX_MONTHS, "reason": "Een half jaar niet in beeld."}),
        (_E.REOPENED, -371, {"reason": "Nieuwe schulden en een aanhouding voor winkeldiefstal."}),
    ),
    "zolder": ((_E.HANDED_OVER, -140, {"receiver": _REMOVED_TO, "accepted_by": "Evelien Rietdijk"}),),
}
"""What happened to one case and to no other."""

_DEFERRED: Final = {
    "fietsenstalling": ("Opsporingsonderzoek naar de vernielingen loopt nog.", "Politie", -1),
    "galerij": ("Een brief nu kan de spanning op de galerij doen oplopen.", "Meldpunt Zorg", 25),
}
"""Letters that were not sent: on which ground, who named it, and days from today on which it is looked at again."""

_COACHES: Final = ("Youssef El Mansouri-Dam", "Daphne Rietveen")
_HAS_PLAN_BY_NOW: Final = 34
"""Days after registration on which the plan of a case that is closed was set."""


def life_plan(row: Row, case: CaseFile, days: Days, people: People) -> LifePlan:
    """Return what happened to a case of the table: `case` as it is today."""
    steps = sorted((*_usual(row, days), *_OWN.get(row.story, ())), key=lambda step: step[1])
    first_track = Track.REGULAR if any(kind is _E.MOVED for kind, *_rest in steps) else row.track
    registered = CaseEvent(_E.REGISTERED, case.registered_on, approach=row.approach, track=first_track)
    events = (registered, *(_event(row, step, case, days) for step in steps))
    admitted = next((event.on for event in events if event.kind is _E.ADMITTED), None)
    coached = row.approach is Approach.PAD and admitted is not None and row.phase is not Phase.CLOSED
    earlier = people.named("Karin Molenzoom") if row.story == "achterom" else None
    return LifePlan(
        events=events,
        label=row.label,
        letter=_letter(row, admitted, days) if admitted else None,
        coach=people.named(_COACHES[case.id % 2]) if coached else None,
        earlier_coordinator=earlier,
    )


def registered_again(life: LifePlan, earlier_ref: str) -> LifePlan:
    """Return a life that begins with the registration of somebody whom the chamber knew before."""
    first, *rest = life.events
    return replace(life, events=(replace(first, other_ref=earlier_ref), *rest))


def _usual(row: Row, days: Days) -> Iterator[Step]:
    """Yield what happens to every case on its way to its phase."""
    start, end = -row.registered, _end(row, days)
    span = end - start
    weighed = start + min(6, span // 4)
    if row.meets and row.meets[0].mark == "r":
        weighed = taken = days.offset(row.series, row.meets[0].number)
    else:
        taken = start + min(21, span // 2)
    if row.phase is not Phase.REFERRED:
        yield _E.TRIAGED, weighed, {}
    if row.phase not in {Phase.REFERRED, Phase.TRIAGE}:
        yield _E.ADMITTED, taken, {}
    if row.phase is Phase.MONITORING:
        yield _E.MONITORING, start + span * 13 // 20, {}
    if row.phase is Phase.SCALING_DOWN:
        yield _E.SCALED_DOWN, start + span * 4 // 5, {}
    if row.phase is Phase.CLOSED:
        yield from _closing(row, start, end, days)


def _closing(row: Row, start: int, end: int, days: Days) -> Iterator[Step]:
    tapered = days.offset(row.series, row.meets[0].number) - 28 if row.meets else start + (end - start) * 4 // 5
    reason = _CLOSED.get(row.story, ClosingReason.PLAN_ON_TRACK)
    yield _E.PLAN_SET, start + _HAS_PLAN_BY_NOW, {}
    yield _E.SCALED_DOWN, tapered, {}
    there = {"receiver": _REMOVED_TO} if reason is ClosingReason.MOVED_AWAY else {}
    yield _E.CLOSED, end, {"closing_reason": reason, **there}
    if row.story in _SHIELDED:
        yield _E.SHIELDED, end + _SHIELDED[row.story], {}


def _end(row: Row, days: Days) -> int:
    """Return the day on which a closed case was closed, and else one just before today, in days from today."""
    if row.phase is not Phase.CLOSED:
        return -5
    if row.meets:
        return days.offset(row.series, row.meets[-1].number)
    return row.last_days or -5


def _event(row: Row, step: Step, case: CaseFile, days: Days) -> CaseEvent:
    kind, offset, said = step
    reason = _WHY[kind][row.registered % 2] if kind in _WHY else ""
    return replace(CaseEvent(kind, max(days.at(offset), case.registered_on), reason=reason), **said)


def _letter(row: Row, admitted: date, days: Days) -> LetterPlan:
    on = working_day(admitted + timedelta(5 + row.registered % 9))
    if row.story in _DEFERRED:
        ground, by, again = _DEFERRED[row.story]
        return LetterPlan(on, LetterState.DEFERRED, ground=ground, deferred_by=by, recheck_on=days.at(again))
    to = "betrokkene" if row.age >= 18 else "jongere en ouders" if row.age else "gezinsleden"
    return LetterPlan(on, LetterState.SENT, addressees=to)
