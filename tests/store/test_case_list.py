"""The list of cases: every page of it is a page of the plain sort of all cases, whatever narrows and sorts it."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, event, true
from sqlcipher3 import dbapi2
from sqlmodel import Session, SQLModel

from zvk_tui.domain import case_list as words
from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_list import CaseFilter, CaseOrder, CaseSort, Due, Place, filter_of
from zvk_tui.domain.case_terms import CaseLabel, LetterState
from zvk_tui.errors import Refused
from zvk_tui.store import search
from zvk_tui.store.case_tables import LetterRow, PlanRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading import case_pages
from zvk_tui.store.reading.case_list import CaseList
from zvk_tui.store.tables import CaseRow, PartnerRow, PersonRow, ProfessionalRow

if TYPE_CHECKING:
    from tests.store.conftest import At

TODAY = date(2026, 11, 23)
ORDERS = tuple(CaseOrder(sort, descending) for sort in CaseSort for descending in (False, True))
PHASES = tuple(Phase)
days = st.one_of(st.none(), st.integers(-3, 16).map(lambda n: TODAY + timedelta(days=n)))
"""Few days, so that many cases have the same."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A case as it was drawn."""

    name: str
    approach: Approach
    track: Track
    phase: Phase
    director: int | None
    label: str
    registered: date
    discussed: date | None
    planned: date | None
    letter: LetterState | None
    review: date | None
    shielded: bool
    goal: str
    id: int = 0

    @property
    def ref(self) -> str:
        """The number, in no order of entering."""
        return f"D26-{(self.id * 7) % 101:04}"


drawn = st.builds(
    Drawn,
    name=st.sampled_from(["", "bedacht jan", "bedacht piet", "verzonnen"]),
    approach=st.sampled_from([Approach.PAD, Approach.PAD, Approach.ALL_AGES, Approach.RADICALISATION]),
    track=st.sampled_from([Track.REGULAR, Track.RIVAL_YOUTH]),
    phase=st.sampled_from(PHASES),
    director=st.sampled_from([None, 1, 2]),
    label=st.sampled_from(["", CaseLabel.STRAATKRACHT]),
    registered=st.integers(0, 3).map(lambda n: TODAY - timedelta(days=n)),
    discussed=days,
    planned=days,
    letter=st.one_of(st.none(), st.sampled_from(LetterState)),
    review=days,
    shielded=st.sampled_from([False, False, False, True]),
    goal=st.sampled_from(["rust in huis", "werk", "rust op straat"]),
)
filters = st.builds(
    CaseFilter,
    words=st.sampled_from(["", "", "r", "ru str", "jan"]),
    approach=st.sampled_from([None, None, *Approach]),
    track=st.sampled_from([None, None, Track.RIVAL_YOUTH]),
    phase=st.sampled_from([None, None, None, *PHASES]),
    closed=st.booleans(),
    director_id=st.sampled_from([None, None, 1]),
    due=st.sampled_from([None, None, None, *Due]),
    label=st.sampled_from([None, None, CaseLabel.STRAATKRACHT]),
)


@contextmanager
def vault_of(cases: list[Drawn]) -> Iterator[CaseList]:
    """Give the list over these cases, numbered from 1."""
    engine = create_engine("sqlite://", module=dbapi2)
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        search.create(session.connection())
        session.add(
            PartnerRow(id=1, name="Gemeente", short="G", kind="municipality", chain="care", status="controller")
        )
        session.flush()
        session.add_all(ProfessionalRow(id=number, partner_id=1, name=f"R. Gisseur {number}") for number in (1, 2))
        session.add_all(PersonRow(id=one.id, surname=one.name, name_key=one.name) for one in cases)
        session.flush()
        session.add_all(row_of(one) for one in cases)
        session.flush()
        session.add_all(
            LetterRow(case_id=one.id, state=one.letter, due_on=TODAY, recheck_on=one.review)
            for one in cases
            if one.letter
        )
        session.add_all(plan_of(one, 1, TODAY - timedelta(days=50)) for one in cases)
        session.add_all(plan_of(one, 2, one.review) for one in cases)
        session.flush()
        search.rebuild(session)
        session.commit()
    yield CaseList(Desk(engine, "Voorzitter", lambda: datetime(2026, 11, 23, 12).astimezone(), "slot"))
    engine.dispose()


def row_of(one: Drawn) -> CaseRow:
    """Return the row of a case."""
    return CaseRow(
        id=one.id,
        ref=one.ref,
        approach=one.approach,
        track=one.track,
        phase=one.phase,
        person_id=one.id,
        registered_on=one.registered,
        goal=one.goal,
        director_id=one.director,
        label=one.label,
        last_discussed=one.discussed,
        next_discussion=one.planned,
        shielded=one.shielded,
    )


