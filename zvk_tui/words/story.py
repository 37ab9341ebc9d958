"""The timeline as a story: each entry in a sentence of its own, and beside it what was typed."""

from collections.abc import Iterator

from zvk_tui.domain.case_terms import EventKind, Forum, LetterState
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.timeline import TimelineEntry, TimelineKind
from zvk_tui.i18n import _
from zvk_tui.labels import decision_ref, label


def entry_sentence(entry: TimelineEntry) -> str:
    """Return what an entry of the timeline says, without what was typed."""
    match entry.kind:
        case TimelineKind.EVENT if entry.event is not None:
            return event_sentence(entry.event)
        case TimelineKind.LETTER:
            return _letter(entry)
        case TimelineKind.POLICE:
            known = _("Police contact: {kind}, negative in view") if entry.number else _("Police contact: {kind}")
            return known.format(kind=_word(entry))
        case TimelineKind.MEETING:
            named = _("{series} {number}: {state}")
            return named.format(series=entry.title, number=entry.number, state=_word(entry))
        case TimelineKind.DECISION:
            return _("Decision {number}").format(number=decision_ref(entry.number))
        case _:
            return _("Plan, version {number}").format(number=entry.number)


def entry_texts(entry: TimelineEntry) -> tuple[str, ...]:
    """Return what was typed at an entry, each part a line of its own."""
    if entry.event is not None:
        return tuple(_event_texts(entry.event))
    aside = {TimelineKind.LETTER: "", TimelineKind.MEETING: ""}.get(entry.kind, entry.title)
    return tuple(text for text in (entry.text, aside) if text)


def event_sentence(event: CaseEvent) -> str:
    """Return what happened in one sentence, with all that was chosen: "Moved to PAD, rival youth"."""
    place = ", ".join(label(value) for value in (event.approach, event.track) if value)
    match event.kind:
        case EventKind.REGISTERED:
            said = _("Registered for {approach}").format(approach=place)
        case EventKind.MOVED:
            said = _("Moved to {approach}").format(approach=place)
        case EventKind.CLOSED if event.closing_reason:
            said = _("Closed: {reason}").format(reason=label(event.closing_reason))
        case EventKind.REFERRED_ON if event.forum:
            forum = event.receiver if event.forum is Forum.OTHER and event.receiver else label(event.forum)
            said = _("Referred on to {forum}").format(forum=forum)
        case EventKind.SCALED_UP if event.scale_to:
            said = _("Scaled up to {house}").format(house=label(event.scale_to))
        case EventKind.HANDED_OVER if event.receiver:
            said = _("Handed over to {receiver}").format(receiver=event.receiver)
        case EventKind.RE_REGISTERED if event.other_ref:
            said = _("Registered again as {ref}").format(ref=event.other_ref)
        case _:
            said = _plain_step(event.kind)
    return said


def _plain_step(kind: EventKind) -> str:
    word = label(kind)
    return word[:1].upper() + word[1:]


def _event_texts(event: CaseEvent) -> Iterator[str]:
    if event.reason:
        yield event.reason
    if event.kind is EventKind.CLOSED and event.receiver:
        yield _("Informed, or took it over: {municipality}").format(municipality=event.receiver)
    if event.next_steps:
        yield _("Next steps: {steps}").format(steps=event.next_steps)
    if event.accepted_by:
        yield _("Accepted by {person}").format(person=event.accepted_by)
    if event.kind is EventKind.REGISTERED and event.other_ref:
        yield _("Earlier case: {ref}").format(ref=event.other_ref)


def _letter(entry: TimelineEntry) -> str:
    match entry.word:
        case LetterState.SENT:
            return _("Notification letter sent to {whom}").format(whom=entry.title)
        case LetterState.DEFERRED:
            return _("Look again whether the notification letter can be sent; deferred by {whom}").format(
                whom=entry.title
            )
        case _:
            return _("The notification letter must be sent by this day")


def _word(entry: TimelineEntry) -> str:
    return label(entry.word) if entry.word is not None else ""
