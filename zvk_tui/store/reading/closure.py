"""The closure checks of cases, what was told and decided about closing, and the rules by which it is checked."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final, cast

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from zvk_tui.domain.case_file import Approach, CaseFile
from zvk_tui.domain.closure import ClosureCheck, ClosureRules, Verdict, check, default_closure_rules
from zvk_tui.domain.closure_case import CLOSABLE, CheckedCase, CheckState, ClosureCase, KeptCheck, conditions_from_plain
from zvk_tui.domain.closure_rules import ClosureRulesVersion
from zvk_tui.domain.life import follow
from zvk_tui.domain.meeting import ItemState, MeetingState
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store import search
from zvk_tui.store.admission import may_see
from zvk_tui.store.desk import HELD, Desk
from zvk_tui.store.reading.closure_facts import WAITING, Gathered, fact_value, gathered
from zvk_tui.store.reading.closure_rules import all_rules, current_closure_rules, rules_value, rules_versions
from zvk_tui.store.reading.life import events_of
from zvk_tui.store.reading.people import People, cases, known, open_in
from zvk_tui.store.rule_tables import ClosureCheckRow, ClosureFactRow
from zvk_tui.store.tables import CaseRow, ItemRow, MeetingRow

__all__ = [
    "Closures",
    "Progress",
    "all_rules",
    "check_of",
    "current_closure_rules",
    "gather_one",
    "kept_checks",
    "kept_value",
    "table_item",
]

Progress = Callable[[int, int], None]
"""Hears how many cases of how many are checked."""

_AT_ONCE: Final = 500
"""Cases that are read in one go; after these the progress is told, and who waits for the vault has a turn."""


class Closures:
    """Reads closure checks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def checks(self, on: date | None = None, progress: Progress | None = None) -> tuple[CheckedCase, ...]:
        """Return the check of every live case that may be seen, by how near it is to being closed.

        On a day that has passed only what was known then counts, but every contact with the police; a case that was
        registered after it is left out. The checks of today are held until something changes that they rest on.

        Args:
            on: the day of the check; today when none is given.
            progress: hears how far it is.
        """
        day = on or self._desk.today()
        with self._desk.reading() as session:
            held, name = session.info.get(HELD, {}), f"checks {day}"
            if on is None and name in held:
                return cast("tuple[CheckedCase, ...]", held[name])
            rules, live = all_rules(session), (*_live(day), open_in(session))
            numbers = session.exec(select(CaseRow.id).where(*live).order_by(col(CaseRow.id))).all()
        found: list[CheckedCase] = []
        for place in range(0, len(numbers), _AT_ONCE):
            part = numbers[place : place + _AT_ONCE]
            with self._desk.reading() as session:
                facts = tuple(gathered(session, rules, day, *live, among=(known(part[0]), known(part[-1]))))
            found.extend(one.checked(rules[one.facts.approach], day) for one in facts)
            if progress:
                progress(place + len(part), len(numbers))
        checks = tuple(sorted(found, key=lambda one: one.nearness))
        if on is None:
            held[name] = checks
        return checks

    def of_case(self, case_id: int, on: date | None = None) -> ClosureCase:
        """Return all that the closure of one case depends on, and its check on a day, else today.

        Raises:
            Refused: when the case is not there, or closed to who opened the vault.
        """
        with self._desk.reading() as session:
            if session.get(CaseRow, case_id) is None or not may_see(session, case_id):
                raise Refused(N_("This case is not there, or you are not admitted to it."))
            rules = all_rules(session)
            day = on or self._desk.today()
            one = gather_one(session, case_id, day)
            mine = rules[one.facts.approach]
            line = one.checked(mine, day)
            return ClosureCase(
                case_id=case_id,
                ref=one.ref,
                rules=mine,
                check=line.check,
                life=follow(events_of(session, case_id)),
                last_negative=line.last_negative,
                known_until=line.known_until,
                told=one.facts.told,
                history=tuple(fact_value(row) for row in session.exec(_facts(case_id))),
                kept=kept_checks(session, case_id),
            )

    def files(self, case_ids: Iterable[int]) -> dict[int, CaseFile]:
        """Return the cases that a list shows just now, by row number."""
        with self._desk.reading() as session:
            return cases(session, People(session), case_ids)

    def found(self, words: str) -> frozenset[int] | None:
        """Return the cases that have these words; None when nothing is asked for."""
        if not search.words_of(words):
            return None
        with self._desk.reading() as session:
            return frozenset(session.scalars(search.hits(words, (search.facet(search.LIVE),))))

    def table_item(self, case_id: int) -> int | None:
        """Return the agenda item at which the table can decide about a case now, None when it is at no table."""
        with self._desk.reading(case_id) as session:
            return table_item(session, case_id)

    def rules(self, approach: Approach) -> ClosureRules:
        """Return the rules of an approach that count now."""
        with self._desk.reading() as session:
            return current_closure_rules(session, approach)

    def rules_history(self, approach: Approach) -> tuple[ClosureRulesVersion, ...]:
        """Return all versions, newest first; the defaults are the first as long as nothing was saved."""
        with self._desk.reading() as session:
            saved = tuple(
                ClosureRulesVersion(rules_value(row), row.valid_from, row.by)
                for row in session.exec(rules_versions(approach))
            )
            return saved or (ClosureRulesVersion(default_closure_rules(approach)),)


