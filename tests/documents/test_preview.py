"""The preview in the terminal: everything is there, nothing is wider than the screen."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.documents.minutes_document import minutes_document
from zvk_tui.documents.model import Bullets, Document, Heading, Table, letters, plain
from zvk_tui.documents.preview import cells, preview, wrapped
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.minutes import Minutes


@pytest.mark.parametrize("width", [40, 56, 76, 116])
def test_no_line_is_wider_than_the_screen(draft: Minutes, width: int) -> None:
    """From a narrow pane to a wide terminal."""
    shown = preview(minutes_document(draft, NameStyle.INITIALS), width)
    assert max(map(cells, shown)) <= width
    assert all(line == line.rstrip() and "\n" not in line for line in shown)


@pytest.mark.parametrize("width", [40, 76])
def test_every_word_of_the_document_is_shown(final: Minutes, width: int) -> None:
    """The preview leaves nothing out of the tables."""
    document = minutes_document(final, NameStyle.FULL)
    shown = "".join("".join(preview(document, width)).split())
    for block in document.blocks:
        if isinstance(block, Table):
            for word in (word for row in block.rows for cell in row for word in letters(cell).split() if len(word) < 8):
                assert word in shown


def test_a_table_has_columns_when_there_is_room(final: Minutes) -> None:
    """At 76 columns a table is a table, with its header and a line below it."""
    shown = preview(minutes_document(final, NameStyle.INITIALS))
    header = next(n for n, line in enumerate(shown) if line.startswith("Bron "))
    assert shown[header].split() == ["Bron", "Datum", "Soort", "Inbreng"]
    assert set(shown[header + 1]) == {"─", " "}
    assert shown[header + 2].startswith("Politie ")
    assert shown[header + 3].split()[0] == "Piet"


def test_a_word_stays_whole_where_there_is_room(final: Minutes) -> None:
    """A column takes from its neighbours what its longest word needs."""
    shown = preview(minutes_document(final, NameStyle.INITIALS))
    assert any("reclasseringswerker" in line for line in shown)
    assert any("leerplichtambtenaar" in line for line in shown)


def test_a_table_becomes_lists_when_there_is_not(final: Minutes) -> None:
    """In a narrow pane every cell stands beside the name of its column."""
    shown = preview(minutes_document(final, NameStyle.INITIALS), 40)
    assert any(line.startswith("Bron ") and line.endswith("Politie") for line in shown)


def test_it_begins_and_ends_as_the_file_does(draft: Minutes) -> None:
    """First the mark and the title, last the duty of secrecy."""
    shown = preview(minutes_document(draft, NameStyle.INITIALS))
    assert shown[:2] == ("CONCEPT", "VERSLAG KERNTEAM PAD, NUMMER 14")
    assert shown[-1] == "Vertrouwelijk: geheimhouding volgens artikel 1.11 Wgs"


@given(st.text(), st.integers(4, 40))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    """Every letter is there, on lines that fit; a wide letter takes two cells."""
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


def test_bullets_and_small_headings(of_blocks: Callable[..., Document]) -> None:
    """A list has its bullets, and a heading within a part no line below it."""
    shown = preview(of_blocks(Heading(plain("Beeld"), 2), Bullets((plain("een twee"), plain("drie")))), 8)
    assert [line for line in shown if line][1:-2] == ["Beeld", "• een", "  twee", "• drie"]