def plan_of(one: Drawn, version: int, review: date | None) -> PlanRow:
    """Return a version of the plan of a case."""
    return PlanRow(case_id=one.id, version=version, on=TODAY, goal="", review_on=review, by="Voorzitter")


def fits(one: Drawn, wanted: CaseFilter) -> bool:
    """Return whether a case is in the list, told as plainly as can be."""
    live = one.phase is not Phase.CLOSED
    said = search.words_of(f"{one.name} {one.goal} {one.ref}")
    return (
        not one.shielded
        and one.approach is not Approach.RADICALISATION
        and all(any(word.startswith(typed) for word in said) for typed in search.words_of(wanted.words))
        and wanted.approach in {None, one.approach}
        and wanted.track in {None, one.track}
        and (one.phase is wanted.phase if wanted.phase else live or wanted.closed)
        and wanted.director_id in {None, one.director}
        and wanted.label in {None, one.label or "-"}
        and (wanted.due is None or (live and waits(one, wanted.due)))
    )


def waits(one: Drawn, due: Due) -> bool:
    """Return whether something of a live case waits for somebody."""
    planned, review = one.planned, one.review
    match due:
        case Due.DISCUSSION_LATE:
            return planned is not None and planned < TODAY
        case Due.DISCUSSION_SOON:
            return planned is not None and TODAY <= planned <= TODAY + timedelta(days=14)
        case Due.LETTER:
            again = one.letter is LetterState.DEFERRED and review is not None and review <= TODAY
            return one.letter is LetterState.DUE or again
        case Due.REVIEW:
            return review is not None and review <= TODAY


def in_order(cases: list[Drawn], order: CaseOrder) -> list[Drawn]:
    """Return cases sorted by Python; those without a date last, whichever way the list goes."""

    def key(one: Drawn) -> Any:
        match order.sort:
            case CaseSort.NUMBER:
                return one.ref
            case CaseSort.NAME:
                return (one.name, one.id)
            case CaseSort.REGISTERED:
                return (one.registered, one.id)
            case CaseSort.DISCUSSED:
                return (one.discussed or TODAY, one.id)
            case CaseSort.NEXT:
                return (one.planned or TODAY, one.id)
            case CaseSort.PHASE:
                return (PHASES.index(one.phase), one.ref)

    day_of = {CaseSort.DISCUSSED: lambda one: one.discussed, CaseSort.NEXT: lambda one: one.planned}.get(order.sort)
    dated = sorted((one for one in cases if day_of is None or day_of(one)), key=key, reverse=order.descending)
    undated = [one for one in cases if day_of is not None and day_of(one) is None]
    return dated + sorted(undated, key=lambda one: one.id, reverse=order.descending)


def pages(vault: CaseList, wanted: CaseFilter, order: CaseOrder, size: int) -> list[tuple[int, Place]]:
    """Return the whole list, read page by page: each begins at the last case of the one before."""
    found = list(vault.page(wanted, order, size))
    while more := vault.page(wanted, order, size + 1, at=found[-1].place)[1:] if found else ():
        found.extend(more)
    return [(one.case_file.id, one.place) for one in found]


def pages_back(vault: CaseList, wanted: CaseFilter, order: CaseOrder, size: int) -> list[int]:
    """Return the whole list, read page by page from its end."""
    found = list(vault.page_before(wanted, order, size))
    while more := vault.page_before(wanted, order, size, found[0].place) if found else ():
        found[:0] = more
    return [one.case_file.id for one in found]


@settings(max_examples=60)
@given(st.lists(drawn, max_size=14), filters, st.sampled_from(ORDERS), st.integers(1, 5))
def test_the_pages_are_the_plain_sort(found: list[Drawn], wanted: CaseFilter, order: CaseOrder, size: int) -> None:
    """Forward and back, in pages of any size, the list is the sort of all cases that fit; places and counts too."""
    numbered = [replace(one, id=number) for number, one in enumerate(found, 1)]
    expected = [one.id for one in in_order([one for one in numbered if fits(one, wanted)], order)]
    with vault_of(numbered) as vault:
        listed = pages(vault, wanted, order, size)
        assert [number for number, _place in listed] == expected
        assert pages_back(vault, wanted, order, size) == expected
        assert vault.count(wanted) == len(expected)
        for rank, (number, place) in enumerate(listed):
            assert vault.place_of(wanted, order, number) == place
            assert vault.rank(wanted, order, place) == rank
            assert [one.case_file.id for one in vault.page(wanted, order, 1, skip=rank)] == [number]


