"""How a page of the list of cases is found: the row numbers and places of a few cases, in order, along one index.

What a list is narrowed by is tested on the index that it is sorted by; so nothing is sorted, and no case is read but
those of the page. A list that stretches over several keys (cases with a date before those without, one phase after
another) is read in parts, one after the other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from zvk_tui.domain.case_file import Phase
from zvk_tui.domain.case_list import NARROW, CaseFilter, CaseOrder, CaseSort, Due, Place
from zvk_tui.domain.case_terms import LetterState
from zvk_tui.store import search
from zvk_tui.store.case_tables import LetterRow, PlanRow
from zvk_tui.store.tables import CaseRow, PersonRow

SOON: Final = timedelta(days=14)
"""A discussion within so many days is soon."""

Condition = ColumnElement[bool]

_ID: Final = col(CaseRow.id)
_DATES: Final = {
    CaseSort.DISCUSSED: col(CaseRow.last_discussed),
    CaseSort.NEXT: col(CaseRow.next_discussion),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a list that one key orders."""

    key: Any
    """The column of the key."""
    unique: bool = False
    """Whether no two cases have the same key."""
    conditions: tuple[Condition, ...] = ()


class Listing:
    """A list of cases that is narrowed and sorted: a query without order, and the parts that order it."""

    def __init__(self, session: Session, query: Select[Any], parts: Iterable[Part], *, descending: bool) -> None:
        self._session = session
        self._query = query
        self._parts = tuple(parts)
        self._descending = descending
        self._head: list[Place] = []

    def begins_with(self, head: list[Place]) -> "Listing":
        """Know the first places, which were read already."""
        self._head = head
        return self

    def after(self, place: Place | None, limit: int, skip: int = 0) -> list[Place]:
        """Return at most `limit` places from `place` on, that one included, or from the first; `skip` are passed by."""
        if place is None and skip + limit <= len(self._head):
            return self._head[skip : skip + limit]
        found: list[Place] = []
        for number in range(place.part if place else 0, len(self._parts)):
            query = self._within(number, place, forward=True)
            here = self._read(query, number, limit - len(found), skip, up=not self._descending)
            skip = 0 if here or not skip else skip - self._size(query)
            found += here
            if len(found) == limit:
                break
        return found

    def before(self, place: Place | None, limit: int) -> list[Place]:
        """Return the last `limit` places before `place`, or of the whole list, in order."""
        found: list[Place] = []
        for number in range(place.part if place else len(self._parts) - 1, -1, -1):
            query = self._within(number, place, forward=False)
            found += self._read(query, number, limit - len(found), 0, up=self._descending)
            if len(found) == limit:
                break
        return found[::-1]

    def count(self, most: int | None = None) -> int:
        """Return how many cases there are, counting no further than `most`."""
        return self._size(self._query.with_only_columns(_ID).limit(most))

    def only(self, case_id: int) -> "Listing":
        """Return the list of this one case, in which it has the same place."""
        return Listing(self._session, self._query.where(_ID.in_((case_id,))), self._parts, descending=self._descending)

    def rank(self, place: Place) -> int:
        """Return how many cases come before a place."""
        return sum(self._size(self._within(number, place, forward=False)) for number in range(place.part + 1))

    def _within(self, number: int, place: Place | None, *, forward: bool) -> Select[Any]:
        """Return the query for one part, from a place on or up to it when the place is in this part."""
        part = self._parts[number]
        query = self._query.with_only_columns(part.key, _ID).where(*part.conditions)
        if place is None or place.part != number:
            return query
        key, up = part.key, forward != self._descending
        edge = key >= place.key if up else key <= place.key
        if part.unique:
            return query.where(edge if forward else and_(edge, key != place.key))
        beyond = key > place.key if up else key < place.key
        tied = (place.id <= _ID if up else place.id >= _ID) if forward else (place.id < _ID if up else place.id > _ID)
        return query.where(edge, or_(beyond, tied))

    def _read(self, query: Select[Any], number: int, limit: int, skip: int, *, up: bool) -> list[Place]:
        part = self._parts[number]
        keys = (part.key,) if part.unique else (part.key, _ID)
        rows = query.order_by(*(key if up else key.desc() for key in keys)).limit(limit).offset(skip or None)
        return [Place(number, *row) for row in self._session.execute(rows)]

    def _size(self, query: Select[Any]) -> int:
        return int(self._session.execute(select(func.count()).select_from(query.subquery())).scalar_one())


