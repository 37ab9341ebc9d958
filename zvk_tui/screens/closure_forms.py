"""The forms of the closure check: a fact that somebody told, what the table decided, and the rules."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import ClosingReason, PoliceContactKind
from zvk_tui.domain.closure import ClosureFact, ClosureFactKind, ClosureRules, ConditionKind, Known, Verdict
from zvk_tui.domain.closure_case import (
    NAMED,
    ClosureCase,
    ClosureDecision,
    DecisionProblem,
    FactProblem,
    Way,
    decision_problem,
    fact_problem,
    municipality_told,
)
from zvk_tui.domain.closure_rules import (
    COUNTABLE,
    SETTABLE,
    ClosureRulesFault,
    closure_changes,
    closure_rules_problems,
    closure_sourced,
)
from zvk_tui.domain.life import ENDINGS
from zvk_tui.i18n import _
from zvk_tui.labels import choices, label, plain_date
from zvk_tui.screens.record_form import Answers, Field, FieldProblems, RecordForm
from zvk_tui.screens.steps import past_date
from zvk_tui.widgets.closure_words import rules_titles, verdict_sentence
from zvk_tui.words.closure import message_id

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

_FIELD_OF: Final = {
    FactProblem.FUTURE: "on",
    FactProblem.BEFORE_REGISTRATION: "on",
    FactProblem.NO_SOURCE: "source",
    FactProblem.NO_NAME: "note",
}
_DECISION_FIELD: Final = {
    DecisionProblem.NO_MOTIVE: "motive",
    DecisionProblem.NO_REASON: "reason",
    DecisionProblem.NO_MUNICIPALITY: "municipality",
}
_NUMBERS: Final = {"months": ClosureRulesFault.MONTHS_RANGE, "fresh_days": ClosureRulesFault.FRESH_RANGE}
_NAMES: Final = NAMED | {ClosureFactKind.MUNICIPALITY_TOLD}
"""Facts to which the name of a partner or municipality belongs."""


def fact_form(vault: "Vault", case: ClosureCase, kind: ClosureFactKind) -> RecordForm:
    """Return the form of what somebody told."""
    today = vault.now().date()
    before = case.told.get(kind)

    def save(said: Answers) -> None:
        day = past_date(said, "on", today)
        fact = ClosureFact(kind, Known(said["answer"]), day, said["source"], said.get("note", ""))
        if problem := fact_problem(fact, case.life.registered_on or day, today):
            raise FieldProblems({_FIELD_OF[problem]: _(message_id(problem))})
        vault.closure.tell(case.case_id, fact)

    answers = choices(Known)
    return RecordForm(
        f"{case.ref}: {label(kind)}",
        f"closure-fact/{case.case_id}/{kind.value.replace('_', '-')}",
        (
            Field("answer", _("Answer"), before.answer if before else Known.UNKNOWN, answers),
            *_named(kind, before.note if before else ""),
            Field("source", _("Who told it"), hint=_("an organisation or a function")),
            Field("on", _("On"), plain_date(today), hint=_("14-10, fri, yesterday")),
        ),
        save,
    )


def _named(kind: ClosureFactKind, was: str) -> Iterator[Field]:
    if kind in _NAMES:
        partner = kind is ClosureFactKind.PARTNER_ACCEPTS
        yield Field("note", _("Which partner") if partner else _("Which municipality"), was)


def decision_form(vault: "Vault", case: ClosureCase) -> RecordForm:
    """Return the form of what the table decided about closing a case."""
    reasons = [one for one in vault.life.limits(case.case_id).closing_reasons if one not in ENDINGS.values()]

    def save(said: Answers) -> None:
        reason = ClosingReason(said["reason"]) if said["reason"] else None
        decision = ClosureDecision(Way(said["way"]), said["motive"], reason, said["municipality"])
        if problem := decision_problem(decision, case.check.verdict):
            raise FieldProblems({_DECISION_FIELD[problem]: _(message_id(problem))})
        if case.waiting:
            vault.closure.decide(case.waiting.id, decision)
        else:
            vault.closure.decide_at_table(case.case_id, decision)

    may = case.check.verdict is Verdict.MAY_CLOSE
    there = municipality_told(case.told, case.life.handed_to)
    fields = (
        Field("way", _("Decision"), Way.CLOSE if may else Way.DECLINE, choices(Way), long=True),
        Field("reason", _("Closing reason"), "", (("", _("none")), *choices(reasons)), long=True),
        Field("municipality", _("Removal: municipality"), there, hint=_("informed, or took the case over")),
        Field("motive", _("Motive"), personal=True, hint=_("why; stands in the minutes")),
    )
    title = f"{case.ref}: {verdict_sentence(case.check)}"
    number = case.waiting.id if case.waiting else 0
    return RecordForm(title, f"closure-decision/{case.case_id}/{number}", fields, save)


def rules_form(vault: "Vault", approach: Approach, at: str = "") -> RecordForm:
    """Return the form of the rules that count now; what is saved is a new version."""
    was = vault.closures.rules(approach)
    titles = rules_titles()

    def save(said: Answers) -> None:
        now = _rules(was, said)
        if closure_changes(was, now) and not said["source"]:
            raise FieldProblems({"source": _("Where is the change written? Name a decision or an article.")})
        vault.closure.save_rules(closure_sourced(was, now, said["source"]))

    fields = (
        Field("conditions", titles["conditions"], " ".join(was.conditions), choices(SETTABLE), many=True),
        Field("months", _("Months not in view"), str(was.months)),
        Field("counted", titles["counted"], " ".join(sorted(was.counted)), choices(COUNTABLE), many=True),
        Field("fresh_days", _("Days info is recent"), str(was.fresh_days)),
        Field("source", _("Source of the change"), hint=_("a decision with its date, or an article")),
    )
    title = _("Rules for closing: {approach}").format(approach=label(approach))
    return RecordForm(title, f"closure-rules/{approach}/{was.version}", fields, save, at)


def _rules(was: ClosureRules, said: Answers) -> ClosureRules:
    """Return the rules that were typed.

    Raises:
        FieldProblems: for all that cannot be rules.
    """
    wrong = {name: fault for name, fault in _NUMBERS.items() if not (said[name].isdecimal() and len(said[name]) <= 4)}
    months, fresh_days = (getattr(was, name) if name in wrong else int(said[name]) for name in _NUMBERS)
    conditions, counted = said["conditions"].split(), said["counted"].split()
    now = replace(
        was,
        conditions=tuple(kind for kind in ConditionKind if kind in conditions),
        counted=frozenset(kind for kind in PoliceContactKind if kind in counted),
        months=months,
        fresh_days=fresh_days,
    )
    if faults := closure_rules_problems(now) | wrong:
        raise FieldProblems({name: _(message_id(fault)) for name, fault in faults.items()})
    return now
