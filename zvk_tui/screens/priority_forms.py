"""The forms of the top 10: who comes on it, what is said of an entry, a move with its motive, facts of a group."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from textual import on
from textual.widgets import Input

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.criteria import CriterionAnswer
from zvk_tui.domain.dates import add_months
from zvk_tui.domain.partners import Professional
from zvk_tui.domain.priority_facts import MONTHS, FactProblem, GroupFact
from zvk_tui.domain.priority_list import (
    EntryProblem,
    NewEntry,
    PriorityAnswer,
    PriorityEntry,
    PriorityRules,
    change_problem,
    entry_problem,
)
from zvk_tui.errors import Refused
from zvk_tui.i18n import _
from zvk_tui.labels import choices, month_name, people_choices, plain_date
from zvk_tui.screens.dossier.plan_forms import day
from zvk_tui.screens.dossier.statement_forms import past_day
from zvk_tui.screens.record_form import Answers, Field, FieldProblems, RecordForm
from zvk_tui.widgets.drafts import DraftArea, DraftLine
from zvk_tui.words.priority import message_id

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

GROUP: Final = "group"
"""What stands for a group where a case is chosen."""

_FIELDS: Final = {
    EntryProblem.NOBODY: "label",
    EntryProblem.NO_CONTACT: "contact",
    EntryProblem.NO_DIRECTOR: "director",
    EntryProblem.NO_DECISION: "decision",
    EntryProblem.DECIDED_FUTURE: "decided",
    EntryProblem.REVIEW_PAST: "review",
    EntryProblem.REVIEW_LATE: "review",
}
"""Under which field a problem stands; the others stand under the form."""


class MoveForm(RecordForm):
    """Asks for a place and a motive; enter in the motive saves."""

    @on(Input.Submitted, "#motive")
    def _enough(self, event: Input.Submitted) -> None:
        event.prevent_default()
        self.action_save()

    def _texts(self) -> list[DraftLine | DraftArea]:
        """Return the fields of which half typed text is given back: the motive; the place is asked anew each time."""
        return [one for one in super()._texts() if one.id == "motive"]


def move_form(vault: "Vault", entry: PriorityEntry, to_rank: int, title: str, *, at_place: bool) -> MoveForm:
    """Return the form that gives an entry another place; it begins at the motive, or at the place."""

    def save(said: Answers) -> None:
        if not said["place"].isdecimal() or not 0 < int(said["place"][:4]) < 1000:
            raise FieldProblems({"place": _("A place is a number from 1.")})
        if not said["motive"]:
            raise FieldProblems({"motive": _("Why does it move? Without a motive it stays where it is.")})
        vault.priority.move(entry.id, int(said["place"]), said["motive"])

    fields = (
        Field("place", _("To place"), str(to_rank)),
        Field("motive", _("Motive"), hint=_("in one line; enter saves")),
    )
    return MoveForm(title, f"priority-move/{entry.id}", fields, save, "place" if at_place else "motive")


def add_form(vault: "Vault", case_file: CaseFile | None, title: str, done: Callable[[int], None]) -> RecordForm:
    """Return the form that puts a case on the list, or a group when there is none; `done` gets its row number."""
    rules, today = vault.priorities.rules(), vault.now().date()
    review = plain_date(today + timedelta(weeks=rules.review_weeks))

    def save(said: Answers) -> None:
        new = _said(vault, said, rules, case_file.id if case_file else None)
        _check(said, rules, entry_problem(new, rules, vault.priorities.current(), today))
        done(vault.priority.add(new))

    label_field = () if case_file else (Field("label", _("Label of the group"), hint=_("no names of persons")),)
    director = case_file.director if case_file else None
    fields = (*label_field, *_fields(vault, rules, (), None, director, "", plain_date(today), review))
    return RecordForm(title, f"priority-add/{case_file.id if case_file else 0}", fields, save)


def change_form(vault: "Vault", entry: PriorityEntry, title: str) -> RecordForm:
    """Return the form of all that is said of an entry; its criteria are those that count now."""
    rules, today = vault.priorities.rules(), vault.now().date()

    def save(said: Answers) -> None:
        new = _said(vault, said, rules, entry.case.id if entry.case else None)
        _check(said, rules, change_problem(new, rules, today))
        vault.priority.change(entry.id, new)

    label_field = () if entry.case else (Field("label", _("Label of the group"), entry.group_label, personal=True),)
    days = plain_date(entry.decided_on), plain_date(entry.review_on)
    shared = _fields(vault, rules, entry.answers, entry.contact, entry.director, entry.decision, *days)
    return RecordForm(title, f"priority-entry/{entry.id}", (*label_field, *shared), save)


def group_form(vault: "Vault", entry: PriorityEntry, title: str) -> RecordForm:
    """Return the form in which the number of reports about a group in one month is told."""
    today = vault.now().date()
    months = [add_months(today.replace(day=1), -back) for back in range(MONTHS)]

    def save(said: Answers) -> None:
        if not said["count"].isdecimal():
            raise FieldProblems({"count": _(message_id(FactProblem.COUNT))})
        month = next(one for one in months if one.isoformat() == said["month"])
        kind = PoliceContactKind(said["kind"])
        fact = GroupFact(month, kind, int(said["count"][:5]), said["source"])
        vault.priority.set_group_fact(entry.id, fact)

    fields = (
        Field("month", _("Month"), months[0].isoformat(), tuple((m.isoformat(), _month(m)) for m in months)),
        Field("kind", _("Kind"), PoliceContactKind.NUISANCE, choices(PoliceContactKind)),
        Field("count", _("How many"), hint=_("0 says that there were none")),
        Field("source", _("Source"), hint=_("an organisation or a system")),
    )
    return RecordForm(title, f"priority-group/{entry.id}", fields, save)


def _month(first: date) -> str:
    return f"{month_name(first)} {first.year}"


def _fields(  # noqa: PLR0917 - one for each field of the form
    vault: "Vault",
    rules: PriorityRules,
    answers: Iterable[PriorityAnswer],
    contact: Professional | None,
    director: Professional | None,
    decision: str,
    decided: str,
    review: str,
) -> Iterator[Field]:
    given = {one.code: one for one in answers}
    words = choices((CriterionAnswer.YES, CriterionAnswer.NO, CriterionAnswer.UNKNOWN))
    for one in rules.criteria:
        was = given.get(one.code, PriorityAnswer(one.code, CriterionAnswer.UNKNOWN))
        yield Field(f"answer-{one.code}", one.code, was.answer, words, about=one.text)
        yield Field(f"motive-{one.code}", _("Motive"), was.motive, hint=_("on what facts?"), personal=True)
    people = _people(vault, contact, director)
    yield Field("contact", _("Fixed contact"), str(contact.id) if contact else "", people, long=True)
    yield Field("director", _("Case director"), str(director.id) if director else "", people, long=True)
    yield Field("decision", _("Decision"), decision, hint=_("what was decided about the list"), personal=True)
    yield Field("decided", _("Decided on"), decided)
    yield Field("review", _("Review on"), review, hint=_("14-12 or +3m"))


def _people(vault: "Vault", *chosen: Professional | None) -> tuple[tuple[str, str], ...]:
    """Return everybody who works for a partner now, and who was chosen before."""
    there = [one for one in vault.register.directory().professionals if one.active or one in chosen]
    return (("", _("nobody")), *people_choices(there))


def _said(vault: "Vault", said: Answers, rules: PriorityRules, case_id: int | None) -> NewEntry:
    """Return what was typed as an entry.

    Raises:
        FieldProblems: when a date is none.
    """
    today = vault.now().date()
    people = {str(one.id): one for one in vault.register.directory().professionals}
    decided, review = _day(said, "decided", past_day, today), _day(said, "review", day, today)
    answers = (
        PriorityAnswer(one.code, CriterionAnswer(said[f"answer-{one.code}"]), said[f"motive-{one.code}"])
        for one in rules.criteria
    )
    return NewEntry(
        case_id=case_id,
        group_label=said.get("label", ""),
        contact=people.get(said["contact"]),
        director=people.get(said["director"]),
        answers=tuple(answers),
        decision=said["decision"],
        decided_on=decided or today,
        review_on=review or today + timedelta(weeks=rules.review_weeks),
    )


def _day(said: Answers, field: str, read: Callable[[str, date], date | None], today: date) -> date | None:
    try:
        return read(said[field], today)
    except Refused as error:
        raise FieldProblems({field: error.sentence}) from None


def _check(said: Answers, rules: PriorityRules, problem: EntryProblem | None) -> None:
    """Refuse what cannot be saved, with a sentence under each field that it is about.

    Raises:
        FieldProblems: there are such fields.
        Refused: it is about the whole.
    """
    wrong = {}
    for one in rules.criteria:
        if said[f"answer-{one.code}"] == CriterionAnswer.UNKNOWN:
            wrong[f"answer-{one.code}"] = _(message_id(EntryProblem.NO_ANSWER))
        if not said[f"motive-{one.code}"]:
            wrong[f"motive-{one.code}"] = _(message_id(EntryProblem.NO_MOTIVE))
    if problem in _FIELDS and _FIELDS[problem] in said:
        wrong[_FIELDS[problem]] = _(message_id(problem))
    if wrong:
        raise FieldProblems(wrong)
    if problem is not None:
        raise Refused(message_id(problem))
