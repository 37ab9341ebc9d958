"""A large invented vault to measure on: a thousand cases, a meeting a week about twenty of them, and one that runs.

Run it from the checkout to keep one: `python -m bench.vault FOLDER [CASES]`.
"""

import sys
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.meeting import AgendaItem, ItemState, Series, SeriesKind
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.record import ActionState, Answer, Judgement, StatementKind
from zvk_tui.store.vault import Vault, create_vault

CASES: Final = 1000
PER_MEETING: Final = 20
PASSPHRASE: Final = "vier losse woorden samen"

_GIVEN: Final = ("Bram", "Lotte", "Sem", "Yara", "Daan", "Noor", "Tijn")
_SURNAMES: Final = ("Verzonnen", "Bedacht", "Fictief", "Proefstuk", "Nietecht")
_PHASES: Final = (*(Phase.APPROACH,) * 6, *(Phase.MONITORING,) * 2, Phase.SCALING_DOWN, Phase.REFERRED)
_PARTNERS: Final = ("Politie", "OM", "Reclassering", "Sociaal team", "Leerplicht", "Jeugdbescherming", "GGZ", "Wonen")
_SAID: Final = (
    "Is sinds de vorige keer twee keer gezien bij de brug, beide keren zonder incident.",
    "Komt weer vier dagen per week; de mentor heeft elke maandag contact met thuis.",
    "Het gezin wil meewerken, maar heeft nog geen vaste begeleider.",
)
_WORK: Final = ("huisbezoek afleggen met het sociaal team", "afspraak met de school maken", "plan met het gezin maken")


@dataclass(frozen=True, slots=True)
class Made:
    """A vault to measure on."""

    path: Path
    passphrase: str
    cases: int


def make(folder: Path, cases: int = CASES) -> Made:
    """Make the vault in `folder`, or take the one that is there; its passphrase costs what a real one costs."""
    made = Made(folder / "Meting.zvk", PASSPHRASE, cases)
    if not made.path.exists():
        clock = _Clock(datetime.now().astimezone())
        vault = create_vault(made.path, ChamberSettings("Meetkamer"), "Ria Voorbeeld", PASSPHRASE, clock)
        try:
            with vault.desk.batch():
                _Filler(vault, clock).fill(cases)
        finally:
            vault.lock()
    return made


def refs_of_today(made: Made) -> list[str]:
    """Return the numbers of the cases of the meeting that runs, in the order of its agenda."""
    return [_ref(number) for number in range(made.cases - PER_MEETING + 1, made.cases + 1)]


def _ref(number: int) -> str:
    return f"D26-{number:04}"


