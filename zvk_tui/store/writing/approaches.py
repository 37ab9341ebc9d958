"""Saving rules of an approach, each time as a new version; and admitting key slots to a closed approach."""

from collections.abc import Callable
from dataclasses import replace

from sqlmodel import Session, select

from zvk_tui.domain.admission import AdmissionProblem, Circle, KeyHolder
from zvk_tui.domain.approaches import CLOSED_APPROACHES, ApproachRules, RulesVersion, changed_fields, rules_problems
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.log import Act
from zvk_tui.domain.plain_rules import rules_plain
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.case_tables import AdmissionRow, ApproachRulesRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.approaches import current_rules, first_day
from zvk_tui.store.writing.guards import readable_criteria, readable_sources
from zvk_tui.words.approaches import message_id


class RuleDesk:
    """What a chamber settles about its approaches."""

    def __init__(self, desk: Desk, holders: Callable[[], tuple[KeyHolder, ...]]) -> None:
        self._desk = desk
        self._holders = holders

    def save(self, rules: ApproachRules) -> int:
        """Save changed rules as the next version and return its number; rules that did not change stay as they are.

        Raises:
            Refused: when they cannot be rules, or somebody saved a newer version since they were read.
        """
        rules = _clean(rules)
        for problem in rules_problems(rules):
            raise Refused(message_id(problem.fault), word=problem.word)
        with self._desk.reading() as session:
            if not changed_fields(current_rules(session, rules.approach), rules):
                return rules.version
        with self._desk.writing(Act.APPROACH_CHANGED, detail=rules.approach, undoable=False) as session:
            now = current_rules(session, rules.approach)
            if now.version != rules.version:
                newer = N_("Somebody saved version {number} meanwhile. Look at that one first.")
                raise Refused(newer, number=now.version)
            if now.valid_from is None:
                first = replace(now, valid_from=first_day(session, self._desk.today()))
                session.add(_row(RulesVersion(first, "")))
            saved = replace(rules, version=now.version + 1, valid_from=self._desk.today())
            session.add(_row(RulesVersion(saved, self._desk.who)))
            return saved.version

    def admit(self, approach: Approach, slot_id: str) -> None:
        """Admit a key slot to a closed approach; while nobody is admitted, only the one that opened the vault.

        Raises:
            Refused: when the user may not, or the key is not there or admitted already.
        """
        with self._desk.writing(Act.ADMISSION_CHANGED, detail=approach, undoable=False) as session:
            circle = self._circle(session, approach)
            _refuse(circle.admission_problem(slot_id))
            session.add(
                AdmissionRow(
                    slot_id=slot_id,
                    approach=approach,
                    holder=next(one.name for one in circle.holders if one.slot_id == slot_id),
                    on=self._desk.today(),
                    by=self._desk.who,
                )
            )

    def withdraw(self, approach: Approach, slot_id: str) -> None:
        """Withdraw the admission of a key slot.

        Raises:
            Refused: when the user may not, or it is the last person.
        """
        with self._desk.writing(Act.ADMISSION_CHANGED, detail=approach, undoable=False) as session:
            _refuse(self._circle(session, approach).withdrawal_problem(slot_id))
            query = select(AdmissionRow).where(AdmissionRow.approach == approach, AdmissionRow.slot_id == slot_id)
            session.delete(session.exec(query).one())

    def circle(self, approach: Approach) -> Circle:
        """Return the keys of the vault, and which of them are admitted to a closed approach.

        Raises:
            Refused: the approach is open to everybody.
        """
        with self._desk.reading() as session:
            return self._circle(session, approach)

    def _circle(self, session: Session, approach: Approach) -> Circle:
        if approach not in CLOSED_APPROACHES:
            raise Refused(N_("This approach is open to everybody who opens the vault."))
        admitted = session.exec(select(AdmissionRow.slot_id).where(AdmissionRow.approach == approach)).all()
        return Circle(self._holders(), frozenset(admitted), self._desk.slot_id)


def _refuse(problem: AdmissionProblem | None) -> None:
    if problem is not None:
        raise Refused(message_id(problem))


def _clean(rules: ApproachRules) -> ApproachRules:
    """Return rules in which every text is readable."""
    return replace(rules, criteria=readable_criteria(rules.criteria), sources=readable_sources(rules.sources))


def _row(version: RulesVersion) -> ApproachRulesRow:
    rules = version.rules
    assert rules.valid_from is not None  # noqa: S101 - narrows the type; a saved version has its day
    return ApproachRulesRow(
        approach=rules.approach,
        version=rules.version,
        valid_from=rules.valid_from,
        by=version.by,
        content=rules_plain(rules),
    )
