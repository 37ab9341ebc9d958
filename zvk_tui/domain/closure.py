"""The closure check: whether a case may be closed, from which date, and on what that rests.

The rule is a function of facts, settings and a date. It never decides: it tells the table what holds, what does not,
and what nobody knows. The decision is taken in the meeting (seed l.155-162, 550-561).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.criteria import CriterionAnswer
from zvk_tui.domain.dates import add_months
from zvk_tui.domain.police import KnownUntil, PoliceContact

Known = CriterionAnswer
"""Yes, no, or unknown: unknown is never taken for no."""


class Verdict(StrEnum):
    """What the check says."""

    MAY_CLOSE = "may_close"
    NOT_BEFORE = "not_before"
    BLOCKED = "blocked"
    """Not while one of the conditions is as it is."""
    UNKNOWN = "unknown"


class ConditionKind(StrEnum):
    """One thing that a closure depends on."""

    POLICE_KNOWN = "police_known"
    """The police information is recent enough."""
    PERIOD_OVER = "period_over"
    """The months without being in view negatively have passed."""
    COACH_DONE = "coach_done"
    """No questions for the coach are left, or youth and coach have no contact."""
    PLAN_RUNS_WELL = "plan_runs_well"
    GOAL_REACHED = "goal_reached"
    PARTNER_ACCEPTS = "partner_accepts"
    """Monitoring can return to a named partner who accepts it."""
    MUNICIPALITY_TOLD = "municipality_told"
    """The municipality that the person moved to was informed or has taken the case over."""


class ClosureFactKind(StrEnum):
    """One thing that somebody tells of a case; the newest of each kind counts."""

    COACH_QUESTIONS = "coach_questions"
    """Whether the youth has questions left for the coach."""
    COACH_CONTACT = "coach_contact"
    """Whether youth and coach have contact."""
    PLAN_RUNS_WELL = "plan_runs_well"
    GOAL_REACHED = "goal_reached"
    PARTNER_ACCEPTS = "partner_accepts"
    MOVED_AWAY = "moved_away"
    MUNICIPALITY_TOLD = "municipality_told"


class FactSource(StrEnum):
    """Where a fact comes from when nobody was asked: the case itself tells it."""

    PLAN = "plan"
    """All goals of the plan that counts were reached."""
    HANDED_OVER = "handed_over"
    """The case was handed over to somebody who accepted it."""
    REGISTRATION = "registration"


@dataclass(frozen=True, slots=True)
class ClosureFact:
    """What was told of one thing, on one day, by whom."""

    kind: ClosureFactKind
    answer: Known
    on: date
    source: str
    note: str = ""
    """The partner that accepts, or the municipality that the person moved to."""


@dataclass(frozen=True, slots=True)
class ClosureRules:
    """What counts when cases of an approach are closed; every value can be set, and says where it comes from."""

    approach: Approach
    conditions: tuple[ConditionKind, ...]
    """All of these must hold; a removal to another municipality sets them aside."""
    months: int = 6
    """Calendar months without being in view negatively."""
    counted: frozenset[PoliceContactKind] = frozenset(PoliceContactKind) - {
        PoliceContactKind.VICTIM,
        PoliceContactKind.WITNESS,
    }
    """Kinds of police contact that count when they are negative."""
    fresh_days: int = 30
    """Days after which police information is too old to tell anything."""
    version: int = 1
    sources: tuple[tuple[str, str], ...] = ()
    """For each field, the line of the annual report or the article it comes from."""

    def source(self, name: str) -> str:
        """Return where the value of a field comes from; nothing when nobody said."""
        return dict(self.sources).get(name, "")


_YOUTH = (ConditionKind.POLICE_KNOWN, ConditionKind.PERIOD_OVER, ConditionKind.COACH_DONE)
_ALL_AGES = (ConditionKind.PLAN_RUNS_WELL, ConditionKind.GOAL_REACHED, ConditionKind.PARTNER_ACCEPTS)


def default_closure_rules(approach: Approach) -> ClosureRules:
    """Return the rules with the values of the annual report (seed l.155-162 for 0-100, l.550-561 for PAD).

    The report has no closing rule for radicalisation; that of 0-100 stands there until the chamber sets its own.
    """
    shared = (
        ("counted", "jaarverslag 2023, regel 550-557"),
        ("fresh_days", "Wgs art. 1.8, vijfde lid; 30 dagen is de keuze van de kamer"),
    )
    match approach:
        case Approach.PAD:
            return ClosureRules(
                approach,
                _YOUTH,
                sources=(
                    ("conditions", "jaarverslag 2023, regel 550-557"),
                    ("months", "jaarverslag 2023, regel 551"),
                    *shared,
                ),
            )
        case Approach.ALL_AGES:
            return ClosureRules(
                approach, _ALL_AGES, sources=(("conditions", "jaarverslag 2023, regel 155-162"), *shared)
            )
        case Approach.RADICALISATION:
            return ClosureRules(
                approach, _ALL_AGES, sources=(("conditions", "als 0-100; geen regel in het jaarverslag"), *shared)
            )


@dataclass(frozen=True, slots=True)
class ClosureFacts:
    """All that is known of a case and that its closure depends on."""

    approach: Approach
    registered_on: date
    contacts: tuple[PoliceContact, ...] = ()
    """In any order; those that do not count are left out by the rule."""
    known_until: KnownUntil | None = None
    told: Mapping[ClosureFactKind, ClosureFact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition as it is: whether it holds, since or from when, and who says so."""

    kind: ConditionKind
    holds: bool | None
    """None when it is not known."""
    on: date | None = None
    """The date of the fact: the peildatum, the first day after the period, the day something was told."""
    source: str = ""
    value: str = ""
    """A name that belongs to it: of a partner or a municipality."""
    since: date | None = None
    """The day from which the months are counted: of the last negative contact, or of registration."""


