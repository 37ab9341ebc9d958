"""Vaults with very many invented cases, ten statements each, made by plain inserts: minutes, not hours.

They are measured on, nothing more: nobody was ever at the meetings, and the log knows of no act.
"""

import random
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from sqlmodel import Session, SQLModel

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_terms import CaseRole, CircleRelation, ClosingReason, EventKind, LetterState, LifeDomain
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.meeting import SeriesKind
from zvk_tui.domain.partners import Chain, ParticipantStatus, PartnerKind
from zvk_tui.store import search
from zvk_tui.store.case_tables import CaseEventRow, CaseRoleRow, CircleMemberRow, LetterRow, PlanGoalRow, PlanRow
from zvk_tui.store.kdf import KdfCost
from zvk_tui.store.tables import (
    ActionRow,
    CaseRow,
    ContributionRow,
    DecisionRow,
    ItemRow,
    MeetingRow,
    PartnerRow,
    PersonRow,
    ProfessionalRow,
    SeriesRow,
)
from zvk_tui.store.vault import Vault, create_vault

STATEMENTS: Final = 10
PASSPHRASE: Final = "vier losse woorden samen"
CHEAP: Final = KdfCost(memory_kib=32, passes=1, lanes=1)
LIVE: Final = 0.4
"""The share of the cases that is not closed: large, so that the list is long."""

DAY: Final = date(2026, 11, 23)
PER_MEETING: Final = 20
_OPEN: Final = (*(Phase.APPROACH,) * 6, *(Phase.MONITORING,) * 2, Phase.SCALING_DOWN, Phase.REFERRED)
_PARTNER: Final = {"kind": PartnerKind.POLICE, "chain": Chain.JUSTICE, "status": ParticipantStatus.CONTROLLER}
_TIMES: Final = {"start": time(9), "minutes": 120}
_RARE: Final = ("kenmerk", "voorval", "straat", "gesprek", "melding", "opvang")
_CHUNK: Final = 2000
_DIRECTORS: Final = 40
_GIVEN: Final = (
    "Bram",
    "Lotte",
    "Sem",
    "Yara",
    "Daan",
    "Noor",
    "Tijn",
    "Joep",
    "Mila",
    "Ravi",
    "Zoë",
    "Anouk",
    "Pelle",
)
_SURNAMES: Final = ("Verzonnen", "Bedacht", "Fictief", "Proefstuk", "Nietecht", "Voorbeeld", "Demoman", "Kunstmatig")
_LINES: Final = (
    "is deze week twee keer gezien bij de brug zonder incident",
    "komt weer vier dagen per week op school en heeft contact met de mentor",
    "het gezin wil meewerken maar heeft nog geen vaste begeleider",
    "politie legde een huisbezoek af en trof niemand thuis aan",
    "de schulden zijn in kaart gebracht en de bewindvoerder is aangevraagd",
    "verslavingszorg meldt dat de afspraken worden nagekomen",
    "reclassering ziet dat de dagbesteding wegvalt als het werk stopt",
    "wonen bij het werk is pas mogelijk na de uitspraak van de rechter",
    "jeugdbescherming overlegt met de ouders over het veiligheidsplan",
    "de wijkagent hoorde van buren over geluid in de avond",
)


@dataclass(frozen=True, slots=True)
class Scale:
    """A vault of a size, and the words that are in it."""

    path: Path
    cases: int


def make(folder: Path, cases: int) -> Scale:
    """Make a vault of so many cases in `folder`, or take the one that is there."""
    made = Scale(folder / f"Schaal{cases}.zvk", cases)
    if not made.path.exists():
        building = folder / f"Bouw{cases}.zvk"
        vault = create_vault(building, ChamberSettings("Meetkamer"), "Ria Voorbeeld", PASSPHRASE, clock, CHEAP)
        try:
            _fill(vault, cases)
        finally:
            vault.lock()
        building.rename(made.path)
    return made


def clock() -> datetime:
    """Return a moment that stands still: the vaults were made for that day."""
    return datetime.combine(DAY, time(12)).astimezone()


def _fill(vault: Vault, cases: int) -> None:
    with Session(vault.desk.engine()) as session:
        session.connection().exec_driver_sql("PRAGMA cache_size = -400000")
        _insert(session, _ground(cases))
        for start in range(1, cases + 1, _CHUNK):
            numbers = range(start, min(cases, start + _CHUNK - 1) + 1)
            _insert(session, (row for number in numbers for row in _case(number, cases - number)))
        search.rebuild(session)
        session.commit()


def _insert(session: Session, rows: Iterable[tuple[type[SQLModel], dict[str, Any]]]) -> None:
    """Insert rows of any tables, those of one table in one statement, past the desk and its log."""
    by_table: dict[type[SQLModel], list[dict[str, Any]]] = {}
    for model, values in rows:
        by_table.setdefault(model, []).append({"uid": str(uuid.uuid4()), **values})
    for model, many in by_table.items():
        usual = {
            name: field.default
            for name, field in model.model_fields.items()
            if not field.is_required() and name not in {"id", "uid"}
        }
        table = SQLModel.metadata.tables[str(model.__tablename__)]
        session.connection().execute(table.insert(), [usual | values for values in many])


_Rows = Iterator[tuple[type[SQLModel], dict[str, Any]]]


