"""Erasing a case: what is personal is really gone, from every table, image and index; an anonymous stub stays."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from sqlmodel import SQLModel

from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.case_terms import ClosingReason, EventKind
from zvk_tui.domain.draft import Draft
from zvk_tui.domain.life import CaseEvent, NewCase
from zvk_tui.domain.log import Act
from zvk_tui.domain.record import ActionState
from zvk_tui.errors import Refused
from zvk_tui.store.case_tables import (
    CircleMemberRow,
    CriterionAnswerRow,
    IntakeRow,
    LevelRow,
    PlanGoalRow,
    PlanRow,
    PoliceContactRow,
    PoliceKnownRow,
    ReferralRow,
    StandingRow,
)
from zvk_tui.store.tables import CaseRow, ContributionRow
from zvk_tui.store.writing.erase import EMPTIED, GONE, NAMED
from zvk_tui.store.writing.life import registered

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

MARK: Final = "Vliegdennenlaan"
"""A word that is in every text of the case, so that it can be looked for."""
REF: Final = "D26-0001"


@contextmanager
def refused(words: str) -> Iterator[None]:
    """Expect a refusal of which the sentence, in English, holds these words."""
    with pytest.raises(Refused) as found:
        yield
    assert words in found.value.message


def everything(chamber: "Chamber") -> str:
    """Return every byte of every table, those of the search index among them, in small letters."""
    with chamber.vault.desk.engine().connect() as connection:
        driver = connection.connection.cursor()
        names = [name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        rows: list[Any] = []
        for name in names:
            if name != "case_search":
                rows += driver.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - our own names
        return repr(rows).casefold()


def fill(chamber: "Chamber") -> int:
    """Put the marker word in everything that the vault keeps of a case; return the case."""
    case_file = chamber.case(REF)
    day = chamber.second
    subject = Subject(MARK, MARK, MARK, day - timedelta(days=7000), MARK)
    chamber.vault.change.case_file(replace(case_file, subject=subject, goal=MARK))
    with chamber.vault.desk.writing(Act.CASE_CHANGED, REF) as session:
        referral = ReferralRow(
            case_id=case_file.id, on=day, pre_consult=MARK, reason=MARK, request_goal=MARK, domains=[MARK]
        )
        plan = PlanRow(case_id=case_file.id, version=1, on=day, goal=MARK, reason=MARK, by="V")
        session.add_all(
            (referral, plan, CircleMemberRow(case_id=case_file.id, relation="parent", surname=MARK, note=MARK))
        )
        session.add(IntakeRow(content={"surname": MARK}, saved_at=chamber.vault.now(), by="V"))
        session.flush()
        said = session.get_one(ContributionRow, 1)
        said.text = MARK
        session.add_all(
            (
                CriterionAnswerRow(
                    case_id=case_file.id, referral_id=referral.id or 0, code="a", answer="yes", motive=MARK
                ),
                PlanGoalRow(
                    case_id=case_file.id, plan_id=plan.id or 0, position=1, key="k", domain="housing", text=MARK
                ),
                LevelRow(case_id=case_file.id, domain="housing", on=day, level=2, by=MARK),
                PoliceContactRow(
                    case_id=case_file.id, on=day, kind="suspect", negative=True, source="P", note=MARK, entered_on=day
                ),
                PoliceKnownRow(case_id=case_file.id, until=day, entered_on=day, source=MARK),
                StandingRow(contribution_id=said.id or 0, on=day, standing="wrong", by="V", reason=MARK),
            )
        )
        session.delete(session.get_one(IntakeRow, 1))
    for table, columns in {
        "decision": "text = :m, motive = :m",
        "action": "text = :m",
        "judgement": "text = :m",
    }.items():
        chamber.sql(f"UPDATE {table} SET {columns} WHERE case_id = :case", m=MARK, case=case_file.id)  # noqa: S608 - ours
    chamber.sql("UPDATE minutes_part SET content = :m WHERE case_id = :case", m=MARK, case=case_file.id)
    chamber.vault.drafts.keep(Draft(f"form/case/{case_file.id}/event/reason", MARK))
    return case_file.id


def end(chamber: "Chamber", case_id: int) -> None:
    """Close and shield a case, with the marker word wherever something is typed."""
    for kind, said in (
        (EventKind.SCALED_UP, {"reason": MARK, "scale_to": "ila"}),
        (EventKind.HANDED_OVER, {"receiver": MARK, "accepted_by": MARK}),
        (EventKind.CLOSED, {"closing_reason": ClosingReason.GOAL_REACHED, "reason": MARK}),
        (EventKind.SHIELDED, {}),
    ):
        if kind is EventKind.SHIELDED:
            settle_actions(chamber, case_id)
        event = CaseEvent(kind, chamber.vault.now().date(), **said)  # type: ignore[arg-type]
        chamber.vault.lives.add(case_id, event)


def settle_actions(chamber: "Chamber", case_id: int) -> None:
    """Record what became of every open action of a case: before that it is not shielded."""
    for action in chamber.vault.plans.actions(case_id):
        if action.state is ActionState.OPEN:
            chamber.vault.entries.settle_action(action.id, ActionState.DONE, chamber.vault.now().date())


@pytest.fixture
def chamber(at: "At") -> "Chamber":
    """Give a chamber with final minutes, in which a case that is full of the marker word was shielded."""
    final = at("final")
    end(final, fill(final))
    return final


@pytest.fixture
def case_id(chamber: "Chamber") -> int:
    """Give the case that is full of the marker word."""
    return int(chamber.sql("SELECT id FROM case_file WHERE ref = :ref", ref=REF)[0][0])


def test_every_table_of_a_case_is_dealt_with() -> None:
    """No table with a case is forgotten: its rows go, are emptied, or are dealt with by themselves."""
    dealt = {table.__tablename__ for table in (*GONE, *EMPTIED, *NAMED)}
    with_case = {name for name, table in SQLModel.metadata.tables.items() if "case_id" in table.columns}
    assert with_case == dealt


def test_nothing_personal_is_left(chamber: "Chamber", case_id: int) -> None:
    """After erasing, the marker word is in no table, no image, no draft and no page of the search index."""
    assert MARK.casefold() in everything(chamber)
    chamber.vault.lives.erase(case_id, REF)
    assert MARK.casefold() not in everything(chamber)
    assert chamber.vault.verify() == ()


def test_an_anonymous_stub_stays(chamber: "Chamber", case_id: int) -> None:
    """Number, approach, dates and outcome stay for the figures of a year, and the events without their texts."""
    before = chamber.vault.life.life(case_id)
    chamber.vault.lives.erase(case_id, REF)
    after = chamber.vault.life.life(case_id)
    assert (after.erased, after.approach, after.closed_on, after.closing_reason) == (
        True, before.approach, before.closed_on, before.closing_reason,
    )  # fmt: skip
    events = chamber.vault.life.events(case_id)
    assert [event.kind for event in events][-2:] == [EventKind.SHIELDED, EventKind.ERASED]
    assert not any((event.reason, event.receiver, event.accepted_by) != ("", "", "") for event in events)
    assert chamber.sql("SELECT count(*) FROM decision WHERE case_id = :case", case=case_id) == [(1,)]
    assert all(state != ActionState.OPEN for (state,) in chamber.sql("SELECT state FROM action WHERE case_id = 1"))


def test_the_log_tells_it_and_is_whole(chamber: "Chamber", case_id: int) -> None:
    """One line says who erased which case; every line of before is there and ties to the next."""
    before = chamber.content("audit")["audit"]
    chamber.vault.lives.erase(case_id, REF)
    assert chamber.content("audit")["audit"][:-1] == before
    line = chamber.vault.log.lines(1)[0]
    assert (line.act, line.case_ref, line.who) == (Act.CASE_ERASED, REF, "Voorzitter")


def test_final_minutes_stay_whole(chamber: "Chamber", case_id: int) -> None:
    """The parts of other cases are as they were finalised, the part of this one is empty, the fingerprint holds."""
    chamber.vault.lives.erase(case_id, REF)
    minutes = chamber.vault.records.minutes(chamber.meeting)
    refs = {item.case_ref for item in minutes.items}
    assert REF not in refs
    assert "D26-0003" in refs


def test_no_page_of_before_is_left_beside_the_file(chamber: "Chamber", case_id: int) -> None:
    """After erasing, the journal beside the file is empty: no page as it was before can be read back from it."""
    journal = chamber.vault.folder.database.with_name(f"{chamber.vault.folder.database.name}-wal")
    assert journal.stat().st_size > 0
    chamber.vault.lives.erase(case_id, REF)
    assert journal.stat().st_size == 0


def test_other_cases_keep_everything(chamber: "Chamber", case_id: int) -> None:
    """Erasing one case touches no row of another."""
    others = "SELECT * FROM {} WHERE case_id != :case"
    tables = ("case_event", "agenda_item", "minutes_part", "case_role", "notification_letter")
    before = [chamber.sql(others.format(table), case=case_id) for table in tables]
    names = chamber.sql("SELECT * FROM person WHERE id != (SELECT person_id FROM case_file WHERE id = :c)", c=case_id)
    chamber.vault.lives.erase(case_id, REF)
    assert [chamber.sql(others.format(table), case=case_id) for table in tables] == before
    after = chamber.sql("SELECT * FROM person WHERE id != (SELECT person_id FROM case_file WHERE id = :c)", c=case_id)
    assert after == names


def test_nothing_before_can_be_undone(chamber: "Chamber", case_id: int) -> None:
    """Erasing cannot be undone, and no undo brings back what was before it."""
    chamber.vault.lives.erase(case_id, REF)
    assert chamber.vault.undo() is None


@pytest.mark.parametrize("typed", ["", "D26-0003", "ja"])
def test_the_number_must_be_typed(chamber: "Chamber", case_id: int, typed: str) -> None:
    """Only the number of the case itself erases it; anything else changes nothing."""
    before = chamber.content(logs=True)
    with refused("not the number"):
        chamber.vault.lives.erase(case_id, typed)
    assert chamber.content(logs=True) == before


def test_only_a_shielded_case_is_erased(at: "At") -> None:
    """A case that runs, or was closed and not shielded, is not erased."""
    chamber = at("final")
    for kind, said in ((EventKind.SCALED_DOWN, {}), (EventKind.CLOSED, {"closing_reason": ClosingReason.GOAL_REACHED})):
        chamber.vault.lives.add(1, CaseEvent(kind, chamber.vault.now().date(), **said))  # type: ignore[arg-type]
        with refused("does not fit"):
            chamber.vault.lives.erase(1, REF)


def test_a_case_on_an_agenda_waits(chamber: "Chamber", case_id: int) -> None:
    """While a meeting with the case on its agenda is not final again, it is not erased: its minutes need it."""
    chamber.settle.reopen(chamber.meeting, "een naam klopt niet")
    with refused("not final"):
        chamber.vault.lives.erase(case_id, REF)


def test_the_newer_case_forgets_the_number(chamber: "Chamber", case_id: int) -> None:
    """The newer case of the same person no longer says which stub was theirs."""
    new = NewCase("D26-0010", chamber.case("D26-0003").approach, Subject("Proef"), chamber.second, earlier_ref=REF)
    with chamber.vault.desk.writing(Act.CASE_REGISTERED, new.ref) as session:
        registered(session, chamber.vault.desk, new, ReferralRow(case_id=0, on=chamber.second, earlier_ref=REF))
    chamber.vault.lives.erase(case_id, REF)
    tied = "SELECT count(*) FROM {} WHERE {} != ''"
    assert chamber.sql(tied.format("case_event", "other_ref")) == [(0,)]
    assert chamber.sql(tied.format("referral", "earlier_ref")) == [(0,)]


def test_the_row_of_the_case_says_nothing(chamber: "Chamber", case_id: int) -> None:
    """The stub has no goal, no people, and no day on which it is to be discussed."""
    chamber.vault.lives.erase(case_id, REF)
    with chamber.vault.desk.reading() as session:
        row = session.get_one(CaseRow, case_id)
        assert (row.goal, row.director_id, row.coordinator_id, row.next_discussion) == ("", None, None, None)
