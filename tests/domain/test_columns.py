"""What the headings of a spreadsheet mean, and what is said when they are not clear."""

from enum import StrEnum

import pytest

from zvk_tui.domain.columns import LISTS, Column, ListKind, column_called, columns, exported
from zvk_tui.domain.map_file import MapFile, applied, map_of
from zvk_tui.domain.sheets import MapProblemKind, SheetRow, find_heading, propose
from zvk_tui.domain.terms import TERMS, known_terms, read_term


def row(line: int, *cells: str) -> SheetRow:
    """Return a line of a spreadsheet."""
    return SheetRow(line, cells)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Casusnummer", Column.REF),
        ("CASUS-NR.", Column.REF),
        ("dossier nummer", Column.REF),
        ("Geb.datum", Column.BORN_ON),
        ("datum geboorte", Column.BORN_ON),
        ("Date of birth", Column.BORN_ON),
        ("Datum aanmelding", Column.REGISTERED_ON),
        ("Aanmelddatum", Column.REGISTERED_ON),
        ("casuscoordinator", Column.COORDINATOR),
        ("Naam cliënt", Column.NAME),
        ("Reden van afsluiting", Column.CLOSING_REASON),
        ("closing_reason", Column.CLOSING_REASON),
        ("Schoenmaat", None),
        ("", None),
        ("?!", None),
    ],
)
def test_a_heading_is_known_in_many_spellings(heading: str, column: Column | None) -> None:
    """Dutch or English, capitals, accents, points and the order of words make no difference."""
    assert column_called(ListKind.CASES, heading) is column


@pytest.mark.parametrize("kind", ListKind)
def test_an_export_is_understood(kind: ListKind) -> None:
    """Every heading that an export writes means its own column, and nothing is missing or double."""
    found = propose(kind, [rule.heading for rule in exported(kind)])
    assert found.targets == tuple(rule.column for rule in exported(kind))
    assert found.problems() == ()


@pytest.mark.parametrize("kind", ListKind)
def test_no_heading_means_two_columns(kind: ListKind) -> None:
    """A list knows each heading for one column only."""
    for rule in LISTS[kind]:
        for heading in rule.headings:
            assert column_called(kind, heading) is rule.column, heading


@pytest.mark.parametrize("kind", TERMS)
def test_every_value_of_a_list_has_its_own_words(kind: type[StrEnum]) -> None:
    """Each value of a standard list can be written and read back, and no word means two values."""
    assert set(TERMS[kind]) == set(kind)
    assert [read_term(kind, word) for word in known_terms(kind)] == list(kind)
    for value, words in TERMS[kind].items():
        assert {read_term(kind, word) for word in words} == {value}, words
        assert read_term(kind, value.value) is value


def test_a_missing_column_is_named() -> None:
    """A list of cases without number, approach and day of registration says so, one sentence for each."""
    problems = propose(ListKind.CASES, ["Naam"]).problems()
    assert [(one.kind, one.column) for one in problems] == [
        (MapProblemKind.MISSING, Column.REF),
        (MapProblemKind.MISSING, Column.APPROACH),
        (MapProblemKind.MISSING, Column.REGISTERED_ON),
    ]


def test_a_list_of_cases_needs_a_name() -> None:
    """Cases of nobody are no cases: a name of a person or a group is asked for."""
    problems = propose(ListKind.CASES, ["Casusnummer", "Aanpak", "Aangemeld op"]).problems()
    assert [one.kind for one in problems] == [MapProblemKind.NO_NAME]


def test_two_headings_for_one_column_are_named() -> None:
    """Which of two columns with a date of birth is meant is for somebody to decide."""
    found = propose(ListKind.CASES, ["Nr", "Aanpak", "Aangemeld", "Naam", "Geboren", "Geb. datum"])
    (problem,) = found.problems()
    assert (problem.kind, problem.column) == (MapProblemKind.TWICE, Column.BORN_ON)
    assert problem.headings == ("Geboren", "Geb. datum")
    assert found.aimed(5, None).problems() == ()


def test_a_name_beside_given_names_is_the_surname() -> None:
    """`Naam` means the whole name, but not where `Voornaam` and `Tussenvoegsel` stand beside it."""
    found = propose(ListKind.CASES, ["Voornaam", "Tussenvoegsel", "Naam"])
    assert found.targets == (Column.GIVEN_NAMES, Column.PREFIX, Column.SURNAME)


