"""The acts on a case file, the top 10, closing and lists: what each does, by the stage at which it can be done."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from tests.store.filed import GROUP, OTHERS, REF, contact, entry, plan, slot, told
from tests.store.user_act import TYPED, UserAct, elsewhere, for_good, kept, typing
from zvk_tui.domain.approaches import default_rules
from zvk_tui.domain.case_file import Approach, Phase, Subject
from zvk_tui.domain.case_list import CaseFilter, ShieldedPurpose
from zvk_tui.domain.case_terms import (
    CaseLabel,
    ClosingReason,
    DataCategory,
    LifeDomain,
    PoliceContactKind,
    Standing,
    SufficiencyLevel,
)
from zvk_tui.domain.closure import ClosureFact, ClosureFactKind, Known, default_closure_rules
from zvk_tui.domain.closure_case import ClosureDecision, Way
from zvk_tui.domain.columns import ListKind
from zvk_tui.domain.criteria import CriterionAnswer
from zvk_tui.domain.import_plan import ImportPlan
from zvk_tui.domain.intake import Answered, CircleMember, IntakeForm
from zvk_tui.domain.intake_check import asked
from zvk_tui.domain.interventions import Intervention
from zvk_tui.domain.log import Act
from zvk_tui.domain.partners import Chain
from zvk_tui.domain.plan import Serves
from zvk_tui.domain.priority_facts import GroupFact
from zvk_tui.domain.priority_list import LeaveReason
from zvk_tui.domain.record import ActionState
from zvk_tui.domain.sheets import SheetRow, propose

if TYPE_CHECKING:
    from tests.store.conftest import Chamber

_CLOSED: Final = Approach.RADICALISATION
_OTHER: Final = "D26-0003"
_4: Final = "D26-0004"
_SHIELDED: Final = "D26-0005"
_PERSON: Final = Subject(TYPED, TYPED, TYPED)
_MEMBER: Final = CircleMember(given_names=TYPED, prefix=TYPED, surname=TYPED, note=TYPED)


def _id(c: "Chamber", ref: str = REF) -> int:
    return c.case(ref).id


def _rows(c: "Chamber", table: str) -> list[int]:
    """Return the numbers of the rows of the first case in a table, the first that was made first."""
    return [row[0] for row in c.sql(f"SELECT id FROM {table} WHERE case_id = :id ORDER BY id", id=_id(c))]  # noqa: S608


def _actions(c: "Chamber") -> list[int]:
    """Return the actions of the first case that were agreed between meetings."""
    return [one.id for one in c.vault.plans.actions(_id(c)) if one.origin_meeting_id is None]


def _loose(c: "Chamber") -> int:
    """Return the statement that was made between meetings."""
    return c.vault.statements.of_case(_id(c))[0].contribution.id


def _entry(c: "Chamber", who: str) -> int:
    return next(one.id for one in c.vault.priorities.current() if who in {one.case_ref, one.group_label})


def _goal(c: "Chamber") -> str:
    found = c.vault.plans.current(_id(c))
    assert found
    return found.goals[0].key


def _form(c: "Chamber") -> IntakeForm:
    """Return a registration on which nothing is missing, the marker word in all that is typed."""
    answers = tuple(
        Answered(one.code, CriterionAnswer.YES, TYPED) for one in asked(c.vault.approaches.current(Approach.PAD))
    )
    born = c.clock.now.date() - timedelta(days=6000)
    return IntakeForm(
        registered_on=c.clock.now.date(),
        approach=Approach.PAD,
        partner_id=c.partner("Politie").id,
        pre_consult=TYPED,
        reason=TYPED,
        request_goal=TYPED,
        subject=replace(_PERSON, birth_date=born),
        circle=(_MEMBER,),
        domains=(LifeDomain.HOUSING, LifeDomain.JUSTICE),
        chains=(Chain.CARE, Chain.JUSTICE),
        answers=answers,
    )


def _planned(c: "Chamber", kind: ListKind, headings: tuple[str, ...], *lines: tuple[str, ...]) -> ImportPlan:
    rows = [SheetRow(number, line) for number, line in enumerate(lines, 2)]
    return c.vault.imports.plan(propose(kind, headings), rows)


def _cases(c: "Chamber") -> ImportPlan:
    """Return an import of one new and one changed case."""
    headings = ("Casusnummer", "Aanpak", "Naam", "Aangemeld op", "Fase", "Doel")
    new = ("D25-0001", "PAD", f"{TYPED}, A.", "2-3-2025", "in aanpak", TYPED)
    was = c.case(_OTHER)
    changed = (_OTHER, "PAD", was.subject.full_name, was.registered_on.strftime("%d-%m-%Y"), "monitoring", TYPED)
    return _planned(c, ListKind.CASES, headings, new, changed)


def _waiting(c: "Chamber") -> int:
    found = c.vault.closures.of_case(_id(c)).waiting
    assert found
    return found.id


_REGISTER: Final = (
    kept("change.partner", Act.PARTNER_SAVED, lambda c: c.vault.change.partner(replace(c.partner("GGZ"), name=TYPED))),
    kept(
        "change.professional",
        Act.PROFESSIONAL_SAVED,
        lambda c: c.vault.change.professional(replace(c.person("Bas"), name=TYPED, function=TYPED)),
    ),
    kept(
        "change.case_file",
        Act.CASE_CHANGED,
        lambda c: c.vault.change.case_file(
            replace(
                c.case(REF), goal=TYPED, subject=_PERSON, registered_on=c.case(REF).registered_on - timedelta(days=1)
            )
        ),
        REF,
    ),
    kept(
        "change.series",
        Act.SERIES_SAVED,
        lambda c: c.vault.change.series(replace(c.series, name=TYPED, place=TYPED), [c.person("Bas")], None, None),
    ),
    kept(
        "change.series of a case",
        Act.SERIES_SAVED,
        lambda c: c.vault.change.series(replace(c.series, name=TYPED, case_id=_id(c)), [c.person("Bas")], None, None),
        REF,
    ),
    for_good(
        "rule.save",
        Act.APPROACH_CHANGED,
        lambda c: c.vault.rule.save(
            replace(default_rules(Approach.PAD), retention_years=3, sources=(("retention_years", TYPED),))
        ),
        types=True,
    ),
    for_good("rule.admit", Act.ADMISSION_CHANGED, lambda c: c.vault.rule.admit(_CLOSED, slot(c, OTHERS[1]))),
    for_good("rule.withdraw", Act.ADMISSION_CHANGED, lambda c: c.vault.rule.withdraw(_CLOSED, slot(c, OTHERS[0]))),
    for_good("looking.opened", Act.CASE_OPENED, lambda c: c.vault.looking.opened(_id(c)), REF),
    for_good(
        "looking.opened shielded",
        Act.CASE_OPENED,
        lambda c: c.vault.looking.opened(c.shielded, ShieldedPurpose.ACCESS),
        _SHIELDED,
    ),
    for_good("looking.searched", Act.SEARCHED, lambda c: c.vault.looking.searched(3)),
    kept(
        "looking.save_filter new",
        Act.FILTER_SAVED,
        lambda c: c.vault.looking.save_filter(TYPED, CaseFilter(words=TYPED, phase=Phase.TRIAGE)),
    ),
    elsewhere(
        "looking.save_filter old",
        Act.FILTER_SAVED,
        lambda c: c.vault.looking.save_filter("van mij", CaseFilter(words=TYPED, closed=True)),
    ),
    elsewhere(
        "looking.drop_filter",
        Act.FILTER_SAVED,
        lambda c: c.vault.looking.drop_filter(c.vault.case_list.saved()[0].id),
    ),
    for_good(
        "intake.finish",
        Act.CASE_REGISTERED,
        lambda c: c.vault.intake.finish(c.vault.intake.keep(_form(c))),
        "D26-0006",
        types=True,
    ),
    for_good(
        "intake.drop", Act.INTAKE_DROPPED, lambda c: c.vault.intake.drop(c.vault.intake.keep(IntakeForm(reason=TYPED)))
    ),
    kept("intake.save_member new", Act.CIRCLE_CHANGED, lambda c: c.vault.intake.save_member(_id(c), _MEMBER), REF),
    kept(
        "intake.save_member old",
        Act.CIRCLE_CHANGED,
        lambda c: c.vault.intake.save_member(_id(c), _MEMBER, _rows(c, "circle_member")[0]),
        REF,
    ),
    elsewhere(
        "intake.remove_member",
        Act.CIRCLE_CHANGED,
        lambda c: c.vault.intake.remove_member(_rows(c, "circle_member")[0]),
        REF,
    ),
    kept("imports.apply cases", Act.IMPORTED, lambda c: c.vault.imports.apply(_cases(c))),
    kept(
        "imports.apply partners",
        Act.IMPORTED,
        lambda c: c.vault.imports.apply(
            _planned(c, ListKind.PARTNERS, ("Naam", "Afkorting", "Soort"), (TYPED, TYPED, "veilig thuis"))
        ),
    ),
    kept(
        "imports.apply professionals",
        Act.IMPORTED,
        lambda c: c.vault.imports.apply(
            _planned(c, ListKind.PROFESSIONALS, ("Naam", "Organisatie", "Functie"), (TYPED, "GGZ", TYPED))
        ),
    ),
    kept(
        "imports.apply police",
        Act.IMPORTED,
        lambda c: c.vault.imports.apply(
            _planned(
                c,
                ListKind.POLICE,
                ("Casusnummer", "Datum", "Soort", "Negatief", "Bron", "Toelichting"),
                (REF, "2-11-2026", "overlast", "ja", TYPED, TYPED),
            )
        ),
    ),
    for_good("imports.note_export", Act.EXPORTED, lambda c: c.vault.imports.note_export(ListKind.CASES, ".csv", 4)),
)
_FILE: Final = (
    elsewhere(
        "dossier.set_label",
        Act.CASE_CHANGED,
        lambda c: c.vault.dossier.set_label(_id(c), CaseLabel.STRAATKRACHT),
        REF,
    ),
    kept("plan.set first", Act.PLAN_SET, lambda c: c.vault.plan.set(_id(c, _OTHER), plan(c, TYPED)), _OTHER),
    kept("plan.set next", Act.PLAN_CHANGED, lambda c: c.vault.plan.set(_id(c), plan(c, TYPED)), REF),
    elsewhere("plan.reach", Act.GOAL_REACHED, lambda c: c.vault.plan.reach(_id(c), _goal(c), c.clock.now.date()), REF),
    elsewhere(
        "plan.set_level",
        Act.LEVEL_SET,
        lambda c: c.vault.plan.set_level(_id(c), LifeDomain.HOUSING, SufficiencyLevel.LIMITED, c.clock.now.date()),
        REF,
    ),
    kept(
        "actions.add",
        Act.ACTION_ADDED,
        lambda c: c.vault.actions.add(_id(c), c.owner("GGZ"), TYPED, c.third, Serves("", Intervention.OUTREACH)),
        REF,
    ),
    kept(
        "actions.change",
        Act.ACTION_CHANGED,
        lambda c: c.vault.actions.change(_actions(c)[0], c.owner("GGZ"), TYPED, c.third, Serves(goal_key=_goal(c))),
        REF,
    ),
    elsewhere(
        "actions.settle_all",
        Act.ACTION_SETTLED,
        lambda c: c.vault.actions.settle_all(_actions(c), ActionState.DONE, c.clock.now.date()),
        REF,
    ),
    elsewhere(
        "actions.postpone_all",
        Act.ACTION_POSTPONED,
        lambda c: c.vault.actions.postpone_all(_actions(c), c.third),
        REF,
    ),
    for_good("actions.note_printed", Act.EXPORTED, lambda c: c.vault.actions.note_printed("pdf", 2)),
    kept("statement.add", Act.CONTRIBUTION_ADDED, lambda c: c.vault.statement.add(_id(c), told(c, TYPED)), REF),
    kept(
        "statement.change",
        Act.CONTRIBUTION_CHANGED,
        lambda c: c.vault.statement.change(_loose(c), told(c, TYPED)),
        REF,
    ),
    kept(
        "statement.classify",
        Act.CONTRIBUTION_CHANGED,
        lambda c: c.vault.statement.classify(_loose(c), DataCategory.HEALTH, TYPED),
        REF,
    ),
    kept(
        "statement.mark",
        Act.STANDING_SET,
        lambda c: c.vault.statement.mark(_loose(c), Standing.DISPUTED, TYPED),
        REF,
    ),
    kept(
        "police_desk.add", Act.POLICE_CHANGED, lambda c: c.vault.police_desk.add(_id(c), contact(c, TYPED, TYPED)), REF
    ),
    kept(
        "police_desk.correct",
        Act.POLICE_CHANGED,
        lambda c: c.vault.police_desk.correct(_rows(c, "police_contact")[0], contact(c, TYPED), TYPED),
        REF,
    ),
    kept(
        "police_desk.mark_wrong",
        Act.POLICE_CHANGED,
        lambda c: c.vault.police_desk.mark_wrong(_rows(c, "police_contact")[0], TYPED),
        REF,
    ),
    elsewhere(
        "police_desk.restore",
        Act.POLICE_CHANGED,
        lambda c: c.vault.police_desk.restore(_rows(c, "police_contact")[1]),
        REF,
    ),
    kept(
        "police_desk.set_known",
        Act.POLICE_CHANGED,
        lambda c: c.vault.police_desk.set_known(_id(c), c.clock.now.date(), TYPED),
        REF,
    ),
)
_LISTS: Final = (
    kept(
        "closure.tell",
        Act.CLOSURE_FACT_SET,
        lambda c: c.vault.closure.tell(
            _id(c), ClosureFact(ClosureFactKind.COACH_QUESTIONS, Known.NO, c.clock.now.date(), TYPED, TYPED)
        ),
        REF,
    ),
    elsewhere("closure.propose", Act.CLOSURE_PROPOSED, lambda c: c.vault.closure.propose(_id(c)), REF),
    for_good(
        "closure.save_rules",
        Act.CLOSURE_RULES_CHANGED,
        lambda c: c.vault.closure.save_rules(
            replace(default_closure_rules(Approach.PAD), months=7, sources=(("months", TYPED),))
        ),
        types=True,
    ),
    for_good("closure.note_printed", Act.EXPORTED, lambda c: c.vault.closure.note_printed(4)),
    for_good(
        "priority.publish",
        Act.PRIORITY_RULES_CHANGED,
        lambda c: c.vault.priority.publish(
            replace(c.vault.priorities.rules(), published_on=c.clock.now.date(), published_at=TYPED)
        ),
        types=True,
    ),
    kept(
        "priority.add",
        Act.PRIORITY_ADDED,
        lambda c: c.vault.priority.add(entry(c, _id(c, _OTHER), TYPED)),
        _OTHER,
    ),
    kept(
        "priority.add a group",
        Act.PRIORITY_ADDED,
        lambda c: c.vault.priority.add(entry(c, None, TYPED, TYPED)),
    ),
    kept(
        "priority.change",
        Act.PRIORITY_CHANGED,
        lambda c: c.vault.priority.change(_entry(c, REF), entry(c, _id(c), TYPED)),
        REF,
    ),
    kept("priority.move", Act.PRIORITY_MOVED, lambda c: c.vault.priority.move(_entry(c, REF), 2, TYPED), REF),
    kept(
        "priority.set_group_fact",
        Act.PRIORITY_CHANGED,
        lambda c: c.vault.priority.set_group_fact(
            _entry(c, GROUP), GroupFact(c.clock.now.date(), PoliceContactKind.NUISANCE, 3, TYPED)
        ),
    ),
    for_good(
        "priority.leave",
        Act.PRIORITY_LEFT,
        lambda c: c.vault.priority.leave(_entry(c, REF), LeaveReason.CALMED_DOWN),
        REF,
    ),
)


def _decide(c: "Chamber", way: Way, reason: ClosingReason | None = None) -> None:
    c.vault.closure.decide(_waiting(c), ClosureDecision(way, TYPED, reason))


_AGENDA: Final = (
    elsewhere("closure.put_on_agenda new", Act.ITEM_ADDED, lambda c: c.vault.closure.put_on_agenda(_id(c, _4)), _4),
    elsewhere("closure.put_on_agenda old", Act.ITEM_ADDED, lambda c: c.vault.closure.put_on_agenda(_id(c)), REF),
)
_TABLE: Final = (
    typing(
        "actions.change at a meeting",
        Act.ACTION_CHANGED,
        lambda c: c.vault.actions.change(c.agreed, c.owner("GGZ"), TYPED, c.third, Serves()),
        REF,
    ),
)
_PROPOSED: Final = (
    kept("closure.decide declines", Act.CLOSURE_DECIDED, lambda c: _decide(c, Way.DECLINE), REF),
    kept("closure.decide tapers", Act.CLOSURE_DECIDED, lambda c: _decide(c, Way.SCALE_DOWN), REF),
    kept(
        "closure.decide closes",
        Act.CLOSURE_DECIDED,
        lambda c: _decide(c, Way.CLOSE, ClosingReason.NO_HELP_QUESTION),
        REF,
    ),
    kept(
        "closure.decide_at_table",
        Act.CLOSURE_DECIDED,
        lambda c: c.vault.closure.decide_at_table(_id(c), ClosureDecision(Way.SCALE_DOWN, TYPED)),
        REF,
    ),
)
FILE_ACTS: Final[dict[str, tuple[UserAct, ...]]] = {
    "filed": (*_REGISTER, *_FILE, *_LISTS),
    "preparing": _AGENDA,
    "running": _TABLE,
    "proposed": _PROPOSED,
}
"""The acts on case files, by stage."""
