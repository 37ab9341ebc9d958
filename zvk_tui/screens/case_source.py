"""The list of cases as a window reads it, and what stands in the bar above it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zvk_tui.domain.case_list import COUNTED, CaseFilter, CaseOrder, ListedCase, Place
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import number
from zvk_tui.widgets.window import WindowRow

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault


@dataclass(frozen=True, slots=True)
class CaseSource:
    """Gives the lines of one list of cases."""

    vault: "Vault"
    wanted: CaseFilter
    order: CaseOrder

    def after(self, place: Place | None, limit: int) -> list[WindowRow]:
        """Return cases from a place on, that one included."""
        return _rows(self.vault.case_list.page(self.wanted, self.order, limit, at=place))

    def before(self, place: Place | None, limit: int) -> list[WindowRow]:
        """Return the last cases before a place, or of the whole list."""
        return _rows(self.vault.case_list.page_before(self.wanted, self.order, limit, place))

    def find(self, key: str) -> Place | None:
        """Return the place of a case."""
        return self.vault.case_list.place_of(self.wanted, self.order, int(key))

    def size(self, first: Place | None, rank: int | None) -> tuple[int, int]:
        """Return how many cases there are, and how many come before the first that is shown when that is not known."""
        total = self.vault.case_list.count(self.wanted)
        if rank is None:
            rank = self.vault.case_list.rank(self.wanted, self.order, first) if first is not None else 0
        return total, rank


def _rows(found: Iterable[ListedCase]) -> list[WindowRow]:
    return [WindowRow(str(one.case_file.id), one.place, one.case_file) for one in found]


def shown_of(rank: int, shown: int, total: int, *, searching: bool) -> str:
    """Return which part of the list is shown: "1-20 van 100.000"."""
    if not shown:
        return ""
    if searching and total >= COUNTED:
        return _("{first}–{last} of more than {count}").format(
            first=number(rank + 1), last=number(rank + shown), count=number(COUNTED)
        )
    if shown == total:
        return ngettext("{count} case", "{count} cases", total).format(count=number(total))
    return _("{first}–{last} of {count}").format(first=number(rank + 1), last=number(rank + shown), count=number(total))
