"""Plans in words and signs: levels, goals, what changed, and what an action is for."""

from collections.abc import Iterable

from zvk_tui.domain.case_terms import SufficiencyLevel
from zvk_tui.domain.interventions import FACTS, Intervention
from zvk_tui.domain.plan import DomainLevels, GoalChange, GoalChangeKind, Plan, PlanChanges
from zvk_tui.domain.statements import MeetingRef
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label, plain_date
from zvk_tui.words.terms import LEVELS

_FIELDS = {
    "domain": N_("life domain"),
    "text": N_("text"),
    "measure": N_("measure"),
    "start": N_("level at the start"),
    "target": N_("level to reach"),
}


def level_text(level: SufficiencyLevel | None) -> str:
    """Return a level with its number: "3 beperkt zelfredzaam"; of none that nobody looked yet."""
    return f"{int(level)} {_(LEVELS[level])}" if level is not None else _("not discussed")


def level_signs(levels: DomainLevels) -> str:
    """Return the five levels as signs, filled up to where somebody was seen to stand, if anybody looked."""
    now = int(levels.seen) if levels.seen is not None else 0
    return "■" * now + "□" * (len(SufficiencyLevel) - now)


def level_steps(levels: DomainLevels) -> str:
    """Return the way from the start over now to the target: "2 niet zelfredzaam → 3 beperkt → doel 4 voldoende"."""
    steps = [level_text(levels.start)]
    if levels.now_on is not None and levels.now is not levels.start:
        steps.append(_("now {level}").format(level=level_text(levels.now)))
    if levels.target is not None:
        steps.append(_("target {level}").format(level=level_text(levels.target)))
    return " → ".join(steps)


def goals_text(plan: Plan) -> str:
    """Return how many goals of a plan are reached: "1 van 3 doelen bereikt"."""
    count = len(plan.goals)
    words = ngettext("{reached} of {count} goal reached", "{reached} of {count} goals reached", count)
    return words.format(reached=plan.reached, count=count)


def meeting_text(meeting: MeetingRef | None) -> str:
    """Return a meeting as a plan or a statement names it: "Kernteam PAD 7, 09-11-2026"."""
    return f"{meeting.series} {meeting.number}, {plain_date(meeting.on)}" if meeting else _("between meetings")


def intervention_text(intervention: Intervention) -> str:
    """Return a kind of intervention with who decides on it."""
    return f"{label(intervention)} ({_('decides')}: {label(FACTS[intervention].decides)})"


def change_lines(found: PlanChanges, earlier: Plan | None) -> Iterable[str]:
    """Yield what changed in a version, in words."""
    if earlier is None:
        yield _("first version")
    if found.goal and earlier is not None:
        yield _("the goal of the plan was: {goal}").format(goal=earlier.goal)
    if found.review and earlier is not None:
        was = plain_date(earlier.review_on) if earlier.review_on else _("no day")
        yield _("the review was planned for {date}").format(date=was)
    yield from (_goal_line(change) for change in found.goals)


def _goal_line(change: GoalChange) -> str:
    words = f"{label(change.kind)}: {label(change.goal.domain)} · {change.goal.text}"
    if change.kind is not GoalChangeKind.CHANGED:
        return words
    return f"{words} ({', '.join(_(_FIELDS[name]) for name in change.changed)})"
