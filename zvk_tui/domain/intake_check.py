"""What a registration still needs, step by step, and which outcomes apply to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from zvk_tui.domain.approaches import AgeVerdict, age_answer, age_verdict
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import Forum, TriageOutcome
from zvk_tui.domain.criteria import Ask, CriteriaVerdict, Criterion, CriterionAnswer, codes_of, evaluate, still_deciding
from zvk_tui.domain.dates import parse_date
from zvk_tui.domain.intake import IntakeForm, Outcome
from zvk_tui.domain.rules import AGE, ApproachRules


class Step(StrEnum):
    """One page of the registration."""

    REFERRAL = "referral"
    PERSON = "person"
    CIRCLE = "circle"
    CRITERIA = "criteria"
    OUTCOME = "outcome"
    SUMMARY = "summary"


class ProblemKind(StrEnum):
    """What stands in the way of finishing a registration."""

    NO_DATE = "no_date"
    """There is no day of registration."""
    IMPOSSIBLE_DATE = "impossible_date"
    REGISTERED_LATER = "registered_later"
    """The day of registration is still to come."""
    NO_REFERRER = "no_referrer"
    NO_REASON = "no_reason"
    NO_REQUEST_GOAL = "no_request_goal"
    OTHER_TRACK = "other_track"
    """The approach does not have this track or label."""
    NO_NAME = "no_name"
    NAME_AND_GROUP = "name_and_group"
    """Both a person and a group are named: only one of them would be found again."""
    BORN_AFTER = "born_after"
    BORN_LONG_AGO = "born_long_ago"
    CIRCLE_NO_NAME = "circle_no_name"
    CIRCLE_BORN_AFTER = "circle_born_after"
    FEW_DOMAINS = "few_domains"
    """The criterion says more than one life domain, the registration names fewer."""
    FEW_CHAINS = "few_chains"
    """The criterion says more than one chain, the registration names fewer."""
    UNANSWERED = "unanswered"
    NO_MOTIVE = "no_motive"
    OUTCOME_NOT_ALLOWED = "outcome_not_allowed"
    OUTCOME_EARLY = "outcome_early"
    """The outcome was decided before the registration."""
    OUTCOME_LATER = "outcome_later"
    """The outcome is decided on a day that is still to come."""
    NO_OUTCOME_REASON = "no_outcome_reason"
    NO_NEXT_STEPS = "no_next_steps"
    NO_FORUM = "no_forum"
    NO_FORUM_NAME = "no_forum_name"
    NO_SCALE_TARGET = "no_scale_target"


@dataclass(frozen=True, slots=True)
class IntakeProblem:
    """One thing that stands in the way of finishing."""

    step: Step
    kind: ProblemKind
    field: str
    """The field that it is about: the code of a criterion on the page with the criteria."""


ADMITTING: Final = frozenset({TriageOutcome.MONITORING, TriageOutcome.PROCESS_MEETING})
"""Outcomes by which the chamber takes a case: only when the criteria are met (Bgs art. 2.20)."""

SHORT: Final = frozenset({TriageOutcome.ADVICE, TriageOutcome.REFUSED, TriageOutcome.REFERRED_ON})
"""Outcomes after which there is no case to work on: destroy or anonymise (Bgs art. 1.16(1))."""

DOMAINS: Final = "leefgebieden"
"""The code of the criterion that there are problems on more than one life domain (seed l.135-139, 332)."""

CHAINS: Final = "ketens"
"""The code of the criterion that more than one chain is needed (seed l.131-134, 336-339)."""

REASONED: Final = SHORT | {TriageOutcome.SCALED_UP}
"""Outcomes that must say why; for an advice, what was advised."""

OLDEST: Final = 120
"""Years of age above which a date of birth is taken for a slip of the pen."""

_BIRTH: Final = re.compile(r"(\d{1,2}[-/. ]\d{1,2}[-/. ])(\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|\d{8}")


def parse_birth(text: str, today: date) -> date | None:
    """Return the date of birth that `text` means, or None: a whole date, such as 4-3-1990, 4-3-90 or 04031990.

    A year of two digits is the latest that is not to come.
    """
    typed = text.strip()
    if not (found := _BIRTH.fullmatch(typed)):
        return None
    if typed.isdecimal():
        typed = f"{typed[:2]}-{typed[2:4]}-{typed[4:]}"
    born = parse_date(typed.replace(" ", "-"), today)
    if born is None or not found[2] or len(found[2]) == 4 or born <= today:
        return born
    return parse_date(f"{found[1].replace(' ', '-')}{born.year - 100}", today)


def age_of(form: IntakeForm, rules: ApproachRules) -> AgeVerdict:
    """Return whether the age on the day of registration is within the limits of the approach."""
    return age_verdict(rules, form.subject.birth_date, form.registered_on or date.min)


def answers_of(form: IntakeForm, rules: ApproachRules) -> dict[str, CriterionAnswer]:
    """Return the answers by criterion; the date of birth answers that of the age."""
    return {**form.given_answers(), AGE: age_answer(age_of(form, rules))}


def verdict_of(form: IntakeForm, rules: ApproachRules) -> CriteriaVerdict:
    """Return what the answers and the age together say; limits of age count as well when no criterion names them."""
    answers = answers_of(form, rules)
    verdict, age = evaluate(rules.tree, answers), evaluate(Ask(AGE), answers)
    if AGE in codes_of(rules.tree) or age is CriteriaVerdict.MET or verdict is CriteriaVerdict.NOT_MET:
        return verdict
    return age


def deciding(form: IntakeForm, rules: ApproachRules) -> frozenset[str]:
    """Return the criteria of which the answer still decides."""
    return still_deciding(rules.tree, answers_of(form, rules))


def asked(rules: ApproachRules) -> tuple[Criterion, ...]:
    """Return the criteria that somebody answers: all but the age."""
    return tuple(criterion for criterion in rules.criteria if criterion.code != AGE)


def outcomes_for(rules: ApproachRules, verdict: CriteriaVerdict) -> tuple[TriageOutcome, ...]:
    """Return the outcomes of the approach that apply: without criteria that are met, nobody is admitted."""
    met = verdict is CriteriaVerdict.MET
    return tuple(outcome for outcome in rules.outcomes if met or outcome not in ADMITTING)


def problems(form: IntakeForm, rules: ApproachRules, today: date) -> tuple[IntakeProblem, ...]:
    """Return all that stands in the way of finishing, in the order of the pages."""
    found = (
        *((Step.REFERRAL, *one) for one in _referral(form, rules, today)),
        *((Step.PERSON, *one) for one in _person(form)),
        *((Step.CIRCLE, *one) for one in _circle(form)),
        *((Step.CIRCLE, *one) for one in (_contradictions(form) if rules.approach is Approach.ALL_AGES else ())),
        *((Step.CRITERIA, *one) for one in _criteria(form, rules)),
        *((Step.OUTCOME, *one) for one in _outcome(form, rules, today)),
    )
    return tuple(IntakeProblem(*one) for one in found)


def remarks(form: IntakeForm, rules: ApproachRules) -> tuple[IntakeProblem, ...]:
    """Return what does not fit together and stands in the way of nothing; of 0-100 it does (Bgs art. 2.20(1))."""
    if rules.approach is Approach.ALL_AGES:
        return ()
    return tuple(IntakeProblem(Step.CIRCLE, *one) for one in _contradictions(form))


def filled(form: IntakeForm) -> frozenset[Step]:
    """Return the pages on which nothing must be filled in, and on which something is."""
    around = form.circle or form.domains or form.chains
    return frozenset({Step.CIRCLE} if around else ()) | ({Step.OUTCOME} if form.outcome != Outcome() else set())


_Found = Iterator[tuple[ProblemKind, str]]


def _referral(form: IntakeForm, rules: ApproachRules, today: date) -> _Found:
    if form.typed("registered"):
        yield ProblemKind.IMPOSSIBLE_DATE, "registered"
    elif form.registered_on is None:
        yield ProblemKind.NO_DATE, "registered"
    elif form.registered_on > today:
        yield ProblemKind.REGISTERED_LATER, "registered"
    if form.track not in rules.tracks or (form.label and form.label not in rules.labels):
        yield ProblemKind.OTHER_TRACK, "track"
    if form.partner_id is None:
        yield ProblemKind.NO_REFERRER, "partner"
    if not form.reason.strip():
        yield ProblemKind.NO_REASON, "reason"
    if not form.request_goal.strip():
        yield ProblemKind.NO_REQUEST_GOAL, "goal"


def _person(form: IntakeForm) -> _Found:
    if not form.subject.full_name.strip():
        yield ProblemKind.NO_NAME, "surname"
    if form.subject.doubly_named:
        yield ProblemKind.NAME_AND_GROUP, "group"
    born, on = form.subject.birth_date, form.registered_on
    if form.typed("born"):
        yield ProblemKind.IMPOSSIBLE_DATE, "born"
    elif born and on and born > on:
        yield ProblemKind.BORN_AFTER, "born"
    elif born and on and on - born > timedelta(days=366 * OLDEST):
        yield ProblemKind.BORN_LONG_AGO, "born"


def _circle(form: IntakeForm) -> _Found:
    for number, member in enumerate(form.circle):
        if not member.subject.full_name.strip():
            yield ProblemKind.CIRCLE_NO_NAME, str(number)
        if member.birth_date and form.registered_on and member.birth_date > form.registered_on:
            yield ProblemKind.CIRCLE_BORN_AFTER, str(number)


def _contradictions(form: IntakeForm) -> _Found:
    given = form.given_answers()
    if given.get(DOMAINS) is CriterionAnswer.YES and len(form.domains) < 2:
        yield ProblemKind.FEW_DOMAINS, "domains"
    if given.get(CHAINS) is CriterionAnswer.YES and len(form.chains) < 2:
        yield ProblemKind.FEW_CHAINS, "chains"


def _criteria(form: IntakeForm, rules: ApproachRules) -> _Found:
    for criterion in asked(rules):
        given = form.answer_to(criterion.code)
        if given.answer is None:
            yield ProblemKind.UNANSWERED, criterion.code
        elif given.answer is not CriterionAnswer.UNKNOWN and not given.motive.strip():
            yield ProblemKind.NO_MOTIVE, criterion.code


def _outcome(form: IntakeForm, rules: ApproachRules, today: date) -> _Found:
    outcome = form.outcome
    if form.typed("decided"):
        yield ProblemKind.IMPOSSIBLE_DATE, "decided"
    if outcome.kind is None:
        return
    if outcome.kind not in outcomes_for(rules, verdict_of(form, rules)):
        yield ProblemKind.OUTCOME_NOT_ALLOWED, "outcome"
    if outcome.on and outcome.on > today:
        yield ProblemKind.OUTCOME_LATER, "decided"
    elif outcome.on and form.registered_on and outcome.on < form.registered_on:
        yield ProblemKind.OUTCOME_EARLY, "decided"
    if outcome.kind in REASONED and not outcome.reason.strip():
        yield ProblemKind.NO_OUTCOME_REASON, "why"
    yield from _outcome_lacks(outcome)


def _outcome_lacks(outcome: Outcome) -> _Found:
    match outcome.kind:
        case TriageOutcome.REFUSED if not outcome.next_steps.strip():
            yield ProblemKind.NO_NEXT_STEPS, "next_steps"
        case TriageOutcome.REFERRED_ON if outcome.forum is None:
            yield ProblemKind.NO_FORUM, "forum"
        case TriageOutcome.REFERRED_ON if outcome.forum is Forum.OTHER and not outcome.forum_name.strip():
            yield ProblemKind.NO_FORUM_NAME, "forum_name"
        case TriageOutcome.SCALED_UP if outcome.scale_to is None:
            yield ProblemKind.NO_SCALE_TARGET, "scale_to"
