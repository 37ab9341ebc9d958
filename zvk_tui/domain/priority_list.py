"""The top 10: a list of persons and groups that people put in order, with motives and facts beside it.

There is no score and no formula: the order is what the table made of it (Wgs art. 1.9). Who is on the list meets
published criteria (Wgs art. 2.32, Bgs art. 2.22; seed l.288-299), and leaves it as soon as that is no longer needed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.criteria import (
    AllOf,
    AnyOf,
    Ask,
    CriteriaVerdict,
    Criterion,
    CriterionAnswer,
    Tree,
    codes_of,
    evaluate,
)
from zvk_tui.domain.formula import is_code
from zvk_tui.domain.partners import Professional
from zvk_tui.domain.police import NEVER_NEGATIVE

MOST_PLACES: Final = 50
"""The longest that the list can be made; a list of everybody is no list."""

MOST_WEEKS: Final = 52
"""The longest that an entry stands unasked."""


@dataclass(frozen=True, slots=True)
class PriorityRules:
    """One published version of the length and the criteria of the list."""

    version: int
    published_on: date | None
    """None while nobody has said where and when it was published: then nobody can be put on the list."""
    published_at: str
    """Where it was published."""
    length: int
    criteria: tuple[Criterion, ...]
    tree: Tree
    review_weeks: int
    """Weeks after which it is asked again whether an entry still belongs on the list."""
    sources: tuple[tuple[str, str], ...] = ()

    def source(self, field: str) -> str:
        """Return where a value comes from, nothing when nobody said so."""
        return dict(self.sources).get(field, "")


def default_priority_rules() -> PriorityRules:
    """Return the rules as the annual report words them (seed l.288-299); they have yet to be published."""
    return PriorityRules(
        version=1,
        published_on=None,
        published_at="",
        length=10,
        criteria=(
            Criterion(
                "overlast",
                "Veroorzaakt de meeste overlast of criminaliteit in de gemeente.",
                "jaarverslag 2023, regel 289-294; Wgs art. 2.32",
            ),
            Criterion(
                "maatwerk",
                "Opgeschaalde, complexe casuïstiek waarvoor een maatwerkplan moet worden bedacht.",
                "jaarverslag 2023, regel 294-295",
            ),
            Criterion(
                "aanmeldcriteria", "Voldoet aan de gewone aanmeldcriteria van een van de aanpakken.", "Wgs art. 2.32"
            ),
            Criterion("nodig", "Plaatsing voegt iets toe aan wat er al gebeurt.", "Bgs art. 2.22; proportionaliteit"),
        ),
        tree=AllOf((AnyOf((Ask("overlast"), Ask("maatwerk"))), Ask("aanmeldcriteria"), Ask("nodig"))),
        review_weeks=12,
        sources=(
            ("length", "jaarverslag 2023, regel 288-290"),
            ("criteria", "jaarverslag 2023, regel 288-299; Wgs art. 2.32, Bgs art. 2.22"),
            ("review_weeks", "keuze van de kamer; Bgs art. 2.22"),
        ),
    )


class PriorityFault(StrEnum):
    """Why a version of the rules cannot be published."""

    LENGTH = "length"
    REVIEW = "review"
    NO_CRITERIA = "no_criteria"
    BAD_CODE = "bad_code"
    CODE_TWICE = "code_twice"
    NO_TEXT = "no_text"
    UNKNOWN_CODE = "unknown_code"
    UNUSED = "unused"
    """A criterion that decides nothing is data that nobody needs (Wgs art. 2.25)."""
    NOT_PUBLISHED = "not_published"
    NO_PLACE = "no_place"
    """Nobody says where it was published."""
    FUTURE = "future"
    """What will be published later does not count yet."""


def rules_fault(rules: PriorityRules, today: date) -> PriorityFault | None:
    """Return why a version cannot be published, None when it can (Wgs art. 2.32, Bgs art. 2.22)."""
    codes, used = [criterion.code for criterion in rules.criteria], set(codes_of(rules.tree))
    checks = (
        (not 1 <= rules.length <= MOST_PLACES, PriorityFault.LENGTH),
        (not 1 <= rules.review_weeks <= MOST_WEEKS, PriorityFault.REVIEW),
        (not codes, PriorityFault.NO_CRITERIA),
        (not all(is_code(code) for code in codes), PriorityFault.BAD_CODE),
        (len(set(codes)) < len(codes), PriorityFault.CODE_TWICE),
        (not all(criterion.text.strip() for criterion in rules.criteria), PriorityFault.NO_TEXT),
        (not used <= set(codes), PriorityFault.UNKNOWN_CODE),
        (not set(codes) <= used, PriorityFault.UNUSED),
        (rules.published_on is None, PriorityFault.NOT_PUBLISHED),
        (not rules.published_at.strip(), PriorityFault.NO_PLACE),
        (rules.published_on is not None and rules.published_on > today, PriorityFault.FUTURE),
    )
    return next((fault for wrong, fault in checks if wrong), None)


class LeaveReason(StrEnum):
    """Why an entry left the list."""

    CALMED_DOWN = "calmed_down"
    PLAN_RUNS = "plan_runs"
    CRITERIA_NOT_MET = "criteria_not_met"
    NOT_NEEDED = "not_needed"
    CASE_CLOSED = "case_closed"
    MOVED_AWAY = "moved_away"
    DECEASED = "deceased"


@dataclass(frozen=True, slots=True)
class PriorityAnswer:
    """What was answered to one criterion, and why."""

    code: str
    answer: CriterionAnswer
    motive: str = ""


@dataclass(frozen=True, slots=True)
class PriorityEntry:
    """One place on the list: a case, or a group under a label."""

    id: int
    rank: int
    """The place, from 1."""
    case: CaseFile | None
    group_label: str
    """What the table calls a group that has no case of its own; its members are not named by it."""
    entered_on: date
    contact: Professional | None
    """The fixed contact (vast aanspreekpunt)."""
    director: Professional | None
    """The fixed case director who watches over the plan."""
    rules_version: int
    answers: tuple[PriorityAnswer, ...]
    decision: str
    decided_on: date
    review_on: date
    closed_ref: str = ""
    """The number of a case that is closed to who looks; then nothing else is known of the entry."""

    @property
    def case_ref(self) -> str:
        """The number of its case, nothing for a group."""
        return self.case.ref if self.case else self.closed_ref

    @property
    def hidden(self) -> bool:
        """Whether its case is closed to who looks."""
        return bool(self.closed_ref)

    def weeks(self, today: date) -> int:
        """Whole weeks on the list."""
        return max(0, (today - self.entered_on).days // 7)

    def review_late(self, today: date) -> int:
        """Days past its review, 0 when that is today or later."""
        return max(0, (today - self.review_on).days)


@dataclass(frozen=True, slots=True)
class LeftEntry:
    """What is kept of an entry that left: no names, no answers, no texts."""

    id: int
    case_ref: str
    """The number of its case; nothing for a group, whose label is gone as well."""
    entered_on: date
    left_on: date
    reason: LeaveReason


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is said of somebody who comes on the list."""

    case_id: int | None
    group_label: str
    contact: Professional | None
    director: Professional | None
    answers: tuple[PriorityAnswer, ...]
    decision: str
    decided_on: date
    review_on: date


