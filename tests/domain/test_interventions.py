"""Interventions: each has a group, a chain where it can have one, and somebody who decides."""

import pytest

from zvk_tui.domain.interventions import FACTS, Intervention, InterventionGroup, PowerHolder, chain_of, of_group
from zvk_tui.domain.partners import Chain


def test_every_intervention_is_described() -> None:
    """No kind of intervention lacks its group, who decides on it, or its source."""
    assert set(FACTS) == set(Intervention)
    assert all(facts.source for facts in FACTS.values())
    assert sorted(kind for group in InterventionGroup for kind in of_group(group)) == sorted(Intervention)


@pytest.mark.parametrize("kind", Intervention)
def test_an_intervention_of_a_chain_is_counted_there(kind: Intervention) -> None:
    """Care, justice and governance are chains; prevention and groups are counted in the chain of the owner."""
    crosses = FACTS[kind].group in {InterventionGroup.PREVENTION, InterventionGroup.GROUP}
    for chain in Chain:
        counted = chain_of(kind, chain)
        assert counted is chain if crosses else counted.value == FACTS[kind].group.value


def test_without_an_intervention_the_owner_decides_the_chain() -> None:
    """An action of which nobody named the kind is counted in its owner's chain."""
    assert chain_of(None, Chain.JUSTICE) is Chain.JUSTICE


def test_what_restricts_somebody_is_never_decided_by_the_table() -> None:
    """Orders, bans and closures are decided by who has the power by law: mayor, prosecutor or judge."""
    restricting = {
        Intervention.AREA_BAN,
        Intervention.HOME_BAN,
        Intervention.HOME_CLOSURE,
        Intervention.HOUSING_ORDER,
        Intervention.PENALTY_ORDER,
        Intervention.PROSECUTOR_ORDER,
        Intervention.CRISIS_ORDER,
        Intervention.CARE_AUTHORISATION,
        Intervention.SUPERVISION_ORDER,
    }
    powers = {PowerHolder.MAYOR, PowerHolder.PROSECUTOR, PowerHolder.JUDGE}
    assert {FACTS[kind].decides for kind in restricting} <= powers
