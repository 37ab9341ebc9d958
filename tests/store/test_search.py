"""The search: every beginning of a word finds its case, whatever is typed; what is erased is gone from the index."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlcipher3 import dbapi2
from sqlmodel import Session, SQLModel, select

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_list import CaseFilter, CaseOrder
from zvk_tui.domain.case_terms import CircleRelation, EventKind
from zvk_tui.domain.intake import CircleMember
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.record import StatementKind
from zvk_tui.store import search
from zvk_tui.store.tables import CaseRow, ContributionRow, PartnerRow, PersonRow

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

DAY = date(2026, 11, 23)
NASTY = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            ["AND", "OR", "NOT", "NEAR(", '"', "'", "*", "^", ":", "(", ")", "{", "+", "-", "\\", "\0", "words:", "ë"]
        ),
        max_size=8,
    ).map(" ".join),
)
"""What nobody types, and what the language of the index is made of."""


@contextmanager
def index(*texts: str) -> Iterator[Session]:
    """Give a session on an index of cases that each say one text, numbered from 1."""
    engine = create_engine("sqlite://", module=dbapi2)
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        search.create(session.connection())
        session.add(
            PartnerRow(id=1, name="Politie", short="Politie", kind="police", chain="justice", status="participant")
        )
        for number, text in enumerate(texts, 1):
            session.add(PersonRow(id=number, surname="Proef"))
            session.flush()
            session.add(case_row(number))
            session.flush()
            session.add(ContributionRow(case_id=number, partner_id=1, on=DAY, kind="fact", text=text))
        session.flush()
        search.rebuild(session)
        yield session
    engine.dispose()


def case_row(number: int) -> CaseRow:
    """Return a live case."""
    return CaseRow(
        id=number,
        ref=f"D26-{number:04}",
        approach=Approach.PAD,
        track=Track.REGULAR,
        phase=Phase.APPROACH,
        person_id=number,
        registered_on=DAY,
    )


def expected(words: str, text: str) -> bool:
    """Return whether every word begins a word of what a case says."""
    said = search.words_of(f"{text} Proef D26 0001 1")
    return all(any(one.startswith(word) for one in said) for word in search.words_of(words)[: search.MOST_WORDS])


@given(NASTY, NASTY)
def test_whatever_is_typed_is_only_words(words: str, text: str) -> None:
    """Signs of the index's own language, quotes and NUL never reach it: the answer is that of plain words, no error."""
    with index(text) as session:
        assert search.find(session, words) == ((1,) if expected(words, text) else ())


@given(st.text(min_size=1, max_size=60), st.integers(1, 12))
def test_every_beginning_of_a_word_finds_it(text: str, letters: int) -> None:
    """Each word of a statement finds its case by its first letters."""
    with index(text, "iets anders") as session:
        for word in search.words_of(text):
            assert 1 in search.find(session, word[:letters])


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Frénk Ümlaut", "frenk uml"),
        ("Jan Østergård", "oster"),
        ("Łukasz", "LUK"),
        ("jeugd- en gezinscoach", "gezins jeugd"),
        ("café", "CAFE\u0301"),
        ("ĳsvogel", "ijs"),
    ],
)
def test_capitals_and_diacritics_make_no_difference(text: str, typed: str) -> None:
    """A name is found without its accents, and in any order of its words."""
    with index("niets", text) as session:
        assert search.find(session, typed) == (2,)


@pytest.mark.parametrize("typed", ["D26-0042", "d26-0042", "0042", "42", "D26 42"])
def test_a_number_is_found_without_its_noughts(typed: str) -> None:
    """A case is found by its number, whole or as people say it."""
    with index(*["tekst"] * 42) as session:
        assert search.find(session, typed)[0] == 42


def test_the_newest_comes_first() -> None:
    """Of many hits the last that was entered comes first, and no more are read than asked for."""
    with index(*["brug"] * 30) as session:
        assert search.find(session, "b", limit=3) == (30, 29, 28)