class EntryProblem(StrEnum):
    """Why somebody cannot be put on the list."""

    NOT_PUBLISHED = "not_published"
    FULL = "full"
    NOBODY = "nobody"
    TWICE = "twice"
    NO_CONTACT = "no_contact"
    NO_DIRECTOR = "no_director"
    NO_ANSWER = "no_answer"
    NO_MOTIVE = "no_motive"
    NOT_MET = "not_met"
    NO_DECISION = "no_decision"
    DECIDED_FUTURE = "decided_future"
    REVIEW_PAST = "review_past"
    REVIEW_LATE = "review_late"


def entry_problem(
    new: NewEntry, rules: PriorityRules, present: Sequence[PriorityEntry], today: date
) -> EntryProblem | None:
    """Return why somebody cannot be put on the list, None when they can.

    Every criterion has an answer with a motive, the criteria are met and were published, and the entry names its
    fixed contact and case director, its decision and when it is looked at again (Wgs art. 2.32, Bgs art. 2.22).
    """
    checks = (
        (rules_fault(rules, today) is not None, EntryProblem.NOT_PUBLISHED),
        ((new.case_id is None) == (not new.group_label.strip()), EntryProblem.NOBODY),
        (any(_same(entry, new) for entry in present), EntryProblem.TWICE),
        (len(present) >= rules.length, EntryProblem.FULL),
        *_content_checks(new, rules, today),
    )
    return next((problem for wrong, problem in checks if wrong), None)


