"""The lives of cases that were kept before events were: taken over once, when the tables are made wider.

It is history, as the steps themselves are: the words stand here as they are stored, whatever they are called later.
"""

import uuid
from typing import Any, Final

from sqlalchemy import Connection, text

from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.matching import name_key

TAKEN_OVER: Final = "Overgenomen uit een eerdere versie"
"""The reason of every event that stands for what happened before events were kept."""

STEPS: Final[dict[str, tuple[str, ...]]] = {
    "referred": (),
    "triage": ("triaged",),
    "approach": ("admitted",),
    "monitoring": ("monitoring",),
    "scaled_up": ("scaled_up",),
    "scaling_down": ("admitted", "scaled_down"),
    "closed": ("closed",),
}
"""The fewest events after registration that lead to each phase."""

EVENT: Final = """
INSERT INTO case_event (uid, case_id, "on", kind, "by", reason, approach, track, closing_reason, forum, scale_to,
    receiver, accepted_by, next_steps, other_ref)
VALUES (:uid, :case_id, :on, :kind, 'zvk', :reason, :approach, :track, :closing_reason, '', :scale_to, '', '', '', '')
"""
ROLE: Final = """
INSERT INTO case_role (uid, case_id, role, professional_id, from_on)
VALUES (:uid, :case_id, :role, :professional_id, :on)
"""


def take_over(connection: Connection) -> None:
    """Give every case its life so far: the key of its name, its events and its roles; nothing before can be undone."""
    _name_keys(connection)
    _lives(connection)
    connection.execute(text("UPDATE change SET undoable = 0"))


def _name_keys(connection: Connection) -> None:
    """Give every person the key by which names are sorted and compared."""
    run = connection.execute
    names = "SELECT id, given_names, prefix, surname, group_name FROM person"
    for number, given, prefix, surname, group in run(text(names)).all():
        key = name_key(Subject(given, prefix, surname, None, group))
        run(text("UPDATE person SET name_key = :key WHERE id = :id"), {"key": key, "id": number})


def _lives(connection: Connection) -> None:
    """Give every case the events that lead to its phase, and its director and coordinator their roles.

    When and why a case was closed was not kept: it gets the day on which it was last discussed, and no reason is made
    up. The track "straatkracht" was a label all along.
    """
    run = connection.execute
    run(text("UPDATE case_file SET label = 'straatkracht', track = 'regular' WHERE track = 'straatkracht'"))
    last = "max(registered_on, coalesce(last_discussed, registered_on))"
    run(
        text(f"UPDATE case_file SET closed_on = {last}, closing_reason = 'not_recorded' WHERE phase = 'closed'")  # noqa: S608 - our own words
    )
    fields = f"id, approach, track, phase, registered_on, {last}, director_id, coordinator_id"
    for row in run(text(f"SELECT {fields} FROM case_file ORDER BY id")).all():  # noqa: S608 - our own words
        for values in _events(row):
            run(text(EVENT), values)
        for role, holder in (("process_director", row[6]), ("case_coordinator", row[7])):
            if holder is not None:
                values = {"uid": str(uuid.uuid4()), "case_id": row[0], "role": role, "on": row[4]}
                run(text(ROLE), values | {"professional_id": holder})


def _events(row: Any) -> list[dict[str, str | int]]:
    case_id, approach, track, phase, registered, last = row[:6]
    empty = dict.fromkeys(("approach", "track", "closing_reason", "scale_to"), "")
    events = [empty | {"kind": "registered", "on": registered, "approach": approach, "track": track}]
    for kind in STEPS[phase]:
        said = {"closed": {"closing_reason": "not_recorded"}, "scaled_up": {"scale_to": "regional_house"}}.get(kind, {})
        events.append(empty | said | {"kind": kind, "on": last})
    return [{"uid": str(uuid.uuid4()), "case_id": case_id, "reason": TAKEN_OVER} | event for event in events]
