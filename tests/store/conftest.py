"""A small invented chamber in a real vault, at every stage of a meeting, and every act a user can do to it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.draft import Draft
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import Attendance, ItemKind, ItemState, MeetingState, Presence, Series, SeriesKind
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.record import Action, ActionState, Answer, Judgement, StatementKind
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.kdf import KdfCost
from zvk_tui.store.tables import SQLModel
from zvk_tui.store.vault import Vault, create_vault, open_with

WORDS: Final = "vier losse woorden"
TYPED: Final = "Vliegdennenlaan"
"""A word that is typed in every field of every act, so that it can be looked for."""
HOLDER: Final = "Voorzitter"
CHEAP: Final = KdfCost(memory_kib=32, passes=1, lanes=1)
FIRST: Final = date(2026, 11, 9)
SECOND: Final = date(2026, 11, 23)
THIRD: Final = date(2026, 12, 7)
LOGS: Final = ("audit", "change")

Content = dict[str, list[tuple[Any, ...]]]
"""Every row of some tables, as stored."""


@dataclass(slots=True)
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime

    def __call__(self) -> datetime:
        """Return the moment it stands at."""
        return self.now

    def set(self, day: date, at: time = time(13, 30)) -> None:
        """Put it at a moment, in the time of Amsterdam."""
        self.now = datetime.combine(day, at, ZoneInfo("Europe/Amsterdam"))

    def forward(self, **length: float) -> None:
        """Move it, by keywords of a `timedelta`."""
        self.now += timedelta(**length)


@dataclass(slots=True)
class Chamber:
    """An open vault with what a test needs to say of it; things are found anew each time, by the name people use."""

    vault: Vault
    clock: Clock

    words, typed, holder, cheap = WORDS, TYPED, HOLDER, CHEAP
    first, second, third = FIRST, SECOND, THIRD

    def partner(self, short: str) -> Partner:
        """Return a partner by its short name."""
        return next(partner for partner in self.vault.register.directory().partners if partner.short == short)

    def person(self, name: str) -> Professional:
        """Return somebody by name."""
        return next(person for person in self.vault.register.directory().professionals if person.name == name)

    def owner(self, short: str) -> Owner:
        """Return an organisation as owner."""
        return Owner(self.partner(short))

    def case(self, ref: str) -> CaseFile:
        """Return a case by its number."""
        return self.vault.register.find_cases(ref)[0]

    @property
    def series(self) -> Series:
        """The kernteam."""
        return next(series for series in self.vault.meetings.series() if series.kind is SeriesKind.CORE_TEAM_PAD)

    @property
    def meeting(self) -> int:
        """The newest meeting of the kernteam."""
        return self.vault.meetings.all(self.series.id)[0].id

    @property
    def state(self) -> MeetingState:
        """The state of the newest meeting."""
        return self.vault.meetings.get(self.meeting).state

    def item(self, wanted: ItemKind | str) -> int:
        """Return an item of the newest meeting: by its kind, or by the number of its case."""
        return next(
            item.id
            for item in self.vault.meetings.agenda(self.meeting)
            if wanted in {item.kind, item.case.ref if item.case else None}
        )

    def order(self) -> list[str]:
        """Return the agenda of the newest meeting: kinds, and numbers of cases, in order."""
        return [item.case.ref if item.case else str(item.kind) for item in self.vault.meetings.agenda(self.meeting)]

    def states(self) -> list[ItemState]:
        """Return the states of the items of the newest meeting, in order."""
        return [item.state for item in self.vault.meetings.agenda(self.meeting)]

    def seat(self, name: str) -> Attendance:
        """Return somebody's place at the newest meeting."""
        seats = self.vault.meetings.attendance(self.meeting)
        return next(seat for seat in seats if seat.professional.name == name)

    def carried(self, ref: str) -> Action:
        """Return the first earlier action on the card of a case."""
        return self.vault.cards.get(self.item(ref)).carried[0]

    def open_next(self, on: date) -> int:
        """Open the next meeting of the kernteam, everybody present."""
        number = self.vault.agenda.open_meeting(self.series.id, on)
        self.vault.table.all_present(number)
        return number

    def end(self, next_on: date | None) -> None:
        """End the newest meeting, so that it can be finalised."""
        self.vault.settle.skip_open(self.meeting)
        self.vault.settle.set_next(self.meeting, next_on)
        self.vault.settle.end(self.meeting)

    def discuss_all(self) -> None:
        """Conclude every open item of the newest meeting as discussed."""
        for item in self.vault.meetings.agenda(self.meeting):
            if item.state is ItemState.OPEN:
                self.vault.table.conclude(item.id, ItemState.DISCUSSED)

    def sql(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        """Run raw SQL past everything that guards the vault."""
        with self.vault.desk.engine().begin() as connection:
            found = connection.execute(text(statement), values)
            return [tuple(row) for row in found] if found.returns_rows else []

    def content(self, *tables: str, logs: bool = False) -> Content:
        """Return every row of these tables, or of all; the two logs only when asked for."""
        names = tables or sorted(name for name in SQLModel.metadata.tables if logs or name not in LOGS)
        return {name: self.sql(f'SELECT * FROM "{name}" ORDER BY 1') for name in names}  # noqa: S608 - our own names

    def reopened(self) -> "Chamber":
        """Lock the vault and unlock it again."""
        folder = self.vault.folder
        self.vault.lock()
        self.vault = open_with(folder, folder.read_keys().unlock(WORDS), self.clock)
        return self


def _professional(name: str, partner: Partner, signed: date | None = None) -> Professional:
    return Professional(0, name, "medewerker", partner, signed)


def _case(ref: str, phase: Phase, registered: date, coordinator: Professional | None = None) -> CaseFile:
    subject = Subject("Proef", "de", f"Verzonnen{ref[-1]}")
    return CaseFile(0, ref, Approach.PAD, phase, subject, registered, coordinator=coordinator)


def _fill_register(chamber: Chamber) -> None:
    """Four partners, five people, four cases of which three have a reason to be discussed, one series."""
    keep = chamber.vault.keep
    kinds = {
        "Gemeente": (PartnerKind.MUNICIPALITY, Chain.GOVERNANCE, ParticipantStatus.CONTROLLER),
        "Politie": (PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.PARTICIPANT),
        "GGZ": (PartnerKind.MENTAL_HEALTH, Chain.CARE, ParticipantStatus.PARTICIPANT),
        "Buurtwerk": (PartnerKind.WELFARE, Chain.CARE, ParticipantStatus.INCIDENTAL),
    }
    for short, (kind, chain, status) in kinds.items():
        keep.add_partner(Partner(0, f"{short} Verzonnenstad", short, kind, chain, status))
    people = [("Cor", "Gemeente"), ("Noor", "Gemeente"), ("Piet", "Politie"), ("Gerda", "GGZ"), ("Bas", "Buurtwerk")]
    cor, noor, piet, gerda, _bas = (
        keep.add_professional(_professional(name, chamber.partner(short))) for name, short in people
    )
    keep.add_case(_case("D26-0001", Phase.APPROACH, FIRST - timedelta(weeks=9), piet))
    keep.add_case(_case("D26-0002", Phase.REFERRED, FIRST - timedelta(weeks=1)))
    keep.add_case(_case("D26-0003", Phase.MONITORING, FIRST - timedelta(weeks=7), gerda))
    keep.add_case(_case("D26-0004", Phase.APPROACH, FIRST - timedelta(weeks=2)))
    kind = SeriesKind.CORE_TEAM_PAD
    series = Series(0, "Kernteam PAD", kind, 2, time(13, 30), 90, "Zaal 2", Approach.PAD)
    keep.add_series(series, (cor, noor, piet, gerda), cor, noor)


def _hold_first(chamber: Chamber) -> None:
    """A final meeting at which two actions were agreed; one of them is late at the second."""
    chamber.open_next(FIRST)
    chamber.vault.table.start(chamber.meeting)
    item = chamber.item("D26-0001")
    chamber.vault.entries.add_action(item, chamber.owner("Politie"), "langsgaan", SECOND - timedelta(days=3))
    chamber.vault.entries.add_action(item, chamber.owner("Gemeente"), "brief sturen", THIRD)
    chamber.discuss_all()
    chamber.end(SECOND)
    chamber.vault.settle.finalise(chamber.meeting)


def _prepare(chamber: Chamber) -> None:
    """The second meeting: somebody leaves early, a case lacks since its date was set later, a text is not entered."""
    chamber.clock.set(SECOND - timedelta(days=3))
    chamber.vault.agenda.open_meeting(chamber.series.id, SECOND)
    chamber.vault.agenda.set_leaving(chamber.seat("Gerda").id, time(14))
    chamber.vault.keep.set_discussions(chamber.case("D26-0004").id, None, SECOND)
    chamber.vault.drafts.keep(Draft("contribution", "half getypt", 4, chamber.item("D26-0003")))
    chamber.clock.set(SECOND, time(13, 25))


def _run(chamber: Chamber) -> None:
    """The table is at the first case, at which one of everything was entered."""
    vault = chamber.vault
    vault.drafts.forget("contribution")
    vault.table.all_present(chamber.meeting)
    chamber.clock.set(SECOND)
    vault.table.start(chamber.meeting)
    chamber.clock.forward(minutes=4)
    vault.table.conclude(chamber.item(ItemKind.OPENING), ItemState.DISCUSSED)
    item = chamber.item("D26-0001")
    vault.table.enter(item)
    vault.entries.add_contribution(item, chamber.owner("GGZ"), StatementKind.FACT, "komt elke week", SECOND)
    vault.entries.save_judgement(item, Judgement("gaat beter", Answer.PARTLY, Answer.YES))
    vault.entries.add_decision(item, "doorgaan", "omdat het helpt", chamber.partner("Gemeente").id)
    vault.entries.add_action(item, chamber.owner("GGZ"), "afspraak maken", THIRD)
    vault.table.save_note(item, "kort houden")
    chamber.clock.forward(minutes=6)


def _settle(chamber: Chamber) -> None:
    """Nothing stands in the way of final minutes; one item was skipped."""
    chamber.vault.table.conclude(chamber.item("D26-0001"), ItemState.DISCUSSED)
    chamber.vault.table.conclude(chamber.item("D26-0003"), ItemState.SKIPPED)
    chamber.discuss_all()
    chamber.clock.forward(minutes=40)
    chamber.end(THIRD)


def _finalise(chamber: Chamber) -> None:
    chamber.clock.forward(hours=20)
    chamber.vault.settle.finalise(chamber.meeting)


_STEPS: Final[dict[str, Callable[[Chamber], None]]] = {
    "register": _fill_register,
    "between": _hold_first,
    "preparing": _prepare,
    "running": _run,
    "settling": _settle,
    "final": _finalise,
}
"""The stages of the chamber: each is made from the one before, once for all tests."""


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, datetime]]:
    """Make the chamber once at every stage: a locked vault, and what the clock said."""
    clock = Clock(datetime.now(ZoneInfo("Europe/Amsterdam")))
    clock.set(FIRST)
    folder = tmp_path_factory.mktemp("stages")
    chamber = Chamber(
        create_vault(folder / "now.zvk", ChamberSettings("Verzonnenstad"), HOLDER, WORDS, clock, CHEAP), clock
    )
    made = {}
    for stage, step in _STEPS.items():
        step(chamber)
        chamber.vault.lock()
        shutil.copytree(chamber.vault.folder.path, folder / f"{stage}.zvk")
        made[stage] = (folder / f"{stage}.zvk", clock.now)
        chamber.reopened()
    chamber.vault.lock()
    return made


