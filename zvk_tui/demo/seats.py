"""Who sits at the table: attendance of the demo's meetings, and who speaks for a partner."""

from datetime import date, time
from typing import Final

from zvk_tui.demo.days import Days
from zvk_tui.demo.dice import Dice
from zvk_tui.demo.people import CHAIR, MEMBERS, NEWCOMER, NOTE_TAKER, People
from zvk_tui.demo.plan import AttendancePlan
from zvk_tui.domain.meeting import Presence
from zvk_tui.domain.partners import Professional

GUESTS: Final = {
    ("pad", 4): "Kim Keerpunt",
    ("pad", 5): "Frank Schaafhout",
    ("top", 2): "Yvonne Oeverland",
    ("top", 4): "Bea Loketveld",
}
"""Who was a guest at which meeting; the secrecy declaration was signed on that day (Bgs art. 2.21)."""

_LONG_SIGNED: Final = {"Dilano Faya": -387, "Erik Sleutelveld": -301, "Kim Keerpunt": -245, "Ramona Huisman-Kade": -190}
"""Incidental participants who signed before the history, and how many days from today."""

_LEAVES: Final = time(15)
_LEAVES_TODAY: Final = {"Chandni Kamalrand": time(14, 30), "Marco Schoorland": time(15)}


def signed(days: Days) -> dict[str, date]:
    """Return who has signed the secrecy declaration, and when."""
    guests = {name: days.meeting(*meeting) for meeting, name in GUESTS.items()}
    return guests | {name: days.at(offset) for name, offset in _LONG_SIGNED.items()}


def attendance(series: str, number: int, people: People, dice: Dice) -> tuple[AttendancePlan, ...]:
    """Return who was at a meeting of the past."""
    seats = [AttendancePlan(person, _presence(person, dice)) for person in people.members(series)]
    if (series, number) in GUESTS:
        seats.append(AttendancePlan(people.named(GUESTS[series, number]), Presence.GUEST))
    early = dice.pick(seats)
    if early.presence is Presence.PRESENT and early.professional.name not in {CHAIR, NOTE_TAKER}:
        seats[seats.index(early)] = AttendancePlan(early.professional, Presence.PRESENT, _LEAVES)
    return tuple(seats)


def _presence(person: Professional, dice: Dice) -> Presence:
    throw = dice.between(0, 1)
    if person.name in {CHAIR, NOTE_TAKER} or throw > 0.1:
        return Presence.PRESENT
    return Presence.EXCUSED if throw > 0.025 else Presence.ABSENT


def invited(people: People) -> tuple[AttendancePlan, ...]:
    """Return who is invited today: the members, and a guest who has yet to sign."""
    members = (
        AttendancePlan(person, Presence.INVITED, _LEAVES_TODAY.get(person.name)) for person in people.members("pad")
    )
    return (*members, AttendancePlan(people.named(NEWCOMER), Presence.GUEST))


def speakers(seats: tuple[AttendancePlan, ...], short: str) -> tuple[Professional, ...]:
    """Return those at the table who speak for the partner that the table calls `short`."""
    here = {Presence.PRESENT, Presence.GUEST}
    found = [seat.professional for seat in seats if seat.presence in here]
    return tuple(p for p in found if p.partner.short == short and p.name not in {CHAIR, NOTE_TAKER})


def doers(series: str, short: str, people: People) -> tuple[Professional, ...]:
    """Return those who may do an action for a partner: its members of the series, or else everybody there."""
    everybody = tuple(p for p in people.of(short) if p.name not in {CHAIR, NOTE_TAKER})
    return tuple(p for p in everybody if p.name in MEMBERS[series]) or everybody