def _ground(cases: int) -> _Rows:
    """Partners, directors, and a meeting for every twenty cases."""
    for number in range(1, 9):
        yield PartnerRow, {"id": number, "name": f"Partner {number}", "short": f"P{number}"} | _PARTNER
    for number in range(1, _DIRECTORS + 1):
        yield ProfessionalRow, {"id": number, "partner_id": number % 8 + 1, "name": f"R. Gisseur {number}"}
    yield SeriesRow, {"id": 1, "name": "Kernteam", "kind": SeriesKind.CORE_TEAM_PAD, "interval_weeks": 1} | _TIMES
    for number in range(1, cases // PER_MEETING + 2):
        on = DAY - timedelta(days=(cases // PER_MEETING - number + 1) % 2000 + 1)
        values = {"id": number, "series_id": 1, "number": number, "on": on, "start": time(9), "state": "final"}
        yield MeetingRow, values


def _case(number: int, age: int) -> _Rows:
    """One case with everything that its dossier shows; what is in it hangs on how many cases came after it.

    So the newest cases are the same in every vault, and opening one reads and draws as much.
    """
    dice = random.Random(age)  # noqa: S311 - invented records need no secrets
    given, surname = dice.choice(_GIVEN), f"{dice.choice(_SURNAMES)}{dice.randrange(300)}"
    yield PersonRow, {"id": number, "given_names": given, "surname": surname, "name_key": f"{surname} {given}".lower()}
    phase = dice.choice(_OPEN) if dice.random() < LIVE else Phase.CLOSED
    registered = DAY - timedelta(days=30 + (age * 7919) % 2500)
    yield (
        CaseRow,
        {
            "id": number,
            "ref": f"D{registered.year % 100}-{number:04}",
            "approach": Approach.PAD if age % 3 else Approach.ALL_AGES,
            "track": Track.REGULAR if age % 5 else Track.RIVAL_YOUTH,
            "phase": phase,
            "person_id": number,
            "registered_on": registered,
            "goal": dice.choice(_LINES),
            "director_id": dice.randint(1, _DIRECTORS),
            "label": "straatkracht" if age % 50 == 0 else "",
            "last_discussed": DAY - timedelta(days=dice.randrange(400)),
            "next_discussion": DAY + timedelta(days=dice.randrange(-20, 60)) if dice.random() < 0.7 else None,
            "closed_on": DAY if phase is Phase.CLOSED else None,
            "closing_reason": ClosingReason.SIX_MONTHS if phase is Phase.CLOSED else "",
        },
    )
    yield from _life(number, age, registered, phase)
    yield from _said(number, age, dice)


def _life(number: int, age: int, registered: date, phase: Phase) -> _Rows:
    kinds = [EventKind.REGISTERED, EventKind.TRIAGED, EventKind.ADMITTED, EventKind.PLAN_SET]
    for place, kind in enumerate([*kinds, EventKind.CLOSED] if phase is Phase.CLOSED else kinds):
        day = registered + timedelta(days=7 * place)
        values = {"case_id": number, "on": day, "kind": kind, "by": "Ria Voorbeeld", "reason": "zoals afgesproken"}
        beside: dict[str, Any] = {"closing_reason": ClosingReason.SIX_MONTHS} if kind is EventKind.CLOSED else {}
        beside |= {"approach": Approach.PAD, "track": Track.REGULAR} if kind is EventKind.REGISTERED else {}
        yield CaseEventRow, values | beside
    role = {"role": CaseRole.PROCESS_DIRECTOR, "professional_id": age % _DIRECTORS + 1, "from_on": registered}
    yield CaseRoleRow, {"case_id": number} | role
    yield CircleMemberRow, {"case_id": number, "relation": CircleRelation.PARENT, "given_names": "Ouder"}
    yield LetterRow, {"case_id": number, "state": _letter(phase, age), "due_on": DAY}
    plan = {"id": number, "case_id": number, "version": 1, "on": registered, "goal": _LINES[age % len(_LINES)]}
    yield PlanRow, plan | {"review_on": DAY + timedelta(days=age % 300), "by": "Ria Voorbeeld"}
    goal = {"plan_id": number, "position": 1, "key": "a", "domain": LifeDomain.HOUSING, "text": "een eigen kamer"}
    yield PlanGoalRow, {"case_id": number} | goal


def _letter(phase: Phase, age: int) -> LetterState:
    return LetterState.DUE if phase is Phase.REFERRED and age % 4 == 0 else LetterState.SENT


def _said(number: int, age: int, dice: random.Random) -> _Rows:
    """Ten statements, half of them at a meeting; a decision and two actions."""
    on = DAY - timedelta(days=age // PER_MEETING % 2000 + 1)
    meeting = number // PER_MEETING + 1
    item = {"id": number, "meeting_id": meeting, "position": number % PER_MEETING, "kind": "case", "case_id": number}
    yield ItemRow, item | {"planned_minutes": 6, "state": "discussed"}
    for place in range(STATEMENTS):
        text = f"{dice.choice(_LINES)} {dice.choice(_LINES)} {dice.choice(_RARE)}{dice.randrange(3000)}"
        at = number if place % 2 else None
        values = {"case_id": number, "item_id": at, "partner_id": dice.randint(1, 8), "on": on, "kind": "fact"}
        yield ContributionRow, values | {"text": text}
    yield DecisionRow, {"item_id": number, "case_id": number, "number": number, "on": on, "text": "doorgaan met hulp"}
    for place in (0, 1):
        action = {"item_id": number, "meeting_id": meeting, "case_id": number, "number": 2 * number + place}
        due = {"text": "huisbezoek afleggen", "owner_id": 1, "agreed_on": on, "due": DAY, "state": "open"}
        yield ActionRow, action | due