At = Callable[[str], Chamber]
"""Gives an open chamber of its own, at a stage."""


@pytest.fixture
def at(stages: dict[str, tuple[Path, datetime]], tmp_path: Path) -> Iterator[At]:
    """Give chambers at a stage, each in a vault of its own."""
    numbers = count(1)
    with ExitStack() as leaving:

        def opened(stage: str) -> Chamber:
            template, now = stages[stage]
            folder = VaultFolder(Path(shutil.copytree(template, tmp_path / f"{stage}{next(numbers)}.zvk")))
            clock = Clock(now)
            vault = open_with(folder, folder.read_keys().unlock(WORDS), clock)
            chamber = Chamber(vault, clock)
            leaving.callback(lambda: chamber.vault.lock())
            return chamber

        yield opened


@dataclass(frozen=True, slots=True)
class UserAct:
    """One thing a user can do, and what is promised of it."""

    method: str
    """The method of the vault that does it, and what sets this act apart from another of the same method."""
    stage: str
    """The stage at which it can be done."""
    does: Act
    """What its line of the log says."""
    do: Callable[[Chamber], object]
    about: str = ""
    """The number of the case in its line of the log."""
    types: bool = False
    """Whether the marker word is typed in it."""
    undoable: bool = True
    frozen: bool = True
    """Whether it is refused when the minutes of its meeting are final."""

    def __str__(self) -> str:
        """Return its name, for the list of tests."""
        return self.method


