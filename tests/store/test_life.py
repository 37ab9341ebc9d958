"""The life of a case in a vault: events, roles, letters and the timeline, and lists that keep in step with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject, Track
from zvk_tui.domain.case_terms import (
    CaseRole,
    ClosingReason,
    EventKind,
    LetterState,
    PoliceContactKind,
    ScaleTarget,
)
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.letters import Letter
from zvk_tui.domain.life import CaseEvent, NewCase
from zvk_tui.domain.log import Act
from zvk_tui.domain.plan import Plan
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.record import ActionState
from zvk_tui.domain.timeline import TimelineKind
from zvk_tui.domain.today import TodayKind
from zvk_tui.errors import Refused
from zvk_tui.store.case_tables import ReferralRow
from zvk_tui.store.verify import Check, Finding
from zvk_tui.store.writing.life import registered

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

NEW: Final = "D26-0002"
"""The case that is only registered yet."""
ADMITTED: Final = EventKind.ADMITTED


@contextmanager
def refused(words: str) -> Iterator[None]:
    """Expect a refusal of which the sentence, in English, holds these words."""
    with pytest.raises(Refused) as found:
        yield
    assert words in found.value.message


def add(chamber: "Chamber", ref: str, kind: EventKind, **said: object) -> None:
    """Add something that happened today to a case."""
    event = CaseEvent(kind, chamber.vault.now().date(), **said)  # type: ignore[arg-type]
    chamber.vault.lives.add(number(chamber, ref), event)


def number(chamber: "Chamber", ref: str) -> int:
    """Return the row number of a case, closed or not."""
    return int(chamber.sql("SELECT id FROM case_file WHERE ref = :ref", ref=ref)[0][0])


def listed(chamber: "Chamber", ref: str) -> tuple[object, ...]:
    """Return what lists show of a case."""
    columns = "phase, approach, track, closed_on, closing_reason, shielded"
    return chamber.sql(f"SELECT {columns} FROM case_file WHERE ref = :ref", ref=ref)[0]  # noqa: S608 - our own words


def register(chamber: "Chamber", new: NewCase, referral: ReferralRow | None = None) -> None:
    """Register a case as the wizard and the import do."""
    with chamber.vault.desk.writing(Act.CASE_REGISTERED, new.ref) as session:
        registered(session, chamber.vault.desk, new, referral)


def test_what_happens_shows_in_the_lists(at: "At") -> None:
    """Every event brings what lists show of the case along, in the same moment."""
    chamber = at("register")
    add(chamber, NEW, EventKind.TRIAGED)
    assert listed(chamber, NEW)[0] == Phase.TRIAGE
    add(chamber, NEW, ADMITTED)
    add(chamber, NEW, EventKind.MOVED, reason="in de groep", track=Track.RIVAL_YOUTH)
    assert listed(chamber, NEW)[:3] == (Phase.APPROACH, Approach.PAD, Track.RIVAL_YOUTH)
    add(chamber, NEW, EventKind.CLOSED, closing_reason=ClosingReason.GOAL_REACHED)
    assert listed(chamber, NEW)[3:] == (chamber.first.isoformat(), ClosingReason.GOAL_REACHED, 0)
    add(chamber, NEW, EventKind.SHIELDED)
    add(chamber, NEW, EventKind.REOPENED, reason="nieuwe feiten")
    assert listed(chamber, NEW)[3:] == (None, "", 0)
    assert chamber.vault.verify() == ()


def test_an_event_is_read_back_as_it_was_added(at: "At") -> None:
    """Who, when, why and everything else that an event says comes back, and no earlier event changes."""
    chamber = at("register")
    before = chamber.vault.life.events(number(chamber, NEW))
    add(chamber, NEW, EventKind.SCALED_UP, reason="regionaal nodig", scale_to=ScaleTarget.ILA)
    *earlier, newest = chamber.vault.life.events(number(chamber, NEW))
    assert tuple(earlier) == before
    assert (newest.by, newest.on, newest.reason, newest.scale_to) == (
        "Voorzitter", chamber.first, "regionaal nodig", ScaleTarget.ILA,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "said", "words"),
    [
        (EventKind.SHIELDED, {}, "does not fit"),
        (EventKind.REFUSED, {"reason": "te licht"}, "next steps"),
        (EventKind.REFUSED, {"next_steps": "wijkteam"}, "reason"),
        (EventKind.CLOSED, {}, "closed with a reason"),
        (EventKind.CLOSED, {"closing_reason": ClosingReason.NOT_RECORDED}, "does not close for this reason"),
        (EventKind.CLOSED, {"closing_reason": ClosingReason.MOVED_AWAY}, "Which municipality"),
        (EventKind.MOVED, {"reason": "?", "approach": Approach.ALL_AGES, "track": Track.RIVAL_YOUTH}, "this track"),
        (EventKind.MOVED, {"reason": "?", "approach": Approach.RADICALISATION}, "not admitted to that approach"),
        (EventKind.ERASED, {}, "type the number"),
    ],
)
def test_what_does_not_fit_is_refused(at: "At", kind: EventKind, said: dict[str, object], words: str) -> None:
    """An event that does not fit or lacks something is refused in a sentence, and nothing is changed."""
    chamber = at("register")
    before = chamber.content(logs=True)
    with refused(words):
        add(chamber, NEW, kind, **said)
    assert chamber.content(logs=True) == before


def test_an_event_of_yesterday_after_one_of_today(at: "At") -> None:
    """A step that lies before the newest one is refused, and the sentence names that day."""
    chamber = at("register")
    add(chamber, NEW, EventKind.TRIAGED)
    early = CaseEvent(ADMITTED, chamber.first - timedelta(days=1))
    with pytest.raises(Refused) as refused:
        chamber.vault.lives.add(number(chamber, NEW), early)
    assert "09-11-2026" in refused.value.sentence


def test_a_plan_needs_a_goal(at: "At") -> None:
    """A plan can be set once the case has a goal, and not before."""
    chamber = at("register")
    with refused("goal"):
        add(chamber, "D26-0001", EventKind.PLAN_SET)
    chamber.sql("UPDATE case_file SET goal = 'naar school' WHERE ref = 'D26-0001'")
    add(chamber, "D26-0001", EventKind.PLAN_SET)
    assert chamber.vault.life.life(number(chamber, "D26-0001")).plan_set


def test_six_months_are_counted_when_a_case_closes(at: "At") -> None:
    """Closing for six months without being in view is refused until the day that the sentence names (seed l.550)."""
    chamber = at("register")
    case_id = number(chamber, "D26-0001")
    last = PoliceContact(0, chamber.first - timedelta(weeks=7), PoliceContactKind.SUSPECT, True, "Politie")
    chamber.vault.police_desk.add(case_id, last)
    chamber.vault.police_desk.set_known(case_id, chamber.first, "Politie")
    with pytest.raises(Refused) as found:
        add(chamber, "D26-0001", EventKind.CLOSED, closing_reason=ClosingReason.SIX_MONTHS, reason="rustig")
    assert "22-03-2027" in found.value.sentence
    chamber.clock.set(date(2027, 3, 22))
    chamber.vault.police_desk.set_known(case_id, date(2027, 3, 20), "Politie")
    add(chamber, "D26-0001", EventKind.CLOSED, closing_reason=ClosingReason.SIX_MONTHS)
    assert chamber.vault.life.life(case_id).closing_reason is ClosingReason.SIX_MONTHS


def test_what_the_police_did_not_tell_needs_a_motive(at: "At") -> None:
    """Six months after the last contact, but without recent police information, closing says why it holds."""
    chamber = at("register")
    case_id = number(chamber, "D26-0001")
    chamber.clock.set(date(2027, 9, 1))
    with refused("police information is missing or too old"):
        add(chamber, "D26-0001", EventKind.CLOSED, closing_reason=ClosingReason.SIX_MONTHS)
    chamber.vault.police_desk.set_known(case_id, date(2027, 6, 1), "Politie")
    with refused("police information is missing or too old"):
        add(chamber, "D26-0001", EventKind.CLOSED, closing_reason=ClosingReason.SIX_MONTHS)
    add(chamber, "D26-0001", EventKind.CLOSED, closing_reason=ClosingReason.SIX_MONTHS, reason="wijkagent belde")


def test_a_case_that_was_only_just_registered_is_not_six_months_out_of_view(at: "At") -> None:
    """Without any contact the months count from the registration on."""
    chamber = at("register")
    chamber.vault.police_desk.set_known(number(chamber, NEW), chamber.first, "Politie")
    with refused("months without being in view are not over"):
        add(chamber, NEW, EventKind.CLOSED, closing_reason=ClosingReason.SIX_MONTHS, reason="?")


def test_a_case_in_use_is_not_shielded(at: "At") -> None:
    """While an action is open or a meeting with the case is not final, it is not shielded; the sentence says why."""
    chamber = at("running")
    add(chamber, "D26-0001", EventKind.CLOSED, closing_reason=ClosingReason.GOAL_REACHED)
    with refused("agenda of a meeting that is not final"):
        add(chamber, "D26-0001", EventKind.SHIELDED)
    chamber.discuss_all()
    chamber.end(chamber.third)
    chamber.vault.settle.finalise(chamber.meeting)
    with refused("action of this case is still open"):
        add(chamber, "D26-0001", EventKind.SHIELDED)
    for action in chamber.vault.plans.actions(number(chamber, "D26-0001")):
        chamber.entries.settle_action(action.id, ActionState.DONE, chamber.second)
    add(chamber, "D26-0001", EventKind.SHIELDED)
    assert listed(chamber, "D26-0001")[5] == 1
    with refused("is shielded"):
        chamber.entries.settle_action(action.id, ActionState.OPEN, chamber.second)


def test_the_first_plan_waits_for_admission(at: "At") -> None:
    """A case that is being weighed gets no plan, and the refusal says what to do first."""
    chamber = at("register")
    with refused("Admit the case first"):
        chamber.vault.plan.set(number(chamber, NEW), Plan(0, chamber.first, "rust", None, ()))


def test_only_what_may_come_next_is_offered(at: "At") -> None:
    """A registered case can be taken into triage; it cannot be shielded, and reopened even less."""
    chamber = at("register")
    offered = chamber.vault.life.allowed(number(chamber, NEW))
    assert EventKind.TRIAGED in offered
    assert not {EventKind.SHIELDED, EventKind.REOPENED, EventKind.ERASED} & set(offered)


def test_a_case_closed_to_somebody_is_not_there_for_them(at: "At") -> None:
    """Who is not admitted to radicalisation adds nothing to its cases and learns nothing of them."""
    chamber = at("register")
    chamber.sql("UPDATE case_file SET approach = 'radicalisation' WHERE ref = :ref", ref=NEW)
    with pytest.raises(Refused):
        add(chamber, NEW, EventKind.TRIAGED)


def test_admission_makes_a_letter_due(at: "At") -> None:
    """On admission the notification letter is due within the days of the chamber, once, and undo takes it away."""
    chamber = at("register")
    chamber.keep.save_settings(ChamberSettings("Verzonnenstad", letter_days=10))
    case_id = number(chamber, NEW)
    add(chamber, NEW, ADMITTED)
    assert chamber.vault.life.letters(case_id) == (Letter(LetterState.DUE, date(2026, 11, 19), id=2),)
    chamber.vault.undo()
    assert chamber.vault.life.letter(case_id) is None
    add(chamber, NEW, ADMITTED)
    add(chamber, NEW, EventKind.SCALED_DOWN)
    add(chamber, NEW, ADMITTED)
    assert len(chamber.vault.life.letters(case_id)) == 1


def letter_lines(chamber: "Chamber", on: date) -> list[tuple[str, date]]:
    """Return the letters that need somebody on a day."""
    lines = chamber.vault.todays.lines(on)
    return [(line.case_file.ref, line.on) for line in lines if line.kind is TodayKind.LETTER and line.case_file]


def test_a_letter_waits_on_vandaag_until_it_is_sent(at: "At") -> None:
    """A letter that is due is a line of today; once it was sent, to whom and when, it is not."""
    chamber = at("register")
    assert letter_lines(chamber, chamber.first) == [("D26-0004", chamber.first)]
    case_id = number(chamber, "D26-0004")
    sent = Letter(LetterState.SENT, chamber.first, sent_on=chamber.first, addressees="jongere en ouders")
    chamber.vault.lives.record_letter(case_id, sent)
    assert letter_lines(chamber, chamber.third) == []
    assert chamber.vault.life.letter(case_id) == Letter(
        LetterState.SENT, chamber.first, chamber.first, "jongere en ouders", id=1
    )
    with refused("sent already"):
        chamber.vault.lives.record_letter(case_id, sent)


def test_a_deferred_letter_comes_back(at: "At") -> None:
    """A deferred letter says why, who named the ground and when to look again; on that day it is a line of today."""
    chamber = at("register")
    case_id = number(chamber, "D26-0004")
    deferred = Letter(
        LetterState.DEFERRED, chamber.first, ground="onderzoek loopt", deferred_by="Politie", recheck_on=chamber.third
    )
    chamber.vault.lives.record_letter(case_id, deferred)
    assert letter_lines(chamber, chamber.third - timedelta(days=1)) == []
    assert letter_lines(chamber, chamber.third) == [("D26-0004", chamber.third)]
    chamber.clock.set(chamber.third)
    sent = Letter(LetterState.SENT, chamber.first, sent_on=chamber.third, addressees="ouders")
    chamber.vault.lives.record_letter(case_id, sent)
    kept = chamber.vault.life.letter(case_id)
    assert kept is not None
    assert (kept.ground, kept.deferred_by, kept.recheck_on) == ("onderzoek loopt", "Politie", None)


def test_a_letter_that_was_sent_before_is_recorded(at: "At") -> None:
    """The letter of a running case that was taken over was sent elsewhere: it is recorded, and falls due no more."""
    chamber = at("register")
    case_id = number(chamber, "D26-0001")
    assert chamber.vault.life.letter(case_id) is None
    sent_on = chamber.first - timedelta(weeks=8)
    sent = Letter(LetterState.SENT, chamber.first, sent_on=sent_on, addressees="ouders")
    chamber.vault.lives.record_letter(case_id, sent)
    kept = chamber.vault.life.letter(case_id)
    assert kept is not None
    assert (kept.state, kept.sent_on, kept.addressees) == (LetterState.SENT, sent_on, "ouders")
    with refused("sent already"):
        chamber.vault.lives.record_letter(case_id, sent)
    add(chamber, "D26-0001", EventKind.MONITORING)
    add(chamber, "D26-0001", ADMITTED)
    assert len(chamber.vault.life.letters(case_id)) == 1


def test_a_letter_that_lacks_something_leaves_nothing(at: "At") -> None:
    """A letter without addressees is refused, and no letter is made to wait for one."""
    chamber = at("register")
    with refused("To whom"):
        chamber.vault.lives.record_letter(
            number(chamber, NEW), Letter(LetterState.SENT, chamber.first, sent_on=chamber.first)
        )
    assert chamber.vault.life.letters(number(chamber, NEW)) == ()


def test_a_role_passes_to_somebody_else(at: "At") -> None:
    """Changing a role ends the one period and begins the next; lists show who has it now."""
    chamber = at("register")
    case_id = number(chamber, "D26-0001")
    for role in (CaseRole.CASE_COORDINATOR, CaseRole.PROCESS_DIRECTOR):
        chamber.vault.lives.set_role(case_id, role, chamber.person("Gerda").id, chamber.first)
    periods = chamber.vault.life.roles(case_id)
    assert [(p.role, p.holder.name, p.until_on) for p in periods] == [
        (CaseRole.CASE_COORDINATOR, "Piet", chamber.first),
        (CaseRole.CASE_COORDINATOR, "Gerda", None),
        (CaseRole.PROCESS_DIRECTOR, "Gerda", None),
    ]
    assert chamber.case("D26-0001").coordinator == chamber.case("D26-0001").director == chamber.person("Gerda")
    chamber.vault.lives.set_role(case_id, CaseRole.PROCESS_DIRECTOR, None, chamber.first)
    assert chamber.case("D26-0001").director is None
    assert chamber.vault.verify() == ()


def test_a_role_of_another_approach_is_refused(at: "At") -> None:
    """Outside PAD nobody is the PAD coach of a case."""
    chamber = at("register")
    chamber.sql("UPDATE case_file SET approach = '0_100' WHERE ref = 'D26-0001'")
    with refused("does not have this role"):
        chamber.vault.lives.set_role(
            number(chamber, "D26-0001"), CaseRole.PAD_COACH, chamber.person("Cor").id, chamber.first
        )


def test_a_case_director_follows_the_plan_without_a_process_director(at: "At") -> None:
    """Lists show the process director, or else the case director."""
    chamber = at("register")
    case_id = number(chamber, "D26-0003")
    chamber.vault.lives.set_role(case_id, CaseRole.CASE_DIRECTOR, chamber.person("Noor").id, chamber.first)
    assert chamber.case("D26-0003").director == chamber.person("Noor")


@pytest.mark.parametrize(
    ("role", "name", "days", "words"),
    [
        (CaseRole.CASE_COORDINATOR, "Piet", 0, "has the role already"),
        (CaseRole.CASE_COORDINATOR, "Cor", 1, "still to come"),
        (CaseRole.CASE_COORDINATOR, "Cor", -400, "not registered yet"),
        (CaseRole.PAD_COACH, None, 0, "Nobody has this role"),
    ],
)
def test_a_role_that_does_not_fit_is_refused(
    at: "At", role: CaseRole, name: str | None, days: int, words: str
) -> None:  # fmt: skip
    """A role is one of the approach, from a day on which the case was known and that has come."""
    chamber = at("register")
    holder = chamber.person(name).id if name else None
    with refused(words):
        chamber.vault.lives.set_role(number(chamber, "D26-0001"), role, holder, chamber.first + timedelta(days=days))


def test_a_registration_makes_person_case_and_event(at: "At") -> None:
    """A new case has its person with the key of the name, its first event, and its referral when one is given."""
    chamber = at("register")
    new = NewCase(
        "D26-0010", Approach.PAD, Subject("Élise", "de", "Proef"), chamber.first, goal="rust", reason="aangemeld"
    )
    register(chamber, new, ReferralRow(case_id=0, on=chamber.first, pre_consult="met Nabij"))
    assert chamber.sql("SELECT name_key FROM person ORDER BY id DESC LIMIT 1") == [("proef, elise",)]
    case_id = number(chamber, "D26-0010")
    (event,) = chamber.vault.life.events(case_id)
    assert (event.kind, event.approach, event.reason) == (EventKind.REGISTERED, Approach.PAD, "aangemeld")
    assert chamber.sql("SELECT case_id, pre_consult FROM referral") == [(case_id, "met Nabij")]
    assert chamber.vault.verify() == ()


def test_a_re_registration_ties_two_cases(at: "At") -> None:
    """The earlier case tells under which number the person came again; the new one names the earlier (seed l.528)."""
    chamber = at("register")
    add(chamber, NEW, EventKind.CLOSED, closing_reason=ClosingReason.GOAL_REACHED)
    again = NewCase("D26-0010", Approach.PAD, Subject("Proef"), chamber.first, earlier_ref=NEW)
    register(chamber, again)
    assert chamber.vault.life.life(number(chamber, NEW)).later_ref == "D26-0010"
    assert chamber.vault.life.life(number(chamber, "D26-0010")).earlier_ref == NEW


@pytest.mark.parametrize(("earlier", "words"), [("D26-0001", "not closed"), ("D99-0001", "no case")])
def test_a_case_comes_again_only_after_it_was_closed(at: "At", earlier: str, words: str) -> None:
    """A case that runs is gone on with; a number that nobody has is no earlier case. No half registration is left."""
    chamber = at("register")
    before = chamber.content(logs=True)
    with refused(words):
        register(chamber, NewCase("D26-0010", Approach.PAD, Subject("P"), chamber.first, earlier_ref=earlier))
    assert chamber.content(logs=True) == before


def test_the_day_of_registration_can_be_corrected(at: "At") -> None:
    """A slip in the day of registration is mended in the first event as well; it never passes what came after."""
    chamber = at("register")
    case_file = chamber.case("D26-0004")
    days = {"earlier": timedelta(days=-3), "later": timedelta(days=3)}
    moved = {name: case_file.registered_on + by for name, by in days.items()}
    chamber.vault.change.case_file(_registered(case_file, moved["earlier"]))
    assert chamber.vault.life.events(case_file.id)[0].on == moved["earlier"]
    with pytest.raises(Refused):
        chamber.vault.change.case_file(_registered(case_file, moved["later"]))
    assert chamber.vault.verify() == ()


def _registered(case_file: CaseFile, on: date) -> CaseFile:

    return replace(case_file, registered_on=on)


def test_the_timeline_tells_everything_in_order(at: "At") -> None:
    """Events, meetings, decisions and letters are one story, by day."""
    chamber = at("final")
    case_id = number(chamber, "D26-0001")
    entries = chamber.vault.life.timeline(case_id)
    assert [entry.on for entry in entries] == sorted(entry.on for entry in entries)
    assert {entry.kind for entry in entries} == {TimelineKind.EVENT, TimelineKind.MEETING, TimelineKind.DECISION}
    assert [entry.number for entry in entries if entry.kind is TimelineKind.MEETING] == [1, 2]
    letters = chamber.vault.life.timeline(number(chamber, "D26-0004"))
    assert [entry.word for entry in letters if entry.kind is TimelineKind.LETTER] == [LetterState.DUE]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE case_file SET phase = 'closed' WHERE ref = 'D26-0001'",
        "UPDATE case_file SET closed_on = '2026-01-01' WHERE ref = 'D26-0001'",
        "UPDATE case_file SET coordinator_id = NULL WHERE ref = 'D26-0001'",
        "UPDATE case_file SET shielded = 1 WHERE ref = 'D26-0001'",
        "DELETE FROM case_event WHERE case_id = 1",
        "UPDATE case_role SET until_on = '2026-01-01' WHERE case_id = 1",
    ],
)
def test_a_list_that_is_out_of_step_is_found(at: "At", change: str) -> None:
    """Checking a vault finds every case that is listed otherwise than follows from what happened."""
    chamber = at("register")
    assert chamber.vault.verify() == ()
    chamber.sql(change)
    assert chamber.vault.verify() == (Finding(Check.CASES, "D26-0001"),)