def test_a_whole_name_and_a_surname_exclude_each_other() -> None:
    """Two columns that both give the surname are a problem, not a guess."""
    problems = propose(ListKind.CASES, ["Nr", "Aanpak", "Aangemeld", "Naam", "Achternaam"]).problems()
    assert [one.kind for one in problems] == [MapProblemKind.NAME_TWICE]


def test_headings_are_found_below_a_title() -> None:
    """A sheet may begin with a title and a date."""
    found = find_heading(
        ListKind.PARTNERS, [row(1, "Partners 2023"), row(4, "Afkorting", "Soort"), row(5, "GGZ", "ggz")]
    )
    assert found is not None
    assert (found.names, found.first_line, found.last_line) == (("Afkorting", "Soort"), 4, 4)


def test_headings_on_two_lines_are_read_together() -> None:
    """A heading that was merged over several columns goes with each heading below it."""
    found = find_heading(
        ListKind.CASES,
        [
            row(1, "Casus", "", "Betrokkene", "", "", "Aanmelding", "", "Casusregisseur"),
            row(2, "nummer", "aanpak", "voornaam", "tussenvoegsel", "achternaam", "datum", "reden", "naam"),
            row(3, "D26-0001", "PAD", "Jan", "de", "Verzonnen", "1-2-2026", "", "P. Proef"),
        ],
    )
    assert found is not None
    assert found.last_line == 2
    assert propose(ListKind.CASES, found.names).targets == (
        Column.REF,
        Column.APPROACH,
        Column.GIVEN_NAMES,
        Column.PREFIX,
        Column.SURNAME,
        Column.REGISTERED_ON,
        None,
        Column.DIRECTOR,
    )


def test_the_first_line_of_the_list_is_no_heading() -> None:
    """A line of the list below one line of headings is not taken for a second line of headings."""
    found = find_heading(ListKind.CASES, [row(1, "Nr", "Aanpak", "Naam"), row(2, "D26-0001", "", "Groep")])
    assert found is not None
    assert found.last_line == 1


def test_headings_that_mean_nothing_are_shown_all_the_same() -> None:
    """When no heading is known, the fullest line has them, so that somebody can say what they mean."""
    found = find_heading(ListKind.CASES, [row(1, "Lijst"), row(2, "aaa", "bbb", "ccc"), row(3, "1", "2", "")])
    assert found is not None
    assert found.names == ("aaa", "bbb", "ccc")
    assert find_heading(ListKind.CASES, []) is None


def test_a_map_aims_headings_and_gives_what_is_the_same_on_every_line() -> None:
    """A map names a column for a heading, leaves one out, and says what holds for the whole file."""
    wished = map_of({"blad": "B", "kolommen": {"xyz": "casusnummer", "Naam": ""}, "vast": {"Aanpak": "PAD"}})
    assert wished == MapFile("B", (("xyz", "casusnummer"), ("Naam", "")), (("Aanpak", "PAD"),))
    found, problems = applied(wished, propose(ListKind.CASES, ["XYZ", "Naam", "Groep", "Aangemeld"]))
    assert problems == ()
    assert found.targets == (Column.REF, None, Column.GROUP_NAME, Column.REGISTERED_ON)
    assert found.fixed == {Column.APPROACH: "PAD"}
    assert found.problems() == ()


def test_a_map_for_another_file_says_what_is_not_there() -> None:
    """A heading that the file lacks and a column that the list lacks are named."""
    wished = MapFile("", (("Weg", "casusnummer"), ("Naam", "schoenmaat")), (("maat", "x"),))
    _found, problems = applied(wished, propose(ListKind.CASES, ["Naam"]))
    assert [(one.kind, one.headings) for one in problems] == [
        (MapProblemKind.UNKNOWN_HEADING, ("Weg",)),
        (MapProblemKind.UNKNOWN_COLUMN, ("schoenmaat",)),
        (MapProblemKind.UNKNOWN_COLUMN, ("maat",)),
    ]


@pytest.mark.parametrize("plain", [{"x": 1}, {"kolommen": 3}, {"kolommen": {"a": 1}}, {"blad": 3}, {"vast": ["a"]}])
def test_what_is_no_map_is_none(plain: dict[str, object]) -> None:
    """A TOML file with something else in it is not half understood."""
    assert map_of(plain) is None


def test_every_list_says_what_it_needs() -> None:
    """Each list has required columns, and no column twice."""
    for kind in ListKind:
        assert any(rule.required for rule in LISTS[kind])
        assert len(set(columns(kind))) == len(columns(kind))
