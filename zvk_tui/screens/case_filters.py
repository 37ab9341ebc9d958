"""What narrows and sorts the list of cases: the form of a filter, its words, and the choices."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_list import COUNTED, CaseFilter, CaseOrder, CaseSort, Due, SavedFilter
from zvk_tui.domain.case_terms import CaseLabel
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import choices, label, number, people_choices
from zvk_tui.screens.record_form import Answers, Field, RecordForm
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import plain

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

ALL: Final = "all"
"""The choice of live and closed cases."""

ANY: Final = "-"
"""The choice that narrows nothing."""


class Beside(StrEnum):
    """The choices beside the filters that were kept."""

    ALL = "all"
    KEEP = "keep"
    DROP = "drop"


Kind = TypeVar("Kind", bound=StrEnum)


def filter_form(vault: "Vault", wanted: CaseFilter, take: Callable[[CaseFilter], None]) -> RecordForm:
    """Return the form of a filter; `take` gets what was chosen."""

    def save(said: Answers) -> None:
        phase = said["phase"]
        take(
            CaseFilter(
                words=wanted.words,
                approach=_member(Approach, said["approach"]),
                track=_member(Track, said["track"]),
                phase=_member(Phase, phase),
                closed=phase == ALL,
                director_id=int(said["director"]) if said["director"] != ANY else None,
                due=_member(Due, said["due"]),
                label=_member(CaseLabel, said["label"]),
            )
        )

    return RecordForm(_("Which cases?"), "filter", _fields(vault, wanted), save)


def _fields(vault: "Vault", wanted: CaseFilter) -> Iterator[Field]:
    anything = ((ANY, _("all")),)
    approaches = vault.approaches.open_approaches()
    phases = ((ANY, _("all live cases")), (ALL, _("closed ones too")), *choices(Phase))
    people = vault.register.directory().professionals
    directors = people_choices(person for person in people if person.active)
    yield Field("approach", _("Approach"), wanted.approach or ANY, (*anything, *choices(approaches)))
    yield Field("track", _("Track"), wanted.track or ANY, (*anything, *choices(Track)))
    yield Field("phase", _("Phase"), wanted.phase or (ALL if wanted.closed else ANY), phases)
    yield Field("director", _("Director"), str(wanted.director_id or ANY), (*anything, *directors))
    yield Field("due", _("Waits for"), wanted.due or ANY, ((ANY, _("nothing in particular")), *choices(Due)))
    yield Field("label", _("Label"), wanted.label or ANY, (*anything, *choices(CaseLabel)))


def filter_words(wanted: CaseFilter, director: str) -> str:
    """Return what narrows the list in words: "lopend · PAD · brief te versturen"."""
    live = _("live and closed") if wanted.closed else _("live cases")
    chosen = (wanted.approach, wanted.track, wanted.label, wanted.due)
    phase = label(wanted.phase) if wanted.phase else live
    words = [phase, *(label(value) for value in chosen if value is not None)]
    return " · ".join([*words, director] if director else words)


def nothing_found(wanted: CaseFilter, count: Callable[[CaseFilter], int]) -> str:
    """Return what is said when no case of the list has the words: closed ones, or others, that do have them."""
    found = count(CaseFilter(words=wanted.words, closed=True))
    if not found:
        return _("No case has these words. Escape takes them away.")
    if wanted != CaseFilter(words=wanted.words):
        said = ngettext(
            "No case in this filter has these words; {count} other case does: f changes the filter.",
            "No case in this filter has these words; {count} other cases do: f changes the filter.",
            found,
        )
    else:
        said = ngettext(
            "No live case has these words; {count} closed case does: f, Phase, shows closed ones too.",
            "No live case has these words; {count} closed cases do: f, Phase, shows closed ones too.",
            found,
        )
    return said.format(count=number(found) if found < COUNTED else f"{number(COUNTED)}+")


def arrow(order: CaseOrder) -> str:
    """Return the arrow at what the list is sorted by: down for what goes down."""
    return "↓" if order.descending else "↑"


def next_order(order: CaseOrder, chosen: str) -> CaseOrder:
    """Return how the list is sorted after a choice: the same again turns it round; numbers and past days go down."""
    sort = CaseSort(chosen)
    if sort is order.sort:
        return CaseOrder(sort, not order.descending)
    return CaseOrder(sort, sort in {CaseSort.NUMBER, CaseSort.REGISTERED, CaseSort.DISCUSSED})


def saved_lines(saved: Iterable[SavedFilter]) -> Iterator[Line]:
    """Return the choices among the saved filters, and what can be done with them."""
    saved = tuple(saved)
    yield from (Line(plain(one.name), str(one.id)) for one in saved)
    yield Line(plain(_("All live cases")), Beside.ALL)
    yield Line(plain(_("Keep this filter under a name"), "$zvk-muted"), Beside.KEEP)
    if saved:
        yield Line(plain(_("Drop a filter that was kept"), "$zvk-muted"), Beside.DROP)


def _member(kind: type[Kind], value: str) -> Kind | None:
    return next((member for member in kind if member == value), None)
