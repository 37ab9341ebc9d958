"""A registration in the vault: kept, resumed, dropped, finished as a case; and who may be the same person."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from zvk_tui.domain.approaches import AgeVerdict, default_rules
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import (
    CircleRelation,
    ClosingReason,
    EventKind,
    Forum,
    LetterState,
    LifeDomain,
    ScaleTarget,
    TriageOutcome,
)
from zvk_tui.domain.criteria import CriteriaVerdict, CriterionAnswer
from zvk_tui.domain.intake import Answered, CircleMember, IntakeForm, Outcome
from zvk_tui.domain.intake_check import asked
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act
from zvk_tui.domain.matching import LikenessReason
from zvk_tui.domain.partners import Chain
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

BORN = date(2009, 5, 6)
PERSON = Subject("Verzinsel", "van der", "Bedacht", BORN)
MARK = "Geheimteken"
PAD = default_rules(Approach.PAD)


def full(chamber: "Chamber", outcome: Outcome | None = None, **change: Any) -> IntakeForm:
    """Return a registration of the day before, on which nothing is missing."""
    police = chamber.partner("Politie")
    form = IntakeForm(
        registered_on=chamber.vault.now().date() - timedelta(days=1),
        approach=Approach.PAD,
        partner_id=police.id,
        professional_id=chamber.person("Piet").id,
        pre_consult="met de GGZ besproken",
        reason="drie keer aangehouden",
        request_goal="dagbesteding en rust thuis",
        subject=PERSON,
        circle=(
            CircleMember(CircleRelation.SIBLING, "Broer", "van der", "Bedacht", date(2012, 1, 2), "zelfde school"),
        ),
        domains=(LifeDomain.HOUSING, LifeDomain.JUSTICE),
        chains=(Chain.CARE, Chain.JUSTICE),
        answers=tuple(Answered(one.code, CriterionAnswer.YES, "omdat het zo is") for one in asked(PAD)),
        outcome=outcome or Outcome(),
    )
    return replace(form, **change)


def finished(chamber: "Chamber", form: IntakeForm) -> CaseFile:
    """Keep and finish a registration; return its case, closed or not."""
    ref = chamber.vault.intake.finish(chamber.vault.intake.keep(form))
    number = chamber.sql("SELECT id FROM case_file WHERE ref = :ref", ref=ref)[0][0]
    case_file = chamber.vault.cards.of_case(number).item.case
    assert case_file
    return case_file


def kinds(chamber: "Chamber", case_file: CaseFile) -> list[EventKind]:
    """Return what happened to a case, in order."""
    return [event.kind for event in chamber.vault.life.events(case_file.id)]


def test_a_half_finished_registration_is_kept_and_resumed(at: "At") -> None:
    """What was filled in is there after a lock, the newest first, without a line in the log."""
    chamber = at("register")
    before = chamber.vault.log.lines()
    first = chamber.vault.intake.keep(IntakeForm(subject=PERSON))
    chamber.clock.forward(minutes=1)
    second = chamber.vault.intake.keep(IntakeForm(reason="overlast"))
    assert chamber.vault.log.lines() == before
    chamber.reopened()
    assert [one.id for one in chamber.vault.intakes.open()] == [second, first]
    assert chamber.vault.intakes.get(first) == IntakeForm(subject=PERSON)


def test_a_change_is_kept_in_the_same_registration(at: "At") -> None:
    """Keeping again changes what was kept, and moves it to the top."""
    chamber = at("register")
    first = chamber.vault.intake.keep(IntakeForm(reason="a"))
    chamber.vault.intake.keep(IntakeForm(reason="b"))
    chamber.clock.forward(minutes=1)
    assert chamber.vault.intake.keep(IntakeForm(reason="aa"), first) == first
    assert [one.form.reason for one in chamber.vault.intakes.open()] == ["aa", "b"]


def test_dropping_leaves_nothing_of_what_was_typed(at: "At") -> None:
    """The log says that something was dropped and not what; no table holds a word of it, also not for undo."""
    chamber = at("register")
    number = chamber.vault.intake.keep(IntakeForm(reason=MARK, subject=Subject(surname=MARK)))
    chamber.vault.intake.drop(number)
    assert chamber.vault.intakes.open() == ()
    assert chamber.vault.log.lines()[0].act is Act.INTAKE_DROPPED
    assert MARK not in str(chamber.content(logs=True))
    with pytest.raises(Refused) as refused:
        chamber.vault.intake.keep(IntakeForm(reason="weer"), number)
    assert "finished or dropped" in refused.value.message


def test_finishing_makes_the_case_in_one_act(at: "At") -> None:
    """Number, person, referral, answers with the version of the rules, circle and first events are there at once."""
    chamber = at("register")
    form, ref = full(chamber), chamber.vault.register.next_ref(chamber.vault.now().date())
    case_file = finished(chamber, form)
    assert (case_file.ref, case_file.subject, case_file.goal) == (ref, PERSON, "dagbesteding en rust thuis")
    assert (case_file.phase, case_file.registered_on) == (Phase.TRIAGE, form.registered_on)
    assert kinds(chamber, case_file) == [EventKind.REGISTERED, EventKind.TRIAGED]
    referral = chamber.vault.intakes.referral(case_file.id)
    assert referral
    assert referral.partner == chamber.partner("Politie")
    assert (referral.verdict, referral.age) == (CriteriaVerdict.MET, AgeVerdict.WITHIN)
    assert referral.rules_version == 1
    assert (referral.domains, referral.chains) == (form.domains, form.chains)
    assert {one.code for one in referral.answers} == {one.code for one in PAD.criteria}
    assert [one.member for one in chamber.vault.intakes.circle(case_file.id)] == list(form.circle)
    assert chamber.vault.intakes.open() == ()
    newest = chamber.vault.log.lines()[0]
    assert (newest.act, newest.case_ref) == (Act.CASE_REGISTERED, ref)


@pytest.mark.parametrize(
    ("outcome", "event", "phase", "closing"),
    [
        (Outcome(TriageOutcome.PROCESS_MEETING), EventKind.ADMITTED, Phase.APPROACH, None),
        (Outcome(TriageOutcome.MONITORING), EventKind.MONITORING, Phase.MONITORING, None),
        (Outcome(TriageOutcome.ADVICE, reason="bel"), EventKind.ADVISED, Phase.CLOSED, ClosingReason.ADVICE_GIVEN),
        (
            Outcome(TriageOutcome.REFUSED, reason="te licht", next_steps="politie houdt contact"),
            EventKind.REFUSED,
            Phase.CLOSED,
            ClosingReason.NOT_ADMITTED,
        ),
        (
            Outcome(TriageOutcome.REFERRED_ON, reason="mijdt zorg", forum=Forum.OUTREACH_TABLE),
            EventKind.REFERRED_ON,
            Phase.CLOSED,
            ClosingReason.REFERRED_ON,
        ),
        (
            Outcome(TriageOutcome.SCALED_UP, reason="OM nodig", scale_to=ScaleTarget.REGIONAL_HOUSE),
            EventKind.SCALED_UP,
            Phase.SCALED_UP,
            None,
        ),
    ],
)
def test_every_outcome_is_an_event_of_the_case(
    at: "At", outcome: Outcome, event: EventKind, phase: Phase, closing: ClosingReason | None
) -> None:
    """Each route out of triage can be taken at once, and the list shows it."""
    chamber = at("register")
    case_file = finished(chamber, full(chamber, outcome))
    assert kinds(chamber, case_file)[-1] is event
    life = chamber.vault.life.life(case_file.id)
    assert (life.phase, life.closing_reason) == (phase, closing)


def test_next_steps_with_the_referrer_stand_in_the_life_of_the_case(at: "At") -> None:
    """Seed l.540-542: when a case is not admitted, what was agreed with the referrer can be read back."""
    chamber = at("register")
    outcome = Outcome(TriageOutcome.REFUSED, reason="te licht", next_steps="politie houdt contact")
    case_file = finished(chamber, full(chamber, outcome))
    assert chamber.vault.life.events(case_file.id)[-1].next_steps == "politie houdt contact"


def test_the_letter_is_due_when_somebody_is_admitted(at: "At") -> None:
    """Seed l.469-479: with a process meeting as outcome the notification letter is a task at once."""
    chamber = at("register")
    case_file = finished(chamber, full(chamber, Outcome(TriageOutcome.PROCESS_MEETING)))
    letter = chamber.vault.life.letter(case_file.id)
    assert letter
    assert letter.state is LetterState.DUE


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"registered_on": None}, "When was it registered"),
        ({"subject": Subject("A", "", "B", date(2030, 1, 1))}, "after the registration"),
        ({"subject": Subject()}, "Whom is it about"),
        ({"partner_id": 999}, "no longer in the vault"),
        ({"answers": ()}, "no answer yet"),
        ({"subject": Subject("A", "", "B", None), "outcome": Outcome(TriageOutcome.MONITORING)}, "does not apply"),
        (
            {"subject": Subject("A", "", "B", date(1990, 1, 1)), "outcome": Outcome(TriageOutcome.MONITORING)},
            "does not",
        ),
        ({"earlier_ref": "D19-0001"}, "no case with the number"),
        ({"earlier_ref": "D26-0001"}, "not closed"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_lost(at: "At", change: dict[str, Any], words: str) -> None:
    """A registration that cannot be finished stays as it was; no half of it becomes a case."""
    chamber = at("register")
    number = chamber.vault.intake.keep(full(chamber, **change))
    before = chamber.content(logs=True)
    with pytest.raises(Refused) as refused:
        chamber.vault.intake.finish(number)
    assert words in refused.value.message
    assert chamber.content(logs=True) == before


def test_a_closed_approach_is_not_for_everybody(at: "At") -> None:
    """A registration for radicalisation is not kept by who is not admitted to it."""
    chamber = at("register")
    rules = default_rules(Approach.RADICALISATION)
    answers = tuple(Answered(one.code, CriterionAnswer.YES, "zo") for one in asked(rules))
    with pytest.raises(Refused) as refused:
        chamber.vault.intake.keep(full(chamber, approach=Approach.RADICALISATION, answers=answers))
    assert "not admitted" in refused.value.message
    assert chamber.sql("SELECT count(*) FROM intake") == [(0,)]


def test_undo_takes_no_case_away(at: "At") -> None:
    """A number is given once: after finishing there is nothing to undo, and no image holds the form."""
    chamber = at("register")
    case_file = finished(chamber, full(chamber, pre_consult=MARK))
    assert chamber.vault.undo() is None
    assert chamber.vault.life.life(case_file.id).registered_on == case_file.registered_on
    assert MARK not in str(chamber.content("change", "intake", "audit"))


def test_a_re_registration_ties_two_cases_together(at: "At") -> None:
    """Seed l.528-531: both cases name each other; the earlier one is found by a name that is spelled otherwise."""
    chamber = at("register")
    earlier = finished(chamber, full(chamber, Outcome(TriageOutcome.ADVICE, reason="bel")))
    again = Subject("V.", "", "van der Bedaght", BORN)
    found = chamber.vault.intakes.alike(again)
    assert [(one.case_file.ref, one.can_follow) for one in found] == [(earlier.ref, True)]
    later = finished(chamber, full(chamber, subject=again, earlier_ref=earlier.ref))
    assert chamber.vault.life.life(later.id).earlier_ref == earlier.ref
    assert chamber.vault.life.life(earlier.id).later_ref == later.ref
    tied = {one.case_file.ref: one for one in chamber.vault.intakes.alike(again)}
    assert tied[earlier.ref].later_ref == later.ref
    assert not tied[earlier.ref].can_follow


@pytest.mark.parametrize(
    ("sought", "reason"),
    [
        (PERSON, LikenessReason.NAME_SAME),
        (replace(PERSON, given_names="V."), LikenessReason.GIVEN_INITIALS),
        (Subject("", "", "Bedacht, V. van der", BORN), LikenessReason.GIVEN_INITIALS),
        (replace(PERSON, surname="Bedagt"), LikenessReason.SURNAME_SOUND),
        (replace(PERSON, surname="Pedacht"), LikenessReason.SURNAME_SPELLING),
        (replace(PERSON, surname="Pedacht", birth_date=None), LikenessReason.BIRTH_UNKNOWN),
        (replace(PERSON, surname="Bedachd", birth_date=None), LikenessReason.BIRTH_UNKNOWN),
        (replace(PERSON, birth_date=date(2009, 6, 5)), LikenessReason.BIRTH_SWAPPED),
        (replace(PERSON, birth_date=date(2019, 5, 6)), LikenessReason.BIRTH_DIGIT),
        (replace(PERSON, birth_date=date(2009, 1, 1)), LikenessReason.BIRTH_YEAR),
        (Subject("Bedacht", "", "Verzinsel", None), LikenessReason.SURNAME_GIVEN_SWAPPED),
        (replace(PERSON, birth_date=date(1999, 11, 30)), LikenessReason.BIRTH_OTHER),
        (replace(PERSON, surname="Vanderbedacht", prefix="", birth_date=date(1999, 11, 30)), LikenessReason.NAME_SAME),
        (Subject(birth_date=BORN), LikenessReason.BIRTH_SAME),
    ],
)
def test_the_same_person_is_found_in_spite_of_a_slip(at: "At", sought: Subject, reason: LikenessReason) -> None:
    """Spelling, initials, prefixes and slips in the date of birth do not hide somebody."""
    chamber = at("register")
    case_file = finished(chamber, full(chamber))
    found = chamber.vault.intakes.alike(sought)
    assert [one.case_file.ref for one in found] == [case_file.ref]
    assert reason in found[0].likeness.reasons


DOUBLE = Subject("Fatima", "El", "Ghazaoui-Bakker", BORN)
LATER = date(2011, 9, 17)


@pytest.mark.parametrize(
    ("kept", "sought"),
    [
        (DOUBLE, Subject("Fatima", "", "Elghazaoui")),
        (DOUBLE, Subject("Fatima", "", "Bakker", BORN)),
        (DOUBLE, Subject("Fatima", "", "Bakker-El Ghazaoui", LATER.replace(year=BORN.year, month=1, day=1))),
        (Subject("Fatima", "", "Elghazaoui"), DOUBLE),
        (Subject("Jan", "van den", "Berg", BORN), Subject("Jan", "", "Vandenberg", LATER)),
        (Subject("Jan", "", "Vandenberg", BORN), Subject("Jan", "van den", "Berg", LATER)),
        (Subject("Jan", "", "Smit-van den Berg"), Subject("Jan", "", "Vandenberg", BORN)),
    ],
)
def test_a_prefix_written_together_and_half_a_surname_hide_nobody(at: "At", kept: Subject, sought: Subject) -> None:
    """Where the vault looks reaches as far as the comparison: prefixes written to the name, parts of a double one."""
    chamber = at("register")
    case_file = finished(chamber, full(chamber, subject=kept))
    assert [one.case_file.ref for one in chamber.vault.intakes.alike(sought)] == [case_file.ref]


def test_nobody_is_found_who_is_shielded_or_of_a_closed_approach(at: "At") -> None:
    """Wgs art. 2.31(8): the check on duplicates is no way around shielding, nor around admission."""
    chamber = at("register")
    case_file = finished(chamber, full(chamber, Outcome(TriageOutcome.ADVICE, reason="bel")))
    today = chamber.vault.now().date()
    chamber.sql("UPDATE case_file SET approach = 'radicalisation' WHERE id = :id", id=case_file.id)
    assert chamber.vault.intakes.alike(PERSON) == ()
    assert chamber.vault.intakes.referral(case_file.id) is None
    assert chamber.vault.intakes.circle(case_file.id) == ()
    chamber.sql("UPDATE case_file SET approach = 'pad' WHERE id = :id", id=case_file.id)
    assert len(chamber.vault.intakes.alike(PERSON)) == 1
    chamber.vault.lives.add(case_file.id, CaseEvent(EventKind.SHIELDED, today))
    assert chamber.vault.intakes.alike(PERSON) == ()


def test_a_group_is_found_by_its_name(at: "At") -> None:
    """A group under nearly the same name is found, and a person of that name is not."""
    chamber = at("register")
    case_file = finished(chamber, full(chamber, subject=Subject(group_name="Groep Verzonnenplein")))
    assert [one.case_file.ref for one in chamber.vault.intakes.alike(Subject(group_name="groep verzonenplein"))] == [
        case_file.ref
    ]
    assert chamber.vault.intakes.alike(Subject(surname="Groep Verzonnenplein")) == ()


def test_the_circle_of_a_case_can_be_changed(at: "At") -> None:
    """Light records are added, changed and taken out through their case."""
    chamber = at("register")
    case_file = finished(chamber, full(chamber, circle=()))
    mother = CircleMember(CircleRelation.PARENT, "Ma", "", "Bedacht")
    number = chamber.vault.intake.save_member(case_file.id, mother)
    chamber.vault.intake.save_member(case_file.id, replace(mother, note="belt zelf"), number)
    assert [one.member.note for one in chamber.vault.intakes.circle(case_file.id)] == ["belt zelf"]
    chamber.vault.intake.remove_member(number)
    assert chamber.vault.intakes.circle(case_file.id) == ()
    assert {line.act for line in chamber.vault.log.lines()[:3]} == {Act.CIRCLE_CHANGED}
    with pytest.raises(Refused) as refused:
        chamber.vault.intake.save_member(case_file.id, CircleMember())
    assert "no name" in refused.value.message
