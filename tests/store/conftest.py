"""A small invented chamber in a real vault, at every stage of a meeting."""

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import event
from sqlmodel import SQLModel

from tests.store import filed
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import ClosingReason, EventKind
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.draft import Draft
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.meeting import Attendance, ItemKind, ItemState, MeetingState, Series, SeriesKind
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.record import Answer, Judgement, StatementKind
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.kdf import KdfCost
from zvk_tui.store.vault import Vault, create_vault, open_with
from zvk_tui.store.writing.agenda import AgendaDesk
from zvk_tui.store.writing.entries import EntryDesk
from zvk_tui.store.writing.register import RegisterDesk
from zvk_tui.store.writing.settle import SettleDesk
from zvk_tui.store.writing.table import TableDesk

WORDS: Final = "vier losse woorden"
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
        """Put it at a moment, in the time zone of this laptop."""
        self.now = datetime.combine(day, at).astimezone()

    def forward(self, **length: float) -> None:
        """Move it, by keywords of a `timedelta`."""
        self.now += timedelta(**length)


@dataclass(slots=True)
class Chamber:
    """An open vault with what a test needs to say of it; things are found anew each time, by the name people use."""

    vault: Vault
    clock: Clock

    cheap, words, first, second, third = CHEAP, WORDS, FIRST, SECOND, THIRD

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
    def shielded(self) -> int:
        """The case that was closed and shielded; no list finds it."""
        return int(self.sql("SELECT id FROM case_file WHERE shielded")[0][0])

    @property
    def agenda(self) -> AgendaDesk:
        """What is done before a meeting."""
        return self.vault.agenda

    @property
    def table(self) -> TableDesk:
        """What is done at the table."""
        return self.vault.table

    @property
    def entries(self) -> EntryDesk:
        """What is entered at an item."""
        return self.vault.entries

    @property
    def settle(self) -> SettleDesk:
        """What is done when all has been said."""
        return self.vault.settle

    @property
    def keep(self) -> RegisterDesk:
        """What is kept between meetings."""
        return self.vault.keep

    @property
    def said(self) -> int:
        """The contribution at the first case of the newest meeting."""
        return self.vault.cards.get(self.item("D26-0001")).contributions[0].id

    @property
    def decided(self) -> int:
        """The decision at the first case of the newest meeting."""
        return self.vault.cards.get(self.item("D26-0001")).decisions[0].id

    @property
    def agreed(self) -> int:
        """The action that was agreed at the first case of the newest meeting."""
        return self.vault.cards.get(self.item("D26-0001")).actions[0].id

    @property
    def late(self) -> int:
        """The action of the first meeting that is late at the second."""
        return self.vault.cards.of_case(self.case("D26-0001").id).carried[0].id

    @property
    def series(self) -> Series:
        """The kernteam."""
        return next(series for series in self.vault.meetings.series() if series.kind is SeriesKind.CORE_TEAM_PAD)

    @property
    def meeting(self) -> int:
        """The newest meeting of the kernteam."""
        newest = "SELECT m.id FROM meeting m JOIN series s ON s.id = series_id WHERE kind = :kind ORDER BY number DESC"
        return int(self.sql(newest, kind=SeriesKind.CORE_TEAM_PAD)[0][0])

    @property
    def state(self) -> MeetingState:
        """The state of the newest meeting."""
        return self.vault.meetings.get(self.meeting).state

    def item(self, wanted: ItemKind | str) -> int:
        """Return an item of the newest meeting: by its kind, or by the number of its case."""
        found = "SELECT i.id FROM agenda_item i LEFT JOIN case_file c ON c.id = case_id WHERE meeting_id = :meeting "
        found += "AND (c.ref = :wanted OR i.kind = :wanted) ORDER BY position"
        return int(self.sql(found, meeting=self.meeting, wanted=wanted)[0][0])

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
            found = connection.exec_driver_sql(statement, values)
            self.vault.desk.forget()
            return [tuple(row) for row in found] if found.returns_rows else []

    @contextmanager
    def asking(self) -> Iterator[list[tuple[str, Any]]]:
        """Give the statements that the vault sends from now on, each with its values."""
        engine = self.vault.desk.engine()
        sent: list[tuple[str, Any]] = []

        def note(_connection: object, _cursor: object, statement: str, values: Any, *_rest: object) -> None:
            sent.append((statement, values))

        event.listen(engine, "before_cursor_execute", note)
        try:
            yield sent
        finally:
            event.remove(engine, "before_cursor_execute", note)

    def content(self, *tables: str, logs: bool = False) -> Content:
        """Return every row of these tables, or of all; the two logs only when asked for."""
        names = tables or sorted(name for name in SQLModel.metadata.tables if logs or name not in LOGS)
        with self.vault.desk.engine().connect() as connection:
            driver = connection.connection.cursor()
            return {name: driver.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}  # noqa: S608 - our own names

    def files(self) -> dict[str, bytes]:
        """Return every file of the vault."""
        folder = self.vault.folder.path
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def reopened(self, passphrase: str = WORDS) -> "Chamber":
        """Lock the vault and unlock it again."""
        folder = self.vault.folder
        self.vault.lock()
        self.vault = open_with(folder, folder.read_keys().unlock(passphrase), self.clock)
        return self


def _professional(name: str, partner: Partner, signed: date | None = None) -> Professional:
    return Professional(0, name, "medewerker", partner, signed)