def gather_one(session: Session, case_id: int, on: date) -> Gathered:
    """Return the facts of one case as they were known on a day."""
    return next(gathered(session, all_rules(session), on, among=(case_id, case_id)))


def check_of(session: Session, case_id: int, on: date) -> tuple[ClosureCheck, ClosureRules]:
    """Return the check of one case on a day, and the rules by which it is checked."""
    one = gather_one(session, case_id, on)
    rules = current_closure_rules(session, one.facts.approach)
    return check(one.facts, rules, on), rules


def kept_checks(session: Session, case_id: int) -> tuple[KeptCheck, ...]:
    """Return the checks that are kept with a case, newest first."""
    query = select(ClosureCheckRow).where(ClosureCheckRow.case_id == case_id)
    return tuple(kept_value(row) for row in session.exec(query.order_by(col(ClosureCheckRow.id).desc())))


def check_at(session: Session, item_id: int, case_id: int) -> KeptCheck | None:
    """Return the check of a case that waits for a decision, else the last one that was decided upon at an item."""
    rows = session.exec(
        select(ClosureCheckRow)
        .where(ClosureCheckRow.case_id == case_id)
        .where(or_(col(ClosureCheckRow.state).in_(WAITING), ClosureCheckRow.item_id == item_id))
        .order_by(col(ClosureCheckRow.state).in_(WAITING).desc(), col(ClosureCheckRow.id).desc())
    )
    row = rows.first()
    return kept_value(row) if row is not None else None


def kept_value(row: ClosureCheckRow) -> KeptCheck:
    """Return the check of a row."""
    conditions = conditions_from_plain(row.conditions or ())
    return KeptCheck(
        known(row.id),
        row.on,
        ClosureCheck(Verdict(row.verdict), conditions, row.from_on),
        CheckState(row.state),
        row.proposed_by,
        row.item_id,
        row.meeting_id,
        row.decided_on,
        row.decided_by,
        row.motive,
    )


def table_item(session: Session, case_id: int) -> int | None:
    """Return the item of a case in a meeting that has begun and is not final, the newest meeting first."""
    held = (MeetingState.RUNNING, MeetingState.SETTLING)
    query = (
        select(ItemRow.id)
        .join(MeetingRow, col(MeetingRow.id) == ItemRow.meeting_id)
        .where(ItemRow.case_id == case_id, col(MeetingRow.state).in_(held))
        .where(col(ItemRow.state).in_((ItemState.OPEN, ItemState.DISCUSSED)))
        .order_by(col(MeetingRow.on).desc(), col(ItemRow.id).desc())
    )
    return session.exec(query.limit(1)).first()


def _live(day: date) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on a case that can be closed on a day."""
    return (
        col(CaseRow.phase).in_(CLOSABLE),
        ~col(CaseRow.shielded),
        ~col(CaseRow.erased),
        col(CaseRow.registered_on) <= day,
    )


def _facts(case_id: int) -> Any:
    query = select(ClosureFactRow).where(ClosureFactRow.case_id == case_id)
    return query.order_by(col(ClosureFactRow.on).desc(), col(ClosureFactRow.id).desc())
