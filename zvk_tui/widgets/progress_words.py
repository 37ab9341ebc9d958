"""How plans go, in words and signs: bars of characters, what is late, and what moved."""

from collections.abc import Callable, Iterable

from textual.content import Content

from zvk_tui.domain.case_terms import SufficiencyLevel
from zvk_tui.domain.plan import DomainLevels
from zvk_tui.domain.progress import Lateness, LevelChange, Movement, PlanMovement, PlanProgress
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import VERY_LONG, action_ref, label, late, plain_date, whole_years
from zvk_tui.widgets.card import owner_name
from zvk_tui.widgets.plan_words import level_text
from zvk_tui.widgets.text import joined
from zvk_tui.words.terms import LEVELS, SHORT_DOMAINS

FULL, EMPTY = "■", "□"
"""The signs of a bar: with the number beside it, so that none has to be counted."""

_LONG = 100
"""From so many days on a column counts in weeks."""


def bar(part: int, whole: int, width: int = 5) -> str:
    """Return a bar that is full when all is there, and not empty as soon as something is."""
    if not whole:
        return EMPTY * width
    filled = part * width // whole
    return (FULL * (filled or min(part, 1))).ljust(width, EMPTY)


def share(part: int, whole: int) -> str:
    """Return "2/5"; of nothing a dash."""
    return f"{part}/{whole}" if whole else "–"


def put_off(times: int) -> str:
    """Return how often something was given a later day: "2x uitgesteld"; nothing for never."""
    return ngettext("postponed once", "postponed {count}x", times).format(count=times) if times else ""


def lasting(days: int) -> str:
    """Return how long something is late in nine columns: "99 dagen", "15 weken", and from two years on "27 jaar"."""
    if days < _LONG:
        return ngettext("{days} day", "{days} days", days).format(days=days)
    weeks, years = days // 7, whole_years(days)
    if years < VERY_LONG:
        return ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
    return ngettext("{count} year", "{count} years", years).format(count=years)


def late_text(lateness: Lateness) -> str:
    """Return what is late: "9 dagen te laat, 2x uitgesteld"; of several the longest: "3 te laat, tot 9 dagen"."""
    if not lateness.count:
        return ""
    if lateness.count == 1:
        words = late(lateness.days)
    else:
        days = ngettext("up to {days} day", "up to {days} days", lateness.days).format(days=lateness.days)
        words = _("{count} late, {days}").format(count=lateness.count, days=days)
    return ", ".join(part for part in (words, put_off(lateness.postponed)) if part)


def goals_share(progress: PlanProgress, width: int = 9) -> str:
    """Return the goals as a number and a bar: "2/5 ■■□□□"; of a plan without goals that it has none."""
    if not progress.goals:
        return _("no goals")
    number = share(progress.reached, progress.goals)
    return f"{number} {bar(progress.reached, progress.goals, max(1, width - len(number) - 1))}"


def done_text(progress: PlanProgress) -> str:
    """Return the actions in words: "3 van 5 acties gedaan"; of none that none was due."""
    if not progress.due:
        return _("no action was due yet") if progress.open else _("no actions yet")
    words = ngettext("{done} of {due} action due is done", "{done} of {due} actions due are done", progress.due)
    return words.format(done=progress.done, due=progress.due)


def moved_text(movement: Movement | None) -> str:
    """Return what moved last: "14-11-2026 doel bereikt"."""
    return f"{plain_date(movement.on)} {label(movement.kind)}" if movement else _("nothing moved yet")


def short_levels(levels: Iterable[DomainLevels]) -> str:
    """Return the levels of a plan in little room: "huisvesting 2→3/4 · financiën 1→1/3"; the last is the target."""
    return " · ".join(f"{label(one.domain)} {_numbers(one)}" for one in levels)


def level_way(levels: DomainLevels) -> str:
    """Return the way on a life domain: "start 2 → nu 4 → doel 4 (voldoende zelfredzaam)"; the words are of now."""
    seen = levels.seen
    steps = (_("start {level}"), levels.start), (_("now {level}"), seen), (_("target {level}"), levels.target)
    way = " → ".join(words.format(level=_number(level)) for words, level in steps)
    return f"{way} ({_(LEVELS[seen]) if seen is not None else _('not seen yet')})"


def shorter_levels(levels: Iterable[DomainLevels]) -> str:
    """Return the levels of a plan in a column, each with one word for its domain: "wonen 2→3/4 geld 1→1/3"."""
    return " ".join(f"{_(SHORT_DOMAINS[one.domain])} {_numbers(one)}" for one in levels)


def _numbers(levels: DomainLevels) -> str:
    return f"{_number(levels.start)}→{_number(levels.seen)}/{_number(levels.target)}"


def _number(level: SufficiencyLevel | None) -> str:
    return str(int(level)) if level is not None else "?"


def movement_lines(movement: PlanMovement, shown: Callable[[str], str]) -> Iterable[Content]:
    """Yield what moved in a plan, a line for each thing; nothing when nothing did.

    Args:
        movement: what moved.
        shown: gives a text that somebody typed with the names as the projector allows.
    """
    for goal in movement.reached:
        when = plain_date(goal.reached_on) if goal.reached_on else ""
        yield joined(("✓ ", "$zvk-done"), _line(when, _("goal reached"), f"{label(goal.domain)}: {shown(goal.text)}"))
    for change in movement.levels:
        yield joined((f"{_sign(change)} ", "bold"), _line(plain_date(change.on), label(change.domain), _change(change)))
    for action in movement.settled:
        when = plain_date(action.settled_on) if action.settled_on else ""
        what = f"{action_ref(action.number)} {owner_name(action)}: {shown(action.text)}"
        yield joined("· ", _line(when, label(action.state), what))
    for plan in movement.versions:
        version = _("version {number}").format(number=plan.version)
        yield joined("· ", _line(plain_date(plan.on), version, shown(plan.reason)))


def _line(when: str, what: str, words: str) -> Content:
    return joined((f"{when} ", "$zvk-muted"), (what, "bold"), f"  {words}")


def _sign(change: LevelChange) -> str:
    if change.before is None or change.before == change.now:
        return "="
    return "↑" if change.now > change.before else "↓"


def _change(change: LevelChange) -> str:
    if change.before == change.now:
        return _("still {level}").format(level=level_text(change.now))
    return f"{level_text(change.before)} → {level_text(change.now)}"
