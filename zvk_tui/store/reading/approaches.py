"""The rules of the approaches, every version of them, and who is admitted to a closed one."""

from datetime import date

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from zvk_tui.domain.admission import Admission
from zvk_tui.domain.approaches import ApproachRules, RulesVersion, default_rules
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.plain_rules import rules_from_plain
from zvk_tui.errors import Refused, VaultDamaged
from zvk_tui.i18n import N_
from zvk_tui.store.admission import is_admitted
from zvk_tui.store.case_tables import AdmissionRow, ApproachRulesRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.tables import AuditRow


class Approaches:
    """Reads the rules of approaches."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def current(self, approach: Approach) -> ApproachRules:
        """Return the rules that count now: the newest version, or the defaults when nothing was ever saved."""
        with self._desk.reading() as session:
            return current_rules(session, approach)

    def version(self, approach: Approach, number: int) -> ApproachRules:
        """Return one version of the rules, as it was saved.

        Raises:
            Refused: when there is no such version.
        """
        found = next((one.rules for one in self.history(approach) if one.rules.version == number), None)
        if found is None:
            raise Refused(N_("There is no version {number} of these rules."), number=number)
        return found

    def history(self, approach: Approach) -> tuple[RulesVersion, ...]:
        """Return all versions, newest first; the defaults are the first as long as nothing was saved."""
        with self._desk.reading() as session:
            rows = session.exec(_rows(approach)).all()
            saved = tuple(RulesVersion(_rules(row), row.by) for row in rows)
            return saved or (RulesVersion(default_rules(approach), ""),)

    def admitted(self, approach: Approach) -> tuple[Admission, ...]:
        """Return which key slots are admitted to a closed approach, longest first."""
        with self._desk.reading() as session:
            query = select(AdmissionRow).where(AdmissionRow.approach == approach).order_by(col(AdmissionRow.id))
            return tuple(_admission(row) for row in session.exec(query))

    def may_see(self, approach: Approach) -> bool:
        """Return whether the user may see the cases of an approach."""
        with self._desk.reading() as session:
            return is_admitted(session, approach)

    def open_approaches(self) -> tuple[Approach, ...]:
        """Return the approaches of which the user may see the cases: those that a form offers."""
        with self._desk.reading() as session:
            return tuple(approach for approach in Approach if is_admitted(session, approach))


def current_rules(session: Session, approach: Approach) -> ApproachRules:
    """Return the rules of an approach that count now: its newest version, or the defaults."""
    row = session.exec(_rows(approach).limit(1)).first()
    return _rules(row) if row else default_rules(approach)


def first_day(session: Session, today: date) -> date:
    """Return the day that this vault was made: since then its defaults counted."""
    made = session.exec(select(AuditRow.at).order_by(col(AuditRow.id)).limit(1)).first()
    return made.date() if made else today


def _rows(approach: Approach) -> SelectOfScalar[ApproachRulesRow]:
    query = select(ApproachRulesRow).where(ApproachRulesRow.approach == approach)
    return query.order_by(col(ApproachRulesRow.version).desc())


def _rules(row: ApproachRulesRow) -> ApproachRules:
    """Return the rules of a row; they are read strictly, for a wrong rule would decide about people."""
    try:
        rules = rules_from_plain(row.content)
    except ValueError:
        rules = None
    said = (row.approach, row.version, row.valid_from)
    if rules is None or (rules.approach, rules.version, rules.valid_from) != said:
        raise VaultDamaged(N_("The rules of an approach are damaged. Nothing was changed; use a back-up."))
    return rules


def _admission(row: AdmissionRow) -> Admission:
    return Admission(Approach(row.approach), row.slot_id, row.holder, row.on, row.by)
