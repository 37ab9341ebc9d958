"""What is personal in a case is gone for good; an anonymous stub stays (seed l.162; Wgs art. 1.8(7), Bgs art. 1.16).

The stub keeps what the figures of a year are made of: number, approach, dates, outcome and referring organisation, and
the numbers of decisions and actions. The line in the log stays as well; it never held content.
"""

import re
from typing import Any, Final

from sqlmodel import Session, SQLModel, col, delete, or_, select, update

from zvk_tui.domain.record import ActionState
from zvk_tui.store import search
from zvk_tui.store.case_tables import (
    CaseEventRow,
    CaseRoleRow,
    CircleMemberRow,
    CriterionAnswerRow,
    IntakeRow,
    LetterRow,
    LevelRow,
    PlanGoalRow,
    PlanRow,
    PoliceContactRow,
    PoliceKnownRow,
    ReferralRow,
    StandingRow,
)
from zvk_tui.store.cipher import translated
from zvk_tui.store.desk import Desk
from zvk_tui.store.rule_tables import (
    ClosureCheckRow,
    ClosureFactRow,
    PriorityEntryRow,
    PriorityMoveRow,
    PrioritySnapshotRow,
)
from zvk_tui.store.tables import (
    ActionRow,
    CaseRow,
    ChairNoteRow,
    ChangeRow,
    ContributionRow,
    DecisionRow,
    DraftRow,
    ItemRow,
    JudgementRow,
    MinutesPartRow,
    PersonRow,
    SeriesRow,
)
from zvk_tui.store.writing.case_guards import refuse_unfinished_item
from zvk_tui.store.writing.off_list import FORMS

GONE: Final[tuple[type[SQLModel], ...]] = (
    CriterionAnswerRow,
    CircleMemberRow,
    StandingRow,
    ContributionRow,
    JudgementRow,
    PoliceContactRow,
    PoliceKnownRow,
    PlanGoalRow,
    PlanRow,
    LevelRow,
    CaseRoleRow,
    LetterRow,
    PriorityMoveRow,
    PrioritySnapshotRow,
    ClosureFactRow,
    ChangeRow,
)
"""Tables of which no row of the case stays, each before the ones that it refers to."""

EMPTIED: Final[dict[type[SQLModel], dict[str, Any]]] = {
    ReferralRow: {
        "professional_id": None,
        "pre_consult": "",
        "reason": "",
        "request_goal": "",
        "domains": [],
        "chains": [],
        "earlier_ref": "",
    },
    CaseEventRow: dict.fromkeys(("reason", "receiver", "accepted_by", "next_steps", "other_ref"), ""),
    DecisionRow: {"text": "", "motive": "", "dissent": ""},
    ActionRow: {"text": "", "person_id": None, "intervention": "", "goal_key": ""},
    ItemRow: {"title": "", "reasons": []},
    ClosureCheckRow: {"conditions": [], "from_on": None, "motive": ""},
    PriorityEntryRow: {"contact_id": None, "director_id": None, "answers": [], "decision": ""},
    MinutesPartRow: {"content": None},
}
"""Tables of which the rows of the case stay without what tells about the person."""

_FORM: Final = re.compile(r"form/(?:[a-z-]+/)*?([a-z-]+)/(\d+)/")
"""The key of what is half typed in a form: of what it is, and of which number."""

_NOT_OF_CASES: Final = ("partner", "professional", "series")
"""Forms whose number is not that of a case."""

NAMED: Final[tuple[type[SQLModel], ...]] = (SeriesRow,)
"""Tables with a case that are dealt with by themselves."""


def wipe(session: Session, desk: Desk, row: CaseRow) -> None:
    """Take out of the vault all that is personal in a case, its images and its words in the search index.

    Raises:
        Refused: while the case is on the agenda of a meeting that is not final.
    """
    refuse_unfinished_item(session, row)
    desk.close_undo(session)
    items = select(ItemRow.id).where(ItemRow.case_id == row.id)
    said = select(ContributionRow.id).where(ContributionRow.case_id == row.id)
    session.exec(delete(ChairNoteRow).where(col(ChairNoteRow.item_id).in_(items)))
    session.exec(delete(StandingRow).where(col(StandingRow.contribution_id).in_(said)))
    _drop_drafts(session, row)
    _drop_images(session, row)
    for table in GONE:
        session.exec(delete(table).where(_of(table, row)))
    for table, empty in EMPTIED.items():
        session.exec(update(table).where(_of(table, row)).values(**empty))
    _end_actions(session, desk, row)
    _forget_name(session, row)
    _forget_number(session, row)
    session.expire_all()
    search.wipe(session)


def empty_journal(desk: Desk) -> None:
    """Empty the journal beside the file: until then it holds pages as they were before, if encrypted."""
    with translated(), desk.engine().connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _of(table: Any, row: CaseRow) -> Any:
    return col(table.case_id) == row.id


def _drop_drafts(session: Session, row: CaseRow) -> None:
    """Drop what is half typed at an item of the case, and in a form of the case: `form/case/12/...`."""
    items = select(ItemRow.id).where(ItemRow.case_id == row.id)
    said = set(session.exec(select(ContributionRow.id).where(ContributionRow.case_id == row.id)))
    listed = set(session.exec(select(PriorityEntryRow.id).where(PriorityEntryRow.case_id == row.id)))
    numbers: dict[str, set[int | None]] = {noun: set() for noun in _NOT_OF_CASES} | {"statement-use": said}
    numbers |= dict.fromkeys(FORMS, listed)
    keys = session.exec(select(DraftRow.key)).all()
    forms = [(key, match) for key in keys if (match := _FORM.match(key))]
    of_case = [key for key, match in forms if int(match[2]) in numbers.get(match[1], {row.id})]
    session.exec(delete(DraftRow).where(or_(col(DraftRow.item_id).in_(items), col(DraftRow.key).in_(of_case))))


def _drop_images(session: Session, row: CaseRow) -> None:
    """Drop the images of the name, and of registrations while they were not finished; nothing here can be undone."""
    tables = col(ChangeRow.table_name)
    of_person = (tables == PersonRow.__tablename__) & (col(ChangeRow.row_id) == str(row.person_id))
    session.exec(delete(ChangeRow).where(or_(of_person, tables == IntakeRow.__tablename__)))


def _end_actions(session: Session, desk: Desk, row: CaseRow) -> None:
    still_open = (_of(ActionRow, row), col(ActionRow.state) == ActionState.OPEN)
    ended = {"state": ActionState.NO_LONGER_POSSIBLE, "settled_on": desk.today()}
    session.exec(update(ActionRow).where(*still_open).values(**ended))


def _forget_name(session: Session, row: CaseRow) -> None:
    """Empty the name and date of birth, and a series of meetings that was called after the person."""
    nameless = {"given_names": "", "prefix": "", "surname": "", "birth_date": None, "group_name": "", "name_key": ""}
    session.exec(update(PersonRow).where(col(PersonRow.id) == row.person_id).values(**nameless))
    session.exec(update(SeriesRow).where(_of(SeriesRow, row)).values(name=row.ref, place=""))
    session.exec(update(CaseRow).where(col(CaseRow.id) == row.id).values(goal="", label="", next_discussion=None))


def _forget_number(session: Session, row: CaseRow) -> None:
    """Take the number out of the other cases of the same person: it would say whose stub this is."""
    session.exec(update(CaseEventRow).where(col(CaseEventRow.other_ref) == row.ref).values(other_ref=""))
    session.exec(update(ReferralRow).where(col(ReferralRow.earlier_ref) == row.ref).values(earlier_ref=""))
