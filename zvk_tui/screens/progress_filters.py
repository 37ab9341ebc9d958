"""What narrows and sorts the overview of plans."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.progress import ProgressFilter, ProgressOrder, ProgressSort
from zvk_tui.i18n import _
from zvk_tui.labels import choices, label, people_choices
from zvk_tui.screens.record_form import Answers, Field, RecordForm

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault


def filter_form(vault: "Vault", wanted: ProgressFilter, take: Callable[[ProgressFilter], None]) -> RecordForm:
    """Return the form of a filter; `take` gets what was chosen."""

    def save(said: Answers) -> None:
        take(
            ProgressFilter(
                words=wanted.words,
                approach=Approach(said["approach"]) if said["approach"] else None,
                director_id=int(said["director"]) if said["director"] else None,
                partner_id=int(said["partner"]) if said["partner"] else None,
            )
        )

    return RecordForm(_("Which plans?"), "progress-filter", _fields(vault, wanted), save)


def _fields(vault: "Vault", wanted: ProgressFilter) -> Iterator[Field]:
    anything = (("", _("all")),)
    directory = vault.register.directory()
    approaches = choices(vault.approaches.open_approaches())
    directors = people_choices(one for one in directory.professionals if one.active)
    partners = tuple((str(one.id), one.short) for one in directory.partners)
    yield Field("approach", _("Approach"), wanted.approach or "", (*anything, *approaches))
    yield Field("director", _("Director"), str(wanted.director_id or ""), (*anything, *directors))
    yield Field("partner", _("Who owes an action"), str(wanted.partner_id or ""), (*anything, *partners))


def filter_text(vault: "Vault", wanted: ProgressFilter) -> str:
    """Return what narrows the overview in words: "PAD · M. Bakker · Politie is iets verschuldigd"."""
    directory = vault.register.directory()
    words = [label(wanted.approach)] if wanted.approach else []
    words += [one.name for one in directory.professionals if one.id == wanted.director_id]
    words += [
        _("{partner} has open actions").format(partner=one.short)
        for one in directory.partners
        if one.id == wanted.partner_id
    ]
    return " · ".join(words) or _("all plans of live cases")


def arrow(order: ProgressOrder) -> str:
    """Return the arrow at what the overview is sorted by: up when it was turned round."""
    return "↑" if order.turned else "↓"


def next_order(order: ProgressOrder, chosen: str) -> ProgressOrder:
    """Return how the overview is sorted after a choice: the same again turns it round."""
    sort = ProgressSort(chosen)
    return ProgressOrder(sort, turned=sort is order.sort and not order.turned)