@given(filters)
def test_a_kept_filter_is_the_same_filter(wanted: CaseFilter) -> None:
    """What is kept of a filter gives it back, but for the words: they may be somebody's name."""
    assert filter_of(wanted.plain()) == replace(wanted, words="")


def test_a_filter_of_a_later_version_is_read_as_far_as_it_is_known() -> None:
    """A kept filter that holds what nobody knows narrows by the rest."""
    assert filter_of({"approach": "pad", "due": "moon", "director_id": "x"}) == CaseFilter(approach=Approach.PAD)


def many(count: int) -> list[Drawn]:
    """Return live cases that are alike."""
    one = Drawn(
        "",
        Approach.PAD,
        Track.REGULAR,
        Phase.APPROACH,
        None,
        "",
        TODAY,
        None,
        None,
        None,
        None,
        shielded=False,
        goal="werk",
    )
    return [replace(one, id=number) for number in range(1, count + 1)]


def test_a_broad_search_gives_the_newest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more hits than anybody reads the newest come first, whatever the list is sorted by; its places hold."""
    monkeypatch.setattr(case_pages, "NARROW", 5)
    order = CaseOrder(CaseSort.NAME, descending=False)
    with vault_of(many(12)) as vault:
        listed = pages(vault, CaseFilter(words="werk"), order, 4)
        assert [number for number, _place in listed] == list(range(12, 0, -1))
        assert pages_back(vault, CaseFilter(words="werk"), order, 4) == list(range(12, 0, -1))
        assert vault.rank(CaseFilter(words="werk"), order, listed[7][1]) == 7
        assert vault.place_of(CaseFilter(words="werk"), order, 3) == listed[9][1]


def test_a_broad_search_is_counted_so_far_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the count of a search that finds nearly everything."""
    monkeypatch.setattr("zvk_tui.store.reading.case_list.COUNTED", 7)
    with vault_of(many(12)) as vault:
        assert vault.count(CaseFilter(words="werk")) == 7
        assert vault.count(CaseFilter()) == 12


@pytest.mark.parametrize("order", ORDERS, ids=[f"{order.sort}-{order.descending}" for order in ORDERS])
def test_a_page_goes_along_an_index(order: CaseOrder) -> None:
    """A page is found along the index of its sort, and nothing but the cases of the page is read or sorted."""
    wanted = CaseFilter(approach=Approach.PAD, director_id=1, label=CaseLabel.STRAATKRACHT)
    with vault_of(many(3)) as vault, engine_of(vault).connect() as connection:
        asked: list[tuple[str, Any]] = []
        event.listen(connection.engine, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
        listing = case_pages.listing(Session(connection), wanted, order, TODAY, true())
        listing.after(None, 20)
        for statement, values in tuple(asked):
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
            assert any("USING COVERING INDEX ix_case_file_by_" in step for step in plan), (statement, plan)
            assert not any(step == "USE TEMP B-TREE FOR ORDER BY" for step in plan), plan


def engine_of(vault: CaseList) -> Engine:
    """Return the engine under the list."""
    return vault._desk.engine()


def test_a_filter_is_kept_replaced_and_dropped(at: "At") -> None:
    """A filter has a name of its own: kept again under that name it is replaced; undo brings back what was dropped."""
    vault = at("register").vault
    vault.looking.save_filter(" Mijn PAD ", CaseFilter(words="jansen", approach=Approach.PAD))
    vault.looking.save_filter("Mijn PAD", CaseFilter(due=Due.LETTER))
    (kept,) = vault.case_list.saved()
    assert (kept.name, kept.filter) == ("Mijn PAD", CaseFilter(due=Due.LETTER))
    vault.looking.drop_filter(kept.id)
    assert vault.case_list.saved() == ()
    vault.undo()
    assert [one.name for one in vault.case_list.saved()] == ["Mijn PAD"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_a_filter_has_a_short_name(at: "At", name: str) -> None:
    """Without a name, or with a novel for one, nothing is kept."""
    vault = at("register").vault
    with pytest.raises(Refused):
        vault.looking.save_filter(name, CaseFilter())
    assert vault.case_list.saved() == ()


def test_the_words_of_a_search_are_in_no_filter() -> None:
    """Somebody's name does not stay behind in a kept filter."""
    assert "jansen" not in str(CaseFilter(words="jansen").plain())
    assert set(itertools.chain(CaseFilter().plain())) == {field for field in CaseFilter.__slots__ if field != "words"}
    assert words.NARROW < words.COUNTED
