"""Lists in spreadsheets: read whatever program wrote them, within limits, and written so that nothing runs."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from zvk_tui.documents import spreadsheet_limits
from zvk_tui.documents.cell_text import neutral, restored
from zvk_tui.documents.csv_file import csv_content, csv_rows
from zvk_tui.documents.list_file import find_list, read_map
from zvk_tui.documents.spreadsheets import list_content, opened
from zvk_tui.documents.xlsx_file import opened_xlsx, xlsx_content
from zvk_tui.domain.columns import Column, ListKind
from zvk_tui.domain.sheets import SheetRow
from zvk_tui.errors import Refused, Usage, ZvkError

Save = Callable[..., Path]

NASTY = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=("Cs", "Cn", "Co")),
        st.sampled_from("=+-@'\t\r\n;,\"|\\_x0041_＝＠ \u00a0\u202e\u0085\u2028"),
    ),
    max_size=12,
)
"""Texts that a spreadsheet could take for something else."""


@pytest.fixture
def saved(tmp_path: Path) -> Save:
    """Return what saves a file."""

    def save(content: bytes | str, name: str = "lijst.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return save


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[[Workbook], Path]:
    """Return what saves a workbook as another program makes it."""

    def save(book: Workbook) -> Path:
        path = tmp_path / "lijst.xlsx"
        book.save(path)
        return path

    return save


def lines(path: Path, name: str | None = None) -> list[SheetRow]:
    """Return the lines of the first or the named sheet."""
    with opened(path) as book:
        return list(book.rows(book.sheets[0] if name is None else name))


def cells(path: Path) -> list[tuple[str, ...]]:
    """Return the cells of all lines."""
    return [row.cells for row in lines(path)]


def refusal(path: Path) -> str:
    """Return why a file is not read, in the words of the code."""
    with pytest.raises(ZvkError) as caught:
        lines(path)
    return caught.value.message.format(**caught.value.values)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_is_read_however_it_was_saved(saved: Save, encoding: str, delimiter: str, end: str) -> None:
    """Encoding, separator and line ends are found out."""
    text = end.join(delimiter.join(row) for row in (("Naam", "Doel"), ("Zoë Çelik", "café"), ("Ünal", "rust")))
    assert cells(saved(text, encoding=encoding)) == [("Naam", "Doel"), ("Zoë Çelik", "café"), ("Ünal", "rust")]


def test_windows_text_beyond_the_first_megabyte_is_found(saved: Save) -> None:
    """One letter that is no UTF-8, far down, makes the whole file Windows-1252."""
    content = b"Naam;Doel\n" + b"aaaa;bbbb\n" * 150_000 + "Zoë;€\n".encode("cp1252")
    with opened(saved(content)) as book:
        assert next(iter(book.rows(""))).cells == ("Naam", "Doel")
    with io.BytesIO(content) as file:
        assert [row.cells for row in csv_rows(file)][-1] == ("Zoë", "€")


def test_windows_signs_come_in_as_they_were_saved(saved: Save) -> None:
    """Euro, dash and accents of a file that Excel saved are the same signs here; none is replaced."""
    assert cells(saved("Naam;Doel\nRené;€ 40 – per één\n".encode("cp1252")))[1] == ("René", "€ 40 – per één")


def test_a_byte_that_is_no_text_is_named_by_its_line(saved: Save) -> None:
    """A file that is neither UTF-8 nor Windows-1252 says on which line it stops being text.

    Nothing is put in the place of the byte: it may be a letter of a name.
    """
    assert "Line 3 " in refusal(saved(b"a;b\n1;2\n\x81\xff;x\n"))


def test_a_file_of_bytes_is_no_list(saved: Save) -> None:
    """A file with zero bytes here and there is not text."""
    assert "Line 2 " in refusal(saved(b"a;b\n1;\x002\n"))


def test_lines_have_the_numbers_of_the_file(saved: Save) -> None:
    """Cells of several lines and empty lines count, so that a line can be found again."""
    path = saved('Naam;Doel\n"een";"twee\ndrie\nvier"\n\n\nvijf;zes\n')
    assert [(row.line, row.cells) for row in lines(path)] == [
        (1, ("Naam", "Doel")),
        (2, ("een", "twee\ndrie\nvier")),
        (7, ("vijf", "zes")),
    ]


def test_what_excel_is_told_about_the_separator_is_no_line(saved: Save) -> None:
    """`sep=` is understood and counted, but is no line of the list."""
    path = saved("sep=|\r\nNaam|Doel\r\na;b|c,d\r\n")
    assert [(row.line, row.cells) for row in lines(path)] == [(2, ("Naam", "Doel")), (3, ("a;b", "c,d"))]


def test_a_comma_in_a_text_separates_nothing(saved: Save) -> None:
    """Names with commas in a list with semicolons stay whole."""
    assert cells(saved("Naam;Nr\nVries, J. de;1\nBerg, van den, P.;2\n"))[1:] == [
        ("Vries, J. de", "1"),
        ("Berg, van den, P.", "2"),
    ]


def test_a_quote_that_stays_open_is_named_by_its_line(saved: Save) -> None:
    """A quote without end would swallow the rest of the file; it is refused with the line it begins on."""
    assert "line 3 " in refusal(saved('Naam;Doel\na;b\nc;"d\ne;f\n'))


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"%PDF-1.7 ...", "verslag.pdf", "no spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "oud.xls", "password"),
        (b"PK\x03\x04" + b"x" * 100, "stuk.xlsx", "damaged"),
    ],
)
def test_another_kind_of_file_is_named(saved: Save, content: bytes, name: str, words: str) -> None:
    """A PDF, an old or locked Excel file and a damaged one each say what to do."""
    sentence = refusal(saved(content, name))
    assert words in sentence
    assert name in sentence


def test_a_zip_that_is_no_spreadsheet_is_refused(saved: Save) -> None:
    """An archive with something else in it is called damaged, without an error of a library."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "damaged" in refusal(saved(content.getvalue(), "lijst.ods"))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    """A wrong name, and a folder, are a mistake of the question."""
    for path in (tmp_path / "weg.csv", tmp_path):
        with pytest.raises(Usage):
            lines(path)


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """The size is looked at first: nothing of a large file is loaded."""
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    sentence = refusal(path)
    assert "200 MB" in sentence
    assert "50 MB" in sentence


def test_a_zip_bomb_is_refused_before_it_is_unpacked(saved: Save) -> None:
    """A small file that says it unpacks to more than the limit is refused by its list of contents."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _piece in range(spreadsheet_limits.MOST_UNPACKED // 10_000_000 + 1):
            part.write(bytes(10_000_000))
    path = saved(content.getvalue(), "bom.xlsx")
    assert path.stat().st_size < 1_000_000
    assert "300 MB" in refusal(path)