class _Clock:
    """A clock that stands where it was put."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, day: date) -> None:
        self.now = datetime.combine(day, time(13, 30)).astimezone()


class _Filler:
    """Fills a vault through the doors that a chair uses."""

    def __init__(self, vault: Vault, clock: _Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._now = clock.now
        self._people: list[Professional] = []

    def fill(self, cases: int) -> None:
        """Add everybody, hold the meetings of the past, and start the one of today."""
        today = self._now.date()
        self._add_people()
        files = [self._vault.keep.add_case(self._case(number, today)) for number in range(1, cases + 1)]
        series = self._add_series()
        tables = [files[start : start + PER_MEETING] for start in range(0, cases, PER_MEETING)]
        for weeks_ago, table in zip(range(len(tables), 0, -1), tables, strict=True):
            self._hold(series, table, today - timedelta(weeks=weeks_ago), today)
        for case_file in files:
            if case_file.id % 5:
                last = today - timedelta(weeks=1 + (len(files) - case_file.id) // PER_MEETING)
                self._vault.keep.set_discussions(case_file.id, last, today + timedelta(days=3 + case_file.id % 60))
        self._start(series, files[-PER_MEETING:])

    def _add_people(self) -> None:
        status = ParticipantStatus.PARTICIPANT
        for number, short in enumerate(_PARTNERS):
            chain = Chain.JUSTICE if number < 3 else Chain.CARE
            partner = Partner(0, f"{short} Meetstad", short, PartnerKind.SOCIAL_TEAM, chain, status)
            partner = self._vault.keep.add_partner(partner)
            for given in _GIVEN[:5]:
                person = Professional(0, f"{given} {_SURNAMES[number % 5]}-{short}", "adviseur", partner)
                self._people.append(self._vault.keep.add_professional(person))

    def _case(self, number: int, today: date) -> CaseFile:
        return CaseFile(
            id=0,
            ref=_ref(number),
            approach=Approach.PAD,
            phase=_PHASES[number % 10],
            subject=Subject(_GIVEN[number % 7], "van", f"{_SURNAMES[number % 5]} {number}"),
            registered_on=today - timedelta(weeks=60),
            goal="Dagbesteding vijf dagen per week, geen nieuwe politiecontacten voor 1 maart.",
            director=self._people[number % len(self._people)],
        )

    def _add_series(self) -> int:
        """Add a series that proposes no cases by itself: each of its meetings is about exactly twenty."""
        series = Series(0, "Kernteam", SeriesKind.CORE_TEAM_PAD, 1, time(13, 30), 180, "Stadhuis")
        return self._vault.keep.add_series(series, self._people[::3], self._people[0], self._people[1]).id

    def _open(self, series: int, table: list[CaseFile]) -> tuple[int, list[AgendaItem]]:
        meeting = self._vault.agenda.open_meeting(series, self._clock.now.date())
        for case_file in table:
            self._vault.agenda.add_case(meeting, case_file.id)
        self._vault.table.all_present(meeting)
        self._vault.table.start(meeting)
        return meeting, [item for item in self._vault.meetings.agenda(meeting) if item.case is not None]

    def _hold(self, series: int, table: list[CaseFile], on: date, today: date) -> None:
        self._clock.set(on)
        meeting, items = self._open(series, table)
        for item, case_file in zip(items, table, strict=True):
            self._discuss(item.id, case_file.id, on, today)
        self._vault.settle.end(meeting)
        self._vault.settle.skip_open(meeting)
        self._vault.settle.set_next(meeting, on + timedelta(weeks=1))
        self._vault.settle.finalise(meeting)

    def _start(self, series: int, table: list[CaseFile]) -> None:
        """Begin the meeting of today; something was said and agreed at each of its cases already."""
        self._clock.now = self._now - timedelta(minutes=10)
        today = self._now.date()
        meeting, items = self._open(series, table)
        for item in items:
            self._say(item.id, item.position, today)
            self._vault.entries.add_action(item.id, self._owner(item.position), _WORK[0], today + timedelta(weeks=2))
        self._vault.settle.set_next(meeting, today + timedelta(weeks=1))
        self._clock.now = self._now

    def _discuss(self, item: int, case: int, on: date, today: date) -> None:
        """Hold one case: three statements, a judgement, a decision, three actions of which one or two are done."""
        self._say(item, case, on)
        late, soon = today - timedelta(days=case % 7 + 1), today + timedelta(days=case % 90)
        for work, due in zip(_WORK, (late, soon, late), strict=True):
            number = self._vault.entries.add_action(item, self._owner(case), work, max(due, on))
            if due is late and (work is _WORK[0] or case % 4):
                self._vault.entries.settle_action(number, ActionState.DONE, on)
        self._vault.table.conclude(item, ItemState.DISCUSSED)

    def _say(self, item: int, case: int, on: date) -> None:
        entries = self._vault.entries
        for place, (kind, text) in enumerate(zip(StatementKind, _SAID, strict=True)):
            entries.add_contribution(item, self._owner(case + place), kind, text, on)
        entries.save_judgement(item, Judgement("De lijn is goed, thuis blijft het kwetsbaar.", Answer.PARTLY))
        entries.add_decision(item, "De aanpak gaat door.", "Het doel is in zicht.", None)

    def _owner(self, number: int) -> Owner:
        person = self._people[number % len(self._people)]
        return Owner(person.partner, person)


def main() -> None:
    """Make a vault in the folder that is named, and print where it is and what opens it."""
    folder, *cases = sys.argv[1:]
    made = make(Path(folder), *(int(count) for count in cases[:1]))
    print(f"folder: {made.path}\npassphrase: {made.passphrase}")


if __name__ == "__main__":
    main()