def _said(chamber: Chamber) -> int:
    return chamber.vault.cards.get(chamber.item("D26-0001")).contributions[0].id


def _decided(chamber: Chamber) -> int:
    return chamber.vault.cards.get(chamber.item("D26-0001")).decisions[0].id


def _agreed(chamber: Chamber) -> int:
    return chamber.vault.cards.get(chamber.item("D26-0001")).actions[0].id


def _late(chamber: Chamber) -> int:
    return chamber.vault.cards.of_case(chamber.case("D26-0001").id).carried[0].id


_ONE, _THREE = "D26-0001", "D26-0003"
_FACT = StatementKind.FACT
_NEW_CASE = replace(
    _case("D26-0099", Phase.TRIAGE, SECOND), subject=Subject(TYPED, TYPED, TYPED, FIRST, TYPED), goal=TYPED
)

_PREPARING: Final = (
    UserAct(
        "agenda.open_meeting",
        "between",
        Act.MEETING_OPENED,
        lambda c: c.vault.agenda.open_meeting(c.series.id, SECOND),
        frozen=False,
    ),
    UserAct(
        "agenda.propose_again", "preparing", Act.AGENDA_PROPOSED, lambda c: c.vault.agenda.propose_again(c.meeting)
    ),
    UserAct(
        "agenda.add_case",
        "preparing",
        Act.ITEM_ADDED,
        lambda c: c.vault.agenda.add_case(c.meeting, c.case("D26-0004").id),
        "D26-0004",
    ),
    UserAct(
        "agenda.add_topic",
        "preparing",
        Act.ITEM_ADDED,
        lambda c: c.vault.agenda.add_topic(c.meeting, TYPED),
        types=True,
    ),
    UserAct("agenda.drop", "preparing", Act.ITEM_DROPPED, lambda c: c.vault.agenda.drop(c.item(_THREE)), _THREE),
    UserAct("agenda.move", "preparing", Act.ITEM_MOVED, lambda c: c.vault.agenda.move(c.item(_THREE), -2), _THREE),
    UserAct(
        "agenda.set_minutes",
        "preparing",
        Act.ITEM_CHANGED,
        lambda c: c.vault.agenda.set_minutes(c.item(_THREE), 25),
        _THREE,
    ),
    UserAct(
        "agenda.set_recurring",
        "preparing",
        Act.ITEM_CHANGED,
        lambda c: c.vault.agenda.set_recurring(c.item(_THREE), True),
        _THREE,
    ),
    UserAct(
        "agenda.order_for_leaving",
        "preparing",
        Act.AGENDA_ORDERED,
        lambda c: c.vault.agenda.order_for_leaving(c.meeting),
    ),
    UserAct("agenda.invite", "preparing", Act.INVITED, lambda c: c.vault.agenda.invite(c.meeting, c.person("Bas").id)),
    UserAct("agenda.uninvite", "preparing", Act.INVITED, lambda c: c.vault.agenda.uninvite(c.seat("Noor").id)),
    UserAct(
        "agenda.set_leaving",
        "preparing",
        Act.PRESENCE_SET,
        lambda c: c.vault.agenda.set_leaving(c.seat("Piet").id, time(14)),
    ),
    UserAct(
        "agenda.set_when",
        "preparing",
        Act.ITEM_CHANGED,
        lambda c: c.vault.agenda.set_when(c.meeting, THIRD, time(9), TYPED),
        types=True,
    ),
    UserAct("table.all_present", "preparing", Act.PRESENCE_SET, lambda c: c.vault.table.all_present(c.meeting)),
    UserAct("table.start", "preparing", Act.MEETING_STARTED, lambda c: c.vault.table.start(c.meeting)),
)
_AT_THE_TABLE: Final = (
    UserAct("table.enter", "running", Act.ITEM_ENTERED, lambda c: c.vault.table.enter(c.item(_THREE)), _THREE),
    UserAct(
        "table.conclude discussed",
        "running",
        Act.ITEM_DISCUSSED,
        lambda c: c.vault.table.conclude(c.item(_ONE), ItemState.DISCUSSED),
        _ONE,
    ),
    UserAct(
        "table.conclude skipped",
        "running",
        Act.ITEM_SKIPPED,
        lambda c: c.vault.table.conclude(c.item(_ONE), ItemState.SKIPPED),
        _ONE,
    ),
    UserAct(
        "table.conclude moved",
        "running",
        Act.ITEM_POSTPONED,
        lambda c: c.vault.table.conclude(c.item(_ONE), ItemState.MOVED),
        _ONE,
    ),
    UserAct("table.put_back", "running", Act.ITEM_RETURNED, lambda c: c.vault.table.put_back(c.item(ItemKind.OPENING))),
    UserAct(
        "table.set_presence",
        "running",
        Act.PRESENCE_SET,
        lambda c: c.vault.table.set_presence(c.seat("Piet").id, Presence.ABSENT),
    ),
    UserAct(
        "table.sign_secrecy",
        "running",
        Act.SECRECY_SIGNED,
        lambda c: c.vault.table.sign_secrecy(c.person("Bas").id, SECOND),
        frozen=False,
    ),
    UserAct(
        "table.save_note",
        "running",
        Act.NOTE_SAVED,
        lambda c: c.vault.table.save_note(c.item(_ONE), TYPED),
        _ONE,
        types=True,
    ),
    UserAct(
        "table.save_note new",
        "running",
        Act.NOTE_SAVED,
        lambda c: c.vault.table.save_note(c.item(_THREE), TYPED),
        _THREE,
        types=True,
    ),
    UserAct(
        "table.plan_discussion",
        "running",
        Act.CASE_SAVED,
        lambda c: c.vault.table.plan_discussion(c.item(_THREE), THIRD),
        _THREE,
    ),
    UserAct(
        "entries.add_contribution",
        "running",
        Act.CONTRIBUTION_ADDED,
        lambda c: c.vault.entries.add_contribution(c.item(_ONE), c.owner("GGZ"), _FACT, TYPED, SECOND),
        _ONE,
        types=True,
    ),
    UserAct(
        "entries.change_contribution",
        "running",
        Act.CONTRIBUTION_CHANGED,
        lambda c: c.vault.entries.change_contribution(_said(c), c.owner("GGZ"), _FACT, TYPED),
        _ONE,
        types=True,
    ),
    UserAct(
        "entries.remove_contribution",
        "running",
        Act.CONTRIBUTION_REMOVED,
        lambda c: c.vault.entries.remove_contribution(_said(c)),
        _ONE,
    ),
    UserAct(
        "entries.save_judgement",
        "running",
        Act.JUDGEMENT_SAVED,
        lambda c: c.vault.entries.save_judgement(c.item(_ONE), Judgement(TYPED)),
        _ONE,
        types=True,
    ),
    UserAct(
        "entries.save_judgement new",
        "running",
        Act.JUDGEMENT_SAVED,
        lambda c: c.vault.entries.save_judgement(c.item(_THREE), Judgement(TYPED)),
        _THREE,
        types=True,
    ),
    UserAct(
        "entries.add_decision",
        "running",
        Act.DECISION_ADDED,
        lambda c: c.vault.entries.add_decision(c.item(_ONE), TYPED, TYPED, None, TYPED),
        _ONE,
        types=True,
    ),
    UserAct(
        "entries.change_decision",
        "running",
        Act.DECISION_CHANGED,
        lambda c: c.vault.entries.change_decision(_decided(c), TYPED, TYPED, None, TYPED),
        _ONE,
        types=True,
    ),
    UserAct(
        "entries.remove_decision",
        "running",
        Act.DECISION_REMOVED,
        lambda c: c.vault.entries.remove_decision(_decided(c)),
        _ONE,
    ),
    UserAct(
        "entries.add_action",
        "running",
        Act.ACTION_ADDED,
        lambda c: c.vault.entries.add_action(c.item(_ONE), c.owner("GGZ"), TYPED, THIRD),
        _ONE,
        types=True,
    ),
    UserAct(
        "entries.change_action",
        "running",
        Act.ACTION_CHANGED,
        lambda c: c.vault.entries.change_action(_agreed(c), c.owner("Politie"), TYPED, THIRD),
        _ONE,
        types=True,
    ),
    UserAct(
        "entries.remove_action",
        "running",
        Act.ACTION_REMOVED,
        lambda c: c.vault.entries.remove_action(_agreed(c)),
        _ONE,
    ),
    UserAct(
        "entries.settle_action at its case",
        "running",
        Act.ACTION_SETTLED,
        lambda c: c.vault.entries.settle_action(_late(c), ActionState.DONE, SECOND, c.item(_ONE)),
        _ONE,
    ),
    UserAct(
        "entries.settle_action at the list",
        "running",
        Act.ACTION_SETTLED,
        lambda c: c.vault.entries.settle_action(_late(c), ActionState.NOT_DONE, SECOND, c.item(ItemKind.ACTIONS)),
        _ONE,
    ),
    UserAct(
        "entries.settle_action between",
        "between",
        Act.ACTION_SETTLED,
        lambda c: c.vault.entries.settle_action(_late(c), ActionState.DONE, SECOND),
        _ONE,
        frozen=False,
    ),
    UserAct(
        "entries.postpone_action at its case",
        "running",
        Act.ACTION_POSTPONED,
        lambda c: c.vault.entries.postpone_action(_late(c), THIRD, SECOND, c.item(_ONE)),
        _ONE,
    ),
    UserAct(
        "entries.postpone_action at the list",
        "running",
        Act.ACTION_POSTPONED,
        lambda c: c.vault.entries.postpone_action(_late(c), THIRD, SECOND, c.item(ItemKind.ACTIONS)),
        _ONE,
    ),
    UserAct(
        "entries.postpone_action between",
        "between",
        Act.ACTION_POSTPONED,
        lambda c: c.vault.entries.postpone_action(_late(c), THIRD, SECOND),
        _ONE,
        frozen=False,
    ),
)
_SETTLING: Final = (
    UserAct("settle.skip_open", "running", Act.ITEM_SKIPPED, lambda c: c.vault.settle.skip_open(c.meeting)),
    UserAct("settle.end", "running", Act.MEETING_ENDED, lambda c: c.vault.settle.end(c.meeting)),
    UserAct("settle.resume", "settling", Act.MEETING_RESUMED, lambda c: c.vault.settle.resume(c.meeting)),
    UserAct(
        "settle.set_next",
        "settling",
        Act.NEXT_SET,
        lambda c: c.vault.settle.set_next(c.meeting, THIRD + timedelta(days=1)),
    ),
    UserAct(
        "settle.finalise",
        "settling",
        Act.MINUTES_FINALISED,
        lambda c: c.vault.settle.finalise(c.meeting),
        undoable=False,
    ),
    UserAct(
        "settle.reopen",
        "final",
        Act.MINUTES_REOPENED,
        lambda c: c.vault.settle.reopen(c.meeting, TYPED),
        types=True,
        undoable=False,
        frozen=False,
    ),
    UserAct(
        "settle.note_export",
        "final",
        Act.MINUTES_EXPORTED,
        lambda c: c.vault.settle.note_export(c.meeting, "pdf"),
        undoable=False,
        frozen=False,
    ),
)
_KEEPING: Final = (
    UserAct(
        "keep.save_settings",
        "register",
        Act.SETTING_CHANGED,
        lambda c: c.vault.keep.save_settings(ChamberSettings(TYPED, export_folder=TYPED, word_template=TYPED)),
        types=True,
        undoable=False,
        frozen=False,
    ),
    UserAct(
        "keep.remember_folder",
        "register",
        Act.SETTING_CHANGED,
        lambda c: c.vault.keep.remember_folder(TYPED),
        types=True,
        undoable=False,
        frozen=False,
    ),
    UserAct(
        "keep.add_partner",
        "register",
        Act.PARTNER_SAVED,
        lambda c: c.vault.keep.add_partner(replace(c.partner("GGZ"), name=TYPED, short=TYPED)),
        types=True,
        frozen=False,
    ),
    UserAct(
        "keep.add_professional",
        "register",
        Act.PROFESSIONAL_SAVED,
        lambda c: c.vault.keep.add_professional(replace(c.person("Bas"), name=TYPED, function=TYPED)),
        types=True,
        frozen=False,
    ),
    UserAct(
        "keep.add_case",
        "register",
        Act.CASE_SAVED,
        lambda c: c.vault.keep.add_case(_NEW_CASE),
        "D26-0099",
        types=True,
        frozen=False,
    ),
    UserAct(
        "keep.set_discussions",
        "register",
        Act.CASE_SAVED,
        lambda c: c.vault.keep.set_discussions(c.case(_ONE).id, FIRST, SECOND),
        _ONE,
        frozen=False,
    ),
    UserAct(
        "keep.add_series",
        "register",
        Act.SERIES_SAVED,
        lambda c: c.vault.keep.add_series(replace(c.series, name=TYPED, place=TYPED), [c.person("Cor")]),
        types=True,
        frozen=False,
    ),
    UserAct(
        "keep.add_series of one case",
        "register",
        Act.SERIES_SAVED,
        lambda c: c.vault.keep.add_series(
            Series(0, TYPED, SeriesKind.PROCESS_MEETING, 0, time(9), 60, TYPED, case_id=c.case(_ONE).id), []
        ),
        _ONE,
        types=True,
        frozen=False,
    ),
)
ACTS: Final = (*_PREPARING, *_AT_THE_TABLE, *_SETTLING, *_KEEPING)
"""Every act of a user, at least once for each method of the desks; a test sees to it that none is missing."""

_WANTED: Final[dict[str, Callable[[UserAct], bool]]] = {
    "any_act": lambda act: True,
    "undoable_act": lambda act: act.undoable,
    "typing_act": lambda act: act.types,
    "frozen_act": lambda act: act.frozen,
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for one act of a kind each of them in turn."""
    for name, wanted in _WANTED.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, [act for act in ACTS if wanted(act)], ids=str)


@pytest.fixture
def acts() -> tuple[UserAct, ...]:
    """Return every act of a user."""
    return ACTS
