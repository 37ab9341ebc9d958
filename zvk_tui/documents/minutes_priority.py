"""The top 10 in minutes: the list as it stood, with how each entry moved since the meeting before."""

from collections.abc import Iterator

from zvk_tui.documents.model import Block, Heading, Note, Table, Text, plain
from zvk_tui.documents.names import Masks, named
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.minutes import Minutes, PriorityLeft, PriorityPlace
from zvk_tui.domain.priority_list import Movement
from zvk_tui.i18n import _
from zvk_tui.labels import label, plain_date


def top10(minutes: Minutes, masks: Masks, style: NameStyle) -> Iterator[Block]:
    """Yield the list as it stood, what was decided, and who left; nothing for a meeting without it on its agenda."""
    places = tuple(sorted(minutes.priority, key=lambda one: one.rank))
    if places:
        yield from _order(places, style)
        yield from _decisions(places, masks)
    if minutes.left:
        yield from _left(minutes.left)


def _decisions(places: tuple[PriorityPlace, ...], masks: Masks) -> Iterator[Block]:
    """Yield what was decided about each place; minutes that became final earlier do not tell it."""
    told = [one for one in places if one.decided_on is not None and one.review_on is not None]
    if not told:
        return
    yield Heading(plain(_("Decisions about the list")), 2)
    header = (_("Place"), _("Decision"), _("Decided on"), _("Review on"), _("Weeks on the list"))
    rows = tuple(
        tuple(plain(text) for text in (str(one.rank), masks.apply(one.decision, one.case_ref), *_dates(one)))
        for one in told
    )
    yield Table(header, rows, (0, 10, 3, 3, 3))


def _dates(place: PriorityPlace) -> tuple[str, str, str]:
    decided, review = (plain_date(day) if day else "" for day in (place.decided_on, place.review_on))
    return decided, review, "" if place.weeks is None else str(place.weeks)


def _left(left: tuple[PriorityLeft, ...]) -> Iterator[Block]:
    yield Heading(plain(_("Left the list")), 2)
    header = (_("Case or group"), _("On the list since"), _("Left on"), _("Why it left"))
    rows = tuple(
        (
            plain(one.case_ref or _("group or case without a number")),
            plain(plain_date(one.entered_on)),
            plain(plain_date(one.left_on)),
            plain(label(one.reason)),
        )
        for one in left
    )
    yield Table(header, rows, (5, 3, 3, 8))


def _order(places: tuple[PriorityPlace, ...], style: NameStyle) -> Iterator[Block]:
    yield Heading(plain(_("The top 10 as it stood")))
    header = (_("Place"), _("Case or group"), _("Movement"), _("Fixed contact"), _("Case director"))
    rows = tuple(_row(place, style) for place in places)
    yield Table(header, rows, (0, 6, 3, 5, 5))
    yield Note(plain(_("People made this order, by criteria that were published; nothing computed it.")))


def _row(place: PriorityPlace, style: NameStyle) -> tuple[Text, ...]:
    return (
        plain(str(place.rank)),
        plain(_who(place, style)),
        plain(_moved(place)),
        plain(place.contact),
        plain(place.director),
    )


def _who(place: PriorityPlace, style: NameStyle) -> str:
    """Return who stands there: "D26-0042, J. d. V."; a group without a name of any style is called a group."""
    if place.subject is None:
        return ", ".join((place.case_ref, _("closed to who made this document")))
    if style is NameStyle.NONE:
        return place.case_ref or _("group")
    return ", ".join(part for part in (place.case_ref or _("group"), named("", place.subject, style)) if part)


def _moved(place: PriorityPlace) -> str:
    match place.movement:
        case None:
            return ""
        case Movement.UP | Movement.DOWN:
            word = label(place.movement)
            return _("{word}, was {rank}").format(word=word, rank=place.was)
        case _:
            return label(place.movement)
