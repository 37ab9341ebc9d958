"""The and/or tree of the criteria: three-valued, monotone, and never asking what can no longer matter."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.criteria import (
    AllOf,
    AnyOf,
    Ask,
    CriteriaVerdict,
    CriterionAnswer,
    Tree,
    codes_of,
    evaluate,
    still_deciding,
)

YES, NO, UNKNOWN = CriterionAnswer.YES, CriterionAnswer.NO, CriterionAnswer.UNKNOWN
MET, NOT_MET, OPEN = CriteriaVerdict.MET, CriteriaVerdict.NOT_MET, CriteriaVerdict.OPEN
CODES = ("leeftijd", "politie", "zorgen", "ketens", "a-1")
PAD = AllOf((Ask("leeftijd"), AnyOf((Ask("politie"), Ask("zorgen"))), Ask("ketens")))


def _branches(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return parts.map(AllOf) | parts.map(AnyOf)


TREES: st.SearchStrategy[Tree] = st.recursive(st.sampled_from(CODES).map(Ask), _branches, max_leaves=8)
ANSWERS = st.dictionaries(st.sampled_from(CODES), st.sampled_from(CriterionAnswer))


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({}, OPEN),
        ({"leeftijd": NO}, NOT_MET),
        ({"politie": YES, "ketens": YES}, OPEN),
        ({"leeftijd": YES, "politie": YES, "ketens": YES}, MET),
        ({"leeftijd": YES, "zorgen": YES, "politie": UNKNOWN, "ketens": YES}, MET),
        ({"politie": NO, "zorgen": NO}, NOT_MET),
        ({"leeftijd": YES, "politie": NO, "zorgen": UNKNOWN, "ketens": YES}, OPEN),
    ],
)
def test_a_tree_is_decided_as_soon_as_it_can_be(answers: dict[str, CriterionAnswer], verdict: CriteriaVerdict) -> None:
    """One no in an "and" is enough, one yes in an "or" is enough; nothing is guessed about what is unknown."""
    assert evaluate(PAD, answers) is verdict


@given(TREES, ANSWERS, st.data())
def test_an_answer_never_flips_what_was_decided(
    tree: Tree, answers: dict[str, CriterionAnswer], data: st.DataObject
) -> None:
    """Answering what was unknown keeps every verdict that was decided (Kleene's order)."""
    before = evaluate(tree, answers)
    unknown = [code for code in CODES if answers.get(code, UNKNOWN) is UNKNOWN]
    more = {code: data.draw(st.sampled_from(CriterionAnswer)) for code in unknown}
    after = evaluate(tree, {**answers, **more})
    assert before in {OPEN, after}


@given(TREES, ANSWERS)
def test_open_means_that_it_can_go_both_ways(tree: Tree, answers: dict[str, CriterionAnswer]) -> None:
    """A verdict is open exactly when the answers that are still missing could make it met, and could make it not."""
    unknown = [code for code in set(codes_of(tree)) if answers.get(code, UNKNOWN) is UNKNOWN]
    ends = {
        evaluate(tree, {**answers, **dict(zip(unknown, chosen, strict=True))})
        for chosen in product((YES, NO), repeat=len(unknown))
    }
    assert ends == ({MET, NOT_MET} if evaluate(tree, answers) is OPEN else {evaluate(tree, answers)})


@given(TREES, ANSWERS, st.data())
def test_what_no_longer_decides_changes_nothing(
    tree: Tree, answers: dict[str, CriterionAnswer], data: st.DataObject
) -> None:
    """Any answer to a criterion that is not said to decide leaves the verdict as it is."""
    deciding = still_deciding(tree, answers)
    idle = [code for code in CODES if code not in deciding and answers.get(code, UNKNOWN) is UNKNOWN]
    more = {code: data.draw(st.sampled_from(CriterionAnswer)) for code in idle}
    assert evaluate(tree, {**answers, **more}) is evaluate(tree, answers)


@given(TREES, ANSWERS)
def test_something_decides_exactly_while_it_is_open(tree: Tree, answers: dict[str, CriterionAnswer]) -> None:
    """An open verdict names what to ask next; a decided one asks nothing; what has an answer is not asked again."""
    deciding = still_deciding(tree, answers)
    assert bool(deciding) is (evaluate(tree, answers) is OPEN)
    assert all(answers.get(code, UNKNOWN) is UNKNOWN for code in deciding)


def test_what_decides_narrows_with_every_answer() -> None:
    """With police contacts there is no need to ask for concern of partners any more."""
    assert still_deciding(PAD, {}) == {"leeftijd", "politie", "zorgen", "ketens"}
    assert still_deciding(PAD, {"politie": YES}) == {"leeftijd", "ketens"}
    assert still_deciding(PAD, {"politie": NO, "leeftijd": YES}) == {"zorgen", "ketens"}


def test_the_codes_of_a_tree_stand_in_its_order() -> None:
    """The criteria are asked in the order of the formula."""
    assert list(codes_of(PAD)) == ["leeftijd", "politie", "zorgen", "ketens"]
