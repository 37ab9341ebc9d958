"""The rules by which closing is checked, as they were saved, and what they tell of one case for its own life."""

from datetime import date

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.closure import ClosureRules, OutOfView, default_closure_rules, out_of_view
from zvk_tui.domain.closure_rules import closure_rules_from_plain
from zvk_tui.errors import VaultDamaged
from zvk_tui.i18n import N_
from zvk_tui.store.reading.closure_facts import gathered
from zvk_tui.store.rule_tables import ClosureRulesRow


def all_rules(session: Session) -> dict[Approach, ClosureRules]:
    """Return the rules that count now, of every approach."""
    return {approach: current_closure_rules(session, approach) for approach in Approach}


def current_closure_rules(session: Session, approach: Approach) -> ClosureRules:
    """Return the rules of an approach that count now: its newest version, or the defaults."""
    row = session.exec(rules_versions(approach).limit(1)).first()
    return rules_value(row) if row else default_closure_rules(approach)


def rules_versions(approach: Approach) -> SelectOfScalar[ClosureRulesRow]:
    """Return the query of all versions of the rules of an approach that were saved, newest first."""
    query = select(ClosureRulesRow).where(ClosureRulesRow.approach == approach)
    return query.order_by(col(ClosureRulesRow.version).desc())


def rules_value(row: ClosureRulesRow) -> ClosureRules:
    """Return the rules of a row.

    Raises:
        VaultDamaged: when they are no rules, or not those of the row.
    """
    try:
        rules = closure_rules_from_plain(row.content)
    except ValueError:
        rules = None
    if rules is None or (rules.approach, rules.version) != (row.approach, row.version):
        raise VaultDamaged(N_("The rules for closing are damaged. Nothing was changed; use a back-up."))
    return rules


def out_of_view_of(session: Session, case_id: int, on: date) -> OutOfView:
    """Return what is known on a day of the months in which the person of a case was not in view negatively."""
    rules = all_rules(session)
    one = next(gathered(session, rules, on, among=(case_id, case_id)))
    return out_of_view(one.facts, rules[one.facts.approach])