def test_too_many_lines_and_columns_are_refused(saved: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list within the size of a file still has at most so many lines and columns."""
    monkeypatch.setattr("zvk_tui.documents.spreadsheets.MOST_ROWS", 5)
    assert "5 lines" in refusal(saved("a;b\n" * 6))
    assert "Line 2 " in refusal(saved("a;b\n" + "x;" * 250 + "x\n"))
    assert len(cells(saved("a;b\n\n\n\n\n\n\n" * 5))) == 5


def test_a_gap_in_a_sheet_does_not_hold_the_app(sheet: Callable[[Workbook], Path]) -> None:
    """A forgotten cell at the very bottom of a sheet costs no more than its empty lines."""
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "Naam"
    book.active["B40000"] = "vergeten"
    assert [row.line for row in lines(sheet(book))] == [1, 40_000]


def test_excel_gives_dates_numbers_and_yes_as_text(sheet: Callable[[Workbook], Path]) -> None:
    """Real dates come in ISO form, whole numbers without a point, and yes and no in words."""
    book = Workbook()
    assert book.active is not None
    book.active.append([date(2026, 3, 2), datetime(2026, 3, 2, 14, 30), 42, 42.0, 1.5, True, None, "tekst"])  # noqa: DTZ001 - as Excel has them
    (found,) = cells(sheet(book))
    assert found == ("2026-03-02", "2026-03-02 14:30:00", "42", "42", "1.5", "ja", "", "tekst")


def test_the_value_of_a_formula_is_read(saved: Save) -> None:
    """A formula gives the value that it had when the file was saved; one that failed is a fault."""
    body = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="str"><f>"D26-"&amp;"0001"</f><v>D26-0001</v></c>'
        '<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="str"><f>IF(1,"")</f><v></v></c></row>'
        "</sheetData></worksheet>"
    )
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_content(["x"], [], "Blad"))) as made, zipfile.ZipFile(content, "w") as other:
        for name in made.namelist():
            other.writestr(name, body if name.endswith("sheet1.xml") else made.read(name))
    (row,) = lines(saved(content.getvalue(), "formule.xlsx"))
    assert row.cells[0] == "D26-0001"
    assert row.faults == {1}


def test_a_formula_without_a_saved_value_is_no_empty_cell(sheet: Callable[[Workbook], Path]) -> None:
    """A formula that no spreadsheet has worked out yet is a fault; what it hides is not lost in silence."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["Doel", '="a"&"b"', None, "=A1"])
    (row,) = lines(sheet(book))
    assert row.faults == {1, 3}


def test_a_wide_sheet_with_merged_headings_is_understood(sheet: Callable[[Workbook], Path]) -> None:
    """Forty columns, headings on two lines of which the upper is merged, a title, and not the first sheet."""
    path = sheet(wide_book())
    found = find_list(path, ListKind.CASES)
    assert found.sheet == "Casussen 2023"
    assert (found.heading.first_line, found.heading.last_line) == (3, 4)
    assert len(found.columns.headings) == 40
    assert found.all_problems() == ()
    told = found.columns.told
    assert {Column.REF, Column.APPROACH, Column.SURNAME, Column.GIVEN_NAMES, Column.BORN_ON, Column.GOAL} <= told
    assert Column.NAME not in told
    (row,) = found.rows()
    assert row.line == 6
    assert row.cells[found.columns.targets.index(Column.BORN_ON)] == "2008-05-04"


def wide_book() -> Workbook:
    """Return a workbook as a chamber may have it: everything on one wide sheet."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "Uitleg"
    book.active["A1"] = "Lees dit eerst"
    cases = book.create_sheet("Casussen 2023")
    cases["A1"] = "Overzicht casussen"
    upper = {1: "Casus", 4: "Betrokkene", 8: "Aanmelding", 11: "Plan", 15: "Overig"}
    lower = ["Nummer", "Aanpak", "Fase", "Voornaam", "Tussenvoegsel", "Achternaam", "Geb. datum"]
    lower += ["Datum", "Door", "Reden", "Doel", "Regisseur", "Coördinator", "Volgende bespreking"]
    lower += [f"Extra {number}" for number in range(26)]
    for column, name in upper.items():
        cases.cell(3, column, name)
    for start, end in ((1, 3), (4, 7), (8, 10), (11, 14), (15, 40)):
        cases.merge_cells(start_row=3, end_row=3, start_column=start, end_column=end)
    for column, name in enumerate(lower, 1):
        cases.cell(4, column, name)
    values = ["D23-0001", "PAD", "in aanpak", "Noor", "van den", "Verzonnen", date(2008, 5, 4), date(2023, 2, 1)]
    for column, value in enumerate(values, 1):
        cases.cell(6, column, value)
    return book


def test_a_map_names_the_sheet_and_the_columns(sheet: Callable[[Workbook], Path], saved: Save) -> None:
    """A map file is used, and one that is no map is refused by its name."""
    path = sheet(wide_book())
    wished = read_map(saved('blad = "Casussen 2023"\n[kolommen]\n"Overig / Extra 3" = "label"\n', "kaart.toml"))
    assert Column.LABEL in find_list(path, ListKind.CASES, wished).columns.told
    with pytest.raises(Usage, match=r"kapot\.toml"):
        read_map(saved("[[", "kapot.toml"))
    with pytest.raises(Usage, match="Geen blad"):
        find_list(path, ListKind.CASES, read_map(saved('sheet = "Geen blad"', "blad.toml")))


def test_an_empty_file_is_said(saved: Save) -> None:
    """A file with nothing in it has no headings to ask about."""
    with pytest.raises(Refused, match=r"lijst\.csv"):
        find_list(saved("\n\n"), ListKind.CASES)


@given(NASTY)
@example("=1+1")
@example("'=1+1")
@example("''@x")
@example("'gewoon")
@example("\t=x")
@example("＝1")
def test_no_text_runs_and_every_text_comes_back(text: str) -> None:
    """What a spreadsheet would run begins with an apostrophe, and the text is the same when it comes back."""
    assert not neutral(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert restored(neutral(text)) == text


Cells = Sequence[Sequence[str]]


@given(st.lists(st.lists(NASTY, min_size=3, max_size=3), max_size=5))
def test_a_list_comes_back_from_csv_as_it_was(rows: Cells) -> None:
    """Whatever stands in the cells, our own CSV gives it back identically, under the same headings."""
    content = csv_content(["a", "b", "c"], rows)
    assert content.startswith(b"\xef\xbb\xbf")
    read = [row.cells for row in csv_rows(io.BytesIO(content))]
    assert read == [("a", "b", "c"), *map(tuple, rows)]


@given(st.lists(st.lists(NASTY, min_size=3, max_size=3), max_size=4))
def test_a_list_comes_back_from_excel_as_it_was(rows: Cells) -> None:
    """Whatever stands in the cells, our own Excel file gives it back identically."""
    with opened_xlsx(io.BytesIO(xlsx_content(["a", "b", "c"], rows, "Blad")), "x") as book:
        read = [row.cells for row in book.rows(book.sheets[0])]
    padded = [(*row, *[""] * (3 - len(row))) for row in read]
    assert padded == [("a", "b", "c"), *map(tuple, rows)]


def test_no_cell_of_an_excel_file_is_a_formula() -> None:
    """Every cell is stored as text, also what begins with an equals sign."""
    content = xlsx_content(["kop"], [["=HYPERLINK(1)"], ["@x"]], "Blad / [1]")
    book = load_workbook(io.BytesIO(content))
    assert book.active is not None
    assert [cell.data_type for row in book.active.iter_rows() for cell in row] == ["s", "s", "s"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_nothing_is_left_beside_the_file(suffix: str, home: Path) -> None:
    """A list is made in memory: no temporary file ever holds a name."""
    list_content(suffix, ["Naam"], [["Verzonnen"]] * 2_000, "Lijst")
    assert list((home / "tmp").iterdir()) == []


def test_another_kind_of_file_cannot_be_made() -> None:
    """The kinds that a list can become are named."""
    with pytest.raises(Usage, match=r"\.xlsx"):
        list_content(".ods", [], [], "")
