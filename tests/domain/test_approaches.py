"""The rules of the three approaches: the seed's values, the age, and what cannot be saved."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from zvk_tui.domain.approaches import (
    LONGEST_RETENTION,
    RULE_FIELDS,
    AgeVerdict,
    ApproachRules,
    RulesFault,
    age_answer,
    age_verdict,
    changed_fields,
    default_rules,
    rules_problems,
    sourced,
)
from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.case_terms import CaseLabel, CaseRole, ClosingReason, LegalBasis, TriageOutcome
from zvk_tui.domain.criteria import (
    AllOf,
    Ask,
    CriteriaVerdict,
    Criterion,
    CriterionAnswer,
    codes_of,
    evaluate,
)
from zvk_tui.domain.formula import tree_text
from zvk_tui.domain.plain_rules import rules_from_plain, rules_plain

YES, NO = CriterionAnswer.YES, CriterionAnswer.NO
EVERY = pytest.mark.parametrize("approach", Approach)
REGISTERED = date(2026, 11, 23)


@pytest.fixture
def pad() -> ApproachRules:
    """Return the rules of PAD."""
    return default_rules(Approach.PAD)


@EVERY
def test_the_defaults_can_be_saved(approach: Approach) -> None:
    """Nothing stands in the way of the rules that every vault begins with."""
    rules = default_rules(approach)
    assert rules_problems(rules) == ()
    assert (rules.approach, rules.version, rules.valid_from) == (approach, 1, None)


@EVERY
def test_every_value_says_where_it_is_written(approach: Approach) -> None:
    """Each criterion and each field of the rules has a source."""
    rules = default_rules(approach)
    assert all(rules.source(name) for name in RULE_FIELDS)
    assert all(criterion.source for criterion in rules.criteria)
    assert rules.source("nothing") == ""


def test_the_formulas_are_those_of_the_report() -> None:
    """The trees stand as they were read from the annual report."""
    formulas = {approach: tree_text(default_rules(approach).tree) for approach in Approach}
    assert formulas == {
        Approach.ALL_AGES: "(veiligheid of omgeving) en ketens en leefgebieden",
        Approach.PAD: "leeftijd en (politie of zorgen) en leefgebieden en ketens",
        Approach.RADICALISATION: "(ideologie of radicalisering) en instanties",
    }


def test_one_chain_is_never_enough_for_0_100() -> None:
    """Whatever else holds, the approach is limited to cases that need more than one chain (seed l.117-121)."""
    rules = default_rules(Approach.ALL_AGES)
    rest = dict.fromkeys(("veiligheid", "omgeving", "leefgebieden"), YES)
    assert evaluate(rules.tree, {**rest, "ketens": NO}) is CriteriaVerdict.NOT_MET
    assert evaluate(rules.tree, {**rest, "ketens": YES, "omgeving": NO}) is CriteriaVerdict.MET


def test_concern_of_partners_is_enough_for_pad(pad: ApproachRules) -> None:
    """A young person without police contacts can be admitted on serious concern of partners (seed l.321-328)."""
    answers = dict.fromkeys(codes_of(pad.tree), YES) | {"politie": NO}
    assert evaluate(pad.tree, answers) is CriteriaVerdict.MET
    assert evaluate(pad.tree, answers | {"zorgen": NO}) is CriteriaVerdict.NOT_MET


def test_pad_has_two_tracks_and_one_label(pad: ApproachRules) -> None:
    """Rival youth is a track of PAD; Straatkracht is a label that changes no rule."""
    assert pad.tracks == (Track.REGULAR, Track.RIVAL_YOUTH)
    assert pad.labels == (CaseLabel.STRAATKRACHT,)
    assert CaseRole.PAD_COACH in pad.roles
    assert ClosingReason.SIX_MONTHS in pad.closing_reasons


@EVERY
def test_no_default_keeps_data_longer_than_the_law(approach: Approach) -> None:
    """Data is kept five years at the most, and a case can always be closed because that term is reached."""
    rules = default_rules(approach)
    assert rules.retention_years <= LONGEST_RETENTION == 5
    assert ClosingReason.LEGAL_TERM in rules.closing_reasons
    assert TriageOutcome.REFUSED in rules.outcomes


@EVERY
def test_anybody_can_have_a_fixed_contact(approach: Approach) -> None:
    """Who stands on the top 10 has a fixed contact, in whatever approach their case is (seed l.288-296)."""
    assert CaseRole.FIXED_CONTACT in default_rules(approach).roles


def test_radicalisation_closes_as_0_100_does() -> None:
    """Its reasons to close are those of 0-100, care of the outreach table among them."""
    closed, all_ages = (default_rules(one) for one in (Approach.RADICALISATION, Approach.ALL_AGES))
    assert closed.closing_reasons == all_ages.closing_reasons


def test_radicalisation_has_its_own_law() -> None:
    """The legal basis belongs to the approach, and this one has its own."""
    assert default_rules(Approach.RADICALISATION).legal_basis is LegalBasis.RADICALISATION_ACT
    assert default_rules(Approach.PAD).legal_basis is LegalBasis.WGS


@pytest.mark.parametrize(
    ("born", "on", "verdict"),
    [
        (date(2014, 11, 23), REGISTERED, AgeVerdict.WITHIN),
        (date(2014, 11, 24), REGISTERED, AgeVerdict.TOO_YOUNG),
        (date(1999, 11, 24), REGISTERED, AgeVerdict.WITHIN),
        (date(1999, 11, 23), REGISTERED, AgeVerdict.TOO_OLD),
        (date(2012, 2, 29), date(2024, 2, 28), AgeVerdict.TOO_YOUNG),
        (date(2012, 2, 29), date(2024, 2, 29), AgeVerdict.WITHIN),
        (date(2000, 2, 29), date(2027, 2, 28), AgeVerdict.WITHIN),
        (date(2000, 2, 29), date(2027, 3, 1), AgeVerdict.TOO_OLD),
        (date(2026, 11, 24), REGISTERED, AgeVerdict.UNKNOWN),
        (None, REGISTERED, AgeVerdict.UNKNOWN),
    ],
)
def test_the_age_counts_on_the_day_of_registration(
    pad: ApproachRules, born: date | None, on: date, verdict: AgeVerdict
) -> None:
    """Twelve until twenty-seven: from the twelfth birthday up to the day before the twenty-seventh."""
    assert age_verdict(pad, born, on) is verdict


def test_an_approach_without_limits_asks_no_age() -> None:
    """0-100 takes everybody, with or without a date of birth."""
    rules = default_rules(Approach.ALL_AGES)
    assert age_verdict(rules, None, REGISTERED) is AgeVerdict.WITHIN
    assert age_verdict(replace(rules, age_from=18), date(2020, 1, 1), REGISTERED) is AgeVerdict.TOO_YOUNG
    assert age_verdict(replace(rules, age_until=18), date(1950, 1, 1), REGISTERED) is AgeVerdict.TOO_OLD


@pytest.mark.parametrize(
    ("verdict", "answer"),
    [
        (AgeVerdict.WITHIN, YES),
        (AgeVerdict.TOO_YOUNG, NO),
        (AgeVerdict.TOO_OLD, NO),
        (AgeVerdict.UNKNOWN, CriterionAnswer.UNKNOWN),
    ],
)
def test_the_age_answers_its_own_criterion(verdict: AgeVerdict, answer: CriterionAnswer) -> None:
    """Nobody has to type what the date of birth says."""
    assert age_answer(verdict) is answer


KETENS = Criterion("ketens", "Meer ketens.", "regel 1")
WRONG: list[tuple[dict[str, Any], RulesFault, str, str]] = [
    ({"tree": AllOf((Ask("leeftijd"), Ask("school")))}, RulesFault.UNKNOWN_CRITERION, "tree", "school"),
    ({"tree": Ask("leeftijd")}, RulesFault.UNUSED_CRITERION, "tree", "ketens"),
    ({"criteria": (KETENS, replace(KETENS, text=" "))}, RulesFault.NO_TEXT, "criteria", "ketens"),
    ({"criteria": (KETENS, KETENS)}, RulesFault.CODE_TWICE, "criteria", "ketens"),
    ({"criteria": (replace(KETENS, code="of"),)}, RulesFault.BAD_CODE, "criteria", "of"),
    ({"age_from": 27, "age_until": 12}, RulesFault.AGES_REVERSED, "age_until", ""),
    ({"age_from": 12, "age_until": 12}, RulesFault.AGES_REVERSED, "age_until", ""),
    ({"age_from": -1}, RulesFault.AGE_RANGE, "age_from", ""),
    ({"age_until": 121}, RulesFault.AGE_RANGE, "age_until", ""),
    ({"retention_years": 6}, RulesFault.RETENTION_TOO_LONG, "retention_years", ""),
    ({"retention_years": 0}, RulesFault.RETENTION_TOO_SHORT, "retention_years", ""),
    ({"review_weeks": 0}, RulesFault.REVIEW_RANGE, "review_weeks", ""),
    ({"review_weeks": 53}, RulesFault.REVIEW_RANGE, "review_weeks", ""),
    ({"outcomes": ()}, RulesFault.NONE_CHOSEN, "outcomes", ""),
    ({"roles": ()}, RulesFault.NONE_CHOSEN, "roles", ""),
    ({"closing_reasons": ()}, RulesFault.NONE_CHOSEN, "closing_reasons", ""),
    ({"tracks": ()}, RulesFault.NONE_CHOSEN, "tracks", ""),
]


@pytest.mark.parametrize(("values", "fault", "field", "word"), WRONG)
def test_rules_that_cannot_be_saved_say_why(
    pad: ApproachRules, values: dict[str, Any], fault: RulesFault, field: str, word: str
) -> None:
    """Each fault is named with its field, and with the criterion that it is about."""
    found = [(problem.fault, problem.field, problem.word) for problem in rules_problems(replace(pad, **values))]
    assert (fault, field, word) in found


def test_a_limit_on_one_side_is_allowed(pad: ApproachRules) -> None:
    """An approach may have a youngest age only, or none at all; labels may be none."""
    assert rules_problems(replace(pad, age_until=None, labels=())) == ()
    assert rules_problems(replace(pad, age_from=None, age_until=None)) == ()


@EVERY
def test_plain_values_come_back_as_the_same_rules(approach: Approach) -> None:
    """Rules survive being written as JSON and read back."""
    rules = replace(default_rules(approach), version=3, valid_from=date(2028, 2, 29))
    assert rules_from_plain(json.loads(json.dumps(rules_plain(rules)))) == rules
    assert rules_from_plain(rules_plain(default_rules(approach))) == default_rules(approach)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("approach", "other"),
        ("version", "1"),
        ("version", True),
        ("valid_from", "2026-02-30"),
        ("valid_from", 5),
        ("criteria", {}),
        ("criteria", [{"code": "a", "text": "b"}]),
        ("criteria", [{"code": "a", "text": "b", "source": 3}]),
        ("criteria", []),
        ("tree", "leeftijd en"),
        ("tree", None),
        ("age_from", "12"),
        ("age_until", 27.0),
        ("legal_basis", []),
        ("roles", "pad_coach"),
        ("roles", ["boss"]),
        ("tracks", None),
        ("review_weeks", None),
        ("sources", [["tree"]]),
        ("sources", [["tree", 1]]),
    ],
)
def test_plain_values_are_read_strictly(pad: ApproachRules, name: str, value: object) -> None:
    """A value of another kind, or a word that is not known, is refused and never guessed at."""
    with pytest.raises(ValueError, match=r"."):
        rules_from_plain({**rules_plain(pad), name: value})


def test_plain_values_must_be_complete(pad: ApproachRules) -> None:
    """A field too few or too many is refused."""
    plain = rules_plain(pad)
    with pytest.raises(ValueError, match="rules"):
        rules_from_plain({name: value for name, value in plain.items() if name != "tracks"})
    with pytest.raises(ValueError, match="rules"):
        rules_from_plain({**plain, "more": 1})
    with pytest.raises(ValueError, match="rules"):
        rules_from_plain([])


def test_what_was_changed_gets_the_source_of_the_change(pad: ApproachRules) -> None:
    """A changed value no longer points to the annual report; what stayed as it was still does."""
    criteria = (replace(pad.criteria[0], text="De jongere is 10 tot 27 jaar oud."), *pad.criteria[1:])
    after = sourced(pad, replace(pad, age_from=10, criteria=criteria), "collegebesluit 12-1-2027")
    assert changed_fields(pad, after) == ("criteria", "age_from")
    assert after.source("age_from") == after.criteria[0].source == "collegebesluit 12-1-2027"
    assert after.source("age_until") == pad.source("age_until")
    assert after.criteria[1] == pad.criteria[1]