def listing(session: Session, wanted: CaseFilter, order: CaseOrder, today: date, opened: Condition) -> Listing:
    """Return the list of what is wanted, of the cases that are `opened` to who asks.

    A search with more hits than anybody reads gives the newest first, straight from the index of the words.
    """
    conditions = (col(CaseRow.shielded).is_(False), col(CaseRow.erased).is_(False), opened, *_due(wanted, today))
    if search.words_of(wanted.words):
        facets = tuple(_facets(wanted))
        hits = search.hits(wanted.words, facets).where(*conditions)
        broad = Listing(session, hits, (Part(search.ROWID, unique=True),), descending=True)
        found = broad.after(None, NARROW + 1)
        if len(found) > NARROW:
            return broad.begins_with(found)
        conditions = (_ID.in_([place.id for place in found]),)
    else:
        conditions = (*conditions, *_narrowed(wanted))
    query = select(_ID).where(*conditions)
    if order.sort is CaseSort.NAME:
        query = query.join(PersonRow, col(CaseRow.person_id) == col(PersonRow.id) + 0)  # from the names to the cases
    return Listing(session, query, _parts(order, wanted), descending=order.descending)


def _parts(order: CaseOrder, wanted: CaseFilter) -> Iterator[Part]:
    match order.sort:
        case CaseSort.NUMBER:
            yield Part(col(CaseRow.ref), unique=True)
        case CaseSort.NAME:
            yield Part(col(PersonRow.name_key))
        case CaseSort.REGISTERED:
            yield Part(col(CaseRow.registered_on))
        case CaseSort.PHASE:
            phases = [wanted.phase] if wanted.phase else list(Phase)
            for phase in reversed(phases) if order.descending else phases:
                yield Part(col(CaseRow.ref), unique=True, conditions=(col(CaseRow.phase) == phase,))
        case _:
            key = _DATES[order.sort]
            yield Part(key, conditions=(key.is_not(None),))
            yield Part(_ID, unique=True, conditions=(key.is_(None),))


def _narrowed(wanted: CaseFilter) -> Iterator[Condition]:
    """Give what narrows a list without words; tested, not looked up: the list goes along the index it is sorted by."""
    chosen = (
        (col(CaseRow.approach), wanted.approach),
        (col(CaseRow.track), wanted.track),
        (col(CaseRow.phase), wanted.phase),
        (col(CaseRow.label), wanted.label),
    )
    yield from (column.concat("") == value for column, value in chosen if value is not None)
    if wanted.phase is None and not wanted.closed:
        yield col(CaseRow.phase) != Phase.CLOSED
    if wanted.director_id is not None:
        yield func.coalesce(col(CaseRow.director_id), 0) == wanted.director_id


def _facets(wanted: CaseFilter) -> Iterator[str]:
    """Give the same as signs in the index of the words."""
    chosen = {
        "approach": wanted.approach,
        "track": wanted.track,
        "phase": wanted.phase,
        "label": wanted.label,
        "director": wanted.director_id,
    }
    yield from (search.facet(name, value) for name, value in chosen.items() if value is not None)
    if wanted.phase is None and not wanted.closed:
        yield search.facet(search.LIVE)


def _due(wanted: CaseFilter, today: date) -> Iterator[Condition]:
    """Give the condition that something of the case waits for somebody; in a closed case nothing does."""
    live, next_on = col(CaseRow.phase) != Phase.CLOSED, col(CaseRow.next_discussion)
    match wanted.due:
        case Due.DISCUSSION_LATE:
            yield _ID.in_(select(_ID).where(live, next_on < today))
        case Due.DISCUSSION_SOON:
            yield _ID.in_(select(_ID).where(live, next_on >= today, next_on <= today + SOON))
        case Due.LETTER:
            state, again = col(LetterRow.state), col(LetterRow.recheck_on)
            waits = or_(state == LetterState.DUE, and_(state == LetterState.DEFERRED, again <= today))
            yield and_(live, _ID.in_(select(col(LetterRow.case_id)).where(waits)))
        case Due.REVIEW:
            newer = aliased(PlanRow)
            after = and_(col(newer.case_id) == col(PlanRow.case_id), col(newer.version) > col(PlanRow.version))
            later = select(col(newer.id)).where(after)
            due = select(col(PlanRow.case_id)).where(col(PlanRow.review_on) <= today, ~later.exists())
            yield and_(live, _ID.in_(due))
        case None:
            pass
