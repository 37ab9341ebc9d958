"""The search over case files: numbers, names, goals, statements, decisions and actions, found as somebody types.

One document stands for one case, under the row number of the case. It holds every word once, folded (no capitals, no
diacritics), and one sign for each thing that a list can be narrowed by. So a search on the letter "p" gives the newest
cases as quickly as a rare word does: the index is walked in the order of its row numbers and left when a page is full.

The index keeps no text, and a case that is shielded or erased is not in it. Who is in somebody's direct circle is not
in it either: nobody is found by their relatives (Wgs art. 2.29).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    column,
    func,
    literal,
    select,
    table,
    true,
    union_all,
)
from sqlmodel import Session, col

from zvk_tui.domain.case_file import Phase
from zvk_tui.domain.owners import folded
from zvk_tui.store.case_tables import PlanGoalRow, PlanRow
from zvk_tui.store.tables import ActionRow, CaseRow, ContributionRow, DecisionRow, PersonRow

MOST_WORDS: Final = 12
"""Words of a question that are looked at; the rest changes nothing."""

LONGEST: Final = 40
"""Signs of a word that are kept and compared."""

LIVE: Final = "live"
"""The facet of a case that is not closed."""

TABLES: Final = frozenset(
    model.__tablename__ for model in (CaseRow, PersonRow, ContributionRow, ActionRow, DecisionRow, PlanRow, PlanGoalRow)
)
"""The tables whose words are found."""

_SIGN: Final = "\ue000"
"""Begins a facet: nobody can type it, because it is neither a letter nor a digit."""

_CHUNK: Final = 400
_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(r"(?<![^\W_])0+(?=[1-9])")

_INDEX: Final = table("case_search", column("rowid"), column("case_search"), column("words"))
ROWID: Final[ColumnElement[int]] = _INDEX.c.rowid
"""The row number of a case in the index: the order in which cases were entered."""

_TABLE: Final = (
    "CREATE VIRTUAL TABLE case_search USING fts5("
    "words, content='', contentless_delete=1, detail=none, tokenize=\"ascii tokenchars '_'\", prefix='1 2 3 4 5 6 7 8')"
)


def create(connection: Connection) -> None:
    """Make the empty index."""
    connection.exec_driver_sql(_TABLE)


def rebuild(session: Session) -> None:
    """Make the whole index anew from the records."""
    session.connection().exec_driver_sql("INSERT INTO case_search(case_search) VALUES ('delete-all')")
    numbers = session.scalars(select(col(CaseRow.id)).order_by(col(CaseRow.id))).all()
    for some in chunks(numbers):
        _insert(session, some)


def reindex(session: Session, case_ids: Iterable[int]) -> None:
    """Bring the index up to date for these cases; what an erased case left in it is wiped."""
    numbers = tuple(dict.fromkeys(case_ids))
    for some in chunks(numbers):
        erased = _indexed_but_erased(session, some)
        session.execute(_INDEX.delete().where(_INDEX.c.rowid.in_(some)))
        _insert(session, some)
        if erased:
            wipe(session)


def wipe(session: Session) -> None:
    """Write the index anew without the words of what was taken out of it; at 100,000 cases this takes seconds."""
    session.connection().exec_driver_sql("INSERT INTO case_search(case_search) VALUES ('optimize')")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are kept and compared."""
    plain = text.lower() if text.isascii() else folded(text).translate(_LETTERS)
    return tuple(word[:LONGEST] for word in _WORD.findall(plain))


def facet(name: str, value: object = "") -> str:
    """Return the sign of one thing that a list can be narrowed by: `facet("approach", "pad")`."""
    return f"{_SIGN}{name}{_SIGN}{value}"


def matching(words: str, facets: Iterable[str] = ()) -> ColumnElement[bool]:
    """Return the condition that every word begins a word of the case, and that the case has all these facets.

    Nothing that was typed is read as an operator of the index: it is cut into words first, each between quotes.
    """
    asked = [f'"{word}"*' for word in words_of(words)[:MOST_WORDS]]
    asked += [f'"{sign}"' for sign in facets]
    return _INDEX.c.case_search.op("MATCH")(" AND ".join(asked)) if asked else true()


