"""The registration of a case (aanmelding), as far as it has come (seed l.115-145, 315-341, 535-542).

A form is a value: each answer makes a new one. As plain values it is kept in the vault until it is finished or dropped.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from zvk_tui.domain.case_file import Approach, Subject, Track
from zvk_tui.domain.case_terms import CaseLabel, CircleRelation, Forum, LifeDomain, ScaleTarget, TriageOutcome
from zvk_tui.domain.criteria import CriterionAnswer
from zvk_tui.domain.partners import Chain

Plain = dict[str, Any]
"""Texts, numbers, lists and dictionaries, as JSON holds them."""

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class CircleMember:
    """Somebody in the direct circle: a light record, tied to the case (Bgs art. 2.19)."""

    relation: CircleRelation = CircleRelation.PARENT
    given_names: str = ""
    prefix: str = ""
    surname: str = ""
    birth_date: date | None = None
    note: str = ""

    @property
    def subject(self) -> Subject:
        """The name and date of birth."""
        return Subject(self.given_names, self.prefix, self.surname, self.birth_date)


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one criterion, with its motivation (Bgs art. 2.20(3))."""

    code: str
    answer: CriterionAnswer | None = None
    """None while it has not been answered; "unknown" is an answer."""
    motive: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of the registration (seed l.143-145, 248-253, 261-275, 540-542)."""

    kind: TriageOutcome | None = None
    """None: it stays in triage."""
    on: date | None = None
    """The day on which it was decided; None for the day of finishing."""
    reason: str = ""
    """Why; for an advice, what was advised."""
    next_steps: str = ""
    """Agreed with the referrer when the case is not admitted."""
    forum: Forum | None = None
    forum_name: str = ""
    """The forum that has no word of its own."""
    scale_to: ScaleTarget | None = None


@dataclass(frozen=True, slots=True)
class IntakeForm:
    """A registration, finished or not; a field that is not filled in is empty."""

    registered_on: date | None = None
    approach: Approach = Approach.ALL_AGES
    track: Track = Track.REGULAR
    label: CaseLabel | None = None
    partner_id: int | None = None
    """The organisation of the referrer."""
    professional_id: int | None = None
    pre_consult: str = ""
    """What was discussed with colleagues before (seed l.535-537)."""
    reason: str = ""
    request_goal: str = ""
    """What the referrer wants to reach; it becomes the goal of the case."""
    subject: Subject = field(default_factory=Subject)
    circle: tuple[CircleMember, ...] = ()
    domains: tuple[LifeDomain, ...] = ()
    chains: tuple[Chain, ...] = ()
    answers: tuple[Answered, ...] = ()
    outcome: Outcome = field(default_factory=Outcome)
    earlier_ref: str = ""
    """The number of the earlier case of the same person: this is a re-registration (seed l.528-531)."""
    others: tuple[str, ...] = ()
    """Numbers of cases of which the user said that they are about somebody else."""
    no_dates: tuple[tuple[str, str], ...] = ()
    """Date fields in which something stands that is no date: the field and what was typed."""

    def answer_to(self, code: str) -> Answered:
        """Return the answer to one criterion, an empty one when there is none."""
        return next((one for one in self.answers if one.code == code), Answered(code))

    def answered(self, answer: Answered) -> "IntakeForm":
        """Return the form with another answer to one criterion."""
        if all(one.code != answer.code for one in self.answers):
            return replace(self, answers=(*self.answers, answer))
        return replace(self, answers=tuple(answer if one.code == answer.code else one for one in self.answers))

    def given_answers(self) -> dict[str, CriterionAnswer]:
        """Return the answers by criterion, as a tree takes them."""
        return {one.code: one.answer for one in self.answers if one.answer is not None}

    def typed(self, name: str) -> str:
        """Return what was typed in a date field that is no date; nothing when it is one, or is empty."""
        return dict(self.no_dates).get(name, "")

    def with_typed(self, name: str, text: str) -> "IntakeForm":
        """Return the form with what stands in a date field and is no date; nothing takes it out."""
        others = tuple(pair for pair in self.no_dates if pair[0] != name)
        return replace(self, no_dates=(*others, (name, text)) if text else others)

    @property
    def begun(self) -> bool:
        """Whether anything was filled in that is worth keeping."""
        return replace(self, registered_on=None) != IntakeForm(approach=self.approach)


def form_plain(form: IntakeForm) -> Plain:
    """Return a form as plain values."""
    return {name: _flat(value) for name, value in asdict(form).items()}


def _flat(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case dict():
            return {name: _flat(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_flat(inner) for inner in value]
        case _:
            return value


def form_from_plain(plain: Mapping[str, Any]) -> IntakeForm:
    """Return the form of plain values; a word that this version does not know is as if it was not filled in."""
    person = plain.get("subject", {})
    return IntakeForm(
        registered_on=_day(plain.get("registered_on")),
        approach=_word(Approach, plain.get("approach")) or Approach.ALL_AGES,
        track=_word(Track, plain.get("track")) or Track.REGULAR,
        label=_word(CaseLabel, plain.get("label")),
        partner_id=plain.get("partner_id"),
        professional_id=plain.get("professional_id"),
        pre_consult=plain.get("pre_consult", ""),
        reason=plain.get("reason", ""),
        request_goal=plain.get("request_goal", ""),
        subject=Subject(**{**person, "birth_date": _day(person.get("birth_date"))}),
        circle=tuple(_member(member) for member in plain.get("circle", ())),
        domains=_words(LifeDomain, plain.get("domains", ())),
        chains=_words(Chain, plain.get("chains", ())),
        answers=tuple(_answered(answer) for answer in plain.get("answers", ())),
        outcome=_outcome(plain.get("outcome", {})),
        earlier_ref=plain.get("earlier_ref", ""),
        others=tuple(plain.get("others", ())),
        no_dates=tuple((name, text) for name, text in plain.get("no_dates", ())),
    )


def _member(plain: Mapping[str, Any]) -> CircleMember:
    relation = _word(CircleRelation, plain.get("relation")) or CircleRelation.OTHER
    return CircleMember(**{**plain, "relation": relation, "birth_date": _day(plain.get("birth_date"))})


def _answered(plain: Mapping[str, Any]) -> Answered:
    return Answered(plain["code"], _word(CriterionAnswer, plain.get("answer")), plain.get("motive", ""))


def _outcome(plain: Mapping[str, Any]) -> Outcome:
    return Outcome(
        kind=_word(TriageOutcome, plain.get("kind")),
        on=_day(plain.get("on")),
        reason=plain.get("reason", ""),
        next_steps=plain.get("next_steps", ""),
        forum=_word(Forum, plain.get("forum")),
        forum_name=plain.get("forum_name", ""),
        scale_to=_word(ScaleTarget, plain.get("scale_to")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _word(kind: type[Word], value: str | None) -> Word | None:
    with suppress(ValueError):
        return kind(value) if value else None
    return None


def _words(kind: type[Word], values: list[str]) -> tuple[Word, ...]:
    return tuple(word for word in (_word(kind, value) for value in values) if word is not None)