def _same(entry: PriorityEntry, new: NewEntry) -> bool:
    if new.case_id is not None:
        return entry.case is not None and entry.case.id == new.case_id
    return entry.group_label.strip().casefold() == new.group_label.strip().casefold()


def change_problem(entry: NewEntry, rules: PriorityRules, today: date) -> EntryProblem | None:
    """Return why what is said of an entry cannot be changed like this, None when it can."""
    return next((problem for wrong, problem in _content_checks(entry, rules, today) if wrong), None)


def _content_checks(new: NewEntry, rules: PriorityRules, today: date) -> Iterable[tuple[bool, EntryProblem]]:
    given = {answer.code: answer for answer in new.answers}
    asked = [given.get(criterion.code) for criterion in rules.criteria]
    yield new.contact is None, EntryProblem.NO_CONTACT
    yield new.director is None, EntryProblem.NO_DIRECTOR
    yield any(one is None or one.answer is CriterionAnswer.UNKNOWN for one in asked), EntryProblem.NO_ANSWER
    yield any(one is not None and not one.motive.strip() for one in asked), EntryProblem.NO_MOTIVE
    yield verdict_of(new.answers, rules) is not CriteriaVerdict.MET, EntryProblem.NOT_MET
    yield not new.decision.strip(), EntryProblem.NO_DECISION
    yield new.decided_on > today, EntryProblem.DECIDED_FUTURE
    yield new.review_on < today, EntryProblem.REVIEW_PAST
    yield new.review_on > today + timedelta(weeks=rules.review_weeks), EntryProblem.REVIEW_LATE


def verdict_of(answers: Iterable[PriorityAnswer], rules: PriorityRules) -> CriteriaVerdict:
    """Return what the answers say of the criteria of the list."""
    return evaluate(rules.tree, {answer.code: answer.answer for answer in answers})


def moved(order: Sequence[int], entry_id: int, to_rank: int) -> tuple[int, ...]:
    """Return the order of the entries with one of them at another place, the others in the order they had.

    Args:
        order: the row numbers of the entries, first place first.
        entry_id: the entry that moves.
        to_rank: its new place, from 1; beyond either end means the end.
    """
    others = [other for other in order if other != entry_id]
    place = max(0, min(len(others), to_rank - 1))
    return (*others[:place], entry_id, *others[place:])


class Movement(StrEnum):
    """How an entry stands against the list of the meeting before."""

    NEW = "new"
    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Moved:
    """How an entry moved, and by how many places."""

    movement: Movement
    places: int = 0
    was: int | None = None
    """Its place then; None when it was not on the list."""


def movement(entry: PriorityEntry, before: Mapping[int, int]) -> Moved:
    """Return how an entry stands against an earlier list.

    Args:
        entry: the entry as it is.
        before: for each row number of an entry of that list, its place.
    """
    was = before.get(entry.id)
    if was is None:
        return Moved(Movement.NEW)
    if was == entry.rank:
        return Moved(Movement.SAME, 0, was)
    return Moved(Movement.UP if entry.rank < was else Movement.DOWN, abs(was - entry.rank), was)


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """What was recorded about somebody or a group in one calendar month."""

    first: date
    """The first day of the month."""
    counts: tuple[tuple[str, int], ...] = ()
    """For each kind of contact or report that occurred, how many."""

    @property
    def total(self) -> int:
        """All contacts and reports of the month, those as victim or witness left out: they are no nuisance."""
        return sum(count for _kind, count in self.counted)

    @property
    def counted(self) -> tuple[tuple[str, int], ...]:
        """The kinds that make the total."""
        return tuple(one for one in self.counts if one[0] not in NEVER_NEGATIVE)

    @property
    def apart(self) -> tuple[tuple[str, int], ...]:
        """How often somebody was a victim or a witness: a fact of its own."""
        return tuple(one for one in self.counts if one[0] in NEVER_NEGATIVE)


@dataclass(frozen=True, slots=True)
class PriorityFacts:
    """The facts beside an entry; they say nothing about its place."""

    months: tuple[MonthFacts, ...] = ()
    """Oldest month first."""
    open_actions: int = 0
    days_since_discussed: int | None = None
    """None when it was never discussed."""
