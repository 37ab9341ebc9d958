"""The list of cases, read a page at a time: a list of 100,000 costs what a list of 100 does."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from zvk_tui.domain.case_list import COUNTED, CaseFilter, CaseOrder, ListedCase, Place, SavedFilter, filter_of
from zvk_tui.store import search
from zvk_tui.store.case_tables import SavedFilterRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.case_pages import Listing, listing
from zvk_tui.store.reading.people import People, cases, known, open_to


class CaseList:
    """Reads the list of cases; shielded and erased cases are not in it, nor those of an approach closed to the user."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(
        self, wanted: CaseFilter, order: CaseOrder, limit: int, *, at: Place | None = None, skip: int = 0
    ) -> tuple[ListedCase, ...]:
        """Return at most `limit` cases in order, from a place on (that place included), or from the first.

        Args:
            wanted: what narrows the list.
            order: what it is sorted by.
            limit: how many cases at the most.
            at: the place to begin at; None for the first.
            skip: how many cases after that place are passed by.
        """
        with self._desk.reading() as session:
            return _listed(session, self._listing(session, wanted, order).after(at, limit, skip))

    def page_before(
        self, wanted: CaseFilter, order: CaseOrder, limit: int, place: Place | None = None
    ) -> tuple[ListedCase, ...]:
        """Return the last `limit` cases before a place, or of the whole list, in order."""
        with self._desk.reading() as session:
            return _listed(session, self._listing(session, wanted, order).before(place, limit))

    def place_of(self, wanted: CaseFilter, order: CaseOrder, case_id: int) -> Place | None:
        """Return where a case is in the list, None when it is not in it."""
        with self._desk.reading() as session:
            return next(iter(self._listing(session, wanted, order).only(case_id).after(None, 1)), None)

    def count(self, wanted: CaseFilter) -> int:
        """Return how many cases are in the list; of a search no more than `COUNTED` are counted."""
        most = COUNTED if search.words_of(wanted.words) else None
        with self._desk.reading() as session:
            return self._listing(session, wanted, CaseOrder()).count(most)

    def rank(self, wanted: CaseFilter, order: CaseOrder, place: Place) -> int:
        """Return how many cases come before a place."""
        with self._desk.reading() as session:
            return self._listing(session, wanted, order).rank(place)

    def saved(self) -> tuple[SavedFilter, ...]:
        """Return the filters that have a name, by name."""
        with self._desk.reading() as session:
            rows = session.exec(select(SavedFilterRow).order_by(col(SavedFilterRow.name)))
            return tuple(SavedFilter(known(row.id), row.name, filter_of(row.content or {})) for row in rows)

    def _listing(self, session: Session, wanted: CaseFilter, order: CaseOrder) -> Listing:
        return listing(session, wanted, order, self._desk.today(), open_to(self._desk))


def _listed(session: Session, places: Sequence[Place]) -> tuple[ListedCase, ...]:
    found = cases(session, People(session), [place.id for place in places])
    return tuple(ListedCase(found[place.id], place) for place in places)
