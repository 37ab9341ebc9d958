"""A vault of an earlier version: its cases get the life that leads to where they are, and nothing is made up."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text
from sqlmodel import Session, select

from zvk_tui.domain.case_file import Phase
from zvk_tui.domain.case_terms import CaseLabel, CaseRole, ClosingReason, ScaleTarget
from zvk_tui.domain.life import follow
from zvk_tui.store import schema
from zvk_tui.store.case_tables import CaseRoleRow
from zvk_tui.store.cipher import engine
from zvk_tui.store.migrations.lives_so_far import TAKEN_OVER
from zvk_tui.store.reading.life import events_of
from zvk_tui.store.tables import CaseRow, PersonRow
from zvk_tui.store.verify import _cases

OLD: Final = """
INSERT INTO partner VALUES (1, 'p1', 'Politie Proefstad', 'Politie', 'police', 'justice', 'controller', 1);
INSERT INTO professional VALUES (1, 'f1', 1, 'P. Roef', '', NULL, 1);
INSERT INTO professional VALUES (2, 'f2', 1, 'C. Oordinator', '', NULL, 1);
INSERT INTO person VALUES (1, 'n1', 'Élise', 'van der', 'Vérzonnen', NULL, '');
INSERT INTO audit VALUES (1, '2026-01-01 10:00:00', 'V', 'case_saved', '', '', '', '');
INSERT INTO change VALUES (1, 1, 'case_file', '1', 1, NULL, 1, 0)
"""


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Engine]:
    """Give the file of a vault as the first version made it, with a case in every phase."""
    made = engine(tmp_path / "cases.db", b"k" * 32)
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations").replace("%", "%%"))
    with made.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in OLD.strip().split(";\n"):
            connection.execute(text(statement))
        for number, phase in enumerate(Phase, 1):
            add_case(connection, number, phase)
    yield made
    made.dispose()


def add_case(connection: Connection, number: int, phase: Phase) -> None:
    """Add a case as the first version kept it; an odd one was discussed."""
    names = "id, uid, ref, approach, track, phase, person_id, registered_on, goal, director_id, coordinator_id"
    values = f"{number}, 'c{number}', 'D25-{number:04}', 'pad', 'straatkracht', '{phase}', 1, '2025-02-03', '', 1, 2"
    discussed = "'2026-02-02'" if number % 2 else "NULL"
    connection.execute(text(f"INSERT INTO case_file ({names}, last_discussed) VALUES ({values}, {discussed})"))  # noqa: S608 - our own words


@pytest.fixture
def session(old: Engine) -> Iterator[Session]:
    """Give a session on that vault, brought up to date."""
    schema.migrate(old)
    with Session(old) as opened:
        yield opened


def test_every_case_keeps_its_phase(session: Session) -> None:
    """What follows from the events is what each case was before, and the vault is whole."""
    for row in session.exec(select(CaseRow)).all():
        life = follow(events_of(session, row.id or 0))
        assert (life.phase, life.registered_on) == (row.phase, date(2025, 2, 3))
        assert all(event.reason == TAKEN_OVER for event in events_of(session, row.id or 0))
    assert _cases(session) == ()


def test_a_closing_reason_is_not_made_up(session: Session) -> None:
    """A case that was closed has the day of its last discussion and the reason that none was recorded."""
    closed = session.exec(select(CaseRow).where(CaseRow.phase == Phase.CLOSED)).one()
    assert (closed.closed_on, closed.closing_reason) == (date(2026, 2, 2), ClosingReason.NOT_RECORDED)


def test_a_case_that_was_scaled_up_was_at_the_regional_house(session: Session) -> None:
    """The first version knew one place to scale up to."""
    row = session.exec(select(CaseRow).where(CaseRow.phase == Phase.SCALED_UP)).one()
    assert follow(events_of(session, row.id or 0)).scaled_to is ScaleTarget.REGIONAL_HOUSE


def test_straatkracht_becomes_a_label(session: Session) -> None:
    """The pilot is a label on a case; its track is the regular one (seed l.485-496)."""
    assert {(row.track, row.label) for row in session.exec(select(CaseRow))} == {("regular", CaseLabel.STRAATKRACHT)}


def test_director_and_coordinator_have_their_roles(session: Session) -> None:
    """Who directed and who coordinated do so from the day of registration on."""
    roles = session.exec(select(CaseRoleRow).where(CaseRoleRow.case_id == 1)).all()
    assert {(role.role, role.professional_id, role.from_on, role.until_on) for role in roles} == {
        (CaseRole.PROCESS_DIRECTOR, 1, date(2025, 2, 3), None),
        (CaseRole.CASE_COORDINATOR, 2, date(2025, 2, 3), None),
    }


def test_names_get_their_key(session: Session) -> None:
    """Names can be sorted and compared at once, without capitals, accents and prefix."""
    assert session.exec(select(PersonRow.name_key)).one() == "verzonnen, elise"


def test_nothing_before_can_be_undone(session: Session) -> None:
    """An image of the first version knows nothing of events, so it is never put back."""
    assert session.connection().execute(text("SELECT count(*) FROM change WHERE undoable")).scalar() == 0
