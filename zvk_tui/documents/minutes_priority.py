"""The top 10 in minutes: the list as it stood, with how each entry moved since the meeting before."""

from collections.abc import Iterator

from zvk_tui.documents.model import Block, Heading, Note, Table, Text, plain
from zvk_tui.documents.names import named
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.minutes import PriorityPlace
from zvk_tui.domain.priority_list import Movement
from zvk_tui.i18n import _
from zvk_tui.labels import label


def top10(places: tuple[PriorityPlace, ...], style: NameStyle) -> Iterator[Block]:
    """Yield the list as it stood; nothing for a meeting that did not have it on its agenda."""
    if not places:
        return
    yield Heading(plain(_("The top 10 as it stood")))
    header = (_("Place"), _("Case or group"), _("Movement"), _("Fixed contact"), _("Case director"))
    rows = tuple(_row(place, style) for place in sorted(places, key=lambda one: one.rank))
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
