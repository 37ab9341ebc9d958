"""Lists as Excel files: read without loading the whole, and written without leaving anything beside the file."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import repeat
from typing import TYPE_CHECKING, Any, BinaryIO, Final
from xml.sax.saxutils import escape

from zvk_tui.documents.cell_text import neutral, restored
from zvk_tui.documents.spreadsheet_limits import DAMAGED, MOST_PARTS, MOST_UNPACKED, UNPACKED
from zvk_tui.domain.sheets import SheetRow
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_FAILURES: Final = (
    zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError,
    EOFError, NotImplementedError, RuntimeError, OSError,
)  # fmt: skip
"""What reading a file raises that only looks like an Excel file."""

_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ />]")
_CODED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_TO_CODE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACE: Final = "http://schemas.openxmlformats.org/"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS: Final = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_SPACE}package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/styles.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_SPACE}package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_SPACE}officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_SPACE}package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_SPACE}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_SPACE}officeDocument/2006/relationships/styles" Target="styles.xml"/>'
        "</Relationships>"
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_SPACE}spreadsheetml/2006/main">'
        '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/>'
        '</cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/>'
        '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}
"""The parts of an Excel file that are always the same: cells are texts, headings are bold."""


class Xlsx:
    """An open Excel file."""

    def __init__(self, book: "Workbook", formulas: "Workbook | None", name: str) -> None:
        self._book = book
        self._formulas = formulas
        """The same file with its formulas instead of their values; None when there are none."""
        self._name = name

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of its sheets, in their order."""
        return tuple(sheet.title for sheet in self._book.worksheets)

    def rows(self, sheet: str) -> Iterator[SheetRow]:
        """Yield the lines of a sheet, the empty ones as well.

        Raises:
            Refused: when the file is damaged.
        """
        with _told(self._name):
            values = _cells(self._book, sheet)
            formulas = repeat(()) if self._formulas is None else _cells(self._formulas, sheet)
            for line, (cells, asked) in enumerate(zip(values, formulas, strict=False), 1):
                yield SheetRow(line, tuple(_text(cell.value) for cell in cells), _faults(cells, asked))


@contextmanager
def opened_xlsx(file: BinaryIO, name: str) -> Iterator[Xlsx]:
    """Open an Excel file whose unpacked size has been looked at first.

    Raises:
        Refused: it is damaged, or becomes too large when it is unpacked.
    """
    with _told(name):
        _refuse_bomb(file, name)
        from openpyxl import load_workbook

        warnings.filterwarnings("ignore", module=r"openpyxl\.")  # what it cannot show would tear the screen
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        formulas = load_workbook(file, read_only=True, keep_links=False) if _has_formulas(file) else None
    try:
        yield Xlsx(book, formulas, name)
    finally:
        book.close()
        if formulas is not None:
            formulas.close()


def xlsx_content(headings: Sequence[str], rows: Iterable[Sequence[str]], sheet: str) -> bytes:
    """Return a list as an Excel file, made in memory: every cell is a text, the line of headings stays in view.

    openpyxl would write the sheet to a temporary file first, where the names would stay behind after a crash.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as book:
        for name, part in {**_PARTS, "xl/workbook.xml": _workbook(sheet)}.items():
            book.writestr(_entry(name), _HEAD + part)
        with book.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as part_file:
            for piece in _sheet(headings, rows):
                part_file.write(piece.encode())
    return content.getvalue()


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what openpyxl, the unpacking or the XML refuse into one sentence."""
    try:
        yield
    except _FAILURES:
        raise Refused(DAMAGED, name=name) from None


def _refuse_bomb(file: BinaryIO, name: str) -> None:
    """Refuse a file that would unpack to too much; no part gives more bytes than it says here."""
    with zipfile.ZipFile(file) as book:
        parts = book.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused(UNPACKED, name=name, most=MOST_UNPACKED // 1_000_000)
    file.seek(0)


def _has_formulas(file: BinaryIO) -> bool:
    """Return whether any sheet has a formula; most lists have none, and are then read once."""
    with zipfile.ZipFile(file) as book:
        for part in book.infolist():
            if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                before = b""
                with book.open(part) as opened:
                    while piece := opened.read(1 << 20):
                        if _FORMULA.search(before + piece):
                            return True
                        before = piece[-8:]
    return False


def _cells(book: "Workbook", sheet: str) -> Iterator[Sequence[Any]]:
    read: Any = book[sheet]
    read.reset_dimensions()
    return iter(read.iter_rows())


def _faults(cells: Sequence[Any], asked: Sequence[Any]) -> frozenset[int]:
    """Return the places of formulas that failed, or of which the value was not saved."""
    failed = {place for place, cell in enumerate(cells) if cell.data_type == "e"}
    formulas = {place for place, cell in enumerate(asked) if cell.data_type == "f"}
    return frozenset(failed | {place for place in formulas if _unsaved(cells[place])})


def _unsaved(cell: Any) -> bool:
    """Return whether a formula has no value at all; a text that is empty is a value."""
    return cell.value is None and cell.data_type == "n"


def _text(value: object) -> str:
    """Return a cell as text: days in ISO form, whole numbers without a point."""
    match value:
        case None:
            text = ""
        case str():
            text = restored(_CODED.sub(lambda found: chr(int(found[1], 16)), value))
        case bool():
            text = "ja" if value else "nee"
        case datetime():
            text = value.date().isoformat() if value.time() == time.min else value.isoformat(" ", "seconds")
        case date():
            text = value.isoformat()
        case float() if value.is_integer():
            text = str(int(value))
        case _:
            text = str(value)
    return text


def _entry(name: str) -> zipfile.ZipInfo:
    """Return a part of the file that says nothing of when it was made."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _workbook(sheet: str) -> str:
    title = escape(re.sub(r"[\[\]:*?/\\']", " ", sheet)[:31], {'"': "&quot;"})
    return (
        f'<workbook xmlns="{_SPACE}spreadsheetml/2006/main" '
        f'xmlns:r="{_SPACE}officeDocument/2006/relationships"><sheets>'
        f'<sheet name="{title}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _sheet(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield _HEAD
    yield f'<worksheet xmlns="{_SPACE}spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    yield f'<cols><col min="1" max="{max(1, len(headings))}" width="18" style="0" customWidth="1"/></cols><sheetData>'
    yield _row(headings, 1)
    for row in rows:
        yield _row([neutral(cell) for cell in row], 0)
    yield "</sheetData></worksheet>"


def _row(cells: Sequence[str], style: int) -> str:
    said = (
        f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{_coded(cell)}</t></is></c>' if cell else "<c/>"
        for cell in cells
    )
    return f"<row>{''.join(said)}</row>"


def _coded(text: str) -> str:
    return escape(_TO_CODE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text))
