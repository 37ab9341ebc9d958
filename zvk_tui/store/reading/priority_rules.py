"""The published criteria of the top 10, every version of them."""

from sqlmodel import Session, col, select

from zvk_tui.domain.plain_priority import priority_from_plain
from zvk_tui.domain.priority_history import PublishedRules
from zvk_tui.domain.priority_list import PriorityRules, default_priority_rules
from zvk_tui.errors import VaultDamaged
from zvk_tui.i18n import N_
from zvk_tui.store.rule_tables import PriorityRulesRow


def published(session: Session) -> tuple[PublishedRules, ...]:
    """Return all versions, newest first; the defaults, which nobody published, as long as there is none."""
    found = session.exec(select(PriorityRulesRow).order_by(col(PriorityRulesRow.version).desc())).all()
    return tuple(PublishedRules(_rules(row), row.by) for row in found) or (
        PublishedRules(default_priority_rules(), ""),
    )


def current_priority_rules(session: Session) -> PriorityRules:
    """Return the version that counts now."""
    newest = select(PriorityRulesRow).order_by(col(PriorityRulesRow.version).desc()).limit(1)
    row = session.exec(newest).first()
    return _rules(row) if row else default_priority_rules()


def _rules(row: PriorityRulesRow) -> PriorityRules:
    """Return the criteria of a row; they are read strictly, for a wrong rule would decide about people."""
    try:
        return priority_from_plain(row.content, row.version, row.published_on)
    except ValueError:
        raise VaultDamaged(N_("The criteria of the top 10 are damaged. Nothing was changed; use a back-up.")) from None