@dataclass(frozen=True, slots=True)
class ClosureCheck:
    """What the check says on one day, with every condition."""

    verdict: Verdict
    conditions: tuple[Condition, ...]
    from_on: date | None = None
    """The first day on which the case may close, for `NOT_BEFORE` and, when a period has passed, `MAY_CLOSE`."""

    @property
    def in_the_way(self) -> tuple[Condition, ...]:
        """The conditions that do not hold, or of which nobody knows."""
        return tuple(condition for condition in self.conditions if condition.holds is not True)


def period_begin(facts: ClosureFacts, rules: ClosureRules) -> tuple[date, str]:
    """Return the day from which the months are counted, and who told it.

    That is the last negative contact: standing, of a counted kind, whenever it was entered. Without any, it is the
    day of registration.
    """
    counted = (contact for contact in facts.contacts if counts(contact, rules))
    last = max(counted, key=lambda contact: contact.on, default=None)
    return (last.on, last.source) if last else (facts.registered_on, FactSource.REGISTRATION)


def counts(contact: PoliceContact, rules: ClosureRules) -> bool:
    """Return whether a contact counts as being in view negatively."""
    return contact.stands and contact.negative and contact.kind in rules.counted


def closable_from(begin: date, rules: ClosureRules) -> date:
    """Return the first day after the months: those of 31 August end on the last day of February."""
    return add_months(begin, rules.months) + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OutOfView:
    """Since when nobody saw somebody negatively, as far as the police told: what closing for that reason must heed."""

    over_on: date
    """The first day after the months without being in view negatively."""
    known_until: KnownUntil | None
    fresh_days: int
    """Days after which police information is too old to tell anything."""

    def known_on(self, on: date) -> bool:
        """Return whether the police information is recent enough on a day to tell that nothing happened."""
        return self.known_until is not None and self.known_until.age(on) <= self.fresh_days


def out_of_view(facts: ClosureFacts, rules: ClosureRules) -> OutOfView:
    """Return what is known of the months without being in view, whatever else the closure of a case depends on."""
    begin, _source = period_begin(facts, rules)
    return OutOfView(closable_from(begin, rules), facts.known_until, rules.fresh_days)