def test_a_common_letter_is_not_sorted() -> None:
    """The index gives its hits newest first and nothing is sorted: a letter costs what a rare word does."""
    with index("brug") as session:
        query = search.hits("b", [search.facet(search.LIVE)]).order_by(search.ROWID.desc()).limit(20)
        compiled = str(query.compile(session.connection(), compile_kwargs={"literal_binds": True}))
        plan = [row[3] for row in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")]
        assert plan[0].startswith("SCAN case_search VIRTUAL TABLE")
        assert not any("TEMP B-TREE" in step for step in plan)


def test_facets_narrow() -> None:
    """A search is narrowed by approach, phase and what else a list knows, inside the index."""
    with index("brug", "brug") as session:
        row = session.get_one(CaseRow, 2)
        row.approach, row.phase = Approach.ALL_AGES, Phase.CLOSED
        session.flush()
        search.reindex(session, [2])
        assert search.find(session, "brug", facets=[search.facet("approach", Approach.PAD)]) == (1,)
        assert search.find(session, "brug", facets=[search.facet(search.LIVE)]) == (1,)
        assert search.find(session, "brug", facets=[search.facet("phase", Phase.CLOSED)]) == (2,)


def test_a_facet_cannot_be_typed() -> None:
    """The sign of a facet is no word: who types it searches for nothing."""
    with index("brug") as session:
        assert search.words_of(search.facet(search.LIVE)) == ("live",)
        assert search.find(session, search.facet(search.LIVE)) == ()


def test_what_is_shielded_or_erased_is_not_found() -> None:
    """A case leaves the index when it is shielded, and comes back when it is not."""
    with index("brug") as session:
        row = session.get_one(CaseRow, 1)
        for state in (True, False):
            row.shielded = state
            session.flush()
            search.reindex(session, [1])
            assert search.find(session, "brug") == (() if state else (1,))


def test_erased_words_are_gone_from_the_index() -> None:
    """Of an erased case no word is left in the file of the index, not even where it was deleted."""
    with index("zqxwoord", "iets anders") as session:
        session.commit()
        assert held(session, b"zqxwoord")
        session.get_one(CaseRow, 1).erased = True
        session.flush()
        search.reindex(session, [1])
        session.commit()
        assert not held(session, b"zqxwoord")
        assert search.find(session, "anders") == (2,)


def held(session: Session, word: bytes) -> bool:
    """Return whether a word stands anywhere in the index."""
    blocks = session.connection().exec_driver_sql("SELECT block FROM case_search_data")
    return any(word in block for (block,) in blocks)


def find(chamber: "Chamber", words: str) -> list[str]:
    """Return the numbers of the cases that a search gives in the list."""
    found = chamber.vault.case_list.page(CaseFilter(words=words, closed=True), CaseOrder(), 50)
    return [one.case_file.ref for one in found]


def test_the_index_follows_every_act(at: "At") -> None:
    """What is entered is found at once; what is undone is not; a name that changes is found by the new one."""
    chamber = at("running")
    item = chamber.item("D26-0001")
    chamber.entries.add_contribution(item, chamber.owner("GGZ"), StatementKind.FACT, "loopt bij de dagopvang", DAY)
    assert find(chamber, "dagopv") == ["D26-0001"]
    chamber.vault.undo()
    assert find(chamber, "dagopv") == []
    chamber.vault.keep.set_discussions(chamber.case("D26-0004").id, None, None)
    assert find(chamber, "verzonnen4") == ["D26-0004"]


def test_statements_actions_and_decisions_are_found(at: "At") -> None:
    """A case is found by what was said, decided and agreed about it."""
    chamber = at("running")
    for words in ("komt elke week", "omdat", "doorgaan", "afspraak maken", "langsgaan"):
        assert find(chamber, words) == ["D26-0001"], words


def test_nobody_is_found_by_their_circle(at: "At") -> None:
    """People around somebody lead to no case: they are found through the case alone (Wgs art. 2.29)."""
    chamber = at("register")
    number = chamber.case("D26-0001").id
    chamber.vault.intake.save_member(number, CircleMember(CircleRelation.PARENT, "Zqmoeder", "", "Bedacht"))
    assert find(chamber, "zqmoeder") == []


def test_the_list_finds_no_shielded_case(at: "At") -> None:
    """A case that is shielded by an event is in no search and no list; its whole number leads to it still."""
    chamber = at("register")
    case_file = chamber.case("D26-0002")
    for kind, reason in ((EventKind.REFUSED, "geen aanleiding"), (EventKind.SHIELDED, "op verzoek")):
        event = CaseEvent(kind, chamber.clock().date(), reason=reason, next_steps="terug naar verwijzer")
        chamber.vault.lives.add(case_file.id, event)
    assert find(chamber, "D26-0002") == []
    listed = chamber.vault.case_list.page(CaseFilter(closed=True), CaseOrder(), 50)
    assert case_file.id not in {one.case_file.id for one in listed}
    assert chamber.vault.dossiers.hidden("d26-0002 ") == case_file.id
    assert chamber.vault.dossiers.hidden("D26-0001") is None


def test_a_vault_of_before_is_searched_too(at: "At") -> None:
    """Making the index anew finds what the old one found."""
    chamber = at("running")
    before = [find(chamber, words) for words in ("proef", "week", "d26")]
    with chamber.vault.desk.keeping() as session:
        search.rebuild(session)
    assert [find(chamber, words) for words in ("proef", "week", "d26")] == before


def test_names_are_searched_as_they_are_written(at: "At") -> None:
    """A group is found by its name, a person by given name, prefix and surname."""
    chamber = at("register")
    with chamber.vault.desk.keeping() as session:
        person = session.exec(select(PersonRow)).first()
        assert person is not None
        person.group_name, person.surname = "Familie Bedacht-Jansen", ""
        session.add(person)
        session.flush()
        search.rebuild(session)
    assert find(chamber, "jansen fam") == ["D26-0001"]
    assert set(find(chamber, "proef de verzonnen")) == {"D26-0002", "D26-0003", "D26-0004"}
