"""What a process director records of a plan between meetings: a level that was seen, a goal that was reached."""

from datetime import date
from typing import Any

from zvk_tui.domain.case_terms import LifeDomain, SufficiencyLevel
from zvk_tui.domain.dates import parse_date, parse_past
from zvk_tui.domain.plan import PlanGoal
from zvk_tui.i18n import _
from zvk_tui.labels import label, plain_date
from zvk_tui.screens.base import VaultAccess
from zvk_tui.screens.dialogs import Ask, Choose
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.plan_words import level_text
from zvk_tui.widgets.text import plain


async def ask_level(screen: VaultAccess[Any], case_id: int, domain: LifeDomain | None) -> None:
    """Ask which level was seen today on a life domain, which is asked first when there is none; and record it."""
    domains = [Line(plain(label(one)), one.value) for one in LifeDomain]
    chosen: str | None = domain
    if chosen is None:
        chosen = await screen.app.push_screen_wait(Choose(_("Which life domain?"), domains))
    if not chosen:
        return
    levels = [Line(plain(level_text(level)), str(int(level))) for level in SufficiencyLevel]
    title = _("Level on {domain} today").format(domain=label(LifeDomain(chosen)))
    level = await screen.app.push_screen_wait(Choose(title, levels))
    if level:
        today = screen.vault.now().date()
        screen.vault.plan.set_level(case_id, LifeDomain(chosen), SufficiencyLevel(int(level)), today)


async def ask_reached(screen: VaultAccess[Any], case_id: int, goal: PlanGoal) -> None:
    """Ask on which day a goal was reached, and record it; nothing typed means that it is not reached after all."""
    today = screen.vault.now().date()
    hint = _("14-10, fri, yesterday; nothing: it is not reached after all")
    was = plain_date(goal.reached_on or today)

    def check(typed: str) -> str:
        return past_problem(typed, today) if typed.strip() else ""

    typed = await screen.app.push_screen_wait(Ask(_("Reached on"), was, hint, check))
    if typed is not None:
        screen.vault.plan.reach(case_id, goal.key, parse_past(typed, today) if typed.strip() else None)


async def ask_past(screen: VaultAccess[Any], question: str) -> date | None:
    """Ask for a day that has been, today unless another is typed; None when there is no answer."""
    today = screen.vault.now().date()

    def check(typed: str) -> str:
        return past_problem(typed, today)

    typed = await screen.app.push_screen_wait(Ask(question, plain_date(today), _("14-10, fri, yesterday"), check))
    return parse_past(typed, today) if typed else None


async def ask_later(screen: VaultAccess[Any], question: str, after: date) -> date | None:
    """Ask for a day after another; None when there is no answer."""
    today = screen.vault.now().date()

    def check(typed: str) -> str:
        found = parse_date(typed, today)
        if found is None:
            return _("That is no date. Type 14-12, fri or +2w.")
        if found > after and found >= today:
            return ""
        return _("The new date must be later than {date}.").format(date=plain_date(max(after, today)))

    typed = await screen.app.push_screen_wait(Ask(question, "", _("14-12, fri or +2w"), check))
    return parse_date(typed, today) if typed else None


def past_problem(typed: str, today: date) -> str:
    """Return what is wrong with a day that must have been, nothing when it has."""
    found = parse_past(typed, today)
    return "" if found and found <= today else _("That is no day that has been. Type 14-10, fri or yesterday.")
