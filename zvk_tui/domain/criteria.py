"""Criteria of an approach: an and/or tree that answers yes, no or "not known yet", and the formula that writes it.

The answer is three-valued (Kleene): a tree is decided as soon as no answer that is still unknown can change it, and
open until then. There is no "not": a yes never speaks against a case, so that what was decided stays decided.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class CriterionAnswer(StrEnum):
    """The answer to one criterion (Bgs art. 2.20(3))."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class CriteriaVerdict(StrEnum):
    """What the answers together say."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"
    """An answer that is still unknown decides."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is asked about a case."""

    code: str
    """The short word by which the formula names it ("leeftijd")."""
    text: str
    """What is asked, in the words of the chamber; data of the vault, in Dutch."""
    source: str
    """Where it is written: a line of the annual report, an article, a decision of the chamber."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A leaf: one criterion."""

    code: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Met when all parts are met."""

    parts: "tuple[Tree, ...]"
    """Two or more."""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Met when one of its parts is met."""

    parts: "tuple[Tree, ...]"
    """Two or more."""


Tree = Ask | AllOf | AnyOf
"""The criteria of an approach and how they hang together."""

Answers = Mapping[str, CriterionAnswer]
"""Answers by the code of their criterion; what is not in it is unknown."""

_VERDICTS = {
    CriterionAnswer.YES: CriteriaVerdict.MET,
    CriterionAnswer.NO: CriteriaVerdict.NOT_MET,
    CriterionAnswer.UNKNOWN: CriteriaVerdict.OPEN,
}


def evaluate(tree: Tree, answers: Answers) -> CriteriaVerdict:
    """Return what the answers say: met, not met, or open while an unknown answer decides."""
    match tree:
        case Ask(code):
            return _VERDICTS[answers.get(code, CriterionAnswer.UNKNOWN)]
        case AllOf(parts):
            return _settled(parts, answers, CriteriaVerdict.NOT_MET, CriteriaVerdict.MET)
        case AnyOf(parts):
            return _settled(parts, answers, CriteriaVerdict.MET, CriteriaVerdict.NOT_MET)


def _settled(
    parts: tuple[Tree, ...], answers: Answers, decides: CriteriaVerdict, otherwise: CriteriaVerdict
) -> CriteriaVerdict:
    """One part that `decides` is enough; without one, every part must be decided."""
    verdicts = {evaluate(part, answers) for part in parts}
    if decides in verdicts:
        return decides
    return CriteriaVerdict.OPEN if CriteriaVerdict.OPEN in verdicts else otherwise


def still_deciding(tree: Tree, answers: Answers) -> frozenset[str]:
    """Return the criteria without an answer that may still change the verdict.

    A criterion outside it need not be answered: whatever the answer, the verdict stays as it is.
    """
    if evaluate(tree, answers) is not CriteriaVerdict.OPEN:
        return frozenset()
    match tree:
        case Ask(code):
            return frozenset({code})
        case AllOf(parts) | AnyOf(parts):
            return frozenset().union(*(still_deciding(part, answers) for part in parts))


def codes_of(tree: Tree) -> Iterator[str]:
    """Yield the codes of the criteria in a tree, from left to right; one that stands there twice comes twice."""
    match tree:
        case Ask(code):
            yield code
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from codes_of(part)
