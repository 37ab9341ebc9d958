"""One entry of the top 10 whole, and the list of the meeting before beside that of now."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.priority_history import EarlierList, EarlierPlace, PriorityMove
from zvk_tui.domain.priority_list import LeftEntry, PriorityEntry, PriorityFacts, PriorityRules
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label, month_name, plain_date
from zvk_tui.screens.base import Dialog
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.priority_view import PriorityView, bar, steps_text
from zvk_tui.widgets.text import fitted, joined, plain, wrapped


class Whole(Dialog[None]):
    """Shows a text to read that is written anew whenever the projector is turned on or off."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "dismiss_none", N_("Back"), show=False)]

    def __init__(self, title: str, write: Callable[[int], Content]) -> None:
        super().__init__()
        self._title = title
        self._write = write

    def compose(self) -> ComposeResult:
        """Lay out the title and the text, which scrolls when it is long."""
        with Vertical(classes="dialog wide"):
            yield Label(plain(self._title), classes="dialog-title")
            with VerticalScroll(classes="reading"):
                yield Static(id="whole")
            yield KeyBar()

    def on_mount(self) -> None:
        """Write the text."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Write the text again."""
        width = min(118, self.app.size.width * 94 // 100) - 8
        self.query_one("#whole", Static).update(wrapped(self._write(width), width))


def entry_text(
    view: PriorityView, entry: PriorityEntry, rules: PriorityRules, moves: tuple[PriorityMove, ...]
) -> Content:
    """Return one entry whole: people, decision, criteria with answers, history of moves, facts."""
    return Content("\n").join(_entry_lines(view, entry, rules, moves))


def _entry_lines(
    view: PriorityView, entry: PriorityEntry, rules: PriorityRules, moves: tuple[PriorityMove, ...]
) -> Iterator[Content]:
    yield joined((_("Place {rank}").format(rank=entry.rank), "bold"), f"  {view.moved(entry)}")
    yield plain(view.who(entry))
    weeks = entry.weeks(view.today)
    since = ngettext("{count} week on the list", "{count} weeks on the list", weeks).format(count=weeks)
    yield plain(f"{since}, {_('since {date}').format(date=plain_date(entry.entered_on))}")
    yield _fact(_("Fixed contact"), entry.contact.name if entry.contact else "–")
    yield _fact(_("Case director"), entry.director.name if entry.director else "–")
    yield _fact(_("Decision"), f"{plain_date(entry.decided_on)}: {view.shown(entry.decision)}")
    yield _fact(_("Review on"), plain_date(entry.review_on))
    yield from _criteria(view, entry, rules)
    yield from _moves(view, moves)
    yield from _facts(view.facts.get(entry.id))


def _fact(title: str, text: str) -> Content:
    return joined((fitted(title, 20), "$zvk-muted"), text)


def _criteria(view: PriorityView, entry: PriorityEntry, rules: PriorityRules) -> Iterator[Content]:
    yield plain("")
    yield plain(_("Criteria, version {number}").format(number=entry.rules_version), "bold $primary")
    texts = {one.code: one.text for one in rules.criteria}
    for answer in entry.answers:
        yield joined((fitted(label(answer.answer), 6), "bold"), texts.get(answer.code, answer.code))
        yield joined(("      " + view.shown(answer.motive), "$zvk-muted"))


def _moves(view: PriorityView, moves: tuple[PriorityMove, ...]) -> Iterator[Content]:
    yield plain("")
    yield plain(_("Moves"), "bold $primary")
    if not moves:
        yield plain(_("Nobody has given it another place."), "$zvk-muted")
    for move in moves:
        places = _("from {before} to {after}").format(before=move.from_rank, after=move.to_rank)
        yield joined((f"{plain_date(move.on)}  {places}", "bold"), f"  {move.by}: {view.shown(move.motive)}")


def _facts(found: PriorityFacts | None) -> Iterator[Content]:
    if found is None:
        return
    yield plain("")
    yield plain(_("Facts; they say nothing about its place"), "bold $primary")
    for month in found.months:
        kinds = _kinds(month.counted)
        if month.apart:
            kinds += ("; " if kinds else "") + _("not counted: {kinds}").format(kinds=_kinds(month.apart))
        name = fitted(f"{month_name(month.first)} {month.first.year}", 10)
        yield joined(name, f"{bar(month.total)} ", (fitted(str(month.total), 4), "bold"), (kinds, "$zvk-muted"))
    yield plain(_("Bars: {steps}").format(steps=steps_text()), "$zvk-muted")
    yield plain(_("Contacts as a victim or witness stand apart and are in no bar."), "$zvk-muted")
    actions = ngettext("{count} open action", "{count} open actions", found.open_actions)
    yield plain(actions.format(count=found.open_actions))
    days = found.days_since_discussed
    if days is None:
        yield plain(_("Never discussed."))
    else:
        yield plain(ngettext("Discussed {count} day ago.", "Discussed {count} days ago.", days).format(count=days))


def _kinds(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{label(PoliceContactKind(kind))} {count}" for kind, count in counts)


def before_text(view: PriorityView, earlier: EarlierList | None, left: tuple[LeftEntry, ...], width: int) -> Content:
    """Return the order of the meeting before beside the order of now, and who left since when and why."""
    return Content("\n").join((*_beside(view, earlier, width), *_left(left)))


def _beside(view: PriorityView, earlier: EarlierList | None, width: int) -> Iterator[Content]:
    if earlier is None:
        yield plain(_("No final meeting had the top 10 on its agenda yet; then there is nothing to compare with."))
        return
    half = (width - 3) // 2
    then = _("{series} {number}, {date}").format(
        series=earlier.series, number=earlier.number, date=plain_date(earlier.on)
    )
    yield joined((fitted(then, half), "bold $primary"), " │ ", (_("Now"), "bold $primary"))
    places = {place.rank: place for place in earlier.places}
    now = {entry.rank: entry for entry in view.entries}
    for rank in range(1, max((*places, *now), default=0) + 1):
        was = _place(view, places[rank]) if rank in places else ""
        sign, here = (view.moved_sign(now[rank]), view.who(now[rank])) if rank in now else ("", "")
        yield plain(f"{rank:>2}  {fitted(was, half - 4)} │ {rank:>2}  {fitted(sign, 3)} {fitted(here, half - 8)}")


def _place(view: PriorityView, place: EarlierPlace) -> str:
    if place.entry is not None:
        return view.who(place.entry)
    ref = place.left.case_ref if place.left else ""
    return f"{ref or _('no longer known')}  ({_('left')})"


def _left(left: tuple[LeftEntry, ...]) -> Iterator[Content]:
    yield plain("")
    yield plain(_("Left the list"), "bold $primary")
    if not left:
        yield plain(_("Nobody left yet."), "$zvk-muted")
    for one in left:
        dates = f"{plain_date(one.entered_on)} – {plain_date(one.left_on)}"
        yield joined((fitted(one.case_ref or "–", 11), "bold"), f"{dates}  {label(one.reason)}")