def hits(words: str, facets: Iterable[str] = ()) -> Select[Any]:
    """Return the query for the cases in which every word begins a word, and that have all these facets."""
    return select(ROWID).join(CaseRow, col(CaseRow.id) == ROWID).where(matching(words, facets))


def find(
    session: Session, words: str, *conditions: ColumnElement[bool], facets: Iterable[str] = (), limit: int = 50
) -> tuple[int, ...]:
    """Return the row numbers of at most `limit` cases in which every word begins a word, newest first."""
    query = hits(words, facets).where(*conditions).order_by(ROWID.desc())
    return tuple(session.scalars(query.limit(limit)))


def chunks(numbers: Sequence[int | None]) -> Iterator[list[int]]:
    """Yield row numbers, so many at a time as one query can take."""
    for start in range(0, len(numbers), _CHUNK):
        yield [number for number in numbers[start : start + _CHUNK] if number is not None]


def _insert(session: Session, case_ids: Sequence[int]) -> None:
    documents: dict[int, set[str]] = {}
    for row in session.execute(_facets(case_ids)):
        documents[row.id] = {*_facets_of(row), *words_of(_NUMBER.sub("", row.ref)), *words_of(row.ref)}
    for case_id, *texts in session.execute(_texts(tuple(documents))):
        documents[case_id].update(word for text in texts for word in words_of(text or ""))
    if documents:
        rows = [{"rowid": case_id, "words": " ".join(sorted(words))} for case_id, words in documents.items()]
        session.execute(_INDEX.insert(), rows)


def _facets(case_ids: Sequence[int]) -> Select[Any]:
    fields = ("id", "ref", "approach", "track", "phase", "label", "director_id")
    return select(*(getattr(CaseRow, field) for field in fields)).where(
        col(CaseRow.id).in_(case_ids), col(CaseRow.shielded).is_(False), col(CaseRow.erased).is_(False)
    )


def _facets_of(row: Any) -> Iterable[str]:
    yield facet("approach", row.approach)
    yield facet("track", row.track)
    yield facet("phase", row.phase)
    yield facet("label", row.label)
    yield facet("director", row.director_id or "")
    if row.phase != Phase.CLOSED:
        yield facet(LIVE)


def _texts(case_ids: Sequence[int]) -> CompoundSelect[Any]:
    """Return the query for all that is found of these cases: a row number and some texts a row."""
    nothing = literal("")
    names = select(
        col(CaseRow.id),
        col(PersonRow.given_names) + " " + col(PersonRow.prefix) + " " + col(PersonRow.surname),
        col(PersonRow.group_name) + " " + col(CaseRow.goal),
    ).join(PersonRow, col(PersonRow.id) == CaseRow.person_id)
    newest = select(func.max(col(PlanRow.id))).where(col(PlanRow.case_id).in_(case_ids)).group_by(col(PlanRow.case_id))
    return union_all(
        names.where(col(CaseRow.id).in_(case_ids)),
        *(
            select(col(owner), col(first), second).where(col(owner).in_(case_ids), *conditions)
            for owner, first, second, conditions in (
                (ContributionRow.case_id, ContributionRow.text, nothing, ()),
                (ActionRow.case_id, ActionRow.text, nothing, ()),
                (DecisionRow.case_id, DecisionRow.text, col(DecisionRow.motive), ()),
                (PlanRow.case_id, PlanRow.goal, nothing, (col(PlanRow.id).in_(newest),)),
                (PlanGoalRow.case_id, PlanGoalRow.text, nothing, (col(PlanGoalRow.plan_id).in_(newest),)),
            )
        ),
    )


def _indexed_but_erased(session: Session, case_ids: Sequence[int]) -> bool:
    query = select(_INDEX.c.rowid).join(CaseRow, col(CaseRow.id) == _INDEX.c.rowid)
    return session.scalars(query.where(_INDEX.c.rowid.in_(case_ids), col(CaseRow.erased)).limit(1)).first() is not None
