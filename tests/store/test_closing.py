"""Closing at the table: the proposal, its place on the agenda, the decision, and what is left after erasing."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.store.closing import DAY, REF, fact, may_close, one
from zvk_tui.domain.approaches import default_rules
from zvk_tui.domain.case_file import Approach, NameStyle, Phase
from zvk_tui.domain.case_terms import ClosingReason, EventKind, PoliceContactKind
from zvk_tui.domain.closure import (
    ClosureFactKind,
    ConditionKind,
    Verdict,
)
from zvk_tui.domain.closure_case import CheckState, ClosureDecision, Way, what_follows
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import MeetingState, ReasonKind
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.record import ActionState
from zvk_tui.errors import Refused
from zvk_tui.i18n import use_language
from zvk_tui.widgets.card import CardView
from zvk_tui.words.story import entry_texts

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

MARK = "Vliegdennenlaan"
CLOSE = ClosureDecision(Way.CLOSE, "Het gaat goed.", ClosingReason.SIX_MONTHS)
PAD_KINDS = [ConditionKind.POLICE_KNOWN, ConditionKind.PERIOD_OVER, ConditionKind.COACH_DONE]


@pytest.fixture(autouse=True)
def _english() -> None:
    """Let refusals be told in English."""
    use_language("en")


def test_a_proposal_keeps_the_check(at: "At") -> None:
    """What the check said on that day stays, by which rules; proposing twice is refused."""
    chamber = at("between")
    case_id = may_close(chamber)
    number = chamber.vault.closure.propose(case_id)
    kept = one(chamber).waiting
    assert kept is not None
    assert (kept.id, kept.state, kept.proposed_by, kept.on) == (number, CheckState.PROPOSED, "Voorzitter", DAY)
    assert kept.check == one(chamber).check
    assert [condition.kind for condition in kept.check.conditions] == PAD_KINDS
    with pytest.raises(Refused, match="proposed already"):
        chamber.vault.closure.propose(case_id)
    line = chamber.vault.log.lines(1)[0]
    assert (line.act, line.case_ref) == (Act.CLOSURE_PROPOSED, REF)


def test_a_case_goes_on_the_next_agenda_with_its_check(at: "At") -> None:
    """It comes on the agenda of the meeting in preparation; on it already it keeps its place and gets the check."""
    chamber = at("preparing")
    added = chamber.case("D26-0004").id
    item = chamber.vault.closure.put_on_agenda(added)
    assert item == chamber.item("D26-0004")
    here = chamber.item(REF)
    order = chamber.order()
    assert chamber.vault.closure.put_on_agenda(chamber.case(REF).id) == here
    assert chamber.order() == order
    attached = chamber.vault.cards.get(here).attached
    assert attached is not None
    assert attached.state is CheckState.ON_AGENDA
    with pytest.raises(Refused, match="on the agenda already"):
        chamber.vault.closure.put_on_agenda(added)


def why(chamber: "Chamber", ref: str) -> list[ReasonKind]:
    """Return why a case is on the agenda."""
    return [reason.kind for reason in chamber.vault.cards.get(chamber.item(ref)).item.reasons]


def test_the_agenda_says_that_closing_was_proposed(at: "At") -> None:
    """What is proposed for closing or may close comes on the agenda for that reason, new there or not."""
    chamber = at("preparing")
    may_close(chamber, "D26-0004")
    added, there = chamber.case("D26-0004").id, may_close(chamber)
    before = why(chamber, REF)
    assert ReasonKind.MAY_CLOSE not in before
    chamber.vault.closure.propose(added)
    chamber.vault.closure.put_on_agenda(added)
    assert why(chamber, "D26-0004") == [ReasonKind.CLOSING_PROPOSED, ReasonKind.MAY_CLOSE]
    chamber.vault.closure.put_on_agenda(there)
    assert why(chamber, REF) == [*before, ReasonKind.MAY_CLOSE]
    chamber.vault.closure.propose(there)
    assert why(chamber, REF) == [*before, ReasonKind.MAY_CLOSE, ReasonKind.CLOSING_PROPOSED]


def test_proposing_the_agenda_again_says_why_now(at: "At") -> None:
    """A case that was added by the chair and may close since then says so; what the chair gave stays."""
    chamber = at("preparing")
    case_id = chamber.case("D26-0004").id
    chamber.agenda.add_case(chamber.meeting, case_id)
    assert why(chamber, "D26-0004") == [ReasonKind.ADDED]
    may_close(chamber, "D26-0004")
    chamber.vault.closure.propose(case_id)
    assert chamber.agenda.propose_again(chamber.meeting) == 0
    found = why(chamber, "D26-0004")
    assert found[0] is ReasonKind.ADDED
    assert {ReasonKind.CLOSING_PROPOSED, ReasonKind.MAY_CLOSE} <= set(found)
    assert chamber.agenda.propose_again(chamber.meeting) == 0
    assert why(chamber, "D26-0004") == found


def test_without_a_meeting_that_is_said(at: "At") -> None:
    """When no meeting of the approach is in preparation, nothing is put anywhere."""
    chamber = at("between")
    with pytest.raises(Refused, match="No meeting about PAD is in preparation"):
        chamber.vault.closure.put_on_agenda(chamber.case(REF).id)
    assert one(chamber).kept == ()


def test_the_card_shows_the_proposal_and_its_conditions(at: "At") -> None:
    """At the table the card names who proposed to close and when; once decided, what became of it."""
    chamber = at("running")
    case_id, item = may_close(chamber), chamber.item(REF)

    def shown() -> str:
        content = CardView(date(2026, 11, 23), NameStyle.FULL, 43).content(chamber.vault.cards.get(item))
        return " ".join(content.plain.partition("Closing: ")[2].partition("\n\n")[0].split())

    conditions = "✓ police information until 23-11-2026 · ✓ period from 06-07-2026 · ✓ coach 23-11-2026"
    assert shown().startswith(f"may close, since 06-07-2026 {conditions}")
    number = chamber.vault.closure.propose(case_id)
    proposed = f"may close, since 06-07-2026 Closing was proposed on 23-11-2026 by Voorzitter. {conditions}"
    assert shown().startswith(proposed)
    chamber.vault.closure.decide(number, ClosureDecision(Way.DECLINE, "Nog een gesprek."))
    assert "Proposal to close declined on 23-11-2026." in shown()
    chamber.vault.undo()
    assert shown().startswith(proposed)


def test_the_table_closes_what_nobody_proposed(at: "At") -> None:
    """A case that may close is closed at the table without a proposal; the check is kept all the same."""
    chamber = at("running")
    case_id = may_close(chamber)
    chamber.vault.closure.decide_at_table(case_id, CLOSE)
    kept = chamber.vault.closures.of_case(case_id).kept
    assert [(check.state, check.item_id) for check in kept] == [(CheckState.ACCEPTED, chamber.item(REF))]
    assert chamber.vault.life.life(case_id).closed
    assert "The case is closed" in chamber.vault.cards.get(chamber.item(REF)).decisions[-1].text


def test_an_item_that_is_dropped_lets_go_of_its_check(at: "At") -> None:
    """A check that was only on the agenda goes with its item; a proposal stays."""
    chamber = at("preparing")
    first, second = chamber.case(REF).id, chamber.case("D26-0004").id
    chamber.vault.closure.put_on_agenda(first)
    chamber.vault.closure.propose(second)
    chamber.vault.closure.put_on_agenda(second)
    for ref in (REF, "D26-0004"):
        chamber.agenda.drop(chamber.item(ref))
    assert one(chamber).kept == ()
    waiting = one(chamber, "D26-0004").waiting
    assert waiting is not None
    assert (waiting.state, waiting.item_id) == (CheckState.PROPOSED, None)
    chamber.vault.undo()
    again = one(chamber, "D26-0004").waiting
    assert again is not None
    assert again.item_id == chamber.item("D26-0004")


def test_the_table_closes_a_case(at: "At") -> None:
    """Accepted: the case is closed on the day of the meeting, the minutes say so, and the check stays with it."""
    chamber = at("running")
    case_id = may_close(chamber)
    number = chamber.vault.closure.propose(case_id)
    chamber.vault.closure.decide(number, CLOSE)
    life = chamber.vault.life.life(case_id)
    assert (life.phase, life.closed_on, life.closing_reason) == (
        Phase.CLOSED, chamber.second, ClosingReason.SIX_MONTHS,
    )  # fmt: skip
    kept = chamber.vault.closures.of_case(case_id).kept[0]
    assert (kept.state, kept.decided_by, kept.motive) == (CheckState.ACCEPTED, "Cor", "Het gaat goed.")
    assert (kept.check.verdict, kept.item_id) == (Verdict.MAY_CLOSE, chamber.item(REF))
    decisions = [decision.text for decision in chamber.vault.cards.get(chamber.item(REF)).decisions]
    assert any("is closed" in text for text in decisions)
    assert EventKind.SHIELDED in what_follows(life)
    assert chamber.vault.verify() == ()


def test_a_decision_is_undone_whole(at: "At") -> None:
    """Undo takes back the closing, the decision in the minutes and what became of the check, all at once."""
    chamber = at("running")
    case_id = may_close(chamber)
    number = chamber.vault.closure.propose(case_id)
    before = chamber.content()
    chamber.vault.closure.decide(number, CLOSE)
    undone = chamber.vault.undo()
    assert undone is not None
    assert undone.act is Act.CLOSURE_DECIDED
    assert chamber.content() == before


def test_support_is_tapered_off_first(at: "At") -> None:
    """The table may scale down instead: the case stays live until it is closed."""
    chamber = at("running")
    case_id = may_close(chamber)
    number = chamber.vault.closure.propose(case_id)
    chamber.vault.closure.decide(number, ClosureDecision(Way.SCALE_DOWN))
    life = chamber.vault.life.life(case_id)
    assert life.phase is Phase.SCALING_DOWN
    assert what_follows(life)[:2] == (EventKind.HANDED_OVER, EventKind.CLOSED)


def test_a_case_that_is_not_closed_stays(at: "At") -> None:
    """Declined with its motive: the case goes on, the check stays, and closing can be proposed again."""
    chamber = at("running")
    case_id = may_close(chamber)
    number = chamber.vault.closure.propose(case_id)
    with pytest.raises(Refused, match="motive"):
        chamber.vault.closure.decide(number, ClosureDecision(Way.DECLINE))
    chamber.vault.closure.decide(number, ClosureDecision(Way.DECLINE, "Moeder wil het niet."))
    assert chamber.vault.life.life(case_id).phase is Phase.APPROACH
    assert [kept.state for kept in one(chamber).kept] == [CheckState.DECLINED]
    with pytest.raises(Refused, match="decided already"):
        chamber.vault.closure.decide(number, CLOSE)
    assert chamber.vault.closure.propose(case_id) != number


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (replace(CLOSE, closing_reason=None), "reason"),
        (replace(CLOSE, closing_reason=ClosingReason.GOAL_REACHED), "reason"),
    ],
)
def test_a_case_is_closed_for_a_reason_that_its_approach_knows(at: "At", decision: ClosureDecision, said: str) -> None:
    """Without a reason, or with one of another approach, nothing is decided at all."""
    chamber = at("running")
    if decision.closing_reason in default_rules(Approach.PAD).closing_reasons:
        decision = replace(decision, closing_reason=ClosingReason.ADVICE_GIVEN)
    number = chamber.vault.closure.propose(may_close(chamber))
    with pytest.raises(Refused, match=said):
        chamber.vault.closure.decide(number, decision)
    waiting = one(chamber).waiting
    assert waiting is not None
    assert waiting.decided_on is None


def test_against_the_check_needs_a_motive(at: "At") -> None:
    """The table may close what the check does not say may close, and says why."""
    chamber = at("running")
    number = chamber.vault.closure.propose(chamber.case(REF).id)
    deceased = ClosureDecision(Way.CLOSE, "Bericht van de GGZ.", ClosingReason.DECEASED)
    with pytest.raises(Refused, match="motive"):
        chamber.vault.closure.decide(number, replace(deceased, motive=" "))
    chamber.vault.closure.decide(number, deceased)
    assert chamber.vault.closures.of_case(int(chamber.sql("SELECT case_id FROM closure_check")[0][0])).life.closed


def test_the_table_closes_for_no_untrue_reason(at: "At") -> None:
    """Not even the table closes for six months while they are not over; it chooses another reason (seed l.550-557)."""
    chamber = at("running")
    number = chamber.vault.closure.propose(chamber.case(REF).id)
    before = chamber.content(logs=True)
    with pytest.raises(Refused, match="months without being in view are not over"):
        chamber.vault.closure.decide(number, CLOSE)
    assert chamber.content(logs=True) == before


def test_the_table_names_the_municipality(at: "At") -> None:
    """A case that closes for a removal says which municipality knows, and its timeline tells it (seed l.558-561)."""
    chamber = at("running")
    case_id = chamber.case(REF).id
    number = chamber.vault.closure.propose(case_id)
    away = ClosureDecision(Way.CLOSE, "Verhuisd.", ClosingReason.MOVED_AWAY)
    with pytest.raises(Refused, match="Which municipality"):
        chamber.vault.closure.decide(number, away)
    chamber.vault.closure.decide(number, replace(away, municipality="Gemeente Rietmonde"))
    closing = chamber.vault.life.events(case_id)[-1]
    assert (closing.closing_reason, closing.receiver) == (ClosingReason.MOVED_AWAY, "Gemeente Rietmonde")
    assert "Informed, or took it over: Gemeente Rietmonde" in entry_texts(
        next(entry for entry in chamber.vault.life.timeline(case_id) if entry.event == closing)
    )


def test_the_check_that_is_decided_upon_is_that_of_the_day(at: "At") -> None:
    """What became known since the proposal is in the check that stays with the case."""
    chamber = at("running")
    case_id = may_close(chamber)
    number = chamber.vault.closure.propose(case_id)
    contact = PoliceContact(0, chamber.second, PoliceContactKind.SUSPECT, True, "Politie")
    chamber.vault.police_desk.add(case_id, contact)
    chamber.vault.closure.decide(number, ClosureDecision(Way.DECLINE, "Nieuw contact."))
    assert one(chamber).kept[0].check.verdict is Verdict.NOT_BEFORE


@pytest.mark.parametrize("stage", ["between", "preparing", "final"])
def test_only_a_meeting_decides(at: "At", stage: str) -> None:
    """Before the meeting has begun, between meetings, and once its minutes are final, nothing is decided."""
    chamber = at(stage)
    number = chamber.vault.closure.propose(may_close(chamber))
    with pytest.raises(Refused, match="The table decides"):
        chamber.vault.closure.decide(number, CLOSE)
    assert chamber.state is not MeetingState.RUNNING


def test_nothing_of_an_erased_case_is_left(at: "At") -> None:
    """Erasing takes all facts and what a check says of the person; that it was decided, and when, stays."""
    chamber = at("running")
    case_id = may_close(chamber)
    chamber.vault.closure.tell(case_id, fact(ClosureFactKind.MOVED_AWAY, note=MARK))
    number = chamber.vault.closure.propose(case_id)
    chamber.vault.closure.decide(number, replace(CLOSE, motive=MARK))
    chamber.discuss_all()
    chamber.end(chamber.third)
    chamber.settle.finalise(chamber.meeting)
    for action in chamber.vault.plans.actions(case_id):
        chamber.entries.settle_action(action.id, ActionState.DONE, chamber.second)
    chamber.vault.lives.add(case_id, CaseEvent(EventKind.SHIELDED, chamber.second))
    chamber.vault.lives.erase(case_id, REF)
    content = chamber.content("closure_fact", "closure_check")
    assert content["closure_fact"] == []
    assert MARK not in repr(chamber.content(logs=True))
    kept = chamber.vault.closures.of_case(case_id).kept[0]
    assert (kept.state, kept.decided_on, kept.check.conditions) == (CheckState.ACCEPTED, chamber.second, ())
