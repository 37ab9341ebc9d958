"""Whoever comes again, and the cases that nobody else may hear of: numbers that would give away a closed case."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from zvk_tui.domain.case_file import Approach, Subject
from zvk_tui.domain.case_terms import ClosingReason, EventKind
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.life import CaseEvent, NewCase
from zvk_tui.domain.log import Act
from zvk_tui.errors import Refused
from zvk_tui.store.case_tables import ReferralRow
from zvk_tui.store.writing.life import registered

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

CLOSED: Final = Approach.RADICALISATION
OTHER: Final = "zeven groene fietsen"
OLD, HIDDEN, NEWER = "D26-0003", "D26-0092", "D26-0093"
PERSON: Final = Subject("Sem", "van", "Bedenksel", date(2008, 4, 3))


@contextmanager
def refused(words: str) -> Iterator[None]:
    """Expect a refusal of which the sentence, in English, holds these words."""
    with pytest.raises(Refused) as found:
        yield
    assert words in found.value.message


def register(chamber: "Chamber", ref: str, approach: Approach, earlier_ref: str = "") -> None:
    """Register the person again, as the wizard does."""
    on = chamber.clock.now.date()
    new = NewCase(ref, approach, PERSON, on, earlier_ref=earlier_ref)
    with chamber.vault.desk.writing(Act.CASE_REGISTERED, ref, undoable=False) as session:
        registered(session, chamber.vault.desk, new, ReferralRow(case_id=0, on=on, earlier_ref=earlier_ref))


def number(chamber: "Chamber", ref: str) -> int:
    """Return the row number of a case, closed or not."""
    return int(chamber.sql("SELECT id FROM case_file WHERE ref = :ref", ref=ref)[0][0])


def close(chamber: "Chamber", ref: str) -> None:
    """Close a case today."""
    event = CaseEvent(EventKind.CLOSED, chamber.clock.now.date(), closing_reason=ClosingReason.GOAL_REACHED)
    chamber.vault.lives.add(number(chamber, ref), event)


@pytest.fixture
def inside(at: "At") -> "Chamber":
    """Return a vault in which a closed case of PAD came again under radicalisation, opened by who is admitted."""
    chamber = at("between")
    chamber.vault.rule.admit(CLOSED, chamber.vault.desk.slot_id)
    chamber.vault.change.case_file(replace(chamber.case(OLD), subject=PERSON))
    close(chamber, OLD)
    register(chamber, HIDDEN, CLOSED, OLD)
    return chamber


@pytest.fixture
def outside(inside: "Chamber") -> "Chamber":
    """Return the same vault, opened by somebody who is not admitted."""
    inside.vault.add_slot("Ander", OTHER, inside.cheap)
    return inside.reopened(OTHER)


def test_who_is_admitted_reads_both_numbers(inside: "Chamber") -> None:
    """The old case names the new one and the other way round."""
    assert inside.vault.life.life(number(inside, OLD)).later_ref == HIDDEN
    assert inside.vault.life.life(number(inside, HIDDEN)).earlier_ref == OLD
    assert [one.later_ref for one in inside.vault.intakes.alike(PERSON) if one.case_file.ref == OLD] == [HIDDEN]


def test_an_old_case_does_not_give_the_new_one_away(outside: "Chamber") -> None:
    """Neither events, timeline nor the check on duplicates say that the person was registered again."""
    case_id = number(outside, OLD)
    kinds = [event.kind for event in outside.vault.life.events(case_id)]
    assert EventKind.RE_REGISTERED not in kinds
    told = [
        outside.vault.life.events(case_id),
        outside.vault.life.life(case_id),
        outside.vault.life.timeline(case_id),
        outside.vault.intakes.alike(PERSON),
    ]
    assert HIDDEN not in repr(told)
    assert [(one.case_file.ref, one.later_ref) for one in outside.vault.intakes.alike(PERSON)] == [(OLD, "")]
    assert {EventKind.REOPENED, EventKind.RE_REGISTERED} <= set(outside.vault.life.allowed(case_id))


def test_the_newest_case_that_one_sees_is_followed(outside: "Chamber") -> None:
    """Who is not admitted registers the person again after the case they know; nothing says that there is another."""
    register(outside, NEWER, Approach.PAD, OLD)
    assert outside.vault.life.life(number(outside, OLD)).later_ref == NEWER
    assert outside.vault.life.life(number(outside, NEWER)).earlier_ref == OLD
    with refused("Name the newest case"):
        register(outside, "D26-0094", Approach.PAD, OLD)
    assert outside.vault.verify() == ()


def test_the_case_they_know_can_be_reopened(outside: "Chamber") -> None:
    """Reopening the case they know is as if there were no other; whoever sees both reads on without a knot."""
    event = CaseEvent(EventKind.REOPENED, outside.clock.now.date(), reason="nieuwe feiten")
    outside.vault.lives.add(number(outside, OLD), event)
    close(outside, OLD)
    chamber = outside.reopened()
    assert chamber.vault.life.life(number(chamber, OLD)).later_ref == ""
    assert EventKind.REOPENED in chamber.vault.life.allowed(number(chamber, OLD))


def test_an_open_case_does_not_give_the_closed_one_before_it_away(inside: "Chamber") -> None:
    """Who comes to PAD after radicalisation is somebody new to who is not admitted."""
    close(inside, HIDDEN)
    register(inside, NEWER, Approach.PAD, HIDDEN)
    new = number(inside, NEWER)
    assert inside.vault.life.life(new).earlier_ref == HIDDEN
    inside.vault.add_slot("Ander", OTHER, inside.cheap)
    outside = inside.reopened(OTHER)
    referral = outside.vault.intakes.referral(new)
    assert referral is not None
    assert referral.earlier_ref == ""
    assert HIDDEN not in repr((outside.vault.life.timeline(new), outside.vault.life.life(new)))


def test_a_closed_case_is_not_moved_out(inside: "Chamber") -> None:
    """A move out of radicalisation is not offered, and refused with what to do instead; nothing is changed."""
    case_id = number(inside, HIDDEN)
    assert EventKind.MOVED not in inside.vault.life.allowed(case_id)
    assert inside.vault.life.places(case_id) == ()
    outward = CaseEvent(EventKind.MOVED, inside.clock.now.date(), reason="?", approach=Approach.PAD)
    before = inside.content()
    with refused("register the person anew"):
        inside.vault.lives.add(case_id, outward)
    assert inside.content() == before


def test_an_open_case_is_moved_in_by_who_is_admitted(inside: "Chamber") -> None:
    """A case may be moved into radicalisation, and is then seen by its circle only."""
    case_id = number(inside, "D26-0001")
    assert (CLOSED, "regular") in inside.vault.life.places(case_id)
    inward = CaseEvent(EventKind.MOVED, inside.clock.now.date(), reason="signalen", approach=CLOSED)
    inside.vault.lives.add(case_id, inward)
    inside.vault.add_slot("Ander", OTHER, inside.cheap)
    outside = inside.reopened(OTHER)
    assert outside.vault.register.find_cases("D26-0001") == ()


def test_a_registration_of_a_closed_approach_is_not_touched_by_its_number(inside: "Chamber") -> None:
    """Who is not admitted cannot overwrite, drop or finish such a registration, nor begin one."""
    kept = inside.vault.intake.keep(IntakeForm(approach=CLOSED, reason="signalen"))
    inside.vault.add_slot("Ander", OTHER, inside.cheap)
    chamber = inside.reopened(OTHER)
    before = chamber.content(logs=True)
    with refused("finished or dropped already"):
        chamber.vault.intake.keep(IntakeForm(reason="weg ermee"), kept)
    with refused("finished or dropped already"):
        chamber.vault.intake.drop(kept)
    with refused("finished or dropped already"):
        chamber.vault.intake.finish(kept)
    with refused("not admitted"):
        chamber.vault.intake.keep(IntakeForm(approach=CLOSED, reason="zomaar"))
    assert chamber.content(logs=True) == before
