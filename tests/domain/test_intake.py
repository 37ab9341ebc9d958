"""A registration: what is missing on each page, what the age and the answers say, and which outcomes apply."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.approaches import AgeVerdict, default_rules
from zvk_tui.domain.case_file import Approach, Subject, Track
from zvk_tui.domain.case_terms import CaseLabel, CircleRelation, Forum, LifeDomain, ScaleTarget, TriageOutcome
from zvk_tui.domain.criteria import CriteriaVerdict, CriterionAnswer
from zvk_tui.domain.intake import Answered, CircleMember, IntakeForm, Outcome, form_from_plain, form_plain
from zvk_tui.domain.intake_check import (
    ADMITTING,
    ProblemKind,
    Step,
    age_of,
    asked,
    deciding,
    filled,
    outcomes_for,
    parse_birth,
    problems,
    remarks,
    verdict_of,
)
from zvk_tui.domain.partners import Chain
from zvk_tui.domain.rules import ApproachRules

TODAY = date(2026, 11, 23)
PAD = default_rules(Approach.PAD)
ALL_AGES = default_rules(Approach.ALL_AGES)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2027, 12, 31))
TEXTS = st.text(max_size=12)

forms = st.builds(
    IntakeForm,
    registered_on=DAYS,
    approach=st.sampled_from(Approach),
    track=st.sampled_from(Track),
    label=st.none() | st.just(CaseLabel.STRAATKRACHT),
    partner_id=st.none() | st.integers(1, 9),
    reason=TEXTS,
    subject=st.builds(Subject, TEXTS, TEXTS, TEXTS, DAYS),
    circle=st.lists(st.builds(CircleMember, st.sampled_from(CircleRelation), TEXTS, TEXTS, TEXTS, DAYS)).map(tuple),
    domains=st.lists(st.sampled_from(LifeDomain), unique=True).map(tuple),
    chains=st.lists(st.sampled_from(Chain), unique=True).map(tuple),
    answers=st.lists(st.builds(Answered, TEXTS, st.none() | st.sampled_from(CriterionAnswer), TEXTS)).map(tuple),
    outcome=st.builds(
        Outcome, st.none() | st.sampled_from(TriageOutcome), DAYS, TEXTS, TEXTS, forum=st.sampled_from(Forum)
    ),
    others=st.lists(TEXTS).map(tuple),
    no_dates=st.lists(st.tuples(TEXTS, TEXTS)).map(tuple),
)


def answered(
    rules: ApproachRules, answer: CriterionAnswer = CriterionAnswer.YES, **given_as: CriterionAnswer
) -> IntakeForm:
    """Return a form on which nothing is missing, all criteria answered alike but those that are named."""
    answers = (Answered(one.code, given_as.get(one.code, answer), "omdat") for one in asked(rules))
    return IntakeForm(
        registered_on=date(2026, 11, 9),
        approach=rules.approach,
        partner_id=1,
        reason="vaker overlast",
        request_goal="één plan",
        subject=Subject("Proef", "", "Verzonnen", date(2009, 5, 1)),
        domains=(LifeDomain.HOUSING, LifeDomain.FINANCES),
        chains=(Chain.CARE, Chain.JUSTICE),
        answers=tuple(answers),
    )


def kinds(form: IntakeForm, rules: ApproachRules = PAD) -> list[ProblemKind]:
    """Return what stands in the way of finishing."""
    return [problem.kind for problem in problems(form, rules, TODAY)]


@given(forms)
def test_a_form_comes_back_as_it_was_kept(form: IntakeForm) -> None:
    """Whatever was filled in survives being written as JSON and read again."""
    assert form_from_plain(json.loads(json.dumps(form_plain(form)))) == form


def test_a_word_of_a_newer_version_is_left_open() -> None:
    """A form with a word that is not known opens, that field not filled in."""
    plain = form_plain(answered(PAD)) | {
        "track": "new_track",
        "domains": ["housing", "other"],
        "outcome": {"kind": "x"},
    }
    form = form_from_plain(plain)
    assert (form.track, form.domains, form.outcome.kind) == (Track.REGULAR, (LifeDomain.HOUSING,), None)


def test_nothing_is_missing_on_a_full_form() -> None:
    """With every field filled in and no outcome yet, a registration can be finished and stays in triage."""
    assert kinds(answered(PAD)) == []


def test_an_empty_form_says_what_is_missing_on_each_page() -> None:
    """Every page names its own gaps."""
    found = problems(IntakeForm(approach=Approach.PAD), PAD, TODAY)
    steps = {problem.step for problem in found}
    assert steps == {Step.REFERRAL, Step.PERSON, Step.CRITERIA}
    assert sum(problem.kind is ProblemKind.UNANSWERED for problem in found) == len(asked(PAD))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"registered_on": None}, ProblemKind.NO_DATE),
        ({"registered_on": date(2026, 11, 24)}, ProblemKind.REGISTERED_LATER),
        ({"no_dates": (("registered", "31-02-2026"),)}, ProblemKind.IMPOSSIBLE_DATE),
        ({"no_dates": (("born", "30-02-2009"),)}, ProblemKind.IMPOSSIBLE_DATE),
        ({"partner_id": None}, ProblemKind.NO_REFERRER),
        ({"reason": " "}, ProblemKind.NO_REASON),
        ({"request_goal": ""}, ProblemKind.NO_REQUEST_GOAL),
        ({"track": Track.STRAATKRACHT, "approach": Approach.PAD}, ProblemKind.OTHER_TRACK),
        ({"subject": Subject()}, ProblemKind.NO_NAME),
        ({"subject": Subject("A", "", "B", group_name="gezin B")}, ProblemKind.NAME_AND_GROUP),
        ({"subject": Subject("A", "", "B", date(2026, 11, 10))}, ProblemKind.BORN_AFTER),
        ({"subject": Subject("A", "", "B", date(1801, 1, 1))}, ProblemKind.BORN_LONG_AGO),
        ({"circle": (CircleMember(),)}, ProblemKind.CIRCLE_NO_NAME),
        ({"circle": (CircleMember(surname="B", birth_date=date(2026, 11, 10)),)}, ProblemKind.CIRCLE_BORN_AFTER),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, object], kind: ProblemKind) -> None:
    """Impossible dates, a birth after the registration and every gap are named."""
    assert kind in kinds(replace(answered(PAD), **change))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"domains": (), "chains": ()}, [ProblemKind.FEW_DOMAINS, ProblemKind.FEW_CHAINS]),
        ({"domains": (LifeDomain.HOUSING,)}, [ProblemKind.FEW_DOMAINS]),
        ({"chains": (Chain.CARE,)}, [ProblemKind.FEW_CHAINS]),
        ({}, []),
    ],
)
def test_more_than_one_is_named(change: dict[str, Any], found: list[ProblemKind]) -> None:
    """Bgs art. 2.20(1): who says "more than one" names more than one; in 0-100 it is refused, elsewhere remarked on."""
    one, other = (replace(answered(rules), **change) for rules in (ALL_AGES, PAD))
    assert kinds(one, ALL_AGES) == found
    assert remarks(one, ALL_AGES) == ()
    assert kinds(other) == []
    assert [remark.kind for remark in remarks(other, PAD)] == found


def test_an_answer_no_contradicts_nothing() -> None:
    """Who answers no, or unknown, may name one life domain or none."""
    no = {"leefgebieden": CriterionAnswer.NO, "ketens": CriterionAnswer.UNKNOWN}
    form = replace(answered(ALL_AGES, **no), domains=(), chains=())
    assert kinds(form, ALL_AGES) == []


def test_a_page_counts_as_filled_in_when_something_is_on_it() -> None:
    """Pages on which nothing must be filled in are only ticked off once something is, or somebody looked."""
    form = replace(answered(PAD), domains=(), chains=())
    assert filled(form) == set()
    assert filled(replace(form, chains=(Chain.CARE,))) == {Step.CIRCLE}
    assert filled(replace(form, outcome=Outcome(on=TODAY))) == {Step.OUTCOME}


def test_the_day_itself_is_no_problem() -> None:
    """Somebody may be born, registered and decided about on one day."""
    form = replace(answered(ALL_AGES), registered_on=TODAY, subject=Subject("A", "", "B", TODAY))
    form = replace(form, outcome=Outcome(TriageOutcome.ADVICE, TODAY, "bel de huisarts"))
    assert kinds(form, ALL_AGES) == []


def test_yes_and_no_need_a_motivation_and_unknown_does_not() -> None:
    """Bgs art. 2.20(3): how far a criterion is met is shown; of what is not known there is nothing to show yet."""
    code = asked(PAD)[0].code
    for answer, missing in ((CriterionAnswer.YES, True), (CriterionAnswer.NO, True), (CriterionAnswer.UNKNOWN, False)):
        form = answered(PAD).answered(Answered(code, answer))
        assert (ProblemKind.NO_MOTIVE in kinds(form)) is missing


@pytest.mark.parametrize(
    ("born", "age", "verdict"),
    [
        (date(2014, 11, 9), AgeVerdict.WITHIN, CriteriaVerdict.MET),
        (date(2014, 11, 10), AgeVerdict.TOO_YOUNG, CriteriaVerdict.NOT_MET),
        (date(1999, 11, 10), AgeVerdict.WITHIN, CriteriaVerdict.MET),
        (date(1999, 11, 9), AgeVerdict.TOO_OLD, CriteriaVerdict.NOT_MET),
        (None, AgeVerdict.UNKNOWN, CriteriaVerdict.OPEN),
    ],
)
def test_the_age_counts_on_the_day_of_registration(
    born: date | None, age: AgeVerdict, verdict: CriteriaVerdict
) -> None:
    """12 until 27 (seed l.317), tested on the birthdays themselves; without a date of birth it stays open."""
    form = answered(PAD)
    form = replace(form, subject=replace(form.subject, birth_date=born))
    assert age_of(form, PAD) is age
    assert verdict_of(form, PAD) is verdict


def test_limits_of_age_count_without_a_criterion_that_names_them() -> None:
    """A chamber that sets an age for an approach need not add a criterion for it."""
    rules = replace(ALL_AGES, age_from=18)
    form = answered(rules)
    assert verdict_of(form, rules) is CriteriaVerdict.NOT_MET
    assert verdict_of(replace(form, subject=Subject("A")), rules) is CriteriaVerdict.OPEN


@pytest.mark.parametrize("approach", Approach)
def test_without_criteria_that_are_met_nobody_is_admitted(approach: Approach) -> None:
    """Monitoring and a process meeting apply to a tree that is met, and to no other."""
    rules = default_rules(approach)
    assert set(outcomes_for(rules, CriteriaVerdict.MET)) == set(rules.outcomes)
    for verdict in (CriteriaVerdict.NOT_MET, CriteriaVerdict.OPEN):
        assert not set(outcomes_for(rules, verdict)) & ADMITTING
        assert TriageOutcome.REFUSED in outcomes_for(rules, verdict)


@pytest.mark.parametrize("answer", [CriterionAnswer.NO, CriterionAnswer.UNKNOWN])
def test_an_outcome_that_the_verdict_does_not_allow_is_a_problem(answer: CriterionAnswer) -> None:
    """A process meeting cannot be chosen for criteria that are not met or still open; staying in triage can."""
    form = answered(PAD, answer)
    assert kinds(form) == []
    admitted = replace(form, outcome=Outcome(TriageOutcome.PROCESS_MEETING))
    assert kinds(admitted) == [ProblemKind.OUTCOME_NOT_ALLOWED]


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        (Outcome(TriageOutcome.PROCESS_MEETING), []),
        (Outcome(TriageOutcome.ADVICE), [ProblemKind.NO_OUTCOME_REASON]),
        (Outcome(TriageOutcome.REFUSED, reason="te licht"), [ProblemKind.NO_NEXT_STEPS]),
        (Outcome(TriageOutcome.REFERRED_ON, reason="mijdt zorg"), [ProblemKind.NO_FORUM]),
        (
            Outcome(TriageOutcome.REFERRED_ON, reason="mijdt zorg", forum=Forum.OTHER),
            [ProblemKind.NO_FORUM_NAME],
        ),
        (Outcome(TriageOutcome.REFERRED_ON, reason="mijdt zorg", forum=Forum.OUTREACH_TABLE), []),
        (Outcome(TriageOutcome.SCALED_UP, reason="OM nodig"), [ProblemKind.NO_SCALE_TARGET]),
        (Outcome(TriageOutcome.SCALED_UP, reason="OM nodig", scale_to=ScaleTarget.ILA), []),
        (Outcome(TriageOutcome.MONITORING, date(2026, 11, 8)), [ProblemKind.OUTCOME_EARLY]),
        (Outcome(TriageOutcome.MONITORING, date(2026, 11, 24)), [ProblemKind.OUTCOME_LATER]),
    ],
)
def test_each_outcome_says_what_it_must(outcome: Outcome, found: list[ProblemKind]) -> None:
    """An advice says what, a refusal which next steps, a forum or house which one; and none is before its time."""
    assert kinds(replace(answered(PAD), outcome=outcome)) == found


def test_what_still_decides_is_known_while_answering() -> None:
    """One of two alternatives that is met leaves only the rest to decide."""
    form = replace(answered(PAD), answers=())
    before = deciding(form, PAD)
    assert before == {criterion.code for criterion in asked(PAD)}
    after = deciding(form.answered(Answered("politie", CriterionAnswer.YES, "aangehouden")), PAD)
    assert "politie" not in after
    assert len(after) < len(before) - 1


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("4-3-1990", date(1990, 3, 4)),
        ("04/03/1990", date(1990, 3, 4)),
        ("4.3.90", date(1990, 3, 4)),
        ("04 03 1990", date(1990, 3, 4)),
        ("04031990", date(1990, 3, 4)),
        ("1990-03-04", date(1990, 3, 4)),
        ("4-3-10", date(2010, 3, 4)),
        ("23-11-26", TODAY),
        ("24-11-26", date(1926, 11, 24)),
        ("29-2-2008", date(2008, 2, 29)),
        ("29-2-2009", None),
        ("31-4-1990", None),
        ("4-3", None),
        ("vr", None),
        ("+2w", None),
        ("", None),
    ],
)
def test_a_date_of_birth_is_a_whole_date(typed: str, born: date | None) -> None:
    """A birth has a day, month and year; two digits mean the latest year that is not to come."""
    assert parse_birth(typed, TODAY) == born


def test_only_a_form_with_something_on_it_is_worth_keeping() -> None:
    """Opening the registration and leaving it leaves nothing behind."""
    assert not IntakeForm(registered_on=TODAY, approach=Approach.PAD).begun
    assert IntakeForm(registered_on=TODAY, reason="x").begun
