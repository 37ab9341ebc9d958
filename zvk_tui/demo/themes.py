"""Reads the table of plans: for every kind of case its goals, what partners tell, and how the police came by."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from zvk_tui.demo.plans_table import THEMES
from zvk_tui.domain.case_terms import DataCategory, LifeDomain, SufficiencyLevel
from zvk_tui.domain.partners import PartnerKind
from zvk_tui.domain.plan import PlanGoal
from zvk_tui.domain.record import StatementKind

DOMAINS: Final = {
    PartnerKind.SCHOOL_ATTENDANCE: LifeDomain.WORK_EDUCATION,
    PartnerKind.SCHOOL: LifeDomain.WORK_EDUCATION,
    PartnerKind.DEBT_COUNSELLING: LifeDomain.FINANCES,
    PartnerKind.SHELTER: LifeDomain.HOUSING,
    PartnerKind.HOUSING: LifeDomain.HOUSING,
    PartnerKind.MENTAL_HEALTH: LifeDomain.MENTAL_HEALTH,
    PartnerKind.ADDICTION_CARE: LifeDomain.SUBSTANCE_USE,
    PartnerKind.YOUTH_CARE: LifeDomain.DOMESTIC_RELATIONS,
    PartnerKind.SAFE_AT_HOME: LifeDomain.DOMESTIC_RELATIONS,
    PartnerKind.POLICE: LifeDomain.JUSTICE,
    PartnerKind.PROBATION: LifeDomain.JUSTICE,
    PartnerKind.PROSECUTOR: LifeDomain.JUSTICE,
    PartnerKind.YOUTH_WORK: LifeDomain.DAYTIME,
    PartnerKind.GENERAL_PRACTICE: LifeDomain.PHYSICAL_HEALTH,
}
"""The life domain that an organisation mostly works on."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a partner tells between meetings."""

    kind: StatementKind
    category: DataCategory
    partner: str
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One kind of case."""

    goals: tuple[PlanGoal, ...]
    told: tuple[Told, ...]
    contacts: tuple[str, ...]


@cache
def themes() -> dict[str, Theme]:
    """Return the theme of every story."""
    found = {}
    for block in THEMES.strip().split("\n\n"):
        head, *lines = block.splitlines()
        theme = Theme(
            tuple(_goal(line) for line in lines if line[0] not in ">*"),
            tuple(_told(line) for line in lines if line[0] == ">"),
            tuple(line[2:] for line in lines if line[0] == "*"),
        )
        found.update(dict.fromkeys(head.partition(":")[2].split(), theme))
    return found


def _goal(line: str) -> PlanGoal:
    domain, text, measure, start, target = (part.strip() for part in line.split("|"))
    return PlanGoal("", LifeDomain(domain), text, measure, SufficiencyLevel(int(start)), SufficiencyLevel(int(target)))


def _told(line: str) -> Told:
    head, _colon, text = line[2:].partition(": ")
    kind, category, partner = head.split(" ", 2)
    return Told(StatementKind(kind), DataCategory(category), partner, text)