def _case(ref: str, phase: Phase, registered: date, coordinator: Professional | None = None) -> CaseFile:
    subject = Subject("Proef", "de", f"Verzonnen{ref[-1]}")
    return CaseFile(0, ref, Approach.PAD, phase, subject, registered, coordinator=coordinator)


def _fill_register(chamber: Chamber) -> None:
    """Four partners, five people, four live cases of which three are to be discussed, a shielded one, one series."""
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
    admitted = keep.add_case(_case("D26-0004", Phase.REFERRED, FIRST - timedelta(weeks=2)))
    chamber.vault.lives.add(admitted.id, CaseEvent(EventKind.ADMITTED, FIRST - timedelta(weeks=2)))
    closed = CaseEvent(EventKind.CLOSED, FIRST - timedelta(weeks=5), closing_reason=ClosingReason.SIX_MONTHS)
    begun = CaseEvent(EventKind.REGISTERED, FIRST - timedelta(weeks=40), approach=Approach.PAD)
    events = (begun, closed, CaseEvent(EventKind.SHIELDED, FIRST - timedelta(weeks=3)))
    keep.add_case(_case("D26-0005", Phase.CLOSED, FIRST - timedelta(weeks=40)), events)
    series = Series(0, "Kernteam PAD", SeriesKind.CORE_TEAM_PAD, 2, time(13, 30), 90, "Zaal 2", Approach.PAD)
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

_BESIDE: Final[dict[str, tuple[str, Callable[[Chamber], None]]]] = {
    "filed": ("between", filed.fill),
    "proposed": ("running", filed.propose),
}
"""Stages beside that row, each made from the one that is named when a test asks for it."""


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, datetime]]:
    """Make the chamber once at every stage: a locked vault, and what the clock said."""
    clock = Clock(datetime.combine(FIRST, time(13, 30)).astimezone())
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


@dataclass(slots=True)
class Lent:
    """An open chamber that tests have one after the other."""

    stage: str
    chamber: Chamber
    vault: Vault
    now: datetime
    kept: Path
    """Its files as they were when it had just been opened."""

    def put_back(self) -> None:
        """Make it what it was; the vault stays open, with all that SQLAlchemy made of the queries asked so far."""
        desk, folder = self.vault.desk, self.vault.folder
        desk.engine().dispose()
        desk._held.clear()
        self._empty(folder)
        shutil.copytree(self.kept, folder.path, dirs_exist_ok=True, ignore=shutil.ignore_patterns(folder.lock.name))
        self.chamber.clock.now = self.now

    @staticmethod
    def _empty(folder: VaultFolder) -> None:
        """Take out every file but the one that claims the vault for this program."""
        for path in folder.path.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path != folder.lock:
                path.unlink()


class Lender:
    """Lends open chambers: opening a vault costs more than putting its files back."""

    def __init__(self, stages: dict[str, tuple[Path, datetime]], around: Path) -> None:
        self._stages = dict(stages)
        self._around = around
        self._idle: defaultdict[str, list[Lent]] = defaultdict(list)
        self._numbers = count(1)

    def lend(self, stage: str) -> Lent:
        """Return a chamber at a stage that nobody has."""
        if not self._idle[stage]:
            return self._opened(stage)
        lent = self._idle[stage].pop()
        lent.put_back()
        return lent

    def take_back(self, lent: Lent) -> None:
        """Keep a chamber for another test, if it is still the vault that was lent."""
        if lent.chamber.vault is lent.vault and lent.vault.is_open:
            self._idle[lent.stage].append(lent)
        else:
            lent.chamber.vault.lock()

    def close(self) -> None:
        """Lock every vault."""
        for lent in (one for idle in self._idle.values() for one in idle):
            lent.vault.lock()

    def _stage(self, stage: str) -> tuple[Path, datetime]:
        """Return the vault at a stage, and what the clock said; make it when it is asked for the first time."""
        if stage not in self._stages:
            before, step = _BESIDE[stage]
            lent = self.lend(before)
            step(lent.chamber)
            now = lent.chamber.clock.now
            lent.vault.lock()
            self._stages[stage] = (lent.vault.folder.path, now)
        return self._stages[stage]

    def _opened(self, stage: str) -> Lent:
        template, now = self._stage(stage)
        name = f"{stage}{next(self._numbers)}"
        folder = VaultFolder(Path(shutil.copytree(template, self._around / f"{name}.zvk")))
        clock = Clock(now)
        vault = open_with(folder, folder.read_keys().unlock(WORDS), clock)
        vault.desk.engine().dispose()
        kept = Path(shutil.copytree(folder.path, self._around / f"{name}.kept"))
        return Lent(stage, Chamber(vault, clock), vault, now, kept)


@pytest.fixture(scope="session")
def lender(stages: dict[str, tuple[Path, datetime]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lender]:
    """Return what lends open chambers."""
    made = Lender(stages, tmp_path_factory.mktemp("lent"))
    yield made
    made.close()


At = Callable[[str], Chamber]
"""Gives an open chamber of its own, at a stage."""


@pytest.fixture
def at(lender: Lender) -> Iterator[At]:
    """Give chambers at a stage, each in a vault of its own."""
    with ExitStack() as leaving:

        def opened(stage: str) -> Chamber:
            lent = lender.lend(stage)
            leaving.callback(lender.take_back, lent)
            return lent.chamber

        yield opened
