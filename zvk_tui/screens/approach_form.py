"""The form of the rules of an approach; what is saved is a new version."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from zvk_tui.domain.approaches import ApproachRules, RulesFault, RulesProblem, changed_fields, rules_problems, sourced
from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.case_terms import CaseLabel, CaseRole, ClosingReason, LegalBasis, TriageOutcome
from zvk_tui.domain.criteria import Criterion
from zvk_tui.domain.formula import FormulaProblem, parse_tree
from zvk_tui.i18n import _
from zvk_tui.labels import choices, label
from zvk_tui.screens.approach_words import form_field, formula, formula_sentence, titles
from zvk_tui.screens.record_form import Answers, Field, FieldProblems, RecordForm
from zvk_tui.words.approaches import message_id

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

Word = TypeVar("Word", bound=StrEnum)

CODE, TEXT, SOURCE = "new_code", "new_text", "source"
"""Fields of the form that are no rule: a new criterion, and where the change is written."""

_CHOICES: Final[dict[str, type[StrEnum]]] = {
    "roles": CaseRole,
    "outcomes": TriageOutcome,
    "closing_reasons": ClosingReason,
    "tracks": Track,
    "labels": CaseLabel,
}
_NUMBERS: Final = {
    "age_from": RulesFault.AGE_RANGE,
    "age_until": RulesFault.AGE_RANGE,
    "retention_years": RulesFault.RETENTION_TOO_SHORT,
    "review_weeks": RulesFault.REVIEW_RANGE,
}
_OPTIONAL: Final = frozenset({"age_from", "age_until"})
_WORD: Final = re.compile(r"[a-z0-9-]+")


def approach_form(vault: "Vault", approach: Approach, at: str = "") -> RecordForm:
    """Return the form of the rules that count now; it begins at the field `at`."""
    was = vault.approaches.current(approach)

    def save(answers: Answers) -> None:
        said = _said(answers)
        now = _rules(was, said)
        if changed_fields(was, now) and not said[SOURCE]:
            raise FieldProblems({SOURCE: _("Where is the change written? Name a decision or an article.")})
        vault.rule.save(sourced(was, now, said[SOURCE]))

    title = f"{_('Approach')} {label(approach)}"
    return RecordForm(title, f"approach/{approach}/{was.version}", _fields(was), save, at)


def _fields(was: ApproachRules) -> Iterator[Field]:
    for one in was.criteria:
        yield Field(f"criterion-{one.code}", one.code, one.text, long=True)
    yield Field(CODE, _("New criterion"), hint=_("one word, as the formula names it"))
    yield Field(TEXT, _("Its text"), hint=_("what is asked about a case"), long=True)
    yield _field("tree", formula(was.tree), long=True)
    yield _field("age_from", _number(was.age_from), hint=_("years; empty: no limit"))
    yield _field("age_until", _number(was.age_until), hint=_("years; empty: no limit"))
    yield _field("legal_basis", was.legal_basis, options=choices(LegalBasis), long=True)
    yield _field("retention_years", str(was.retention_years), hint=_("years, 5 at the most"))
    yield _field("review_weeks", str(was.review_weeks), hint=_("weeks"))
    for name, kind in _CHOICES.items():
        yield _field(name, " ".join(getattr(was, name)), options=choices(kind), many=True)
    yield Field(SOURCE, _("Source of the change"), hint=_("a decision with its date, or an article"))


def _field(name: str, value: str, **more: Any) -> Field:
    return Field(form_field(name), titles()[name], value, **more)


def _said(answers: Answers) -> dict[str, str]:
    """Return what was typed and chosen by the names of the rules."""
    return {name.removeprefix(form_field("")): value for name, value in answers.items()}


def _rules(was: ApproachRules, said: Answers) -> ApproachRules:
    """Return the rules that were typed.

    Raises:
        FieldProblems: for all that cannot be rules.
    """
    criteria = _criteria(was, said)
    tree = parse_tree(said["tree"], {one.code for one in criteria})
    numbers, wrong = _numbers(said)
    if isinstance(tree, FormulaProblem):
        wrong["tree"] = formula_sentence(tree)
        tree = was.tree
    now = replace(_chosen(was, said), criteria=criteria, tree=tree, **numbers)
    for problem in rules_problems(now):
        if problem.field != "tree" or "tree" not in wrong:
            wrong.setdefault(_place(problem, said), _(message_id(problem.fault)).format(word=problem.word))
    if wrong:
        raise FieldProblems({form_field(name) if name in titles() else name: told for name, told in wrong.items()})
    return now


def _criteria(was: ApproachRules, said: Answers) -> tuple[Criterion, ...]:
    """Return the criteria that were typed; one without text that the formula no longer names is dropped."""
    typed = (replace(one, text=said[f"criterion-{one.code}"]) for one in was.criteria)
    kept = tuple(one for one in typed if one.text or one.code in _WORD.findall(said["tree"].lower()))
    new = Criterion(said[CODE].lower(), said[TEXT], said[SOURCE])
    return (*kept, new) if said[CODE] or said[TEXT] else kept


def _numbers(said: Answers) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the numbers that were typed, and what is wrong with the others."""
    numbers: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for name, fault in _NUMBERS.items():
        typed = said[name]
        if typed.isdecimal() and len(typed) <= 4:
            numbers[name] = int(typed)
        elif not typed and name in _OPTIONAL:
            numbers[name] = None
        else:
            wrong[name] = _(message_id(fault))
    return numbers, wrong


def _chosen(was: ApproachRules, said: Answers) -> ApproachRules:
    return replace(
        was,
        legal_basis=LegalBasis(said["legal_basis"]),
        roles=_picked(was.roles, said["roles"], CaseRole),
        outcomes=_picked(was.outcomes, said["outcomes"], TriageOutcome),
        closing_reasons=_picked(was.closing_reasons, said["closing_reasons"], ClosingReason),
        tracks=_picked(was.tracks, said["tracks"], Track),
        labels=_picked(was.labels, said["labels"], CaseLabel),
    )


def _picked(was: tuple[Word, ...], picked: str, kind: type[Word]) -> tuple[Word, ...]:
    """Return what was picked: what was there in its order, then what is new."""
    keys = picked.split()
    return (*(one for one in was if one in keys), *(one for one in kind if one in keys and one not in was))


def _place(problem: RulesProblem, said: Answers) -> str:
    """Return the field of the form that a problem stands under."""
    if problem.field != "criteria":
        return problem.field
    if problem.word == said[CODE].lower():
        return TEXT if problem.fault is RulesFault.NO_TEXT else CODE
    return f"criterion-{problem.word}"


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
