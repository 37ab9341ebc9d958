"""The blocks of a document as paragraphs and tables of a Word file."""

from typing import TYPE_CHECKING, Final

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from zvk_tui.documents.model import (
    Block,
    Bullets,
    Document,
    Emphasis,
    FactList,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    Text,
    letters,
    plain,
)
from zvk_tui.documents.word_margins import ACCENT, QUIET
from zvk_tui.documents.word_page import text_width

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as WordParagraph

_TINT: Final = "EAF1F3"
_HAIRLINE: Final = "B9C4C9"
_TERM: Final = Cm(4.3)


def write(file: "WordFile", document: Document) -> None:
    """Write the title and all blocks at the end of a Word file."""
    writer = _Writer(file)
    writer.titled(plain(document.title), "Title", 20)
    for block in document.blocks:
        writer.block(block)


class _Writer:
    """A Word file in which blocks are written one after the other."""

    def __init__(self, file: "WordFile") -> None:
        self._file = file
        self._width = text_width(file.sections[-1])
        self._styles = {style.name: style for style in file.styles if isinstance(style, ParagraphStyle)}

    def block(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Heading(text, level):
                self.titled(text, f"Heading {level}", 15 - 2 * level, level)
            case Paragraph(text):
                _fill(self._file.add_paragraph(), text)
            case Note(text):
                paragraph = self._file.add_paragraph()
                _fill(paragraph, text)
                _set_apart(paragraph)
            case Bullets(items):
                for item in items:
                    self._bullet(item)
            case FactList(facts):
                for fact in facts:
                    self._fact(fact.term, fact.text)
            case Table():
                self._table(block)

    def titled(self, text: Text, style_name: str, size: int, level: int = 0) -> None:
        """Write a heading in the template's style, or one that looks and counts as such."""
        paragraph = self._file.add_paragraph()
        if style := self._styles.get(style_name):
            paragraph.style = style
            _fill(paragraph, text)
            return
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(letters(text))
        run.bold, run.font.size = True, Pt(size)
        if level:
            outline = OxmlElement("w:outlineLvl")
            outline.set(qn("w:val"), str(level - 1))
            paragraph._element.get_or_add_pPr().append(outline)  # noqa: SLF001 - no public way to outline levels

    def _bullet(self, text: Text) -> None:
        paragraph = self._file.add_paragraph()
        if style := self._styles.get("List Bullet"):
            paragraph.style = style
        else:
            paragraph.add_run("• ")
        _fill(paragraph, text)

    def _fact(self, term: str, text: Text) -> None:
        """Write a term and, at one distance, its fact; further lines begin below the fact."""
        paragraph = self._file.add_paragraph()
        shape = paragraph.paragraph_format
        shape.left_indent, shape.first_line_indent, shape.space_after = _TERM, -_TERM, Pt(2)
        shape.tab_stops.add_tab_stop(_TERM, WD_TAB_ALIGNMENT.LEFT)
        _fill(paragraph, (Run(term, Emphasis.QUIET),))
        paragraph.add_run("\t")
        _fill(paragraph, text)

    def _table(self, block: Table) -> None:
        table = self._file.add_table(rows=0, cols=len(block.header))
        table.autofit = False
        _draw_lines(table._tbl.tblPr)  # noqa: SLF001 - no public way to borders
        widths = _widths(block, self._width)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        header = tuple((Run(term, Emphasis.BOLD),) for term in block.header)
        for place, cells in enumerate((header, *block.rows)):
            row = table.add_row()
            _row_keeps(row, is_header=place == 0)
            for cell, text, width in zip(row.cells, cells, widths, strict=True):
                cell.width = width
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
                _fill(cell.paragraphs[0], text)
                if place == 0:
                    cell._tc.get_or_add_tcPr().append(_shade())  # noqa: SLF001
        self._file.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(paragraph: "WordParagraph", text: Text) -> None:
    for piece in text:
        run = paragraph.add_run(piece.text)
        match piece.emphasis:
            case Emphasis.BOLD:
                run.bold = True
            case Emphasis.ITALIC:
                run.italic = True
            case Emphasis.QUIET:
                run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(QUIET)
            case Emphasis.CODE:
                run.font.name, run.font.size = "Courier New", Pt(8.5)


def _set_apart(paragraph: "WordParagraph") -> None:
    """Give a paragraph a bar at its left and a tint."""
    borders = OxmlElement("w:pBdr")
    bar = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "16"), ("space", "8"), ("color", ACCENT)):
        bar.set(qn(f"w:{name}"), value)
    borders.append(bar)
    properties = paragraph._element.get_or_add_pPr()  # noqa: SLF001 - no public way to borders and shading
    properties.append(borders)
    properties.append(_shade())


def _shade() -> "BaseOxmlElement":
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _TINT)):
        shade.set(qn(f"w:{name}"), value)
    return shade


def _draw_lines(properties: "BaseOxmlElement") -> None:
    """Draw a hairline below every row, and none between columns."""
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _HAIRLINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.find(qn("w:tblLayout")).addprevious(borders)  # Word wants the parts of a table in their order


def _row_keeps(row: "_Row", *, is_header: bool) -> None:
    """Keep a row on one page; let a header return on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - no public way to these
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))


def _widths(block: Table, total: int) -> list[int]:
    """Return the width of each column: as wide as its longest line for weight 0, a share of the rest for others."""
    fixed = [0 if weight else _needed(block, column) for column, weight in enumerate(block.weights)]
    shared = max(total - sum(fixed), total // 2)
    return [own or shared * weight // sum(block.weights) for own, weight in zip(fixed, block.weights, strict=True)]


def _needed(block: Table, column: int) -> int:
    texts = [block.header[column], *(letters(row[column]) for row in block.rows)]
    longest = max(len(line) for text in texts for line in text.split("\n"))
    return int(Cm(0.55) + Cm(0.2) * min(longest, 18))
