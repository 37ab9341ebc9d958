"""The forms of the plan tab: the plan itself, a goal, an action and what it is for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from zvk_tui.domain.case_terms import LifeDomain, SufficiencyLevel
from zvk_tui.domain.dates import parse_date
from zvk_tui.domain.entry_line import EntryLine, parse_action
from zvk_tui.domain.interventions import Intervention
from zvk_tui.domain.plan import Plan, PlanGoal, Serves
from zvk_tui.domain.record import Action
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _
from zvk_tui.labels import action_ref, choices, label, plain_date
from zvk_tui.screens.line_record import LINE, LineRecord
from zvk_tui.screens.record_form import Answers, Field, RecordForm
from zvk_tui.widgets.plan_words import intervention_text, level_text, meeting_text

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

Options = tuple[tuple[str, str], ...]
"""Values and their words."""


def plan_form(vault: "Vault", case_id: int, plan: Plan | None, goal: str = "") -> RecordForm:
    """Return the form of the plan: its goal, review, and why and where it was agreed; `goal` is proposed at first."""
    today = vault.now().date()
    was = plan or Plan(0, today, goal)

    def save(said: Answers) -> None:
        review = day(said["review"], today)
        now = replace(was, on=today, goal=said["goal"], review_on=review, reason=said["reason"])
        vault.plan.set(case_id, now, int(said["meeting"]) if said["meeting"] else None)

    fields = (
        Field("goal", _("Goal of the plan"), was.goal, personal=True),
        Field("review", _("Review on"), plain_date(was.review_on) if was.review_on else "", hint=_("14-12 or +3m")),
        *agreed(vault, case_id),
    )
    return RecordForm(_("Plan"), f"plan/{case_id}", fields, save)


def goal_form(vault: "Vault", case_id: int, plan: Plan, goal: PlanGoal | None) -> RecordForm:
    """Return the form of one goal on a life domain; None asks for a new one. Saving makes a new version."""
    was = goal or PlanGoal("", LifeDomain.FINANCES, "")

    def save(said: Answers) -> None:
        now = replace(
            was,
            domain=LifeDomain(said["domain"]),
            text=said["text"],
            measure=said["measure"],
            start=_level(said["start"]),
            target=_level(said["target"]),
        )
        goals = tuple(now if one.key == was.key else one for one in plan.goals) if goal else (*plan.goals, now)
        save_goals(vault, case_id, plan, goals, said)

    fields = (
        Field("domain", _("Life domain"), was.domain, choices(LifeDomain)),
        Field("text", _("Goal"), was.text, personal=True),
        Field("measure", _("Measure"), was.measure, hint=_("by what will the table see it?"), personal=True),
        Field("start", _("Level at the start"), str(int(was.start)) if was.start else "", _levels()),
        Field("target", _("Level to reach"), str(int(was.target)) if was.target else "", _levels()),
        *agreed(vault, case_id),
    )
    return RecordForm(_("Goal on a life domain"), f"goal/{case_id}/{was.key}", fields, save)


def end_form(vault: "Vault", case_id: int, plan: Plan, goal: PlanGoal) -> RecordForm:
    """Return the form that ends a goal: it asks why, and where that was agreed."""

    def save(said: Answers) -> None:
        if not said["reason"]:
            raise Refused(N_("Why does this goal end? Type the reason."))
        save_goals(vault, case_id, plan, tuple(one for one in plan.goals if one.key != goal.key), said)

    title = _("End the goal on {domain}").format(domain=label(goal.domain))
    return RecordForm(title, f"goal-end/{case_id}/{goal.key}", tuple(agreed(vault, case_id)), save)


def save_goals(vault: "Vault", case_id: int, plan: Plan, goals: tuple[PlanGoal, ...], said: Answers) -> None:
    """Save other goals as the next version of a plan; a review that is over is left open."""
    today = vault.now().date()
    review = plan.review_on if plan.review_on is None or plan.review_on >= today else None
    now = replace(plan, on=today, goals=goals, reason=said["reason"], review_on=review)
    vault.plan.set(case_id, now, int(said["meeting"]) if said["meeting"] else None)


def action_form(vault: "Vault", case_id: int, action: Action | None, goal_key: str, goals: Options) -> LineRecord:
    """Return the form of an action between meetings: the line of the table, its goal out of `goals`, and its kind."""
    today, directory = vault.now().date(), vault.register.directory()
    earliest = min(today, action.due) if action else today

    def parse(line: str) -> EntryLine:
        return parse_action(line, directory, earliest, None)

    def save(line: EntryLine, said: Answers) -> None:
        kind = Intervention(said["intervention"]) if said["intervention"] else None
        if line.owner is None or line.due is None:
            return
        serves = Serves(said["goal"], kind)
        if action is None:
            vault.actions.add(case_id, line.owner, line.text, line.due, serves)
        else:
            vault.actions.change(action.id, line.owner, line.text, line.due, serves)

    was_for = action.goal_key if action else goal_key
    known = {key for key, _name in goals}
    gone = ((was_for, _("a goal that ended")),) if was_for and was_for not in known else ()
    kinds = tuple((one.value, intervention_text(one)) for one in Intervention)
    fields = (
        Field(LINE, _("Action"), _typed(action), hint=_("police: home visit @14-12"), personal=True),
        Field("goal", _("For goal"), was_for, (_none(), *goals, *gone)),
        Field("intervention", _("Intervention"), (action.intervention or "") if action else "", (_none(), *kinds)),
    )
    title = action_ref(action.number) if action else _("Action between meetings")
    return LineRecord(
        title, f"plan-action/{case_id}/{action.id if action else 0}", fields, directory, parse=parse, save=save
    )


def agreed(vault: "Vault", case_id: int) -> Iterable[Field]:
    """Yield the fields that ask why a version came about and at which meeting it was agreed."""
    held = vault.plans.held(case_id)
    running = next((str(meeting.id) for meeting, runs in held if runs), "")
    options = (("", _("between meetings")), *((str(meeting.id), meeting_text(meeting)) for meeting, _runs in held))
    yield Field("reason", _("Reason of the change"), hint=_("why it changes"), personal=True)
    yield Field("meeting", _("Agreed at"), running, options)


def day(typed: str, today: date) -> date | None:
    """Return the day that was typed, None for nothing.

    Raises:
        Refused: when it is no date.
    """
    found = parse_date(typed, today) if typed else None
    if typed and found is None:
        raise Refused(N_("“{typed}” is no date. Type it as 23-11-2026."), typed=typed)
    return found


def _none() -> tuple[str, str]:
    return "", _("none")


def _level(said: str) -> SufficiencyLevel | None:
    return SufficiencyLevel(int(said)) if said else None


def _levels() -> Options:
    return (("", _("not discussed")), *((str(int(level)), level_text(level)) for level in SufficiencyLevel))


def _typed(action: Action | None) -> str:
    if action is None:
        return ""
    owner = f"{action.owner.short}/{action.person.name}" if action.person else action.owner.short
    return f"{owner}: {action.text} @{plain_date(action.due)}"
