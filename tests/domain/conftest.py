"""Small values for the tests of the rules: each takes only what a test is about."""

from datetime import date, datetime, time

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    ItemKind,
    ItemState,
    Meeting,
    MeetingState,
    Presence,
    Series,
    SeriesKind,
)
from zvk_tui.domain.partners import Chain, Directory, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.record import Action, ActionState

TODAY = date(2026, 11, 23)
"""A Monday."""


class Make:
    """Builds one value at a time, with plain defaults: everything is in order unless the test says otherwise."""

    today = TODAY

    def partner(
        self,
        number: int = 1,
        short: str = "Politie",
        name: str = "",
        *,
        status: ParticipantStatus = ParticipantStatus.PARTICIPANT,
        active: bool = True,
    ) -> Partner:
        """Return an organisation."""
        return Partner(number, name or f"{short} Delft", short, PartnerKind.POLICE, Chain.JUSTICE, status, active)

    def person(
        self,
        number: int = 1,
        name: str = "Ria Proefkonijn",
        partner: Partner | None = None,
        *,
        signed: date | None = None,
        active: bool = True,
    ) -> Professional:
        """Return somebody who works for `partner`."""
        return Professional(number, name, "adviseur", partner or self.partner(), signed, active)

    def directory(self, *who: Partner | Professional) -> Directory:
        """Return a directory of these partners and people, and of the partners of these people."""
        people = tuple(one for one in who if isinstance(one, Professional))
        partners = [one for one in who if isinstance(one, Partner)] + [person.partner for person in people]
        return Directory(tuple(dict.fromkeys(partners)), people)

    def case(
        self,
        number: int = 1,
        *,
        phase: Phase = Phase.APPROACH,
        registered: date = TODAY,
        last: date | None = None,
        planned: date | None = None,
    ) -> CaseFile:
        """Return a case that no date brings to the agenda of today."""
        return CaseFile(
            number,
            f"D26-{number:04}",
            Approach.PAD,
            phase,
            Subject("Proef", "de", "Verzonnen"),
            registered,
            last_discussed=last,
            next_discussion=planned,
        )

    def series(
        self,
        number: int = 1,
        kind: SeriesKind = SeriesKind.CORE_TEAM_PAD,
        *,
        interval_weeks: int = 2,
        case_id: int | None = None,
    ) -> Series:
        """Return a series of meetings."""
        return Series(number, "Kernteam PAD", kind, interval_weeks, time(13, 30), 90, "Zaal 2", "pad", case_id)

    def meeting(
        self,
        number: int = 7,
        state: MeetingState = MeetingState.SETTLING,
        *,
        series: Series | None = None,
        on: date = TODAY,
        next_on: date | None = date(2026, 12, 7),
        chaired: bool = True,
    ) -> Meeting:
        """Return a meeting that has ended and lacks nothing."""
        chair = self.person(90, "Cor Voorbeeld") if chaired else None
        return Meeting(
            number, series or self.series(), number, on, time(13, 30), "Zaal 2", state, chair, next_on=next_on
        )

    def item(
        self,
        number: int = 1,
        kind: ItemKind = ItemKind.TOPIC,
        state: ItemState = ItemState.DISCUSSED,
        *,
        case: CaseFile | None = None,
        title: str = "",
        minutes: int = 8,
        recurring: bool = False,
        spent: int = 0,
        opened_at: datetime | None = None,
    ) -> AgendaItem:
        """Return an agenda item, at the place of its number."""
        return AgendaItem(
            number,
            number,
            kind,
            title,
            minutes,
            state,
            case,
            recurring=recurring,
            spent_seconds=spent,
            opened_at=opened_at,
        )

    def seat(
        self,
        person: Professional | None = None,
        presence: Presence = Presence.PRESENT,
        leaves_at: time | None = None,
    ) -> Attendance:
        """Return somebody's place at the table."""
        who = person or self.person()
        return Attendance(who.id, who, presence, leaves_at)

    def action(
        self,
        number: int = 1,
        state: ActionState = ActionState.OPEN,
        *,
        due: date = TODAY,
        agreed: date | None = None,
    ) -> Action:
        """Return an action."""
        return Action(number, number, "huisbezoek afleggen", self.partner(), None, due, state, agreed_on=agreed)


@pytest.fixture(scope="session")
def make() -> Make:
    """Return the builders; they remember nothing, so that hypothesis may use them as well."""
    return Make()
