"""The formula of the criteria: read and printed without loss, and a mistake is shown where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.criteria import AllOf, AnyOf, Ask, Tree
from zvk_tui.domain.formula import (
    ALL_WORDS,
    ANY_WORDS,
    DEEPEST,
    FormulaFault,
    FormulaProblem,
    is_code,
    parse_tree,
    tree_text,
)

CODES = ("leeftijd", "politie", "zorgen", "ketens", "a-1")
PAD = "leeftijd en (politie of zorgen) en ketens"


def _branches(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return parts.map(AllOf) | parts.map(AnyOf)


TREES: st.SearchStrategy[Tree] = st.recursive(st.sampled_from(CODES).map(Ask), _branches, max_leaves=8)


@given(TREES, st.sampled_from(ALL_WORDS), st.sampled_from(ANY_WORDS))
def test_what_is_printed_is_read_back(tree: Tree, both: str, either: str) -> None:
    """A printed formula, in Dutch or English, means the very tree it was printed from."""
    assert parse_tree(tree_text(tree, both, either), CODES) == tree


@given(st.text(alphabet="abc-() \t\nenofLEEFTIJD_,&é\u202e", max_size=40) | st.text(max_size=40))
def test_any_text_is_read_or_has_a_problem_in_its_place(text: str) -> None:
    """Whatever is typed, there is a tree or one problem that points into the text; nothing else happens."""
    found = parse_tree(text, CODES)
    if isinstance(found, FormulaProblem):
        assert 0 <= found.at <= len(text)
        assert text[found.at : found.at + len(found.word)].lower() == found.word
    else:
        assert parse_tree(tree_text(found), CODES) == found


def test_the_formula_of_pad_is_read() -> None:
    """The formula stands as people say it."""
    tree = AllOf((Ask("leeftijd"), AnyOf((Ask("politie"), Ask("zorgen"))), Ask("ketens")))
    assert parse_tree(PAD, CODES) == tree
    assert tree_text(tree) == PAD
    assert parse_tree("Leeftijd AND (politie OR zorgen)\n and ketens", CODES) == tree
    assert parse_tree("((politie))", CODES) == Ask("politie")


@pytest.mark.parametrize(
    ("text", "fault", "at", "word"),
    [
        ("  ", FormulaFault.EMPTY, 0, ""),
        ("leeftijd en school", FormulaFault.UNKNOWN_CRITERION, 12, "school"),
        ("leeftijd en", FormulaFault.CRITERION_MISSING, 11, ""),
        ("en leeftijd", FormulaFault.CRITERION_MISSING, 0, "en"),
        ("leeftijd en of ketens", FormulaFault.CRITERION_MISSING, 12, "of"),
        ("leeftijd ()", FormulaFault.OPERATOR_MISSING, 9, "("),
        ("leeftijd en ()", FormulaFault.CRITERION_MISSING, 13, ")"),
        ("leeftijd ketens", FormulaFault.OPERATOR_MISSING, 9, "ketens"),
        ("leeftijd en politie of zorgen", FormulaFault.MIXED, 20, "of"),
        ("leeftijd en (politie of zorgen", FormulaFault.NOT_CLOSED, 12, "("),
        ("leeftijd) en ketens", FormulaFault.NOT_OPENED, 8, ")"),
        ("leeftijd & ketens", FormulaFault.STRANGE_SIGN, 9, "&"),
        ("(" * (DEEPEST + 1) + "ketens" + ")" * (DEEPEST + 1), FormulaFault.TOO_DEEP, DEEPEST, "("),
    ],
)
def test_a_mistake_is_named_where_it_stands(text: str, fault: FormulaFault, at: int, word: str) -> None:
    """A formula that cannot be read says what is wrong, with which word, in which place."""
    assert parse_tree(text, CODES) == FormulaProblem(fault, at, word)


def test_thousands_of_brackets_are_no_danger() -> None:
    """A pasted page of brackets gives a problem, not a crash."""
    found = parse_tree("(" * 100_000, CODES)
    assert isinstance(found, FormulaProblem)
    assert found.fault is FormulaFault.TOO_DEEP


@pytest.mark.parametrize("word", ["en", "of", "and", "or", "", "Leeftijd", "één", "a b", "1a", "-a", "a-", "a_b"])
def test_a_word_that_a_formula_could_not_hold_is_no_code(word: str) -> None:
    """A criterion is named by a word that is no operator and can be typed without thinking."""
    assert not is_code(word)


@pytest.mark.parametrize("word", CODES)
def test_a_plain_word_is_a_code(word: str) -> None:
    """Small letters, digits and hyphens name a criterion."""
    assert is_code(word)
