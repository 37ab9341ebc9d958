"""What happens to a case: one dialog that offers what may come next, and asks no more than that step must say."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.case_terms import ClosingReason, EventKind, Forum, ScaleTarget
from zvk_tui.domain.closure_case import municipality_told
from zvk_tui.domain.life import ENDINGS, NEEDS, CaseEvent, LifeProblem, problem_date, refusal
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _
from zvk_tui.labels import choices, label, plain_date
from zvk_tui.screens.case_duties import letter_dialog, role_dialog
from zvk_tui.screens.dialogs import Ask
from zvk_tui.screens.record_form import Answers, Field, FieldProblems, RecordForm
from zvk_tui.screens.steps import Steps, past_date
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import joined
from zvk_tui.words.life import problem_id

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

__all__ = ["AddEvent", "event_dialog", "event_form", "letter_dialog", "role_dialog"]

ELSEWHERE: Final = frozenset({EventKind.REGISTERED, EventKind.RE_REGISTERED, EventKind.PLAN_SET})
"""Steps that the registration and the tab of the plan take."""

_MEANINGS: Final = {
    EventKind.TRIAGED: N_("it is being weighed"),
    EventKind.ADVISED: N_("advice to the referrer was enough; the case closes"),
    EventKind.REFUSED: N_("next steps agreed with the referrer; the case closes"),
    EventKind.REFERRED_ON: N_("to the social team, the outreach table or another forum; the case closes"),
    EventKind.ADMITTED: N_("the approach begins; the notification letter is due"),
    EventKind.MONITORING: N_("the chamber watches how it goes"),
    EventKind.MOVED: N_("to another track or approach"),
    EventKind.SCALED_UP: N_("to the regional house or the ILA"),
    EventKind.SCALED_BACK: N_("it is the chamber's again"),
    EventKind.SCALED_DOWN: N_("support is tapered off"),
    EventKind.HANDED_OVER: N_("to a partner or municipality that accepted it"),
    EventKind.CLOSED: N_("the chamber lets go, with a reason"),
    EventKind.REOPENED: N_("the chamber goes on with it"),
    EventKind.SHIELDED: N_("in no list or search until it is erased"),
    EventKind.ERASED: N_("all personal data, for good"),
}
_FIELD_OF: Final = {
    LifeProblem.FUTURE: "on",
    LifeProblem.TOO_EARLY: "on",
    LifeProblem.OTHER_CLOSING_REASON: "closing_reason",
    LifeProblem.NO_RECEIVER: "receiver",
    LifeProblem.NOT_MOVED: "place",
    LifeProblem.OTHER_TRACK: "place",
    LifeProblem.STAYS_CLOSED: "place",
    LifeProblem.NO_MUNICIPALITY: "receiver",
    LifeProblem.TOO_SOON_IN_VIEW: "closing_reason",
    LifeProblem.NO_MOTIVE: "reason",
}
"""The field of the form that a problem is about, where it is not that of the event."""


class AddEvent(Steps):
    """Adds what happened to a case."""

    HELP = N_("Only steps that fit now are offered. A step is never changed afterwards; u undoes the newest act.")

    def question(self) -> str:
        """Return what is asked."""
        return _("What happened to {ref}?").format(ref=self.ref)

    def nothing(self) -> str:
        """Return what to say of a case to which nothing can happen any more."""
        return _("Nothing can happen to this case any more.")

    def lines(self) -> Iterator[Line]:
        """Yield what may come next, each with what it means."""
        for kind in self.vault.life.allowed(self.case_id):
            if kind not in ELSEWHERE:
                word = label(kind)
                yield Line(joined((f"{word:<24}", "bold"), (_(_MEANINGS[kind]), "$zvk-muted")), kind.value)

    async def fill(self, chosen: str) -> bool:
        """Ask what the step must say, and add it."""
        kind = EventKind(chosen)
        if kind is EventKind.ERASED:
            return await self._erase()
        return await self.fill_form(event_form(self.vault, self.case_id, kind))

    async def _erase(self) -> bool:
        """Erase once the number of the case is typed."""

        def wrong(typed: str) -> str:
            return "" if typed.strip().casefold() == self.ref.casefold() else _("That is not the number of this case.")

        question = _("Erase all personal data of {ref} for good?").format(ref=self.ref)
        hint = _("It cannot be undone. Back-ups made before still hold it. Type the number of the case to go on.")
        typed = await self.app.push_screen_wait(Ask(question, hint=hint, check=wrong))
        if typed:
            self.vault.lives.erase(self.case_id, typed)
        return bool(typed)


def event_dialog(vault: "Vault", case_id: int) -> AddEvent:
    """Return the dialog that adds what happened to a case; it says whether anything was added."""
    return AddEvent(case_id, vault.life.ref(case_id))


def event_form(vault: "Vault", case_id: int, kind: EventKind) -> RecordForm:
    """Return the form of one step."""
    today = vault.now().date()
    fields = tuple(_fields(vault, case_id, kind))

    def save(said: Answers) -> None:
        event = _event(kind, said, today)
        _refuse(vault, case_id, event, frozenset(field.name for field in fields))
        vault.lives.add(case_id, event)

    word = label(kind)
    title = f"{vault.life.ref(case_id)}: {word}"
    return RecordForm(title, f"case/{case_id}/event-{kind}", fields, save)


def _fields(vault: "Vault", case_id: int, kind: EventKind) -> Iterator[Field]:
    """Yield what a step must say first, then its day, and last what it may say."""
    needed = {name for name, _problem in NEEDS.get(kind, ())}
    yield from _chosen(vault, case_id, kind)
    if kind in {EventKind.REFERRED_ON, EventKind.HANDED_OVER}:
        yield Field("receiver", _("To whom"), hint=_("partner, municipality or forum"))
    if kind is EventKind.HANDED_OVER:
        yield Field("accepted_by", _("Accepted by"), hint=_("the person there"), personal=True)
    if kind is EventKind.REFUSED:
        yield Field("next_steps", _("Next steps"), hint=_("agreed with the referrer"), personal=True)
    why = _("Why") if "reason" in needed else _("Why (if it matters)")
    yield Field("reason", why, personal=True)
    yield Field("on", _("On"), plain_date(vault.now().date()), hint=_("14-10, fri, yesterday"))
    if meetings := _meetings(vault, case_id):
        yield Field("meeting", _("Agreed at"), "", meetings, long=True)


def _chosen(vault: "Vault", case_id: int, kind: EventKind) -> Iterator[Field]:
    match kind:
        case EventKind.CLOSED:
            reasons = vault.life.limits(case_id).closing_reasons
            options = choices(one for one in reasons if one not in ENDINGS.values())
            yield Field("closing_reason", _("Closing reason"), "", options, long=True)
            if ClosingReason.MOVED_AWAY in reasons:
                case, hint = vault.closures.of_case(case_id), _("informed, or took the case over")
                there = municipality_told(case.told, case.life.handed_to)
                yield Field("receiver", _("Removal: municipality"), there, hint=hint)
        case EventKind.REFERRED_ON:
            yield Field("forum", _("Forum"), "", choices(Forum), long=True)
        case EventKind.SCALED_UP:
            options = choices(ScaleTarget)
            yield Field("scale_to", _("Scaled up to"), "", options, long=True)
        case EventKind.MOVED:
            yield Field("place", _("To"), "", tuple(_places(vault, case_id)), long=True)


def _places(vault: "Vault", case_id: int) -> Iterator[tuple[str, str]]:
    for approach, track in vault.life.places(case_id):
        yield f"{approach}/{track}", f"{label(approach)}, {label(track)}"


def _meetings(vault: "Vault", case_id: int) -> tuple[tuple[str, str], ...]:
    held = vault.life.meetings(case_id)
    named = ((str(one.key), f"{plain_date(one.on)} {one.title} {one.number}") for one in held)
    return (("", _("between meetings")), *named) if held else ()


def _event(kind: EventKind, said: Answers, today: date) -> CaseEvent:
    """Return the event that was filled in.

    Raises:
        FieldProblems: the day is no date.
    """
    approach, _slash, track = said.get("place", "").partition("/")
    reason = _word(ClosingReason, said.get("closing_reason", ""))
    moved_away = kind is not EventKind.CLOSED or reason is ClosingReason.MOVED_AWAY
    return CaseEvent(
        kind,
        past_date(said, "on", today),
        reason=said["reason"],
        approach=_word(Approach, approach),
        track=_word(Track, track),
        closing_reason=reason,
        forum=_word(Forum, said.get("forum", "")),
        scale_to=_word(ScaleTarget, said.get("scale_to", "")),
        receiver=said.get("receiver", "") if moved_away else "",
        accepted_by=said.get("accepted_by", ""),
        next_steps=said.get("next_steps", ""),
        meeting_id=int(said["meeting"]) if said.get("meeting") else None,
    )


def _word(kind: Callable[[str], Any], value: str) -> Any:
    return kind(value) if value else None


def _refuse(vault: "Vault", case_id: int, event: CaseEvent, fields: frozenset[str]) -> None:
    """Say under each field what it lacks, all at once.

    Raises:
        FieldProblems: a field of the form is not as it must be.
        Refused: what stands in the way is no field.
    """
    lacking = {name: problem for name, problem in NEEDS.get(event.kind, ()) if not getattr(event, name)}
    told = {name if name in fields else "place": _(problem_id(problem)) for name, problem in lacking.items()}
    if event.kind is EventKind.MOVED and event.approach is None:
        told["place"] = _(problem_id(LifeProblem.NOT_MOVED))
    if told:
        raise FieldProblems(told)
    life, limits = vault.life.life(case_id), vault.life.limits(case_id, event.approach)
    if problem := refusal(life, event, vault.now().date(), limits):
        on = problem_date(problem, life, limits)
        date_of = plain_date(on) if on else ""
        if (name := _FIELD_OF.get(problem, "")) in fields:
            raise FieldProblems({name: _(problem_id(problem)).format(date=date_of)})
        raise Refused(problem_id(problem), date=date_of)
