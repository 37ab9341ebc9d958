"""A case file with one of everything in it, so that each act on a file has something to act on."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from zvk_tui.domain.case_file import Approach, Subject
from zvk_tui.domain.case_list import CaseFilter
from zvk_tui.domain.case_terms import LifeDomain, PoliceContactKind, SufficiencyLevel
from zvk_tui.domain.criteria import CriterionAnswer
from zvk_tui.domain.intake import CircleMember, IntakeForm
from zvk_tui.domain.plan import Plan, PlanGoal
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.priority_list import NewEntry, PriorityAnswer, default_priority_rules
from zvk_tui.domain.record import StatementKind
from zvk_tui.domain.statements import NewStatement

if TYPE_CHECKING:
    from tests.store.conftest import Chamber

REF: Final = "D26-0001"
GROUP: Final = "Groep Plein"
OTHERS: Final = ("Ander", "Derde")
"""Two more people with a key; the first of them is admitted to the closed approach, as the chair is."""
GOAL: Final = PlanGoal("", LifeDomain.HOUSING, "eigen kamer", "contract", SufficiencyLevel.NOT, SufficiencyLevel.ENOUGH)


def plan(chamber: "Chamber", goal: str, *goals: PlanGoal) -> Plan:
    """Return a plan of today."""
    today = chamber.clock.now.date()
    return Plan(0, today, goal, today + timedelta(weeks=12), goals or (GOAL,))


def contact(chamber: "Chamber", note: str = "", source: str = "Politie") -> PoliceContact:
    """Return a contact with the police of today."""
    return PoliceContact(0, chamber.clock.now.date(), PoliceContactKind.NUISANCE, True, source, note)


def told(chamber: "Chamber", text: str) -> NewStatement:
    """Return what the police tell today."""
    return NewStatement(chamber.owner("Politie"), StatementKind.FACT, text, chamber.clock.now.date())


def entry(chamber: "Chamber", case_id: int | None, said: str, label: str = "") -> NewEntry:
    """Return what is said of a case or group on the top 10."""
    today = chamber.clock.now.date()
    codes = [one.code for one in default_priority_rules().criteria]
    answers = tuple(PriorityAnswer(code, CriterionAnswer.YES, said) for code in codes)
    people = (chamber.person("Piet"), chamber.person("Noor"))
    return NewEntry(case_id, label, *people, answers, said, today, today + timedelta(weeks=12))


def fill(chamber: "Chamber") -> None:
    """Give the first case a file: plan, actions, statement, contacts, circle; a top 10, a filter, others with a key."""
    vault, case_id, today = chamber.vault, chamber.case(REF).id, chamber.clock.now.date()
    vault.plan.set(case_id, plan(chamber, "rust in huis"))
    for text in ("bellen", "mailen"):
        vault.actions.add(case_id, chamber.owner("Politie"), text, today + timedelta(days=10))
    vault.statement.add(case_id, told(chamber, "is gezien"))
    vault.police_desk.add(case_id, contact(chamber, "op het plein"))
    vault.police_desk.mark_wrong(vault.police_desk.add(case_id, contact(chamber, "bij de brug")), "een ander")
    vault.intake.save_member(case_id, CircleMember(given_names="Zus"))
    vault.intake.keep(IntakeForm(registered_on=today, subject=Subject("Half", "", "Begonnen")))
    vault.looking.save_filter("van mij", CaseFilter())
    rules = replace(vault.priorities.rules(), published_on=today, published_at="gemeentesite")
    vault.priority.publish(rules)
    vault.priority.add(entry(chamber, case_id, "vaak gezien"))
    vault.priority.add(entry(chamber, None, "op het plein", GROUP))
    _admit(chamber)


def propose(chamber: "Chamber") -> None:
    """Propose to close the case that the table is at."""
    chamber.vault.closure.propose(chamber.case(REF).id)


def _admit(chamber: "Chamber") -> None:
    for number, holder in enumerate(OTHERS):
        chamber.vault.add_slot(holder, f"nog {number} losse woorden", chamber.cheap)
    chamber.vault.rule.admit(Approach.RADICALISATION, chamber.vault.desk.slot_id)
    chamber.vault.rule.admit(Approach.RADICALISATION, slot(chamber, OTHERS[0]))


def slot(chamber: "Chamber", holder: str) -> str:
    """Return the key slot of somebody."""
    return next(one.slot_id for one in chamber.vault.key_holders() if one.name == holder)
