"""The criteria of the top 10 as plain values, as they are kept: strict when they are read back."""

from datetime import date
from typing import Any

from zvk_tui.domain.criteria import Criterion, CriterionAnswer
from zvk_tui.domain.formula import FormulaProblem, parse_tree, tree_text
from zvk_tui.domain.plain_values import Plain, items, keyed, number, sources, text, texts
from zvk_tui.domain.priority_list import PriorityAnswer, PriorityRules

_FIELDS = {"criteria", "tree", "length", "review_weeks", "published_at", "sources"}


def priority_plain(rules: PriorityRules) -> Plain:
    """Return a version of the criteria as plain values; its number and date are kept beside it."""
    return {
        "criteria": [[one.code, one.text, one.source] for one in rules.criteria],
        "tree": tree_text(rules.tree),
        "length": rules.length,
        "review_weeks": rules.review_weeks,
        "published_at": rules.published_at,
        "sources": [[name, source] for name, source in rules.sources],
    }


def priority_from_plain(plain: Any, version: int, published_on: date) -> PriorityRules:
    """Return the version of the criteria that plain values stand for.

    Raises:
        ValueError: anything is missing, too much, of another kind or unknown.
    """
    found = keyed(plain, _FIELDS, "rules")
    criteria = tuple(Criterion(*texts(one, 3, "criteria")) for one in items(found, "criteria"))
    tree = parse_tree(text(found, "tree"), {one.code for one in criteria})
    if isinstance(tree, FormulaProblem):
        raise ValueError("tree")  # noqa: TRY004 - one kind of error for whoever reads
    return PriorityRules(
        version=version,
        published_on=published_on,
        published_at=text(found, "published_at"),
        length=number(found, "length"),
        criteria=criteria,
        tree=tree,
        review_weeks=number(found, "review_weeks"),
        sources=sources(found),
    )


def answers_plain(answers: tuple[PriorityAnswer, ...]) -> list[list[str]]:
    """Return answers as plain values."""
    return [[one.code, one.answer.value, one.motive] for one in answers]


def answers_from_plain(plain: Any) -> tuple[PriorityAnswer, ...]:
    """Return the answers that plain values stand for; nothing for an entry that has left.

    Raises:
        ValueError: anything is of another kind or unknown.
    """
    read = (texts(one, 3, "answers") for one in plain or ())
    return tuple(PriorityAnswer(code, CriterionAnswer(answer), motive) for code, answer, motive in read)
