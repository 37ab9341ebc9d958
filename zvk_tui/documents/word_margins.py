"""What stands at the head and the foot of every page of a Word file."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor

from zvk_tui.documents.model import Document
from zvk_tui.i18n import _

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _Footer, _Header
    from docx.text.paragraph import Paragraph

ACCENT: Final = "154A5C"
QUIET: Final = "4D5960"


def keep_margins(file: "WordFile") -> None:
    """Let the last section have the headers and footers of earlier ones, which go out with the template's text."""
    *earlier, last = (section._sectPr for section in file.sections)  # noqa: SLF001 - no public way to the element
    for section in reversed(earlier):
        for reference in section.findall(qn("w:headerReference")) + section.findall(qn("w:footerReference")):
            kind = reference.get(qn("w:type"))
            if not any(own.get(qn("w:type")) == kind for own in last.findall(reference.tag)):
                last.insert(0, deepcopy(reference))


def fill_margins(file: "WordFile", document: Document, width: int, *, own_template: bool) -> None:
    """Write the head and foot of every page; those of the organisation stay and get a line more."""
    for header in _every(file, "header"):
        if not own_template:
            _full_header(header, document, width)
        elif document.mark:
            paragraph = header.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _mark(paragraph, document.mark)
    for footer in _every(file, "footer"):
        _footer(footer, document, width, own_template=own_template)


def _every(file: "WordFile", kind: str) -> Iterator["_Header | _Footer"]:
    """Yield every header, or footer, that some page shows."""
    section = file.sections[-1]
    yield getattr(section, kind)
    if section.different_first_page_header_footer:
        yield getattr(section, f"first_page_{kind}")
    if file.settings.odd_and_even_pages_header_footer:
        yield getattr(section, f"even_page_{kind}")


def _full_header(header: "_Header | _Footer", document: Document, width: int) -> None:
    paragraph = header.paragraphs[0]
    _shape(paragraph, width)
    quiet(paragraph, f"{document.chamber}\t")
    _mark(paragraph, document.mark)
    quiet(paragraph, f"\t{document.title}")


def _footer(footer: "_Header | _Footer", document: Document, width: int, *, own_template: bool) -> None:
    numbered = any("PAGE" in (node.text or node.get(qn("w:instr")) or "") for node in _fields(footer))
    paragraph = footer.add_paragraph() if own_template else footer.paragraphs[0]
    _shape(paragraph, width, in_three=False)
    quiet(paragraph, document.footing)
    if numbered:
        return
    before, _page, rest = _("page {page} of {pages}").partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    quiet(paragraph, f"\t{before}")
    _field(paragraph, "PAGE")
    quiet(paragraph, between)
    _field(paragraph, "NUMPAGES")
    quiet(paragraph, after)


def _fields(footer: "_Header | _Footer") -> Iterator["BaseOxmlElement"]:
    yield from footer._element.iter(qn("w:instrText"), qn("w:fldSimple"))  # noqa: SLF001 - no public way to fields


def _shape(paragraph: "Paragraph", width: int, *, in_three: bool = True) -> None:
    """Put a stop at the right margin, and one in the middle; the styles for margins bring stops of other pages."""
    paragraph.style = None
    stops = paragraph.paragraph_format.tab_stops
    if in_three:
        stops.add_tab_stop(Length(width // 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Length(width), WD_TAB_ALIGNMENT.RIGHT)


def _mark(paragraph: "Paragraph", mark: str) -> None:
    run = paragraph.add_run(mark)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(11), RGBColor.from_string(ACCENT)


def quiet(paragraph: "Paragraph", text: str) -> None:
    """Add small grey text."""
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = Pt(8.5), RGBColor.from_string(QUIET)


def _field(paragraph: "Paragraph", instruction: str) -> None:
    """Add a number that Word fills in."""
    quiet(paragraph, "1")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    field.append(paragraph.runs[-1]._element)  # noqa: SLF001 - no public way to fields
    paragraph._element.append(field)  # noqa: SLF001
