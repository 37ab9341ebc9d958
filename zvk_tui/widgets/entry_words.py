"""What is said about an entry line while it is typed."""

from collections.abc import Iterable

from textual.content import Content

from zvk_tui.domain.entry_line import EntryLine, LineProblem
from zvk_tui.domain.owners import Owner
from zvk_tui.i18n import N_, _
from zvk_tui.labels import long_date
from zvk_tui.widgets.text import joined, plain

_PROBLEMS = {
    LineProblem.NO_OWNER: N_("Who? Type the organisation and a colon first: police: ..."),
    LineProblem.UNKNOWN_OWNER: N_("No organisation or person is called “{typed}”."),
    LineProblem.AMBIGUOUS_OWNER: N_("Which one? {choices}"),
    LineProblem.NO_TEXT: N_("What? There is no text after the colon yet."),
    LineProblem.NO_DATE: N_("When? Add a date: @14-12, @fri, @+2w or @next"),
    LineProblem.TWO_DATES: N_("There are two dates; an action has one."),
    LineProblem.BAD_DATE: N_("That is no date. Type @14-12, @fri, @+2w or @next"),
    LineProblem.DATE_PAST: N_("That day has passed already."),
    LineProblem.NO_NEXT_MEETING: N_("The next meeting has no date yet. Type the date itself."),
}


def owner_words(owner: Owner) -> str:
    """Return an owner in words: the organisation, and its person when one is meant."""
    return f"{owner.partner.name}, {owner.person.name}" if owner.person else owner.partner.name


def owner_typed(owner: Owner) -> str:
    """Return what to type for an owner."""
    return f"{owner.partner.short}/{owner.person.name}" if owner.person else owner.partner.short


def understood(line: EntryLine, *, asked: bool = False) -> Content:
    """Return how a line is understood, or its first problem; as a warning once enter was pressed (`asked`)."""
    if line.good and line.owner is not None:
        due = f" · {long_date(line.due)}" if line.due else ""
        return joined(("✓ ", "$zvk-done"), owner_words(line.owner), due)
    style = "$zvk-late" if asked else "$zvk-muted"
    problem = _(_PROBLEMS[line.problems[0]]).format(typed=line.typed_owner, choices=_choices(line.owners))
    return plain(problem, style)


def offered(owners: Iterable[Owner]) -> Content:
    """Return whom tab would put before the colon."""
    return joined(("tab  ", "bold"), (_choices(owners), "$zvk-muted"))


def _choices(owners: Iterable[Owner]) -> str:
    names = [owner_typed(owner) for owner in owners]
    more = ", …" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more