def check(facts: ClosureFacts, rules: ClosureRules, on: date) -> ClosureCheck:
    """Return whether a case may close on a day (seed l.155-162, 550-561).

    What is not known makes the verdict unknown: police information that is too old is no sign that nothing happened.
    A person who moved to another municipality is closed once that municipality knows, whatever the months say.
    """
    moved = facts.told.get(ClosureFactKind.MOVED_AWAY)
    if moved is not None and moved.answer is Known.YES:
        told = _answered(facts, ConditionKind.MUNICIPALITY_TOLD, ClosureFactKind.MUNICIPALITY_TOLD, moved.note)
        return ClosureCheck(_verdict((told,)), (told,))
    conditions = tuple(_condition(kind, facts, rules, on) for kind in rules.conditions)
    verdict = _verdict(conditions)
    from_on = next((one.on for one in conditions if one.kind is ConditionKind.PERIOD_OVER), None)
    return ClosureCheck(verdict, conditions, from_on if verdict in {Verdict.NOT_BEFORE, Verdict.MAY_CLOSE} else None)


def _verdict(conditions: Iterable[Condition]) -> Verdict:
    holds = {condition.kind: condition.holds for condition in conditions}
    if holds.get(ConditionKind.POLICE_KNOWN, True) is not True:
        return Verdict.UNKNOWN
    if holds.get(ConditionKind.PERIOD_OVER) is False:
        return Verdict.NOT_BEFORE
    if False in holds.values():
        return Verdict.BLOCKED
    return Verdict.UNKNOWN if None in holds.values() else Verdict.MAY_CLOSE


def _condition(kind: ConditionKind, facts: ClosureFacts, rules: ClosureRules, on: date) -> Condition:
    match kind:
        case ConditionKind.POLICE_KNOWN:
            return _police_known(facts, rules, on)
        case ConditionKind.PERIOD_OVER:
            begin, source = period_begin(facts, rules)
            first = closable_from(begin, rules)
            return Condition(kind, on >= first, first, source, since=begin)
        case ConditionKind.COACH_DONE:
            return _coach_done(facts)
        case ConditionKind.PARTNER_ACCEPTS:
            return _partner_accepts(facts)
        case _:
            return _answered(facts, kind, ClosureFactKind(kind.value))


def _police_known(facts: ClosureFacts, rules: ClosureRules, on: date) -> Condition:
    known = facts.known_until
    if known is None:
        return Condition(ConditionKind.POLICE_KNOWN, None)
    fresh = known.age(on) <= rules.fresh_days
    return Condition(ConditionKind.POLICE_KNOWN, fresh or None, known.until, known.source)


def _coach_done(facts: ClosureFacts) -> Condition:
    """No questions left, or no contact: one of the two is enough, and both must be known to say that neither is so."""
    told = [facts.told.get(kind) for kind in (ClosureFactKind.COACH_QUESTIONS, ClosureFactKind.COACH_CONTACT)]
    enough = next((fact for fact in told if fact and fact.answer is Known.NO), None)
    if enough:
        return Condition(ConditionKind.COACH_DONE, True, enough.on, enough.source)
    last = max((fact for fact in told if fact), key=lambda fact: fact.on, default=None)
    neither = all(fact is not None and fact.answer is Known.YES for fact in told)
    holds = False if neither else None
    return Condition(ConditionKind.COACH_DONE, holds, last.on if last else None, last.source if last else "")


def _partner_accepts(facts: ClosureFacts) -> Condition:
    """Acceptance counts only with the name of the partner that accepts."""
    found = _answered(facts, ConditionKind.PARTNER_ACCEPTS, ClosureFactKind.PARTNER_ACCEPTS)
    return found if found.value or not found.holds else Condition(found.kind, None, found.on, found.source)


def _answered(facts: ClosureFacts, kind: ConditionKind, fact_kind: ClosureFactKind, value: str = "") -> Condition:
    fact = facts.told.get(fact_kind)
    if fact is None:
        return Condition(kind, None, value=value)
    holds = {Known.YES: True, Known.NO: False}.get(fact.answer)
    return Condition(kind, holds, fact.on, fact.source, fact.note or value)
