"""The top 10 of the demo: criteria that were published, who came on the list and why, who moved, and one that left."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import partial
from typing import Final

from zvk_tui.demo.cases import rows
from zvk_tui.demo.days import Days
from zvk_tui.demo.plan import Chamber
from zvk_tui.demo.priority_table import ENTERED, FACTS, GROUP, GROUP_PEOPLE, LEFT, MOVED, NEEDED, PAGE, TESTED
from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.criteria import CriterionAnswer
from zvk_tui.domain.dates import add_months
from zvk_tui.domain.meeting import SeriesKind
from zvk_tui.domain.partners import Professional
from zvk_tui.domain.priority_facts import GroupFact
from zvk_tui.domain.priority_list import LeaveReason, NewEntry, PriorityAnswer
from zvk_tui.store.vault import Vault

Entered = tuple[date, time, Callable[[], None]]
"""A day, a time and what is entered then."""

_AFTER: Final = time(13, 10)
"""After the meeting, before its minutes are final."""
_PUBLISHED: Final = -98
"""Days from today to the publication: after the second meeting, before the third."""


def top10(
    vault: Vault, plan: Chamber, cases: Mapping[str, int], people: Mapping[int, Professional]
) -> Iterator[Entered]:
    """Yield everything that is done to the list, each with its day; `cases` and `people` fill while it is played."""
    told = _Told(vault, plan, cases, people)
    yield told.day(_PUBLISHED), time(11), told.publish
    for place, (story, when, nuisance, tailored, decision, review) in enumerate(ENTERED):
        do = partial(told.enter, story, nuisance, tailored, decision, review)
        yield told.day(when), _minute(place), do
    for place, (story, when, to_rank, motive) in enumerate(MOVED, len(ENTERED)):
        yield told.day(when), _minute(place), partial(told.move, story, to_rank, motive)
    for place, count in enumerate(FACTS):
        yield told.day(-3), time(9, place), partial(told.report, len(FACTS) - place, count)
    story, when = LEFT
    yield told.day(when), time(15), partial(told.leave, story)


def _minute(place: int) -> time:
    return _AFTER.replace(minute=_AFTER.minute + place)


@dataclass(frozen=True, slots=True)
class _Told:
    """Does to the vault what the table of the demo tells."""

    vault: Vault
    plan: Chamber
    cases: Mapping[str, int]
    people: Mapping[int, Professional]

    def day(self, when: int) -> date:
        """Return a day: of a meeting of the top 10 by its number, or days before today."""
        if when < 0:
            return Days(self.plan.meetings[-1].on).at(when)
        kind = SeriesKind.CORE_TEAM_TOP10
        series = next(one.series.id for one in self.plan.series if one.series.kind is kind)
        return next(one.on for one in self.plan.meetings if (one.series_id, one.number) == (series, when))

    def publish(self) -> None:
        """Publish the criteria as they are proposed."""
        rules = self.vault.priorities.rules()
        self.vault.priority.publish(replace(rules, published_on=self._today(), published_at=PAGE))

    def enter(self, story: str, nuisance: str, tailored: str, decision: str, review: int) -> None:
        """Put a case or the group on the list, its review so many days before or after the day of the demo."""
        yes = CriterionAnswer.YES
        answers = (
            PriorityAnswer("overlast", yes if nuisance else CriterionAnswer.NO, nuisance or "Weinig meldingen."),
            PriorityAnswer("maatwerk", yes if tailored else CriterionAnswer.NO, tailored or "Niet opgeschaald."),
            PriorityAnswer("aanmeldcriteria", yes, TESTED),
            PriorityAnswer("nodig", yes, NEEDED),
        )
        contact, director = self._people(story)
        label = story if story == GROUP else ""
        case_id = None if label else self.cases[self._ref(story)]
        today = self._today()
        latest = today + timedelta(weeks=self.vault.priorities.rules().review_weeks)
        review_on = min(self.plan.meetings[-1].on + timedelta(review), latest)
        self.vault.priority.add(NewEntry(case_id, label, contact, director, answers, decision, today, review_on))

    def move(self, story: str, to_rank: int, motive: str) -> None:
        """Give an entry another place."""
        self.vault.priority.move(self._entry(story), to_rank, motive)

    def report(self, months_ago: int, count: int) -> None:
        """Tell how many reports there were about the group, in a month before that of the demo."""
        month = add_months(self._today().replace(day=1), 1 - months_ago)
        fact = GroupFact(month, PoliceContactKind.NUISANCE, count, "Politie")
        self.vault.priority.set_group_fact(self._entry(GROUP), fact)

    def leave(self, story: str) -> None:
        """Take an entry off the list."""
        self.vault.priority.leave(self._entry(story), LeaveReason.PLAN_RUNS)

    def _today(self) -> date:
        return self.vault.now().date()

    def _entry(self, story: str) -> int:
        wanted = story if story == GROUP else self._ref(story)
        return next(one.id for one in self.vault.priorities.current() if wanted in {one.case_ref, one.group_label})

    def _ref(self, story: str) -> str:
        pairs = zip(rows(), self.plan.cases, strict=True)
        return next(case_plan.start.ref for row, case_plan in pairs if row.story == story)

    def _people(self, story: str) -> tuple[Professional, Professional]:
        """Return the fixed contact and the case director: of a case its coordinator and its director."""
        if story == GROUP:
            first, second = (next(one for one in self.plan.professionals if one.name == name) for name in GROUP_PEOPLE)
            return self.people[first.id], self.people[second.id]
        ref = self._ref(story)
        today = next(case_plan.today for case_plan in self.plan.cases if case_plan.today.ref == ref)
        assert today.coordinator is not None  # noqa: S101 - narrows the type; every case of the table has both
        assert today.director is not None  # noqa: S101 - the same
        return self.people[today.coordinator.id], self.people[today.director.id]
